"""Annotated real texts as the program's own nouns: documents, figures, and the relations the text states."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from docgen.model.fact import Figure, Kind
from docgen.model.quantity import Approx, Quantity
from docgen.model.text import Document, Span
from docgen.readers.text import document_of

APPROX = {
    "hơn": Approx.OVER,
    "trên": Approx.OVER,
    "gần": Approx.UNDER,
    "dưới": Approx.UNDER,
    "chưa đến": Approx.UNDER,
    "chưa tới": Approx.UNDER,
    "chưa đầy": Approx.UNDER,
    "ngót": Approx.UNDER,
    "khoảng": Approx.ABOUT,
    "xấp xỉ": Approx.ABOUT,
    "ước đạt": Approx.ABOUT,
}
SCALES = {
    "trăm": Decimal(100),
    "nghìn": Decimal(10) ** 3,
    "ngàn": Decimal(10) ** 3,
    "vạn": Decimal(10) ** 4,
    "triệu": Decimal(10) ** 6,
    "tỷ": Decimal(10) ** 9,
    "tỉ": Decimal(10) ** 9,
}
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
SCALE = re.compile(rf"\s*({'|'.join(SCALES)})(?!\w)", re.IGNORECASE)


class GoldDocument(NamedTuple):
    """A text with its figures; the relations name figures by index."""

    document: Document
    figures: tuple[Figure, ...]
    relations: list[dict]


def gold_documents(path: Path) -> list[GoldDocument]:
    """The documents of a JSON Lines file of annotated texts, in its order; `Document.source` is the text's id."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return [gold_document(json.loads(line, parse_float=Decimal)) for line in lines if line.strip()]


def gold_document(row: dict) -> GoldDocument:
    document = document_of(row["text"], row["id"])
    rows = row["figures"]
    return GoldDocument(document, tuple(figure_of(document, rows, i) for i in range(len(rows))), row["relations"])


def figure_of(document: Document, rows: list[dict], i: int) -> Figure:
    row = rows[i]
    kind, value = Kind(row["kind"]), Decimal(row["value"])
    unit = {Kind.PERCENT: "%", Kind.MONEY: row["unit"] or "đồng"}.get(kind, row["unit"])
    quantity = Quantity(value, unit, step_of(row["text"], kind, value), APPROX.get(row.get("approx")))
    block = document.blocks[document.block_at(row["start"])]
    number = number_span(row)
    span = Span(row["start"], row["end"])
    return Figure(span, number, block.anchor, kind, quantity, "gold", partner=partner_of(document.text, rows, i))


def number_span(row: dict) -> Span:
    found = list(NUMBER.finditer(row["text"]))
    if not found:
        return Span(row["start"], row["end"])
    return Span(row["start"] + found[0].start(), row["start"] + found[-1].end())


def step_of(text: str, kind: Kind, value: Decimal) -> Decimal:
    """The weight of the last digit written: 0.01 for `68,73%`, a billion for `3.508 tỷ`, 0 for a plain count."""
    found = list(NUMBER.finditer(text))
    if not found:
        return Decimal(0)
    scale, rest = Decimal(1), text[found[-1].end() :]
    while match := SCALE.match(rest):
        scale, rest = scale * SCALES[match.group(1).lower()], rest[match.end() :]
    head, _, last = found[-1].group().replace(".", ",").rpartition(",")
    whole = Decimal((head + last).replace(",", ""))
    if head and (whole * scale != value if len(found) == 1 else len(last) != 3):
        return scale.scaleb(-len(last))
    return Decimal(0) if kind is Kind.COUNT and scale == 1 else scale


def partner_of(text: str, rows: list[dict], i: int) -> tuple[str, int] | None:
    """What the sign between a figure and the next one says: part of it, a range up to it, or a pair with it."""
    if i + 1 == len(rows):
        return None
    here, after = rows[i], rows[i + 1]
    between = text[here["end"] : after["start"]].strip()
    alike = here["kind"] == after["kind"] and here["unit"] in (None, after["unit"])
    if between == "/":
        return ("of" if alike and here["value"] <= after["value"] else "pair", i + 1)
    if between in ("-", "–", "đến") and alike and here["value"] <= after["value"]:
        return ("to", i + 1)
    return None
