"""Form 01: the sheet of a civil servant's month (Decree 335/2025/NĐ-CP, Annex II)."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from gateway.forms import vietnamese as vi
from gateway.forms.paper import Form, Grid, Paper
from resolvers.statute.evaluation import GENERAL_CRITERIA, month_law

_RATIOS = (
    ("quantity", "Số lượng (a)"),
    ("quality", "Chất lượng (b)"),
    ("progress", "Tiến độ (c)"),
    ("unitResult", "Kết quả hoạt động của đơn vị (d)"),
    ("organising", "Khả năng tổ chức triển khai (đ)"),
    ("unity", "Năng lực tập hợp, đoàn kết (e)"),
)
_SIGNED = ("RELEASED", "CLOSED")


def fill(sheet: Mapping[str, Any]) -> Paper:
    """Both marks stand side by side: the person's own, and the head's that count."""
    explained = sheet["explanation"] or {}
    marks = {each["criterion"]: each for each in sheet["marks"] or ()}
    groups = [
        _group(number, marks, _most(sheet["period"], sheet["periodMonths"])) for number in vi.GROUPS
    ]
    lines = [_line(number, line) for number, line in enumerate(sheet["work"]["nodes"], 1)]
    values = {
        "title": FORM.title,
        "period": vi.period(sheet["period"], sheet["periodMonths"]),
        "draft": sheet["state"] not in _SIGNED,
        "agency": sheet["agency"]["name"],
        "unit": sheet["unit"]["name"],
        "name": sheet["person"]["fullName"],
        "office": vi.office(sheet["posting"], sheet["position"]),
        "groups": groups,
        "sum": {
            "most": _sum(group["most"] for group in groups),
            "self": _sum(group["self"] for group in groups),
            "head": vi.decimal(sheet["general"]),
        },
        "general": vi.decimal(sheet["general"]),
        "results": vi.decimal(sheet["results"]),
        "total": vi.decimal(sheet["total"]),
        "level": vi.level(sheet["level"]),
        "ratios": [
            {"name": name, "value": vi.decimal(sheet[key])}
            for key, name in _RATIOS
            if sheet[key] is not None
        ],
        "reasons": [text for text in (sheet["organisingReason"], sheet["unityReason"]) if text],
        "self_comment": sheet["selfComment"],
        "head_comment": sheet["headComment"],
        "lines": lines,
        "deductions": [
            {**each, "points": vi.decimal(each["points"])} for each in sheet["deductions"]
        ],
        "cites": explained.get("cites", []),
        "round": sheet["round"],
        "assessed_on": vi.written_on(sheet["selfAssessedAt"]),
        "released_on": vi.written_on(sheet["releasedAt"]),
        "scorer": (explained.get("scoredBy") or {}).get("fullName", ""),
        "on_behalf_of": (explained.get("onBehalfOf") or {}).get("fullName", ""),
    }
    agency = UUID(sheet["agency"]["id"])
    return Paper(f"mau-01-{sheet['period'][:7]}", agency, values, _grids(values))


def _most(period: str, months: int) -> Mapping[str, Decimal]:
    """The most points of each criterion, by the law of the period."""
    day = date.fromisoformat(period)
    most: Mapping[str, Decimal] = month_law(day, months, known=day)(GENERAL_CRITERIA)
    return most


def _group(number: str, marks: Mapping[str, Any], most: Mapping[str, Decimal]) -> dict[str, Any]:
    codes = [code for code in vi.CRITERIA if code.partition(".")[0] == number]
    rows: list[dict[str, Any]] = [
        {
            "no": code.partition(".")[2],
            "name": vi.CRITERIA[code],
            "most": most[code],
            "self": vi.decimal(marks.get(code, {}).get("self")),
            "head": vi.decimal(marks.get(code, {}).get("head")),
        }
        for code in codes
    ]
    sums = {key: _sum(row[key] for row in rows) for key in ("self", "head")}
    most_of_all = sum((most[code] for code in codes), Decimal()).normalize()
    return {"no": number, "name": vi.GROUPS[number], "rows": rows, "most": most_of_all, **sums}


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    """None as long as one is missing: half a sum is no sum."""
    given = list(values)
    if any(value is None for value in given):
        return None
    return sum((value for value in given if value is not None), Decimal())


def _line(number: int, line: Mapping[str, Any]) -> dict[str, Any]:
    product = line["product"] or {"code": "", "name": ""}
    counted = {
        name: line[name]
        for name in ("qualityFailures", "delays", "objectiveQualityFailures", "objectiveDelays")
    }
    return {
        "no": number,
        "code": product["code"],
        "name": " – ".join(part for part in (product["name"], line["milestone"]) if part),
        "origin": vi.ORIGINS[line["origin"]],
        "due": vi.day(line["dueOn"]),
        "units": vi.decimal(line["units"]),
        "completed": vi.decimal(line["completed"]),
        "faults": counted["qualityFailures"],
        "delays": counted["delays"],
        "excused": counted["objectiveQualityFailures"] + counted["objectiveDelays"],
    }


def _grids(values: Mapping[str, Any]) -> list[Grid]:
    marks = [
        (f"{group['no']}.{row['no']}", row["name"], row["most"], row["self"], row["head"])
        for group in values["groups"]
        for row in group["rows"]
    ]
    results = [
        ("Điểm tiêu chí chung", values["general"]),
        *((ratio["name"], ratio["value"]) for ratio in values["ratios"]),
        ("Điểm tiêu chí kết quả thực hiện nhiệm vụ", values["results"]),
        ("Tổng điểm", values["total"]),
        ("Mức", values["level"]),
    ]
    work = [
        tuple(line[key] for key in ("no", "code", "name", "origin", "due"))
        + tuple(line[key] for key in ("units", "completed", "faults", "delays", "excused"))
        for line in values["lines"]
    ]
    return [
        Grid("Kết quả", ("Nội dung", "Giá trị"), results),
        Grid(
            "Tiêu chí chung",
            ("TT", "Tiêu chí", "Điểm tối đa", "Cá nhân tự chấm", "Cấp có thẩm quyền chấm"),
            marks,
        ),
        Grid(
            "Nhiệm vụ",
            (
                *("TT", "Mã", "Sản phẩm/công việc", "Nguồn giao", "Thời hạn", "Đơn vị quy đổi"),
                *("Tỷ lệ hoàn thành", "Lần lỗi", "Lần chậm", "Trong đó khách quan"),
            ),
            work,
        ),
        Grid("Căn cứ", ("Văn bản",), [(cite,) for cite in values["cites"]]),
    ]


FORM = Form(
    name="sheet",
    title="Phiếu theo dõi, đánh giá công chức",
    root="sheet",
    pages="work",
    fill=fill,
)
