"""Names that nearly match: a slip of one letter is seen through, and no name is taken for another."""

import pytest

from docgen.knowledge.match import nearest, the_one
from docgen.knowledge.places import load_places

NAMES = [place.name for place in load_places()]
TOWNS = ["Đà Lạt", "Nha Trang", "Biên Hòa", "Quy Nhơn", "Hạ Long", "Vũng Tàu", "Buôn Ma Thuột", "Mỹ Tho", "Phan Thiết"]


def slips(name):
    """The name with one letter missing, doubled or put in another's place."""
    for place, letter in enumerate(name):
        if letter != " ":
            for typed in ("", letter * 2, "a", "h"):
                slip = name[:place] + typed + name[place + 1 :]
                if slip not in NAMES:
                    yield slip


def test_a_slip_of_one_letter_is_seen_through_and_never_taken_for_another():
    found = [(the_one(slip, NAMES), name) for name in NAMES for slip in slips(name)]
    right = sum(one == name for one, name in found)
    wrong = [pair for pair in found if pair[0] not in (None, pair[1])]
    assert wrong == []
    assert right / len(found) >= 0.95


@pytest.mark.parametrize("town", TOWNS)
def test_a_town_is_not_taken_for_a_province(town):
    assert the_one(town, NAMES) is None


def test_every_name_means_itself():
    assert [the_one(name, NAMES) for name in NAMES] == NAMES


def test_the_nearest_come_first_and_none_below_the_least():
    found = nearest("Thái Nguyen", NAMES, most=3)
    assert found[0][0] == "Thái Nguyên"
    assert all(score >= 75 for _, score in found)
    assert nearest("xyz", NAMES) == []
