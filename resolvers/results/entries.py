"""What a result keeps of its months, and how they are read back.

A result's entries are a list of its periods, each a JSON object:

    period     first day
    days       calendar days of service, absences included
    standing   used | excused | missing | outside
    sheets     those with a score: sheet, days, total, level, agency, provisional where it is
    absent     absence, kind, days
    missing    posts without a score: because, days, sheet if there is one, agency, and the unit
               whose head owes it, if any does
    parts      of a quarter: its months, with their days and absences

Lists that are empty are left out. `months_from` reads the months back, so that a result can be
recomputed from its entries alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from resolvers.results.months import Month, Served, is_early, last_day_in
from resolvers.statute.evaluation.year import (
    AbsenceKind,
    Absent,
    MonthOfYear,
    Period,
    PeriodResult,
    SheetOfMonth,
)

Entry = dict[str, Any]


def entries_of(
    months: Iterable[Month],
    result: PeriodResult,
    scorers: Mapping[tuple[UUID, date], UUID],
) -> list[Entry]:
    """What a result keeps of its months; `scorers` names who scores a post that has no sheet."""
    excused = {each.period for each in result.excused}
    missing = {each.period for each in result.missing}
    return [_entry(month, _standing(month, excused, missing), scorers) for month in months]


def months_from(entries: Sequence[Mapping[str, Any]]) -> tuple[MonthOfYear, ...]:
    """The months that the law was told, from a result's entries."""
    return tuple(map(_month_from, entries))


def owed_in(entries: Sequence[Mapping[str, Any]]) -> list[Entry]:
    """The scores that a result waits for, each with its period and the unit whose head owes it."""
    return [
        {"period": entry["period"], **each}
        for entry in entries
        for each in entry.get("missing", ())
    ]


def _standing(month: Month, excused: set[date], missing: set[date]) -> str:
    first = month.period.first
    if first in missing:
        return "missing"
    if first in excused:
        return "excused"
    return "used" if month.told.of_days else "outside"


def _entry(month: Month, standing: str, scorers: Mapping[tuple[UUID, date], UUID]) -> Entry:
    period = month.period
    told: Entry = {
        "period": period.first.isoformat(),
        "days": month.told.of_days,
        "standing": standing,
    }
    if month.used:
        told["sheets"] = [_used(each, days, period) for each, days in month.used]
    if month.away:
        told["absent"] = [
            {"absence": str(each.id), "kind": each.kind, "days": days} for each, days in month.away
        ]
    if month.owing:
        told["missing"] = [_owed(each, period, scorers) for each in month.owing]
    if month.told.parts:
        told["parts"] = [_part_told(part) for part in month.told.parts]
    return told


def _part_told(part: MonthOfYear) -> Entry:
    absent = [{"kind": kind.value, "days": days} for kind, days in part.absent]
    return {"period": part.period.isoformat(), "days": part.of_days, "absent": absent}


def _used(served: Served, days: int, period: Period) -> Entry:
    sheet = served.sheet
    assert sheet is not None
    told = {
        "sheet": str(sheet.id),
        "days": days,
        "total": str(served.total),
        "level": served.level,
        "agency": str(served.post.agency),
    }
    return {**told, "provisional": True} if is_early(sheet, period) else told


def _owed(served: Served, period: Period, scorers: Mapping[tuple[UUID, date], UUID]) -> Entry:
    told: Entry = {
        "because": served.because,
        "days": served.at_work,
        "agency": str(served.post.agency),
    }
    if served.sheet is not None:
        told["sheet"] = str(served.sheet.id)
    if served.because == "NOT_HANDED_OVER":
        return told
    owes = scorers.get((served.post.id, last_day_in(served.post, period)))
    if served.sheet is not None:
        owes = served.sheet.scoring_unit
    return told if owes is None else {**told, "unit": str(owes)}


def _absent_from(told: Iterable[Mapping[str, Any]]) -> tuple[Absent, ...]:
    return tuple(Absent(AbsenceKind(each["kind"]), each["days"]) for each in told)


def _month_from(entry: Mapping[str, Any]) -> MonthOfYear:
    scored = [
        SheetOfMonth(
            each["sheet"], Decimal(each["total"]), each["days"], each.get("provisional", False)
        )
        for each in entry.get("sheets", ())
    ]
    owing = [
        SheetOfMonth(each.get("sheet", ""), None, each["days"]) for each in entry.get("missing", ())
    ]
    return MonthOfYear(
        date.fromisoformat(entry["period"]),
        (*scored, *owing),
        entry["days"],
        _absent_from(entry.get("absent", ())),
        tuple(map(_month_from, entry.get("parts", ()))),
    )
