"""Before a month is closed, the next head up may ask for signed scores to be reconsidered.

He never scores: asking reopens the sheet, and the responsible head scores and signs it again, or
keeps his score. What stood before and after, why, and who said it is kept in either case.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, bindparam, func, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from authz.decide import Decision
from authz.facts import SheetFacts
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.permission import DENIALS, allowed, demand
from resolvers.core.request import Request
from resolvers.core.seeing import seen
from resolvers.core.writing import add
from resolvers.evaluations.deeds_scoring import score_sheet
from resolvers.evaluations.deeds_signing import FactsChanged, reopen_sheet, sign_sheet
from resolvers.evaluations.holding import held_again, held_sheet, sheet_facts
from resolvers.evaluations.judgement import Judgement
from resolvers.evaluations.model import MOST_REASON
from resolvers.evaluations.tables import calibration, score
from resolvers.organisation import next_unit_up
from resolvers.work import Window, window_told


class CalibrationAnswered(Refusal):
    """This request to reconsider a score is answered already."""

    code = "CALIBRATION_ANSWERED"
    vi = "Yêu cầu xem xét lại này đã được trả lời."


class CalibrationUnanswered(Refusal):
    """{count} requests to reconsider a score of this month are not answered yet."""

    code = "CALIBRATION_UNANSWERED"
    vi = "Còn {count} yêu cầu xem xét lại kết quả chấm điểm của kỳ chưa được trả lời."


_UUID = UuidType(as_uuid=True)
_FACTS = select(score.c.facts).where(
    score.c.sheet_id == bindparam("sheet", type_=_UUID),
    score.c.round == bindparam("of_round"),
)
_ANSWER = update(calibration).where(
    calibration.c.id == bindparam("by_id", type_=_UUID), calibration.c.answered_at.is_(None)
)


CALIBRATION_NEEDS = (
    "person_id",
    "scoring_unit_id",
    "period",
    "answered_at",
    func.congtam.month_closed(calibration.c.scoring_unit_id, calibration.c.period, type_=Boolean),
    window_told(
        calibration.c.agency_id,
        calibration.c.scoring_unit_id,
        calibration.c.person_id,
        calibration.c.period,
    ),
)
"""What `allowed_on_calibrations` needs of each request."""


async def ask_reconsideration(
    tx: Transaction, request: Request, *, sheet: UUID, version: int, reason: str
) -> UUID:
    """Ask, as the next head up, for a signed score to be reconsidered; the request's id.

    It reopens the sheet while the unit's month is open. Raises NOT_NEXT_HEAD_UP, NOT_YET_SIGNED,
    MONTH_CLOSED and the other refusals of the policies, StaleVersion.
    """
    said = line(reason, "reason", most=MOST_REASON)
    found = await held_sheet(tx, request, sheet)
    if found is None:
        raise DENIALS[Code.NOT_NEXT_HEAD_UP]()
    upper = await next_unit_up(tx, found["scoring_unit_id"], request.today)
    decision = demand(request, Action.AskReconsideration, sheet_facts(found, next_unit=upper))
    await reopen_sheet(tx, request, sheet=sheet, version=version, reason=said)
    again = await held_again(tx, request, found)
    id = await add(
        tx,
        calibration,
        **{name: again[name] for name in ("agency_id", "scoring_unit_id", "person_id", "period")},
        sheet_id=sheet,
        before_round=found["round"],
        before_total=found["total"],
        before_level=found["level"],
        reason=said,
        asked_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        asked_at=request.now,
    )
    await record(
        tx,
        request,
        decision,
        deed="ask_reconsideration",
        subject=("calibration", id),
        agency=found["agency_id"],
        after={"sheet": sheet, **{name: found[name] for name in ("round", "total", "level")}},
        reason=said,
    )
    return id


async def keep_score(tx: Transaction, request: Request, *, calibration: UUID, reason: str) -> UUID:
    """Answer, as the responsible head, that the score stays, and say why; the request's id.

    The sheet is scored and signed again by the judgement that stood before. Raises FactsChanged
    where that gives another number today, CalibrationAnswered, NOT_RESPONSIBLE_HEAD and the
    refusals of `score_sheet` and `sign_sheet`.
    """
    said = line(reason, "reason", most=MOST_REASON)
    asked, found, decision = await _asked(tx, request, calibration)
    sheet: UUID = found["id"]
    facts = await tx.value(_FACTS, sheet=sheet, of_round=asked["before_round"])
    judged = Judgement.from_json(facts["judged"])
    await score_sheet(
        tx,
        request,
        sheet=sheet,
        version=found["version"],
        marks=judged.marks,
        comment=found["head_comment"] or "",
        leadership=judged.leadership,
        absence=judged.absence,
    )
    await sign_sheet(tx, request, sheet=sheet, version=found["version"] + 1)
    after = await held_again(tx, request, found)
    if _outcome(asked, after) != "kept":
        raise FactsChanged(total=after["total"] or after["level"])
    await _answered(tx, request, decision, asked, after, said)
    return calibration


async def answer_reconsideration(
    tx: Transaction, request: Request, *, calibration: UUID, reason: str
) -> UUID:
    """Answer, as the responsible head, with the sheet as it is signed again; the request's id.

    Whether the score was kept or changed is told by the two numbers. Raises NOT_YET_SIGNED,
    CalibrationAnswered, NOT_RESPONSIBLE_HEAD.
    """
    said = line(reason, "reason", most=MOST_REASON)
    asked, found, decision = await _asked(tx, request, calibration)
    if found["state"] != "released":
        raise DENIALS[Code.NOT_YET_SIGNED]()
    await _answered(tx, request, decision, asked, found, said)
    return calibration


async def _asked(tx: Transaction, request: Request, id: UUID) -> tuple[Row, Row, Decision]:
    """An unanswered request, its sheet, held, and the rule by which the doer answers."""
    asked = await seen(tx, request.reach, calibration, id)
    found = None if asked is None else await held_sheet(tx, request, asked["sheet_id"])
    if asked is None or found is None:
        raise DENIALS[Code.NOT_RESPONSIBLE_HEAD]()
    decision = demand(request, Action.AnswerReconsideration, sheet_facts(found))
    if asked["answered_at"] is not None:
        raise CalibrationAnswered()
    return asked, found, decision


def _outcome(asked: Row, after: Row) -> str:
    same = (after["total"], after["level"]) == (asked["before_total"], asked["before_level"])
    return "kept" if same else "rescored"


async def _answered(
    tx: Transaction, request: Request, decision: Decision, asked: Row, after: Row, said: str
) -> None:
    told: dict[str, Any] = {
        "outcome": _outcome(asked, after),
        **{f"after_{name}": after[name] for name in ("round", "total", "level")},
    }
    answered = await tx.run(
        _ANSWER,
        by_id=asked["id"],
        **told,
        answer=said,
        answered_by=request.reach.actor,
        answered_on_behalf_of=decision.on_behalf_of,
        answered_at=request.now,
    )
    if not answered:
        raise CalibrationAnswered()
    await record(
        tx,
        request,
        decision,
        deed="answer_reconsideration",
        subject=("calibration", asked["id"]),
        agency=asked["agency_id"],
        before={name: asked[name] for name in ("before_round", "before_total", "before_level")},
        after=told,
        reason=said,
    )


def allowed_on_calibrations(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of CALIBRATION_NEEDS the names of the deeds that the caller may do now."""
    sheets = (
        SheetFacts(
            person=person,
            scoring_unit=unit,
            next_unit=None,
            state="released",
            month="closed" if closed else "open",
            window=Window.of(period, told).state(request.reach.today),
        )
        for person, unit, period, _, closed, told in rows
    )
    named = allowed(request, (Action.AnswerReconsideration,), sheets)
    return [
        names if answered is None else []
        for (_, _, _, answered, *_), names in zip(rows, named, strict=True)
    ]
