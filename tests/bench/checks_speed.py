"""Prints how long judging takes as a text grows, beside the extraction of the same text, and the curve per figure.

python tests/bench/checks_speed.py
"""

import time
from decimal import Decimal

from docgen.checks import check
from docgen.checks.engine import judge
from docgen.facts.bind import facts_of
from docgen.figures.scan import figures_of
from docgen.knowledge.load import load
from docgen.model.finding import Claim
from docgen.readers.text import document_of
from docgen.vi.numerals import write_number

SENTENCE = "Đơn vị thứ {n} thụ lý {total} việc, gồm {old} việc cũ và {new} việc mới; xong {done} việc, đạt {rate}%. "


def report(figures: int) -> str:
    """A report of true sentences with about this many figures."""
    lines = []
    for n in range(figures // 5):
        old, new = 100 + n * 7 % 900, 200 + n * 13 % 800
        total = old + new
        done = total * 2 // 3
        rate = write_number((Decimal(done) * 100 / total).quantize(Decimal("0.01")))
        told = {"total": total, "old": old, "new": new, "done": done}
        lines.append(SENTENCE.format(n=n, rate=rate, **{key: write_number(value) for key, value in told.items()}))
    return "\n".join(lines)


def one_sentence(figures: int) -> str:
    """One sentence whose total has all other figures for parts."""
    parts = [100 + i % 900 for i in range(figures - 1)]
    listed = ", ".join(f"{part} việc" for part in parts)
    return f"Tổng số {write_number(sum(parts) + 1)} việc, gồm {listed}."


def all_wrong(figures: int) -> str:
    """One sentence of figures that have nothing to do with each other, so that most of what it claims is broken."""
    told = []
    for n in range(figures // 7):
        done, before = 200 + n * 37 % 900, 150 + n * 53 % 800
        rise, old = abs(done - before), done // 3
        rates = f"đạt {n * 7 % 100},{n % 10}%, tăng {rise} việc ({n * 3 % 90},{n % 7}%) so với {before} việc"
        told.append(f"xong {done} việc, {rates}, gồm {old} việc cũ và {done - old} việc mới")
    return f"Kết quả: {'; '.join(told)}."


def timed(act, *given):
    start = time.perf_counter()
    result = act(*given)
    return result, time.perf_counter() - start


def whole_check(text: str, knowledge, name: str) -> None:
    """Extraction and check of a text, claims found in it."""
    document = document_of(text)
    figures, reading = timed(figures_of, document)
    facts, binding = timed(facts_of, document, figures, knowledge)
    _, checking = timed(check, document, figures, facts, knowledge)
    extracting = reading + binding
    whole, ratio = extracting + checking, checking / extracting
    told = f"check {checking:6.2f} s, {ratio:5.2f} × the extraction, all {whole:6.2f} s"
    print(f"{name:8} {len(figures):>6} figures, {told}")


def judging_alone(size: int) -> None:
    """Judging of claims that are given: three a sentence, one sentence in fifty with a wrong rate."""
    document = document_of(report(size))
    figures = figures_of(document)
    claims = []
    for n in range(0, len(figures) - 5, 5):
        total, old, new, done, rate = range(n, n + 5)
        claims.append(Claim("SUM101", "sum", (total, old, new), ("total", "part", "part"), ""))
        whole = old if n % 250 == 0 else total
        claims.append(Claim("PCT101", "rate", (rate, done, whole), ("rate", "part", "whole"), ""))
        claims.append(Claim("PCT103", "bounds", (done, total), ("part", "whole"), ""))
    (_, findings), taken = timed(judge, document, figures, (), claims)
    print(f"judge  {len(figures):>6} figures {len(claims):>6} claims {len(findings):>4} findings {taken:7.2f} s")


def one_broken_sum(size: int) -> None:
    """A single broken sum over all figures of one sentence."""
    document = document_of(one_sentence(size))
    figures, reading = timed(figures_of, document)
    whole = tuple(range(len(figures)))
    claim = Claim("SUM101", "sum", whole, ("total", *["part"] * (len(whole) - 1)), "")
    _, taken = timed(judge, document, figures, (), (claim,))
    each, ratio = taken / len(figures) * 1e6, taken / reading
    print(f"sum of {len(figures):>6} figures {taken:7.3f} s, {each:5.1f} µs a figure, {ratio:5.2f} × their reading")


def main() -> None:
    knowledge = load()
    whole_check(report(50), knowledge, "warm")
    for size in (100, 400, 1000, 3000):
        whole_check(report(size), knowledge, "report")
    for size in (1000, 5000, 20000):
        whole_check(one_sentence(size), knowledge, "sentence")
    for size in (140, 280, 560):
        whole_check(all_wrong(size), knowledge, "wrong")
    for size in (750, 1500, 3000):
        judging_alone(size)
    for size in (2500, 5000, 10000, 20000):
        one_broken_sum(size)


if __name__ == "__main__":
    main()
