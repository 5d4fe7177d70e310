"""The votes of the council: how many an award needs, and whether the count agrees with itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.commendation.shown import Shown, Standing
from docgen.knowledge.law import Law
from docgen.knowledge.lawfile import Award

COUNTING = "Biên bản kiểm phiếu"


@dataclass(frozen=True, slots=True)
class Council:
    """The council and its ballot papers; `None` is not stated."""

    members: int | None = None
    present: int | None = None
    absent: int | None = None
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None


def votes_needed(members: int, percent: int) -> int:
    """The least number of votes that is at least `percent` of the whole membership: 8 of 9 at 80 %."""
    if members < 1 or not 0 <= percent <= 100:
        raise ValueError(f"no council of {members} votes at {percent} %")
    return -(-members * percent // 100)


def check_vote(about: str, award: Award, votes: int | None, council: Council, law: Law) -> Shown | None:
    """Whether an award got enough votes of the whole membership; `None` where no vote is prescribed."""
    rule = law.vote(award.id)
    if rule is None:
        return None

    def shown(code: str, standing: Standing, says: str) -> Shown:
        return Shown(code, standing, about, says, rule.article, rule.verified)

    if votes is None or council.members is None:
        return shown("LAW202", Standing.MISSING, f"chưa có kết quả bỏ phiếu; {award.name} cần từ {rule.percent}%")
    needed = votes_needed(council.members, rule.percent)
    told = f"{votes} phiếu trên tổng số {council.members} thành viên, cần ít nhất {needed} phiếu ({rule.percent}%)"
    if votes > council.members:
        return shown("LAW201", Standing.AGAINST, f"{votes} phiếu đồng ý nhiều hơn {council.members} thành viên")
    if votes >= needed:
        return shown("LAW202", Standing.PROVED, told)
    if council.present and votes >= votes_needed(council.present, rule.percent):
        trap = f"chỉ đủ khi tính trên {council.present} người có mặt, mà tỷ lệ phải tính trên tổng số thành viên"
        return shown("LAW203", Standing.AGAINST, f"{told}; {trap}")
    return shown("LAW202", Standing.AGAINST, told)


def check_count(council: Council, votes: dict[str, int]) -> Iterator[Shown]:
    """What does not agree in the count: members, papers issued and returned, valid and invalid, votes a name."""
    sums = (
        ("có mặt + vắng mặt", (council.present, council.absent), "tổng số thành viên", council.members),
        ("phiếu phát ra", (council.issued,), "số thành viên tham gia bỏ phiếu", council.present),
        ("hợp lệ + không hợp lệ", (council.valid, council.invalid), "số phiếu thu về", council.returned),
    )
    for parts_name, parts, whole_name, whole in sums:
        known = [part for part in parts if part is not None]
        if whole is not None and len(known) == len(parts) and sum(known) != whole:
            yield _odd(f"{parts_name} = {sum(known)}, khác {whole_name} = {whole}")
    if council.returned is not None and council.issued is not None and council.returned > council.issued:
        yield _odd(f"thu về {council.returned} phiếu, nhiều hơn {council.issued} phiếu phát ra")
    most = council.valid if council.valid is not None else council.returned
    for name, count in votes.items():
        if most is not None and count > most:
            yield _odd(f"{name} có {count} phiếu đồng ý, nhiều hơn {most} phiếu hợp lệ")


def _odd(says: str) -> Shown:
    return Shown("LAW201", Standing.AGAINST, COUNTING, says, "đẳng thức của biên bản kiểm phiếu")
