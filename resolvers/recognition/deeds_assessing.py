"""The head assesses his organisation and proposes its level; it may be returned (art. 9.2a)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, update
from sqlalchemy.dialects.postgresql import UUID as UuidType
from sqlalchemy.dialects.postgresql import insert

from authz.actions import Action
from resolvers.core.arguments import among, lines
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import InvalidInput
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.recognition.holding import about, held_review, save_review, signature, tell
from resolvers.recognition.marking import Marked, demand_complete, demand_reasons, marked
from resolvers.recognition.model import MOST_REASON, Document, Marks, Statement
from resolvers.recognition.scope import criteria_of
from resolvers.recognition.suggesting import suggestion
from resolvers.recognition.tables import (
    LEVELS,
    organisation_assessment,
    organisation_document,
)

MOST_DOCUMENTS = 50

_KEEP = insert(organisation_document).on_conflict_do_nothing()
_ANSWER = update(organisation_assessment).where(
    organisation_assessment.c.review_id == bindparam("review", type_=UuidType(as_uuid=True)),
    organisation_assessment.c.returned_at.is_(None),
)


async def save_organisation_draft(
    tx: Transaction,
    request: Request,
    *,
    review: UUID,
    version: int,
    marks: Marks = (),
    statement: Statement | None = None,
    level: str | None = None,
    comment: str = "",
) -> UUID:
    """Keep what the organisation's head has so far, and count its people's work anew; the id.

    Raises NotFound, a denial (NOT_ORGANISATION_HEAD, ORGANISATION_ALREADY_ASSESSED),
    StaleVersion and what `marked` and the statement raise.
    """
    found, decision = await held_review(tx, request, Action.AssessOrganisation, review, version)
    given = marked(marks, await criteria_of(tx, found["scheme_id"]))
    neat = None if statement is None else statement.neat()
    values = _said(given, neat, level, comment)
    await save_review(tx, found, **values, suggestion=await suggestion(tx, request, found))
    await tell(tx, request, decision, found, "save_organisation_draft", after=values)
    return review


async def assess_organisation(
    tx: Transaction,
    request: Request,
    *,
    review: UUID,
    version: int,
    marks: Marks,
    statement: Statement,
    level: str,
    comment: str = "",
    documents: Sequence[Document] = (),
) -> UUID:
    """Submit the organisation's assessment: marks with reasons, facts, a proposed level; the id.

    It changes only after a return. Raises as `save_organisation_draft`, CriteriaNotMarked,
    MarkNeedsReason, InvalidInput.
    """
    found, decision = await held_review(tx, request, Action.AssessOrganisation, review, version)
    given = marked(marks, await criteria_of(tx, found["scheme_id"]))
    demand_complete(given)
    demand_reasons(given)
    values = _said(given, statement.neat(), level, comment)
    signed = signature(request, decision, "assessed")
    counted = await suggestion(tx, request, found)
    await save_review(tx, found, **values, **signed, suggestion=counted, state="submitted")
    await _submit(tx, found, values, signed)
    await _keep(tx, request, found, documents)
    await tell(
        tx,
        request,
        decision,
        found,
        "assess_organisation",
        before={"state": found["state"], "version": found["version"]},
        after={**values, "state": "submitted", "documents": documents},
    )
    return review


async def return_organisation_assessment(
    tx: Transaction, request: Request, *, review: UUID, version: int, reason: str
) -> UUID:
    """Give the assessment back with a reason; what was submitted stays readable. The id.

    Marks already confirmed are taken back with it. Raises NotFound, a denial
    (NOT_RECOGNISING_HEAD, ORGANISATION_NOT_ASSESSED, ORGANISATION_SETTLED), StaleVersion,
    TextNotAcceptable.
    """
    said = lines(reason, "reason", least=1, most=MOST_REASON)
    found, decision = await held_review(
        tx, request, Action.ReturnOrganisationAssessment, review, version
    )
    emptied = dict.fromkeys(
        (
            *("assessed_by", "assessed_on_behalf_of", "assessed_at"),
            *("marks", "mark_reasons", "comment", "general", "results", "total"),
            *("facts", "steps", "cites", "computed_level", "recommended_level"),
            *("chosen_level", "chosen_reason", "marked_by", "marked_on_behalf_of", "marked_at"),
        )
    )
    await save_review(tx, found, **emptied, state="open", round=found["round"] + 1)
    await tx.run(_ANSWER, review=review, returned_reason=said, returned_at=request.now)
    before = {name: found[name] for name in ("state", "round", "version", "total", "chosen_level")}
    await tell(
        tx,
        request,
        decision,
        found,
        "return_organisation_assessment",
        before=before,
        reason=said,
    )
    return review


def _said(
    given: Marked, statement: Statement | None, level: str | None, comment: str
) -> dict[str, Any]:
    """What the head says, as the review's columns."""
    return {
        "self_marks": list(given.points),
        "self_reasons": list(given.reasons),
        "self_statement": None if statement is None else statement.to_json(),
        "self_level": None if level is None else among(level, "level", LEVELS),
        "self_comment": lines(comment, "comment"),
    }


async def _submit(
    tx: Transaction, found: Row, values: dict[str, Any], signed: dict[str, Any]
) -> None:
    await add(
        tx,
        organisation_assessment,
        **about(found),
        review_id=found["id"],
        round=found["round"],
        **{name: values[f"self_{name}"] for name in ("marks", "reasons", "statement")},
        level=values["self_level"],
        comment=values["self_comment"],
        **{
            f"submitted_{name}": signed[f"assessed_{name}"] for name in ("by", "on_behalf_of", "at")
        },
    )


async def _keep(
    tx: Transaction, request: Request, found: Row, documents: Sequence[Document]
) -> None:
    """Keep references to documents; one that is there already is not kept twice."""
    if len(documents) > MOST_DOCUMENTS:
        raise InvalidInput(what="documents", allowed=f"0–{MOST_DOCUMENTS}", field="documents")
    of = {"review_id": found["id"], **about(found)}
    added = {"added_by": request.reach.person, "added_at": request.now}
    rows = [{"id": new_id(), **of, **document.row(), **added} for document in documents]
    await tx.run_many(_KEEP, rows)
