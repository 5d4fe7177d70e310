"""The loader of domains: what comes with docgen, what a user adds, and where a slip is."""

import re
from datetime import date
from pathlib import Path

import pytest

from docgen.errors import DocgenError
from docgen.facts.bind import facts_of
from docgen.figures.scan import figures_of
from docgen.knowledge.domain import names_in
from docgen.knowledge.load import DOMAINS, load, problems
from docgen.knowledge.places import load_places
from docgen.readers.text import document_of

HEAD = """
[domain]
id = "vuon-uom"
label = "Vườn ươm"
source = "sổ theo dõi của vườn"
verified = true
cues = ["cây giống", "vườn ươm"]
"""
INDICATORS = (
    HEAD
    + """
[[indicator]]
id = "cay"
label = "tổng số cây giống"
units = ["cây"]
source = "sổ theo dõi"
verified = true

[[indicator]]
id = "song"
label = "cây sống"
parent = "cay"
aliases = ["số cây sống", "còn sống"]
units = ["cây"]
source = "sổ theo dõi"
verified = true

[[indicator]]
id = "chet"
label = "cây chết"
parent = "cay"
aliases = ["số cây chết"]
units = ["cây"]
source = "sổ theo dõi"
verified = true
"""
)
RELATIONS = """
[[identity]]
id = "song_chet"
label = "cây giống = sống + chết"
equation = "cay = song + chet"
source = "sổ theo dõi"
verified = true
"""


@pytest.fixture
def nursery(tmp_path):
    """A made-up domain in a folder of its own."""
    folder = tmp_path / "vuon-uom"
    folder.mkdir()
    (folder / "indicators.toml").write_text(INDICATORS, encoding="utf-8")
    (folder / "relations.toml").write_text(RELATIONS, encoding="utf-8")
    return folder


def rewritten(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_domain_that_comes_with_docgen_is_without_slips():
    assert problems(DOMAINS) == []
    wanted = ["dang-doan-the", "giao-duc", "kinh-te-xa-hoi", "ngan-sach", "thads", "thi-dua", "toa-an", "vks", "y-te"]
    assert [domain.id for domain in load().domains] == wanted


def test_every_entry_names_its_source_and_every_identity_speaks_of_known_indicators():
    knowledge = load()
    for domain in knowledge.domains:
        assert domain.identities
        assert all(entry.source for entry in (*domain.indicators, *domain.identities))
        for identity in domain.identities:
            assert set(identity.indicators) <= set(knowledge.indicators)
            assert set(names_in(identity.left) + names_in(identity.right)) == set(identity.roles)


def test_what_may_have_an_exception_is_soft_and_tells_it():
    identities = [identity for domain in load().domains for identity in domain.identities]
    assert all(identity.exception for identity in identities if identity.soft)
    third = next(identity for identity in identities if identity.id == "thads.viec.dieu_kien")
    assert third.soft
    assert "tạm đình chỉ" in third.exception


def test_an_entry_counted_in_two_ways_makes_two_indicators_and_two_identities():
    knowledge = load()
    assert knowledge.indicators["thads.viec.xong"].dimension == "count"
    assert knowledge.indicators["thads.tien.xong"].dimension == "money"
    domain = knowledge.domain_of("thads.tien.xong")
    roles = {identity.id: identity.roles for identity in domain.identities}
    assert roles["thads.tien.thu_ly"]["cu"] == "thads.tien.cu"
    assert list(domain.ancestors("thads.tien.xong")) == [
        "thads.tien.co_dieu_kien",
        "thads.tien.phai_thi_hanh",
        "thads.tien.thu_ly",
    ]


def test_a_new_agency_is_only_data(nursery):
    knowledge = load(nursery)
    document = document_of("Vườn ươm có tổng số cây giống là 900 cây; cây sống: 850 cây; cây chết: 50 cây.")
    facts = facts_of(document, figures_of(document), knowledge)
    assert [fact.indicator for fact in facts] == ["vuon-uom.cay", "vuon-uom.song", "vuon-uom.chet"]


def test_the_identities_of_a_new_agency_are_checked(nursery):
    from docgen.checks import check

    knowledge = load(nursery)
    for dead, verdicts in (("50", ["holds"]), ("60", ["broken"])):
        text = f"Vườn ươm có tổng số cây giống là 900 cây. Số cây sống là 850 cây. Số cây chết là {dead} cây."
        document = document_of(text)
        figures = figures_of(document)
        relations, _ = check(document, figures, facts_of(document, figures, knowledge), knowledge)
        identities = [one for one in relations if one.claim.kind == "identity"]
        assert [one.verdict.value for one in identities] == verdicts


def test_a_folder_of_domains_is_taken_like_one_domain(nursery):
    assert load(nursery.parent).domains == load(nursery).domains
    assert len(load(nursery).domains) == len(load().domains) + 1


def test_a_domain_of_the_same_id_takes_the_place_of_the_one_that_came_with_docgen(nursery):
    rewritten(nursery, "indicators.toml", 'id = "vuon-uom"', 'id = "y-te"')
    assert {domain.id: domain.label for domain in load(nursery).domains}["y-te"] == "Vườn ươm"


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "told"),
    [
        ("indicators.toml", "[domain]", "[domain", "E602", "at line 2"),
        ("indicators.toml", 'units = ["cây"]', 'unit = ["cây"]', "E603", "«cay»"),
        ("indicators.toml", "verified = true\n\n[[indicator]]", "[[indicator]]", "E603", "«cay»"),
        ("indicators.toml", 'label = "cây sống"', "label = 5", "E603", "«song»"),
        ("indicators.toml", 'id = "chet"', 'id = "song"', "E604", "vuon-uom.song"),
        ("indicators.toml", 'parent = "cay"', 'parent = "cay_to"', "E604", "vuon-uom.cay_to"),
        ("indicators.toml", 'id = "cay"', 'id = "cay"\ndimension = "cân"', "E604", "cân"),
        ("indicators.toml", 'id = "cay"', 'id = "cay"\ncounted = ["chậu"]', "E604", "chậu"),
        ("relations.toml", "song + chet", "song + heo", "E605", "heo"),
        ("relations.toml", "cay = song", "cay song", "E605", "song_chet"),
        ("relations.toml", "song + chet", "max(song, chet)", "E605", "song_chet"),
    ],
)
def test_a_slip_is_told_with_its_file_and_entry(nursery, name, old, new, code, told):
    rewritten(nursery, name, old, new)
    found = problems(nursery)
    assert found
    assert found[0].code == code
    assert str(nursery / name) in found[0].where
    assert told in str(found[0])
    with pytest.raises(DocgenError):
        load(nursery)


