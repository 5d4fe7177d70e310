"""Start-up beside the peers, in one run: `python tests/bench/startup.py [TEXT]`.

`docgen --help` against a bare `import click`; `docgen check TEXT`, cold, against a bare `word_tokenize` of that text.
Each pair runs in turn, A B A B …, and the median of the pairs' ratios is printed beside the medians.
"""

import statistics
import subprocess
import sys
import time
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "corpora/documents/ban-thao-bai-viet.docx"
TOKENIZE = (
    "from underthesea import word_tokenize; import sys; word_tokenize(open(sys.argv[1], encoding='utf-8').read())"
)


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def pair(name, ours, peer, goal, runs=9):
    seconds(ours), seconds(peer)
    times = [(seconds(ours), seconds(peer)) for _ in range(runs)]
    a, b = (statistics.median(column) for column in zip(*times, strict=True))
    ratio = statistics.median(x / y for x, y in times)
    print(f"{name}: {a * 1000:.0f} ms against {b * 1000:.0f} ms, ratio {ratio:.2f} (goal at most {goal})")


def main():
    text = sys.argv[1] if len(sys.argv) > 1 else str(SAMPLE)
    docgen = str(Path(sys.executable).with_name("docgen"))
    pair("docgen --help / import click", [docgen, "--help"], [sys.executable, "-c", "import click"], 1.5)
    pair(
        "docgen check / word_tokenize",
        [docgen, "check", text],
        [sys.executable, "-c", TOKENIZE, text],
        1.0,
    )


if __name__ == "__main__":
    main()
