"""The list that an agency publishes: each person's class, and nothing else (art. 21)."""

from collections import Counter
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from gateway.forms import vietnamese as vi
from gateway.forms.classification import LEVELS, NOT_RATED
from gateway.forms.paper import Form, Grid, Paper


def fill(found: Mapping[str, Any]) -> Paper:
    """Everybody of one set; no points, no reasons."""
    rows = [
        {
            "no": number,
            "name": case["person"]["fullName"],
            "office": vi.office(case["posting"], case["posting"]["position"]),
            "unit": case["unit"]["name"],
            "code": case["appliedLevel"],
            "level": NOT_RATED if case["state"] == "NOT_RATED" else vi.level(case["appliedLevel"]),
        }
        for number, case in enumerate(found["cases"]["nodes"], 1)
    ]
    counted = Counter(row["code"] for row in rows)
    values = {
        "title": FORM.title,
        "year": found["year"],
        "draft": found["state"] != "PUBLISHED",
        "agency": found["agency"]["name"],
        "unit": found["unit"]["name"],
        "rows": rows,
        "levels": [{"name": vi.level(code), "count": counted[code]} for code in LEVELS],
        "decision": ""
        if found["decisionNo"] is None
        else f"Quyết định số {found['decisionNo']} ngày {vi.day(found['decisionDay'])}",
        "published_on": vi.written_on(found["publishedAt"]),
        "decided_by": (found["decidedBy"] or {}).get("fullName", ""),
        "cites": [],
    }
    stem = f"cong-khai-xep-loai-{found['year']}"
    return Paper(stem, UUID(found["agency"]["id"]), values, _grids(values))


def _grids(values: Mapping[str, Any]) -> list[Grid]:
    keys = ("no", "name", "office", "unit", "level")
    return [
        Grid(
            "Công khai",
            ("TT", "Họ và tên", "Chức vụ, chức danh", "Đơn vị", "Mức xếp loại"),
            [tuple(row[key] for key in keys) for row in values["rows"]],
        ),
        Grid(
            "Phân bố",
            ("Mức", "Số người"),
            [(each["name"], each["count"]) for each in values["levels"]],
        ),
    ]


FORM = Form(
    name="publication",
    title="Công khai kết quả xếp loại chất lượng công chức",
    root="classificationRound",
    pages="cases",
    fill=fill,
)
