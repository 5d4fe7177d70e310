"""Tags taken out of a tree, each with one private character that stands for it until the tree is text again."""

from docgen.fill.tags import Place, Tag

_PLANES = (0xF0000, 0x100000)
_MOST = 0xFFFD


class Marks:
    """The tags of one part, by the character that stands for each."""

    def __init__(self, content: str) -> None:
        clear = (base for base in _PLANES if not any(base <= ord(char) <= base + _MOST for char in set(content)))
        self.base = next(clear, _PLANES[1])
        self.tags: list[Tag] = []

    def mark(self, tag: Tag) -> str:
        """The character for one more tag."""
        if len(self.tags) > _MOST:
            raise ValueError("more than 65,533 tags in one part")
        self.tags.append(tag)
        return chr(self.base + len(self.tags) - 1)

    def made(self, body: str, place: Place, *, kind: str = "value") -> str:
        """The character for a tag that the engine itself adds."""
        return self.mark(Tag(kind, body, "", place=place))

    def tag(self, char: str) -> Tag | None:
        """The tag a character stands for; `None` for any other character."""
        index = ord(char) - self.base
        return self.tags[index] if 0 <= index < len(self.tags) else None

    @property
    def pattern(self) -> str:
        """A regular expression for one mark."""
        return f"[{chr(self.base)}-{chr(self.base + _MOST)}]"

    def char(self, tag: Tag) -> str:
        """The character that stands for the tag."""
        index = next(index for index, each in enumerate(self.tags) if each is tag)
        return chr(self.base + index)
