"""What a decision needs to know in the Party's own record; `authz.facts` tells it on."""

from dataclasses import dataclass

from authz.entities import ABSENT, Facts, PartyBodyId, PersonId


@dataclass(frozen=True, slots=True)
class PartyBodyFacts(Facts):
    """A Party organisation or collective, standing or about to be founded."""

    keeper: PartyBodyId | None = None
    """The organisation above it; None for one that stands on top."""
    closed: bool = False
    occupied: bool = False
    """It still has members, offices or organisations beneath it."""


@dataclass(frozen=True, slots=True)
class PartyMemberFacts(Facts):
    """A membership in a branch."""

    person: PersonId
    keeper: PartyBodyId
    """The organisation that keeps the branch's roll: the one above it, or the branch itself."""
    target_keeper: PartyBodyId
    """The same of the branch that he goes to; that of his own, where he goes nowhere."""
    ended: bool = False


@dataclass(frozen=True, slots=True)
class PartyOfficeFacts(Facts):
    """An office in a Party organisation or collective."""

    person: PersonId
    body: PartyBodyId
    keeper: PartyBodyId
    """The organisation above it, or it itself where it stands on top."""
    kind: str
    first: bool = False
    """It stands on top, and nobody has ever been its secretary."""
    last: bool = False
    """It stands on top, and nobody else is its secretary."""
    ended: bool = False


@dataclass(frozen=True, slots=True)
class PartyCampaignFacts(Facts):
    """One committee's review of a year or a quarter, open or about to be."""

    body: PartyBodyId
    state: str = ABSENT


@dataclass(frozen=True, slots=True)
class PartyReviewFacts(Facts):
    """The review of a member or a collective."""

    deciding_body: PartyBodyId
    state: str
    person: PersonId | None = None
    """None for a collective."""
    current: bool = True
    """No other edition has replaced it."""


@dataclass(frozen=True, slots=True)
class PartyVoiceFacts(Facts):
    """One voice on a review."""

    kind: str
    state: str
    """Of the review."""
    turn: bool
    """Every voice before it has spoken."""
    given: bool
    """It has spoken."""
    person: PersonId | None = None
    """Whom the review is about; None for a collective."""
    body: PartyBodyId | None = None
    """Whose voice it is; None for a member's own."""
    speaker_concerned: bool = False
    """Whoever speaks for the body is the one whom the review is about."""
    waits_for: str = ABSENT
    """collective or head: whose review has to be spoken on first."""
