"""The row fence, where a deed needs what its doer does not reach."""

import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import Text, bindparam, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY, UUID

from resolvers.core.database import Transaction

_PERSON, _AGENCIES, _OPEN = "congtam.person", "congtam.agencies", "congtam.operator"
_NOW = select(func.current_setting(_PERSON, True))
_SET = select(func.set_config(_PERSON, bindparam("value", type_=Text), True))
_REACHED = func.congtam.fence_agencies(type_=ARRAY(UUID))
_ALSO = select(
    func.set_config(
        _AGENCIES,
        cast(func.array_append(_REACHED, bindparam("agency", type_=UUID(as_uuid=True))), Text),
        True,
    )
)

PAST_THE_FENCE = f"set_config('{_OPEN}','on',true) = 'on'"
"""SQL, true, for the last statement of a deed's transaction, which reads the deed's payload.

What is selected may lead to rows that the deed itself had no business with: `visible` alone decides
about them, as in every question, whose role no fence stops. Nothing is written after it.
"""


async def let_through(tx: Transaction, agency: uuid.UUID) -> None:
    """For the rest of the transaction the fence lets an agency through that was not there before.

    Call it after the policies have allowed the agency to be established.
    """
    await tx.value(_ALSO, agency=agency)


@asynccontextmanager
async def as_seen_by(tx: Transaction, person: uuid.UUID) -> AsyncIterator[None]:
    """Inside, the fence shows a person's own rows in every agency, as it does to that person.

    For a decision that would be wrong without them, or for what the policies have allowed to be
    told of that one person; nothing else read here is told to anybody. Where something is raised
    inside, the setting is undone together with the transaction or savepoint.
    """
    doer = await tx.value(_NOW)
    await tx.value(_SET, value=person.hex)
    yield
    await tx.value(_SET, value=doer or "")
