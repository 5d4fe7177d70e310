"""What a batch has done, one JSON object a line: so that an interrupted batch goes on where it stopped."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAME = "manifest.jsonl"
SCHEMA = "docgen.manifest/1"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: its number, its file in the folder, the digests of what it was made from and of the file, problems."""

    row: int
    file: str
    input: str = ""
    digest: str = ""
    problems: tuple[str, ...] = ()


@dataclass(slots=True)
class Manifest:
    """The manifest of a folder as it was read: the latest entry of each file, and how many files were planned."""

    entries: dict[str, Entry] = field(default_factory=dict)
    planned: int = 0

    @property
    def bad_rows(self) -> set[int]:
        """The rows that could not be filled."""
        return {entry.row for entry in self.entries.values() if entry.problems}


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder; an empty one where there is none. A line cut off by a crash is passed over."""
    manifest = Manifest()
    try:
        lines = (folder / NAME).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return manifest
    for line in lines:
        try:
            found = json.loads(line)
        except json.JSONDecodeError:
            continue
        if not isinstance(found, dict):
            continue
        if "schema" in found:
            manifest.planned = max(manifest.planned, int(found.get("planned", 0)))
        elif isinstance(found.get("file"), str) and isinstance(found.get("row"), int):
            entry = Entry(
                found["row"],
                found["file"],
                str(found.get("input", "")),
                str(found.get("digest", "")),
                tuple(map(str, found.get("problems", ()))),
            )
            manifest.entries[entry.file] = entry
    return manifest


class ManifestWriter:
    """Adds to a folder's manifest; each chunk of entries is on disk before the next is begun."""

    def __init__(self, folder: Path, template: str, planned: int, *, fresh: bool) -> None:
        path = folder / NAME
        cut = not fresh and path.exists() and not path.read_bytes().endswith(b"\n")
        self._file = path.open("w" if fresh else "a", encoding="utf-8")
        if cut:
            self._file.write("\n")
        self._file.write(json.dumps({"schema": SCHEMA, "template": template, "planned": planned}) + "\n")
        self._file.flush()

    def add(self, entries: Iterable[Entry]) -> None:
        """Writes the entries."""
        for entry in entries:
            told: dict[str, Any] = {"row": entry.row, "file": entry.file}
            if entry.problems:
                told["problems"] = list(entry.problems)
            else:
                told |= {"input": entry.input, "digest": entry.digest}
            self._file.write(json.dumps(told, ensure_ascii=False) + "\n")
        self._file.flush()

    def close(self) -> None:
        """Closes the file."""
        self._file.close()


def digest_of(content: bytes) -> str:
    """The digest of a file's content."""
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def input_digest(template: str, values: Mapping[str, Any]) -> str:
    """The digest of what a document is made from: the template and the row's values."""
    return digest_of(f"{template}\0{values!r}".encode("utf-8", "surrogatepass"))
