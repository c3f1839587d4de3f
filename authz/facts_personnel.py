"""What a decision needs to know about a personnel action; `authz.facts` tells it on."""

from dataclasses import dataclass

from authz.entities import ABSENT, AgencyId, Facts, PersonId, UnitId


@dataclass(frozen=True, slots=True)
class PersonnelFacts(Facts):
    """A personnel action on one person, or one step of it."""

    person: PersonId
    agency: AgencyId
    """Where the person works."""
    using_unit: UnitId
    """The unit whose head leads the using agency, as far as this person is concerned."""
    deciding_agency: AgencyId
    deciding_unit: UnitId
    """The unit whose head decides, and nobody else."""
    receiving_agency: AgencyId
    """The agency that he is to go to; his own, if he stays."""
    receiving_unit: UnitId
    """The unit whose head leads that one."""
    scoring_unit: UnitId | None = None
    """The unit whose head scores the person; None where nobody does."""
    proposing_unit: UnitId | None = None
    """The unit as whose head it was proposed; None for the personnel body and the person."""
    proposer: PersonId | None = None
    own_wish: bool = False
    """He has asked for it himself, or nobody else could."""
    owner: str = ABSENT
    """Whose step is next: proposer, personnel_body, deciding_head, person, party_committee,
    sending_agency or receiving_agency; of an agreement, whose."""
    hears: bool = False
    """At the next step the person is to be heard."""
    agreed: bool = False
    """The agency whose agreement it is has agreed already."""
    state: str = ABSENT
    complete: bool = False
    """Every step before the decision is done, and both agencies have agreed."""
    begun: bool = False
    """Its day has come."""
    lasts: bool = False
    """It holds today for some days only, and they are not over."""
    heard: bool = False
    """Of what the person says himself: he was heard at its step."""
    spoken: bool = False
    """Likewise: he has spoken at it already."""
