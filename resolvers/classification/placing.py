"""Whom the heads of one agency classify on a day, in which set, and in which group (art. 10.2)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Integer, Select, and_, bindparam, false, func, or_, select, true
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.classification.registers import duty_group, duty_group_position
from resolvers.classification.tables import classification
from resolvers.core.database import Row, Transaction
from resolvers.core.days import holds
from resolvers.organisation import (
    agency,
    classifying_units_of,
    managing_units_of,
    scoring_units,
    unit,
    unit_placement,
)
from resolvers.people import posting
from resolvers.positions import job_position
from resolvers.results import result
from resolvers.statute.evaluation.year import Span

_UUID = UuidType(as_uuid=True)
_AGENCY = bindparam("agency", type_=_UUID)
_UNITS = bindparam("units", type_=ARRAY(_UUID))
OFFICES = {
    "head": "Người đứng đầu đơn vị trực thuộc",
    "deputy": "Cấp phó",
    "member": "Công chức chưa gắn với vị trí việc làm",
}
HEADS = {
    "ministry": "Người đứng đầu bộ, cơ quan trung ương",
    "province": "Người đứng đầu cơ quan cấp tỉnh",
    "department": "Người đứng đầu sở, ban, ngành",
    "commune": "Người đứng đầu cấp xã",
    "other": "Người đứng đầu cơ quan khác",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is classified; the columns of his case."""

    person_id: UUID
    posting_id: UUID
    agency_id: UUID
    unit_id: UUID
    office: str
    classifying_unit_id: UUID
    classifying_agency_id: UUID
    managing_unit_id: UUID
    managing_agency_id: UUID
    scoring_unit_id: UUID
    quota_set: str
    duty_group: str
    duty_group_name: str
    result_id: UUID | None

    def columns(self) -> dict[str, Any]:
        """By column name."""
        return {name: getattr(self, name) for name in COLUMNS}


COLUMNS = tuple(field.name for field in fields(Place))


@dataclass(frozen=True, slots=True)
class Routes:
    """For each unit at or beneath the agency, whose head does what for it on the day."""

    units: Mapping[UUID, Row]
    staff: Mapping[UUID, UUID]
    heads: Mapping[UUID, UUID]
    scores_staff: Mapping[UUID, UUID]
    scores_heads: Mapping[UUID, UUID]
    managing: Mapping[UUID, UUID]
    agency_of: Mapping[UUID, UUID]

    def classified_by(self, unit: UUID, office: str) -> UUID | None:
        return (self.heads if office == "head" else self.staff).get(unit)

    def scored_by(self, unit: UUID, office: str) -> UUID | None:
        return (self.scores_heads if office == "head" else self.scores_staff).get(unit)


@dataclass(frozen=True, slots=True)
class Ways:
    """The routes, and who heads what today: nobody is judged where he is the head himself."""

    routes: Routes
    heads: Mapping[UUID, UUID]
    """By unit, its head."""
    settled: Collection[UUID] = ()
    """The units whose sets of the year are closed or decided: they take nobody any more."""
    seated: Collection[tuple[UUID, UUID]] = ()
    """The heads with a case in such a set, each with its unit."""

    def classifying(self, row: Row) -> UUID | None:
        """The unit whose head classifies the holder of a post: not he himself (art. 10.2).

        Where the set above takes nobody any more, and he is not in it, he is in the one that he
        heads, which the managing head decides then: nobody is left without a class.
        """
        found = self.routes.classified_by(row["unit_id"], row["office"])
        found = self._past(found, row["person_id"], self.routes.heads)
        if found in self.settled and (row["person_id"], found) not in self.seated:
            return self.routes.staff.get(row["unit_id"])
        return found

    def scoring(self, row: Row) -> UUID | None:
        """The unit whose head scores him, likewise."""
        found = self.routes.scored_by(row["unit_id"], row["office"])
        return self._past(found, row["person_id"], self.routes.scores_heads)

    def _past(self, unit: UUID | None, person: UUID, up: Mapping[UUID, UUID]) -> UUID | None:
        while unit is not None and self.heads.get(unit) == person:
            unit = up.get(unit)
        return unit


def _realm() -> Select[Any]:
    """The units of `:agency` and all beneath them on `:day`."""
    place = unit_placement.alias()
    top = select(unit.c.id, unit.c.agency_id).where(unit.c.agency_id == _AGENCY).cte("top")
    down = select(top.c.id, top.c.agency_id).cte("down", recursive=True)
    step = (
        select(unit.c.id, unit.c.agency_id)
        .join(place, place.c.unit_id == unit.c.id)
        .join(down, down.c.id == place.c.parent_id)
    )
    down = down.union(step.where(holds(place)))
    return select(down.c.id, down.c.agency_id, agency.c.kind).join(
        agency, agency.c.id == down.c.agency_id
    )


def _scoring(above: Any) -> Select[Any]:
    key = unit.c.id.label("key")
    return scoring_units(
        select(key, unit.c.id.label("unit_id"), above.label("above")).where(
            unit.c.id == _UNITS.any_()
        )
    )


