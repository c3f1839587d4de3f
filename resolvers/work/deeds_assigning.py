"""Assigning work (art. 18.1b): product, converted units, deadline, and the months it counts in."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from uuid import UUID

from authz.actions import Action
from resolvers.audit import record
from resolvers.core.arguments import among, line, lines, positive
from resolvers.core.database import Transaction
from resolvers.core.errors import Refusal
from resolvers.core.many import each
from resolvers.core.request import Request
from resolvers.work.model import MOST_PIECES, WHOLE, Assigning, Part, demand_spread
from resolvers.work.placing import (
    Placed,
    demand_held,
    demand_periods,
    offered,
    periods_of,
    save_work,
    seen_post,
)

ASSIGNED_ORIGINS = ("planned", "urgent")
"""The origins that a head may give; the others come about by handing over (art. 18.1d)."""


async def assign_work(
    tx: Transaction,
    request: Request,
    *,
    posting: UUID,
    product: UUID,
    quantity: Decimal,
    due_on: date,
    origin: str = "planned",
    title: str = "",
    note: str = "",
    spread: Sequence[Part] = (),
) -> UUID:
    """Give a civil servant work; the assignment's id.

    `quantity` counts pieces of the product. Without a spread all of it counts in the period of
    `due_on`. The coefficient is copied from the list in force today. Raises InvalidInput,
    PostNotHeld, NotFound, ProcessOfThePost, ProductNotApproved and the refusals of the policies.
    """
    among(origin, "origin", ASSIGNED_ORIGINS)
    positive(quantity, "quantity", most=MOST_PIECES, places=3)
    parts = demand_spread(spread or [Part(WHOLE, due_on)], WHOLE, due_on, request.today)
    post = await seen_post(tx, request, posting)
    periods = periods_of(request, post, parts)
    decision = await demand_periods(tx, request, Action.AssignWork, post, periods)
    demand_held(post, parts)
    chosen = await offered(tx, request, post, product)
    work = Placed(
        origin=origin,
        product=product,
        title=line(title, "title", least=0) or chosen["name"],
        note=lines(note, "note"),
        quantity=quantity,
        coefficient=chosen["coefficient"],
        parts=parts,
        periods=periods,
    )
    id = await save_work(tx, request, decision, post, work)
    await record(
        tx,
        request,
        decision,
        deed="assign_work",
        subject=("assignment", id),
        agency=post["agency_id"],
        after={**asdict(work), "posting": posting, "person": post["person_id"]},
    )
    return id


async def assign_many(
    tx: Transaction, request: Request, *, rows: Sequence[Assigning], all_or_nothing: bool = False
) -> list[UUID | Refusal]:
    """Give work in bulk: an assignment's id or a refusal for each row, in their order."""
    arguments = [{name: getattr(row, name) for name in row.__dataclass_fields__} for row in rows]
    return await each(tx, request, assign_work, arguments, all_or_nothing=all_or_nothing)
