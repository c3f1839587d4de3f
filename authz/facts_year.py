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
    head_in_it: bool = False
    """The case of whoever heads `unit` today is one of the set: he decides nothing in it."""


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
    """A ground recorded against a person."""

    person: PersonId
    agency: AgencyId
    ended: bool = False
    """It has been annulled."""


@dataclass(frozen=True, slots=True)
class ClassFlagFacts(Facts):
    """A decided class that is to be looked at, or what hung on one that was replaced."""

    person: PersonId
    agency: AgencyId
    """Where the person works."""
    classifying_agency: AgencyId
    classifying_unit: UnitId
    """The unit whose head decided it."""
    managing_unit: UnitId
    """The unit whose head alone may replace it (art. 21.3)."""
    about: str
    """What is to be looked at: "hanging" on the class, its "ground", or his "organisation"."""
    ended: bool = False
    """Whether it was looked at already."""
