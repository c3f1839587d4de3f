"""Everything that the levels of a set are drawn from, read at once for thousands of cases."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, aggregate_order_by
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.classification.holding import CURRENT, IDS, ROUND
from resolvers.classification.registers import disqualifier
from resolvers.classification.tables import classification
from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY, holds
from resolvers.organisation import switches_of, unit_placement
from resolvers.people import person, posting
from resolvers.recognition import organisation_review
from resolvers.results import STALE, result
from resolvers.statute.dated import Law
from resolvers.statute.evaluation import Level
from resolvers.statute.evaluation.classes import (
    Disqualifier,
    DisqualifierKind,
    Office,
    YearFacts,
)
from resolvers.statute.evaluation.year import Span, span_law
from resolvers.statute.switches import Switches

OFFICES = {"head": Office.HEAD, "deputy": Office.DEPUTY, "member": Office.STAFF}
_IN_FORCE = organisation_review.c.state.not_in(("replaced", "withdrawn"))
_UUID = UuidType(as_uuid=True)
_COMMA: ColumnElement[str] = literal_column("','")


@dataclass(frozen=True, slots=True)
class Organisation:
    """What a head's organisation is for art. 20.6."""

    level: Level | None
    exempt: bool
    """It has no standing of its own and nobody recognises it: the decree does not classify it."""


@dataclass(frozen=True, slots=True)
class Known:
    """One case with what its level is drawn from."""

    case: Row
    """The case's columns; `full_name`, `in_post`; and of the result `drawn_from` its `points`,
    `by_points`, `because`, `stale` and `outdated`."""
    records: Sequence[Row]
    """Of the register, in the order of their days."""
    organisation: Organisation

    def facts(self) -> YearFacts:
        """As the law takes them."""
        told = self.case
        level = told["by_points"]
        return YearFacts(
            year=told["year"],
            total=told["points"],
            level=None if level is None else Level(level),
            not_rated_because=told["because"] or "",
            office=OFFICES[told["office"]],
            organisation=self.organisation.level,
            organisation_exempt=self.organisation.exempt,
            agency=str(told["agency_id"]),
            disqualifiers=tuple(map(as_told, self.records)),
        )


def as_told(record: Row) -> Disqualifier:
    """A record of the register, as the law takes it."""
    number, day = record["decision_no"], record["decision_day"]
    return Disqualifier(
        kind=DisqualifierKind(record["kind"]),
        decision=record["note"] if number is None else f"{number} ({day:%d/%m/%Y})",
        effective=record["effective_on"],
        act=record["act_on"],
        same_act=str(record["same_act_as"] or record["id"]),
        at_agency=str(record["fault_agency_id"] or ""),
        by_agency=str(record["discipline_agency_id"] or ""),
        used_in=record["used_in"],
    )


def _set(which: ColumnElement[bool], its_result: ColumnElement[bool]) -> Select[Any]:
    in_post = select(posting.c.id).where(
        posting.c.id == classification.c.posting_id, posting.c.main, holds(posting, DAY)
    )
    return (
        select(
            classification,
            result.c.id.label("drawn_from"),
            person.c.full_name,
            in_post.exists().label("in_post"),
            result.c.total.label("points"),
            result.c.level.label("by_points"),
            result.c.not_rated_because.label("because"),
            result.c.replaced_at.is_not(None).label("outdated"),
            func.coalesce(STALE, False).label("stale"),
        )
        .select_from(classification)
        .join(person, person.c.id == classification.c.person_id)
        .outerjoin(result, its_result)
        .where(which, CURRENT)
        .order_by(classification.c.id)
    )


def _records(which: ColumnElement[bool]) -> Select[Any]:
    people = select(classification.c.person_id).where(which, CURRENT)
    return (
        select(disqualifier)
        .where(disqualifier.c.person_id.in_(people), disqualifier.c.annulled_at.is_(None))
        .order_by(disqualifier.c.effective_on, disqualifier.c.id)
    )


