"""Prints how long facts take beside figures, on the same documents in the same run.

    python tests/bench/facts_speed.py FILE…

Each file is read once; the best of three runs counts. The ratio is to stay at or below 1.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from docgen.facts.bind import facts_of
from docgen.figures.scan import figures_of
from docgen.knowledge.load import load
from docgen.readers import read


def best_of_three(run: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def main(paths: list[str]) -> None:
    knowledge = load()
    documents = [read(Path(path)) for path in paths]
    figures = [figures_of(document) for document in documents]
    scan = best_of_three(lambda: [figures_of(document) for document in documents])
    pairs = list(zip(documents, figures, strict=True))
    bind = best_of_three(lambda: [facts_of(document, found, knowledge) for document, found in pairs])
    print(f"{len(paths)} documents, {sum(map(len, figures))} figures")
    print(f"figures {scan:.3f} s, facts {bind:.3f} s, ratio {bind / scan:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
