"""The facts of lock exceptions and petitions; told with the others by `authz.facts`."""

from dataclasses import dataclass

from authz.entities import ABSENT, AgencyId, Facts, PersonId, UnitId


@dataclass(frozen=True, slots=True)
class LockFacts(Facts):
    """A lock exception, granted or about to be."""

    unit: UnitId
    """The unit whose head scores in the month that is opened."""
    next_unit: UnitId | None
    """The next unit up that scores; its head may grant."""
    person: PersonId | None = None
    """Whom alone it concerns; None for everybody whom the unit's head scores."""
    in_force: bool = True
    """It has neither ended nor been taken back."""


@dataclass(frozen=True, slots=True)
class PetitionFacts(Facts):
    """A petition against a result, filed or about to be."""

    person: PersonId
    """Whose result it is."""
    about: str
    """"score" of a month, or "class" of a year."""
    scoring_unit: UnitId
    """The unit whose head answers for the result of the month, or scores the person."""
    deciding_unit: UnitId
    """The unit whose head decides it."""
    agency: AgencyId
    deciding_agency: AgencyId
    """The agency of `deciding_unit`."""
    state: str = ABSENT
    statement: str = ABSENT
    """asked, given, or none: the responsible head's."""
    opinion: bool = False
    """The personnel body has given its written opinion."""
    notified: bool = True
    """The result was notified to the person and is in force."""
    scorer: PersonId | None = None
    """Who signed the score; he does not decide about it as the next head up."""
