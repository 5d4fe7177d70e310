"""The shelf: every form the project builds."""

from tools.forms import shelf_merits as merits
from tools.forms import shelf_papers as papers
from tools.forms import shelf_reports as reports
from tools.forms.form import Form

FORMS: tuple[Form, ...] = (
    reports.YEAR_REPORT,
    reports.ENFORCEMENT,
    papers.PROPOSAL,
    papers.LIST,
    papers.DECISION,
    papers.MINUTES,
    papers.COUNT,
    papers.BALLOT,
    merits.PERSON,
    merits.COLLECTIVE,
    merits.SUDDEN_COLLECTIVE,
    merits.SUDDEN_PERSON,
    merits.SERVICE,
    merits.SUMMARY,
    merits.INITIATIVE_REQUEST,
    merits.INITIATIVE_REPORT,
    papers.CERTIFICATE,
    papers.OVERPRINT,
    reports.AWARDS_SUMMARY,
)
