"""A set is closed when it is complete, and only then may its quota be counted (art. 20.5)."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from resolvers.classification.bulk import change_all
from resolvers.classification.gathering import FINGERPRINT, Known, gathered, rules_of
from resolvers.classification.holding import held_round, save_round, tell_round
from resolvers.classification.judging import WORDS, Judged, Wait, judged
from resolvers.classification.model import reason_in
from resolvers.classification.placing import counting_day, places
from resolvers.classification.quota import Levelled, counted, groups_of, keep_groups, share_of
from resolvers.classification.tables import classification
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.fence import as_seen_by
from resolvers.core.request import Request
from resolvers.people import person
from resolvers.results import STALE, result


class SetNotComplete(Refusal):
    """The set cannot be closed: {count} cases are open: {named[0]}."""

    code = "CLASSIFICATION_INCOMPLETE"
    vi = "Chưa thể chốt danh sách, còn {count} trường hợp: {named[1]}."


class NobodyToClassify(Refusal):
    """There is nobody in this set."""

    code = "NOBODY_TO_CLASSIFY"
    vi = "Danh sách không có công chức nào."


MOST_NAMED = 20
_UUID = UuidType(as_uuid=True)
_FORGET = (
    update(classification)
    .where(
        classification.c.round_id == bindparam("of_round", type_=_UUID),
        classification.c.replaced_at.is_(None),
    )
    .values(
        computed_level=None,
        lawful_level=None,
        grounds=None,
        steps=None,
        cites=None,
        version=classification.c.version + 1,
    )
)
_STILL_STALE = select(STALE).where(result.c.id == bindparam("by_result", type_=_UUID))
_CASE_ELSEWHERE = select(classification.c.id).where(
    classification.c.person_id == bindparam("person", type_=_UUID),
    classification.c.year == bindparam("year"),
    classification.c.replaced_at.is_(None),
)
_NAME = select(person.c.full_name).where(person.c.id == bindparam("person", type_=_UUID))
Open = tuple[str, tuple[Wait, ...]]


async def close_classification(
    tx: Transaction, request: Request, *, round: UUID, version: int
) -> UUID:
    """Close a complete set: its levels and places are counted, its cases stand still; its id.

    Raises NotFound, a denial, StaleVersion, NobodyToClassify, and SetNotComplete, which names the
    open cases and what each waits for.
    """
    found, decision = await held_round(tx, request, Action.CloseClassification, round, version)
    year, agency = found["year"], found["agency_id"]
    day = counting_day(year, request.today)
    switches, law = await rules_of(tx, agency, year, request.today)
    cases = [await _seen_whole(tx, each) for each in await gathered(tx, round, year, day)]
    if not cases:
        raise NobodyToClassify(field="round")
    levels = [judged(each, switches, law) for each in cases]
    open_cases = [(each.known.case["full_name"], each.waits) for each in levels if each.waits]
    open_cases += await _without_case(tx, found, cases, day)
    if open_cases:
        raise SetNotComplete(count=len(open_cases), named=_named(open_cases), field="round")
    rows = [{"id": each.known.case["id"], **each.columns()} for each in levels]
    await change_all(tx, classification, rows)
    standing = await groups_of(tx, round)
    share = await share_of(tx, round)
    groups = counted(map(levelled, levels), share, switches, law, standing)
    await keep_groups(tx, round, agency, groups)
    fingerprint = await tx.value(FINGERPRINT, round=round)
    await save_round(
        tx,
        found,
        state="closed",
        closed_by=request.reach.actor,
        closed_at=request.now,
        fingerprint=fingerprint,
    )
    after = {"state": "closed", "cases": len(levels), "fingerprint": fingerprint}
    before = {"state": found["state"], "version": found["version"]}
    await tell_round(
        tx, request, decision, found, "close_classification", before=before, after=after
    )
    return round


async def reopen_classification(
    tx: Transaction, request: Request, *, round: UUID, version: int, reason: str
) -> UUID:
    """Open a closed set again before it is decided, with a reason; the set's id.

    Raises NotFound, a denial, StaleVersion, TextNotAcceptable.
    """
    found, decision = await held_round(tx, request, Action.ReopenClassification, round, version)
    why = reason_in(reason)
    await tx.run(_FORGET, of_round=round)
    await save_round(tx, found, state="open", closed_by=None, closed_at=None, fingerprint=None)
    await tell_round(
        tx,
        request,
        decision,
        found,
        "reopen_classification",
        before={"state": found["state"], "version": found["version"]},
        after={"state": "open"},
        reason=why,
    )
    return round


def levelled(each: Judged) -> Levelled:
    """A judged case, as the quota counts it."""
    case, level = each.known.case, each.lawful
    name = case["duty_group_name"]
    told = None if level is None else level.value
    return Levelled(case["quota_set"], case["duty_group"], name, told)


async def _seen_whole(tx: Transaction, known: Known) -> Known:
    """A result drawn from what the fence hides here only seems stale: look as its person does."""
    case = known.case
    if not case["stale"]:
        return known
    async with as_seen_by(tx, case["person_id"]):
        stale = await tx.value(_STILL_STALE, by_result=case["drawn_from"])
    return Known({**case, "stale": stale}, known.records, known.organisation)


async def _without_case(
    tx: Transaction, found: Row, cases: Sequence[Known], day: date
) -> list[Open]:
    """Those who belong to the set and have no case anywhere this year."""
    expected = await places(tx, found["agency_id"], found["year"], day)
    unit = found["classifying_unit_id"]
    people = {place.person_id for place in expected if place.classifying_unit_id == unit}
    missing = people - {each.case["person_id"] for each in cases}
    return [
        (await tx.value(_NAME, person=each), (Wait.CASE,))
        for each in sorted(missing)
        if not await _is_elsewhere(tx, each, found["year"])
    ]


async def _is_elsewhere(tx: Transaction, person: UUID, year: int) -> bool:
    async with as_seen_by(tx, person):
        return bool(await tx.value(_CASE_ELSEWHERE, person=person, year=year))


def _named(open_cases: Iterable[Open]) -> tuple[str, str]:
    """The first of the open cases with what each waits for, in English and in Vietnamese."""
    cases = list(open_cases)
    told = [
        "; ".join(
            f"{name} ({', '.join(WORDS[wait][language] for wait in waits)})"
            for name, waits in cases[:MOST_NAMED]
        )
        for language in (0, 1)
    ]
    more = "; …" if len(cases) > MOST_NAMED else ""
    return told[0] + more, told[1] + more
