"""Batches on several machines: the only import of distributed.

The template is sent once to each worker, rows go out in chunks, and documents are written by the workers themselves, to
a folder all of them see or to any address fsspec knows. The rows of a worker that is lost are done again by another;
each document has one name, so nothing is there twice.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from docgen.errors import DocgenError
from docgen.fill.manifest import Entry
from docgen.fill.store import store_of
from docgen.fill.template import Template
from docgen.fill.work import Task, make

_AHEAD = 4  # chunks on their way for each thread of a worker

Item = TypeVar("Item")
Result = TypeVar("Result")


def runner(
    scheduler: str, template: Template, folder: str | Path
) -> Callable[[Iterable[list[Task]]], Iterator[list[Entry]]]:
    """What `batch.fill` takes as `run` to send its tasks to the cluster of a scheduler (`tcp://máy:8786`)."""

    def run(chunks: Iterable[list[Task]]) -> Iterator[list[Entry]]:
        with _client(scheduler) as client:
            # A task and not scattered data: if the worker that holds it is lost, another makes it again.
            sent = client.submit(*template.recipe, pure=False, retries=3)
            yield from _spread(client, lambda chunk: (_make, sent, str(folder), chunk), chunks)

    return run


def _make(template: Template, folder: str, tasks: list[Task]) -> list[Entry]:
    return make(template, store_of(folder), tasks)


def spread(scheduler: str, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    """The results of a function for each item, in the order of the items, worked out by a cluster."""
    with _client(scheduler) as client:
        yield from _spread(client, lambda item: (function, item), items)


def _spread(client: Any, call: Callable[[Any], tuple[Any, ...]], items: Iterable[Any]) -> Iterator[Any]:
    ahead = max(8, _AHEAD * sum(client.nthreads().values()))
    waiting: deque[Any] = deque()
    for item in items:
        waiting.append(client.submit(*call(item), pure=False, retries=3))
        while waiting and (waiting[0].done() or len(waiting) >= ahead):
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError as fault:
        raise DocgenError(
            "E501", "chưa cài phần chạy trên nhiều máy", seen=str(fault), hint='cài thêm: pip install "docgen[cluster]"'
        ) from fault
    try:
        connect: Any = Client
        client = connect(scheduler, timeout=10, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as fault:
        raise DocgenError(
            "E502", "không nối được với máy điều phối", where=scheduler, seen=str(fault)[:120],
            hint="kiểm tra địa chỉ (dạng tcp://máy:8786) và máy điều phối đang chạy: dask scheduler",
        ) from fault  # fmt: skip
    try:
        if not client.nthreads():
            client.wait_for_workers(1, timeout=30)
        yield client
    except TimeoutError as fault:
        raise DocgenError(
            "E502", "không có máy làm việc nào", where=scheduler, hint="bật ít nhất một: dask worker " + scheduler
        ) from fault
    finally:
        client.close()
