"""The body of a tag as people write it → the body Jinja reads: names of several words become one name.

`Họ và tên|hoa` → `Họ_và_tên|hoa`. Names are later found in a row by their `key`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

STATEMENTS = frozenset(
    {"for", "if", "elif", "else", "endfor", "endif", "set", "endset", "with", "endwith", "macro", "endmacro", "call"}
    | {"endcall", "filter", "endfilter", "block", "endblock", "raw", "endraw", "vm", "hm", "colspan", "cellbg"}
    | {"include", "import", "from", "extends", "autoescape", "endautoescape"}
)
_WORDS_OF_JINJA = frozenset(
    {"and", "or", "not", "in", "is", "if", "else", "recursive", "true", "false", "none", "True", "False", "None"}
)
_TOKEN = re.compile(
    r"""(?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?P<word>[^\W\d]\w*)|(?P<number>\d[\d.]*)|(?P<space>\s+)|."""
)
_FOLD = str.maketrans("đ", "d")


def with_joined_names(body: str, *, is_block: bool = False) -> str:
    """The body with each run of words that can only be one name joined by underscores."""
    out: list[str] = []
    joinable = after_is = False
    space = ""
    for index, match in enumerate(_TOKEN.finditer(body)):
        kind, word = match.lastgroup, match.group()
        if kind == "space":
            space = word
            continue
        is_name = kind == "word" and word not in _WORDS_OF_JINJA and not (is_block and index == 0)
        if joinable and space and (is_name or (kind == "number" and "." not in word)):
            out.append("_" + word)
        else:
            out.append(space + word)
            joinable = is_name and not after_is
        if kind not in ("word", "number"):
            joinable = False
        after_is = word == "is" or (after_is and word == "not")
        space = ""
    return "".join(out)


def identifier(name: str) -> str:
    """A name Jinja can read for a field of any name: `Đơn vị (phòng)` → `Đơn_vị_phòng`."""
    made = re.sub(r"\W+", "_", unicodedata.normalize("NFC", name).strip()).strip("_") or "_"
    return f"_{made}" if made[0].isdigit() or made in _WORDS_OF_JINJA else made


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """What two spellings of one name have in common: no case, no spaces or marks, one diacritics form."""
    return "".join(char for char in unicodedata.normalize("NFC", name).casefold() if char.isalnum())


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """The key without diacritics: `Họ và tên` and `ho_va_ten` have the same."""
    plain = unicodedata.normalize("NFD", key(name).translate(_FOLD))
    return "".join(char for char in plain if not unicodedata.combining(char))


def find(name: str, among: Iterable[object]) -> str | None:
    """The one of `among` that `name` means: as it stands, by its key, or without diacritics if only one fits."""
    choices = [each for each in among if isinstance(each, str)]
    if name in choices:
        return name
    for form in (key, folded):
        wanted = form(name)
        fitting = [each for each in choices if form(each) == wanted]
        if wanted and (len(fitting) == 1 or (fitting and form is key)):
            return fitting[0]
    return None
