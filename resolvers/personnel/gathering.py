"""From the records of a person to the facts of gates, and the gates; see `resolvers.statute`.

A preview asks `standing_of` through the graph, filtered by what the asker may see. A deed asks the
same question past everybody's reach, because a gate that does not know of a procedure would open
wrongly, and holds the person's row, which whoever records discipline holds too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Date, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Transaction
from resolvers.core.errors import NotFound
from resolvers.core.fence import as_seen_by
from resolvers.people import person as people
from resolvers.personnel.standing import standing_of
from resolvers.statute.dated import Law
from resolvers.statute.personnel import (
    ActionKind,
    Confidence,
    Evidence,
    FollowUp,
    Gate,
    GateFacts,
    Ground,
    InForce,
    Proceeding,
    Protection,
    State,
    Wish,
    YearClass,
    follow_ups,
    gates,
)

RANKS = {"member": 0, "deputy": 1, "head": 2}
"""Offices in their order, for whether one is higher than another."""
_WHO, _DAY = bindparam("person", type_=UuidType(as_uuid=True)), bindparam("day", type_=Date)
_STANDING = standing_of(_WHO, _DAY)
_HELD = select(people.c.id).where(people.c.id == _WHO).with_for_update(key_share=True)
Records = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Aim:
    """What an action aims at, as far as gates ask."""

    kind: ActionKind
    office: str | None = None
    """The office aimed at; None where the present one stays."""
    higher: bool | None = None
    """Whether it ranks above the present one; None: judged by head, deputy, member."""
    starts_on: date | None = None
    ends_on: date | None = None
    """The last day, where the action ends by itself."""
    own_wish_on: date | None = None
    """The day on which the person asked for it himself, where the action is his own request."""
    own_wish: UUID | None = None
    """The record of that request: the action's own id, where no other says it."""
    grounds: tuple[Ground, ...] = ()
    """Grounds on paper that the proposal names."""


async def gate_facts(tx: Transaction, person: UUID, aim: Aim, day: date) -> GateFacts:
    """What is known of a person for an action, in every agency; his row is held from here on.

    Raises NotFound where there is no such person.
    """
    async with as_seen_by(tx, person):
        held = await tx.value(_HELD, person=person)
        row = await tx.row(_STANDING, person=person, day=day)
    if held is None or row is None:
        raise NotFound(id=person)
    return facts_of(row, aim, day)


async def computed_gates(
    tx: Transaction, person: UUID, aim: Aim, day: date, law: Law | None = None
) -> tuple[Gate, ...]:
    """The gates of an action on a person, by the law of the day; raises NotFound."""
    facts = await gate_facts(tx, person, aim, day)
    return gates(aim.kind, facts, day, law or Law(day, known=day))


async def proposals_for(tx: Transaction, person: UUID, day: date) -> tuple[FollowUp, ...]:
    """What a person's last class and count of confidence give ground to propose."""
    facts = await gate_facts(tx, person, Aim(ActionKind.LOWER_POST), day)
    return follow_ups(facts, day, Law(day, known=day))


def facts_of(row: Mapping[str, Any], aim: Aim, day: date) -> GateFacts:
    """The facts of gates from a row of `standing_of`."""
    post = _main(row["posts"], day)
    office = "member" if post is None else str(post["office"])
    since = _service(row["service"])
    term = _term(since["term"], post)
    retirement = next(iter(since["retirement"]), None)
    return GateFacts(
        office=office,
        proceedings=tuple(_proceeding(each) for each in row["proceedings"]),
        discipline=tuple(_discipline(each) for each in row["disciplines"]),
        classes=_classes(row["classes"], since["earlier_class"]),
        protections=tuple(_protection(each) for each in row["states"]),
        wishes=_wishes(row["wishes"], aim, day),
        confidence=_confidence(since["confidence"]),
        grounds=aim.grounds,
        office_since=_held_since(row["posts"], post, ("office",)),
        post_since=_held_since(row["posts"], post, ("unit_id", "position_id", "office")),
        post=None if post is None else Evidence("posting", post["id"]),
        term_start=None if term is None else term.starts,
        term_until=None if term is None else term.ends,
        term=None if term is None else term.record,
        retires_on=_day(retirement, "day"),
        retirement=None if retirement is None else Evidence("service_fact", retirement["id"]),
        seconded=_seconded(row["posts"], day),
        to_higher=_higher(aim, office),
        starts_on=aim.starts_on,
        ends_on=aim.ends_on,
    )


def _day(record: Mapping[str, Any] | None, name: str) -> date | None:
    """A day of a record; None where there is none."""
    text = None if record is None else record[name]
    return None if text is None else date.fromisoformat(text)


class _Term(NamedTuple):
    starts: date
    ends: date
    record: Evidence


