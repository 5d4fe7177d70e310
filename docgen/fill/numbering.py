"""Numbered lists that begin anew in each section of a merged document."""

from docgen.fill.wordml import PPR, Element, P, W

_PROPERTIES = f"{PPR}/{W}numPr"


class Numbering:
    """The lists of a document; `root` grows by a list of its own for each section and list."""

    def __init__(self, root: Element | None, styles: Element | None) -> None:
        self.root = root
        self._abstract: dict[str, str] = {}
        self._by_style: dict[str, tuple[str, str]] = {}
        if root is None:
            return
        for each in root.iterchildren(f"{W}num"):
            abstract = each.find(f"{W}abstractNumId")
            if abstract is not None:
                self._abstract[each.get(f"{W}numId")] = abstract.get(f"{W}val")
        self._next = max((int(number) for number in self._abstract if number.isdecimal()), default=0) + 1
        for style in styles.iter(f"{W}style") if styles is not None else ():
            number = style.find(f"{_PROPERTIES}/{W}numId")
            level = style.find(f"{_PROPERTIES}/{W}ilvl")
            if number is not None:
                self._by_style[style.get(f"{W}styleId")] = (
                    number.get(f"{W}val"),
                    level.get(f"{W}val") if level is not None else "0",
                )

    @property
    def is_used(self) -> bool:
        """Whether the document has lists."""
        return bool(self._abstract)

    def restart(self, root: Element, number: int) -> None:
        """Gives the paragraphs of the `number`th section lists of their own; the first section keeps what it has."""
        if number == 1 or not self.is_used:
            return
        own: dict[str, str] = {}
        for paragraph in root.iter(P):
            found = paragraph.find(f"{_PROPERTIES}/{W}numId")
            if found is None:
                found = self._written_out(paragraph)
            old = found.get(f"{W}val") if found is not None else ""
            if found is None or old not in self._abstract:
                continue
            if old not in own:
                own[old] = self._copy(old)
            found.set(f"{W}val", own[old])

    def _written_out(self, paragraph: Element) -> Element | None:
        """The list that a paragraph's style gives it, written in the paragraph itself."""
        style = paragraph.find(f"{PPR}/{W}pStyle")
        listed = self._by_style.get(style.get(f"{W}val")) if style is not None else None
        if listed is None or paragraph.find(_PROPERTIES) is not None:
            return None
        properties = style.getparent()
        after = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
        place = sum(1 for each in properties if each.tag in [W + name for name in after])
        made = properties.makeelement(f"{W}numPr", {})
        for name, value in (("ilvl", listed[1]), ("numId", listed[0])):
            made.append(made.makeelement(W + name, {f"{W}val": value}))
        properties.insert(place, made)
        return made[1]

    def _copy(self, old: str) -> str:
        assert self.root is not None
        key = str(self._next)
        self._next += 1
        made = self.root.makeelement(f"{W}num", {f"{W}numId": key})
        made.append(made.makeelement(f"{W}abstractNumId", {f"{W}val": self._abstract[old]}))
        for level in range(9):
            override = made.makeelement(f"{W}lvlOverride", {f"{W}ilvl": str(level)})
            override.append(override.makeelement(f"{W}startOverride", {f"{W}val": "1"}))
            made.append(override)
        last = self.root.findall(f"{W}num")[-1]
        last.addnext(made)
        return key
