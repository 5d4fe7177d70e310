"""Names of files that every system takes: by Windows' rules, at most 255 bytes, no two alike."""

import re
import unicodedata

MOST_BYTES = 240  # 255 less what a temporary name beside it needs
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+')
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{name}{n}" for name in ("com", "lpt") for n in "0123456789¹²³"}
)


def safe_name(wanted: str, suffix: str = ".docx", fallback: str = "van_ban") -> str:
    """A safe file name as near to the wanted one as may be, with the suffix."""
    name = unicodedata.normalize("NFC", wanted)
    if name.casefold().endswith(suffix):
        name = name[: -len(suffix)]
    name = _FORBIDDEN.sub("-", " ".join(name.split())).strip(" .-") or fallback
    if name.split(".")[0].strip().casefold() in _RESERVED:
        name = f"_{name}"
    return _cut(name, MOST_BYTES - len(suffix.encode())) + suffix


def _cut(name: str, most: int) -> str:
    """The name in at most so many bytes, cut between whole letters."""
    if len(name.encode()) <= most:
        return name
    cut = name.encode()[:most].decode("utf-8", "ignore")
    while cut and unicodedata.combining(name[len(cut)]):
        cut = cut[:-1]
    return cut.rstrip(" .")


class Names:
    """Gives each wanted name once: the second `a.docx` becomes `a (2).docx`. Case and diacritics form do not count."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def unique(self, name: str) -> str:
        """The name itself, or the name with the next free number."""
        stem, dot, suffix = name.rpartition(".")
        taken = self._taken.get(name.casefold())
        if taken is None:
            self._taken[name.casefold()] = 1
            return name
        number = taken
        while True:
            number += 1
            tail = f" ({number})"
            tried = _cut(stem, MOST_BYTES - len(f"{tail}{dot}{suffix}".encode())) + tail + dot + suffix
            if tried.casefold() not in self._taken:
                self._taken[name.casefold()] = number
                self._taken[tried.casefold()] = 1
                return tried
