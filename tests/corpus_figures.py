"""How the corpora of `docgen/figures` are read: the figures of a text, told in the terms of each module."""

from decimal import Decimal

from docgen.figures.scan import figures_of
from docgen.figures.table import figures_in_table, heads_of
from docgen.figures.table_formula import formula_of
from docgen.figures.table_heads import Heads
from docgen.figures.table_layout import Layout, layouts_of
from docgen.figures.table_unit import TableUnit, unit_announced, unit_in_head, unit_written
from docgen.model.fact import Figure, Kind
from docgen.readers.markdown import read_markdown
from docgen.readers.text import document_of

KINDS = {
    "percent": (Kind.PERCENT,),
    "money": (Kind.MONEY,),
    "measure": (Kind.MEASURE, Kind.MULTIPLE),
    "count": (Kind.COUNT,),
    "noun": (Kind.COUNT,),
}


def plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def told(figure: Figure) -> str:
    sign = "-" if figure.sign < 0 else ""
    return f"{sign}{plain(figure.quantity.value)} {figure.quantity.unit or '?'}"


def with_ends(figure: Figure) -> str:
    quantity = figure.quantity
    words = [quantity.approx.value] if quantity.approx else []
    return " ".join([*words, *(["bounded"] if quantity.bounded else []), told(figure)])


def with_step(figure: Figure) -> str:
    others = "".join(f" | {plain(other.value)}" for other in figure.alternatives)
    faults = "".join(f" {fault}" for fault in figure.faults)
    return f"{told(figure)} ± {plain(figure.quantity.step)}{others}{faults}"


def with_partner(figure: Figure) -> str:
    return told(figure) + (f" {figure.partner[0]} {figure.partner[1]}" if figure.partner else "")


TELLERS = {"approx": with_ends, "number": with_step, "range": with_partner}


def with_unit(unit: TableUnit) -> str:
    return f"{plain(unit.scale)} {unit.name or '?'}"


def with_heads(place: tuple[int, int], heads: Heads) -> str:
    parts = [
        (f"[{heads.row_id}] " if heads.row_id else "") + " › ".join(heads.row),
        " › ".join(heads.column),
        with_unit(heads.unit),
        f"c{heads.column_id}" if heads.column_id else "",
        heads.content if heads.content != "number" else "",
        heads.formula or "",
        heads.row_formula or "",
        "total" if heads.is_total else "",
    ]
    return " | ".join(part for part in parts if part)


def of_layout(layout: Layout) -> str:
    last = layout.data - 1
    parts = [
        f"head {layout.first}" + (f"-{last}" if last > layout.first else ""),
        f"data {layout.data}-{layout.last - 1}",
        "numbers " + " ".join(map(str, sorted(layout.number_columns))),
        "labels " + " ".join(map(str, layout.label_columns)),
        f"ordinals {layout.ordinal_column}" if layout.ordinal_column is not None else "",
    ]
    return ", ".join(part for part in parts if part)


def in_table(module: str, spelling: str) -> list[str]:
    document = read_markdown(spelling.encode(), "-")
    if module == "table":
        return [told(figure) for table in document.tables for figure in figures_in_table(document, table)]
    if module == "table_heads":
        found = [heads_of(document, table) for table in document.tables]
        return [with_heads(place, heads) for of_one in found for place, heads in of_one.items()]
    layouts = [layout for table in document.tables for layout in layouts_of(document, table)]
    return [of_layout(layout) for layout in layouts if layout.number_columns]


def read(module: str, spelling: str) -> list[str]:
    if module == "table_unit":
        unit = unit_announced(spelling) or unit_in_head(spelling) or unit_written(spelling)
        return [] if unit is None else [with_unit(unit)]
    if module == "table_formula":
        formula = formula_of(spelling)
        return [] if formula is None else [formula.expression("c")]
    if module.startswith("table"):
        return in_table(module, spelling)
    kinds = KINDS.get(module, tuple(Kind))
    figures = figures_of(document_of(spelling))
    if module == "approx":
        return [with_ends(figure) for figure in figures if figure.quantity.approx]
    if module == "range":
        figures = figures if any(figure.partner for figure in figures) else ()
    if module == "number":
        figures = tuple(f for f in figures if f.quantity.step or f.alternatives or f.faults)
    return [TELLERS.get(module, told)(figure) for figure in figures if figure.kind in kinds]
