"""What a decision needs to know about discipline and dossiers; `authz.facts` tells it on."""

from dataclasses import dataclass

from authz.entities import ABSENT, AgencyId, Facts, PersonId, UnitId


@dataclass(frozen=True, slots=True)
class DisciplineFacts(Facts):
    """A procedure, a decision on discipline, or the correction of one."""

    person: PersonId
    agency: AgencyId
    """The agency that keeps the person's file now."""
    state: str = ABSENT
    """under_way or closed; standing or annulled; waiting or announced; none for a new one."""
    unit: UnitId | None = None
    """Of a correction: the unit whose head leads the agency that owes it."""


@dataclass(frozen=True, slots=True)
class DossierRequestFacts(Facts):
    """One agency asks another for a person's record, for a purpose."""

    agency: AgencyId
    """The agency that asks."""
    unit: UnitId
    """Its unit whose head decides on the matter."""
    from_agency: AgencyId
    """The agency that keeps the record."""
    from_unit: UnitId
    """The unit whose head leads that agency."""
    person: PersonId | None = None
    """Who is meant, where the agency that is asked has looked."""
    state: str = ABSENT
    """asked, granted or declined."""


@dataclass(frozen=True, slots=True)
class DossierFacts(Facts):
    """A dossier that is open to another agency, or has been, or is about to be."""

    person: PersonId
    agency: AgencyId
    """The agency that may read it."""
    unit: UnitId
    """Its unit whose head decides on the matter."""
    from_agency: AgencyId
    basis: str = ABSENT
    """handover: granted by the agency that keeps it; request: opened by the person himself."""
    state: str = ABSENT
    """open, ahead, expired or revoked."""
    same_purpose: bool = True
    """It is read for the purpose that it was opened for."""
    same_person: bool = True
    """It is read about the person whose it is."""
