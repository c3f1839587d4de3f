"""The level of one case, as far as law and recorded decisions give it; nothing is chosen here."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from resolvers.classification.gathering import Known, as_told
from resolvers.classification.model import last_step
from resolvers.classification.tables import STEPS
from resolvers.statute.dated import Law
from resolvers.statute.evaluation import Level, Step
from resolvers.statute.evaluation.classes import Classified, Waiting, classify
from resolvers.statute.switches import Switches

CONSIDERED = "Decree 170/2025/NĐ-CP, art. 56(5)(b)"


class Wait(StrEnum):
    """What an open case waits for."""

    FORM = "FORM"
    MINUTES = "MINUTES"
    COMMENT = "COMMENT"
    PROPOSAL = "PROPOSAL"
    RESULT = "RESULT"
    RESULT_STALE = "RESULT_STALE"
    MONTHS = "MONTHS"
    ORGANISATION = "ORGANISATION"
    CONSIDERATION = "CONSIDERATION"
    POST = "POST"
    CASE = "CASE"


WORDS = {
    Wait.FORM: ("form 02", "phiếu xếp loại (Mẫu 02)"),
    Wait.MINUTES: ("minutes of the meeting", "biên bản họp"),
    Wait.COMMENT: ("Party committee's comment", "nhận xét của cấp ủy"),
    Wait.PROPOSAL: ("personnel body's proposal", "đề xuất của cơ quan tham mưu"),
    Wait.RESULT: ("result of the year", "kết quả năm"),
    Wait.RESULT_STALE: ("result to be computed anew", "tổng hợp lại kết quả năm"),
    Wait.MONTHS: ("months without a score", "tháng chưa có điểm"),
    Wait.ORGANISATION: ("class of the organisation", "xếp loại của tổ chức"),
    Wait.CONSIDERATION: ("decision on a suspension", "xem xét việc tạm đình chỉ"),
    Wait.POST: ("changed post: prepare the set again", "đã đổi vị trí: lập lại danh sách"),
    Wait.CASE: ("no case: prepare the set again", "chưa có hồ sơ: lập lại danh sách"),
}
"""What a person is told, in English and Vietnamese."""
_STEPS = (
    ("self_reviewed", Wait.FORM),
    ("discussed", Wait.MINUTES),
    ("commented", Wait.COMMENT),
    ("proposed", Wait.PROPOSAL),
)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the law makes of a case, and what it still waits for."""

    known: Known
    waits: tuple[Wait, ...]
    computed: Level | None
    lawful: Level | None
    """After discipline, the organisation's class and what was considered; before the quota."""
    grounds: tuple[UUID, ...]
    steps: tuple[Step, ...]

    def columns(self) -> dict[str, Any]:
        """As the case keeps it."""
        return {
            "result_id": self.known.case["drawn_from"],
            "total": self.known.case["points"],
            "computed_level": _stored(self.computed),
            "lawful_level": _stored(self.lawful),
            "grounds": list(self.grounds),
            "steps": [step.to_json() for step in self.steps],
            "cites": list(dict.fromkeys(step.cite for step in self.steps)),
        }


def judged(known: Known, switches: Switches, law: Law) -> Judged:
    """What the law makes of a case; raises NotInForce before the decree."""
    facts = known.facts()
    found = classify(facts, switches, law)
    counted = {each.disqualifier for each in found.overrides}
    grounds = tuple(row["id"] for row in known.records if as_told(row) in counted)
    lawful, steps = found.applied, list(found.steps)
    if _weighs(known, found) and lawful is not None and known.case["suspension_counts"] is not None:
        lawful = Level.NOT_COMPLETED if known.case["suspension_counts"] else lawful
        steps.append(Step("class_considered", (lawful.value,), CONSIDERED))
    return Judged(known, tuple(_waits(known, found)), found.computed, lawful, grounds, tuple(steps))


def _weighs(known: Known, found: Classified) -> bool:
    """Whether a person has to decide; where the lowest level is forced, nothing is left to."""
    return bool(found.consider) and not found.overrides


def _waits(known: Known, found: Classified) -> Iterable[Wait]:
    case = known.case
    if not case["in_post"]:
        yield Wait.POST
    if case["drawn_from"] is None:
        yield Wait.RESULT
    elif case["stale"] or case["outdated"]:
        yield Wait.RESULT_STALE
    if found.waiting == Waiting.NOT_RATED and case["drawn_from"] is not None:
        return
    yield from steps_left(case["state"], case["office"])
    if found.waiting == Waiting.INSUFFICIENT_DATA:
        yield Wait.MONTHS
    if found.waiting == Waiting.ORGANISATION_NOT_CLASSED:
        yield Wait.ORGANISATION
    if _weighs(known, found) and _undecided(known):
        yield Wait.CONSIDERATION


def steps_left(state: str, office: str) -> Iterable[Wait]:
    """The steps of article 21 that have not been taken, up to the last that the office needs."""
    if state not in STEPS:
        return
    needed = STEPS.index(last_step(office))
    for step, wait in _STEPS:
        if STEPS.index(state) < STEPS.index(step) <= needed:
            if step != "self_reviewed" or state != "excused":
                yield wait


def _undecided(known: Known) -> bool:
    """Nothing was decided about what must be weighed, or something came to it since."""
    at = known.case["suspension_at"]
    return at is None or any(record["recorded_at"] > at for record in known.records)


def _stored(level: Level | None) -> str | None:
    """A level as the case keeps it: one of the four, or none."""
    return None if level in (None, Level.INSUFFICIENT_DATA) else level.value
