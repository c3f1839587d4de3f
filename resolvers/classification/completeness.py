"""Which cases of a set are open, and what each waits for: a set that is not complete names them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.classification.gathering import Known
from resolvers.classification.holding import IDS
from resolvers.classification.judging import WORDS, Judged, Wait
from resolvers.classification.placing import places
from resolvers.classification.tables import classification
from resolvers.core.database import Row, Transaction
from resolvers.core.days import counting_day
from resolvers.core.errors import Refusal
from resolvers.core.fence import as_seen_by
from resolvers.people import person
from resolvers.results import DEBTORS, STALE, result


class SetNotComplete(Refusal):
    """The set cannot be closed: {count} cases are open: {named[0]}."""

    code = "CLASSIFICATION_INCOMPLETE"
    vi = "Chưa thể chốt danh sách, còn {count} trường hợp: {named[1]}."


@dataclass(frozen=True, slots=True)
class Open:
    """One open case."""

    name: str
    waits: Sequence[Wait]
    owed: str = ""
    """The months without a score, each with the unit and the head who owe it."""

    def told(self, language: int) -> str:
        """In English (0) or Vietnamese (1)."""
        words = [
            f"{WORDS[wait][language]}: {self.owed}"
            if wait is Wait.MONTHS and self.owed
            else WORDS[wait][language]
            for wait in self.waits
        ]
        return f"{self.name} ({', '.join(words)})"


MOST_NAMED = 20
_UUID = UuidType(as_uuid=True)
_STILL_STALE = select(STALE).where(result.c.id == bindparam("by_result", type_=_UUID))
_CASE_ELSEWHERE = select(classification.c.id).where(
    classification.c.person_id == bindparam("person", type_=_UUID),
    classification.c.year == bindparam("year"),
    classification.c.replaced_at.is_(None),
)
_NAME = select(person.c.full_name).where(person.c.id == bindparam("person", type_=_UUID))
_OWED = select(result.c.id, result.c.entries, DEBTORS.label("debtors")).where(
    result.c.id == IDS.any_()
)


async def demand_complete(
    tx: Transaction, found: Row, cases: Sequence[Known], levels: Sequence[Judged], today: date
) -> None:
    """Raises SetNotComplete, naming whoever is open, and whoever should be there and is not."""
    day = counting_day(found["year"], today)
    waiting = [each for each in levels if each.waits]
    owed = await _owed(tx, [each for each in waiting if Wait.MONTHS in each.waits], day)
    open_cases = [
        Open(each.known.case["full_name"], each.waits, owed.get(each.known.case["drawn_from"], ""))
        for each in waiting
    ]
    open_cases += await _without_case(tx, found, cases, day, today)
    if open_cases:
        raise SetNotComplete(count=len(open_cases), named=_named(open_cases), field="round")


async def seen_whole(tx: Transaction, known: Known) -> Known:
    """A result drawn from what the fence hides here only seems stale: look as its person does."""
    case = known.case
    if not case["stale"]:
        return known
    async with as_seen_by(tx, case["person_id"]):
        stale = await tx.value(_STILL_STALE, by_result=case["drawn_from"])
    return Known({**case, "stale": stale}, known.records, known.organisation)


async def _owed(tx: Transaction, waiting: Sequence[Judged], day: date) -> dict[UUID, str]:
    """By result, the months that nobody scored, each with who owes it."""
    ids = [each.known.case["drawn_from"] for each in waiting[:MOST_NAMED]]
    rows = await tx.rows(_OWED, ids=ids, today=day)
    return {row["id"]: _months(row["entries"], row["debtors"] or {}) for row in rows}


def _months(entries: Iterable[Mapping[str, Any]], debtors: Mapping[str, Any]) -> str:
    told = []
    for entry in entries:
        for owing in entry.get("missing", ()):
            who = debtors.get(owing.get("unit") or "", {})
            names = [name for name in (who.get("unit_name"), who.get("head_name")) if name]
            told.append(" – ".join((entry["period"][:7], *names)))
    return ", ".join(told)


async def _without_case(
    tx: Transaction, found: Row, cases: Sequence[Known], day: date, today: date
) -> list[Open]:
    """Those who belong to the set and have no case anywhere this year."""
    expected = await places(tx, found["agency_id"], found["year"], day, today)
    unit = found["classifying_unit_id"]
    people = {place.person_id for place in expected if place.classifying_unit_id == unit}
    missing = people - {each.case["person_id"] for each in cases}
    return [
        Open(await tx.value(_NAME, person=each), (Wait.CASE,))
        for each in sorted(missing)
        if not await _is_elsewhere(tx, each, found["year"])
    ]


async def _is_elsewhere(tx: Transaction, person: UUID, year: int) -> bool:
    async with as_seen_by(tx, person):
        return bool(await tx.value(_CASE_ELSEWHERE, person=person, year=year))


def _named(cases: Sequence[Open]) -> tuple[str, str]:
    """The first of the open cases with what each waits for, in English and in Vietnamese."""
    more = "; …" if len(cases) > MOST_NAMED else ""
    english, vietnamese = (
        "; ".join(each.told(language) for each in cases[:MOST_NAMED]) for language in (0, 1)
    )
    return english + more, vietnamese + more
