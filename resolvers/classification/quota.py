"""How many may be excellent: in each group of similar duties and in the whole set (art. 20.5)."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from resolvers.classification.holding import ROUND
from resolvers.classification.tables import READINGS, quota_decision, round_group
from resolvers.core.database import Row, Transaction
from resolvers.core.ids import new_id
from resolvers.statute.dated import Law
from resolvers.statute.evaluation.classes import Places, places
from resolvers.statute.switches import QUOTA_READING, Switches

WHOLE = ""
"""The key of the group that is the whole set."""
WHOLE_NAMES = {
    "staff": "Toàn cơ quan",
    "heads": "Người đứng đầu các cơ quan cấp dưới trực tiếp",
}


@dataclass(frozen=True, slots=True)
class Levelled:
    """One case as the quota counts it."""

    quota_set: str
    duty_group: str
    name: str
    level: str | None
    """After discipline and the organisation's class; None if not rated."""
    applied: str | None = None
    """After the quota, where it was decided."""


@dataclass(frozen=True, slots=True)
class Share:
    """The share that holds: the usual one, or a larger one by decision."""

    value: Decimal | None
    decision: str


_SHARE = (
    select(quota_decision.c.share, quota_decision.c.number, quota_decision.c.day)
    .where(quota_decision.c.round_id == ROUND)
    .order_by(quota_decision.c.decided_at.desc(), quota_decision.c.id.desc())
    .limit(1)
)
GROUPS = (
    select(round_group)
    .where(round_group.c.round_id == ROUND)
    .order_by(round_group.c.quota_set, round_group.c.duty_group)
)
_COUNTED = (
    "name",
    "rated",
    "above_line",
    "good",
    "share",
    "reading",
    "places",
    *(f"places_{reading}" for reading in READINGS),
    "steps",
    "cites",
    "chosen",
)
_INSERT = insert(round_group)
_KEEP = _INSERT.on_conflict_do_update(
    index_elements=["round_id", "quota_set", "duty_group"],
    set_={name: _INSERT.excluded[name] for name in _COUNTED},
)


async def share_of(tx: Transaction, round: UUID) -> Share:
    """The share decided last for a set; the usual one where none was."""
    row = await tx.row(_SHARE, round=round)
    if row is None:
        return Share(None, "")
    return Share(row["share"], f"{row['number']} ({row['day']:%d/%m/%Y})")


def counted(
    cases: Iterable[Levelled],
    share: Share,
    switches: Switches,
    law: Law,
    standing: Iterable[Row] = (),
) -> dict[tuple[str, str], dict[str, Any]]:
    """The columns of each group, and of each whole set, by (quota_set, duty_group).

    `standing` are groups counted before: one that has nobody any more is counted empty.
    """
    names = {(row["quota_set"], row["duty_group"]): row["name"] for row in standing}
    levels: dict[tuple[str, str], Counter[str | None]] = {key: Counter() for key in names}
    excellent: Counter[tuple[str, str]] = Counter()
    decided = False
    for case in cases:
        for group, name in ((case.duty_group, case.name), (WHOLE, WHOLE_NAMES[case.quota_set])):
            key = (case.quota_set, group)
            levels.setdefault(key, Counter())[case.level] += 1
            names.setdefault(key, name)
            excellent[key] += case.applied == "EXCELLENT"
        decided = decided or case.applied is not None
    return {
        key: {
            "name": names[key],
            **_group(found, share, switches, law),
            "chosen": excellent[key] if decided else None,
        }
        for key, found in sorted(levels.items())
    }


def _group(
    levels: Mapping[str | None, int], share: Share, switches: Switches, law: Law
) -> dict[str, Any]:
    above, good = levels.get("EXCELLENT", 0), levels.get("GOOD", 0)
    found = _places(above, good, share, switches, law)
    by_reading = {
        f"places_{reading}": _places(above, good, share, _read(switches, reading), law).limit
        for reading in READINGS
    }
    return {
        "rated": sum(count for level, count in levels.items() if level is not None),
        "above_line": above,
        "good": good,
        "share": found.share,
        "reading": found.reading,
        "places": found.limit,
        **by_reading,
        "steps": [step.to_json() for step in found.steps],
        "cites": list(found.cites),
    }


def _places(above: int, good: int, share: Share, switches: Switches, law: Law) -> Places:
    return places(above, good, share.value, switches, law, decision=share.decision)


def _read(switches: Switches, reading: str) -> Switches:
    """The same answers, but for the reading of the quota."""
    return Switches(MappingProxyType({**switches.values, QUOTA_READING.name: reading}))


async def keep_groups(
    tx: Transaction,
    round: UUID,
    agency: UUID,
    groups: Mapping[tuple[str, str], Mapping[str, Any]],
) -> None:
    """Keep the counts of every group."""
    await tx.run_many(
        _KEEP,
        [
            {
                "id": new_id(),
                "round_id": round,
                "agency_id": agency,
                "quota_set": quota_set,
                "duty_group": group,
                **columns,
            }
            for (quota_set, group), columns in groups.items()
        ],
    )


async def groups_of(tx: Transaction, round: UUID) -> Sequence[Row]:
    """The groups of a set as they were counted last."""
    return await tx.rows(GROUPS, round=round)
