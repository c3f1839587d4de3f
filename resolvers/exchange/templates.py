"""Templates of forms that agencies keep: set from a day on, ended, never changed."""

import hashlib
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import AgencyFacts
from resolvers.audit import record
from resolvers.core.arguments import line
from resolvers.core.database import Transaction
from resolvers.core.days import days, holds
from resolvers.core.errors import InvalidInput
from resolvers.core.finding import find
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.spelling import spelt
from resolvers.core.writing import end, succeed
from resolvers.exchange.tables import form_template
from resolvers.organisation import agency as agencies

MOST_TEMPLATE_BYTES = 1024 * 1024
_IN_FORCE = select(form_template.c.content).where(
    form_template.c.agency_id == bindparam("agency", type_=UuidType(as_uuid=True)),
    form_template.c.form == bindparam("form"),
    holds(form_template),
)


async def template_in_force(tx: Transaction, agency: UUID, form: str, day: date) -> bytes | None:
    """The agency's own template of a form on a day; None where it prints from the program's.

    A template holds nothing about anybody, so whoever may print the form may print from it.
    """
    found: bytes | None = await tx.value(_IN_FORCE, agency=agency, form=form, day=day)
    return found


async def set_form_template(
    tx: Transaction, request: Request, *, agency: UUID, form: str, content: bytes, begins: date
) -> UUID:
    """Print a form of an agency from this Word file from a day on; the template's id.

    The caller has seen that the form can be printed from it. The one before ends on that day.
    Raises NotFound, a denial, InvalidInput.
    """
    await find(tx, request, agencies, agency)
    decision = demand(request, Action.SetFormTemplate, AgencyFacts(agency))
    if not 0 < len(content) <= MOST_TEMPLATE_BYTES:
        raise InvalidInput(
            what="content", allowed=f"1–{MOST_TEMPLATE_BYTES} bytes", field="content"
        )
    digest = hashlib.sha256(content).digest()
    during = days(begins)
    of: dict[str, Any] = {"agency_id": agency, "form": line(form, "form", most=50)}
    id = await succeed(
        tx,
        form_template,
        of,
        during,
        content=content,
        sha256=digest,
        set_by=request.reach.actor,
        set_at=request.now,
    )
    await record(
        tx,
        request,
        decision,
        deed="set_form_template",
        subject=("form_template", id),
        agency=agency,
        after={**of, "sha256": digest, "during": spelt(during)},
    )
    return id


async def end_form_template(
    tx: Transaction, request: Request, *, agency: UUID, form: str, ends: date
) -> UUID:
    """Print a form of an agency from the program's own template again, from a day on; the agency.

    Raises NotFound, a denial.
    """
    await find(tx, request, agencies, agency)
    decision = demand(request, Action.SetFormTemplate, AgencyFacts(agency))
    await end(tx, form_template, {"agency_id": agency, "form": form}, ends)
    await record(
        tx,
        request,
        decision,
        deed="end_form_template",
        subject=("agency", agency),
        agency=agency,
        after={"form": form, "ends": ends},
    )
    return agency
