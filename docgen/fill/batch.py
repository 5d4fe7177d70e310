"""The rows of a list → one document each, on all cores, with a manifest by which an interrupted batch goes on."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Protocol

from docgen.errors import DocgenError
from docgen.fill.contexts import CellProblem, Context, ListError
from docgen.fill.manifest import NAME as MANIFEST
from docgen.fill.manifest import Entry, Manifest, ManifestWriter, digest_of, input_digest, read_manifest
from docgen.fill.naming import Names
from docgen.fill.output import sweep
from docgen.fill.pattern import NamePattern
from docgen.fill.store import Store, home_of, is_address, store_of
from docgen.fill.template import Template
from docgen.fill.work import Task, parallel, serial

MOST_IN_FOLDER = 1000
_CHUNK = 32
_FEW = 256  # below this another process costs more than it does


class Listed(Protocol):
    """A list of contexts whose length is known."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Context]: ...


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is: documents made, found done already, bad rows, and rows in all."""

    made: int
    kept: int
    bad: int
    total: int


@dataclass(frozen=True, slots=True)
class Options:
    """How a batch is run. `processes` of `None` means as many as there are cores."""

    force: bool = False
    resume: bool = False
    only_bad: bool = False
    keep_going: bool = False
    dry_run: bool = False
    processes: int | None = None
    start_method: str | None = None


@dataclass(slots=True)
class Summary:
    """What a batch came to: the names of the documents made, in the list's order, and the rows left out (`bad`)."""

    folder: Path
    total: int
    files: list[str] = field(default_factory=list)
    kept: int = 0
    bad: list[Entry] = field(default_factory=list)

    @property
    def made(self) -> int:
        """How many documents were made."""
        return len(self.files)


Report = Callable[[Progress], None]
Run = Callable[[Iterable[list[Task]]], Iterator[list[Entry]]]


def fill(
    template: Template,
    contexts: Listed,
    folder: str | Path,
    *,
    name: str,
    options: Options | None = None,
    progress: Report | None = None,
    run: Run | None = None,
) -> Summary:
    """Makes the documents of a list in a folder.

    `name` is the pattern of the file names; `run` may send the tasks elsewhere. Nothing that exists is written over
    without `force`: all such files are told at once, before anything is written. Raises `ListError` with all bad cells
    of the list, `PourError` with the row that could not be filled, unless `keep_going`.
    """
    options = options or Options()
    return _Batch(template, contexts, folder, NamePattern(name), options, progress, run).run()


