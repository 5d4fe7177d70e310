"""A draft held against its sources: what is matched, what is told, and how it reads in every output."""

import json
import random
from decimal import Decimal
from pathlib import Path

import pytest
from against import against
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from docgen.checks.source_key import name_of, written_alike
from docgen.cli import main
from docgen.knowledge.load import load
from docgen.outputs.earlier import earlier_facts
from docgen.outputs.tables import write_figures
from docgen.pipeline import Options, check, extract
from docgen.readers import read
from docgen.vi.writing import write_number

SAMPLES = Path(__file__).parent.parent / "corpora" / "documents"
REPORT = SAMPLES / "bao-cao-nam-2025.docx"
DRAFT = "Kết quả năm 2025\nNăm 2025, thu nội địa đạt 4.243,6 tỷ đồng, sửa chữa 17 nhà văn hóa.\n"
TABLE = "Chỉ tiêu;Năm 2024 (nghìn đồng);Năm 2025 (nghìn đồng)\nThu nội địa;3123456000;4234567000\n"


@pytest.fixture
def pair(tmp_path):
    draft, source = tmp_path / "bài.txt", tmp_path / "biểu 01.csv"
    draft.write_text(DRAFT, encoding="utf-8")
    source.write_text(TABLE, encoding="utf-8")
    return str(draft), str(source)


def run(*args):
    return CliRunner().invoke(main, ["check", *args])


def names():
    """What the indicators of all domains are called, with the ids that each name stands for."""
    found = {}
    for domain in load().domains:
        for indicator in domain.indicators:
            for name in (indicator.label, *indicator.aliases):
                found.setdefault(name_of(name), set()).add(indicator.id)
    return {name: ids for name, ids in found.items() if len(name) > 1}


def test_no_name_of_an_indicator_is_taken_for_another_that_is_misspelt():
    known = list(names().items())
    taken = [(a, b) for a, ids in known for b, others in known if not ids & others and written_alike(a, b)]
    assert taken == []


def test_most_misspelt_names_are_known_again():
    rng = random.Random(1)
    slips = [(name, slipped) for name in names() for _ in range(3) if (slipped := misspelt(name, rng)) != name]
    assert sum(written_alike(*pair) for pair in slips) >= 0.6 * len(slips)


def misspelt(name, rng):
    """The name with a letter of one of its words missing, doubled or another."""
    at = rng.randrange(len(name))
    word = name[at]
    i = rng.randrange(len(word))
    letter = rng.choice(("", word[i] * 2, rng.choice("aeiouăâêôơ")))
    return (*name[:at], word[:i] + letter + word[i + 1 :], *name[at + 1 :])


@given(st.integers(10**9, 10**13), st.integers(0, 2), st.sampled_from([("tỷ", 9), ("triệu", 6)]))
def test_a_truthfully_rounded_figure_is_never_accused(amount, places, scale):
    word, power = scale
    value = round(Decimal(amount).scaleb(-power), places)
    if value == 0:
        return
    draft = f"Năm 2025, thu nội địa đạt {write_number(value)} {word} đồng."
    source = f"Năm 2025, thu nội địa đạt {write_number(Decimal(amount))} đồng."
    assert not [f for f in against(f"{draft} // Nguồn: {source}").findings if f.code == "SRC101"]


@pytest.mark.parametrize("name", ["bao-cao-nam-2025.docx", "ban-thao-bai-viet.docx", "sources/bao-cao-nam-2025.txt"])
def test_a_document_agrees_with_itself(name):
    path = str(SAMPLES / name)
    assert not [f for f in check(path, Options(against=(path,))).findings if f.code == "SRC101"]


def test_both_places_are_told(pair):
    draft, source = pair
    result = run(draft, "--against", source)
    assert result.exit_code == 1
    assert "đoạn 2" in result.output
    assert "Ghi 4.243,6 tỷ đồng, số liệu gốc là 4.234,6 tỷ đồng (viết là 4234567000): biểu 01.csv, " in result.output
    assert "sửa thành 4.234,6 tỷ đồng" in result.output
    assert "0 số khớp, 1 số khác, 1 số không có trong nguồn" in result.output
    assert "SRC103" not in result.output


def test_figures_without_a_source_are_listed_only_when_asked_for(pair, tmp_path):
    draft, source = pair
    Path(draft).write_text(DRAFT.replace("4.243,6", "4.234,6"), encoding="utf-8")
    assert run(draft, "--against", source).exit_code == 0
    listed = run(draft, "--against", source, "--fail-level", "info")
    assert listed.exit_code == 1
    assert "1 số không có trong nguồn nào: 17 nhà văn hóa" in listed.output


