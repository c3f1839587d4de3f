"""Form 02: a civil servant's year and its class (Decree 335/2025/NĐ-CP, Annex II)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from gateway.forms import vietnamese as vi
from gateway.forms.paper import Form, Grid, Paper
from resolvers.core.spelling import roman

LEVELS = ("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED")
ABSENCES = {
    "MATERNITY": "nghỉ thai sản",
    "SICK": "nghỉ ốm",
    "UNPAID": "nghỉ không hưởng lương",
    "TRAINING": "đào tạo, bồi dưỡng",
    "SUSPENDED": "tạm đình chỉ công tác",
}
_FINAL = ("NOTIFIED", "PUBLISHED")
NOT_RATED = "Không xếp loại (Điều 11 khoản 1)"


def fill(case: Mapping[str, Any]) -> Paper:
    """Twelve months and their mean, the person's own class, and the one decided."""
    result = case["result"] or {"total": None, "months": [], "provisional": False}
    decided, lender = case["decidedBy"] or {}, case["onBehalfOf"] or {}
    values = {
        "title": FORM.title,
        "year": case["year"],
        "draft": case["state"] not in _FINAL,
        "agency": case["agency"]["name"],
        "unit": case["unit"]["name"],
        "name": case["person"]["fullName"],
        "office": vi.office(case["posting"], case["posting"]["position"]),
        "period": "Quý" if any(each["months"] > 1 for each in result["months"]) else "Tháng",
        "months": [_month(each) for each in result["months"]],
        "mean": vi.decimal(result["total"]),
        "own": boxes(case["selfLevel"]),
        "own_text": case["selfText"],
        "decided": boxes(case["appliedLevel"]),
        "not_rated": NOT_RATED if case["state"] == "NOT_RATED" else "",
        "reason": case["quotaReason"],
        "decision": decision(case),
        "edition": case["edition"],
        "cites": case["cites"] or [],
        "submitted_on": vi.written_on(case["selfSubmittedAt"]),
        "decided_on": vi.written_on(case["decidedAt"]),
        "decided_by": decided.get("fullName", ""),
        "on_behalf_of": lender.get("fullName", ""),
    }
    stem = f"mau-02-{case['year']}"
    return Paper(stem, UUID(case["agency"]["id"]), values, _grids(values))


def _month(month: Mapping[str, Any]) -> dict[str, Any]:
    totals = [vi.decimal(sheet["total"]) for sheet in month["sheets"]]
    return {
        "no": _number(month),
        # A month with two posts has two sheets, which weigh by their days.
        "totals": totals,
        "shown": "; ".join(vi.number(total) for total in totals),
        "note": _note(month),
    }


def _number(month: Mapping[str, Any]) -> int | str:
    """A month by its number; of an agency that scores by the quarter, that one's."""
    first = date.fromisoformat(month["period"])
    return first.month if month["months"] == 1 else roman(first)


def _note(month: Mapping[str, Any]) -> str:
    notes = [ABSENCES[each["kind"]] for each in month["absent"]]
    if any(sheet["provisional"] for sheet in month["sheets"]):
        notes.append("điểm tạm tính")
    if month["standing"] == "MISSING":
        notes.append("chưa có kết quả")
    if month["standing"] == "OUTSIDE":
        notes.append("không công tác")
    return ", ".join(dict.fromkeys(notes))


def boxes(level: str | None) -> list[dict[str, str]]:
    """Every level with its box, the one given ticked."""
    return [{"name": vi.level(code), "box": "☒" if code == level else "☐"} for code in LEVELS]


def decision(case: Mapping[str, Any]) -> str:
    """The decision on a case, by its number and day; empty before there is one."""
    if case["decisionNo"] is None:
        return ""
    return f"Quyết định số {case['decisionNo']} ngày {vi.day(case['decisionDay'])}"


def _grids(values: Mapping[str, Any]) -> list[Grid]:
    months: list[tuple[int | str, Decimal | None, str]] = [
        (month["no"], total, month["note"])
        for month in values["months"]
        for total in (month["totals"] or [None])
    ]
    chosen = [("Tự xếp loại", values["own"]), ("Cấp có thẩm quyền xếp loại", values["decided"])]
    return [
        Grid(
            "Kết quả",
            (values["period"], "Tổng điểm", "Ghi chú"),
            [*months, ("Trung bình cả năm", values["mean"], "")],
        ),
        Grid(
            "Xếp loại",
            ("Nội dung", "Mức"),
            [
                (who, next((each["name"] for each in boxes if each["box"] == "☒"), ""))
                for who, boxes in chosen
            ],
        ),
        Grid("Căn cứ", ("Văn bản",), [(cite,) for cite in values["cites"]]),
    ]


FORM = Form(
    name="classification",
    title="Phiếu xếp loại chất lượng công chức",
    root="classification",
    pages=None,
    fill=fill,
)
