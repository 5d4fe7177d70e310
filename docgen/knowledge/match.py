"""Names that nearly match. The only import of rapidfuzz."""

from collections.abc import Iterable


def nearest(name: str, choices: Iterable[str], *, least: float = 75.0, most: int = 1) -> list[tuple[str, float]]:
    """The choices nearest to `name` with their likeness (0 to 100), best first; none below `least`, at most `most`."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        name, list(choices), scorer=fuzz.WRatio, processor=utils.default_process, limit=most, score_cutoff=least
    )
    return [(choice, score) for choice, score, _ in found]
