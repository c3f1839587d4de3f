"""Forms 2A, 2B and 2C of Guidance 43-HD/BTCTW: the review of a leader, of a member, of a member who
works outside the political system; and, by the same lay-out, that of a collective.

The guidance's own lay-out is not among the texts that this program was made from; the paper holds
what they name: the self-review with its points, the answers to the points that were put, what each
voice said, and the class that was decided.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

import orjson

from gateway.forms import vietnamese as vi
from gateway.forms.classification import boxes, decision
from gateway.forms.paper import Form, Grid, Paper

PAPERS = {
    "LEADER": ("2A", "Bản kiểm điểm cá nhân (dùng cho lãnh đạo, quản lý)"),
    "MEMBER": (
        "2B",
        "Bản kiểm điểm cá nhân (dùng cho cá nhân không giữ chức vụ lãnh đạo, quản lý)",
    ),
    "OUTSIDE": (
        "2C",
        "Bản kiểm điểm cá nhân (dùng cho đảng viên không làm việc trong hệ thống chính trị)",
    ),
    "COLLECTIVE": ("01", "Báo cáo kiểm điểm tập thể"),
}
"""By category: the number of its form, and its title."""
VOICES = {
    "SELF": "Tự kiểm điểm",
    "TEMPORARY_BRANCH": "Chi bộ nơi sinh hoạt tạm thời",
    "BRANCH": "Chi bộ",
    "LEADERSHIP": "Tập thể lãnh đạo, quản lý",
    "MASS_ORGANISATION": "Tổ chức chính trị - xã hội",
    "AGENCY_COMMITTEE": "Cấp ủy cơ sở",
    "UPPER": "Cấp ủy cấp trên",
    "DECIDING_COMMITTEE": "Cấp ủy có thẩm quyền",
}
FOUND = (
    ("general", "Điểm tiêu chí chung (tối đa 30)"),
    ("results", "Điểm kết quả thực hiện nhiệm vụ (tối đa 70)"),
    ("completed", "Tỷ lệ nhiệm vụ hoàn thành"),
    ("late", "Tỷ lệ nhiệm vụ chậm tiến độ"),
    ("exceeded", "Tỷ lệ nhiệm vụ hoàn thành vượt mức"),
)
"""What a voice found, as far as one number says it."""
NO_AGENCY = UUID(int=0)
"""A Party organisation that belongs to no agency prints from the program's own template."""


def fill(review: Mapping[str, Any]) -> Paper:
    """The self-review, the points and their answers, what each body said, and the class."""
    code, title = PAPERS[review["category"]]
    spoken = [each for each in review["voices"] if each["state"] == "SIGNED"]
    own = next((each for each in spoken if each["kind"] == "SELF"), None) or {}
    last = next((each for each in spoken if each["kind"] == "DECIDING_COMMITTEE"), None) or {}
    values = {
        "title": title,
        "code": code,
        "span": _span(review),
        "draft": review["notifiedAt"] is None,
        "upper": review["decidingBody"]["name"],
        "body": review["body"]["name"],
        "name": (review["person"] or {"fullName": review["body"]["name"]})["fullName"],
        "own_text": own.get("text"),
        "found": _found(own),
        "points": vi.decimal(own.get("points")),
        "own": boxes(own.get("level")),
        "topics": [_topic(each) for each in review["topics"]],
        "voices": [_voice(each) for each in spoken if each not in (own, last)],
        "decided": boxes(review["appliedLevel"]),
        "reason": review["appliedReason"],
        "decision": decision(review),
        "cites": review["cites"] or [],
        "signed_on": vi.written_on(own.get("signedAt")),
        "decided_on": vi.written_on(review["decidedAt"]),
        "decided_by": (last.get("signedBy") or {}).get("fullName", ""),
    }
    agency = (review["body"]["agency"] or {}).get("id")
    stem = f"mau-{code.lower()}-{review['year']}"
    return Paper(stem, UUID(agency) if agency else NO_AGENCY, values, _grids(values))


def _span(review: Mapping[str, Any]) -> str:
    quarter = review["quarter"]
    return f"Quý {quarter}/{review['year']}" if quarter else f"Năm {review['year']}"


def _found(voice: Mapping[str, Any]) -> list[dict[str, Any]]:
    told = orjson.loads(voice.get("findings") or "{}")
    return [
        {"name": name, "value": vi.decimal(str(told[key]))}
        for key, name in FOUND
        if isinstance(told.get(key), str | int)
    ]


def _topic(topic: Mapping[str, Any]) -> dict[str, Any]:
    """A point with the answer that was given last."""
    answer = topic["replies"][0]["text"] if topic["replies"] else "Chưa giải trình"
    return {"no": topic["number"], "text": topic["text"], "answer": answer}


def _voice(voice: Mapping[str, Any]) -> dict[str, Any]:
    who = VOICES[voice["kind"]]
    body = (voice["body"] or {}).get("name", "")
    return {
        "who": f"{who}: {body}" if body else who,
        "text": voice["text"],
        "points": vi.decimal(voice["points"]),
        "level": vi.level(voice["level"]),
    }


def _grids(values: Mapping[str, Any]) -> list[Grid]:
    def chosen(boxes: list[dict[str, str]]) -> str:
        return next((each["name"] for each in boxes if each["box"] == "☒"), "")

    found: list[tuple[str, Decimal | str | None]] = [
        *((each["name"], each["value"]) for each in values["found"]),
        ("Tổng điểm tự chấm", values["points"]),
        ("Tự xếp loại", chosen(values["own"])),
        ("Cấp có thẩm quyền xếp loại", chosen(values["decided"])),
    ]
    voices = [
        (each["who"], each["text"], each["points"], each["level"]) for each in values["voices"]
    ]
    topics = [(each["no"], each["text"], each["answer"]) for each in values["topics"]]
    return [
        Grid("Kết quả", ("Nội dung", "Giá trị"), found),
        Grid("Ý kiến", ("Tổ chức, tập thể", "Ý kiến", "Điểm", "Mức"), voices),
        Grid("Gợi ý kiểm điểm", ("TT", "Nội dung gợi ý", "Giải trình"), topics),
        Grid("Căn cứ", ("Văn bản",), [(cite,) for cite in values["cites"]]),
    ]


FORM = Form(
    name="party_review",
    title="Bản kiểm điểm",
    root="partyReview",
    pages=None,
    fill=fill,
)
