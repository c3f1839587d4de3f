"""What the regulation makes of a voice's findings: points, level, what is left open, and why.

The register of grounds is read here and not told by anybody: no voice can leave a ground out.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Integer, bindparam, extract, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.classification import classification, disqualifier
from resolvers.core.database import Row, Transaction
from resolvers.core.deed import plain
from resolvers.core.errors import InvalidInput
from resolvers.core.fence import as_seen_by
from resolvers.core.request import Request
from resolvers.party.ballots_results import confidence_in
from resolvers.party.model import Findings
from resolvers.statute.bounds import Unacceptable
from resolvers.statute.dated import Law
from resolvers.statute.evaluation import DisqualifierKind, Step
from resolvers.statute.party import (
    SCHEMES,
    Assessment,
    Category,
    FourParts,
    Ground,
    PartyClass,
    PartyFacts,
    PartyScore,
    Results,
    party_class,
    review_score,
)

GROUND_OF: Mapping[str, Ground] = {
    DisqualifierKind.DUTY_DISCIPLINE.value: Ground.DUTY_DISCIPLINE,
    DisqualifierKind.PARTY_DISCIPLINE.value: Ground.DUTY_DISCIPLINE,
    DisqualifierKind.DEGRADATION.value: Ground.DEGRADATION,
    DisqualifierKind.FORBIDDEN_CONDUCT.value: Ground.FORBIDDEN_CONDUCT,
    DisqualifierKind.BAD_EXAMPLE.value: Ground.FORBIDDEN_CONDUCT,
    DisqualifierKind.UNIT_CORRUPTION.value: Ground.CORRUPTION_IN_CHARGE,
}
"""What the register's records are to the regulation; what is not here is no ground."""
LEADERS_ONLY = Ground.CORRUPTION_IN_CHARGE
_SHARES = ("completed", "late", "exceeded", "not_completed", "plan")
_PLAIN = (
    *("quality", "repaired", "unit_disciplined", "targets_missed", "failed_units", "units"),
    "objective",
)
_PERSON = bindparam("person", type_=UuidType(as_uuid=True))
_YEAR = bindparam("year", type_=Integer)
_RECORDS = select(disqualifier.c.kind).where(
    disqualifier.c.person_id == _PERSON,
    disqualifier.c.annulled_at.is_(None),
    extract("year", disqualifier.c.effective_on) == _YEAR,
    disqualifier.c.effective_on <= bindparam("until", type_=Date),
)
_STATE = select(
    classification.c.id.label("classification_id"),
    classification.c.edition.label("state_edition"),
    classification.c.applied_level.label("state_level"),
    classification.c.total.label("state_total"),
).where(
    classification.c.person_id == _PERSON,
    classification.c.year == _YEAR,
    classification.c.replaced_at.is_(None),
    classification.c.notified_at.is_not(None),
)
NOTHING: Mapping[str, Any] = {
    **dict.fromkeys(("facts", "points", "computed_level", "lawful_level", "gaps")),
    **dict.fromkeys(("steps", "cites")),
}
"""The columns of a review on which nobody has spoken."""


RESULTS_NEEDS = ("scheme", "category", "quarter", "law_day")


