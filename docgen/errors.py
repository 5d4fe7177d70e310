"""The one error that reaches a person: what, where, what to do."""


class DocgenError(Exception):
    """A user's mistake or a file's fault, told in Vietnamese.

    `code` is stable (`E1xx` reading files, `E2xx` lists and data, `E3xx` templates, `E4xx` writing files,
    `E5xx` the call itself, `E6xx` knowledge); `where` names the place (file, sheet and cell, paragraph), `seen`
    quotes what stands there, `hint` says what to do.
    """

    def __init__(self, code: str, message: str, *, where: str = "", seen: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.where = where
        self.seen = seen
        self.hint = hint

    def __str__(self) -> str:
        lines = [f"{self.message} [{self.code}]"]
        for label, text in (("ở đâu", self.where), ("thấy", self.seen), ("làm gì", self.hint)):
            if text:
                lines.append(f"  {label:<7} {text}")
        return "\n".join(lines)

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders in a batch; keyword-only arguments are lost by the default protocol.
        return _rebuild, (self.code, self.message, self.where, self.seen, self.hint)


def _rebuild(code: str, message: str, where: str, seen: str, hint: str) -> DocgenError:
    return DocgenError(code, message, where=where, seen=seen, hint=hint)
