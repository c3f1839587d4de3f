"""The personnel body draws a list: everybody of a span, with the way to each amount.

Nobody is counted as nothing: whoever has no current result is named, and the list waits, or he is
left out with a reason that he reads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor
from uuid import UUID

from authz.actions import Action
from authz.codes import Code
from authz.facts import AgencyFacts
from resolvers.core.arguments import among, line
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import InvalidInput
from resolvers.core.finding import find
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.organisation import agency as agencies
from resolvers.organisation import root_unit
from resolvers.rewards.gathering import Member, Members, last_day, members_of
from resolvers.rewards.keeping import Draft, keep_list
from resolvers.rewards.model import (
    MOST_REASON,
    LeftOut,
    NobodyAboveTheHead,
    NobodyToReward,
    NotAmongThem,
    ResultsMissing,
    named,
)
from resolvers.rewards.reckoning import Reckoned, Terms, bonus, income
from resolvers.rewards.rules import demand_left, part_for, rule_in_force
from resolvers.rewards.salaries import demand_salaries, months_from, salaries_of
from resolvers.rewards.tables import KINDS, SPANS
from resolvers.statute.rewards import Pay


@dataclass(frozen=True, slots=True)
class Sorted:
    """The people of a list, by what becomes of them."""

    rated: tuple[Member, ...]
    unrated: tuple[Member, ...]
    left_out: tuple[tuple[Member, str], ...]

    @property
    def everybody(self) -> tuple[Member, ...]:
        """Those who are in service, whether rated or not."""
        return (*self.rated, *self.unrated, *(member for member, _ in self.left_out))


async def draw_reward_list(
    tx: Transaction,
    request: Request,
    *,
    agency: UUID,
    kind: str,
    span: str,
    period: date,
    left_out: Sequence[LeftOut] = (),
) -> UUID:
    """Draw the list of an agency for a span that begins on `period`; the list's id, a draft.

    A bonus list shares out the regulation's share of its part of the fund; additional income goes
    by the scheme that the agency chose. Both hold as on the span's last day. Raises NotFound, a
    denial, NoRegulationInForce, NoIncomeScheme, NoFund, FundExceeded, ResultsMissing,
    SalariesMissing, NobodyAboveTheHead, NotAmongThem, NobodyToReward, RewardListExists,
    InvalidInput, TextNotAcceptable.
    """
    await find(tx, request, agencies, agency)
    decision = demand(request, Action.DrawRewardList, AgencyFacts(agency))
    pay = _pay(kind, span, period, request.today)
    last = last_day(pay, period)
    rule = await rule_in_force(tx, agency, kind, pay, last)
    part = await part_for(tx, agency, kind, pay, period.year)
    day = min(last, request.today)
    root = await root_unit(tx, agency, day)
    assert root is not None
    members = await members_of(tx, agency, root, pay, period, day)
    people = _sorted(members, left_out, pay, request)
    salaries = await salaries_of(tx, agency, months_from(period, pay.months))
    terms = Terms(pay, period, last, request.today, rule, salaries)
    reckoned = _reckoned(kind, people, terms, part)
    demand_left(part, reckoned.total if reckoned.pool is None else reckoned.pool)
    draft = Draft(agency, kind, pay, period, rule, part, members, reckoned)
    return await keep_list(
        tx, request, decision, draft, unrated=people.unrated, left_out=people.left_out
    )


def _pay(kind: str, span: str, period: date, today: date) -> Pay:
    """The span, found to be one that begins on `period` and has begun; raises InvalidInput."""
    among(kind, "kind", KINDS)
    pay = Pay(among(span, "span", [each for each in SPANS if each != Pay.AD_HOC]))
    begins = period.day == 1 and (period.month - 1) % pay.months == 0
    if not begins or period > today:
        raise InvalidInput(what="period", allowed=f"{pay.value}: YYYY-MM-01", field="period")
    return pay


def _sorted(members: Members, left_out: Sequence[LeftOut], pay: Pay, request: Request) -> Sorted:
    """Raises ResultsMissing, NobodyAboveTheHead, NotAmongThem, and the denial of a self-reward."""
    without = {each.person: line(each.reason, "reason", most=MOST_REASON) for each in left_out}
    if request.reach.person in without:
        raise DENIALS[Code.NO_SELF_REWARD](field="leftOut")
    strangers = without.keys() - {member.person for member in members.people}
    if strangers:
        raise NotAmongThem(count=len(strangers), field="leftOut")
    rest = [member for member in members.people if member.person not in without]
    if pay is not Pay.MONTH:
        missing = [member.name for member in rest if not member.rating.known]
        if missing:
            raise ResultsMissing(count=len(missing), names=named(missing))
    for member in rest:
        if members.deciding(member) is None:
            raise NobodyAboveTheHead(name=member.name)
    rated = tuple(each for each in rest if _counts(each, pay))
    unrated = tuple(each for each in rest if not _counts(each, pay))
    both = [(each, without[each.person]) for each in members.people if each.person in without]
    return Sorted(rated, unrated, tuple(both))


def _counts(member: Member, pay: Pay) -> bool:
    """He has a level; of a month, for which nobody has one, everybody counts."""
    return pay is Pay.MONTH or member.rating.level is not None


def _reckoned(kind: str, people: Sorted, terms: Terms, part: Row) -> Reckoned:
    """What each gets; raises SalariesMissing, NobodyToReward."""
    if kind == "bonus":
        pool = floor(Fraction(terms.rule["share"]) * int(part["amount"]))
        reckoned = bonus(people.rated, pool, terms)
    else:
        in_service = (*people.rated, *people.unrated) if terms.pay is Pay.YEAR else people.rated
        demand_salaries(in_service, terms.salaries)
        reckoned = income(people.rated, people.everybody, terms)
    if reckoned.total <= 0:
        raise NobodyToReward()
    return reckoned