def _posts() -> Select[Any]:
    """The main posts in `:staffed`, the heads' in `:headed` and those of `:also`, each with its
    group and the year's result."""
    group, of_group = duty_group, duty_group_position
    current = and_(
        result.c.person_id == posting.c.person_id,
        result.c.span == Span.YEAR.value,
        result.c.period == bindparam("first", type_=Date),
        result.c.replaced_at.is_(None),
    )
    staffed, headed = (bindparam(name, type_=ARRAY(_UUID)) for name in ("staffed", "headed"))
    is_head = posting.c.office == "head"
    also = bindparam("also", type_=ARRAY(_UUID))
    in_set = or_(
        and_(~is_head, posting.c.unit_id == staffed.any_()),
        and_(is_head, posting.c.unit_id == headed.any_()),
        posting.c.person_id == also.any_(),
    )
    return (
        select(
            posting.c.id.label("posting_id"),
            *(posting.c[name] for name in ("person_id", "agency_id", "unit_id", "office")),
            job_position.c.code.label("position_code"),
            job_position.c.name.label("position_name"),
            group.c.code.label("group_code"),
            group.c.name.label("group_name"),
            result.c.id.label("result_id"),
        )
        .select_from(posting)
        .outerjoin(job_position, job_position.c.id == posting.c.position_id)
        .outerjoin(
            of_group,
            and_(of_group.c.position_id == posting.c.position_id, holds(of_group)),
        )
        .outerjoin(group, group.c.id == of_group.c.duty_group_id)
        .outerjoin(result, current)
        .where(posting.c.main, holds(posting), in_set)
        .order_by(posting.c.id)
    )


_REALM, _POSTS = _realm(), _posts()
_SCORES_STAFF, _SCORES_HEADS = _scoring(false()), _scoring(true())
_AGENCIES = select(unit.c.id, unit.c.agency_id).where(unit.c.id == _UNITS.any_())
_SETTLED = select(
    func.congtam.settled_classifications(
        _UNITS, bindparam("year", type_=Integer), type_=_UUID
    ).label("unit_id")
)
_SEATED = select(classification.c.person_id, classification.c.classifying_unit_id).where(
    classification.c.person_id == bindparam("people", type_=ARRAY(_UUID)).any_(),
    classification.c.classifying_unit_id == _UNITS.any_(),
    classification.c.year == bindparam("year", type_=Integer),
    classification.c.replaced_at.is_(None),
)
_HEADS = select(posting.c.unit_id, posting.c.person_id).where(
    posting.c.unit_id == _UNITS.any_(), posting.c.office == "head", holds(posting)
)


async def places(tx: Transaction, agency: UUID, year: int, day: date, today: date) -> list[Place]:
    """Everybody whom a head of the agency classifies for a year, as he stood on `day`.

    Whoever `today` heads the very unit that would classify him is classified by the next head up:
    nobody decides on himself.
    """
    routes = await _routes(tx, agency, day)
    own = {unit for unit, of in routes.agency_of.items() if of == agency}
    headed = [unit for unit, by in routes.heads.items() if by in own]
    rows = await tx.rows(_HEADS, units=list(routes.agency_of.keys() | routes.units), day=today)
    heads = {row["unit_id"]: row["person_id"] for row in rows}
    found = await tx.rows(_SETTLED, units=list(routes.agency_of), year=year)
    settled = {row["unit_id"] for row in found}
    people = [heads[unit] for unit, by in routes.heads.items() if by in settled and unit in heads]
    seated = await tx.rows(_SEATED, people=people, units=list(settled), year=year) if people else ()
    posts = await tx.rows(
        _POSTS,
        staffed=[unit for unit, by in routes.staff.items() if by in own],
        headed=headed,
        also=list({*(heads[unit] for unit in headed if unit in heads), *people}),
        first=date(year, 1, 1),
        day=day,
    )
    ways = Ways(routes, heads, settled, {tuple(row.values()) for row in seated})
    return list(_placed(posts, ways, agency, own))


async def _routes(tx: Transaction, agency: UUID, day: date) -> Routes:
    units = {row["id"]: row for row in await tx.rows(_REALM, agency=agency, day=day)}
    ids = list(units)
    staff = await classifying_units_of(tx, ids, day)
    heads = await classifying_units_of(tx, ids, day, heads=True)
    managing = await managing_units_of(tx, ids, day)
    scores = [await tx.rows(each, units=ids, day=day) for each in (_SCORES_STAFF, _SCORES_HEADS)]
    scores_staff, scores_heads = (
        {row["key"]: row["scoring_unit_id"] for row in rows} for rows in scores
    )
    deciding = {*staff.values(), *heads.values(), *managing.values()}
    of = {row["id"]: row["agency_id"] for row in await tx.rows(_AGENCIES, units=list(deciding))}
    return Routes(units, staff, heads, scores_staff, scores_heads, managing, of)


def _placed(rows: list[Row] | Any, ways: Ways, agency: UUID, own: set[UUID]) -> Iterator[Place]:
    routes = ways.routes
    for row in rows:
        unit, office = row["unit_id"], row["office"]
        by, scored = ways.classifying(row), ways.scoring(row)
        if by is None or by not in own or scored is None:
            continue
        beneath = row["agency_id"] != agency
        kind = routes.units[unit]["kind"]
        group, name = (f"heads:{kind}", HEADS[kind]) if beneath else _group(row)
        managing = routes.managing[unit]
        yield Place(
            **{key: row[key] for key in ("person_id", "posting_id", "agency_id", "unit_id")},
            office=office,
            classifying_unit_id=by,
            classifying_agency_id=agency,
            managing_unit_id=managing,
            managing_agency_id=routes.agency_of[managing],
            scoring_unit_id=scored,
            quota_set="heads" if beneath else "staff",
            duty_group=group,
            duty_group_name=name,
            result_id=row["result_id"],
        )


def _group(row: Row) -> tuple[str, str]:
    """The key and the name of the group: an approved one, else the position, else the office."""
    if row["group_code"] is not None:
        return f"group:{row['group_code']}", row["group_name"]
    if row["position_code"] is not None:
        return f"position:{row['position_code']}", row["position_name"]
    return f"office:{row['office']}", OFFICES[row["office"]]