@dataclass(slots=True)
class _Batch:
    template: Template
    contexts: Listed
    target: str | Path
    pattern: NamePattern
    options: Options
    progress: Report | None
    runner: Run | None
    done: Manifest = field(default_factory=Manifest)
    summary: Summary = field(init=False)
    folder: Path = field(init=False)
    store: Store = field(init=False)

    def run(self) -> Summary:
        """Runs the batch."""
        options = self.options
        self.folder, self.store = home_of(self.target), store_of(self.target)
        self.summary = Summary(self.folder, len(self.contexts))
        if options.resume or options.only_bad:
            self.done = read_manifest(self.folder)
        if not options.keep_going:
            self._refuse_bad_cells()
        if not options.force:
            self._refuse_existing()
        if options.dry_run:
            return self._collected(serial(self.template, None, self._chunks()), None)
        self._make_folders()
        writer = ManifestWriter(
            self.folder,
            self.template.digest,
            max(len(self.contexts), self.done.planned),
            fresh=not (options.resume or options.only_bad),
        )
        try:
            return self._collected(self._run(), writer)
        finally:
            writer.close()
            sweep([self.folder, *(self.folder / each for each in self._subfolders())])

    def _run(self) -> Iterator[list[Entry]]:
        if self.runner is not None:
            return self.runner(self._chunks())
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        processes = self.options.processes or (cores if len(self.contexts) >= _FEW else 1)
        if processes == 1:
            return serial(self.template, self.target, self._chunks())
        return parallel(self.template, self.target, self._chunks(), processes, self.options.start_method)

    def _named(self) -> Iterator[tuple[Context, str]]:
        return named(self.contexts, self.pattern)

    def _subfolders(self) -> list[str]:
        count = len(self.contexts)
        return [_subfolder(number) for number in range(1, count + 1, MOST_IN_FOLDER)] if count > MOST_IN_FOLDER else []

    def _make_folders(self) -> None:
        for each in ("", *(() if is_address(self.target) else self._subfolders())):
            path = self.folder / each
            try:
                path.mkdir(parents=True, exist_ok=True)
            except OSError as fault:
                raise DocgenError(
                    "E402", "không tạo được thư mục", where=str(path), seen=fault.strerror or "",
                    hint="chọn thư mục khác, hoặc kiểm tra quyền ghi",
                ) from fault  # fmt: skip

    def _refuse_bad_cells(self) -> None:
        problems: list[CellProblem] = [problem for context in self.contexts for problem in context.problems]
        if problems:
            raise ListError(problems[0].where.split(",")[0], problems)

    def _refuse_existing(self) -> None:
        if not is_address(self.target) and _is_empty(self.folder):
            return
        planned = self.done.planned
        if not planned and os.path.lexists(self.folder / MANIFEST):
            raise DocgenError(
                "E401",
                "thư mục này đã có một đợt điền mẫu",
                where=str(self.folder / MANIFEST),
                hint="thêm --resume để làm tiếp đợt ấy, chọn thư mục khác, hoặc thêm --force để làm lại từ đầu",
            )
        found = [
            file
            for number, (_, file) in enumerate(self._named(), 1)
            if number > planned and file not in self.done.entries and self.store.has(file)
        ]
        if found:
            raise DocgenError(
                "E401",
                f"đã có {len(found)} tệp cùng tên, không ghi đè",
                where=str(self.folder / found[0]),
                hint="chọn thư mục khác, thêm --resume để làm tiếp, hoặc --force để ghi đè",
            )

    def _chunks(self) -> Iterator[list[Task]]:
        tasks = self._tasks()
        while chunk := list(islice(tasks, _CHUNK)):
            yield chunk

    def _tasks(self) -> Iterator[Task]:
        digest = self.template.digest
        wanted = self.done.bad_rows if self.options.only_bad else None
        for context, file in self._named():
            if wanted is not None and context.number not in wanted:
                self.summary.kept += 1
                continue
            if context.problems:
                self.summary.bad.append(Entry(context.number, file, problems=tuple(map(str, context.problems))))
                continue
            if file in self.done.entries and self._is_done(file, input_digest(digest, context.values)):
                self.summary.kept += 1
                continue
            yield Task(context.number, file, context.values)

    def _is_done(self, file: str, made_from: str) -> bool:
        entry = self.done.entries.get(file)
        if entry is None or entry.input != made_from or entry.problems:
            return False
        content = self.store.read(file)
        return content is not None and digest_of(content) == entry.digest

    def _collected(self, results: Iterator[list[Entry]], writer: ManifestWriter | None) -> Summary:
        summary = self.summary
        logged = 0
        for entries in results:
            bad = [entry for entry in entries if entry.problems]
            summary.files += [entry.file for entry in entries if not entry.problems]
            if writer:
                writer.add([*summary.bad[logged:], *entries])
            summary.bad += bad
            logged = len(summary.bad)
            if bad and not self.options.keep_going:
                raise _stopped(bad[0])
            if self.progress:
                self.progress(Progress(summary.made, summary.kept, len(summary.bad), summary.total))
        if writer and summary.bad[logged:]:
            writer.add(summary.bad[logged:])
        if self.progress:
            self.progress(Progress(summary.made, summary.kept, len(summary.bad), summary.total))
        return summary


def named(contexts: Listed, pattern: NamePattern) -> Iterator[tuple[Context, str]]:
    """The contexts with their files, the same at every run of the same list; a thousand files to a folder."""
    names: dict[str, Names] = {}
    is_large = len(contexts) > MOST_IN_FOLDER
    for number, context in enumerate(contexts, 1):
        subfolder = _subfolder(number) if is_large else ""
        name = names.setdefault(subfolder, Names()).unique(pattern.name(context.values, number))
        yield context, f"{subfolder}/{name}" if subfolder else name


def _is_empty(folder: Path) -> bool:
    """Whether nothing lies in a folder, or there is none."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _subfolder(number: int) -> str:
    first = (number - 1) // MOST_IN_FOLDER * MOST_IN_FOLDER + 1
    return f"{first:06}-{first + MOST_IN_FOLDER - 1:06}"


def _stopped(entry: Entry) -> DocgenError:
    return DocgenError(
        "E320",
        f"không điền được dòng {entry.row} của danh sách",
        seen="\n          ".join(entry.problems),
        hint="sửa dòng ấy rồi chạy lại với --resume, hoặc thêm --keep-going để bỏ qua dòng sai",
    )
