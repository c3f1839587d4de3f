"""Results are computed from closed sheets: by the personnel body, the head, or the system.

Nothing is judged here (art. 17.3). Whoever computes again from the same sheets, posts and absences
writes nothing; from others, a new edition beside the old one.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from authz.actions import Action
from authz.decide import Decision
from authz.facts import AgencyFacts
from resolvers.audit import record
from resolvers.core.arguments import among
from resolvers.core.database import Transaction
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.fence import as_seen_by
from resolvers.core.finding import hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.organisation import agency as agencies
from resolvers.organisation import switches_of
from resolvers.results.editions import latest_run, write
from resolvers.results.gathering import gathered
from resolvers.results.members import Member, member, members
from resolvers.results.months import months_of
from resolvers.results.posts import scorers
from resolvers.results.resting import flag_what_rests
from resolvers.results.rolling import Computed, Spanned, computed, unopened
from resolvers.results.tables import SPANS, result_run
from resolvers.statute.dated import NotInForce
from resolvers.statute.evaluation import LEVELS, Level
from resolvers.statute.evaluation.year import Span, first_of, last_of, span_law

CHUNK = 250
"""Persons that are read, computed and written at a time: the server breathes in between."""


class NobodyToCompute(Refusal):
    """Nobody whom a head scores holds a main post in this agency on {days}."""

    code = "NOBODY_TO_COMPUTE"
    vi = "Trong thời gian {days}, cơ quan không có công chức nào thuộc diện theo dõi, đánh giá."


@dataclass(slots=True)
class Counted:
    """What a computing found."""

    people: int = 0
    written: int = 0
    """Results that were new or had changed."""
    incomplete: int = 0
    unrated: int = 0

    def add(self, found: Sequence[Computed], written: int) -> None:
        """Count what was computed of some persons."""
        levels = [each.result.level for each in found]
        self.people += len(levels)
        self.written += written
        self.incomplete += levels.count(Level.INSUFFICIENT_DATA)
        self.unrated += levels.count(None)


async def compute_results(
    tx: Transaction, request: Request, *, agency: UUID, span: str, period: date
) -> UUID:
    """Compute the results of everybody whose last main post in the span is in the agency.

    `period` is the first day of the span. The id of the run that wrote the results as they stand;
    where nothing has changed since, that of an earlier one. Raises NotFound, a denial,
    InvalidInput, NobodyToCompute.
    """
    run, _ = await counted_results(tx, request, agency=agency, span=span, period=period)
    return run


async def counted_results(
    tx: Transaction, request: Request, *, agency: UUID, span: str, period: date
) -> tuple[UUID, Counted]:
    """As `compute_results`, with what this computing found and wrote."""
    await hold(tx, request, agencies, agency)
    decision = demand(request, Action.ComputeResults, AgencyFacts(agency))
    spanned = await _spanned(tx, agency, span, period, request.today)
    found = await members(tx, spanned)
    apart = [each for each in found if not _is_seen_whole(request, each, spanned)]
    together = [each for each in found if _is_seen_whole(request, each, spanned)]
    counted = Counted()
    for start in range(0, len(together), CHUNK):
        await _compute(tx, request, spanned, together[start : start + CHUNK], counted)
    for each in apart:
        # What he did elsewhere in the span is told by his file, which the agency keeps now.
        async with as_seen_by(tx, each.person):
            seen = await member(tx, each.person, spanned)
            await _compute(tx, request, spanned, [seen], counted)
    return await _run(tx, request, decision, spanned, counted), counted


async def _spanned(tx: Transaction, agency: UUID, span: str, period: date, today: date) -> Spanned:
    """The span as the agency counts it; raises InvalidInput for one that is none or not begun."""
    asked = Span(among(span, "span", SPANS))
    if period != first_of(asked, period) or period > today:
        allowed = f"{first_of(asked, today)}"
        raise InvalidInput(what="period", allowed=f"≤ {allowed}", field="period")
    try:
        span_law(asked, period, known=today)(LEVELS)
    except NotInForce:
        allowed = f"≥ {LEVELS.versions[0].since}"
        raise InvalidInput(what="period", allowed=allowed, field="period") from None
    switches = await switches_of(tx, agency, last_of(asked, period))
    return Spanned(asked, period, agency, switches, today)


def _is_seen_whole(request: Request, member: Member, spanned: Spanned) -> bool:
    """Whether the fence hides nothing of the person: it hides nothing at all from the operator."""
    return request.reach.operator or member.is_seen_whole(spanned)


async def _compute(
    tx: Transaction,
    request: Request,
    spanned: Spanned,
    chunk: Sequence[Member],
    counted: Counted,
) -> None:
    """Read, roll up and write some persons; whoever has moved on is another agency's."""
    mine = {each.person: each for each in chunk if each.belongs_to(spanned)}
    posts = {person: each.posts for person, each in mine.items()}
    known = await gathered(tx, posts, spanned.days)
    months = {each.person: months_of(each, spanned.periods, spanned.agency) for each in known}
    ends = {person: each.end for person, each in mine.items()}
    waiting = (post for each in months.values() for post in unopened(each))
    units = await scorers(tx, [*ends.values(), *waiting], spanned.known)
    found = []
    for each in known:
        last, day = ends[each.person]
        # Nobody scores the head of the highest agency here, so there is nothing to add up.
        if (unit := units.get((last.id, day))) is not None:
            found.append(computed(each, months[each.person], spanned, unit, units))
    gone = [each.person for each in chunk if not each.posts]
    written, superseded = await write(tx, spanned, found, gone, request.now)
    counted.add(found, written)
    await flag_what_rests(tx, request, superseded)


async def _run(
    tx: Transaction, request: Request, decision: Decision, spanned: Spanned, counted: Counted
) -> UUID:
    """The run that wrote the results as they stand: a new one, with its leaf, if any changed."""
    if not counted.written:
        earlier = await latest_run(tx, spanned)
        if earlier is None:
            raise NobodyToCompute(days=f"{spanned.first}…{spanned.last}", field="period")
        return earlier
    told = {"span": spanned.span.value, "period": spanned.first, **asdict(counted)}
    id = await add(
        tx,
        result_run,
        agency_id=spanned.agency,
        **told,
        computed_by=request.reach.actor,
        computed_at=request.now,
    )
    await record(
        tx,
        request,
        decision,
        deed="compute_results",
        subject=("result_run", id),
        agency=spanned.agency,
        after=told,
    )
    return id
