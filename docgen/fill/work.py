"""Tasks → documents, here or in processes beside this one."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError
from docgen.fill.manifest import Entry, digest_of, input_digest
from docgen.fill.store import Store, store_of
from docgen.fill.template import Template


@dataclass(frozen=True, slots=True)
class Task:
    """One document to be made: its row, its values, its file in the folder."""

    row: int
    file: str
    values: dict[str, Any]


def make(template: Template, store: Store | None, tasks: Sequence[Task]) -> list[Entry]:
    """Makes the documents of some tasks; a row that cannot be filled gives its problem instead of a file."""
    entries = []
    for task in tasks:
        try:
            content = template.pour(task.values)
        except DocgenError as fault:
            entries.append(Entry(task.row, task.file, problems=(f"dòng {task.row}: {fault}",)))
            continue
        if store:
            store.write(task.file, (content,))
        made_from = input_digest(template.digest, task.values)
        entries.append(Entry(task.row, task.file, made_from, digest_of(content)))
    return entries


def serial(template: Template, folder: str | Path | None, chunks: Iterable[list[Task]]) -> Iterator[list[Entry]]:
    """The entries of the chunks, made in this process; nothing is written where there is no folder."""
    store = store_of(folder) if folder is not None else None
    for chunk in chunks:
        yield make(template, store, chunk)


_worker: tuple[Template, Store] | None = None


def _start_worker(template: Template, folder: str | Path) -> None:
    global _worker
    _worker = (template, store_of(folder))


def _work(tasks: list[Task]) -> list[Entry]:
    if _worker is None:
        raise RuntimeError("the worker was not started")
    return make(*_worker, tasks)


def parallel(
    template: Template, folder: str | Path, chunks: Iterable[list[Task]], processes: int, start_method: str | None
) -> Iterator[list[Entry]]:
    """The entries in the order of the tasks, with only a few chunks on their way at a time."""
    context = get_context(start_method)
    pool = ProcessPoolExecutor(processes, context, initializer=_start_worker, initargs=(template, folder))
    waiting: deque[Future[list[Entry]]] = deque()
    try:
        for chunk in chunks:
            waiting.append(pool.submit(_work, chunk))
            while waiting and (waiting[0].done() or len(waiting) > 4 * processes):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