_OF_ROUND, _OF_CASES = classification.c.round_id == ROUND, classification.c.id == IDS.any_()
_PREPARED_WITH = result.c.id == classification.c.result_id
_OF_TODAY = and_(
    result.c.person_id == classification.c.person_id,
    result.c.span == Span.YEAR.value,
    func.extract("year", result.c.period) == classification.c.year,
    result.c.replaced_at.is_(None),
)
_SET, _SOME = _set(_OF_ROUND, _PREPARED_WITH), _set(_OF_CASES, _OF_TODAY)
_RECORDS, _SOME_RECORDS = _records(_OF_ROUND), _records(_OF_CASES)
_REVIEWS = (
    select(
        unit_placement.c.unit_id,
        unit_placement.c.standing,
        organisation_review.c.id,
        case(
            (organisation_review.c.state == "recognised", organisation_review.c.applied_level)
        ).label("level"),
    )
    .outerjoin(
        organisation_review,
        and_(
            organisation_review.c.unit_id == unit_placement.c.unit_id,
            organisation_review.c.year == bindparam("year", type_=Integer),
            _IN_FORCE,
        ),
    )
    .where(
        unit_placement.c.unit_id == bindparam("units", type_=ARRAY(_UUID)).any_(),
        holds(unit_placement, DAY),
    )
)


def _together(rows: Any, key: Any, order: ColumnElement[Any]) -> ColumnElement[str]:
    found = select(func.string_agg(key, aggregate_order_by(_COMMA, order))).select_from(rows)
    return func.coalesce(found.where(_OF_ROUND, CURRENT).scalar_subquery(), "")


def _text(*parts: Any) -> ColumnElement[str]:
    return func.concat_ws(":", *parts, type_=Text)


FINGERPRINT = select(
    func.md5(
        func.concat_ws(
            "|",
            _together(
                classification.outerjoin(result, result.c.id == classification.c.result_id),
                _text(classification.c.id, result.c.id, result.c.replaced_at.is_(None)),
                classification.c.id,
            ),
            _together(
                classification.join(
                    disqualifier, disqualifier.c.person_id == classification.c.person_id
                ),
                _text(disqualifier.c.id, disqualifier.c.version),
                disqualifier.c.id,
            ),
            _together(
                classification.join(
                    organisation_review,
                    and_(
                        organisation_review.c.unit_id == classification.c.unit_id,
                        organisation_review.c.year == classification.c.year,
                        organisation_review.c.state == "recognised",
                        classification.c.office == "head",
                    ),
                ),
                _text(organisation_review.c.id, organisation_review.c.applied_level),
                organisation_review.c.id,
            ),
        )
    )
)
"""Of a set: which results, which records of the register, which recognised levels it rests on."""


async def gathered(tx: Transaction, round: UUID, year: int, day: date) -> list[Known]:
    """Every case of a set with what its level is drawn from, on the day that counts."""
    cases = await tx.rows(_SET, round=round, day=day)
    records = await tx.rows(_RECORDS, round=round)
    return await _joined(tx, cases, records, year, day)


async def gathered_case(tx: Transaction, case: UUID, year: int, day: date) -> Known:
    """As `gathered`, for one case, from the result of its year as it stands now."""
    cases = await tx.rows(_SOME, ids=[case], day=day)
    records = await tx.rows(_SOME_RECORDS, ids=[case])
    (known,) = await _joined(tx, cases, records, year, day)
    return known


async def rules_of(tx: Transaction, agency: UUID, year: int, known: date) -> tuple[Switches, Law]:
    """The deciding agency's answers and the law, as of the year's last day."""
    first = date(year, 1, 1)
    switches = await switches_of(tx, agency, date(year, 12, 31))
    return switches, span_law(Span.YEAR, first, known=known)


async def _joined(
    tx: Transaction, cases: Sequence[Row], records: Sequence[Row], year: int, day: date
) -> list[Known]:
    of_person: defaultdict[UUID, list[Row]] = defaultdict(list)
    for record in records:
        of_person[record["person_id"]].append(record)
    headed = [row["unit_id"] for row in cases if row["office"] == "head"]
    organisations = await _organisations(tx, headed, year, day)
    none = Organisation(None, exempt=False)
    return [
        Known(row, of_person[row["person_id"]], organisations.get(row["unit_id"], none))
        for row in cases
    ]


async def _organisations(
    tx: Transaction, units: list[UUID], year: int, day: date
) -> Mapping[UUID, Organisation]:
    rows = await tx.rows(_REVIEWS, units=units, year=year, day=day)
    return {
        row["unit_id"]: Organisation(
            None if row["level"] is None else Level(row["level"]),
            exempt=row["standing"] == "none" and row["id"] is None,
        )
        for row in rows
    }
