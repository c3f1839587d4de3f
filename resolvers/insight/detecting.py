"""What in a month is worth an inspector's look: pure functions over signed facts.

None of them says that anything is wrong, and none changes a score. Each tells the rule that it went
by, with the agency's own thresholds, and every row and number that the rule was applied to.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar
from uuid import UUID

from resolvers.insight.model import ASSIGNED, Decided, Found, Load, Piece, Signed
from resolvers.statute.exact import exact_text
from resolvers.statute.switches import (
    PRODUCT_SHARE_WARNING,
    SIGNAL_ALIKE_SHARE,
    SIGNAL_BURST_MINUTES,
    SIGNAL_BURST_SHARE,
    SIGNAL_LEAST,
    SIGNAL_OUTLIER_TIMES,
    SIGNAL_SPREAD_FLOOR,
    Switches,
)

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
Signals = Iterator[Found]
_MOST_TOLD = 200
"""Comparable people that a signal names one by one."""


def identical_scores(sheets: Iterable[Signed], rules: Switches) -> Signals:
    """One and the same total for nearly all sheets of a unit."""
    least, share = rules(SIGNAL_LEAST), rules(SIGNAL_ALIKE_SHARE)
    for unit, signed in _by(sheets, lambda sheet: sheet.unit).items():
        totals = Counter(sheet.total for sheet in signed if sheet.total is not None)
        if not totals:
            continue
        total = max(totals, key=lambda each: (totals[each], each))
        alike = [sheet for sheet in signed if sheet.total == total]
        if len(alike) >= least and len(alike) >= share * len(signed):
            yield Found(
                "identical_scores",
                unit,
                None,
                {
                    "total": str(total),
                    "alike": len(alike),
                    "of": len(signed),
                    "least": least,
                    "share": str(share),
                    "sheets": _ids(alike),
                },
            )


def everyone_excellent(sheets: Iterable[Signed], rules: Switches) -> Signals:
    """Every signed sheet of a unit is excellent."""
    least = rules(SIGNAL_LEAST)
    for unit, signed in _by(sheets, lambda sheet: sheet.unit).items():
        if len(signed) >= least and all(sheet.level == "EXCELLENT" for sheet in signed):
            evidence = {
                "of": len(signed),
                "least": least,
                "sheets": [
                    {"sheet": str(sheet.id), "total": str(sheet.total)} for sheet in _sorted(signed)
                ],
            }
            yield Found("everyone_excellent", unit, None, evidence)


def late_bulk_scoring(sheets: Iterable[Signed], since: datetime, rules: Switches) -> Signals:
    """Most of a unit's sheets scored within minutes, at or after the last moment `since`."""
    least, share = rules(SIGNAL_LEAST), rules(SIGNAL_BURST_SHARE)
    minutes = rules(SIGNAL_BURST_MINUTES)
    for unit, signed in _by(sheets, lambda sheet: sheet.unit).items():
        late = [sheet for sheet in signed if sheet.scored_at >= since]
        burst = _burst(late, lambda s: s.scored_at, lambda s: s.scored_at, minutes)
        if len(burst) >= least and len(burst) >= share * len(signed):
            evidence = {
                "since": since.isoformat(),
                "first": min(sheet.scored_at for sheet in burst).isoformat(),
                "last": max(sheet.scored_at for sheet in burst).isoformat(),
                "together": len(burst),
                "of": len(signed),
                "minutes": minutes,
                "share": str(share),
                "sheets": _ids(burst),
            }
            yield Found("late_bulk_scoring", unit, None, evidence)


def bulk_acceptance(deliveries: Iterable[Decided], rules: Switches) -> Signals:
    """Most of a unit's deliveries reported and decided within the same minutes."""
    least, share = rules(SIGNAL_LEAST), rules(SIGNAL_BURST_SHARE)
    minutes = rules(SIGNAL_BURST_MINUTES)
    for unit, decided in _by(deliveries, lambda each: each.unit).items():
        burst = _burst(decided, lambda d: d.delivered_at, lambda d: d.decided_at, minutes)
        if len(burst) >= least and len(burst) >= share * len(decided):
            evidence = {
                "first": min(each.delivered_at for each in burst).isoformat(),
                "last": max(each.decided_at for each in burst).isoformat(),
                "together": len(burst),
                "of": len(decided),
                "minutes": minutes,
                "share": str(share),
                "deliveries": _ids(burst),
            }
            yield Found("bulk_acceptance", unit, None, evidence)


