"""One text as a Word file in five shapes: what Word, its spell checker and its users do to the runs of a paragraph."""

import io
import random
import re
from itertools import pairwise

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

SHAPES = ("one run", "a run a word", "runs cut inside figures", "inside tables", "in footnotes")


def word_file(text, shape, seed=1):
    """The bytes of a .docx whose paragraphs are the lines of `text`, in one of `SHAPES`."""
    document = Document()
    lines = [line for line in text.split("\n") if line.strip()]
    rng = random.Random(seed)
    if shape == "in footnotes":
        return _with_footnotes(document, lines)
    if shape == "inside tables":
        table = document.add_table(rows=len(lines), cols=1)
        paragraphs = [row.cells[0].paragraphs[0] for row in table.rows]
    else:
        paragraphs = [document.add_paragraph() for _ in lines]
    for paragraph, line in zip(paragraphs, lines, strict=True):
        for number, piece in enumerate(_pieces(line, shape, rng)):
            run = paragraph.add_run(piece)
            run.bold = bool(number % 2) if shape != "one run" else None
    return _saved(document)


def _pieces(line, shape, rng):
    if shape == "a run a word":
        return re.findall(r"\S+\s*|\s+", line)
    if shape == "runs cut inside figures":
        cuts = sorted({0, len(line), *(i for i, c in enumerate(line) if c.isdigit() and rng.random() < 0.5)})
        return [line[a:b] for a, b in pairwise(cuts)]
    return [line]


def _saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _with_footnotes(document, lines):
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = []
    for number, line in enumerate(lines, 1):
        escaped = line.replace("&", "&amp;").replace("<", "&lt;")
        notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve">{escaped}</w:t></w:r></w:p></w:footnote>'
        )
        run = document.add_paragraph("Xem chú thích").add_run()
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        run._r.append(reference)
    content = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes xmlns:w="{space}">{"".join(notes)}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, content.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return _saved(document)
