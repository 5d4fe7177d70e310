"""The environment templates run in: sandboxed, immutable, bounded in work and in output, escaping always."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from time import monotonic
from typing import Any

from jinja2 import ChainableUndefined, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from docgen.fill import expression
from docgen.fill.filters import filters_of
from docgen.fill.values import Values

# Control characters cannot occur in XML, so no running text is ever taken for a tag.
BLOCK, BLOCK_END, VALUE, VALUE_END, NOTE, NOTE_END = "\x01", "\x02", "\x03", "\x04", "\x05", "\x06"

MOST_CHARACTERS = 64 << 20  # of one text made by a template
MOST_BITS = 4096  # of a whole number made by a template
MOST_ITEMS = 1_000_000
COUNTED = "counted"
_WIDTH = re.compile(r"\d{5,}")
_FORBIDDEN = {"lipsum", "urlize", "xmlattr", "pprint", "tojson", "filesizeformat", "wordwrap"}
_PADDED = frozenset({"center", "ljust", "rjust", "zfill", "expandtabs"})


class TooMuch(SecurityError):
    """A template asks for more work or more text than any document needs."""


class XmlCode(CodeGenerator):
    """Jinja's code with one call around each value: it is made text and escaped at once."""

    def _make_finalize(self) -> CodeGenerator._FinalizeInfo:
        return self._FinalizeInfo(None, "environment.xml(")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.xml(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        """Writes a call that joins within the bounds."""
        self.write("environment.concatenated((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of one template. `missing` is "error" or "empty": what a name without a value comes to."""

    code_generator_class = XmlCode
    intercepted_binops = frozenset({"**", "*", "+", "%"})

    def __init__(self, values: Values, missing: str = "error", extra: Mapping[str, Callable[..., Any]] | None = None):
        super().__init__(
            block_start_string=BLOCK,
            block_end_string=BLOCK_END,
            variable_start_string=VALUE,
            variable_end_string=VALUE_END,
            comment_start_string=NOTE,
            comment_end_string=NOTE_END,
            keep_trailing_newline=True,
            autoescape=True,
            undefined=ChainableUndefined if missing == "empty" else StrictUndefined,
        )
        self.values = values
        self.deadline = float("inf")
        self.xml = values.xml
        for name in _FORBIDDEN & set(self.filters):
            del self.filters[name]
        for name in ("lipsum",):
            self.globals.pop(name, None)
        self.serial = count(1)
        self.globals["serial"] = lambda: next(self.serial)
        self._bound_filters()
        self.filters.update(filters_of(values))
        self.filters.update(extra or {})

    def _bound_filters(self) -> None:
        plain = dict(self.filters)
        for name in ("safe", "e", "escape", "forceescape"):
            self.filters[name] = _as_it_is
        self.filters["center"] = lambda value, width=80: plain["center"](value, _width(width))
        self.filters["indent"] = lambda text, width=4, first=False, blank=False: plain["indent"](
            text, width if isinstance(width, str) else _width(width), first, blank
        )
        self.filters["format"] = lambda value, *args, **named: plain["format"](_pattern(value), *args, **named)
        self.filters["replace"] = _replace
        self.filters["join"] = self._join
        self.filters[COUNTED] = self._counted
        self.filters["batch"] = lambda value, count, fill=None: plain["batch"](value, _width(count), fill)
        self.filters["slice"] = lambda value, count, fill=None: plain["slice"](value, _width(count), fill)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The tree of a source, with a count on every loop, so that one that never ends is stopped."""
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, COUNTED, [], [], None, None, lineno=loop.iter.lineno)
        return tree

    def _counted(self, items: Iterable[Any]) -> Iterator[Any]:
        for number, item in enumerate(items):
            if not number & 255 and monotonic() > self.deadline:
                raise TooMuch("mẫu chạy quá lâu")
            yield item

    def _join(self, items: Iterable[Any], separator: str = "", attribute: str | None = None) -> str:
        listed = list(items) if attribute is None else [self.getattr(item, attribute) for item in items]
        if len(listed) * len(separator) > MOST_CHARACTERS:
            raise TooMuch("văn bản quá dài")
        return self.concatenated(tuple(part for item in listed for part in (separator, item))[1:])

    def concatenated(self, parts: tuple[Any, ...]) -> str:
        """The parts of a `~` as one text; markup stays markup and the rest is escaped for it."""
        if any(hasattr(part, "__html__") for part in parts):
            safe = (part if hasattr(part, "__html__") else escape(self.values.text(part)) for part in parts)
            return _bounded(Markup("").join(safe))
        return _bounded("".join(self.values.text(part) for part in parts))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The value under a name: of a row its column first, in any spelling, and only then a method."""
        if isinstance(obj, dict):
            try:
                return obj[attribute]
            except KeyError:
                found = expression.find(attribute, obj)
                if found is not None:
                    return obj[found]
        return super().getattr(obj, attribute)

    def wrap_str_format(self, value: Any) -> Any:
        """The guarded method, where `value` is `format` of a text; its pattern must not ask for endless padding."""
        guarded = super().wrap_str_format(value)
        if guarded is not None:
            _pattern(value.__self__)
        return guarded

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The result of an operation, refused before it is begun where it would be too large."""
        if operator == "**":
            _check_power(left, right)
        elif operator == "*":
            _check_product(left, right)
        elif operator == "%" and isinstance(left, str):
            left = _pattern(left)
        elif operator == "+" and isinstance(left, str | list) and isinstance(right, str | list):
            _check_size(len(left) + len(right), left)
        return super().call_binop(context, operator, left, right)

    def call(__self, __context: Context, __obj: Any, *args: Any, **named: Any) -> Any:
        """The result of a call; methods of texts that pad or repeat are bounded."""
        owner, name = getattr(__obj, "__self__", None), getattr(__obj, "__name__", "")
        if isinstance(owner, str):
            if name in _PADDED:
                args = tuple(_width(arg) if isinstance(arg, int) else arg for arg in args)
            elif name == "replace":
                return _replace(owner, *args, **named)
        return super().call(__context, __obj, *args, **named)


def _as_it_is(value: Any) -> Any:
    return value


def _bounded(text: str) -> str:
    if len(text) > MOST_CHARACTERS:
        raise TooMuch("văn bản quá dài")
    return text


def _width(width: Any) -> int:
    if int(width) > 10_000:
        raise TooMuch("độ rộng quá lớn")
    return int(width)


def _pattern(value: Any) -> str:
    if _WIDTH.search(str(value)):
        raise TooMuch("độ rộng quá lớn")
    return str(value)


def _replace(text: Any, old: Any, new: Any, count: int | None = None) -> str:
    if hasattr(text, "__html__"):
        return Markup(_replace(str(text), escape(old), escape(new), count))  # noqa: S704 - all parts are escaped
    whole, wanted, put = str(text), str(old), str(new)
    found = whole.count(wanted)
    times = found if count is None or count < 0 else min(count, found)
    if len(whole) + times * len(put) > MOST_CHARACTERS:
        raise TooMuch("văn bản quá dài")
    return whole.replace(wanted, put, times)


def _check_power(left: Any, right: Any) -> None:
    if isinstance(left, float) and isinstance(right, int | float):
        return
    if not isinstance(right, int) or abs(right) * max(abs(int(left)).bit_length(), 1) > MOST_BITS:
        raise TooMuch("lũy thừa quá lớn")


def _check_product(left: Any, right: Any) -> None:
    if isinstance(left, int) and isinstance(right, int):
        if left.bit_length() + right.bit_length() > MOST_BITS:
            raise TooMuch("số quá lớn")
        return
    for sequence, times in ((left, right), (right, left)):
        if isinstance(sequence, str | list | tuple) and isinstance(times, int):
            _check_size(len(sequence) * max(times, 0), sequence)


def _check_size(size: int, sequence: Any) -> None:
    if size > (MOST_CHARACTERS if isinstance(sequence, str) else MOST_ITEMS):
        raise TooMuch("văn bản hoặc danh sách quá dài")
