"""On annotated real texts: figures that a relation joins measure what can be joined."""

import re
from itertools import combinations
from pathlib import Path

from gold import gold_documents

from docgen.facts.bind import facts_of
from docgen.facts.indicator import plain
from docgen.knowledge.load import load
from docgen.model.fact import Kind

LABELS = Path(__file__).parent.parent.parent / "corpora" / "facts" / "gold" / "labels.tsv"
FILES = ("dev_news.jsonl", "dev_reports.jsonl")
EMPTY = {"của", "và", "các", "những", "có", "là", "được", "cho", "trong", "tại", "về", "với", "đã", "số"}
EMPTY |= {"tổng", "tỷ", "lệ", "từ", "ở", "do", "theo", "này", "người", "việc", "vụ", "trường", "hợp"}


def content(label):
    return {word for word in re.findall(r"\w+", plain(label or "")) if word not in EMPTY and not word.isdigit()}


def sentence_of(text, figure):
    """The words of the sentence that a figure stands in."""
    stops = [m.end() for m in re.finditer(r"\n|[.!?…;](?=\s)", text)]
    start = max((stop for stop in stops if stop <= figure.span.start), default=0)
    end = min((stop for stop in stops if stop > figure.span.end), default=len(text))
    return text[start:end]


def alike(a, b, text, figures):
    """Whether two labels can name one thing.

    A third of the shorter one's content words are shared, or half of one label is said in the other's sentence (a
    headline rarely repeats the words of the body).
    """
    first, second = content(a.label), content(b.label)
    if not first or not second:
        return True
    if len(first & second) * 3 >= min(len(first), len(second)):
        return True
    there, here = (content(sentence_of(text, figures[one.figure])) for one in (b, a))
    return len(first & there) * 2 >= len(first) or len(second & here) * 2 >= len(second)


def same_period(a, b):
    first, second = a.period, b.period
    if first is None or second is None:
        return True
    if first.start and first.end and second.start and second.end:
        return first.start <= second.end and second.start <= first.end
    return True


def same_kind(a, b):
    units = {a.quantity.unit, b.quantity.unit}
    return a.kind is b.kind and (a.kind is not Kind.MONEY or len(units - {None}) < 2)


def joined(relation):
    """The pairs of figures that a relation joins, and how."""
    kind = relation["kind"]
    if kind == "equal":
        yield from ((kind, *pair) for pair in combinations(relation["figures"], 2))
    elif kind == "sum":
        yield from ((kind, relation["total"], part) for part in relation["parts"])
    elif kind == "rate":
        yield kind, relation["rate"], relation["part"]
        yield "whole", relation["part"], relation["whole"]
    elif kind == "change":
        current = relation.get("current")
        for role in ("delta", "rate", "previous"):
            if current is not None and relation.get(role) is not None:
                yield role, current, relation[role]


def is_compatible(how, a, b, document, figures, indicators):
    """Whether two facts may stand in the relation."""
    if a.label is None or b.label is None:
        return False
    first, second = figures[a.figure], figures[b.figure]
    if how in ("equal", "sum", "whole", "delta", "previous") and not same_kind(first, second):
        return False
    if how != "previous" and not same_period(a, b):
        return False
    known = indicators.get(a.indicator), indicators.get(b.indicator)
    called_alike = alike(a, b, document.text, figures)
    if how == "equal":
        return called_alike and (None in known or a.indicator == b.indicator)
    if how in ("sum", "whole"):
        return None in known or known[0].way == known[1].way
    if how == "rate" and first.kind is Kind.PERCENT:
        fits = None in known or known[1].id in (known[0].id, known[0].part)
        return fits and called_alike
    return called_alike and (None in known or known[0].way == known[1].way)


def pairs(path):
    knowledge = load()
    for document, figures, relations in gold_documents(path):
        facts = facts_of(document, figures, knowledge)
        for relation in relations:
            for how, i, j in joined(relation):
                yield document, how, facts[i], facts[j], figures, knowledge.indicators


def test_figures_that_a_relation_joins_are_compatible_in_95_of_100(shared):
    judged = [
        is_compatible(how, a, b, document, figures, known)
        for name in FILES
        for document, how, a, b, figures, known in pairs(shared / "gold" / name)
    ]
    assert sum(judged) / len(judged) >= 0.95


def table_of_labels():
    """The labels and indicators that were written by hand, by document and figure."""
    found = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            document, figure, label, indicator = line.split("\t")
            found.setdefault(document, {})[int(figure)] = label, None if indicator == "-" else indicator
    return found


def same_name(found, wanted):
    """Whether two labels say the same: word for word, or with at least half of all their content words shared."""
    if plain(found or "") == plain(wanted):
        return True
    first, second = content(found), content(wanted)
    return len(first & second) * 2 >= len(first | second) > 0


def compared_with_the_table(shared):
    wanted, knowledge = table_of_labels(), load()
    for document, figures, _ in gold_documents(shared / "gold" / "dev_reports.jsonl"):
        rows = wanted.get(document.source)
        if rows is not None:
            assert len(rows) == len(figures)
            for fact in facts_of(document, figures, knowledge):
                yield document.source, fact, *rows[fact.figure]


def test_labels_and_indicators_agree_with_the_table_written_by_hand(shared):
    rows = list(compared_with_the_table(shared))
    assert len({row[0] for row in rows}) == 30
    labels = [same_name(fact.label, label) for _, fact, label, _ in rows]
    indicators = [fact.indicator == indicator for _, fact, _, indicator in rows]
    assert sum(labels) / len(labels) >= 0.95
    assert sum(indicators) / len(indicators) >= 0.95
