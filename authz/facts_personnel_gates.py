"""What a decision needs to know about a record that gates are computed from; see `authz.facts`."""

from dataclasses import dataclass

from authz.entities import AgencyId, Facts, PersonId


@dataclass(frozen=True, slots=True)
class PersonnelRecordFacts(Facts):
    """A protected state, a wish or a fact of service of one person, recorded or about to be."""

    person: PersonId
    agency: AgencyId
    """The agency that keeps the person's file."""
    ended: bool = False
    """It has been ended, annulled or withdrawn."""
