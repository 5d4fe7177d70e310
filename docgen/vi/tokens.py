"""Vietnamese words: the segmenter of underthesea, reached without importing all of underthesea.

The whole package takes 0.6 to 1.2 s and 90 MB to import; its segmenter alone (a conditional random field in
`underthesea_core`, with the model files that underthesea installs) is ready in 0.1 s. `underthesea.word_tokenize` with
`use_token_normalize=False` is the reference: same words on the same text.
"""

import importlib.util
import pickle
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_LETTER = f"[{_UPPER}{_UPPER.lower()}]"

_URL = (
    r"(?:(?:ftp|http)s?:(?:/{1,3}|[a-z0-9%])|[a-z0-9.\-]+[.][a-z]{2,13}/)"
    r"(?:[^\s()<>{}\[\]]+|\([^\s()]*?\([^\s()]+\)[^\s()]*?\)|\([^\s]+?\))+"
    r"(?:\([^\s()]*?\([^\s()]+\)[^\s()]*?\)|\([^\s]+?\)|[^\s`!()\[\]{};:'\".,<>?«»“”‘’])"
    r"|(?<!@)[a-z0-9]+(?:[.\-][a-z0-9]+)*[.][a-z]{2,13}\b/?(?!@)"
)

# The model was trained on tokens cut in this order, and sees other input than it learnt if the order changes.
_TOKENS = (
    r"=>|==>|->|\.{2,}|-{2,}|>>|\d+x\d+|v\.v\.\.\.|v\.v\.|v\.v|°[CF]",
    rf"[A-ZĐ]+&[A-ZĐ]+|T\.Ư|[{_UPPER}]+(?:\.{_LETTER}+)+\.?|{_LETTER}+['’]{_LETTER}+|[A-ZĐ]+\.(?!$)"
    r"|Tp\.|Mr\.|Mrs\.|Ms\.|Dr\.|ThS\.|Th.S|Th.s|e-mail|\d+[A-Z]+\d*-\d+|NĐ-CP",
    _URL,
    r"[a-zA-Z0-9_.+-]+@[a-zA-Z0-9-]+\.[a-zA-Z0-9-.]+",
    r"\d{2,}-\d{3,}-\d{3,}",
    r"\d{1,2}/\d{1,2}/\d+|\d{1,2}/\d{1,4}|\d{1,2}-\d{1,2}-\d+|\d{1,2}-\d{1,4}|\d{1,2}\.\d{1,2}\.\d+"
    r"|\d{4}/\d{1,2}/\d{1,2}|\d{2}:\d{2}:\d{2}",
    r"\d+[A-Z]+\d+|\d+[A-Z]+",
    r"\d+(?:\.\d+)+,\d+|\d+(?:\.\d+)+|\d+(?:,\d+)+|\d+(?:[.,_]\d+)?",
    r":\)\)*|=\)\)+|♥‿♥|:D+(?=\s)|:D+(?=$)|<3",
    r"[.,()ʺ]",
    r"\b\w+-[\w+-]*\w+",
    r"\w+",
    r":+|[^\w\s]|_",
)
_TOKEN = re.compile("|".join(f"(?:{pattern})" for pattern in _TOKENS))


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands in the text that was given, and its syllables joined by one space."""

    start: int
    end: int
    text: str


class _Plain(pickle.Unpickler):
    """Reads containers and strings only: a pickle that names a class or a function is refused."""

    def find_class(self, module: str, name: str) -> object:
        raise pickle.UnpicklingError(f"{module}.{name} is no plain container")


def _plain(path: Path) -> object:
    with path.open("rb") as file:
        return _Plain(file).load()


@cache
def _tagger() -> Callable[[list[list[str]]], list[str]]:
    """The loaded model: tokens, each in a list of its own, to one tag each (`B-W` begins a word, `I-W` goes on)."""
    from underthesea_core import CRFFeaturizer, CRFTagger

    spec = importlib.util.find_spec("underthesea")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("underthesea is not installed")
    folders = Path(spec.submodule_search_locations[0]).glob("pipeline/word_tokenize/models/*/models.bin")
    folder = max(folders).parent
    tagger = CRFTagger()
    tagger.load(str(folder / "models.bin"))
    featurizer = CRFFeaturizer(_plain(folder / "features.bin"), _plain(folder / "dictionary.bin"))

    def tags(tokens: list[list[str]]) -> list[str]:
        found: list[str] = tagger.tag(featurizer.process([tokens])[0])
        return found

    return tags


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[Word, ...]:
    tokens = list(_TOKEN.finditer(text))
    if not tokens:
        return ()
    words: list[Word] = []
    for token, tag in zip(tokens, _tagger()([[token.group()] for token in tokens]), strict=True):
        if tag == "I-W" and words:
            last = words[-1]
            words[-1] = Word(last.start, token.end(), f"{last.text} {token.group()}")
        else:
            words.append(Word(token.start(), token.end(), token.group()))
    return tuple(words)


def words(text: str) -> list[Word]:
    """The words of a normalised text, in order; every character but white space lies in one of them.

    Meant for short windows: a text that was cut before is remembered.
    """
    return list(_words(text))
