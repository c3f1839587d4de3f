"""The facts of bonus and additional income; told with the others by `authz.facts`."""

from dataclasses import dataclass

from authz.entities import ABSENT, AgencyId, Facts, PersonId, UnitId


@dataclass(frozen=True, slots=True)
class SalaryFacts(Facts):
    """A person's salary, recorded or about to be."""

    person: PersonId
    agency: AgencyId
    """The agency that holds the person's file."""


@dataclass(frozen=True, slots=True)
class RegulationFacts(Facts):
    """An agency's regulation on its bonus fund."""

    agency: AgencyId
    state: str = ABSENT
    """proposed, approved or declined."""
    sent: bool = False
    """The superior has it."""


@dataclass(frozen=True, slots=True)
class RewardListFacts(Facts):
    """A list of bonuses or of additional income."""

    agency: AgencyId
    """The agency whose fund it draws on, and whose head approves it."""
    state: str = ABSENT
    """draft, proposed, approved, paid or withdrawn."""
    corrects: bool = False
    """It settles what changed after another list was approved."""
    own: bool = False
    """The person who asks is on it, with a line that is decided by approving the list."""


@dataclass(frozen=True, slots=True)
class RewardLineFacts(Facts):
    """One person's line of a list."""

    person: PersonId
    agency: AgencyId
    deciding_unit: UnitId
    """The unit whose head decides it."""
    above: bool
    """That is not the agency's own head: it is his line."""
    state: str
    """listed, not_rated, left_out, approved, declined or withdrawn."""
    list_state: str
    """The state of its list."""
