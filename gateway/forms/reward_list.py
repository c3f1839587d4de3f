"""A list of bonuses or additional income, for the head who approves it and the accountant."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from gateway.forms import vietnamese as vi
from gateway.forms.paper import Form, Grid, Paper

KINDS = {"BONUS": "Tiền thưởng", "INCOME": "Thu nhập tăng thêm"}
NOTES = {
    "LISTED": "chờ cấp có thẩm quyền quyết định",
    "NOT_RATED": "không xếp loại",
    "LEFT_OUT": "không đưa vào danh sách",
    "APPROVED": "",
    "DECLINED": "cấp có thẩm quyền không duyệt chi",
    "WITHDRAWN": "đã rút",
}
_FINAL = ("APPROVED", "PAID")


def fill(found: Mapping[str, Any]) -> Paper:
    """Everybody of the list with his amount; the rule, and the way to every amount."""
    rows = [_row(line) for line in found["lines"]["nodes"]]
    values = {
        "title": FORM.title,
        "kind": KINDS[found["kind"]],
        "period": vi.span(found["span"], found["period"]),
        "draft": found["state"] not in _FINAL,
        "agency": found["agency"]["name"],
        "unit": "",
        "rows": rows,
        "pool": vi.money(vi.decimal(found["pool"])),
        "weights": vi.exact(found["weights"]),
        "base": vi.exact(found["base"]),
        "total": vi.money(vi.decimal(found["total"])),
        "payable": vi.money(vi.decimal(found["payable"])),
        "rule": _rule(found),
        "multiples": _multiples(found),
        "rounding": found["rounding"],
        "corrects": _paper(found["corrects"], "decision") if found["corrects"] else "",
        "taken_on": vi.written_on(found["takenAt"]),
        "decision": _paper(found, "decision"),
        "approved_on": vi.written_on(found["approvedAt"]),
        "proposed_by": (found["proposedBy"] or {}).get("fullName", ""),
        "approved_by": (found["approvedBy"] or {}).get("fullName", ""),
        "on_behalf_of": (found["onBehalfOf"] or {}).get("fullName", ""),
        "cites": found["cites"],
    }
    stem = f"danh-sach-{found['kind'].lower()}-{found['span'].lower()}-{found['period'][:7]}"
    return Paper(stem, UUID(found["agency"]["id"]), values, _grids(found, values))


def _row(line: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "no": line["ordinal"],
        "name": line["person"]["fullName"],
        "unit": line["unit"]["name"],
        "level": vi.level(line["level"]),
        "coefficient": vi.decimal(line["coefficient"]),
        "weight": vi.exact(line["weight"]),
        "exact": vi.exact(line["exact"]),
        "before": vi.money(vi.decimal(line["grantedBefore"])),
        "amount": vi.money(vi.decimal(line["amount"])),
        "note": NOTES[line["state"]],
    }


def _rule(found: Mapping[str, Any]) -> str:
    """The agency's own text that the list goes by."""
    if found["regulation"]:
        return _paper(found["regulation"], "document", "Quy chế")
    return _paper(found["scheme"], "document", "Chế độ thu nhập tăng thêm theo văn bản")


def _paper(found: Mapping[str, Any], name: str, what: str = "Quyết định") -> str:
    if found[f"{name}No"] is None:
        return ""
    day = found[f"{name}Day"]
    return f"{what} số {found[f'{name}No']}" + (f" ngày {vi.day(day)}" if day else "")


def _multiples(found: Mapping[str, Any]) -> str:
    """The multiples of the levels, as the rule has them."""
    spans = found["regulation"]["spans"] if found["regulation"] else [found["scheme"]]
    rule = next((each for each in spans if each.get("span", found["span"]) == found["span"]), None)
    if rule is None:
        return ""
    said = [
        f"{vi.level(level.upper())}: {vi.number(vi.decimal(rule[level]))}"
        for level in ("excellent", "good", "completed")
    ]
    return "; ".join(said) + ("; nhân hệ số lương" if rule["bySalary"] else "")


def _grids(found: Mapping[str, Any], values: Mapping[str, Any]) -> list[Grid]:
    people = [
        (
            *(row[key] for key in ("no", "name", "unit", "level", "coefficient", "weight")),
            *(vi.decimal(line[key]) for key in ("due", "grantedBefore", "amount")),
            "; ".join(part for part in (row["note"], line["reason"]) if part),
        )
        for row, line in zip(values["rows"], found["lines"]["nodes"], strict=True)
    ]
    total = vi.decimal(found["total"])
    rules = [
        ("Loại danh sách", values["kind"]),
        ("Kỳ", values["period"]),
        ("Căn cứ của cơ quan", values["rule"]),
        ("Hệ số theo mức", values["multiples"]),
        ("Quỹ được chia (đồng)", vi.decimal(found["pool"])),
        ("Tổng hệ số", values["weights"]),
        ("Mức tiền cho hệ số 1 (chính xác)", values["base"]),
        ("Cách làm tròn", values["rounding"]),
        ("Tổng cộng (đồng)", total),
        ("Được chi đến nay (đồng)", vi.decimal(found["payable"])),
        ("Quyết định duyệt", values["decision"]),
        ("Điều chỉnh danh sách theo", values["corrects"]),
    ]
    ways = [
        (line["ordinal"], line["person"]["fullName"], step["text"], step["value"], step["cite"])
        for line in found["lines"]["nodes"]
        for step in line["steps"]
    ]
    return [
        Grid(
            "Danh sách",
            (
                *("TT", "Họ và tên", "Đơn vị", "Mức xếp loại", "Hệ số lương", "Hệ số"),
                *("Mức được hưởng (đồng)", "Đã quyết định trước (đồng)", "Số tiền (đồng)"),
                "Ghi chú",
            ),
            [*people, ("", "Tổng cộng", "", "", None, "", None, None, total, "")],
        ),
        Grid("Quy tắc", ("Nội dung", "Giá trị"), rules),
        Grid("Cách tính", ("TT", "Họ và tên", "Bước", "Giá trị", "Căn cứ"), ways),
        Grid("Căn cứ", ("Văn bản",), [(cite,) for cite in values["cites"]]),
    ]


FORM = Form(
    name="reward_list",
    title="Danh sách chi tiền thưởng, thu nhập tăng thêm",
    root="rewardList",
    pages="lines",
    fill=fill,
)
