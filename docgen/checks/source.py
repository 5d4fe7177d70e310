"""SRC: the figures of a draft held against its sources, reports and tables whose facts have the same keys."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from docgen.checks.rules import rule_of
from docgen.checks.slack import cut_off, rounded
from docgen.checks.slips import POWERS, SCALE_WORD, slips_of
from docgen.checks.source_key import Kinship, Side, dimension_of, is_dated, kinship
from docgen.model.fact import Fact, Figure, Kind
from docgen.model.finding import Family, Finding, Severity
from docgen.model.quantity import Interval, Quantity
from docgen.model.text import Document
from docgen.vi.writing import write_number

AGAINST, TOGETHER, ABSENT = "SRC101", "SRC102", "SRC103"
_SHOWN = 12  # figures that stand in no source and are named
_ROUND = 100  # from here on the zeros a plain count ends in may be rounding
_TELLING = 3  # digits from which a value that stands in a source is hardly there by chance
_FAR, _APART = 2, 20  # how many times larger a wrong figure may be: of a fact without its time, and with it


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a source: its name to the reader, its facts, and for each the place and the text in words."""

    name: str
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...]
    places: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A figure of a source that may tell the fact of the draft's figure."""

    source: int
    figure: int
    kinship: Kinship
    agrees: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of it: the findings, and how many figures agree with a source, differ, and stand in none."""

    findings: tuple[Finding, ...]
    agreeing: int
    differing: int
    absent: int


def compare(
    document: Document,
    figures: Sequence[Figure],
    facts: Sequence[Fact],
    sources: Sequence[Source],
    *,
    together: bool = False,
) -> Compared:
    """The draft's figures that differ from what a source says of the same fact, and a list of those in no source.

    With `together` the sources are documents of the same rank: only facts that say of which time they are count, no
    figure is the suspect, and nothing is listed.
    """
    return _Comparison(document, figures, facts, sources, together).outcome()


class _Comparison:
    def __init__(
        self,
        document: Document,
        figures: Sequence[Figure],
        facts: Sequence[Fact],
        sources: Sequence[Source],
        together: bool,
    ) -> None:
        self.document, self.figures, self.facts = document, figures, facts
        self.sources, self.together = sources, together
        self.draft = Side.of(figures, facts, document.text)
        self.sides = [Side.of(source.figures, source.facts) for source in sources]
        self.by_dimension: dict[tuple[str, str | None], list[tuple[int, int]]] = defaultdict(list)
        for n, source in enumerate(sources):
            for j, figure in enumerate(source.figures):
                self.by_dimension[dimension_of(figure)].append((n, j))

    def outcome(self) -> Compared:
        matches = {i: self._matches(i) for i in range(len(self.figures))}
        agreeing = {i for i, found in matches.items() if any(match.agrees for match in found)}
        told = {(match.source, match.figure) for i in agreeing for match in matches[i] if match.agrees}
        differing = {}
        for i, found in matches.items():
            match = None if i in agreeing else self._contradicting(i, found, told)
            if match is not None:
                differing[i] = match
        differing = self._borne_out(differing, {i: matches[i] for i in agreeing})
        findings = [self._finding(i, match) for i, match in differing.items()]
        absent = [i for i, found in matches.items() if not found and not self._stands_somewhere(i)]
        if absent and not self.together:
            findings.append(self._listing(absent))
        return Compared(tuple(findings), len(agreeing), len(differing), len(absent))

    def _borne_out(self, differing: dict[int, Match], agreeing: dict[int, list[Match]]) -> dict[int, Match]:
        """Those that say of which time they are, and others where more figures agree with the source than differ.

        Facts without a time that differ may be of two times, unless the draft is seen to be drawn from the source.
        """
        borne = Counter(source for found in agreeing.values() for source in {m.source for m in found if m.agrees})
        undated = {i for i, match in differing.items() if not self._is_dated(i, match)}
        against = Counter(differing[i].source for i in undated)
        return {
            i: match
            for i, match in differing.items()
            if i not in undated or borne[match.source] > max(1, against[match.source])
        }

    def _is_dated(self, i: int, match: Match) -> bool:
        return is_dated(self.facts[i].period, self.sources[match.source].facts[match.figure].period)

    def _matches(self, i: int) -> list[Match]:
        found = []
        for n, j in self.by_dimension[dimension_of(self.figures[i])]:
            sure = kinship(self.draft, i, self.sides[n], j)
            if self.together and not is_dated(self.facts[i].period, self.sources[n].facts[j].period):
                continue
            if sure is not Kinship.NONE:
                found.append(Match(n, j, sure, agree(self.figures[i], self.sources[n].figures[j])))
        return found

    def _contradicting(self, i: int, found: Sequence[Match], told: set[tuple[int, int]]) -> Match | None:
        """The one fact of the sources that the figure gets wrong; `None` where it cannot be told for sure.

        What another figure of the draft tells rightly is not what this one means, unless it is a slip away from it.
        """
        figure = self.figures[i]
        surest = max((match.kinship for match in found), default=Kinship.NONE)
        best = [match for match in found if match.kinship is surest]
        free = [match for match in best if (match.source, match.figure) not in told]
        left = free or best
        if not left or len({self._quantity(match).value for match in left}) > 1:
            return None
        match = left[0]
        dated = self._is_dated(i, match)
        if self._is_slip_of(figure, self._quantity(match)):
            return match if dated or not self._stands_somewhere(i) else None
        is_certain = surest is Kinship.SURE and len(free) == len(best)
        if not is_certain or figure.partner is not None:
            return None
        if dated and self._is_worth_telling(figure, self._quantity(match)):
            return match
        near = _ratio(figure.quantity, self._quantity(match)) <= _FAR
        return match if near and not self._stands_somewhere(i) else None

    def _quantity(self, match: Match) -> Quantity:
        return self.sources[match.source].figures[match.figure].quantity

    def _is_slip_of(self, figure: Figure, meant: Quantity) -> bool:
        """Whether one slip of the keys makes the source's value into what is written."""
        number, tail = figure.number.of(self.document.text), self.document.text[figure.number.end : figure.span.end]
        truth = rounded(meant)
        half = Fraction(figure.quantity.step) / 2
        slips = slips_of(number, tail, figure.quantity.value)
        return any(truth.meets(Interval(slip.value - half, slip.value + half)) for slip in slips)

    def _is_worth_telling(self, figure: Figure, meant: Quantity) -> bool:
        """Whether two values of one key may be a wrong figure rather than two things called alike."""
        return _ratio(figure.quantity, meant) <= _APART

    def _stands_somewhere(self, i: int) -> bool:
        """Whether the value itself stands in a source, with so many digits that it is not there by chance."""
        figure = self.figures[i]
        if len(figure.quantity.value.normalize().as_tuple().digits) < _TELLING:
            return False
        pairs = self.by_dimension[dimension_of(figure)]
        return any(agree(figure, self.sources[n].figures[j]) for n, j in pairs)

    def _finding(self, i: int, match: Match) -> Finding:
        source, figure = self.sources[match.source], self.figures[i]
        truth = source.figures[match.figure].quantity
        meant = _as_written(self.document, figure, truth)
        text = _text(self.document, figure)
        label = self.facts[i].label or source.facts[match.figure].label or ""
        place = f"{source.name}, {source.places[match.figure]}"
        written = source.texts[match.figure]
        shown = meant if _digits(written) == _digits(meant) else f"{meant} (viết là {written})"
        code = TOGETHER if self.together else AGAINST
        said = "văn bản kia" if self.together else "số liệu gốc"
        return Finding(
            code=code,
            rule=rule_of(code).slug,
            family=Family.CONSISTENCY,
            severity=Severity.ERROR if match.kinship is Kinship.SURE else Severity.WARNING,
            message=f"Ghi {text}, {said} là {shown}: {place}.",
            figures=(i,),
            spans=(figure.span,),
            fingerprint=_fingerprint(code, text, label, meant),
            suspect=None if self.together else i,
            expected=None if self.together else truth.value,
            suggestion=None if self.together else meant,
        )

    def _listing(self, absent: Sequence[int]) -> Finding:
        texts = [_text(self.document, self.figures[i]) for i in absent]
        more = f" và {len(texts) - _SHOWN} số nữa" if len(texts) > _SHOWN else ""
        return Finding(
            code=ABSENT,
            rule=rule_of(ABSENT).slug,
            family=Family.CONSISTENCY,
            severity=Severity.INFO,
            message=f"{len(texts)} số không có trong nguồn nào: {'; '.join(texts[:_SHOWN])}{more}.",
            figures=tuple(absent),
            spans=tuple(self.figures[i].span for i in absent),
            fingerprint=_fingerprint(ABSENT, *texts),
        )


