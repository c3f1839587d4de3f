"""How many may be excellent (articles 8(5) and 20(5)): whole numbers, under a declared reading."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from resolvers.statute.bounds import Unacceptable, is_number, refused
from resolvers.statute.dated import Dated, Law
from resolvers.statute.evaluation.steps import Step
from resolvers.statute.exact import Quotient, exact_text
from resolvers.statute.load import Numbers, parameter
from resolvers.statute.switches import QUOTA_READING, Switches

QUOTA_PEOPLE = parameter("evaluation/classes/quota_people")
QUOTA_ORGANISATIONS = parameter("evaluation/classes/quota_organisations")


@dataclass(frozen=True, slots=True)
class Places:
    """The excellent places of one group, and what they were counted from."""

    most: int
    """How many of the candidates may be excellent; the rest become good."""
    limit: int
    """The share of the law in whole places, also where there are fewer candidates."""
    candidates: int
    good: int
    share: Decimal
    reading: str
    steps: tuple[Step, ...]
    cites: tuple[str, ...]

    @property
    def surplus(self) -> int:
        """How many candidates become good; which ones is a person's decision, with a reason."""
        return self.candidates - self.most


def _strict(candidates: int, good: int, share: Quotient) -> int:
    """Good at the end, after the surplus has become good: x <= p (N - x), so x <= p N / (1 + p)."""
    part, whole = share
    return part * (candidates + good) // (whole + part)


def _initial(candidates: int, good: int, share: Quotient) -> int:
    """Good at first: x <= p G."""
    return share[0] * good // share[1]


def _broad(candidates: int, good: int, share: Quotient) -> int:
    """Good and better: x <= p N."""
    return share[0] * (candidates + good) // share[1]


READINGS: Mapping[str, Callable[[int, int, Quotient], int]] = MappingProxyType(
    {"strict": _strict, "initial": _initial, "broad": _broad}
)
"""By the answer to the switch `quota_reading`."""


def places(
    candidates: int,
    good: int,
    share: Decimal | None,
    switches: Switches,
    law: Law,
    *,
    decision: str = "",
    quota: Dated[Numbers] = QUOTA_PEOPLE,
) -> Places:
    """The excellent places of a group: `candidates` reached 90 points, `good` reached 70 to 90.

    Without a `share` the usual one holds; a higher one, up to the law's raised share, needs the
    `decision` that grants it. Count over a complete group of similar duties of one agency, or over
    the organisations of one recognising authority (`quota=QUOTA_ORGANISATIONS`): the parts of a
    whole never have more places together than the whole. Raises Unacceptable, NotInForce.
    """
    for name, count in (("candidates", candidates), ("good", good)):
        if type(count) is not int or count < 0:
            raise refused(name, "must be a whole number from 0", count)
    part = _share(share, decision, law(quota))
    reading = switches(QUOTA_READING)
    limit = READINGS[reading](candidates, good, part.as_integer_ratio())
    most = min(candidates, limit)
    values = (str(candidates), str(good), exact_text(part))
    steps = [
        Step("quota_limit", (*values, reading, str(limit)), QUOTA_READING.cite),
        Step("quota_places", (str(candidates), str(limit), str(most)), law.cite(quota)),
    ]
    if decision:
        steps.insert(0, Step("quota_decision", (decision, exact_text(part)), law.cite(quota)))
    cites = tuple(dict.fromkeys(step.cite for step in steps))
    law.heed(*cites)
    return Places(most, limit, candidates, good, part, reading, tuple(steps), cites)


def _share(share: Decimal | None, decision: str, shares: Numbers) -> Decimal:
    """The share that holds, found to be one that the law lets be decided."""
    usual, raised = shares["usual"], shares["raised"]
    if share is None:
        return usual
    if not is_number(share, 0, raised):
        raise refused("share", f"must be a share from 0 to {raised}", share)
    if share > usual and not decision.strip():
        raise Unacceptable("decision", f"is missing; a share above {usual} needs one")
    return share
