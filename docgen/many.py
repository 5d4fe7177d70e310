"""Many files in one call: folders opened, files worked on by all cores, results in the order given."""

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

from docgen.errors import DocgenError

READABLE = frozenset(
    ".docx .docm .doc .rtf .odt .txt .md .html .htm .pdf .xlsx .xls .ods .csv".split()  # noqa: SIM905
)
_FEW = 12  # below this another process costs more than it does
_CHUNK = 8

Result = TypeVar("Result")


def files_in(sources: Sequence[str], *, recursive: bool) -> list[str]:
    """The files of a call: each as given; with `recursive` a folder stands for the readable files in it, by name.

    Word's lock files (`~$…`) and hidden files are left out. Raises `DocgenError` E105 for a folder with none.
    """
    found: list[str] = []
    for source in sources:
        if not (recursive and source != "-" and Path(source).is_dir()):
            found.append(source)
            continue
        inside = [path for path in sorted(Path(source).rglob("*")) if _is_readable(path, Path(source))]
        if not inside:
            raise DocgenError("E105", "thư mục không có tệp nào đọc được", where=source, hint="kiểm tra lại thư mục")
        found += [str(path) for path in inside]
    return found


def _is_readable(path: Path, top: Path) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.relative_to(top).parts)
    return path.suffix.lower() in READABLE and not hidden and path.is_file()


def each(sources: Sequence[str], work: Callable[[str], Result], *, jobs: int | None = None) -> Iterator[Result]:
    """The result of `work` for every source, in their order, as they are done; only a few are on their way at a time.

    `work` must be picklable where there are many sources. `jobs` of `None` means as many processes as cores.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    jobs = jobs or cores
    if jobs == 1 or len(sources) < _FEW or "-" in sources:
        yield from map(work, sources)
        return
    # The first is done here, so that what is loaded once is loaded before the processes part.
    yield work(sources[0])
    gc.freeze()  # the children never look through what all of them share
    waiting: deque[Future[list[Result]]] = deque()
    pool = ProcessPoolExecutor(jobs)
    try:
        for start in range(1, len(sources), _CHUNK):
            waiting.append(pool.submit(_work_on, work, sources[start : start + _CHUNK]))
            if len(waiting) > 4 * jobs:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _work_on(work: Callable[[str], Result], sources: Iterable[str]) -> list[Result]:
    return [work(source) for source in sources]
