"""What becomes of the roles of somebody who is suspended, or leaves the service: of all of them.

An agency gives a role to whom it likes, also to somebody of another agency.
"""

from datetime import date
from uuid import UUID

import pytest

from resolvers import personnel as deeds
from resolvers.core.documents import Document
from resolvers.people import reach_of_person
from tests.resolvers.cast import DAY
from tests.resolvers.personnel.story import PAPER, Personnel, later
from tests.resolvers.town import mandate, posting

BACK = date(2026, 7, 7)
"""Fifteen working days after DAY."""
MANAGING = ("administrator", "personnel_officer")
MISCONDUCT = deeds.PaperGround("misconduct", PAPER)
EVERYWHERE = {"commune", "neighbour", "province"}


async def given(personnel: Personnel, who: str = "clerk") -> None:
    """He looks after three agencies as an inspector; his post is in the commune."""
    for unit in EVERYWHERE:
        await mandate(personnel.cast.town, who, "inspector", unit)


async def held(personnel: Personnel, day: date = DAY, who: str = "clerk") -> set[str]:
    """The agencies in which somebody has a role on a day."""
    town = personnel.cast.town
    async with town.database.reading() as tx:
        reach = await reach_of_person(tx, town.people[who], day)
    names = {id: name for name, id in town.agencies.items()}
    return {names[each.agency] for each in reach.mandates}


async def proposed(personnel: Personnel, kind: str, head: str) -> UUID:
    told = {"paper": MISCONDUCT}
    if kind == "termination":
        told = {"grounds": [deeds.Cited(classification=await personnel.classed("clerk"))]}
    id = await personnel.propose(kind, "clerk", **told)
    await personnel.walk(id, "clerk", head)
    return id


async def leaves_of(personnel: Personnel, deed: str) -> list[str]:
    """The agencies whose trail tells of such a deed, as often as it does."""
    names = {id: name for name, id in personnel.cast.town.agencies.items()}
    return sorted(names[leaf["agency_id"]] for leaf in await personnel.cast.leaves(deed))


@pytest.mark.parametrize(
    ("kind", "head", "after"),
    [("suspension", "chair", EVERYWHERE), ("termination", "governor", set[str]())],
)
async def test_none_is_left_in_any_agency_from_the_day_on(
    personnel: Personnel, kind: str, head: str, after: set[str]
) -> None:
    await given(personnel)
    id = await proposed(personnel, kind, head)
    await personnel.decide(id, head, DAY)
    assert await held(personnel, later(-1)) == EVERYWHERE
    assert await held(personnel) == set()
    assert await held(personnel, later(-1, BACK)) == set()
    assert await held(personnel, BACK) == after
    # What ends with a post is told with it, in its own agency.
    own = {"commune"} if kind == "termination" else set()
    assert await leaves_of(personnel, "revoke_mandate") == sorted(EVERYWHERE - own)


@pytest.mark.parametrize(("kind", "head"), [("suspension", "chair"), ("termination", "governor")])
async def test_all_are_back_where_it_is_cancelled_before_its_day(
    personnel: Personnel, kind: str, head: str
) -> None:
    await given(personnel)
    id = await proposed(personnel, kind, head)
    await personnel.decide(id, head, later(5))
    assert await held(personnel, later(5)) == set()
    told = {**await personnel.at(id), "reason": "Đã làm rõ sự việc."}
    await personnel.do(head, deeds.cancel_personnel_action, **told)
    for day in (DAY, later(5), BACK, date(2027, 1, 1)):
        assert await held(personnel, day) == EVERYWHERE
    assert await leaves_of(personnel, "grant_mandate") == sorted(EVERYWHERE)


async def test_all_are_back_where_a_suspension_ends_early(personnel: Personnel) -> None:
    await given(personnel)
    id = await proposed(personnel, "suspension", "chair")
    await personnel.decide(id, "chair", DAY)
    told = {
        **await personnel.at(id),
        "ends_on": later(4),
        "reason": "Đã làm rõ sự việc.",
        "decision": Document("400/QĐ-UBND", DAY),
    }
    await personnel.do("chair", deeds.end_personnel_action_early, today=later(4), **told)
    assert await held(personnel, later(3)) == set()
    assert await held(personnel, later(4)) == await held(personnel, BACK) == EVERYWHERE
    assert await leaves_of(personnel, "grant_mandate") == sorted(EVERYWHERE)


async def refused(personnel: Personnel, head: str, id: UUID) -> str:
    told = {"effective_on": DAY, "decision": Document("345/QĐ-UBND", DAY, sha256="cd" * 32)}
    refusal = await personnel.refused(
        head, deeds.decide_personnel_action, **await personnel.at(id), **told
    )
    return str(refusal.code)


@pytest.mark.parametrize(("kind", "head"), [("suspension", "chair"), ("termination", "governor")])
async def test_the_last_administrator_of_another_agency_is_not_taken_from_it(
    personnel: Personnel, kind: str, head: str
) -> None:
    town = personnel.cast.town
    await mandate(town, "clerk", "administrator", "neighbour")
    id = await proposed(personnel, kind, head)
    assert await refused(personnel, head, id) == "LAST_MANAGER"
    await mandate(town, "stranger", "administrator", "neighbour")
    await personnel.decide(id, head, DAY)
    assert await held(personnel) == set()


@pytest.mark.parametrize(
    ("role", "gone", "who", "by", "head"),
    [
        ("administrator", ("administrator",), "clerk", "officer", "chair"),
        ("personnel_officer", MANAGING, "chief", "provincial", "governor"),
    ],
)
async def test_whoever_alone_manages_is_not_suspended_even_if_he_has_another_post(
    personnel: Personnel, role: str, gone: tuple[str, ...], who: str, by: str, head: str
) -> None:
    """He keeps both posts, and no role: nobody could grant one, or call a successor of his."""
    town = personnel.cast.town
    await posting(town, who, "team", "member", main=False)
    id = await personnel.propose("suspension", who, by, paper=MISCONDUCT)
    await personnel.walk(id, who, head)
    await town.owner.execute(
        "delete from congtam.mandate where kind = any($1) and agency_id = $2",
        gone,
        town.agencies["commune"],
    )
    await mandate(town, who, role, "commune")
    assert await refused(personnel, head, id) == "LAST_MANAGER"
    # Somebody else for those days alone is enough: then he is back.
    await mandate(town, "typist", role, "commune", ends=BACK)
    await personnel.decide(id, head, DAY)
