"""The money that goes with an award: coefficient × base salary at the day of the decision, rounded up."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from docgen.commendation.shown import Shown, Standing
from docgen.knowledge.law import UNVERIFIED, Law
from docgen.knowledge.lawfile import Award, Prize, Salary
from docgen.model.finding import Severity
from docgen.vi.numerals import write_number

ROUNDED_TO = 10_000
ROUNDING = "tiền thưởng được làm tròn lên hàng chục nghìn đồng"


@dataclass(frozen=True, slots=True)
class Money:
    """What an award brings: `amount` after rounding, `exact` before, and what they come from."""

    amount: int
    exact: Decimal
    prize: Prize
    salary: Salary

    @property
    def verified(self) -> bool:
        """Whether both the coefficient and the base salary were read in their decrees."""
        return self.prize.verified and self.salary.verified

    def __str__(self) -> str:
        mark = "" if self.verified else f" ({UNVERIFIED})"
        product = f"{write_number(self.prize.coefficient)} × {write_number(Decimal(self.salary.amount))}"
        return f"{product} = {write_number(self.exact)}, làm tròn lên {write_number(Decimal(self.amount))} đồng{mark}"


def rounded_up(exact: Decimal) -> int:
    """The amount rounded up to ten thousand đồng."""
    return int((exact / ROUNDED_TO).to_integral_value(ROUND_CEILING)) * ROUNDED_TO


def money_of(award: Award, who: str, law: Law) -> Money | None:
    """The money of an award for a person (`ca_nhan`) or a collective (`tap_the`); `None` where none is laid down."""
    prize = law.prize(award.id, who)
    if prize is None:
        return None
    exact = prize.coefficient * law.salary.amount
    return Money(rounded_up(exact), exact, prize, law.salary)


def money_due(awards: Iterable[Award], who: str, law: Law) -> int:
    """What one recipient gets for one period: of the titles only the highest, and every other award besides."""
    titles: list[int] = []
    others: list[int] = []
    for award in awards:
        money = money_of(award, who, law)
        if money is not None:
            (titles if award.is_title else others).append(money.amount)
    return max(titles, default=0) + sum(others)


def check_money(about: str, award: Award, who: str, paid: int | None, law: Law) -> Shown | None:
    """Whether the money written is what the award brings; `None` where no prize is laid down or none is written."""
    money = money_of(award, who, law)
    if money is None or paid is None:
        return None
    written = write_number(Decimal(paid))
    article = money.prize.article
    if paid == money.amount or (money.prize.at_most and paid < money.amount):
        return Shown("LAW301", Standing.PROVED, about, f"tiền thưởng {written} đồng", article, money.verified)
    if paid == money.exact:
        says = f"tiền thưởng {written} đồng chưa làm tròn; {ROUNDING}: {write_number(Decimal(money.amount))} đồng"
        return Shown("LAW302", Standing.AGAINST, about, says, article, money.verified, Severity.INFO)
    says = f"tiền thưởng ghi {written} đồng; {award.name}: {money}"
    return Shown("LAW301", Standing.AGAINST, about, says, article, money.verified)
