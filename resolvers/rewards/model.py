"""The values of this slice, and its refusals that are not the policies'."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from resolvers.core.errors import InvalidInput, Refusal
from resolvers.statute.rewards import MOST_MONEY, Remainder

MOST_REASON = 2000
MOST_NAMED = 10
"""People whom one refusal names."""


@dataclass(frozen=True, slots=True)
class PartOfFund:
    """How much of a fund is meant for the lists of one span, in đồng."""

    span: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class SpanRule:
    """What one list of a span gets of its part of the fund, and the multiples of the levels."""

    span: str
    share: Decimal
    """Of the part: four quarters with 0.25 each use all of it."""
    excellent: Decimal
    good: Decimal
    completed: Decimal
    by_salary: bool = False


@dataclass(frozen=True, slots=True)
class AwardRule:
    """A reward out of turn: so many base salaries, or an amount in đồng."""

    code: str
    name: str
    base_salaries: Decimal | None = None
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who is not on a list, and why."""

    person: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class AwardOf:
    """An accepted proposal of a reward out of turn, and which award of the regulation it is."""

    proposal: UUID
    award: str
    """The code."""


@dataclass(frozen=True, slots=True)
class IncomeTerms:
    """The agency's own numbers within its locality's text on additional income.

    In Hồ Chí Minh City `most` is of the month's salary, for the excellent, and the levels are
    shares of it; in Hà Nội `most` is what everybody gets each month, and the levels are weights in
    the year-end pool.
    """

    most: Decimal
    excellent: Decimal
    good: Decimal
    completed: Decimal
    others: Decimal = Decimal(0)
    """Đồng a month for whoever has no salary by rank."""
    by_salary: bool = False
    """In the pool, the weight is taken times the salary coefficient."""
    remainder: str = Remainder.LARGEST.value


class NoSalaryFund(Refusal):
    """The salary fund of {year} is not recorded yet."""

    code = "NO_SALARY_FUND"
    vi = "Chưa ghi nhận quỹ tiền lương năm {year}."


class PartsExceedFund(Refusal):
    """The parts add up to {sum} đồng; the fund has {amount}."""

    code = "PARTS_EXCEED_FUND"
    vi = "Tổng các phần là {sum} đồng, vượt quá quỹ {amount} đồng."


class PartCommitted(Refusal):
    """Approved lists have taken {committed} đồng of this already; it cannot become {amount}."""

    code = "PART_COMMITTED"
    vi = "Các danh sách đã duyệt đã sử dụng {committed} đồng; không thể giảm còn {amount} đồng."


class RegulationInThePast(Refusal):
    """A rule on money begins on the day of its approval, {today}, or later."""

    code = "REGULATION_IN_THE_PAST"
    vi = (
        "Quy định về tiền thưởng, thu nhập tăng thêm có hiệu lực từ ngày duyệt {today} hoặc sau đó."
    )


class IncomeBeyondLimit(Refusal):
    """{what} goes beyond what the locality's text allows: {allowed}."""

    code = "INCOME_BEYOND_LIMIT"
    vi = "{what} vượt quá mức văn bản của địa phương cho phép: {allowed}."


class NoRegulationInForce(Refusal):
    """The agency has no regulation on bonuses in force on {day} that speaks of this."""

    code = "NO_REGULATION_IN_FORCE"
    vi = "Cơ quan chưa có quy chế tiền thưởng có hiệu lực ngày {day} quy định nội dung này."


class NoIncomeScheme(Refusal):
    """The agency has chosen no scheme of additional income for {day} that pays for this span."""

    code = "NO_INCOME_SCHEME"
    vi = "Cơ quan chưa chọn chế độ thu nhập tăng thêm áp dụng ngày {day} cho kỳ này."


class NoFund(Refusal):
    """There is no fund for {span} lists of {year} yet."""

    code = "NO_FUND"
    vi = "Chưa có phần quỹ năm {year} dành cho danh sách loại {span}."


class FundExceeded(Refusal):
    """The list needs {needed} đồng; {left} are left in its part of the fund."""

    code = "FUND_EXCEEDED"
    vi = "Danh sách cần {needed} đồng; phần quỹ còn {left} đồng."


class ResultsMissing(Refusal):
    """{count} people have no current result for this list: {names}."""

    code = "RESULTS_MISSING"
    vi = "Còn {count} người chưa có kết quả hiện hành để lập danh sách: {names}."


class SalariesMissing(Refusal):
    """{count} people have no recorded salary for this list: {names}."""

    code = "SALARIES_MISSING"
    vi = "Còn {count} người chưa có hệ số lương để lập danh sách: {names}."


class NobodyAboveTheHead(Refusal):
    """Nobody decides about {name} here; leave him out with a reason."""

    code = "NOBODY_ABOVE_THE_HEAD"
    vi = "Không có người quyết định đối với {name} tại đây; hãy để ngoài danh sách, nêu lý do."


class NobodyToReward(Refusal):
    """Nobody would get anything by this list."""

    code = "NOBODY_TO_REWARD"
    vi = "Danh sách này không có ai được hưởng."


class NotAmongThem(Refusal):
    """{count} of those left out are not people of this list."""

    code = "NOT_AMONG_THEM"
    vi = "Có {count} người được nêu để ngoài không thuộc danh sách này."


class RewardListExists(Refusal):
    """There is a list for this span already."""

    code = "REWARD_LIST_EXISTS"
    vi = "Đã có danh sách của kỳ này."


class RewardListStale(Refusal):
    """What {count} lines rest on has changed since the list was drawn; draw it anew."""

    code = "REWARD_LIST_STALE"
    vi = "Căn cứ của {count} dòng đã thay đổi từ khi lập danh sách; cần lập lại."


class NothingToCorrect(Refusal):
    """Nothing that the list rests on has changed."""

    code = "NOTHING_TO_CORRECT"
    vi = "Căn cứ của danh sách không thay đổi; không có gì để điều chỉnh."


class AwardUnknown(Refusal):
    """The regulation in force has no award {award}."""

    code = "AWARD_UNKNOWN"
    vi = "Quy chế hiện hành không có mức thưởng {award}."


class RewardNotAccepted(Refusal):
    """{count} of the proposals are not accepted, or are on a list already."""

    code = "REWARD_NOT_ACCEPTED"
    vi = "Có {count} đề nghị chưa được chấp thuận hoặc đã có trong danh sách khác."


def named(names: Iterable[str]) -> str:
    """The first of many people, by name."""
    told = sorted(names)
    more = "…" if len(told) > MOST_NAMED else ""
    return ", ".join(told[:MOST_NAMED]) + more


def dong(value: Decimal, field: str) -> int:
    """Whole đồng from 0; raises InvalidInput."""
    if not value.is_finite() or not 0 <= value <= MOST_MONEY or value != int(value):
        raise InvalidInput(what=field, allowed=f"0–{MOST_MONEY}", field=field)
    return int(value)


def once_each(values: Sequence[object], field: str) -> None:
    """Raises InvalidInput where one stands twice."""
    if len(set(values)) != len(values):
        raise InvalidInput(what=field, allowed="each once", field=field)
