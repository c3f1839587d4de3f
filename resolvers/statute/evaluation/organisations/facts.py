"""What the class of an organisation's year depends on, as plain values."""

from typing import NamedTuple

from resolvers.statute.bounds import Exact


class OrganisationFacts(NamedTuple):
    """An organisation's year. Shares are of the tasks assigned in it, 0 to 1, exact."""

    points: Exact
    """Of all criteria together, 0 to 100."""
    completed: Exact
    """The share of tasks completed."""
    late: Exact
    """The share of tasks behind schedule; 0 if all were on time."""
    exceeded: Exact
    """The share of tasks completed beyond what was asked."""
    quality: bool = True
    """Whether the tasks were done with quality and effect (8(1)(a) and 8(2))."""
    failed_units: int = 0
    """How many directly subordinate units are classed not completed."""
    repaired: bool = True
    """Whether all shortcomings pointed out before are repaired (8(1)(c)); so if there were none."""
    wrongdoing: bool = False
    """Whether a competent body concluded wrongdoing in personnel work, disunity, factions or the
    buying of posts (8(4)(a))."""
    force_majeure: bool = False
    """Whether the competent authority accepts a reason of force majeure (8(4)(b))."""
