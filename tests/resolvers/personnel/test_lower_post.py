"""Rated not completed: a proposal, a hearing, and a lower post by the head who may decide it."""

from resolvers import personnel as deeds
from tests.resolvers.personnel.story import JULY, Personnel
from tests.resolvers.town import FOUNDED


async def proposed(personnel: Personnel, by: str = "officer"):
    case = await personnel.classed("clerk")
    grounds = [deeds.Cited(classification=case)]
    return await personnel.propose(
        "lower_post", "clerk", by, to=("team", "member"), grounds=grounds
    )


async def test_goes_from_the_proposal_to_its_day(personnel: Personnel) -> None:
    id = await proposed(personnel)
    await personnel.walk(id, "clerk", "chair")
    await personnel.decide(id, "chair")
    assert await personnel.held("clerk") == [
        ("office", "member", FOUNDED, JULY),
        ("team", "member", JULY, None),
    ]
    row = await personnel.row(id)
    assert (row["state"], row["effective_on"]) == ("decided", JULY)
