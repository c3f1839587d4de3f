"""What a petition may be about: a released sheet, or a notified class; and who decides it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.codes import Code
from authz.facts import PetitionFacts
from resolvers.classification import classification
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import NotFound
from resolvers.core.permission import DENIALS
from resolvers.core.request import Request
from resolvers.core.seeing import locked
from resolvers.evaluations import sheet
from resolvers.organisation import next_unit_up, unit, unit_answering
from resolvers.people import units_headed_by

_UNIT = select(unit.c.agency_id, unit.c.closed_on).where(
    unit.c.id == bindparam("unit", type_=UuidType(as_uuid=True))
)


@dataclass(frozen=True, slots=True)
class Subject:
    """One result of one person, held, and the authority that a petition against it goes to."""

    about: str
    key: Mapping[str, Any]
    """The columns by which a petition names it."""
    row: Row
    deciding_unit: UUID
    deciding_agency: UUID
    scored_by: UUID | None
    total: Decimal | None
    level: str | None
    notified_at: datetime | None
    """None where it is not notified, or not in force any more."""

    def columns(self) -> dict[str, Any]:
        """As a petition's row tells it."""
        return {
            **self.key,
            **{name: self.row[name] for name in ("agency_id", "person_id", "scoring_unit_id")},
            "about": self.about,
            "deciding_unit_id": self.deciding_unit,
            "deciding_agency_id": self.deciding_agency,
            "scored_by": self.scored_by,
            "old_total": self.total,
            "old_level": self.level,
        }

    def notice(self) -> datetime:
        """When it was notified; raises NOT_YET_NOTIFIED where it is not, as the policies do."""
        if self.notified_at is None:
            raise DENIALS[Code.NOT_YET_NOTIFIED]()
        return self.notified_at

    def facts(self) -> PetitionFacts:
        """What the policies need to know before it is filed."""
        return PetitionFacts(
            person=self.row["person_id"],
            about=self.about,
            scoring_unit=self.row["scoring_unit_id"],
            deciding_unit=self.deciding_unit,
            agency=self.row["agency_id"],
            deciding_agency=self.deciding_agency,
            notified=self.notified_at is not None,
            scorer=self.scored_by,
        )


async def score_of(tx: Transaction, request: Request, id: UUID) -> Subject:
    """A visible sheet; the next head up decides, or where none stands above the one who scores.

    Whoever is scored and whoever scored may head a unit above by now: neither decides. Raises
    NotFound.
    """
    found = await locked(tx, request.reach, sheet, id)
    if found is None:
        raise NotFound(id=id, field="sheet")
    upper, agency = await _next_up(tx, found, request.today)
    return Subject(
        about="score",
        key={"sheet_id": id, "period": found["period"], "round": found["round"]},
        row=found,
        deciding_unit=upper,
        deciding_agency=agency,
        scored_by=found["scored_by"],
        total=found["total"],
        level=found["level"],
        notified_at=found["released_at"],
    )


async def _next_up(tx: Transaction, found: Row, today: date) -> tuple[UUID, UUID]:
    """The unit whose head stands above the one who scored, and its agency; neither party heads it.

    Above a unit that is closed it is the one that stood there on its last day, or whoever answers
    for that one.
    """
    scoring: UUID = found["scoring_unit_id"]
    held = await tx.row(_UNIT, unit=scoring)
    assert held is not None
    closed = held["closed_on"]
    day = today if closed is None or closed > today else closed - timedelta(days=1)
    upper = await next_unit_up(tx, scoring, day)
    if upper is not None:
        upper = await unit_answering(tx, upper, today) or upper
    parties = [each for each in (found["person_id"], found["scored_by"]) if each is not None]
    barred = [await units_headed_by(tx, each, today) for each in parties]
    while upper is not None and any(upper in headed for headed in barred):
        upper = await next_unit_up(tx, upper, today)
    if upper is None:
        upper = await unit_answering(tx, scoring, today) or scoring
    above = await tx.row(_UNIT, unit=upper)
    assert above is not None
    return upper, above["agency_id"]


async def class_of(tx: Transaction, request: Request, id: UUID) -> Subject:
    """A visible edition of a person's class; the authority that classified decides (art. 22).

    Where the person heads that by now, the managing one does (art. 21.3). Raises NotFound.
    """
    found = await locked(tx, request.reach, classification, id)
    if found is None:
        raise NotFound(id=id, field="classification")
    headed = await units_headed_by(tx, found["person_id"], request.today)
    answering = await unit_answering(tx, found["classifying_unit_id"], request.today)
    by = "managing" if answering in headed else "classifying"
    return Subject(
        about="class",
        key={"classification_id": id, "period": date(found["year"], 1, 1)},
        row=found,
        deciding_unit=found[f"{by}_unit_id"],
        deciding_agency=found[f"{by}_agency_id"],
        scored_by=found["decided_by"],
        total=found["total"],
        level=found["applied_level"],
        notified_at=None if found["replaced_at"] else found["notified_at"],
    )
