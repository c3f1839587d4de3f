"""Counting a vote: quorum, who is chosen, who goes forward, who decides at exactly half."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from resolvers.statute.bounds import Unacceptable, refused
from resolvers.statute.dated import Law
from resolvers.statute.personnel.parameters import LOW_REMOVAL, LOW_RESIGNATION
from resolvers.statute.personnel.procedure import (
    AGREE,
    DISAGREE,
    About,
    Base,
    Half,
    Short,
    VoteRule,
)
from resolvers.statute.personnel.rules_of_votes import parts
from resolvers.statute.personnel.wording import Finding

MOST_PEOPLE = 100_000
"""More than any meeting has; keeps what comes from outside in bounds."""


@dataclass(frozen=True, slots=True)
class VoteOutcome:
    """What a vote came to, with the numbers that decided."""

    quorum: bool
    chosen: str | None
    """Who (or AGREE, DISAGREE) has the majority; None without a quorum."""
    forward: tuple[str, ...]
    """Who goes forward to the next step, most votes first: the chosen one alone if there is one."""
    head_chooses: tuple[str, ...]
    """Between whom (or what) the head decides, and reports the differing opinions."""
    stopped: bool
    """Whether nothing further may be done before the deciding authority says so."""
    findings: tuple[Finding, ...]
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Count:
    """A vote being counted."""

    rule: VoteRule
    base: int
    votes: Mapping[str, int]
    said: list[Finding]

    def share(self, name: str) -> Fraction:
        return Fraction(self.votes[name], self.base) if self.base else Fraction(0)

    def say(self, key: str, *values: str) -> None:
        self.said.append(Finding(key, values, self.rule.cite))


def count_vote(
    rule: VoteRule,
    summoned: int,
    present: int,
    votes: Mapping[str, int],
    *,
    listed: Collection[str] | None = None,
    chair: str | None = None,
) -> VoteOutcome:
    """What a vote comes to.

    `votes`: by person (or AGREE and DISAGREE), how many; blank and spoilt ballots are in none.
    `listed`: who was put forward before, where another name needs more; None means everybody was.
    `chair`: what the chair of a council voted. Raises Unacceptable, by field, for counts that
    cannot be those of one vote: more present than summoned, more ballots than people present.
    """
    _demand_sense(rule, summoned, present, votes)
    said: list[Finding] = []
    base = summoned if rule.base is Base.SUMMONED else present
    count = _Count(rule, base, votes, said)
    if not _has_quorum(count, summoned, present):
        return _outcome(count, quorum=False, stopped=True)
    if not rule.decisive:
        ranked = tuple(sorted(votes, key=lambda name: (-votes[name], name)))
        count.say("opinion_noted", str(sum(votes.values())), str(base))
        return _outcome(count, forward=ranked)
    chosen = _chosen(count, listed)
    if chosen is not None:
        return _outcome(count, chosen=chosen, forward=(chosen,))
    return _at_half(count, chair) or _short(count, listed)


def _demand_sense(rule: VoteRule, summoned: int, present: int, votes: Mapping[str, int]) -> None:
    for name, number in (("summoned", summoned), ("present", present), *votes.items()):
        if type(number) is not int or not 0 <= number <= MOST_PEOPLE:
            raise refused(name, f"must be a whole number from 0 to {MOST_PEOPLE}", number)
    if present > summoned:
        raise Unacceptable("present", f"at most those summoned, {summoned}")
    if sum(votes.values()) > present:
        raise Unacceptable("votes", f"at most those present, {present}")
    if rule.about is About.AGREEMENT and not votes.keys() <= {AGREE, DISAGREE}:
        raise Unacceptable("votes", f"must be {AGREE} and {DISAGREE}")
    if rule.members is not None and summoned != rule.members:
        raise Unacceptable("summoned", f"must be {rule.members}")
    if rule.odd and summoned % 2 == 0:
        raise Unacceptable("summoned", "must be an odd number")


def _has_quorum(count: _Count, summoned: int, present: int) -> bool:
    """Whether enough of those summoned are there; nobody summoned is never enough."""
    least = count.rule.quorum
    if least is None:
        return summoned > 0
    needed = -(-least.numerator * summoned // least.denominator)
    met = summoned > 0 and present >= needed
    count.say("quorum_met" if met else "quorum_missed", str(present), str(summoned), str(needed))
    return met


def _chosen(count: _Count, listed: Collection[str] | None) -> str | None:
    """Who has more than the majority: nobody, or one; at most one can have more than half."""
    for name in sorted(count.votes, key=lambda name: -count.votes[name]):
        share = count.share(name)
        if share <= count.rule.majority:
            return None
        if not _may_be_chosen(count, name, listed):
            count.say("other_name_short", name, str(share), str(count.rule.other_name))
            return None
        count.say("chosen", name, str(count.votes[name]), str(count.base), str(share))
        return name
    return None


def _may_be_chosen(count: _Count, name: str, listed: Collection[str] | None) -> bool:
    """A name that was not put forward before needs its own, larger share."""
    least = count.rule.other_name
    if least is None or listed is None or name in listed:
        return True
    return count.share(name) >= least


def _at_half(count: _Count, chair: str | None) -> VoteOutcome | None:
    """What follows where exactly half is reached; None where that decides nothing."""
    rule = count.rule
    names = tuple(sorted(name for name in count.votes if count.share(name) == rule.majority))
    if not names or rule.half is Half.NOBODY:
        return None
    if rule.half is Half.CHAIR:
        if chair not in names:
            raise Unacceptable("chair", "the chair's own vote decides a tie")
        count.say("chair_decided", str(chair))
        return _outcome(count, chosen=chair, forward=(str(chair),))
    if rule.half is Half.HEAD_BETWEEN_TWO and len(names) < 2:
        return None
    between = (AGREE, DISAGREE) if rule.about is About.AGREEMENT else names
    if rule.about is About.AGREEMENT and AGREE not in names:
        return None
    count.say("head_decides_at_half", str(rule.majority))
    return _outcome(count, head_chooses=between)


def _short(count: _Count, listed: Collection[str] | None) -> VoteOutcome:
    """What follows where nobody has the majority."""
    rule = count.rule
    if rule.short is Short.HEAD:
        count.say("head_decides_below")
        return _outcome(count, head_chooses=(AGREE, DISAGREE))
    if rule.short is Short.FORWARD and rule.forward is not None:
        least = rule.forward
        # Another name that lacks its larger share stays out of the list.
        names = [
            name
            for name in count.votes
            if count.share(name) >= least and _may_be_chosen(count, name, listed)
        ]
        if names:
            names.sort(key=lambda name: (-count.votes[name], name))
            count.say("forwarded", " ".join(names), str(least))
            return _outcome(count, forward=tuple(names))
    key = "reported_below" if rule.short is Short.REPORT else "stopped"
    count.say(key)
    return _outcome(count, stopped=True)


def _outcome(
    count: _Count,
    *,
    quorum: bool = True,
    chosen: str | None = None,
    forward: tuple[str, ...] = (),
    head_chooses: tuple[str, ...] = (),
    stopped: bool = False,
) -> VoteOutcome:
    said = tuple(count.said)
    return VoteOutcome(quorum, chosen, forward, head_chooses, stopped, said, (count.rule.cite,))


class LowConfidence(StrEnum):
    """What low confidence gives ground to consider."""

    RESIGNATION = "resignation"
    REMOVAL = "removal"


def low_confidence(low: int, ballots: int, law: Law) -> LowConfidence | None:
    """What `low` low-confidence votes of `ballots` give ground for; None for neither.

    More than two thirds: removal; more than half, up to two thirds: resignation. Raises
    Unacceptable where there are more votes than ballots, or no ballots.
    """
    for name, number in (("low", low), ("ballots", ballots)):
        if type(number) is not int or not 0 <= number <= MOST_PEOPLE:
            raise refused(name, f"must be a whole number from 0 to {MOST_PEOPLE}", number)
    if not ballots or low > ballots:
        raise Unacceptable("low", f"at most the ballots, {ballots}, of which there is one at least")
    share = Fraction(low, ballots)
    if share > parts(LOW_REMOVAL, law):
        return LowConfidence.REMOVAL
    if share > Fraction(law(LOW_RESIGNATION)["above"]):
        return LowConfidence.RESIGNATION
    return None
