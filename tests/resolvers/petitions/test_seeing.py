"""Who sees a petition at which step, and that nobody may do what he does not see."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from resolvers import petitions
from resolvers.core.documents import Document
from resolvers.core.seeing import needed, shown
from resolvers.petitions import (
    ADVICE_SHOWN,
    PETITION_NEEDS,
    STATEMENT_SHOWN,
    petition,
    petition_document,
)
from tests.resolvers.cast import Cast
from tests.resolvers.petitions.story import FILED, REASON, advise, file, step

ALL = (
    *("clerk", "chief", "chair", "governor", "curator", "vice", "assistant", "typist", "stranger"),
    *("officer", "inspector", "provincial", "neighbouring", "administrator"),
)
AUTHORITY = {"chair", "officer", "inspector"}
SAID = {"text": "Đơn vị đã chấm theo biên bản."}
PAPERS = {"documents": [Document("1")]}


async def viewers(cast: Cast, id: UUID) -> dict[str, set[str]]:
    """Who sees the petition, its opinion, its statement; and the parts of its papers."""
    found: dict[str, set[str]] = {"petition": set(), "opinion": set(), "statement": set()}
    for name in ALL:
        reach = (await cast.request(name, FILED)).reach
        told = select(petition.c.id, ADVICE_SHOWN.label("a"), STATEMENT_SHOWN.label("s"))
        async with cast.town.database.reading() as tx:
            row = await tx.row(told.where(shown(petition)), **needed(petition, reach))
        if row is None:
            continue
        assert row["id"] == id
        found["petition"].add(name)
        found["opinion"] |= {name} if row["a"] else set()
        found["statement"] |= {name} if row["s"] else set()
    return found


async def papers(cast: Cast, name: str) -> set[str]:
    reach = (await cast.request(name, FILED)).reach
    told = select(petition_document.c.part).where(shown(petition_document))
    async with cast.town.database.reading() as tx:
        rows = await tx.rows(told, **needed(petition_document, reach))
    return {row["part"] for row in rows}


async def named(cast: Cast, who: str, id: UUID) -> list[str]:
    """What the petition says that somebody may do."""
    request = await cast.request(who, FILED)
    row = await cast.row("petition", id)
    (told,) = petitions.allowed_on_petitions(request, [tuple(row[name] for name in PETITION_NEEDS)])
    return told


async def test_an_open_petition_is_hidden_from_the_head_who_scored(signed: Cast) -> None:
    found = await viewers(signed, await file(signed))
    assert found["petition"] == {"clerk"} | AUTHORITY
    assert found["opinion"] == AUTHORITY


async def test_the_head_who_scored_sees_it_once_he_is_asked(signed: Cast) -> None:
    id = await file(signed, **PAPERS)
    await step(signed, id, "chair", petitions.ask_petition_statement)
    found = await viewers(signed, id)
    assert found["petition"] == {"clerk", "chief"} | AUTHORITY
    assert (found["opinion"], found["statement"]) == (AUTHORITY, {"chief"} | AUTHORITY)
    await step(signed, id, "chief", petitions.give_petition_statement, **SAID, **PAPERS)
    await step(signed, id, "officer", petitions.give_petition_opinion, **SAID, **PAPERS)
    assert await papers(signed, "clerk") == {"petition"}
    assert await papers(signed, "chief") == {"petition", "statement"}
    assert await papers(signed, "chair") == {"petition", "statement", "opinion"}
    assert await papers(signed, "typist") == set()


async def test_all_is_read_by_all_concerned_once_it_is_decided(signed: Cast) -> None:
    id = await file(signed)
    await advise(signed, id)
    await step(signed, id, "chair", petitions.reject_petition, **REASON)
    found = await viewers(signed, id)
    everybody = {"clerk", "chief"} | AUTHORITY
    assert found == dict.fromkeys(("petition", "opinion", "statement"), everybody)


async def test_a_withdrawn_one_stays_hidden_from_the_head_who_scored(signed: Cast) -> None:
    id = await file(signed)
    await step(signed, id, "clerk", petitions.withdraw_petition)
    assert (await viewers(signed, id))["petition"] == {"clerk"} | AUTHORITY


@pytest.mark.parametrize("asked", [False, True])
async def test_nobody_may_do_what_he_does_not_see(signed: Cast, asked: bool) -> None:
    """The policies inside the reach, the reach inside the fence, over the whole cast."""
    id = await file(signed)
    if asked:
        await step(signed, id, "chair", petitions.ask_petition_statement)
    await advise(signed, id)
    seen = (await viewers(signed, id))["petition"]
    may: dict[str, Any] = {}
    for name in ALL:
        told = await named(signed, name, id)
        if name in seen:
            request = await signed.request(name, FILED)
            async with signed.town.deed(request.reach) as tx:
                assert await tx.value(select(petition.c.id)) == id, f"{name}: the fence hides it"
            may[name] = told
        else:
            # The head who scored may answer once he is asked, and does not see it before.
            assert told == [], name
    statement = ["GivePetitionStatement"] if asked else []
    assert may == {
        "clerk": ["WithdrawPetition"],
        "chair": ["DecidePetition"] if asked else ["AskPetitionStatement", "DecidePetition"],
        "officer": [],
        "inspector": [],
        **({"chief": statement} if asked else {}),
    }