def _term(recorded: Records, post: Mapping[str, Any] | None) -> _Term | None:
    """The term of a post: the one on record, or the days of a leadership post that has an end."""
    if post is None:
        return None
    for each in recorded:
        if each["posting_id"] == post["id"]:
            starts, ends = date.fromisoformat(each["starts_on"]), date.fromisoformat(each["day"])
            return _Term(starts, ends, Evidence("service_fact", each["id"]))
    last = _day(post, "until")
    if last is None or post["office"] == "member":
        return None
    return _Term(_since(post), last, Evidence("posting", post["id"]))


def _since(record: Mapping[str, Any]) -> date:
    return date.fromisoformat(record["since"])


def _covers(record: Mapping[str, Any], day: date) -> bool:
    until = _day(record, "until")
    return _since(record) <= day and (until is None or day <= until)


def _main(posts: Records, day: date) -> Mapping[str, Any] | None:
    """The main post on a day."""
    return next((each for each in posts if each["main"] and _covers(each, day)), None)


def _held_since(
    posts: Records, post: Mapping[str, Any] | None, same: tuple[str, ...]
) -> date | None:
    """Since when the post has been held without a gap, as far as it stayed the same in these.

    An office counts as held on through a higher one: whoever was head and is deputy has led since.
    """
    if post is None:
        return None
    begins = _since(post)
    earlier = sorted((each for each in posts if each["main"]), key=_since, reverse=True)
    for each in earlier:
        until = _day(each, "until")
        if until is None or until + timedelta(days=1) != begins or not _same(each, post, same):
            continue
        begins = _since(each)
    return begins


def _same(earlier: Mapping[str, Any], post: Mapping[str, Any], same: tuple[str, ...]) -> bool:
    if same == ("office",):
        return RANKS[earlier["office"]] >= RANKS[post["office"]]
    return all(earlier[name] == post[name] for name in same)


def _seconded(posts: Records, day: date) -> Evidence | None:
    """The secondment under way, if there is one."""
    found = (each for each in posts if each["mode"] == "seconded" and _covers(each, day))
    return next((Evidence("posting", each["id"]) for each in found), None)


def _higher(aim: Aim, office: str) -> bool:
    if aim.higher is not None:
        return aim.higher
    return aim.office is not None and RANKS[aim.office] > RANKS[office]


def _proceeding(record: Mapping[str, Any]) -> Proceeding:
    return Proceeding(record["kind"], _since(record), Evidence("proceeding", record["id"]))


def _discipline(record: Mapping[str, Any]) -> InForce:
    until = _day(record, "until")
    return InForce(record["form"], _since(record), until, Evidence("discipline", record["id"]))


def _protection(record: Mapping[str, Any]) -> Protection:
    kept = Evidence("protected_state", record["id"])
    return Protection(State(record["state"]), _since(record), _day(record, "until"), kept)


def _classes(cases: Records, earlier: Records) -> tuple[YearClass, ...]:
    """The classes by year; one given here counts before one on paper."""
    found: dict[int, YearClass] = {}
    for each in earlier:
        kept = Evidence("service_fact", each["id"])
        known = date.fromisoformat(each["day"])
        found[each["year"]] = YearClass(each["year"], each["level"], known, kept)
    for each in cases:
        level = "NOT_RATED" if each["level"] is None else each["level"]
        rests_on = (Evidence("result", each["result_id"]),) if each["result_id"] else ()
        kept = Evidence("classification", each["id"], each["edition"])
        known = date.fromisoformat(each["known_on"])
        found[each["year"]] = YearClass(each["year"], level, known, kept, rests_on)
    return tuple(found[year] for year in sorted(found))


def _wishes(records: Records, aim: Aim, day: date) -> tuple[Wish, ...]:
    wishes = [
        Wish(each["kind"], date.fromisoformat(each["day"]), Evidence("wish", each["id"]))
        for each in records
    ]
    if aim.own_wish_on is not None:
        kept = Evidence("personnel_action", "" if aim.own_wish is None else str(aim.own_wish))
        wishes.append(Wish(aim.kind, aim.own_wish_on, kept))
    return tuple(wish for wish in wishes if wish.day <= day)


def _confidence(counts: Records) -> Confidence | None:
    """The latest count of confidence."""
    last = max(counts, key=lambda each: str(each["day"]), default=None)
    if last is None:
        return None
    kept = Evidence("service_fact", last["id"])
    return Confidence(last["low"], last["ballots"], date.fromisoformat(last["day"]), kept)


def _service(records: Records) -> dict[str, list[Mapping[str, Any]]]:
    """Facts of service by their kind."""
    found: dict[str, list[Mapping[str, Any]]] = {
        kind: [] for kind in ("retirement", "term", "confidence", "earlier_class")
    }
    for each in records:
        found[each["kind"]].append(each)
    return found
