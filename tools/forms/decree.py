"""The measures of the decree on how a document looks, read from nd30.toml."""

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its margins."""

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    number_from_edge_mm: float

    @property
    def body_mm(self) -> float:
        """The width left for text, upright."""
        return self.width_mm - self.left_mm - self.right_mm

    @property
    def landscape_body_mm(self) -> float:
        """The width left for text when the sheet lies on its side."""
        return self.height_mm - self.left_mm - self.right_mm


_data = tomllib.loads((Path(__file__).parent / "nd30.toml").read_text(encoding="utf-8"))

PAGE = Page(**_data["page"])
FONT: str = _data["font"]["name"]
SIZE: dict[str, float] = _data["size"]
BODY: dict[str, float] = _data["body"]
HEADER: dict[str, float] = _data["header"]
RULE: dict[str, float] = _data["rule"]
SIGNATURE: dict[str, float] = _data["signature"]
