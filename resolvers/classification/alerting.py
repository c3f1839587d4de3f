"""A ground recorded for a year already decided: who decided is told; nothing changes by itself.

The class stands until the head of the managing agency replaces it (Decree 335/2025, art. 21.3).
"""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import Integer, bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.classification.flags import flag_case
from resolvers.classification.gathering import OFFICES, as_told, rules_of
from resolvers.classification.holding import CURRENT
from resolvers.classification.papers import NEW_GROUND
from resolvers.classification.registers import disqualifier
from resolvers.classification.tables import DECIDED, classification, classification_round
from resolvers.core.database import Row, Transaction
from resolvers.core.fence import as_seen_by, let_through
from resolvers.core.request import Request
from resolvers.statute.evaluation.classes import Charge, YearFacts, charge

WEIGHS = (Charge.COUNTED, Charge.TO_CONSIDER, Charge.ACT_NOT_DATED)
"""What becomes of a ground that somebody has to look at: it counts, or a person must decide."""

_PERSON = bindparam("person", type_=UuidType(as_uuid=True))
_HIS = (classification.c.person_id == _PERSON, CURRENT)
# Held before the cases are read: whoever decides a set holds it, and reads the register after.
_SHARE_SETS = (
    select(classification_round.c.id)
    .where(classification_round.c.id.in_(select(classification.c.round_id).where(*_HIS)))
    .order_by(classification_round.c.id)
    .with_for_update(read=True)
)
_CASES = select(classification).where(
    *_HIS,
    classification.c.state.in_(DECIDED),
    classification.c.year == bindparam("years", type_=ARRAY(Integer)).any_(),
)
_RECORDS = (
    select(disqualifier)
    .where(disqualifier.c.person_id == _PERSON, disqualifier.c.annulled_at.is_(None))
    .order_by(disqualifier.c.effective_on, disqualifier.c.id)
)


async def alert_deciders(
    tx: Transaction, request: Request, person: UUID, ground: UUID
) -> list[UUID]:
    """Flag the decided classes in whose year a ground just recorded counts, each with its article.

    Wherever they were decided; their cases are returned. An act that has decided a class already
    is not told again (art. 11.3 b).
    """
    async with as_seen_by(tx, person):
        if not await tx.rows(_SHARE_SETS, person=person):
            return []
        records = await tx.rows(_RECORDS, person=person)
        (new,) = (each for each in records if each["id"] == ground)
        of_act = [each for each in records if _act(each) == _act(new)]
        cases = await tx.rows(_CASES, person=person, years=sorted(set(_years(of_act))))
        told = [(case, await _cite(tx, request, case, records, new)) for case in cases]
    used = {each["used_in"] for each in of_act}
    found = [(case, cite) for case, cite in told if cite and case["year"] not in used]
    for case, cite in found:
        await let_through(tx, case["agency_id"])
        await flag_case(tx, request, case, (NEW_GROUND,), ground=ground, cite=cite)
    return [case["id"] for case, _ in found]


async def _cite(
    tx: Transaction, request: Request, case: Row, records: Sequence[Row], new: Row
) -> str:
    """The text by which the new ground weighs in the case's year; empty where it does not."""
    switches, law = await rules_of(tx, case["classifying_agency_id"], case["year"], request.today)
    facts = YearFacts(
        year=case["year"],
        total=case["total"],
        level=None,
        office=OFFICES[case["office"]],
        agency=str(case["agency_id"]),
        disqualifiers=tuple(map(as_told, records)),
    )
    charged = charge(facts, switches, law)
    (its,) = (found for row, found in zip(records, charged, strict=True) if row["id"] == new["id"])
    return its.cite if its.charge in WEIGHS else ""


def _act(record: Row) -> UUID:
    act: UUID = record["same_act_as"] or record["id"]
    return act


def _years(records: Sequence[Row]) -> Iterator[int]:
    """The years in which what is recorded of one act may count."""
    for record in records:
        yield record["effective_on"].year
        if record["act_on"] is not None:
            yield record["act_on"].year
