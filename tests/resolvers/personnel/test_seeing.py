"""Who reads a personnel action, from when, and what he may do: shown, allowed and done agree."""

from uuid import UUID

import pytest
from sqlalchemy import select

from resolvers import personnel as deeds
from resolvers.core.seeing import needed, shown
from tests.resolvers.cast import DAY
from tests.resolvers.personnel.story import PAPER, Personnel
from tests.resolvers.personnel.test_lower_post import proposed

EVERYBODY = (
    *("governor", "chair", "vice", "chief", "assistant", "clerk", "leader", "typist", "curator"),
    *("stranger", "officer", "inspector", "provincial", "neighbouring", "administrator"),
)


async def readers(personnel: Personnel, id: UUID) -> set[str]:
    found = set()
    for name in EVERYBODY:
        request = await personnel.cast.request(name)
        question = select(deeds.personnel_action.c.id).where(
            deeds.personnel_action.c.id == id, shown(deeds.personnel_action)
        )
        values = needed(deeds.personnel_action, request.reach)
        async with personnel.cast.town.database.reading() as tx:
            if await tx.value(question, **values):
                found.add(name)
    return found


async def test_the_person_reads_it_once_he_is_heard(personnel: Personnel) -> None:
    id = await proposed(personnel)
    assert await readers(personnel, id) == {"chair", "officer", "inspector"}
    await personnel.walk(id, "clerk", "chair", until="hear")
    assert "clerk" not in await readers(personnel, id)
    await personnel.hear(id)
    assert await readers(personnel, id) == {"chair", "officer", "inspector", "clerk"}


async def test_the_head_who_proposed_reads_it(personnel: Personnel) -> None:
    assert "chief" in await readers(personnel, await proposed(personnel, "chief"))


async def test_nobody_reads_what_is_prepared_about_himself(personnel: Personnel) -> None:
    town = personnel.cast.town
    paper = deeds.PaperGround("other_ground", PAPER)
    id = await personnel.propose("removal", "chair", "provincial", paper=paper)
    assert (await personnel.row(id))["agency_id"] == town.agencies["commune"]
    assert await readers(personnel, id) == {"governor", "provincial", "officer", "inspector"}


async def test_both_agencies_of_a_move_read_it(personnel: Personnel) -> None:
    id = await personnel.propose("transfer", "clerk", to=("neighbour", "member"))
    assert await readers(personnel, id) == {
        *("chair", "officer", "inspector", "governor", "provincial", "stranger", "neighbouring"),
    }


async def test_what_is_shown_is_fenced_in_and_what_is_allowed_is_shown(
    personnel: Personnel,
) -> None:
    id = await personnel.propose("transfer", "clerk", to=("neighbour", "member"))
    await personnel.walk(id, "clerk", "governor")
    shown_to = await readers(personnel, id)
    for name in EVERYBODY:
        request = await personnel.cast.request(name)
        async with personnel.cast.town.deed(request.reach) as tx:
            behind = await tx.value(
                select(deeds.personnel_action.c.id).where(deeds.personnel_action.c.id == id)
            )
        assert name not in shown_to or behind == id
        assert name in shown_to or await allowed(personnel, id, name) == set()


@pytest.mark.parametrize("until", ["propose", "hear", "decide", "done"])
async def test_what_is_allowed_is_what_may_be_done(personnel: Personnel, until: str) -> None:
    id = await proposed(personnel)
    await personnel.walk(id, "clerk", "chair", until="decide" if until == "done" else until)
    if until == "done":
        await personnel.decide(id, "chair")
    deciding = {
        "propose": {"RefusePersonnelAction"},
        "hear": {"HearPersonnelSubject", "RefusePersonnelAction"},
        "decide": {"DecidePersonnelAction", "RefusePersonnelAction"},
        "done": {"CancelPersonnelAction"},
    }
    preparing = {
        "propose": {"RecordPersonnelStep", "WithdrawPersonnelAction"},
        "hear": {"HearPersonnelSubject", "WithdrawPersonnelAction"},
        "decide": {"WithdrawPersonnelAction"},
        "done": set[str](),
    }
    spoken = {"SpeakOnPersonnelAction"} if until == "decide" else set[str]()
    assert await allowed(personnel, id, "chair") == deciding[until]
    assert await allowed(personnel, id, "officer") == preparing[until]
    assert await allowed(personnel, id, "clerk") == spoken
    for name in ("inspector", "typist"):
        assert await allowed(personnel, id, name) == set()


async def allowed(personnel: Personnel, id: UUID, name: str) -> set[str]:
    request = await personnel.cast.request(name)
    columns = [
        deeds.personnel_action.c[need] if isinstance(need, str) else need.label(f"n{place}")
        for place, need in enumerate(deeds.ACTION_NEEDS)
    ]
    question = select(*columns).where(deeds.personnel_action.c.id == id)
    async with personnel.cast.town.database.reading() as tx:
        row = await tx.row(question, today=DAY)
    assert row is not None
    (found,) = deeds.allowed_on_actions(request, [tuple(row.values())])
    return set(found)
