"""How the corpora of the judging half of `docgen/checks` are read; claims are written as in `written_claims`."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from written_claims import figure_of, written

from docgen.checks.engine import judge
from docgen.checks.equation import parse
from docgen.checks.implied import Solver, Stake, Written
from docgen.checks.kinds import readings_of
from docgen.checks.remarks import waiver_of
from docgen.checks.rules import rule_of
from docgen.checks.slack import cut_off, rounded
from docgen.checks.slips import slips_of
from docgen.checks.suppress import read_suppressions
from docgen.checks.table import table_claims
from docgen.checks.table_text import table_text_claims
from docgen.errors import DocgenError
from docgen.facts.bind import facts_of
from docgen.figures.scan import figures_of
from docgen.knowledge.load import load
from docgen.model.finding import Finding, Severity
from docgen.model.quantity import EVERYTHING, Interval
from docgen.readers.markdown import read_markdown
from docgen.vi.numerals import scan


def findings(spelling: str) -> list[Finding]:
    document, figures, claims = written(spelling)
    _, found = judge(document, figures, (), claims)
    return list(found)


def severities(spelling: str) -> list[str]:
    return [f"{finding.code} {finding.severity}" for finding in findings(spelling)]


def messages(spelling: str) -> list[str]:
    return [finding.message for finding in findings(spelling)]


def suspects(spelling: str) -> list[str]:
    """What each figure that is named should be."""
    return [finding.suggestion for finding in findings(spelling) if finding.suggestion]


def solved(spelling: str) -> list[str]:
    """`tong = cu + moi | tong=? cu=20 moi=35` gives what `?` must be; nothing where the equation is refused."""
    expression, _, given = spelling.partition("|")
    roles = dict(word.split("=") for word in given.split())
    values = [EVERYTHING if value == "?" else Interval.point(Decimal(value)) for value in roles.values()]
    try:
        implied = parse(expression, tuple(roles)).implied(values)
    except DocgenError:
        return []
    return [bounds(implied[at]) for at, value in enumerate(roles.values()) if value == "?"]


def bounds(interval: Interval) -> str:
    lo, hi = ("" if end is None else str(round(float(end), 4)).removesuffix(".0") for end in (interval.lo, interval.hi))
    return lo if lo == hi else f"{lo}..{hi}"


def stated(spelling: str) -> list[str]:
    """The verdict of each equation that a claim states."""
    _, figures, claims = written(spelling)
    values = [rounded(figure.quantity) for figure in figures]
    return [str(equation.verdict(values)) for reading in readings_of(claims[0]) for equation in reading]


def reach(spelling: str) -> list[str]:
    """The ends within which a written figure is true: rounded, and cut off; nothing where it is exact."""
    quantity = figure_of(spelling, 0, 0).quantity
    if rounded(quantity) == cut_off(quantity) == Interval.point(quantity.value):
        return []
    return [bounds(rounded(quantity)), bounds(cut_off(quantity))]


def meant(spelling: str) -> list[str]:
    """`3.472 việc < 3.427 việc`: the second where one slip turns it into the first."""
    typed, _, wanted = (part.strip() for part in spelling.partition("<"))
    numeral = scan(typed)[0]
    return [
        slip.surface
        for slip in slips_of(typed[: numeral.end], typed[numeral.end :], numeral.value)
        if slip.surface == wanted
    ][:1]


def fit(spelling: str) -> list[str]:
    """`claim : 1 = 36`: how well the first claim holds with 36 for its figure 1; nothing where it does not."""
    line, _, question = spelling.partition(":")
    place, _, value = question.partition("=")
    _, figures, claims = written(line)
    stakes = {0: Stake(claims[0].figures, readings_of(claims[0]), 0.01, True)}
    sheet = {
        i: Written(Fraction(f.quantity.value), Fraction(1), rounded(f.quantity), cut_off(f.quantity), ())
        for i, f in enumerate(figures)
    }
    found = Solver(stakes, sheet).window(0, int(place)).fit(Fraction(value.strip()))
    return [str(found)] if found else []


def table(spelling: str) -> list[str]:
    """The broken claims of a table written as `| a | b | / | 1 | 2 |`."""
    document = markdown_table(spelling)
    figures = figures_of(document)
    _, found = judge(document, figures, (), table_claims(document, figures))
    return [finding.code for finding in found if finding.severity is not Severity.INFO]


def markdown_table(spelling: str):
    rows = [row.strip() for row in spelling.split(" / ")]
    ruled = [rows[0], "|" + "---|" * (rows[0].count("|") - 1), *rows[1:]]
    return read_markdown("\n".join(ruled).encode(), "bang.md")


def beside(spelling: str) -> list[str]:
    """The figures of the text that are compared with a cell."""
    document = markdown_table(spelling)
    figures = figures_of(document)
    claims = table_text_claims(document, figures, facts_of(document, figures, load()))
    return [figures[claim.figures[1]].number.of(document.text) for claim in claims]


def slug(spelling: str) -> list[str]:
    try:
        return [rule_of(spelling).slug]
    except DocgenError:
        return []


def accepted(spelling: str) -> list[str]:
    waiver = waiver_of(spelling)
    return [f"{waiver.code}: {waiver.reason}"] if waiver else []


def silenced(spelling: str) -> list[str]:
    """The fingerprints of a file of suppressions written in one line."""
    try:
        return [entry.fingerprint for entry in read_suppressions(spelling.replace(" / ", "\n"), "tep.toml")]
    except DocgenError:
        return []


JUDGING: dict[str, Callable[[str], list[str]]] = {
    "engine": severities,
    "equation": solved,
    "implied": fit,
    "kinds": stated,
    "locate": suspects,
    "remarks": accepted,
    "rules": slug,
    "slack": reach,
    "slips": meant,
    "suppress": silenced,
    "table": table,
    "table_text": beside,
    "wording": messages,
}
