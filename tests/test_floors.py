"""The floors of the house: a room imports only from rooms below it, and each library has one importing room."""

import ast
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent / "docgen"

FLOORS = {
    "model": 0,
    "errors": 0,
    "atomic": 1,
    "vi": 1,
    "knowledge": 2,
    "readers": 2,
    "forms": 3,
    "figures": 3,
    "fill": 3,
    "facts": 4,
    "checks": 5,
    "commendation": 5,
    "outputs": 6,
    "pipeline": 7,
    "demo": 9,
    "many": 1,
    "report": 8,
    "cli": 10,
    "__init__": 10,
    "__main__": 10,
}

ONLY_IN = {
    "underthesea": {"vi"},
    "underthesea_core": {"vi"},
    "rapidfuzz": {"knowledge"},
    "jinja2": {"fill"},
    "xlsxwriter": {"outputs"},
    "click": {"cli"},
    "pypdfium2": {"readers"},
    "distributed": {"fill"},
}


def modules():
    return sorted(TOP.rglob("*.py"))


def room_of(path: Path) -> str:
    inside = path.relative_to(TOP)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imported(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the room"
            yield node.module or ""
            if node.module == "docgen":
                yield from (f"docgen.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(TOP).as_posix())
def test_a_room_imports_only_from_rooms_below_it(path):
    room = room_of(path)
    assert room in FLOORS, f"{room} stands on no floor"
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "docgen" and len(parts) > 1 and parts[1] != room:
            below = parts[1]
            assert below in FLOORS, f"{path}: imports {name}, which stands on no floor"
            assert FLOORS[below] < FLOORS[room], f"{path}: {room} must not import {name}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(TOP).as_posix())
def test_a_library_has_one_importing_room(path):
    room = room_of(path)
    for name in imported(path):
        library = name.split(".")[0]
        assert room in ONLY_IN.get(library, {room}), f"{path}: {library} belongs to {ONLY_IN[library]}"


@pytest.mark.parametrize("path", [p for p in modules() if room_of(p) in ("model", "errors")], ids=lambda p: p.name)
def test_the_ground_floor_needs_only_the_standard_library(path):
    import sys

    for name in imported(path):
        assert name.split(".")[0] in sys.stdlib_module_names | {"docgen"}
