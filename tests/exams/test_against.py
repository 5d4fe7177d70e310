"""Drafts held against their sources: sixty pairs, each with five figures that differ, made from tables and reports."""

import random
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from docgen.figures.table import cells_of
from docgen.model.finding import Severity
from docgen.outputs.tables import write_figures
from docgen.pipeline import Options, check, extract
from docgen.vi.writing import write_number

SAMPLES = Path(__file__).parent.parent.parent / "corpora" / "documents"
PAIRS, DIFFERENCES, ROWS = 60, 5, 14
NAMES = {
    "money": """Tổng thu ngân sách nhà nước trên địa bàn|Thu nội địa|Thu từ hoạt động xuất nhập khẩu
Thu tiền sử dụng đất|Chi đầu tư phát triển|Chi thường xuyên|Kinh phí sửa chữa trường học|Kinh phí hỗ trợ hộ nghèo
Vốn vay hộ cận nghèo
Doanh thu du lịch|Giá trị sản xuất công nghiệp|Giá trị sản xuất nông nghiệp|Tổng mức bán lẻ hàng hóa
Số tiền thu hồi nợ thuế|Kinh phí đào tạo nghề|Quỹ vì người nghèo""",
    "hồ sơ": "Số hồ sơ tiếp nhận|Số hồ sơ giải quyết đúng hạn|Số hồ sơ giải quyết quá hạn|Số hồ sơ nộp trực tuyến",
    "hộ": "Số hộ nghèo|Số hộ cận nghèo|Số hộ gia đình văn hóa|Số hộ được vay vốn",
    "lượt": "Số lượt khách quốc tế|Số lượt khách nội địa|Số lượt khám bệnh|Số lượt tiếp công dân",
    "học sinh": "Số học sinh tiểu học|Số học sinh trung học cơ sở|Số học sinh trung học phổ thông",
    "vụ": "Số vụ tai nạn giao thông|Số vụ cháy|Số vụ vi phạm hành chính",
    "ha": "Diện tích lúa đông xuân|Diện tích lúa hè thu|Diện tích rừng trồng tập trung|Diện tích nuôi tôm",
    "tấn": "Sản lượng lúa|Sản lượng ngô|Sản lượng tôm nuôi|Sản lượng cá tra",
    "%": "Tỷ lệ hộ nghèo đa chiều|Tỷ lệ giải quyết hồ sơ đúng hạn|Tỷ lệ che phủ rừng|Tỷ lệ giải ngân vốn đầu tư công",
}
SENTENCES = (
    "Năm {year}, {name} đạt {figure}.",
    "{Name} năm {year} là {figure}.",
    "Trong năm {year}, {name} là {figure}.",
    "Về {name}, năm {year} đạt {figure}.",
)


@dataclass
class Row:
    """A line of the table: the exact values of two years."""

    name: str
    unit: str
    values: tuple[Decimal, Decimal]


def rows_of(rng):
    pool = [(name, unit) for unit, names in NAMES.items() for name in names.replace("\n", "|").split("|")]
    return [Row(name, unit, values_of(unit, rng)) for name, unit in rng.sample(pool, ROWS)]


def values_of(unit, rng):
    if unit == "%":
        first = Decimal(rng.randint(1000, 9000)) / 100
        return first, first + Decimal(rng.randint(20, 900)) / 100
    if unit == "money":
        first = Decimal(rng.randint(20_000_000, 9_000_000_000))
    elif unit in ("ha", "tấn"):
        first = Decimal(rng.randint(10_000, 900_000)) / 10
    else:
        first = Decimal(rng.randint(130, 180_000))
    places = Decimal(1).scaleb(first.as_tuple().exponent)
    return first, (first * Decimal(rng.randint(80, 140)) / 100).quantize(places)


def table(path, rows):
    """The table in thousands of đồng, or each line in its own unit; one sheet, or money apart from the rest."""
    with xlsxwriter.Workbook(str(path)) as book:
        money = [row for row in rows if row.unit == "money"]
        others = [row for row in rows if row.unit != "money"]
        for name, part, head in (("Thu chi", money, "Đơn vị tính: nghìn đồng"), ("Chỉ tiêu khác", others, "")):
            sheet = book.add_worksheet(name)
            sheet.write(0, 0, "BIỂU TỔNG HỢP KẾT QUẢ NĂM 2025")
            sheet.write(1, 0, head)
            heads = ["STT", "Chỉ tiêu", *([] if head else ["Đơn vị tính"]), "Năm 2024", "Năm 2025"]
            sheet.write_row(2, 0, heads)
            for n, row in enumerate(part, 1):
                values = [float(value) for value in row.values]
                sheet.write_row(2 + n, 0, [n, row.name, *([] if head else [row.unit]), *values])


def written(row, value, rng):
    """The value as a text writes it: money in tỷ or triệu to a place or two, or nearly a round number."""
    if row.unit != "money":
        return write_number(value) + ("%" if row.unit == "%" else f" {row.unit}")
    scale, word = (Decimal(10**6), "tỷ") if value > 10**8 or rng.random() < 0.7 else (Decimal(10**3), "triệu")
    return (
        write_number((value / scale).quantize(Decimal("0.1") if rng.random() < 0.5 else Decimal("0.01")))
        + f" {word} đồng"
    )


