"""What a vote of a Party body comes to: quorum and majority, exact, by the body's own rule.

outcome = count_ballot(rule, Counts(summoned=9, present=8, …, choices={"GOOD": 5, …}))
outcome.quorum, outcome.chosen, outcome.needed, outcome.short_by

Regulation 366-QĐ/TW lays down no threshold for the vote on a class, so each body's regulation does;
`USUAL` is what holds where a body has set none, and says where it comes from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from resolvers.statute.bounds import Unacceptable, refused

MOST_PEOPLE = 100_000
"""More than any body has; keeps what comes from outside in bounds."""
OPEN_BY = "Regulation 366-QĐ/TW, art. 12"
"""The article that leaves the vote to the body."""


class Base(StrEnum):
    """Of whom a share is taken."""

    SUMMONED = "summoned"
    """All who were called to the meeting: the members of the body who may vote."""
    PRESENT = "present"
    """Those of them who took part in it."""
    VALID = "valid"
    """The valid ballots."""


class Threshold(NamedTuple):
    """A share that must be reached, or passed."""

    part: int
    whole: int
    more: bool
    """More than the share; otherwise the share itself is enough."""

    def least(self, of: int) -> int:
        """The fewest of `of` that satisfy it; may be one more than there are."""
        if self.more:
            return self.part * of // self.whole + 1
        return -(-self.part * of // self.whole)


class BallotRule(NamedTuple):
    """When a vote of a body counts, and when something is chosen by it."""

    quorum: Threshold
    """Of the summoned, how many must be present."""
    majority: Threshold
    base: Base
    """Of whom the majority is taken."""


USUAL = BallotRule(Threshold(2, 3, False), Threshold(1, 2, True), Base.SUMMONED)
"""Two thirds present; more than half of the members. A default, not the law of this vote: the
Party Charter asks for more than half of the members of a body for its resolutions (article 9(5)).
"""
QUORUM_CITE = f"Agency rule ballot_quorum, left open by {OPEN_BY}"
MAJORITY_CITE = f"Agency rule ballot_majority, left open by {OPEN_BY}"


class Counts(NamedTuple):
    """A counted vote. Ballots that nobody gave back are issued and not returned."""

    summoned: int
    present: int
    issued: int
    returned: int
    valid: int
    invalid: int
    """Returned, and not to be counted: blank, or against the rules of the ballot."""
    choices: Mapping[str, int]
    """The valid ballots, by what they say."""


class Fault(StrEnum):
    """Why counts cannot be those of one vote."""

    MORE_BALLOTS_THAN_PEOPLE = "more_ballots_than_people"
    SUMS_DISAGREE = "sums_disagree"


class CountsDisagree(Unacceptable):
    """The counts cannot be those of one vote; `fault` says in which way."""

    def __init__(self, fault: Fault, field: str, allowed: str) -> None:
        self.fault = fault
        super().__init__(field, allowed)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a vote came to, with the numbers that decided."""

    quorum: bool
    needed_present: int
    chosen: str | None
    """What reached the majority; None without a quorum, short of it, or where two did."""
    base: int
    """The number that the majority was taken of."""
    needed: int
    leading: str | None
    """What got most votes; None where several did, or nobody voted for anything."""
    short_by: int
    """How many votes the leading choice lacks; 0 where it has enough."""
    cites: tuple[str, ...]


def count_ballot(rule: BallotRule, counts: Counts) -> Outcome:
    """What a vote came to. Raises CountsDisagree, Unacceptable."""
    demand_agreement(counts)
    of = {
        Base.SUMMONED: counts.summoned,
        Base.PRESENT: counts.present,
        Base.VALID: counts.valid,
    }[rule.base]
    needed_present = rule.quorum.least(counts.summoned)
    needed = max(1, rule.majority.least(of))
    quorum = counts.summoned > 0 and counts.present >= needed_present
    most = max(counts.choices.values(), default=0)
    first = [name for name, votes in counts.choices.items() if votes == most]
    leading = first[0] if most and len(first) == 1 else None
    chosen = leading if quorum and most >= needed else None
    return Outcome(
        quorum=quorum,
        needed_present=needed_present,
        chosen=chosen,
        base=of,
        needed=needed,
        leading=leading,
        short_by=max(0, needed - most),
        cites=(QUORUM_CITE, MAJORITY_CITE),
    )


def demand_agreement(counts: Counts) -> None:
    """Raises CountsDisagree, and Unacceptable for what is no count of people."""
    numbers = {name: getattr(counts, name) for name in Counts._fields if name != "choices"}
    for name, number in (*numbers.items(), *counts.choices.items()):
        if type(number) is not int or not 0 <= number <= MOST_PEOPLE:
            raise refused(name, f"must be a whole number from 0 to {MOST_PEOPLE}", number)
    for fewer, more in (("present", "summoned"), ("issued", "present"), ("returned", "issued")):
        if numbers[fewer] > numbers[more]:
            raise CountsDisagree(
                Fault.MORE_BALLOTS_THAN_PEOPLE, fewer, f"at most {more}, {numbers[more]}"
            )
    if counts.valid + counts.invalid != counts.returned:
        raise CountsDisagree(Fault.SUMS_DISAGREE, "returned", "must be valid and invalid together")
    if sum(counts.choices.values()) != counts.valid:
        raise CountsDisagree(Fault.SUMS_DISAGREE, "valid", "must be the choices together")


def threshold(text: str, *, more: bool, field: str) -> Threshold:
    """A share written as "2/3", from a half to the whole. Raises Unacceptable.

    Less than a half could be reached by two at once, and would be nobody's majority.
    """
    part, slash, whole = text.partition("/")
    plain = all(number.isascii() and number.isdigit() for number in (part, whole))
    if not slash or not plain or len(text) > 7:
        raise refused(field, 'must be a share like "2/3"', text)
    found = Threshold(int(part), int(whole), more)
    if not 0 < found.part <= found.whole <= 2 * found.part:
        raise refused(field, "must be a share from 1/2 to 1/1", text)
    if found.part == found.whole and more:
        raise refused(field, "nothing is more than the whole", text)
    return found
