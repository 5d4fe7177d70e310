"""The one runner of all corpora.

`corpora/<room>/<module>.toml` is the twin of `docgen/<room>/<module>.py`. Each spelling of a `[[case]]` must give its
`value` (or `values`), each of a `[[none]]` must give nothing; `todo` are known gaps (strict xfail). How a room reads a
spelling is told by `tests/corpus_<room>.py`: `read(module, spelling) -> list[str]`, in the order of the text.
"""

import importlib
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
CORPORA = TOP / "corpora"
ROOMS = ("vi", "figures", "facts", "checks")


NO_TWINS = ("traps",)  # whole texts that a test of their own reads


def twins():
    found = [path for room in ROOMS for path in (CORPORA / room).glob("*.toml")]
    return sorted(path for path in found if path.stem not in NO_TWINS)


def cases():
    for path in twins():
        room, module = path.parent.name, path.stem
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in data.get("case", []):
            wanted = case["values"] if "values" in case else [case["value"]]
            for spelling in case.get("spellings", []):
                yield pytest.param(room, module, spelling, wanted, id=f"{room}/{module}: {spelling[:60]}")
            for spelling in case.get("todo", []):
                gap = pytest.mark.xfail(reason="known gap", strict=True)
                yield pytest.param(room, module, spelling, wanted, id=f"{room}/{module}: {spelling[:60]}", marks=gap)
        for none in data.get("none", []):
            for spelling in none["spellings"]:
                yield pytest.param(room, module, spelling, [], id=f"{room}/{module}: not {spelling[:60]}")


@pytest.mark.parametrize(("room", "module", "spelling", "wanted"), list(cases()))
def test_a_spelling_gives_its_value(room, module, spelling, wanted):
    assert importlib.import_module(f"corpus_{room}").read(module, spelling) == wanted


@pytest.mark.parametrize("room", ROOMS)
def test_every_module_has_its_twin(room):
    for path in (TOP / "docgen" / room).glob("*.py"):
        if path.stem != "__init__":
            twin = CORPORA / room / f"{path.stem}.toml"
            assert twin.exists(), f"{path.name} has no corpus twin"


@pytest.mark.parametrize("path", twins(), ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_a_twin_has_as_many_look_alikes_as_cases(path):
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert len(data.get("none", [])) >= len(data.get("case", [])) > 0
    assert (TOP / "docgen" / path.parent.name / f"{path.stem}.py").exists(), "a twin of nothing"
