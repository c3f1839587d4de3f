"""The deed of an inspector: look for signals in an agency's month. It changes no score."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

from sqlalchemy import Date, DateTime, Text, bindparam, select, update
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import AgencyFacts
from resolvers.audit import record
from resolvers.core.database import Transaction
from resolvers.core.days import last_day
from resolvers.core.deed import canonical
from resolvers.core.finding import find
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.evaluations import demand_month
from resolvers.insight import detecting
from resolvers.insight.gathering import decided_deliveries, loads, signed_sheets
from resolvers.insight.model import Found
from resolvers.insight.tables import signal
from resolvers.organisation import agency as agencies
from resolvers.organisation import demand_first, months_of_period, switches_of
from resolvers.statute.months import months_after
from resolvers.statute.switches import (
    DUTY_SCORE_DAY,
    SIGNAL_LAST_DAYS,
    SIGNAL_MONTHS,
    Switches,
)

_ZONE = timezone(timedelta(hours=7))
"""Asia/Ho_Chi_Minh, which knows no summer time."""
_AGENCY = bindparam("agency", type_=UuidType(as_uuid=True))
_PERIOD = bindparam("period", type_=Date)
_FOUND = bindparam("fingerprints", type_=ARRAY(Text))
_NOW = bindparam("now", type_=DateTime(timezone=True))

_OF_MONTH = (signal.c.agency_id == _AGENCY, signal.c.period == _PERIOD)
_KNOWN = select(signal.c.fingerprint).where(*_OF_MONTH)
_ADD = insert(signal).on_conflict_do_nothing(index_elements=["agency_id", "period", "fingerprint"])
_GONE = (
    update(signal)
    .where(*_OF_MONTH, signal.c.gone_at.is_(None), ~(signal.c.fingerprint == _FOUND.any_()))
    .values(gone_at=_NOW, version=signal.c.version + 1)
)
_BACK = (
    update(signal)
    .where(*_OF_MONTH, signal.c.gone_at.is_not(None), signal.c.fingerprint == _FOUND.any_())
    .values(gone_at=None, version=signal.c.version + 1)
)


async def look_for_signals(
    tx: Transaction, request: Request, *, agency: UUID, period: date
) -> UUID:
    """Look for signals in an agency's month as it stands signed; the agency's id.

    Doing it again changes nothing where no fact has changed: what is there stays with its finding,
    what the facts no longer show is marked gone. Raises NotFound, NO_MANDATE, InvalidInput.
    """
    demand_month(period, request.today)
    await find(tx, request, agencies, agency)
    months = await months_of_period(tx, agency, period)
    demand_first(period, months)
    decision = demand(request, Action.LookForSignals, AgencyFacts(agency))
    found = {fingerprint(each): each for each in await signals_of(tx, agency, period, months)}
    kept = await _keep(tx, request.now, agency, period, found)
    await record(
        tx,
        request,
        decision,
        deed="look_for_signals",
        subject=("agency", agency),
        agency=agency,
        after={"period": period, "found": len(found), **kept},
    )
    return agency


async def signals_of(tx: Transaction, agency: UUID, period: date, months: int) -> Sequence[Found]:
    """What an agency's period of so many months shows now, by its thresholds of the last day."""
    last = last_day(period, months)
    rules = await switches_of(tx, agency, last)
    since = months_after(period, -(rules(SIGNAL_MONTHS) - 1) * months)
    sheets = await signed_sheets(tx, agency, since, period)
    deliveries = await decided_deliveries(tx, agency, period)
    work = await loads(tx, agency, period, last)
    return list(_signals(sheets, deliveries, work, (period, last), rules))


def _signals(
    sheets: Sequence[Any],
    deliveries: Sequence[Any],
    work: Sequence[Any],
    days: tuple[date, date],
    rules: Switches,
) -> Iterator[Found]:
    """What the period with its first and its last day shows."""
    period, last = days
    of_month = [sheet for sheet in sheets if sheet.period == period]
    here = {sheet.unit for sheet in of_month}
    yield from detecting.identical_scores(of_month, rules)
    yield from detecting.everyone_excellent(of_month, rules)
    yield from detecting.late_bulk_scoring(of_month, last_moment(last, rules), rules)
    yield from detecting.bulk_acceptance(deliveries, rules)
    yield from detecting.outlier_quantity(work, rules)
    standing = [sheet for sheet in sheets if sheet.unit in here]
    yield from detecting.self_equals_head(standing, rules(SIGNAL_MONTHS), rules)
    yield from detecting.heavy_product(work, rules)


def last_moment(last: date, rules: Switches) -> datetime:
    """From when on scoring a period that ends on `last` is at the last moment: midnight some days
    up to the deadline."""
    upper = last + timedelta(days=rules(DUTY_SCORE_DAY))
    first = upper - timedelta(days=rules(SIGNAL_LAST_DAYS) - 1)
    return datetime(first.year, first.month, first.day, tzinfo=_ZONE)


def fingerprint(found: Found) -> str:
    """SHA-256 over what was found: the same thing is known again."""
    told = [found.kind, found.unit, found.person, found.evidence]
    return hashlib.sha256(canonical(told).encode()).hexdigest()


async def _keep(
    tx: Transaction, now: datetime, agency: UUID, period: date, found: dict[str, Found]
) -> dict[str, int]:
    """Bring what is stored into line with what was found; how many are new, gone and back."""
    month: dict[str, Any] = {"agency": agency, "period": period}
    known = {row["fingerprint"] for row in await tx.rows(_KNOWN, **month)}
    fresh = [
        {
            "id": new_id(),
            "agency_id": agency,
            "scoring_unit_id": each.unit,
            "period": period,
            "kind": each.kind,
            "person_id": each.person,
            "evidence": each.evidence,
            "fingerprint": mark,
            "found_at": now,
        }
        for mark, each in found.items()
        if mark not in known
    ]
    if fresh:
        await tx.run_many(_ADD, fresh)
    marks = list(found)
    gone = await tx.run(_GONE, **month, fingerprints=marks, now=now)
    back = await tx.run(_BACK, **month, fingerprints=marks)
    return {"new": len(fresh), "gone": gone, "back": back}
