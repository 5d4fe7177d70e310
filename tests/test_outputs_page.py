"""The page of findings in a real browser: it needs nothing from outside, answers pointer and keyboard, prints."""

import shutil

import pytest
from test_outputs import report

from docgen.model.finding import Claim, Relation, Verdict
from docgen.outputs.html import page, write_html

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


def full_report():
    from dataclasses import replace

    claim = Claim("SUM101", "sum", (0, 1, 2), ("total", "part", "part"), "trong đó")
    return replace(report(), relations=(Relation("r1", claim, Verdict.BROKEN),))


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def opened(browser, tmp_path):
    path = tmp_path / "kết quả.html"
    write_html(path, "báo cáo.docx", full_report())
    context = browser.new_context(viewport={"width": 1200, "height": 700})
    tab = context.new_page()
    asked, faults = [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("pageerror", lambda fault: faults.append(str(fault)))
    tab.goto(path.as_uri())
    tab.asked, tab.faults = asked, faults
    yield tab
    assert faults == []
    context.close()


def test_it_asks_for_nothing_but_itself(opened):
    assert len(opened.asked) == 1
    assert opened.asked[0].startswith("file:")


def test_the_suspect_is_marked_in_the_text(opened):
    assert opened.locator(".figure.suspect").inner_text() == "2.307 việc"
    assert opened.locator(".figure.error").count() == 3


def test_pointing_at_a_figure_draws_what_binds_it(opened):
    opened.locator(".figure").first.hover()
    assert opened.locator("svg.links path.broken").count() == 2
    assert opened.locator(".linked").count() == 3
    assert "trong đó" in opened.locator(".about").inner_text()
    opened.mouse.move(5, 690)
    assert opened.locator("svg.links path").count() == 0


def test_keys_go_from_finding_to_finding(opened):
    opened.keyboard.press("n")
    assert opened.locator("aside li.current").count() == 1
    assert opened.evaluate("document.activeElement.tagName") == "LI"
    assert opened.locator("svg.links path").count() == 2
    opened.keyboard.press("Escape")
    assert opened.locator("svg.links path").count() == 0


def test_a_filter_hides_its_findings(opened):
    opened.locator("input[data-severity=error]").uncheck()
    assert not opened.locator("aside li").is_visible()
    opened.locator("input[data-severity=error]").check()
    assert opened.locator("aside li").is_visible()


def test_it_can_be_dark_and_light(opened):
    paper = "getComputedStyle(document.querySelector('article')).backgroundColor"
    before = opened.evaluate(paper)
    opened.locator("#theme").click()
    assert opened.evaluate(paper) != before
    opened.locator("#theme").click()
    assert opened.evaluate(paper) == before


def test_it_prints_the_text_and_the_findings(opened):
    opened.emulate_media(media="print")
    assert not opened.locator("header .tools").is_visible()
    assert opened.locator("aside li").is_visible()
    assert len(opened.pdf()) > 5000


def test_a_document_cannot_speak_as_the_page():
    from dataclasses import replace

    from docgen.readers.text import document_of

    hostile = replace(report(), document=document_of("</script><script>alert(1)</script> 3.427 việc <b>", "x"))
    hostile = replace(hostile, figures=(), facts=(), findings=())
    made = page("<img src=x onerror=alert(1)>", hostile)
    assert "<script>alert" not in made
    assert "<img" not in made