def agree(figure: Figure, other: Figure) -> bool:
    """Whether two figures may be one number, each rounded, cut off or hedged in its own way."""
    truths = [_reach(quantity) for quantity in _readings(other)]
    return any(mine.meets(truth) for mine in map(_reach, _readings(figure)) for truth in truths)


def _readings(figure: Figure) -> Iterator[Quantity]:
    yield figure.quantity
    yield from figure.alternatives


def _reach(quantity: Quantity) -> Interval:
    """The numbers a writer may have meant; a plain count that ends in zeros may be a rounded one."""
    near = cut_off(quantity)
    if quantity.approx is None and quantity.step == 0 and quantity.reach >= _ROUND:
        half, exact = quantity.reach / 2, Fraction(quantity.value)
        if exact >= 10 * quantity.reach:
            return Interval(exact - half, exact + half)
    return Interval(*(_wider(near, rounded(quantity))))


def _wider(one: Interval, other: Interval) -> tuple[Fraction | None, Fraction | None]:
    los, his = (one.lo, other.lo), (one.hi, other.hi)
    lo = None if None in los else min(end for end in los if end is not None)
    hi = None if None in his else max(end for end in his if end is not None)
    return lo, hi


def _ratio(one: Quantity, other: Quantity) -> Fraction:
    low, high = sorted((abs(Fraction(one.value)), abs(Fraction(other.value))))
    return high / low if low else Fraction(10**9)


def _text(document: Document, figure: Figure) -> str:
    return " ".join(figure.span.of(document.text).split())


def _as_written(document: Document, figure: Figure, truth: Quantity) -> str:
    """The source's value in the scale and the unit that the draft's figure is written in, to its last digit."""
    tail = " ".join(document.text[figure.number.end : figure.span.end].split())
    word = SCALE_WORD.match(tail)
    scale = Fraction(10) ** POWERS[word.group(1).lower()] if word else Fraction(1)
    value, step = Fraction(truth.value) / scale, Fraction(figure.quantity.step) / scale
    places = 0
    while places < 12 and step and step * 10**places < 1:
        places += 1
    if not step and figure.kind is not Kind.COUNT:
        places = 2 if value.denominator != 1 else 0
    while places < 12 and value and round(value * 10**places) < 1:
        places += 1
    glue = "" if not tail or tail.startswith("%") else " "
    return write_number(Decimal(round(value * 10**places)).scaleb(-places)) + glue + tail


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _fingerprint(*said: str) -> str:
    """Twelve hexadecimal digits of what is said, not of where it stands."""
    return hashlib.sha256("\x1f".join(said).encode()).hexdigest()[:12]
