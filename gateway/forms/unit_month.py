"""The summary of a unit's month, as it goes to the personnel body (art. 17.3)."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from gateway.forms import vietnamese as vi
from gateway.forms.paper import Form, Grid, Paper

LEVELS = ("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED", "INSUFFICIENT_DATA")


def fill(month: Mapping[str, Any]) -> Paper:
    """Everybody whom the head of the unit scores; who is not scored yet stands with an empty row.

    A score that its reader may not see yet is an empty cell, as in the API.
    """
    rows = [_row(number, sheet) for number, sheet in enumerate(month["worklist"]["nodes"], 1)]
    counted = Counter(row["code"] for row in rows)
    values = {
        "title": FORM.title,
        "period": vi.period(month["period"], month["periodMonths"]),
        "draft": month["state"] != "CLOSED",
        "agency": month["unit"]["agency"]["name"],
        "unit": month["unit"]["name"],
        "rows": rows,
        "levels": [
            {"name": vi.level(code), "count": counted[code], "share": _share(counted[code], rows)}
            for code in LEVELS
        ],
        "unscored": counted[None],
        "cites": _cites(month),
        "closed_on": vi.written_on(month["closedAt"]),
        "closed_by": (month["closedBy"] or {}).get("fullName", ""),
    }
    agency = UUID(month["unit"]["agency"]["id"])
    return Paper(f"tong-hop-{month['period'][:7]}", agency, values, _grids(values))


def _row(number: int, sheet: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "no": number,
        "name": sheet["person"]["fullName"],
        "office": vi.office(sheet["posting"], sheet["position"]),
        "general": vi.decimal(sheet["general"]),
        "results": vi.decimal(sheet["results"]),
        "total": vi.decimal(sheet["total"]),
        "code": sheet["level"],
        "level": vi.level(sheet["level"]),
    }


def _share(count: int, rows: list[dict[str, Any]]) -> Decimal | None:
    """Per cent of everybody, to one decimal."""
    if not rows:
        return None
    return (Decimal(count) * 100 / len(rows)).quantize(Decimal("0.1"))


def _cites(month: Mapping[str, Any]) -> list[str]:
    """Every text that any of the scores was drawn from, each once."""
    explained = (sheet["explanation"] for sheet in month["worklist"]["nodes"])
    return list(dict.fromkeys(cite for each in explained if each for cite in each["cites"]))


def _grids(values: Mapping[str, Any]) -> list[Grid]:
    keys = ("no", "name", "office", "general", "results", "total", "level")
    return [
        Grid(
            "Tổng hợp",
            (
                *("TT", "Họ và tên", "Chức vụ, chức danh", "Điểm tiêu chí chung"),
                *("Điểm kết quả", "Tổng điểm", "Mức"),
            ),
            [tuple(row[key] for key in keys) for row in values["rows"]],
        ),
        Grid(
            "Phân bố",
            ("Mức", "Số người", "Tỷ lệ %"),
            [(each["name"], each["count"], each["share"]) for each in values["levels"]],
        ),
        Grid("Căn cứ", ("Văn bản",), [(cite,) for cite in values["cites"]]),
    ]


FORM = Form(
    name="unit_month",
    title="Bảng tổng hợp kết quả theo dõi, đánh giá công chức",
    root="node",
    pages="worklist",
    fill=fill,
)
