"""The head, and nobody else, scores (art. 10.1 and 17.2)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from authz.actions import Action
from authz.codes import Code
from authz.decide import Decision
from resolvers.audit import leaf
from resolvers.core.arguments import line, lines
from resolvers.core.database import Row, Transaction, Write
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.many import demand_few, each
from resolvers.core.permission import DENIALS
from resolvers.core.request import Request
from resolvers.evaluations.holding import demand_sheet, hold_in_order, save_sheet
from resolvers.evaluations.judgement import Judgement, Scored
from resolvers.evaluations.marking import demand_marks, law_of, marks_by_code
from resolvers.evaluations.model import CODES, MOST_REASON, Leadership, Marks, Scoring
from resolvers.evaluations.scoring import scored
from resolvers.evaluations.tables import score as scores

_KEYS = ("sheet_id", "period", "round")
_INSERT = insert(scores)
_KEEP = _INSERT.on_conflict_do_update(
    index_elements=_KEYS,
    set_={
        name: _INSERT.excluded[name]
        for name in (
            "facts",
            "steps",
            "cites",
            "total",
            "level",
            "scored_by",
            "on_behalf_of",
            "scored_at",
        )
    },
)


async def score_sheet(
    tx: Transaction,
    request: Request,
    *,
    sheet: UUID,
    version: int,
    marks: Marks,
    comment: str = "",
    leadership: Leadership | None = None,
    absence: str = "",
) -> UUID:
    """Score a person's month as its responsible head; the sheet's id. It stays a draft until
    signed.

    `marks` are the head's for the ten general criteria. `leadership` is for leaders, and for them
    required. `absence` says why the person could not assess himself; without it the sheet waits for
    the self-assessment (NOT_YET_ASSESSED). Raises NOT_RESPONSIBLE_HEAD and the other refusals of
    the policies, StaleVersion, InvalidInput, SubordinatesNotScored, LeadershipRequired and the
    like.
    """
    judged = Judgement(
        marks_by_code(marks), leadership, line(absence, "absence", least=0, most=MOST_REASON)
    )
    said = lines(comment, "comment")
    found, decision = await demand_sheet(
        tx, request, Action.ScoreSheet, sheet, version, excused=bool(judged.absence)
    )
    _demand_assessed(found, judged)
    demand_marks(judged.marks, law_of(found, request.today))
    result = await scored(tx, request, found, judged)
    told = leaf(
        request,
        decision,
        deed="score_sheet",
        subject=("sheet", sheet),
        agency=found["agency_id"],
        before={name: found[name] for name in ("state", "round", "version", "total", "level")},
        after={
            "state": "scored",
            "round": found["round"],
            "marks": judged.marks,
            "total": result.score.total,
            "level": result.score.level.value,
        },
        reason=judged.absence,
    )
    await _save(tx, request, decision, found, judged, result, said, told)
    return sheet


async def score_many(
    tx: Transaction, request: Request, *, rows: Sequence[Scoring], all_or_nothing: bool = False
) -> list[UUID | Refusal]:
    """Score in bulk: the sheet's id or a refusal for each row, in their order."""
    arguments = [{name: getattr(row, name) for name in row.__dataclass_fields__} for row in rows]
    demand_few(rows)
    await hold_in_order(tx, request, (row.sheet for row in rows))
    return await each(tx, request, score_sheet, arguments, all_or_nothing=all_or_nothing)


def _demand_assessed(found: Row, judged: Judgement) -> None:
    """Either the person assessed himself, or the head says why he could not; never both."""
    if found["self_assessed_at"] is None and not judged.absence:
        raise DENIALS[Code.NOT_YET_ASSESSED]()
    if found["self_assessed_at"] is not None and judged.absence:
        raise InvalidInput(what="absence", allowed="—", field="absence")


async def _save(
    tx: Transaction,
    request: Request,
    decision: Decision,
    found: Row,
    judged: Judgement,
    result: Scored,
    comment: str,
    told: Write,
) -> None:
    signature: dict[str, Any] = {
        "scored_by": request.reach.actor,
        "on_behalf_of": decision.on_behalf_of,
        "scored_at": request.now,
    }
    chosen = judged.leadership
    kept = {
        "sheet_id": found["id"],
        **{
            name: found[name]
            for name in ("period", "round", "agency_id", "scoring_unit_id", "person_id")
        },
        "facts": result.facts,
        "steps": result.steps,
        "cites": result.cites,
        "total": result.score.total,
        "level": result.score.level.value,
        **signature,
    }
    await save_sheet(
        tx,
        found,
        (_KEEP, kept),
        told,
        state="scored",
        head_marks=[judged.marks[code] for code in CODES],
        head_comment=comment,
        organising_reason=chosen.organising_reason if chosen else None,
        unity_reason=chosen.unity_reason if chosen else None,
        **result.columns(),
        **signature,
    )
