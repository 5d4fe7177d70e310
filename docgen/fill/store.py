"""Where a batch's documents go: a folder, or any address that fsspec knows (`s3://…`, `sftp://…`)."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from docgen.errors import DocgenError
from docgen.fill.output import Writer


class Store(Protocol):
    """Files by name under one place."""

    def write(self, name: str, pieces: Sequence[bytes]) -> None:
        """Writes a file, whole or not at all."""

    def read(self, name: str) -> bytes | None:
        """The content of a file; `None` where there is none."""

    def has(self, name: str) -> bool:
        """Whether there is a file of that name."""


class FolderStore(Writer):
    """Files in a folder of this machine."""

    def read(self, name: str) -> bytes | None:
        """The content of a file; `None` where there is none."""
        try:
            return Path(self.folder, name).read_bytes()
        except OSError:
            return None

    def has(self, name: str) -> bool:
        """Whether there is a file of that name."""
        return os.path.lexists(os.path.join(self.folder, name))


class AddressStore:
    """Files under an address. A store shows a file only when it is whole, a file system by a rename."""

    def __init__(self, address: str) -> None:
        try:
            import fsspec
        except ImportError as fault:
            hint = 'cài thêm: pip install "docgen[cluster]"'
            raise DocgenError("E501", "chưa cài phần ghi ra kho tệp", seen=str(fault), hint=hint) from fault
        self._fsspec: Any = fsspec
        self.address = address.rstrip("/")

    def _at(self, name: str) -> tuple[Any, str]:
        system, path = self._fsspec.url_to_fs(f"{self.address}/{name}")
        return system, path

    def write(self, name: str, pieces: Sequence[bytes]) -> None:
        """Writes a file under the address."""
        system, path = self._at(name)
        system.makedirs(path.rpartition("/")[0], exist_ok=True)
        with system.transaction, system.open(path, "wb") as file:
            file.write(b"".join(pieces))

    def read(self, name: str) -> bytes | None:
        """The content of a file; `None` where there is none."""
        system, path = self._at(name)
        try:
            return bytes(system.cat_file(path))
        except FileNotFoundError:
            return None

    def has(self, name: str) -> bool:
        """Whether there is a file of that name."""
        system, path = self._at(name)
        return bool(system.exists(path))


def is_address(folder: str | Path) -> bool:
    """Whether documents go to an address and not to a folder."""
    return isinstance(folder, str) and "://" in folder


def store_of(folder: str | Path) -> Store:
    """The store for a folder or an address."""
    return AddressStore(str(folder)) if is_address(folder) else FolderStore(Path(folder))


def home_of(folder: str | Path) -> Path:
    """The folder of the manifest: the folder itself, or for an address one named like it where the batch is started."""
    return Path(re.sub(r"\W+", "-", str(folder)).strip("-")) if is_address(folder) else Path(folder)
