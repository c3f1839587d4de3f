"""What a purpose allows to be read of a person's record, read wherever it stands."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Integer, Select, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.classification import classification
from resolvers.core.database import Row, Transaction
from resolvers.core.fence import as_seen_by
from resolvers.discipline import in_force
from resolvers.dossier.model import Content
from resolvers.organisation import agency, months_in
from resolvers.people import handed_sheet
from resolvers.statute.dated import Law
from resolvers.statute.dossier import Needed, Purpose, needed

_UUID = UuidType(as_uuid=True)
_PERSON = bindparam("person", type_=_UUID)


def _classes() -> Select[Any]:
    case = classification
    return (
        select(
            *(case.c[name] for name in ("year", "decision_no", "decision_day", "edition")),
            case.c.applied_level.label("level"),
            agency.c.name.label("agency"),
        )
        .join(agency, agency.c.id == case.c.agency_id)
        .where(
            case.c.person_id == _PERSON,
            case.c.notified_at.is_not(None),
            case.c.replaced_at.is_(None),
            case.c.year >= bindparam("since", type_=Integer),
        )
        .order_by(case.c.year.desc())
        .limit(bindparam("years", type_=Integer))
    )


def _months() -> Select[Any]:
    sheet = handed_sheet
    return (
        select(
            *(sheet.c[name] for name in ("period", "days", "total", "level", "unit_name")),
            months_in(sheet.c.from_agency_id, sheet.c.period).label("months"),
        )
        .where(
            sheet.c.person_id == _PERSON,
            sheet.c.agency_id == bindparam("reader", type_=_UUID),
            sheet.c.replaced_at.is_(None),
            sheet.c.period >= bindparam("first", type_=Date),
        )
        .order_by(sheet.c.period, sheet.c.id)
    )


_CLASSES, _MONTHS = _classes(), _months()


def rule_of(purpose: str, today: date) -> Needed:
    """What the law of a day lets be read for a purpose."""
    return needed(Purpose(purpose), Law(today, known=today))


async def gathered(
    tx: Transaction, person: UUID, reader: UUID, rule: Needed, today: date
) -> Content:
    """What a rule lets the agency `reader` see of a person; nothing else is read.

    The person's own rows are read in every agency, since his record did not begin in the last one;
    of monthly results only what was handed over to the reader (art. 19.1).
    """
    classes = months = discipline = None
    if rule.years:
        told = {"years": rule.years, "since": today.year - rule.years}
        classes = await _rows(tx, _CLASSES, person, **told)
    if rule.months:
        months = await _rows(tx, _MONTHS, person, reader=reader, first=first_month(today))
    if rule.discipline:
        discipline = [
            {
                "source": each.source.value,
                "form": each.form.value,
                "since": each.since,
                "until": each.until,
            }
            for each in await in_force(tx, person, today)
        ]
    return Content(classes, months, discipline)


def first_month(today: date) -> date:
    """The first month of the year that is being classified; in January it is the one before."""
    return date(today.year - (today.month == 1), 1, 1)


async def _rows(tx: Transaction, asked: Select[Any], person: UUID, **told: Any) -> list[Row]:
    async with as_seen_by(tx, person):
        return list(await tx.rows(asked, person=person, **told))