def results_by(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """For each row of RESULTS_NEEDS how a voice gives the results: see `Method`."""
    return [_method(request, *row) for row in rows]


def _method(request: Request, scheme: str, category: str, quarter: int | None, day: date) -> str:
    held = SCHEMES[scheme].at(day, request.today).value
    return held.method(Category(category), quarter=quarter is not None).value


def stored(findings: Findings) -> dict[str, Any]:
    """Findings as a row keeps them: numbers as text."""
    kept: dict[str, Any] = plain(findings)
    return kept


async def judged(
    tx: Transaction, request: Request, review: Row, facts: Mapping[str, Any]
) -> tuple[PartyScore, PartyClass]:
    """What the law of the review's day makes of stored findings. Raises InvalidInput."""
    law = Law(review["law_day"], known=request.today)
    scheme, category = SCHEMES[review["scheme"]], Category(review["category"])
    quarter = review["quarter"] is not None
    grounds = await _grounds(tx, review, facts)
    votes = await _votes(tx, review)
    try:
        score = review_score(_assessment(facts), scheme, category, law, quarter=quarter)
        told: dict[str, Any] = {
            **{name: Decimal(facts[name]) for name in _SHARES},
            **{name: facts[name] for name in _PLAIN},
            **votes,
            "grounds": grounds,
            "excused": review["excused"],
            "quarter": quarter,
        }
        return score, party_class(PartyFacts(category, score.points, **told), scheme, law)
    except Unacceptable as problem:
        field = f"findings.{problem.field}"
        raise InvalidInput(what=problem.field, allowed=problem.allowed, field=field) from None


def columns(facts: Mapping[str, Any], score: PartyScore, found: PartyClass) -> dict[str, Any]:
    """What a review keeps of the findings of its last voice."""
    steps: list[Step] = [*score.steps, *found.steps]
    return {
        "facts": facts,
        "points": score.points,
        "computed_level": found.computed.value,
        "lawful_level": None if found.lawful is None else found.lawful.value,
        "gaps": [*(gap.value for gap in found.gaps), *found.consider],
        "steps": [step.to_json() for step in steps],
        "cites": list(dict.fromkeys((*score.cites, *found.cites))),
    }


async def state_result(tx: Transaction, review: Row) -> Mapping[str, Any]:
    """The state's own class of the person's year, where he was notified of one: as information.

    It is copied with its edition, and stays what it was when the state replaces it.
    """
    none: dict[str, Any] = dict.fromkeys(
        ("classification_id", "state_edition", "state_level", "state_total")
    )
    if review["person_id"] is None or review["quarter"] is not None:
        return none
    async with as_seen_by(tx, review["person_id"]):
        found = await tx.row(_STATE, person=review["person_id"], year=review["year"])
    return none if found is None else found


async def _votes(tx: Transaction, review: Row) -> dict[str, int]:
    """The votes of confidence cast on a leader: counted ones, never what somebody says of them."""
    if review["category"] != Category.LEADER:
        return {}
    counted = await confidence_in(tx, review["id"])
    return {"low_confidence": counted.low, "ballots": counted.ballots}


async def _grounds(tx: Transaction, review: Row, facts: Mapping[str, Any]) -> frozenset[Ground]:
    """What the register says of the person in the span, and what the voice adds."""
    told = {_ground(each) for each in facts["grounds"] or ()}
    person: UUID | None = review["person_id"]
    if person is None:
        return frozenset(told)
    async with as_seen_by(tx, person):
        rows = await tx.rows(_RECORDS, person=person, year=review["year"], until=review["law_day"])
    told |= {GROUND_OF[row["kind"]] for row in rows if row["kind"] in GROUND_OF}
    if review["category"] != Category.LEADER:
        told.discard(LEADERS_ONLY)
    return frozenset(told)


def _ground(name: str) -> Ground:
    """Raises InvalidInput."""
    try:
        return Ground(name)
    except ValueError:
        allowed = ", ".join(Ground)
        raise InvalidInput(what="grounds", allowed=allowed, field="findings.grounds") from None


def _assessment(facts: Mapping[str, Any]) -> Assessment:
    """Raises InvalidInput unless one way of giving the results is used."""
    given = [name for name in ("results", "parts", "axes") if facts[name] is not None]
    if len(given) != 1:
        allowed = "one of results, parts, axes"
        raise InvalidInput(what="results", allowed=allowed, field="findings.results")
    return Assessment(Decimal(facts["general"]), _results(given[0], facts))


def _results(name: str, facts: Mapping[str, Any]) -> Results:
    given = facts[name]
    if name == "results":
        return Decimal(given)
    if name == "parts":
        return _parts(given)
    axes = {each["axis"]: _parts(each) for each in given}
    if len(axes) != len(given):
        raise InvalidInput(what="axes", allowed="each axis once", field="findings.axes")
    return axes


def _parts(given: Mapping[str, Any]) -> FourParts:
    return FourParts(*(Decimal(given[name]) for name in FourParts._fields))
