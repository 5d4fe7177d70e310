"""How fast figures are read, against `underthesea.word_tokenize` on the same text in the same run.

    python tests/bench/figures_speed.py [FILE.jsonl…]

Each line of a file is one document with a field `text`; without a file only the ordinary prose below is measured.
"""

import json
import sys
import time
import tracemalloc
from pathlib import Path

from docgen.figures.scan import figures_of
from docgen.readers.text import document_of
from docgen.vi.tokens import words

PROSE = (
    "Công tác tuyên truyền được các cấp ủy đảng, chính quyền quan tâm chỉ đạo, tổ chức bằng nhiều hình thức phong phú.",
    "Đội ngũ cán bộ, công chức luôn nêu cao tinh thần trách nhiệm, chấp hành nghiêm kỷ luật, kỷ cương hành chính.",
    "Một số đơn vị chưa chủ động trong phối hợp, việc đôn đốc, nhắc nhở có lúc còn chưa thường xuyên.",
    "Phong trào thi đua đã lan tỏa sâu rộng, góp phần hoàn thành các nhiệm vụ chính trị của địa phương.",
    "Trong năm, đơn vị đã quán triệt đầy đủ các văn bản hướng dẫn của cấp trên về công tác thi đua, khen thưởng.",
    "Việc bình xét các danh hiệu bảo đảm công khai, dân chủ, đúng người, đúng thành tích.",
    "Các khó khăn, vướng mắc phát sinh từ cơ sở được ghi nhận, tổng hợp và kiến nghị tháo gỡ kịp thời.",
    "Nhân dân đồng tình, ủng hộ và tích cực tham gia các hoạt động do Mặt trận và các đoàn thể phát động.",
    "Thời gian tới, đơn vị tiếp tục đổi mới phương pháp làm việc, nâng cao chất lượng phục vụ người dân.",
    "Kết quả, đã thi hành xong 1.250 việc, đạt tỷ lệ 82,5% trên số việc có điều kiện.",
)


def seconds(function, texts, rounds=3):
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        for text in texts:
            function(text)
        best = min(best, time.perf_counter() - start)
    return best


def report(name, texts):
    from underthesea import word_tokenize

    # Both models are loaded before the clock starts.
    word_tokenize("xin chào")
    words("xin chào")
    figures_of(document_of("Khen 5 tập thể."))
    # One round for docgen: it remembers windows that it has cut before, and must not profit from a second reading.
    ours = seconds(lambda text: figures_of(document_of(text)), texts, rounds=1)
    theirs = seconds(word_tokenize, texts, rounds=1)
    size = sum(map(len, texts))
    print(f"{name}: {size} characters, figures {size / ours:,.0f}/s, word_tokenize {size / theirs:,.0f}/s,", end=" ")
    print(f"{theirs / ours:.1f} times as fast")


def memory(texts):
    """How much memory is kept after one reading of all texts, and after ten."""
    tracemalloc.start()
    for text in texts:
        figures_of(document_of(text))
    once = tracemalloc.get_traced_memory()[0]
    for _ in range(9):
        for text in texts:
            figures_of(document_of(text))
    print(
        f"memory kept: {once / 1e6:.1f} MB after one reading, {tracemalloc.get_traced_memory()[0] / 1e6:.1f} after ten"
    )
    tracemalloc.stop()


def worst():
    """The longest that a megabyte of digits, dots and scale words takes."""
    size = 1_000_000
    for piece in (
        "1",
        "1.",
        "1.234.",
        "tỷ ",
        "1 tỷ ",
        "1,",
        "1/",
        "1-",
        "năm ",
        "1 ",
        "(1) ",
        "một trăm ",
        "A1-",
        "5 - ",
    ):
        text = (piece * (size // len(piece) + 1))[:size]
        start = time.perf_counter()
        figures_of(document_of(text))
        print(f"1 MB of «{piece}»: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:]):
        documents = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
        report(path.stem, documents)
        memory(documents)
    report("ordinary prose", ["\n".join(PROSE[place:] + PROSE[:place]) for place in range(len(PROSE))] * 20)
    worst()
