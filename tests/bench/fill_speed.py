"""docgen against docxtpl and against the bare floor, one core, file writing included.

The peer is used as its documentation shows it: a `DocxTemplate` a document, `render`, `save`. The floor is the same
Jinja source without sandbox and without typed values, rendered, deflated at the same level and written behind the same
unchanged members by hand. The three take turns and are measured in processor time, user and system, so that a busy
machine slows all alike; medians are compared.
"""

import itertools
import os
import statistics
import tempfile
import time
import zlib
from pathlib import Path

import fill_form
import jinja2
from docxtpl import DocxTemplate

from docgen.fill import pour
from docgen.fill.output import Writer
from docgen.fill.sandbox import BLOCK, BLOCK_END, NOTE, NOTE_END, VALUE, VALUE_END
from docgen.fill.template import Template

ROUNDS, OURS, PEERS = 40, 30, 3


def floor_of(template: Template):
    env = jinja2.Environment(
        block_start_string=BLOCK, block_end_string=BLOCK_END, variable_start_string=VALUE,
        variable_end_string=VALUE_END, comment_start_string=NOTE, comment_end_string=NOTE_END, autoescape=True,
    )  # fmt: skip
    compiled = [(part.name, env.from_string(part.source)) for part in template.parts]
    fixed, entries, count = template._layout._fixed, template._layout._entries, template._layout._count

    def write(path, values):
        out, directory, offset = [fixed], [entries], len(fixed)
        for name, part in compiled:
            content = part.render(values).encode()
            squeeze = zlib.compressobj(pour.LEVEL, zlib.DEFLATED, -15)
            packed = squeeze.compress(content) + squeeze.flush()
            member = pour.Member(name, packed, zlib.crc32(content), len(content))
            local, central = member.headers(offset)
            out += (local, packed)
            directory.append(central)
            offset += len(local) + len(packed)
        joined = b"".join(directory)
        with open(path, "wb", buffering=0) as file:
            file.write(b"".join([*out, joined, pour.end_record(count, len(joined), offset)]))

    return write


def timed(count, once):
    start = time.process_time()
    for number in range(count):
        once(number)
    return (time.process_time() - start) / count * 1e3


def main():
    data = fill_form.form()
    rows = [fill_form.row(number) for number in range(OURS)]
    start = time.perf_counter()
    template = Template.compile(data)
    compiled = (time.perf_counter() - start) * 1e3
    floor = floor_of(template)
    ours, bare, peer = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        serial = itertools.count()
        writer = Writer(Path(folder))
        path = os.path.join(folder, "mau.docx")
        Path(path).write_bytes(data)

        def documented(number):
            document = DocxTemplate(path)
            document.render(rows[number], autoescape=True)
            document.save(os.path.join(folder, f"p{next(serial)}.docx"))

        for _ in range(ROUNDS):  # every file is a new one, as in a batch
            ours.append(timed(OURS, lambda n: writer.write(f"a{next(serial)}.docx", template.pieces(rows[n]))))
            bare.append(timed(OURS, lambda n: floor(os.path.join(folder, f"b{next(serial)}.docx"), rows[n])))
            peer.append(timed(PEERS, documented))
        size = len(template.pour(rows[0]))
    a, b, c = (statistics.median(each) for each in (ours, bare, peer))
    print(f"compile once {compiled:.1f} ms; a document of {size} bytes")
    print(f"docxtpl {c:.2f} ms · docgen {a:.3f} ms · floor {b:.3f} ms")
    print(f"docgen is {c / a:.1f} × docxtpl (goal 40); {b / a:.0%} of the speed of the floor (goal 70%)")


if __name__ == "__main__":
    main()