def test_the_line_of_the_slip_is_told(nursery):
    rewritten(nursery, "indicators.toml", 'label = "cây chết"', "label = []")
    lines = (nursery / "indicators.toml").read_text(encoding="utf-8").splitlines()
    heads = [i for i, line in enumerate(lines, 1) if line == "[[indicator]]"]
    assert f"dòng {heads[2]}" in problems(nursery)[0].where


def test_a_folder_without_a_domain_is_told_what_it_lacks(tmp_path):
    (error,) = problems(tmp_path)
    assert error.code == "E601"
    assert "indicators.toml" in error.hint


def test_sixty_three_provinces_became_thirty_four():
    places = load_places()
    assert len(places) == 63
    assert sum(place.until is None for place in places) == 34
    gone = {place.name: place.now for place in places if place.until}
    assert gone["Bắc Kạn"] == "Thái Nguyên"
    assert gone["Bà Rịa - Vũng Tàu"] == "TP. Hồ Chí Minh"
    assert set(gone.values()) <= {place.name for place in places if place.until is None}


def test_a_name_is_known_at_the_date_it_was_in_use():
    before, after = load(as_of=date(2025, 6, 30)), load(as_of=date(2025, 7, 1))
    assert "Nam Định" in {place.name for place in before.places}
    assert "Nam Định" not in {place.name for place in after.places}
    assert len(after.places) == 34


def test_the_example_of_the_guide_loads(tmp_path):
    guide = (Path(__file__).parent.parent / "docs" / "them-nganh.md").read_text(encoding="utf-8")
    indicators, relations = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    (tmp_path / "indicators.toml").write_text(indicators, encoding="utf-8")
    (tmp_path / "relations.toml").write_text(relations, encoding="utf-8")
    assert problems(tmp_path) == []
    domain = load(tmp_path).domains[-1]
    assert [identity.expression for identity in domain.identities] == ["ty_le_song = 100 * song / cay"]