def outlier_quantity(loads: Iterable[Load], rules: Switches) -> Signals:
    """Accepted units a day far from the median of comparable people.

    Far: more than so many times the median deviation from the median, which counts as at least a
    share of the median. Both are medians, so that a few extreme values do not hide each other.
    """
    least, times = rules(SIGNAL_LEAST), rules(SIGNAL_OUTLIER_TIMES)
    floor = Fraction(rules(SIGNAL_SPREAD_FLOOR))
    for alike, group in _by(loads, lambda load: load.alike).items():
        if len(group) < least:
            continue
        daily = {load.posting: load.daily for load in group}
        middle = median(list(daily.values()))
        spread = max(median([abs(each - middle) for each in daily.values()]), floor * middle)
        for load in group:
            if spread and abs(daily[load.posting] - middle) > times * spread:
                evidence = {
                    "compared_by": alike,
                    "done": exact_text(load.done),
                    "days": load.days,
                    "daily": exact_text(daily[load.posting]),
                    "median": exact_text(middle),
                    "spread": exact_text(spread),
                    "times": times,
                    "floor": exact_text(floor),
                    "of": len(group),
                    "people": _compared(group),
                }
                yield Found("outlier_quantity", load.unit, load.person, evidence)


def self_equals_head(sheets: Iterable[Signed], months: int, rules: Switches) -> Signals:
    """Over `months` the head of a unit gave, to everybody, exactly what each gave himself."""
    least = rules(SIGNAL_LEAST)
    for unit, signed in _by(sheets, lambda sheet: sheet.unit).items():
        assessed = [sheet for sheet in signed if sheet.self_marks is not None]
        if len(assessed) >= least and all(s.self_marks == s.head_marks for s in assessed):
            evidence = {
                "of": len(assessed),
                "least": least,
                "months": months,
                "sheets": [
                    {
                        "sheet": str(sheet.id),
                        "marks": [exact_text(m) for m in sheet.self_marks or ()],
                    }
                    for sheet in _sorted(assessed)
                ],
            }
            yield Found("self_equals_head", unit, None, evidence)


def heavy_product(loads: Iterable[Load], rules: Switches) -> Signals:
    """One product that is more than the warned share of what a person was first assigned."""
    warned = rules(PRODUCT_SHARE_WARNING)
    for load in loads:
        planned = [piece for piece in load.pieces if piece.origin in ASSIGNED]
        total = sum((piece.units for piece in planned), Decimal())
        heavy = [piece for piece in planned if piece.units > warned * total]
        if heavy:
            evidence = {
                "total": exact_text(total),
                "warned": str(warned),
                "lines": [_weighed(piece, total) for piece in heavy],
            }
            yield Found("heavy_product", load.unit, load.person, evidence)


def median(values: Sequence[Fraction]) -> Fraction:
    """The middle value, or the mean of the two in the middle; `values` has at least one."""
    ordered, half = sorted(values), len(values) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def _compared(group: Sequence[Load]) -> list[Mapping[str, Any]]:
    """Who was compared; of a large group nobody by name, since its numbers alone would be pages."""
    if len(group) > _MOST_TOLD:
        return []
    return [
        {"posting": str(each.posting), "done": exact_text(each.done), "days": each.days}
        for each in sorted(group, key=lambda each: each.posting)
    ]


def _weighed(piece: Piece, total: Decimal) -> Mapping[str, Any]:
    return {
        "line": str(piece.id),
        "title": piece.title,
        "units": exact_text(piece.units),
        "share": exact_text(Fraction(piece.units) / Fraction(total)),
    }


def _burst(
    rows: Sequence[T],
    begins: Callable[[T], datetime],
    ends: Callable[[T], datetime],
    minutes: int,
) -> list[T]:
    """The most rows that begin and end within one stretch of `minutes`; the earliest of those."""
    ordered = sorted(rows, key=begins)
    best: list[T] = []
    for index, first in enumerate(ordered):
        if len(ordered) - index <= len(best):
            break
        until = begins(first) + timedelta(minutes=minutes)
        inside = [row for row in _while(ordered[index:], begins, until) if ends(row) <= until]
        best = inside if len(inside) > len(best) else best
    return best


def _while(rows: Iterable[T], begins: Callable[[T], datetime], until: datetime) -> Iterator[T]:
    for row in rows:
        if begins(row) > until:
            return
        yield row


def _by(rows: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    groups: defaultdict[K, list[T]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


def _sorted(sheets: Iterable[Signed]) -> list[Signed]:
    return sorted(sheets, key=lambda sheet: (sheet.period, sheet.id))


def _ids(rows: Iterable[Signed | Decided]) -> list[str]:
    found: list[UUID] = [row.id for row in rows]
    return [str(id) for id in sorted(found)]
