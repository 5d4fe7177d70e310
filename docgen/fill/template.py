"""A Word file with tags → a template that is compiled once and poured once a row."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from docgen.errors import DocgenError
from docgen.fill.cleanse import cleanse
from docgen.fill.expression import find
from docgen.fill.manifest import digest_of
from docgen.fill.package import CONTENT_TYPES, Package, open_package
from docgen.fill.part import PartSource, properties_source, relations_source, source_of
from docgen.fill.pour import Layout
from docgen.fill.problems import TemplateError

_PARTS = re.compile(r'PartName="/([^"]+)"[^>]*ContentType="[^"]*wordprocessingml\.(\w+)(?:\.main)?\+xml"')
_PARTS_TURNED = re.compile(r'ContentType="[^"]*wordprocessingml\.(\w+)(?:\.main)?\+xml"[^>]*PartName="/([^"]+)"')
_LABELS = {
    "document": "thân văn bản",
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "cước chú cuối trang",
    "endnotes": "chú thích cuối văn bản",
}
_CORE = "docProps/core.xml"


class Template:
    """A Word file whose tags are compiled. `notices` says in Vietnamese what was changed to make it safe."""

    def __init__(self, data: bytes, source: str, options: Mapping[str, Any]) -> None:
        from docgen.fill import compiling

        self._data, self._options = data, dict(options)
        self.source = source
        self.digest = digest_of(data + repr([self._options.get(name) for name in ("missing", "decimal")]).encode())
        package = open_package(data, source)
        cleanse(package)
        self.notices = tuple(package.notices)
        parts = list(_sources(package))
        self.environment = compiling.environment(**options)
        self.problems = compiling.problems_of(parts, self.environment)
        if self.problems:
            raise TemplateError(source, self.problems)
        self.programs = {part.name: compiling.program(part, self.environment) for part in parts}
        self.parts = tuple(parts)
        self.fields = compiling.fields_of(parts, self.environment)
        self.package = package
        self.fixed = [package.members[name] for name in _ordered(package) if name not in self.programs]
        self._layout = Layout(self.fixed, list(self.programs.values()))
        self._plans: dict[tuple[str, ...], list[tuple[str, str]]] = {}

    @classmethod
    def compile(
        cls,
        template: str | Path | bytes,
        *,
        missing: str = "error",
        decimal: str = ",",
        filters: Mapping[str, Callable[..., Any]] | None = None,
        source: str = "",
    ) -> "Template":
        """The template in a file or in bytes.

        `missing` says what a field without a value comes to: "error" or "empty". `decimal` is the decimal mark of
        numbers that no filter writes. Raises `TemplateError` with all faults at once, `DocgenError` E301 to E303 where
        the file is no Word file.
        """
        if missing not in ("error", "empty"):
            raise ValueError(f"missing must be 'error' or 'empty', not {missing!r}")
        data = template if isinstance(template, bytes) else _read(Path(template))
        shown = source or ("mẫu" if isinstance(template, bytes) else Path(template).name)
        return cls(data, shown, {"missing": missing, "decimal": decimal, "filters": filters})

    @property
    def recipe(self) -> tuple[Any, ...]:
        """What makes the same template again: the class and its arguments, far smaller than what is compiled."""
        return Template, self._data, self.source, self._options

    def __reduce__(self) -> tuple[object, ...]:
        return self.recipe[0], self.recipe[1:]

    def pour(self, row: Mapping[str, Any]) -> bytes:
        """The document of one row. Raises `PourError` with the place of the tag that could not be filled."""
        return b"".join(self.pieces(row))

    def pieces(self, row: Mapping[str, Any]) -> list[bytes]:
        """The same bytes in pieces, to be written without joining them."""
        return self._layout.pieces(self.texts(row))

    def texts(self, row: Mapping[str, Any]) -> list[str]:
        """The rendered parts of one row, in the order of `programs`."""
        context = self._context(row)
        texts = []
        for part, program in zip(self.parts, self.programs.values(), strict=True):
            try:
                texts.append(program.text(context))
            except DocgenError:
                raise
            except Exception as fault:
                from docgen.fill.faults import told

                raise told(fault, part, self.source, row) from fault
        return texts

    def _context(self, row: Mapping[str, Any]) -> dict[str, Any]:
        names = tuple(row)
        plan = self._plans.get(names)
        if plan is None:
            found = ((name, find(name, names)) for name in self.fields)
            plan = [(name, column) for name, column in found if column is not None]
            if len(self._plans) > 64:
                self._plans.clear()
            self._plans[names] = plan
        return {name: row[found] for name, found in plan}


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise DocgenError(
            "E300", "không đọc được mẫu", where=str(path), seen=fault.strerror or "", hint="kiểm tra đường dẫn của mẫu"
        ) from fault


def _ordered(package: Package) -> list[str]:
    return sorted(package.members, key=lambda name: name != CONTENT_TYPES)


def _sources(package: Package) -> Iterator[PartSource]:
    """The sources of all parts that hold tags."""
    for name, label in _labelled(package):
        part = source_of(package.content(name), package.source, name, label)
        if part:
            yield part
        rels = posixpath.join(posixpath.dirname(name), "_rels", posixpath.basename(name) + ".rels")
        if rels in package.members:
            links = relations_source(package.content(rels), package.source, rels)
            if links:
                yield links
    if _CORE in package.members:
        core = properties_source(package.content(_CORE), package.source, _CORE)
        if core:
            yield core


def _labelled(package: Package) -> Iterator[tuple[str, str]]:
    types = package.content(CONTENT_TYPES).decode("utf-8", "replace")
    named = [match.group(2, 1) for match in _PARTS.finditer(types)]
    named += [match.group(1, 2) for match in _PARTS_TURNED.finditer(types)]
    found = [(kind, name) for kind, name in named if kind in _LABELS and name in package.members]
    if not any(kind == "document" for kind, _ in found):
        raise DocgenError(
            "E301", "mẫu không phải tệp Word .docx", where=package.source, seen="gói nén không có văn bản Word",
            hint="mở mẫu bằng Word rồi lưu lại thành Word Document (.docx)",
        )  # fmt: skip
    order = list(_LABELS)
    for kind, name in sorted(set(found), key=lambda each: (order.index(each[0]), each[1])):
        number = re.search(r"\d+", posixpath.basename(name))
        yield name, f"{_LABELS[kind]} {number.group()}" if number and kind in ("header", "footer") else _LABELS[kind]
