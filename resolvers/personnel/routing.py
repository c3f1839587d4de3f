"""Where a personnel action goes: the units whose heads have a part in it, and who decides.

The head of the using agency decides on staff, the head of the managing one on leaders and across
agencies (Decree 170/2025); which of the two it is, the statute says for each kind.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.organisation import (
    classifying_units_of,
    managing_units_of,
    next_unit_up,
    unit,
)
from resolvers.people import scoring_unit_of, units_headed_by
from resolvers.personnel.model import Target
from resolvers.statute.personnel import ActionKind, Deciding, Source

LEADING = ("head", "deputy")


class NobodyDecides(Refusal):
    """No head of this installation has the authority to decide on this post."""

    code = "NOBODY_DECIDES"
    vi = "Không có người đứng đầu nào trên hệ thống có thẩm quyền quyết định đối với vị trí này."


_AGENCY = select(unit.c.agency_id).where(
    unit.c.id == bindparam("unit", type_=UuidType(as_uuid=True))
)


@dataclass(frozen=True, slots=True)
class Destination:
    """The post that somebody is to take, with the row of its unit."""

    target: Target
    place: Row


@dataclass(frozen=True, slots=True)
class Case:
    """What is asked about whom, before any law is read."""

    kind: ActionKind
    held: Row
    """The post that he holds."""
    to: Destination | None
    own_wish: bool = False

    @property
    def leader(self) -> bool:
        """Whether it is about a leadership office; of an appointment, whether it is to one."""
        aimed = self.to is not None and self.to.target.office in LEADING
        return aimed or (self.held["office"] in LEADING and self.kind is not ActionKind.APPOINTMENT)

    @property
    def source(self) -> Source:
        """Whether he goes to another agency than his own."""
        return Source.EXTERNAL if self.goes_elsewhere else Source.INTERNAL

    @property
    def goes_elsewhere(self) -> bool:
        return self.to is not None and self.to.place["agency_id"] != self.held["agency_id"]


@dataclass(frozen=True, slots=True)
class Route:
    """The units whose heads have a part in an action."""

    using: UUID
    receiving: UUID | None
    deciding: UUID
    scoring: UUID | None
    deciding_agency: UUID

    def columns(self) -> dict[str, Any]:
        """As the action's row keeps them."""
        return {
            "using_unit_id": self.using,
            "receiving_unit_id": self.receiving,
            "deciding_unit_id": self.deciding,
            "scoring_unit_id": self.scoring,
            "deciding_agency_id": self.deciding_agency,
        }


async def route_of(tx: Transaction, case: Case, deciding: Deciding, day: date) -> Route:
    """The route of a case on a day; raises NobodyDecides.

    It passes over what the person heads himself, in whichever of his posts.
    """
    held, to = case.held, case.to
    using = await _using(tx, held["unit_id"], held["office"], day)
    receiving = None
    if to is not None and case.goes_elsewhere:
        receiving = await _using(tx, to.target.unit, to.target.office, day)
    unit, office = held["unit_id"], held["office"]
    if to is not None and case.kind is ActionKind.APPOINTMENT:
        unit, office = to.target.unit, to.target.office
    decides = await _using(tx, unit, office, day)
    if deciding is Deciding.MANAGING:
        decides = (await managing_units_of(tx, [unit], day)).get(unit)
    headed = await units_headed_by(tx, held["person_id"], day)
    using, decides = [await _past(tx, each, headed, day) for each in (using, decides)]
    if receiving is not None:
        receiving = await _past(tx, receiving, headed, day) or decides
    if using is None or decides is None:
        raise NobodyDecides(field="posting")
    return Route(
        using=using,
        receiving=receiving,
        deciding=decides,
        scoring=await scoring_unit_of(tx, held["id"], day),
        deciding_agency=await tx.value(_AGENCY, unit=decides),
    )


async def _past(tx: Transaction, unit: UUID | None, headed: set[UUID], day: date) -> UUID | None:
    """The unit, or the next one up that is not among those headed; None where none stands there."""
    while unit in headed:
        unit = await next_unit_up(tx, unit, day)
    return unit


async def _using(tx: Transaction, unit: UUID, office: str, day: date) -> UUID | None:
    """The unit whose head leads the using agency of a post; of its own head, the one above."""
    found = await classifying_units_of(tx, [unit], day, heads=office == "head")
    return found.get(unit)
