"""The entry window: between which days a period takes what is written about it (art. 17.3, 18.2).

Its sheets are filled in from a day of its first month, and with a day of the month after it all
entry ends; both days are the agency's, as its rule stands on the period's last day. A lock
exception opens the window for a unit or a person until it ends by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, DateTime, bindparam, func, select
from sqlalchemy.dialects.postgresql import JSONB

from authz.facts import EXCEPTED, NOT_OPEN, OPEN, OVER
from resolvers.core.days import holds, last_day
from resolvers.organisation import agency_switch, last_of_period, months_in
from resolvers.statute.calendar import entry_window
from resolvers.statute.switches import ENTRY_CLOSES_DAY, ENTRY_OPENS_DAY, Switches

NOW: ColumnElement[datetime] = bindparam("now", type_=DateTime(timezone=True))
"""The instant of the request; deeds give it, the graph binds it."""

_NAMES = (ENTRY_OPENS_DAY.name, ENTRY_CLOSES_DAY.name)


@dataclass(frozen=True, slots=True)
class Window:
    """The days of one period's entry, and whether somebody has opened it beyond them."""

    opens: date
    """From this day its sheets may be filled in."""
    closes: date
    """With the end of this day all entry ends."""
    lifted: bool
    """A lock exception is in force."""

    @classmethod
    def of(cls, period: date, told: Mapping[str, Any]) -> "Window":
        """The window of the period that begins on `period`, from the value of `window_told`."""
        last = last_day(period, told["months"])
        days = entry_window(period, last, Switches.of(told["chosen"] or {}))
        return cls(days.opens, days.closes, told["lifted"])

    def state(self, today: date) -> str:
        """What the policies are told: one of NOT_OPEN, OPEN, OVER, EXCEPTED."""
        if self.lifted:
            return EXCEPTED
        if today < self.opens:
            return NOT_OPEN
        return OPEN if today <= self.closes else OVER


def window_told(agency: Any, unit: Any, person: Any, period: Any) -> ColumnElement[Any]:
    """What `Window.of` needs to know, as one value of a statement that gives `:now`.

    `unit` is the unit whose head scores; `person` is null for what concerns the unit as a whole.
    Whether a lock exception is in force is all that is told of it, also to those who may not read
    it: a using agency's head is scored in another agency.
    """
    chosen = (
        select(func.jsonb_object_agg(agency_switch.c.name, agency_switch.c.value, type_=JSONB))
        .where(
            agency_switch.c.agency_id == agency,
            agency_switch.c.name.in_(_NAMES),
            holds(agency_switch, last_of_period(agency, period)),
        )
        .scalar_subquery()
    )
    lifted = func.congtam.lock_lifted(unit, person, period, NOW)
    months = months_in(agency, period)
    return func.jsonb_build_object(
        "chosen", chosen, "lifted", lifted, "months", months, type_=JSONB
    )
