"""Real texts as Word files in five shapes: every comment covers exactly the characters of its figure."""

import json

import pytest
from test_outputs_annotate import NOW, covered, every_figure_suspected, visible
from word_shapes import SHAPES, word_file

from docgen.outputs.annotate import annotate


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", ["dev_news", "dev_reports"])
def test_comments_cover_exactly_their_figures(shared, tmp_path, name, shape):
    missed = []
    for line in (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        data = word_file(gold["text"], shape)
        report = every_figure_suspected(data)
        out = tmp_path / f"{gold['id']}.docx"
        annotate(data, "a.docx", report, out, now=NOW)
        annotated = out.read_bytes()
        found = covered(annotated)
        wanted = [figure.span.of(report.document.text) for figure in report.figures]
        missed += [(gold["id"], text) for i, text in enumerate(wanted) if found.get(str(i)) != text]
        if visible(annotated) != visible(data):
            missed.append((gold["id"], "visible text changed"))
    assert missed == []
