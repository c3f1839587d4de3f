"""A signal in words: what was found, by which rule, on which numbers."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from resolvers.core.request import Request
from resolvers.statute.exact import decimal_text

_PLACES = 4
_SAID = {
    "identical_scores": {
        "en": "{alike} of {of} signed sheets of the unit have the same total, {total} (asked from"
        " {least} sheets and a share of {share} on).",
        "vi": "{alike} trên {of} phiếu đã ký của đơn vị có cùng tổng điểm {total} (nêu dấu hiệu từ"
        " {least} phiếu và tỷ lệ {share}).",
    },
    "everyone_excellent": {
        "en": "All {of} signed sheets of the unit are excellent (asked from {least} sheets on).",
        "vi": "Cả {of} phiếu đã ký của đơn vị đều ở mức hoàn thành xuất sắc nhiệm vụ (nêu dấu hiệu"
        " từ {least} phiếu).",
    },
    "late_bulk_scoring": {
        "en": "{together} of {of} sheets were scored between {first} and {last}, at the last moment"
        " (from {since} on; asked from a share of {share} within {minutes} minutes on).",
        "vi": "{together} trên {of} phiếu được chấm từ {first} đến {last}, sát hạn (từ {since}; nêu"
        " dấu hiệu từ tỷ lệ {share} trong {minutes} phút).",
    },
    "bulk_acceptance": {
        "en": "{together} of {of} deliveries were reported and decided between {first} and {last}"
        " (asked from a share of {share} within {minutes} minutes on).",
        "vi": "{together} trên {of} sản phẩm được báo cáo và xử lý từ {first} đến {last} (nêu dấu"
        " hiệu từ tỷ lệ {share} trong {minutes} phút).",
    },
    "outlier_quantity": {
        "en": "{done} accepted units in {days} days, {daily} a day; the median of comparable people"
        " is {median}, the usual distance from it {spread} (asked from {times} times that on).",
        "vi": "{done} đơn vị được nghiệm thu trong {days} ngày, {daily} đơn vị/ngày; trung vị của"
        " nhóm so sánh được là {median}, độ lệch thông thường {spread} (nêu dấu hiệu khi lệch quá"
        " {times} lần).",
    },
    "self_equals_head": {
        "en": "On all {of} signed sheets of {months} months the head's marks are exactly the"
        " person's own (asked from {least} sheets on).",
        "vi": "Trên cả {of} phiếu đã ký trong {months} tháng, điểm người đứng đầu chấm trùng hoàn"
        " toàn điểm tự chấm (nêu dấu hiệu từ {least} phiếu).",
    },
    "heavy_product": {
        "en": "One product is more than {warned} of the {total} units first assigned in the"
        " period.",
        "vi": "Có sản phẩm chiếm trên {warned} tổng số {total} đơn vị được giao ban đầu của kỳ.",
    },
}


def told(kind: str, evidence: Mapping[str, Any], language: str) -> str:
    """The sentence of a signal in Vietnamese ("vi") or English; its numbers cut to four places."""
    return _SAID[kind][language].format(
        **{name: _shown(value, language) for name, value in evidence.items()}
    )


def told_signals(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """`told` for the kind and the evidence of each row, in the caller's language."""
    return [told(kind, evidence, request.language) for kind, evidence in rows]


def told_evidence(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """For the `evidence` of each row its JSON: the rows and exact numbers the signal rests on."""
    return [json.dumps(evidence, ensure_ascii=False, sort_keys=True) for (evidence,) in rows]


def _shown(value: Any, language: str) -> str:
    text = str(value)
    if not isinstance(value, str) or not set(text) <= set("0123456789./"):
        return text
    whole, point, places = decimal_text(text).partition(".")
    mark = "," if language == "vi" else "."
    kept = places[:_PLACES].rstrip("0")
    return f"{whole}{mark}{kept}" if point and kept else whole
