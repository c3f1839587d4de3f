"""A recognised result found wrong is replaced by a new edition; the old one is kept (art. 4.4)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, bindparam, func, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from resolvers.core.arguments import lines
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.finding import find
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.recognition.closed_set import level_of
from resolvers.recognition.deeds_marking import choice, judgement
from resolvers.recognition.holding import (
    about,
    held_review,
    held_round,
    save_review,
    signature,
    tell,
)
from resolvers.recognition.model import (
    MOST_REASON,
    Finding,
    Marks,
    PaperDecision,
    ShareDecision,
    Statement,
)
from resolvers.recognition.quota import counted
from resolvers.recognition.resting import Replaced, flag_above, flag_what_rests
from resolvers.recognition.tables import organisation_review


class NoPlaceLeft(Refusal):
    """The share of excellent organisations is used up: {excellent} of {places} places."""

    code = "NO_PLACE_LEFT"
    vi = "Đã hết tỷ lệ xếp loại xuất sắc: {excellent}/{places} tổ chức."


class LevelToChoose(Refusal):
    """The decree gives no level here (recommended: {recommended}); choose one, with a reason."""

    code = "LEVEL_TO_CHOOSE"
    vi = "Nghị định không quy định rõ mức xếp loại (đề xuất: {recommended}); cần chọn kèm lý do."


_OTHERS = select(
    func.count().filter(organisation_review.c.applied_level == "EXCELLENT").label("excellent"),
    func.count().filter(organisation_review.c.without_place).label("without_place"),
    func.count().filter(organisation_review.c.applied_level == "GOOD").label("good"),
).where(
    organisation_review.c.recognising_unit_id == bindparam("unit", type_=UuidType(as_uuid=True)),
    organisation_review.c.year == bindparam("year", type_=Integer),
    organisation_review.c.state == "recognised",
    organisation_review.c.id != bindparam("but", type_=UuidType(as_uuid=True)),
)
_KEPT = (
    *("year", "scheme_id", "criteria", "round", "self_marks", "self_reasons", "self_statement"),
    *("self_level", "self_comment", "assessed_by", "assessed_on_behalf_of", "assessed_at"),
    "suggestion",
)


_TOLD = ("total", "computed_level", "chosen_level", "applied_level", "without_place")


async def replace_recognition(
    tx: Transaction,
    request: Request,
    *,
    review: UUID,
    version: int,
    reason: str,
    decision: PaperDecision,
    marks: Marks,
    statement: Statement,
    comment: str = "",
    finding: Finding | None = None,
    level: str | None = None,
    level_reason: str = "",
    excellent: bool = False,
) -> UUID:
    """Replace a recognised result by one from other marks or facts, for a reason; the new id.

    `level` is chosen, with its own reason, where the decree gives none. `excellent` takes one of
    the year's places that is free; without it one that meets the conditions is good. What was
    published stays so: the new result is told at once; the organisation above, whose recognised
    result rested on the old one, is flagged, and so are the classes that did. Raises NotFound,
    a denial (NOT_RECOGNISING_HEAD, NO_SELF_RECOGNITION, ORGANISATION_NOT_RECOGNISED), StaleVersion,
    LevelToChoose, LevelGiven, NoPlaceLeft and what `judgement` raises.
    """
    said, paper = lines(reason, "reason", least=1, most=MOST_REASON), decision.columns()
    seen = await find(tx, request, organisation_review, review)
    # The round first: who publishes it holds it, and then its reviews.
    round = await held_round(tx, seen["recognising_unit_id"], seen["year"])
    found, permitted = await held_review(tx, request, Action.ReplaceRecognition, review, version)
    values = await judgement(tx, request, found, marks, statement, comment, finding)
    values |= _choice(values, level, level_reason)
    applied = await _applied(tx, request, round, found, values, excellent)
    ended = {"state": "replaced", "replaced_at": request.now, "end_reason": said}
    await save_review(tx, found, **ended)
    signed = signature(request, permitted, "marked") | signature(request, permitted, "recognised")
    new = {**values, **applied, **paper, **signed}
    told = found["published_at"] and request.now
    id = await _add_edition(tx, found, {**new, "published_at": told})
    flagged = await _flag(tx, request, found, id, applied["applied_level"])
    after = {**{name: new.get(name) for name in _TOLD}, **paper, "replaced_by": id}
    before = {name: found[name] for name in _TOLD}
    leaf = {"before": before, "after": {**after, **flagged}, "reason": said}
    await tell(tx, request, permitted, found, "replace_recognition", **leaf)
    return id


async def _flag(
    tx: Transaction, request: Request, found: Row, new: UUID, level: str
) -> dict[str, Any]:
    """Flag what rested on the replaced result; what that was, for the leaf."""
    above = await flag_above(tx, request, found, new, level)
    about = (found["agency_id"], found["unit_id"], found["year"])
    replaced = Replaced(*about, new, found["applied_level"], level)
    return {"flagged": above, "flagged_classes": await flag_what_rests(tx, request, replaced)}


async def _add_edition(tx: Transaction, found: Row, new: Mapping[str, Any]) -> UUID:
    """The edition that takes the place of `found`, with what the organisation said of itself."""
    kept = {name: found[name] for name in _KEPT}
    place = {"edition": found["edition"] + 1, "replaces_id": found["id"], "state": "recognised"}
    return await add(tx, organisation_review, **about(found), **kept, **place, **new)


def _choice(values: Mapping[str, Any], level: str | None, reason: str) -> dict[str, Any]:
    if level is not None:
        return choice(values["computed_level"], level, reason)
    if values["computed_level"] is None:
        raise LevelToChoose(recommended=values["recommended_level"] or "–", field="level")
    return {}


async def _applied(
    tx: Transaction,
    request: Request,
    round: Row | None,
    found: Row,
    values: Mapping[str, Any],
    excellent: bool,
) -> dict[str, Any]:
    """The level that applies, with the year's share counted anew over the set as it now is."""
    level = level_of({"chosen_level": None, **values})
    if level != "EXCELLENT" or round is None:
        return {"applied_level": level, "without_place": False}
    if not excellent:
        return {"applied_level": "GOOD", "without_place": True}
    others = await tx.row(_OTHERS, unit=round["unit_id"], year=round["year"], but=found["id"])
    assert others is not None
    candidates = others["excellent"] + others["without_place"] + 1
    good = others["good"] - others["without_place"]
    free = await counted(tx, request, round, candidates, good, _granted(round))
    if others["excellent"] >= free.most:
        raise NoPlaceLeft(excellent=others["excellent"], places=free.most, field="excellent")
    return {"applied_level": "EXCELLENT", "without_place": False}


def _granted(round: Row) -> ShareDecision | None:
    """The higher share under which the year was decided, if one was granted."""
    if round["share_decision_no"] is None:
        return None
    return ShareDecision(
        Decimal(round["share"]),
        round["share_decision_no"],
        round["share_decision_day"],
        round["share_reason"],
    )
