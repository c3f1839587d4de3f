"""The entry window as it is told: its days, where it stands today, and for whom."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import cast, null
from sqlalchemy.dialects.postgresql import UUID

from resolvers.core.request import Request
from resolvers.evaluations.holding import SHEET_WINDOW
from resolvers.evaluations.tables import unit_month
from resolvers.work import Window, window_told

SHEET_WINDOW_NEEDS = ("period", SHEET_WINDOW)
MONTH_WINDOW_NEEDS = (
    "period",
    window_told(
        unit_month.c.agency_id,
        unit_month.c.unit_id,
        cast(null(), UUID(as_uuid=True)),
        unit_month.c.period,
    ),
)
"""What `told_windows` needs of each sheet or month."""


def told_windows(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[dict[str, Any]]:
    """For each row its window: `opens_on`, `closes_on`, and the `state` of today."""
    windows = [Window.of(period, told) for period, told in rows]
    return [
        {
            "opens_on": each.opens,
            "closes_on": each.closes,
            "state": each.state(request.reach.today),
        }
        for each in windows
    ]
