"""The votes of Decrees 170/2025 and 172/2025: who votes, of how many, and what it takes."""

from fractions import Fraction

from resolvers.statute.dated import Dated, Law
from resolvers.statute.load import Numbers
from resolvers.statute.personnel.parameters import (
    COUNCIL_QUORUM,
    DISCIPLINE_COUNCIL,
    OTHER_NAME,
    QUORUM,
    SHARES,
)
from resolvers.statute.personnel.procedure import About, Base, Body, Half, Short, VoteRule

HALF = Fraction(1, 2)
"""What the articles that name no other share mean by "more than half"."""


def parts(dated: Dated[Numbers], law: Law) -> Fraction:
    """A share that is kept as parts of a whole, as 2 of 3: no decimal says it."""
    share = law(dated)
    return Fraction(int(share["parts"]), int(share["of"]))


def _meeting(
    body: Body,
    place: str,
    law: Law,
    *,
    half: Half = Half.NOBODY,
    short: Short = Short.STOP,
    announced: bool = False,
    other_name: bool = False,
    decisive: bool = True,
    secret: bool = True,
) -> VoteRule:
    """A meeting of article 33(2): two thirds of those summoned, shares of all of them."""
    shares = law(SHARES)
    return VoteRule(
        body=body,
        about=About.NAMES,
        quorum=parts(QUORUM, law),
        base=Base.SUMMONED,
        majority=Fraction(shares["majority"]),
        half=half,
        short=short,
        cite=f"Decree 170/2025/NĐ-CP, art. 33(2)({place})",
        forward=Fraction(shares["forward"]) if short is Short.FORWARD else None,
        other_name=parts(OTHER_NAME, law) if other_name else None,
        decisive=decisive,
        secret=secret,
        announced=announced,
    )


def review_of_list(law: Law) -> VoteRule:
    """First meeting: the leadership goes through the list and passes it; nobody is voted on."""
    return _meeting(Body.LEADERSHIP, "a", law, decisive=False, secret=False)


def extended_leadership(law: Law) -> VoteRule:
    """Second meeting: one name each; the count is not announced."""
    return _meeting(Body.EXTENDED_LEADERSHIP, "b", law, short=Short.FORWARD)


def leadership_again(law: Law) -> VoteRule:
    """Third meeting: the same rule, announced; a new name needs two thirds of the leadership."""
    return _meeting(Body.LEADERSHIP, "c", law, short=Short.FORWARD, announced=True, other_name=True)


def key_cadres(law: Law) -> VoteRule:
    """Fourth meeting: an opinion on those put forward; noted, not announced."""
    return _meeting(Body.KEY_CADRES, "d", law, decisive=False)


def leadership_decides(law: Law) -> VoteRule:
    """Fifth meeting: more than half; between two at half each the head chooses and reports."""
    return _meeting(Body.LEADERSHIP, "đ", law, half=Half.HEAD_BETWEEN_TWO)


def _agreement(body: Body, cite: str, half: Half, short: Short, announced: bool) -> VoteRule:
    return VoteRule(
        body=body,
        about=About.AGREEMENT,
        quorum=None,
        base=Base.SUMMONED,
        majority=HALF,
        half=half,
        short=short,
        cite=cite,
        announced=announced,
    )


def sending_leadership() -> VoteRule:
    """The leadership where an outsider works: more than half of those summoned; half: the head."""
    cite = "Decree 170/2025/NĐ-CP, art. 33(3)"
    return _agreement(Body.LEADERSHIP, cite, Half.HEAD, Short.REPORT, True)


def key_cadres_again() -> VoteRule:
    """The vote of confidence before a reappointment: its count is not announced."""
    cite = "Decree 170/2025/NĐ-CP, art. 39(3)"
    return _agreement(Body.KEY_CADRES, cite, Half.HEAD, Short.REPORT, False)


def leadership_reappoints() -> VoteRule:
    """The leadership's vote on a reappointment."""
    cite = "Decree 170/2025/NĐ-CP, art. 39(5)"
    return _agreement(Body.LEADERSHIP, cite, Half.HEAD, Short.REPORT, True)


def leadership_extends() -> VoteRule:
    """The leadership's vote on extending a term to retirement: of all its members."""
    cite = "Decree 170/2025/NĐ-CP, art. 40(3)"
    return _agreement(Body.LEADERSHIP, cite, Half.HEAD, Short.REPORT, True)


def removal() -> VoteRule:
    """The leadership and the Party's standing committee on a removal; half or less: the head."""
    cite = "Decree 170/2025/NĐ-CP, art. 53(2)(b)"
    return _agreement(Body.LEADERSHIP_AND_COMMITTEE, cite, Half.HEAD, Short.HEAD, True)


def council_for_a_higher_post(law: Law) -> VoteRule:
    """An odd council of which two thirds are present; a tie is decided by the chair's own vote."""
    return VoteRule(
        body=Body.COUNCIL,
        about=About.AGREEMENT,
        quorum=parts(COUNCIL_QUORUM, law),
        base=Base.PRESENT,
        majority=HALF,
        half=Half.CHAIR,
        short=Short.STOP,
        cite="Decree 170/2025/NĐ-CP, art. 24(2)(a)",
        secret=False,
        announced=True,
        odd=True,
    )


def council_of_discipline(law: Law) -> VoteRule:
    """Three members, all of them present, by secret ballot: a recommendation, no decision."""
    return VoteRule(
        body=Body.COUNCIL,
        about=About.NAMES,
        quorum=Fraction(1),
        base=Base.PRESENT,
        majority=HALF,
        half=Half.NOBODY,
        short=Short.REPORT,
        cite="Decree 172/2025/NĐ-CP, art. 18(2)",
        announced=True,
        members=int(law(DISCIPLINE_COUNCIL)["members"]),
    )
