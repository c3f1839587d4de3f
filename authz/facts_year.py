"""What a decision needs to know about a year's classification; `authz.facts` tells them on."""

from dataclasses import dataclass

from authz.entities import ABSENT, AgencyId, Facts, PersonId, UnitId


@dataclass(frozen=True, slots=True)
class ClassificationRoundFacts(Facts):
    """One year of everybody whom the head of one unit classifies."""

    agency: AgencyId
    """The agency of that unit."""
    unit: UnitId
    managing_unit: UnitId | None = None
    """The unit whose head alone decides a larger share of excellent people."""
    state: str = ABSENT
    own: bool = False
    """The case of the person who asks, or of a head for whom he acts, is one of the set."""


@dataclass(frozen=True, slots=True)
class ClassificationFacts(Facts):
    """One person's case in a year's classification."""

    person: PersonId
    agency: AgencyId
    """Where the person works."""
    classifying_agency: AgencyId
    classifying_unit: UnitId
    managing_unit: UnitId
    scoring_unit: UnitId
    office: str
    state: str
    round: str
    """The state of the set that the case belongs to."""
    current: bool = True
    """No later edition has replaced it."""


@dataclass(frozen=True, slots=True)
class RegisterFacts(Facts):
    """A ground recorded against a person, or a flag on what hung on his classification."""

    person: PersonId
    agency: AgencyId
    ended: bool = False
    """It has been annulled, or cleared."""
