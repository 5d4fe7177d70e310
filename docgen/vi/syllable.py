"""Whether letters can be a Vietnamese syllable: what tells Vietnamese from another character set's look-alike."""

import re
import unicodedata

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ONSET = "ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x"
_EITHER = "oa|oe|uê|uơ|uy|a|e|ê|i|o|ô|ơ|u|ư|y"  # vowels that stand with a final consonant or without
_CLOSED = "uyê|iê|oă|oo|uâ|uô|ươ|yê|ă|â"
_OPEN = "iêu|oai|oay|oao|oeo|uao|uây|uôi|uya|uyu|ươi|ươu|yêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oi|ôi|ơi|ua|ui|ưa|ưi|ưu"
_FINAL = "ch|nh|ng|c|m|n|p|t"
_SYLLABLE = re.compile(f"(?:{_ONSET})?(?:(?:{_CLOSED}|{_EITHER})({_FINAL})|(?:{_OPEN}|{_EITHER}))")


def is_syllable(word: str) -> bool:
    """Whether `word`, in any case and either Unicode form, is built as a Vietnamese syllable is."""
    apart = unicodedata.normalize("NFD", word.lower())
    tones = _TONES.findall(apart)
    if len(tones) > 1:
        return False
    match = _SYLLABLE.fullmatch(unicodedata.normalize("NFC", _TONES.sub("", apart)))
    if match is None:
        return False
    if match[1] in ("c", "ch", "p", "t"):
        return not tones or tones[0] in "\u0301\u0323"
    return True
