"""How many of a group may be excellent: a share of those finally rated good."""

from decimal import Decimal

from resolvers.statute.bounds import Unacceptable, is_number, refused
from resolvers.statute.dated import Law
from resolvers.statute.evaluation.classes import Places
from resolvers.statute.evaluation.classes.quota import READINGS
from resolvers.statute.evaluation.steps import Step
from resolvers.statute.exact import exact_text
from resolvers.statute.party.parameters import QUOTA

READING = "strict"
"""The share is taken of those rated good in the end: it cannot exceed what the regulation says."""


def party_places(
    candidates: int, good: int, share: Decimal | None, law: Law, *, decision: str = ""
) -> Places:
    """The places among similar subjects: `candidates` are lawfully excellent, `good` are good.

    Without a `share` the usual one holds; a higher one, up to the raised share for outstanding
    results, needs the `decision` that grants it. Count over the whole group. Raises Unacceptable,
    NotInForce.
    """
    for name, count in (("candidates", candidates), ("good", good)):
        if type(count) is not int or count < 0:
            raise refused(name, "must be a whole number from 0", count)
    shares = law(QUOTA)
    part = shares["usual"] if share is None else share
    if not is_number(part, 0, shares["raised"]):
        raise refused("share", f"must be a share from 0 to {shares['raised']}", part)
    if part > shares["usual"] and not decision.strip():
        raise Unacceptable("decision", f"is missing; a share above {shares['usual']} needs one")
    limit = READINGS[READING](candidates, good, part.as_integer_ratio())
    most = min(candidates, limit)
    counted = (str(candidates), str(good), exact_text(part), READING, str(limit))
    steps = (
        Step("quota_limit", counted, law.cite(QUOTA)),
        Step("quota_places", (str(candidates), str(limit), str(most)), law.cite(QUOTA)),
    )
    cites = (law.cite(QUOTA),)
    return Places(most, limit, candidates, good, part, READING, steps, cites)
