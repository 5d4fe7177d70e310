"""An exception met while a row is poured → an error that names the tag, its place, and the cure."""

import re
from collections.abc import Mapping
from types import TracebackType
from typing import Any

from jinja2.exceptions import SecurityError, UndefinedError

from docgen.fill.dates import NotADate
from docgen.fill.filters import NotANumber
from docgen.fill.part import PartSource
from docgen.fill.problems import PourError
from docgen.fill.sandbox import TooMuch
from docgen.fill.tags import Tag
from docgen.knowledge.match import nearest

_QUOTED = re.compile(r"'([^']+)'")


def told(fault: Exception, part: PartSource, source: str, row: Mapping[str, Any]) -> PourError:
    """The error for a person; the row's own number is added by whoever knows it."""
    tag = _tag_of(fault.__traceback__, part)
    where = f"{source}, {tag.place}" if tag else f"{source}, {part.name}"
    code, message, hint, name = _read(fault, row)
    return PourError(code, message, where=where, seen=tag.written if tag else "", hint=hint, name=name)


def _tag_of(trace: TracebackType | None, part: PartSource) -> Tag | None:
    found: Tag | None = None
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
            found = part.lines.get(max((each for each in part.lines if each <= line), default=0), found)
        trace = trace.tb_next
    return found


def _read(fault: Exception, row: Mapping[str, Any]) -> tuple[str, str, str, str]:
    if isinstance(fault, UndefinedError):
        return _missing(str(fault), row)
    if isinstance(fault, NotANumber):
        return "E322", f"«{_short(fault)}» không phải là số", "sửa ô này thành số, hoặc bỏ bộ lọc số trong mẫu", ""
    if isinstance(fault, NotADate):
        return "E322", f"«{_short(fault)}» không phải là ngày", "ghi ngày dạng 05/01/2026", ""
    if isinstance(fault, ZeroDivisionError):
        return "E323", "chia cho 0", "thêm điều kiện {% if … %} để không chia khi mẫu số bằng 0", ""
    if isinstance(fault, TooMuch | RecursionError | MemoryError | OverflowError):
        return "E325", "mẫu đòi làm quá nhiều việc", "xem lại vòng lặp và phép tính trong thẻ", ""
    if isinstance(fault, SecurityError):
        return "E324", "mẫu đòi làm việc không được phép", "chỉ dùng tên trường, phép tính và bộ lọc trong thẻ", ""
    if isinstance(fault, TypeError):
        message = f"giá trị không đúng loại ({_short(fault)})"
        return "E322", message, "xem lại loại dữ liệu của các trường trong thẻ này", ""
    return "E326", f"không điền được thẻ ({_short(fault)})", "xem lại thẻ và giá trị của nó", ""


def _short(fault: Exception) -> str:
    return " ".join(str(fault).split())[:120]


def _missing(message: str, row: Mapping[str, Any]) -> tuple[str, str, str, str]:
    names = _QUOTED.findall(message)
    if "has no" in message and names:
        return "E321", f"không có mục «{names[-1]}»", "xem lại tên mục trong danh sách con", names[-1]
    name = names[0] if names else message
    near = nearest(name.replace("_", " "), {str(each).replace("_", " "): each for each in row}, least=60)
    hint = f"có phải là «{near[0][0]}» không?" if near else f"thêm cột «{name.replace('_', ' ')}» vào danh sách"
    return "E321", f"dữ liệu không có trường «{name}»", hint, name
