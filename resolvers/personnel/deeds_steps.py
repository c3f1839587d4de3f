"""The steps of a procedure, in their order: recorded, heard, agreed to, each by whose it is."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from resolvers.core.arguments import among, line, lines
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.people import post_of
from resolvers.personnel.dues import due_days
from resolvers.personnel.holding import Standing, change, concerning, held_action, step_at
from resolvers.personnel.lasting import term_ends
from resolvers.personnel.model import BY_AGREEING, DECIDE, MOST_REASON, MOST_SAID, AboutAStep
from resolvers.personnel.parts import SIDES, action_agreement, action_hearing, action_step
from resolvers.statute.dated import Law
from resolvers.statute.personnel import ActionKind, Owner, Procedure, Source, procedure


class StepOfAnotherKind(AboutAStep):
    """The step “{step}” has a deed of its own: a vote, a hearing, an agreement, the decision."""

    code = "STEP_OF_ANOTHER_KIND"
    vi = "Bước “{step}” có chức năng ghi nhận riêng (bỏ phiếu, nghe ý kiến, đồng ý, quyết định)."


class DocumentMissing(AboutAStep):
    """The step “{step}” leaves a document: give its number."""

    code = "DOCUMENT_MISSING"
    vi = "Bước “{step}” phải có văn bản kèm theo."


class ProcedureStopped(Refusal):
    """A vote has ended this procedure: nothing further may be done in it."""

    code = "PROCEDURE_STOPPED"
    vi = "Kết quả bỏ phiếu đã làm dừng quy trình; không được thực hiện bước tiếp theo."


class HeardElsewhere(Refusal):
    """The person is heard before the vote of this step is counted."""

    code = "HEARING_MISSING"
    vi = "Phải nghe ý kiến của công chức trước khi ghi nhận kết quả bỏ phiếu của bước này."


_UUID = UuidType(as_uuid=True)
_DONE = update(action_step).where(action_step.c.id == bindparam("by_id", type_=_UUID))
_DUE = _DONE.values(due_on=bindparam("due", type_=action_step.c.due_on.type))
_HEARD, _AGREED = insert(action_hearing), insert(action_agreement)


async def record_personnel_step(
    tx: Transaction,
    request: Request,
    *,
    action: UUID,
    version: int,
    step: str,
    done_on: date | None = None,
    document: Document | None = None,
    note: str = "",
) -> UUID:
    """Record that the next step is done, with its document; the action's id.

    Raises NotFound, the refusals of the policies, StaleVersion, StepOutOfOrder, StepOfAnotherKind,
    DocumentMissing, ProcedureStopped, InvalidInput, TextNotAcceptable.
    """
    found, decision = await held_action(tx, request, Action.RecordPersonnelStep, action, version)
    at = step_at(found, step)
    another = at["needs_vote"] or at["hears_person"] or step == DECIDE or step in BY_AGREEING
    if another:
        raise StepOfAnotherKind(step=step, field="step")
    demand_going_on(found)
    done = done_by(request, at, done_on, document, note)
    await finish_step(tx, request, decision, found, at, "record_personnel_step", done)
    return action


async def hear_personnel_subject(
    tx: Transaction,
    request: Request,
    *,
    action: UUID,
    version: int,
    said: str,
    heard_on: date | None = None,
    document: Document | None = None,
) -> UUID:
    """Record that the person was met and heard, and what he said; the action's id.

    From then on he reads the action himself. It does the step, unless a vote belongs to it too.
    Raises NotFound, the refusals of the policies (HEARING_NOT_DUE), StaleVersion, DocumentMissing,
    InvalidInput, TextNotAcceptable.
    """
    found, decision = await held_action(tx, request, Action.HearPersonnelSubject, action, version)
    demand_going_on(found)
    at = found.next
    assert at is not None, "the policies ask for a step at which he is heard"
    done = done_by(request, at, heard_on, document, "", papers=not at["needs_vote"])
    papers = {name: value for name, value in done.items() if name.startswith("document_")}
    hearing = {
        "heard_on": done["done_on"],
        "said": lines(said, "said", least=1, most=MOST_SAID),
        "heard_by": request.reach.actor,
        "on_behalf_of": decision.on_behalf_of,
        "recorded_at": request.now,
        **_papers(papers),
    }
    about = {**concerning(found.row), "id": new_id(), "step_id": at["id"]}
    await tx.run(_HEARD, **about, **hearing)
    deed = "hear_personnel_subject"
    if at["needs_vote"]:
        told = {"step": at["code"], "heard_on": hearing["heard_on"]}
        told_at = found.row["told_at"] or request.now
        values: dict[str, Any] = {"state": "in_procedure", "told_at": told_at}
        await change(tx, request, decision, found, deed, told=told, **values)
    else:
        await finish_step(tx, request, decision, found, at, deed, done)
    return action


async def agree_personnel_action(
    tx: Transaction,
    request: Request,
    *,
    action: UUID,
    version: int,
    side: str,
    document: Document,
    note: str = "",
) -> UUID:
    """Agree in writing, as head of the agency that he leaves or comes to; the action's id.

    Raises NotFound, the refusals of the policies (AGREED_ALREADY), StaleVersion, StepOutOfOrder
    where the agreement is a step that is not due, InvalidInput, TextNotAcceptable.
    """
    among(side, "side", SIDES)
    found, decision = await held_action(
        tx, request, Action.AgreePersonnelAction, action, version, side=side
    )
    demand_going_on(found)
    papers = document.columns()
    said = line(note, "note", least=0, most=MOST_REASON)
    row = {
        **concerning(found.row),
        "id": new_id(),
        "side": side,
        "agreed_by": request.reach.actor,
        "on_behalf_of": decision.on_behalf_of,
        "agreed_at": request.now,
        "note": said,
        **papers,
    }
    await tx.run(_AGREED, **row)
    deed, told = "agree_personnel_action", {"side": side, **papers}
    codes = [code for code, whose in BY_AGREEING.items() if whose == side]
    pending = [step["code"] for step in found.steps if step["code"] in codes]
    if not pending:
        await change(tx, request, decision, found, deed, told=told, state=found.row["state"])
        return action
    at = step_at(found, pending[0])
    done = done_by(request, at, None, document, said)
    await finish_step(tx, request, decision, found, at, deed, done, told)
    return action


def demand_going_on(found: Standing) -> None:
    """Raises ProcedureStopped."""
    if found.stopped:
        raise ProcedureStopped()


def law_of(row: Row) -> tuple[Procedure, Law]:
    """The procedure that was laid down when the action was proposed, and its law."""
    law = Law(row["law_day"], known=row["law_day"])
    found = procedure(
        ActionKind(row["kind"]),
        law,
        leader=row["leader"],
        source=Source(row["source"]),
        own_wish=row["own_wish"],
    )
    return found, law


async def finish_step(
    tx: Transaction,
    request: Request,
    decision: Decision,
    found: Standing,
    step: Row,
    deed: str,
    done: Mapping[str, Any],
    told: Mapping[str, Any] | None = None,
    **values: Any,
) -> None:
    """Mark a step as done, count the days of the others anew, and save the action."""
    await tx.run(_DONE, by_id=step["id"], **{**done, "on_behalf_of": decision.on_behalf_of})
    row, days = found.row, {**found.done(), step["code"]: done["done_on"]}
    ends = term_ends(await post_of(tx, row["person_id"], row["posting_id"]))
    due = due_days(law_of(row)[0], days, row["ground_on"], ends)
    later = [each for each in found.steps if each["ordinal"] > step["ordinal"]]
    for each in later:
        if each["due_on"] != due[each["code"]]:
            await tx.run(_DUE, by_id=each["id"], due=due[each["code"]])
    if row["state"] == "proposed":
        values = {"state": "in_procedure", **values}
    if row["told_at"] is None and (step["hears_person"] or _is_his(later)):
        values = {"told_at": request.now, **values}
    said = {"step": step["code"], **done, **(told or {})}
    await change(tx, request, decision, found, deed, told=said, **values)


def _is_his(later: list[Row]) -> bool:
    """The next step is the person's own, so that he must know of it."""
    return bool(later) and later[0]["owner"] == Owner.PERSON


def done_by(
    request: Request,
    step: Row,
    done_on: date | None,
    document: Document | None,
    note: str,
    *,
    papers: bool = True,
) -> dict[str, Any]:
    """What a finished step keeps; raises InvalidInput, DocumentMissing, TextNotAcceptable."""
    day = done_on or request.today
    if day > request.today:
        raise InvalidInput(what="doneOn", allowed=f"≤ {request.today}", field="doneOn")
    if papers and step["needs_document"] and document is None:
        raise DocumentMissing(step=step["code"], field="document")
    return {
        "done_on": day,
        "done_by": request.reach.actor,
        "recorded_at": request.now,
        "note": line(note, "note", least=0, most=MOST_REASON),
        **({} if document is None else document.columns()),
    }


def _papers(given: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of a document, empty where there is none."""
    names = ("document_no", "document_day", "document_sha256", "document_url")
    return {name: given.get(name) for name in names}
