"""What a decision needs to know about the thing a deed is done to.

Plain values, filled from the database inside the deed's transaction. The class names and the field
names are those of `schema.cedarschema`, so that a policy reads like the code that asks.
"""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, get_args, get_origin, get_type_hints
from uuid import UUID

PersonId = Annotated[UUID, "Person"]
UnitId = Annotated[UUID, "Unit"]
AgencyId = Annotated[UUID, "Agency"]

ABSENT = "none"
"""The state of a sheet, a month or a delivery that does not exist."""


class Facts:
    """The base of every kind of facts: how they are said to Cedar."""

    __slots__ = ()
    _kinds: ClassVar[tuple[tuple[str, str | None], ...]] = ()
    """Each field with the Cedar entity type that it refers to, if any."""

    def __init_subclass__(cls) -> None:
        hints = get_type_hints(cls, include_extras=True)
        cls._kinds = tuple((name, _kind(hints[name])) for name in cls.__annotations__)

    def attributes(self) -> dict[str, object]:
        """The attributes of the Cedar entity; an absent optional value is left out."""
        said = ((name, kind, getattr(self, name)) for name, kind in self._kinds)
        return {name: _cedar(value, kind) for name, kind, value in said if value is not None}

    def units(self) -> frozenset[UUID]:
        """The units that these facts mention."""
        said = (getattr(self, name) for name, kind in self._kinds if kind == "Unit")
        return frozenset(value for value in said if value is not None)


def reference(kind: str, id: UUID | str) -> dict[str, str]:
    """A Cedar entity reference, in the form that its JSON accepts under a schema."""
    return {"type": kind, "id": str(id)}


def _cedar(value: object, kind: str | None) -> object:
    if isinstance(value, frozenset):
        return [_cedar(each, kind) for each in sorted(value)]
    return reference(kind, str(value)) if kind else value


def _kind(hint: Any) -> str | None:
    for part in (hint, *get_args(hint)):
        if get_origin(part) is Annotated:
            return str(part.__metadata__[0])
    return None


@dataclass(frozen=True, slots=True)
class PlatformFacts(Facts):
    """The installation itself."""


@dataclass(frozen=True, slots=True)
class AgencyFacts(Facts):
    """An agency; one about to be established has no mandate holders, so its upper one counts."""

    agency: AgencyId
    managing_agency: AgencyId | None = None


@dataclass(frozen=True, slots=True)
class UnitFacts(Facts):
    """A unit; when one is established, `unit` is the one above it."""

    unit: UnitId
    target: UnitId | None = None
    """The unit beneath which `unit` is to be moved."""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class PostingFacts(Facts):
    """A post held, or about to be held, by a person in a unit."""

    person: PersonId
    unit: UnitId
    last: bool = False
    """Ending it leaves the unit without anybody who manages it."""


@dataclass(frozen=True, slots=True)
class LoginFacts(Facts):
    """A login about to be linked to a person."""

    person: PersonId
    agencies: frozenset[AgencyId]
    """The agency that holds the person's file and every one where he has a post or a mandate."""


@dataclass(frozen=True, slots=True)
class MandateFacts(Facts):
    """A role bound to a unit, held or about to be held by a person."""

    person: PersonId
    unit: UnitId
    kind: str
    last: bool = False
    """Nobody else holds this role for the unit."""


@dataclass(frozen=True, slots=True)
class DelegationFacts(Facts):
    """A head's authority lent, or about to be lent, to `person`."""

    person: PersonId
    appointer: PersonId
    unit: UnitId
    eligible: bool = True
    """The person holds a post in the unit's agency on the days of the delegation."""


@dataclass(frozen=True, slots=True)
class PositionFacts(Facts):
    """A job position of an agency, with its indicators."""

    agency: AgencyId


@dataclass(frozen=True, slots=True)
class CatalogueFacts(Facts):
    """An edition of an agency's product list."""

    agency: AgencyId
    managing_agency: AgencyId
    """The agency whose head decides the list: the managing one, or the agency itself if it is."""
    state: str = ABSENT


@dataclass(frozen=True, slots=True)
class WorkFacts(Facts):
    """An assignment, one month's line of it, or a delivery."""

    person: PersonId
    """Who is to do the work; for work taken over, who takes it."""
    scoring_unit: UnitId
    state: str = "assigned"
    delivery: str = ABSENT
    """The delivery in question: waiting, accepted, returned, or none."""
    sheet: str = ABSENT
    """The state of the sheet that the work counts in."""
    month: str = ABSENT
    """The state of the scoring unit's month that the work counts in."""


@dataclass(frozen=True, slots=True)
class SheetFacts(Facts):
    """One person's sheet of one month."""

    person: PersonId
    scoring_unit: UnitId
    next_unit: UnitId | None
    """The next unit up that scores, above `scoring_unit`; its head may reopen."""
    state: str
    """As the sheet has it; "excused" for an open one whose person cannot assess himself."""
    month: str
    """The state of the scoring unit's month."""


@dataclass(frozen=True, slots=True)
class MonthFacts(Facts):
    """One month of one unit whose head scores."""

    unit: UnitId
    next_unit: UnitId | None
    """The next unit up that scores; its head may reopen the month."""
    state: str = ABSENT
    upper_state: str = ABSENT
    """The state of the same month in `next_unit`."""
    complete: bool = False
    """Every sheet is released and every unit beneath has closed this month."""
