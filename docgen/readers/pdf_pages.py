"""A PDF's named places, and its pages as files of their own."""

import ctypes
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def named_pages(path: str | Path) -> dict[str, int]:
    """The page, from 0, of each named place in a PDF."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    document = pypdfium2.PdfDocument(path)
    try:
        found: dict[str, int] = {}
        for index in range(pdfium.FPDF_CountNamedDests(document.raw)):
            length = ctypes.c_long(0)
            pdfium.FPDF_GetNamedDest(document.raw, index, None, length)
            buffer = ctypes.create_string_buffer(max(length.value, 2))
            place: Any = pdfium.FPDF_GetNamedDest(document.raw, index, buffer, length)
            name = buffer.raw[: length.value].decode("utf-16-le").rstrip("\0")
            found[name] = pdfium.FPDFDest_GetDestPageIndex(document.raw, place)
        return found
    finally:
        document.close()


def page_count(path: str | Path) -> int:
    """The number of pages of a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def cut(path: str | Path, pieces: Sequence[tuple[range, Path]]) -> None:
    """Writes each range of pages to a file of its own."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        for pages, target in pieces:
            piece = pypdfium2.PdfDocument.new()
            piece.import_pages(document, list(pages))
            piece.save(target)
            piece.close()
    finally:
        document.close()
