"""The styles and the numbering of a Word file: outline levels, list levels, and fonts from before Unicode."""

from collections.abc import Callable
from functools import cached_property

from docgen.model.text import BlockKind
from docgen.readers.ooxml import Element, child, children, value
from docgen.readers.outline import kind_of_line
from docgen.vi.legacy import charset_of_font

_MOST_BASES = 20  # a chain of styles is short; a longer one goes in a circle
_BULLETS = frozenset({"bullet", "none"})
_ORDINALS = {"upperRoman": 2, "upperLetter": 2, "decimal": 3}


class Styles:
    """What the styles of a file say of its paragraphs and runs."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = {value(each, "styleId"): each for each in children(styles, "style")}
        self._numbering = numbering
        self._defaults = child(styles, "docDefaults", "rPrDefault", "rPr")
        self._fonts: dict[str | None, str | None] = {}
        self.forced: str | None = None
        self.converted: set[str] = set()

    def kind_of(self, paragraph: Element, text: str) -> tuple[BlockKind, int | None]:
        """What a paragraph is: by its outline level, else by the shape of its text, else by its list."""
        properties = child(paragraph, "pPr")
        outline = self._inherited(properties, "outlineLvl")
        if outline is not None and outline.isdecimal() and int(outline) < 9:
            return BlockKind.HEADING, int(outline) + 1
        by_shape = kind_of_line(text)
        if by_shape[0] is not BlockKind.PARAGRAPH or properties is None:
            return by_shape
        return self._listed(properties, text) or by_shape

    def _inherited(self, properties: Element | None, wanted: str) -> str | None:
        """The value of a paragraph's property, its own or its style's."""
        own = None if properties is None else child(properties, wanted)
        if own is not None:
            return value(own)
        for style in self._chain(_style_named(properties, "pStyle")):
            found = child(style, "pPr", wanted)
            if found is not None:
                return value(found)
        return None

    def _chain(self, style: str | None) -> list[Element]:
        """A style and those it is based on."""
        chain: list[Element] = []
        while style in self._styles and len(chain) < _MOST_BASES:
            chain.append(self._styles[style])
            base = child(chain[-1], "basedOn")
            style = None if base is None else value(base)
        return chain

    def _listed(self, properties: Element, text: str) -> tuple[BlockKind, int | None] | None:
        """What the numbering that Word itself writes before the paragraph makes of it."""
        number = child(properties, "numPr")
        for style in self._chain(_style_named(properties, "pStyle")) if number is None else []:
            number = child(style, "pPr", "numPr")
            if number is not None:
                break
        identity, level = (child(number, "numId"), child(number, "ilvl")) if number is not None else (None, None)
        if identity is None or value(identity) in (None, "0"):
            return None
        depth = (value(level) if level is not None else None) or "0"
        shape = self._formats.get((value(identity) or "", depth), ("bullet", ""))
        prefix = {"upperRoman": "I. ", "upperLetter": "A. ", "decimal": "1. "}.get(shape[0], "- ")
        if shape[0] == "decimal" and not shape[1].endswith("."):
            prefix = "1) "
        kind, height = kind_of_line(prefix + text)
        return (kind, height) if kind is BlockKind.HEADING else (BlockKind.ITEM, min(int(depth), 8) + 1)

    @cached_property
    def _formats(self) -> dict[tuple[str, str], tuple[str, str]]:
        """(number id, level) → (format, pattern) of the numbering."""
        abstract = {value(each, "abstractNumId"): each for each in children(self._numbering, "abstractNum")}
        found = {}
        for number in children(self._numbering, "num"):
            link = child(number, "abstractNumId")
            for level in children(abstract.get(value(link) if link is not None else None), "lvl"):
                shape, pattern = child(level, "numFmt"), child(level, "lvlText")
                key = (value(number, "numId") or "", value(level, "ilvl") or "0")
                found[key] = (
                    (value(shape) or "") if shape is not None else "decimal",
                    (value(pattern) or "") if pattern is not None else "",
                )
        return found

    def use_legacy(self, charset: str | None = None) -> None:
        """From now on runs are converted: by their fonts, or all of them by `charset`."""
        self.forced = charset
        self._fonts[None] = None

    def font_of(self, paragraph: Element) -> Callable[[Element], str | None] | None:
        """What tells a run's legacy character set in this paragraph; `None` while the file shows no such font."""
        if not self._fonts and self.forced is None:
            return None
        style = _style_named(child(paragraph, "pPr"), "pStyle") or self._default_style

        def charset(run: Element) -> str | None:
            properties = child(run, "rPr")
            found = self.forced or charset_of_font(
                _font(properties)
                or self._font_of_style(_style_named(properties, "rStyle"))
                or self._font_of_style(style)
                or _font(self._defaults)
                or ""
            )
            if found:
                self.converted.add(found)
            return found

        return charset

    @cached_property
    def _default_style(self) -> str | None:
        for identity, style in self._styles.items():
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on"):
                return identity
        return None

    def _font_of_style(self, style: str | None) -> str | None:
        if style not in self._fonts:
            fonts = (_font(child(each, "rPr")) for each in self._chain(style))
            self._fonts[style] = next((font for font in fonts if font), None)
        return self._fonts[style]


def _style_named(properties: Element | None, kind: str) -> str | None:
    named = None if properties is None else child(properties, kind)
    return None if named is None else value(named)


def _font(properties: Element | None) -> str | None:
    fonts = None if properties is None else child(properties, "rFonts")
    return None if fonts is None else value(fonts, "ascii") or value(fonts, "hAnsi")
