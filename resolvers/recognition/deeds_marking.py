"""The recognising head confirms marks and facts; where the decree is silent he chooses (art. 8)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from authz.actions import Action
from resolvers.core.arguments import among, lines
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.recognition.holding import held_review, save_review, signature, tell
from resolvers.recognition.judging import judged
from resolvers.recognition.marking import Marked, demand_complete, demand_reasons, marked
from resolvers.recognition.model import MOST_REASON, Finding, Marks, Statement
from resolvers.recognition.scope import beneath, criteria_of
from resolvers.recognition.suggesting import suggestion

CHOICES = ("GOOD", "COMPLETED", "NOT_COMPLETED")
"""What may be chosen where the decree is silent: the conditions of excellence are never passed."""


class SubUnitsNotDecided(Refusal):
    """Organisations beneath come first, and are not decided yet: {names}."""

    code = "SUB_UNITS_NOT_DECIDED"
    vi = "Phải xếp loại tổ chức cấp dưới trước; các tổ chức chưa được xếp loại: {names}."


class LevelGiven(Refusal):
    """The decree itself gives the level {level}; there is nothing to choose."""

    code = "LEVEL_GIVEN"
    vi = "Nghị định đã quy định rõ mức xếp loại {level}; không thuộc trường hợp được lựa chọn."


async def mark_organisation(
    tx: Transaction,
    request: Request,
    *,
    review: UUID,
    version: int,
    marks: Marks,
    statement: Statement,
    comment: str = "",
    finding: Finding | None = None,
) -> UUID:
    """Confirm marks and facts as the recognising head; the review's id.

    A mark other than the organisation's own has a reason. A level chosen before is taken back.
    Raises NotFound, a denial (NOT_RECOGNISING_HEAD, NO_SELF_RECOGNITION,
    ORGANISATION_NOT_ASSESSED, ORGANISATION_SETTLED), StaleVersion, CriteriaNotMarked,
    MarkNeedsReason, SubUnitsNotDecided and what `marked`, `neat` and `judged` raise.
    """
    found, decision = await held_review(tx, request, Action.MarkOrganisation, review, version)
    values = await judgement(tx, request, found, marks, statement, comment, finding)
    signed = signature(request, decision, "marked")
    again = {"chosen_level": None, "chosen_reason": None}
    counted = await suggestion(tx, request, found)
    await save_review(tx, found, **values, **signed, **again, suggestion=counted, state="marked")
    names = ("state", "version", "total", "computed_level", "chosen_level")
    shown = ("total", "computed_level", "recommended_level", "facts")
    await tell(
        tx,
        request,
        decision,
        found,
        "mark_organisation",
        before={name: found[name] for name in names},
        after={name: values[name] for name in ("marks", "mark_reasons", *shown)},
    )
    return review


async def choose_organisation_level(
    tx: Transaction, request: Request, *, review: UUID, version: int, level: str, reason: str
) -> UUID:
    """Choose a level where the decree gives none, with a reason; the review's id.

    Raises NotFound, a denial (NOT_RECOGNISING_HEAD, NO_SELF_RECOGNITION,
    ORGANISATION_NOT_MARKED, ORGANISATION_SETTLED), StaleVersion, LevelGiven, InvalidInput,
    TextNotAcceptable.
    """
    found, decision = await held_review(
        tx, request, Action.ChooseOrganisationLevel, review, version
    )
    values = choice(found["computed_level"], level, reason)
    await save_review(tx, found, **values)
    await tell(
        tx,
        request,
        decision,
        found,
        "choose_organisation_level",
        before={name: found[name] for name in ("chosen_level", "recommended_level", "version")},
        after={"chosen_level": level},
        reason=values["chosen_reason"],
    )
    return review


async def judgement(
    tx: Transaction,
    request: Request,
    found: Row,
    marks: Marks,
    statement: Statement,
    comment: str,
    finding: Finding | None,
) -> dict[str, Any]:
    """The recognising head's columns of a review, and what the law makes of them."""
    criteria = await criteria_of(tx, found["scheme_id"])
    given = marked(marks, criteria)
    demand_complete(given)
    demand_reasons(given, beside=found["self_marks"])
    general, results = given.of("general", criteria), given.of("results", criteria)
    failed = await failed_beneath(tx, request, found)
    points = general + results
    return {
        **_marks(given),
        "comment": lines(comment, "comment"),
        "general": general,
        "results": results,
        "total": points,
        **judged(request, found["year"], points, statement.neat(), finding, failed),
    }


def choice(computed: str | None, level: str, reason: str) -> dict[str, Any]:
    """The columns of a level chosen; raises LevelGiven, InvalidInput, TextNotAcceptable."""
    if computed is not None:
        raise LevelGiven(level=computed, field="level")
    said = lines(reason, "reason", least=1, most=MOST_REASON)
    return {"chosen_level": among(level, "level", CHOICES), "chosen_reason": said}


async def failed_beneath(tx: Transaction, request: Request, found: Row) -> list[str]:
    """The organisations directly beneath that are not completed; raises SubUnitsNotDecided."""
    below = await beneath(tx, [found["unit_id"]], found["year"], request.today)
    return failed_among(found, below[found["unit_id"]])


def failed_among(found: Row, below: Sequence[Row]) -> list[str]:
    """Those of `below` that are not completed, by name.

    What the same authority recognises in the same year is decided together with this one, so there
    a level suffices; anything else must be recognised. Raises SubUnitsNotDecided.
    """
    waiting = [row["name"] for row in below if not _settled(found, row)]
    if waiting:
        raise SubUnitsNotDecided(names=", ".join(waiting))
    return [row["name"] for row in below if row["level"] == "NOT_COMPLETED"]


def _settled(found: Row, row: Row) -> bool:
    together = row["recognising_unit_id"] == found["recognising_unit_id"]
    return row["state"] == "recognised" or (
        together and row["state"] == "marked" and row["level"] is not None
    )


def _marks(given: Marked) -> dict[str, Any]:
    return {"marks": list(given.points), "mark_reasons": list(given.reasons)}
