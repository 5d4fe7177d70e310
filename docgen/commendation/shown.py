"""What the papers of a proposal show: proved, missing, or against the rule; never a decision."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from docgen.knowledge.law import UNVERIFIED
from docgen.model.finding import Family, Finding, Severity
from docgen.model.text import Span

RULES = {
    "LAW101": "dieu-kien-danh-hieu",
    "LAW102": "dot-xuat-lam-can-cu-cong-trang",
    "LAW103": "dang-bi-xem-xet-ky-luat",
    "LAW104": "khen-hai-lan-mot-thanh-tich",
    "LAW105": "vuot-ty-le-khen",
    "LAW201": "phieu-khong-khop",
    "LAW202": "chua-du-nguong-phieu",
    "LAW203": "tinh-phieu-tren-so-co-mat",
    "LAW301": "tien-thuong-sai",
    "LAW302": "tien-thuong-chua-lam-tron",
    "LAW401": "can-cu-het-hieu-luc",
    "LAW402": "luat-ghi-so-ky-hieu",
    "LAW403": "dau-cau-can-cu",
    "LAW404": "ten-co-quan-cu",
    "LAW501": "ngay-khong-theo-thu-tu",
    "LAW502": "so-luong-giua-cac-giay-to",
    "LAW503": "so-vang-khong-theo-danh-sach",
    "LAW601": "thoi-gian-cong-tac",
    "LAW602": "ty-le-dong-gop-sang-kien",
}


class Standing(StrEnum):
    """How the papers stand to one rule."""

    PROVED = "proved"
    MISSING = "missing"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class Shown:
    """One rule held against the papers: `says` in Vietnamese, `article` the ground, `spans` its places in a text.

    `verified` is whether the article itself was read. `severity` is that of the finding where it is not proved.
    """

    code: str
    standing: Standing
    about: str
    says: str
    article: str
    verified: bool = True
    severity: Severity = Severity.ERROR
    spans: tuple[Span, ...] = ()

    @property
    def ground(self) -> str:
        """The article, with the mark of what was not read."""
        return self.article if self.verified else f"{self.article} ({UNVERIFIED})"

    def __str__(self) -> str:
        about = f"{self.about}: " if self.about else ""
        return f"{about}{self.says} ({self.ground})"


def finding_of(shown: Shown) -> Finding | None:
    """The finding that tells it; `None` where it is proved. What is missing is told as information."""
    if shown.standing is Standing.PROVED:
        return None
    severity = shown.severity if shown.standing is Standing.AGAINST else Severity.INFO
    if not shown.verified and severity is Severity.ERROR:
        severity = Severity.WARNING
    key = "|".join((shown.code, shown.about, shown.says))
    return Finding(
        code=shown.code,
        rule=RULES[shown.code],
        family=Family.CONSISTENCY,
        severity=severity,
        message=str(shown),
        figures=(),
        spans=shown.spans,
        fingerprint=hashlib.sha256(key.encode()).hexdigest()[:16],
    )
