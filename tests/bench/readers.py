"""How fast a report of a hundred pages is read: docgen against python-docx on the same file, in the same run.

Run: python tests/bench/readers.py
"""

import io
import time

import docx

from docgen.readers import read_bytes

ROUNDS = 5
SENTENCE = "Trong năm, toàn huyện có 1.426 bản án, quyết định phải thi hành, đạt 68,73% so với kế hoạch được giao; "


def report() -> bytes:
    """A Word file of about a hundred pages: 2,400 paragraphs and 20 tables of 20 rows."""
    made = docx.Document()
    for number in range(2_400):
        if number % 120 == 0:
            made.add_heading(f"{number // 120 + 1}. Kết quả", 2)
            rows = made.add_table(20, 5).rows
            for row in rows:
                for place, cell in enumerate(row.cells):
                    cell.text = f"{place}.426"
        paragraph = made.add_paragraph()
        for word in (SENTENCE, f"{number} việc", " đã xong."):
            paragraph.add_run(word)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def by_python_docx(data: bytes) -> int:
    """The number of characters that python-docx finds in paragraphs and tables."""
    made = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in made.paragraphs]
    texts += [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return sum(map(len, texts))


def best(call, data: bytes) -> float:
    """The shortest of a few runs, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call(data)
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Prints both times and their ratio."""
    data = report()
    ours, theirs = best(lambda each: read_bytes(each, "a.docx"), data), best(by_python_docx, data)
    print(f"docgen {ours * 1000:.0f} ms, python-docx {theirs * 1000:.0f} ms, ratio {theirs / ours:.1f}")


if __name__ == "__main__":
    main()
