"""How a workbook shows its numbers: what calamine leaves out, read from the package itself.

Percentages are stored as fractions and shown by their number format alone. The same pass measures the sheets: one cell
in the last corner would make any reader lay out seventeen thousand million empty ones.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from docgen.readers.archive import Archive, too_large
from docgen.readers.ooxml import Element, child, children, name, parse
from docgen.vi.numerals import write_number

MOST_CELLS = 20_000_000  # of the rectangle around a sheet's cells
_BUILT_IN = (
    {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
    | dict.fromkeys((37, 38, 41, 42), "#,##0")
    | dict.fromkeys((39, 40, 43, 44), "#,##0.00")
)  # ECMA-376 part 1, 18.8.30
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_PLACES = re.compile(r"[0#?][0#?,]*(?:\.([0#?]*))?")
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell shows its number: `places` after the comma (`None`: as many as there are), grouped, as a percentage.

    `thousands` counts the trailing commas of the format, each of which hides three digits.
    """

    places: int | None = None
    grouped: bool = False
    percent: bool = False
    thousands: int = 0

    def written(self, number: Decimal) -> str:
        """The number as it is shown."""
        shown = number * 100 if self.percent else number
        if self.places is not None:
            shown = round(shown, self.places)
        elif shown == shown.to_integral_value():
            shown = shown.quantize(Decimal(1)) if shown.adjusted() < 27 else shown
        text = write_number(shown) if self.grouped else f"{shown:f}".replace(".", ",")
        return f"{text}%" if self.percent else text


PLAIN = Look()


@dataclass
class Looks:
    """The looks of all cells that are not plain, by sheet; `uncounted` are the sheets with formulas without results."""

    cells: dict[str, dict[tuple[int, int], Look]] = field(default_factory=dict)
    uncounted: list[str] = field(default_factory=list)

    def of(self, sheet: str, row: int, column: int) -> Look:
        """How the cell shows its number."""
        return self.cells.get(sheet, {}).get((row, column), PLAIN)


def look_of(code: str) -> Look:
    """The look that a number format gives."""
    section = _LITERAL.sub("", code).split(";")[0]
    places = _PLACES.search(section)
    if places is None:
        return Look(percent="%" in section)
    digits = places[0].split(".")[0]
    after = len(places[1] or "")
    trailing = len(places[0]) - len(places[0].rstrip(","))
    return Look(after, "," in digits.rstrip(","), "%" in section, trailing)


def looks_of(data: bytes, source: str) -> Looks:
    """How the numbers of a workbook look; nothing is known of .xls, whose numbers show as they are."""
    looks = Looks()
    if not data.startswith(b"PK"):
        return looks
    archive = Archive(source, data)
    if "xl/sharedStrings.xml" in archive.names:
        archive.read("xl/sharedStrings.xml")  # refuses what unpacks beyond measure before anything else reads it
    if "content.xml" in archive.names:
        _measure_ods(archive, source, looks)
        return looks
    if "xl/workbook.xml" not in archive.names:
        return looks
    formats = _formats(archive, source)
    for sheet, member in _sheets(archive, source):
        looks.cells[sheet] = {}
        _read_cells(archive.read(member), f"{source}, trang «{sheet}»", sheet, formats, looks)
    return looks


def _sheets(archive: Archive, source: str) -> Iterator[tuple[str, str]]:
    rels = "xl/_rels/workbook.xml.rels"
    targets = {}
    if rels in archive.names:
        for each in children(parse(archive.read(rels), source, rels), "Relationship"):
            target = each.get("Target", "")
            targets[each.get("Id")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    book = parse(archive.read("xl/workbook.xml"), source, "xl/workbook.xml")
    for each in children(child(book, "sheets"), "sheet"):
        identity = next((text for key, text in each.attrib.items() if key.endswith("}id")), None)
        if targets.get(identity) in archive.names:
            yield each.get("name", ""), targets[identity]


def _formats(archive: Archive, source: str) -> list[Look]:
    """The looks of the cell styles in their order."""
    if "xl/styles.xml" not in archive.names:
        return []
    styles = parse(archive.read("xl/styles.xml"), source, "xl/styles.xml")
    codes: dict[str | None, str] = {str(number): code for number, code in _BUILT_IN.items()}
    for each in children(child(styles, "numFmts"), "numFmt"):
        codes[each.get("numFmtId")] = each.get("formatCode", "")
    known: dict[str, Look] = {}
    looks = []
    for each in children(child(styles, "cellXfs"), "xf"):
        code = codes.get(each.get("numFmtId"), "General")
        if code not in known:
            known[code] = PLAIN if code in ("General", "@", "") else look_of(code)
        looks.append(known[code])
    return looks


def _read_cells(data: bytes, where: str, sheet: str, formats: list[Look], looks: Looks) -> None:
    from lxml import etree

    if b"<!DOCTYPE" in data:
        parse(data, where, sheet)  # tells what is wrong with it
    rows = columns = 0
    uncounted = False
    try:
        for _, cell in etree.iterparse(
            io.BytesIO(data), tag=("{*}c", "{*}row"), resolve_entities=False, no_network=True, huge_tree=False
        ):
            if name(cell) == "row":
                cell.clear()
                continue
            place = _CELL.fullmatch(cell.get("r", ""))
            if place:
                row, column = int(place[2]) - 1, _column(place[1])
                rows, columns = max(rows, row), max(columns, column)
                style = cell.get("s", "")
                look = formats[int(style)] if style.isdecimal() and int(style) < len(formats) else PLAIN
                if look is not PLAIN:
                    looks.cells[sheet][row, column] = look
                uncounted |= _is_uncounted(cell)
    except etree.XMLSyntaxError as fault:
        parse(data, where, sheet)
        raise too_large(where, str(fault)) from fault
    if (rows + 1) * (columns + 1) > MOST_CELLS:
        raise too_large(where, f"vùng có ô rộng {rows + 1} dòng × {columns + 1} cột")
    if uncounted:
        looks.uncounted.append(sheet)


def _is_uncounted(cell: Element) -> bool:
    return child(cell, "f") is not None and child(cell, "v") is None and child(cell, "is") is None


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _measure_ods(archive: Archive, source: str, looks: Looks) -> None:
    """The percentages of an OpenDocument workbook; refuses a sheet whose repetitions unroll beyond measure."""
    root = parse(archive.read("content.xml"), source, "content.xml")
    for table in root.iter("{*}table"):
        found = looks.cells.setdefault(_own(table, "name") or "", {})
        row = most = 0
        for line in table.iter("{*}table-row"):
            down = _times(line, "number-rows-repeated")
            column = 0
            for cell in line:
                if name(cell) not in ("table-cell", "covered-table-cell"):
                    continue
                right = _times(cell, "number-columns-repeated")
                kind = next((text for key, text in cell.attrib.items() if key.endswith("}value-type")), None)
                if kind is not None or len(cell):
                    most = max(most, column + right)
                    if (row + down) * most > MOST_CELLS:
                        raise too_large(source, f"vùng có ô rộng {row + down} dòng × {most} cột")
                if kind == "percentage":
                    found |= {(row + i, column + j): Look(percent=True) for i in range(down) for j in range(right)}
                column += right
            row += down


def _own(element: Element, attribute: str) -> str | None:
    return next((str(text) for key, text in element.attrib.items() if key.endswith("}" + attribute)), None)


def _times(element: Element, attribute: str) -> int:
    text = _own(element, attribute) or "1"
    return int(text) if text.isdecimal() else 1
