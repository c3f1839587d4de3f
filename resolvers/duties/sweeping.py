"""One look at the clock: what is owed, what is done, what is late, and who must know.

Each sweep brings the duties to what they are at `request.now`, in one transaction and with a fixed
number of statements, and tells each person each thing once. A sweep that is repeated, or that was
killed and is done again, adds nothing; so it does not matter how often it runs.
"""

from dataclasses import dataclass

from sqlalchemy import BigInteger, bindparam, func, select

from authz.actions import Action
from authz.facts import PlatformFacts
from resolvers.core.database import Transaction
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.duties.missing import escalate, record_breaches
from resolvers.duties.opening import finish_duties, open_duties
from resolvers.duties.passing_up import pass_sets
from resolvers.duties.telling import tell
from resolvers.people import pass_up_begun

_SWEEPING = 0x636F6E64
_ALONE = select(func.pg_try_advisory_xact_lock(bindparam("lock", type_=BigInteger)))


@dataclass(frozen=True, slots=True)
class Swept:
    """What one sweep did, in numbers."""

    opened: int = 0
    finished: int = 0
    escalated: int = 0
    breaches: int = 0
    notices: int = 0
    unknown_years: tuple[int, ...] = ()
    """Years without a holiday calendar: what falls into them waits until there is one."""


async def sweep_duties(tx: Transaction, request: Request) -> Swept:
    """Bring the clock to `request.now`; nothing where another sweep runs. Raises a denial."""
    decision = demand(request, Action.SweepDuties, PlatformFacts())
    if not await tx.value(_ALONE, lock=_SWEEPING):
        return Swept()
    await pass_up_begun(tx, request, decision)
    opened = await open_duties(tx, request)
    await pass_sets(tx, request)
    finished = await finish_duties(tx, request)
    escalated = await escalate(tx, request)
    breaches = await record_breaches(tx, request, decision, finished)
    unknown = set(opened.unknown_years)
    notices = await tell(tx, request, unknown)
    return Swept(opened.duties, len(finished), escalated, breaches, notices, tuple(sorted(unknown)))
