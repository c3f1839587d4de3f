"""Everything that an answer may depend on, besides its arguments and the database."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from authz.reach import Reach

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Request:
    """Who asks, what that person reaches, and the one reading of the clock, made at the door.

    `today` is the day in Asia/Ho_Chi_Minh; `now` is the same instant with its zone.
    """

    reach: Reach
    now: datetime
    today: date
    language: Language = "vi"
    trace_id: str = ""
    channel: str = field(default="api")
    """Where the deed came from: api, portal, command, import, worker."""
    modules: frozenset[str] = frozenset()
    """Of the modules that an installation may leave out (`resolvers.core.modules`), those it has
    configured."""