def test_json_and_the_page_tell_both_places(pair, tmp_path):
    draft, source = pair
    page = tmp_path / "ra.html"
    row = json.loads(run(draft, "--against", source, "--json", "--html", str(page)).stdout.splitlines()[0])
    (told,) = [finding for finding in row["findings"] if finding["code"] == "SRC101"]
    assert row["figures"][int(told["suspect"][1:]) - 1]["text"] == "4.243,6 tỷ đồng"
    assert told["expected"] == "4234567000000"
    assert told["suggestion"] == "4.234,6 tỷ đồng"
    assert "biểu 01.csv" in told["message"]
    assert "biểu 01.csv" in page.read_text(encoding="utf-8")


def test_a_comment_stands_on_the_figure_and_none_on_those_that_are_only_listed(tmp_path):
    source, out = tmp_path / "nguồn.txt", tmp_path / "ra.docx"
    source.write_text("Năm 2025, tổng số thụ lý về việc của Thi hành án dân sự là 7.775 việc.\n", encoding="utf-8")
    result = run(str(REPORT), "--against", str(source), "--annotate", str(out))
    told = check(str(REPORT), Options(against=(str(source),))).findings
    assert {f.code for f in told} >= {"SRC103"}
    assert "không có trong nguồn nào" not in comments_of(out)
    assert result.exit_code in (0, 1)


def comments_of(path):
    import zipfile

    with zipfile.ZipFile(path) as package:
        return "".join(package.read(name).decode() for name in package.namelist() if "comments" in name)


@pytest.mark.parametrize("name", ["so_lieu.xlsx", "so_lieu.csv"])
@pytest.mark.parametrize("document", ["bao-cao-nam-2025.docx", "ban-thao-bai-viet.docx"])
def test_an_earlier_table_of_figures_is_read_back_exactly(tmp_path, name, document):
    known, out = extract(str(SAMPLES / document)), tmp_path / name
    write_figures(str(out), [(document, known)])
    back = earlier_facts(read(out))
    assert back is not None
    assert [f.quantity for f in back.figures] == [f.quantity for f in known.figures]
    assert [(f.kind, f.sign) for f in back.figures] == [(f.kind, f.sign) for f in known.figures]
    assert [told_of(f) for f in back.facts] == [told_of(f) for f in known.facts]


def told_of(fact):
    return fact.label, fact.indicator, fact.period, fact.place, fact.measure, fact.basis, fact.direction, fact.scope


def test_a_table_that_is_not_ours_is_no_earlier_table(pair):
    assert earlier_facts(read(pair[1])) is None


def test_an_earlier_table_tells_where_its_figure_stood(tmp_path):
    out, draft = tmp_path / "so_lieu.xlsx", tmp_path / "bài.txt"
    write_figures(str(out), [("bao-cao-nam-2025.docx", extract(str(REPORT)))])
    text = (SAMPLES / "sources" / "bao-cao-nam-2025.txt").read_text(encoding="utf-8")
    draft.write_text(text.replace("7.757 việc", "7.577 việc"), encoding="utf-8")
    (told,) = [f for f in check(str(draft), Options(against=(str(out),))).findings if f.code == "SRC101"]
    assert "so_lieu.xlsx, trang «Số liệu», ô B2 (lấy từ bao-cao-nam-2025.docx, " in told.message


def together(folder, values):
    for name, value in values.items():
        (folder / name).write_text(f"Năm 2025, thu nội địa đạt {value} tỷ đồng.\n", encoding="utf-8")
    return run(*(str(folder / name) for name in values), "--together")


def test_two_documents_of_one_period_are_held_against_each_other(tmp_path):
    result = together(tmp_path, {"a.txt": "4.234,6", "b.txt": "4.243,6"})
    assert result.exit_code == 1
    assert "Ghi 4.234,6 tỷ đồng, văn bản kia là 4.243,6 tỷ đồng: b.txt, đoạn 1." in result.output
    assert "Ghi 4.243,6 tỷ đồng, văn bản kia là 4.234,6 tỷ đồng: a.txt, đoạn 1." in result.output


def test_of_many_documents_the_one_that_differs_is_told(tmp_path):
    result = together(tmp_path, {"a.txt": "4.234,6", "b.txt": "4.234,6", "c.txt": "4.243,6"})
    assert result.output.count("SRC102  lỗi") == 1
    assert "Ghi 4.243,6 tỷ đồng, văn bản kia là 4.234,6 tỷ đồng: a.txt, đoạn 1." in result.output


def test_documents_of_two_periods_are_left_alone(tmp_path):
    for year in (2024, 2025):
        text = f"Năm {year}, thu nội địa đạt 3.{year - 1500} tỷ đồng.\n"
        (tmp_path / f"{year}.txt").write_text(text, encoding="utf-8")
    assert run(*(str(tmp_path / f"{year}.txt") for year in (2024, 2025)), "--together").exit_code == 0


def test_one_document_alone_is_not_held_against_itself(pair):
    result = run(pair[0], "--together")
    assert result.exit_code == 2
    assert "E502" in result.output


def test_a_source_that_cannot_be_read_is_an_error(pair):
    result = run(pair[0], "--against", "khong-co.xlsx")
    assert result.exit_code == 2
    assert "khong-co.xlsx" in result.output
