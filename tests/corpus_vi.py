"""How the corpora of `docgen/vi` are read: one entry a module, the values found in a spelling in text order."""

from collections.abc import Callable

READERS: dict[str, Callable[[str], list[str]]] = {}


def read(module: str, spelling: str) -> list[str]:
    return READERS[module](spelling)
