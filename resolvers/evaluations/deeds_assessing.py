"""The person marks himself first (art. 17.2 and 18.2); the head may return it with a reason."""

from decimal import Decimal
from uuid import UUID

from authz.actions import Action
from authz.decide import Decision
from resolvers.audit import record
from resolvers.core.arguments import line, lines
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import NotFound
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version
from resolvers.evaluations.holding import (
    demand_sheet,
    held_sheet,
    save_sheet,
    sheet_facts,
)
from resolvers.evaluations.marking import demand_marks, law_of, marks_by_code
from resolvers.evaluations.model import CODES, MOST_REASON, Marks
from resolvers.evaluations.returning import back_to_person
from resolvers.evaluations.tables import self_assessment


async def save_self_draft(
    tx: Transaction,
    request: Request,
    *,
    sheet: UUID,
    version: int,
    marks: Marks,
    comment: str = "",
) -> UUID:
    """Keep one's own marks without submitting them; the sheet's id.

    Raises NotFound, InvalidInput, StaleVersion and the refusals of the policies.
    """
    found, decision, given, said = await _own(tx, request, sheet, version, marks, comment)
    await save_sheet(tx, found, self_marks=given, self_comment=said)
    await _record(tx, request, decision, "save_self_draft", found, {"marks": given})
    return sheet


async def self_assess(
    tx: Transaction,
    request: Request,
    *,
    sheet: UUID,
    version: int,
    marks: Marks,
    comment: str = "",
) -> UUID:
    """Submit one's own marks of the ten general criteria, which freezes them; the sheet's id.

    They change again only when the head returns the sheet. Raises NotFound, InvalidInput,
    StaleVersion and the refusals of the policies.
    """
    found, decision, given, said = await _own(tx, request, sheet, version, marks, comment)
    await save_sheet(
        tx,
        found,
        state="self_assessed",
        self_marks=given,
        self_comment=said,
        self_assessed_at=request.now,
    )
    await add(
        tx,
        self_assessment,
        **{name: found[name] for name in ("agency_id", "scoring_unit_id", "person_id")},
        sheet_id=sheet,
        period=found["period"],
        round=found["round"],
        marks=given,
        comment=said,
        submitted_at=request.now,
    )
    after = {"state": "self_assessed", "round": found["round"], "marks": given}
    await _record(tx, request, decision, "self_assess", found, after)
    return sheet


async def return_self_assessment(
    tx: Transaction, request: Request, *, sheet: UUID, version: int, reason: str
) -> UUID:
    """Return a self-assessment with a reason: the next round; the sheet's id.

    Both versions stay readable. Raises NOT_RESPONSIBLE_HEAD and the other refusals of the policies,
    StaleVersion.
    """
    said = line(reason, "reason", most=MOST_REASON)
    found, decision = await demand_sheet(tx, request, Action.ReturnSelfAssessment, sheet, version)
    await back_to_person(tx, request, decision, found, "return_self_assessment", said)
    return sheet


async def _own(
    tx: Transaction, request: Request, id: UUID, version: int, marks: Marks, comment: str
) -> tuple[Row, Decision, list[Decimal], str]:
    """One's own sheet, held, and what is said on it."""
    given, said = marks_by_code(marks), lines(comment, "comment")
    found = await held_sheet(tx, request, id)
    if found is None:
        raise NotFound(id=id, field="sheet")
    decision = demand(request, Action.SelfAssess, sheet_facts(found))
    demand_version(found, version)
    demand_marks(given, law_of(found, request.today))
    return found, decision, [given[code] for code in CODES], said


async def _record(
    tx: Transaction,
    request: Request,
    decision: Decision,
    deed: str,
    found: Row,
    after: dict[str, object],
) -> None:
    await record(
        tx,
        request,
        decision,
        deed=deed,
        subject=("sheet", found["id"]),
        agency=found["agency_id"],
        before={name: found[name] for name in ("state", "round", "version", "self_marks")},
        after=after,
    )
