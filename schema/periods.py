"""How long the period is that a row is about (Decree 335/2025, art. 3.4)."""

from typing import Any

from resolvers.organisation import months_in
from schema.mapping import column


def period_months(rows: Any, description: str = "1, or 3 for a quarter.") -> Any:
    """The months of the period of a row that has `agency_id` and `period`."""
    return column(months_in(rows.c.agency_id, rows.c.period), description=description)
