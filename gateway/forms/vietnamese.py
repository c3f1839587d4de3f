"""How numbers, days and legal words are written on an official paper."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

from resolvers.core.spelling import roman
from resolvers.statute.evaluation import CRITERION_NAMES
from resolvers.statute.evaluation.wording import NAMES

HERE = timezone(timedelta(hours=7))
"""Asia/Ho_Chi_Minh has had no other offset since 1975."""
OFFICES = {"HEAD": "Người đứng đầu", "DEPUTY": "Cấp phó", "MEMBER": "Công chức"}
ORIGINS = {
    "PLANNED": "Theo kế hoạch",
    "URGENT": "Đột xuất, phát sinh",
    "TAKEN_OVER": "Nhận thêm từ công chức khác",
    "HANDED_OVER": "Đã chuyển công chức khác",
}
CRITERIA = CRITERION_NAMES["vi"]
GROUPS = {
    "I": "Phẩm chất chính trị, phẩm chất đạo đức, văn hóa thực thi công vụ và ý thức kỷ luật, kỷ"
    " cương trong thực thi công vụ",
    "II": "Năng lực chuyên môn, nghiệp vụ theo yêu cầu của vị trí việc làm; khả năng đáp ứng yêu"
    " cầu thực thi nhiệm vụ được giao; tinh thần trách nhiệm trong thực thi công vụ; thái độ phục"
    " vụ người dân, doanh nghiệp và khả năng phối hợp với đồng nghiệp",
    "III": "Năng lực đổi mới, sáng tạo, dám nghĩ, dám làm, dám chịu trách nhiệm vì lợi ích chung"
    " trong thực thi công vụ",
}
"""The three groups of form 01 (Decree 335/2025/NĐ-CP, Annex II)."""


def level(code: str | None) -> str:
    """A level in the decree's words; empty where there is none yet."""
    return "" if code is None else NAMES["vi"][code]


def office(posting: Mapping[str, Any], position: Mapping[str, Any] | None) -> str:
    """The job position; where there is none, the office held."""
    return str(position["name"]) if position else OFFICES[posting["office"]]


def number(value: Decimal | None) -> str:
    """With a decimal comma, every digit as it was given; empty for None."""
    return "" if value is None else f"{value:f}".replace(".", ",")


def decimal(text: str | None) -> Decimal | None:
    """A number as the API writes it."""
    return None if text is None else Decimal(text)


def money(value: Decimal | None) -> str:
    """An amount in thousands: "4.891.304"; empty for None."""
    return "" if value is None else f"{value:,f}".translate(_SEPARATORS)


_SEPARATORS = str.maketrans(",.", ".,")


def exact(text: str | None) -> str:
    """An exact number as the API has it, "2.4" or "112500000/23"; empty for None."""
    return "" if text is None else text.replace(".", ",")


def span(kind: str, first: str) -> str:
    """What a list is for: "quý III năm 2026"."""
    day = date.fromisoformat(first)
    if kind == "QUARTER":
        return period(first, 3)
    if kind == "HALF_YEAR":
        return f"06 tháng {'đầu' if day.month == 1 else 'cuối'} năm {day.year}"
    if kind == "YEAR":
        return f"năm {day.year}"
    return f"đột xuất, {month(first)}" if kind == "AD_HOC" else month(first)


def period(first: str, months: int) -> str:
    """ "2026-03-01" as "tháng 3 năm 2026", or for a quarter "2026-04-01" as "quý II năm 2026"."""
    day = date.fromisoformat(first)
    return month(first) if months == 1 else f"quý {roman(day)} năm {day.year}"


def month(first: str) -> str:
    """ "2026-03-01" as "tháng 3 năm 2026"."""
    day = date.fromisoformat(first)
    return f"tháng {day.month} năm {day.year}"


def day(text: str | None) -> str:
    """A day as "05/03/2026"; empty for None."""
    return "" if text is None else f"{date.fromisoformat(text):%d/%m/%Y}"


def written_on(moment: str | None) -> str:
    """The day of a moment as a paper is dated: "ngày 5 tháng 3 năm 2026"; dots where there is
    none, for a hand to fill in."""
    if moment is None:
        return "ngày …… tháng …… năm ………"
    at = datetime.fromisoformat(moment).astimezone(HERE)
    return f"ngày {at.day} tháng {at.month} năm {at.year}"


def plain(value: Any) -> Any:
    """The values of a paper as text, for a template: decimals in Vietnamese, nothing for None."""
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, bool):
        return value
    if isinstance(value, Decimal):
        return number(value)
    return "" if value is None else str(value)