def headline(row, value):
    """`gần 154.000` for 153.855."""
    up = -(-int(value) // 1000) * 1000
    return f"gần {write_number(up)} {row.unit}"


def mistaken(row, values, at, rng):
    """Another value in its place: a slip of the keys, the other year's, some per cent off, a scale too large."""
    true = values[at]
    while True:
        kind = rng.choice(("swap", "replace", "year", "off", "scale"))
        if kind == "year":
            value = values[1 - at]
        elif kind == "off":
            value = (true * (100 + rng.choice((-1, 1)) * rng.randint(3, 20)) / 100).quantize(true)
        elif kind == "scale":
            value = true * 10
        else:
            value = slipped(true, kind, rng)
        if abs(value - true) * 40 > true and (row.unit != "%" or value <= 100):
            return value


def slipped(true, kind, rng):
    text = list(str(true))
    digits = [i for i, letter in enumerate(text) if letter.isdigit()][:3]
    i = rng.choice(digits[:2])
    if kind == "swap":
        text[i], text[digits[digits.index(i) + 1]] = text[digits[digits.index(i) + 1]], text[i]
    else:
        text[i] = rng.choice("123456789")
    return Decimal("".join(text))


def draft(rows, rng):
    """A text on the table and the spans in it of the five figures that differ."""
    told = [(row, at) for row in rows for at in ((1,) if rng.random() < 0.6 else (0, 1))]
    wrong = set(rng.sample(range(len(told)), DIFFERENCES))
    text, spans = "BÁO CÁO\nKết quả thực hiện nhiệm vụ năm 2025\n", []
    for n, (row, at) in enumerate(told):
        value = mistaken(row, row.values, at, rng) if n in wrong else row.values[at]
        figure = written(row, value, rng)
        if n not in wrong and row.unit in ("hồ sơ", "lượt") and value > 20_000:
            figure = headline(row, value)
        name = row.name[0].lower() + row.name[1:]
        sentence = rng.choice(SENTENCES).format(year=2024 + at, name=name, Name=row.name, figure=figure)
        if n in wrong:
            start = len(text) + sentence.rindex(figure)
            spans.append((start, start + len(figure)))
        text += sentence + rng.choice((" ", "\n"))
    return text, spans


def outcome(path, spans, sources):
    """How many of the figures that differ are found, and how many of the alarms are on others."""
    report = check(str(path), Options(against=tuple(map(str, sources))))
    found, false = set(), []
    for finding in report.findings:
        if finding.code == "SRC101" and finding.severity is not Severity.INFO:
            figure = report.figures[finding.figures[0]].span
            hit = [span for span in spans if span[0] <= figure.start < span[1]]
            found.update(hit)
            if not hit:
                false.append(finding.message)
    return len(found), false


def report_with_slips(path, known, rng):
    """The sample report as plain text with five of its figures mistyped, and their spans."""
    text = known.document.text
    fit = [f for f in known.figures if sum(letter.isdigit() for letter in f.number.of(text)) > 2]
    spans = []
    for figure in sorted(rng.sample(fit, DIFFERENCES), key=lambda each: each.span, reverse=True):
        start, end = figure.number.start, figure.number.end
        typed = unlike(text[start:end], rng)
        text = text[:start] + typed + text[end:]
        spans = [(a + len(typed) - (end - start), b + len(typed) - (end - start)) for a, b in spans]
        spans.append((start, start + len(typed)))
    path.write_text(text, encoding="utf-8")
    return spans


def unlike(surface, rng):
    """The surface with one of its first two digits another."""
    at = rng.choice([i for i, letter in enumerate(surface) if letter.isdigit()][:2])
    return surface[:at] + rng.choice([digit for digit in "123456789" if digit != surface[at]]) + surface[at + 1 :]


@pytest.mark.slow
def test_five_figures_that_differ_from_a_table_are_found_and_no_other_is_accused(tmp_path):
    found, false = 0, []
    for seed in range(PAIRS):
        rng = random.Random(seed)
        rows = rows_of(rng)
        source, path = tmp_path / f"biểu {seed}.xlsx", tmp_path / f"báo cáo {seed}.txt"
        table(source, rows)
        text, spans = draft(rows, rng)
        path.write_text(text, encoding="utf-8")
        hits, wrong = outcome(path, spans, [source])
        found, false = found + hits, false + wrong
    assert found >= 0.92 * PAIRS * DIFFERENCES
    assert found >= 0.97 * (found + len(false)), false


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["báo cáo", "số liệu đã lấy"])
def test_five_figures_that_differ_from_a_report_are_found_and_no_other_is_accused(tmp_path, kind):
    source = SAMPLES / "bao-cao-nam-2025.docx"
    known = extract(str(source))
    if kind != "báo cáo":
        source = tmp_path / "so_lieu.xlsx"
        write_figures(str(source), [("bao-cao-nam-2025.docx", known)])
    found, false = 0, []
    for seed in range(PAIRS):
        path = tmp_path / f"bài {seed}.txt"
        spans = report_with_slips(path, body(known), random.Random(seed))
        hits, wrong = outcome(path, spans, [source])
        found, false = found + hits, false + wrong
    assert found >= 0.92 * PAIRS * DIFFERENCES
    assert found >= 0.97 * (found + len(false)), false


def body(known):
    """The figures of the report's sentences, without those of its table, which plain text does not keep."""
    cells = cells_of(known.document, known.figures)
    return replace(known, figures=tuple(f for i, f in enumerate(known.figures) if i not in cells))
