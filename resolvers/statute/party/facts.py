"""What a Party review depends on, as plain values. Shares are of 1, exact."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from resolvers.statute.bounds import Exact


class Category(StrEnum):
    """Whom a review is about: the forms 2A, 2B, 2C and 01 of Guidance 43-HD/BTCTW."""

    LEADER = "leader"
    MEMBER = "member"
    OUTSIDE = "outside"
    """A member who works outside the political system."""
    COLLECTIVE = "collective"


class FourParts(NamedTuple):
    """What local guides count a leader's results from, each a share from 0 to 1."""

    quantity: Exact
    quality: Exact
    timeliness: Exact
    leadership: Exact


Results: TypeAlias = Exact | FourParts | Mapping[str, FourParts]
"""Points from 0 to 70; or the four parts; or the four parts of each axis, by its code."""


class Assessment(NamedTuple):
    """What one voice found."""

    general: Exact
    """Points for the general criteria, 0 to 30."""
    results: Results


class Ground(StrEnum):
    """What competent bodies decided or concluded: each alone makes the lowest level."""

    WRONGDOING = "WRONGDOING"
    """Wrongdoing in personnel work, disunity."""
    MEMBER_DISCIPLINED = "MEMBER_DISCIPLINED"
    """Of a collective: a member disciplined, from a reprimand up, for a breach of duty."""
    DUTY_DISCIPLINE = "DUTY_DISCIPLINE"
    DEGRADATION = "DEGRADATION"
    FORBIDDEN_CONDUCT = "FORBIDDEN_CONDUCT"
    """What Party members must not do, or a breach of the duty to set an example."""
    CORRUPTION_IN_CHARGE = "CORRUPTION_IN_CHARGE"
    """Of a leader: corruption or waste in what he directly answers for, dealt with."""


class PartyFacts(NamedTuple):
    """All that a level depends on, besides the law and the scheme."""

    category: Category
    points: Exact
    completed: Exact = 1
    """The share of tasks completed."""
    late: Exact = 0
    """The share of tasks behind schedule; 0 if all were on time."""
    exceeded: Exact = 0
    """The share of tasks completed beyond what was asked; of a leader, in the places he leads."""
    not_completed: Exact = 0
    """The share of tasks rated not completed."""
    plan: Exact = 1
    """Of a leader or a collective: the share of the plan of the field that was completed."""
    quality: bool = True
    repaired: bool = True
    """Whether all faults pointed out before are mended; so if there were none."""
    unit_disciplined: bool = False
    """Of a collective: a subordinate body or a member was disciplined, in whatever way."""
    targets_missed: bool = False
    """Of a leader or a collective: the basic socio-economic targets, where they apply."""
    failed_units: int = 0
    units: int = 0
    """Of a leader: the units under his charge, and how many of them did not complete."""
    low_confidence: int = 0
    ballots: int = 0
    """Of a leader: the votes of confidence cast on him, and how many of them were low."""
    grounds: frozenset[Ground] = frozenset()
    excused: bool | None = None
    """Whether the superior committee accepted force majeure, or that the fault was found and mended
    by oneself; None where nobody decided."""
    objective: bool = False
    """Whether an unfinished quarter is due to objective causes, as local guides ask."""
    quarter: bool = False
    """A quarter, not a year."""
