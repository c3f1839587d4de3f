"""What a decision needs to know of the Party's votes, topics, meetings and decisions."""

from dataclasses import dataclass

from authz.entities import ABSENT, Facts, PartyBodyId, PersonId


@dataclass(frozen=True, slots=True)
class PartyRuleFacts(Facts):
    """How a body votes."""

    body: PartyBodyId


@dataclass(frozen=True, slots=True)
class PartyBallotFacts(Facts):
    """A body's vote about a review, open or about to be."""

    body: PartyBodyId
    review: str
    """open, or settled."""
    person: PersonId | None = None
    """Whom the review is about; None for a collective."""
    state: str = ABSENT
    on_roll: bool = False
    """The asker is on the ballot's roll."""
    may_vote: bool = False
    """He is, and not as the one whom the rule keeps from the vote about himself."""
    voted: bool = False


@dataclass(frozen=True, slots=True)
class PartyTopicFacts(Facts):
    """A point that a committee above wants answered in a review, written or about to be."""

    author: PartyBodyId
    """The committee that writes it."""
    above: bool
    """It decides on the review, or stands above who does."""
    body: PartyBodyId
    """Of the review."""
    review: str
    """open, or settled."""
    spoken: bool
    """The self-review is given."""
    person: PersonId | None = None
    """Whom the review is about; None for a collective."""


@dataclass(frozen=True, slots=True)
class PartyMeetingFacts(Facts):
    """A body's review meeting, prepared or held."""

    body: PartyBodyId


@dataclass(frozen=True, slots=True)
class PartyDecisionFacts(Facts):
    """A committee's set of reviews, about to be decided."""

    body: PartyBodyId
    state: str
    own: bool
    """The asker's own review is in it."""
