"""Petitions and lock exceptions through the contract: what each person is told, and by one deed."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest_asyncio

from gateway.database import PgDatabase
from gateway.graph import Ask
from gateway.postgres.roles import Connection
from resolvers import evaluations, petitions
from resolvers.core.request import Request
from tests.graph.fixture_world import Counted
from tests.graphs import platform
from tests.resolvers.cast import MONTH, Cast, build
from tests.resolvers.petitions.story import ANSWER_BY, FILED, UPHELD, advised, step
from tests.resolvers.town import build as build_town
from tests.resolvers.town import mandate, person

PETITION = """{
    about state period round text late overdue dueOn fileBy workingDaysLeft cites
    oldTotal oldLevel newTotal newLevel opinion instructions answerBy newRound allowedActions
    person { fullName } decidingUnit { name } sheet { state } lockException { inForce }
    documents(first: 5) { part number sha256 }
}"""
WINDOW = "{ opensOn closesOn state }"


@pytest_asyncio.fixture
async def cast(database: PgDatabase, owner: Connection) -> Cast:
    """The clerk's June is signed; the commune has a personnel officer."""
    cast = await build(await build_town(database, owner))
    cast.town.people["officer"] = await person(
        cast.town, "Cao Thị Sắc", cast.town.agencies["commune"]
    )
    await mandate(cast.town, "officer", "personnel_officer", "commune")
    await cast.open("office")
    await cast.worked("clerk")
    await cast.finish("clerk")
    return cast


async def ask(cast: Cast, who: str, document: str, day: date = FILED, **variables: Any) -> Any:
    """What somebody is answered on a day; a read takes one statement."""
    request = await cast.request(who, day)

    async def renewed() -> Request:
        return request

    counted = Counted(cast.town.database)
    told = {name: str(value) for name, value in variables.items()}
    answer = await platform().respond(
        Ask(document, variables=told), request, counted, renewed=renewed
    )
    found = json.loads(answer.body)
    assert "errors" not in found, found["errors"]
    if document.startswith("query"):
        assert len(counted.statements) == 1
    return found["data"]


async def test_a_petition_is_filed_and_read_by_those_concerned(cast: Cast) -> None:
    document = "mutation($sheet: ID!, $text: String!) { petitionScore(sheet: $sheet, text: $text,"
    document += f' documents: [{{number: "12/ĐN"}}]) {{ ... on Petition {PETITION} }} }}'
    sheet = (await cast.sheet("clerk"))["id"]
    filed = (await ask(cast, "clerk", document, sheet=sheet, text="Tôi không nhất trí."))[
        "petitionScore"
    ]
    assert (filed["about"], filed["state"], filed["late"]) == ("SCORE", "FILED", False)
    assert (filed["dueOn"], filed["workingDaysLeft"], filed["overdue"]) == ("2026-06-25", 7, False)
    assert filed["cites"][-1] == "Điều 22 Nghị định số 335/2025/NĐ-CP"
    assert filed["documents"] == [{"part": "PETITION", "number": "12/ĐN", "sha256": None}]
    assert filed["allowedActions"] == ["WithdrawPetition"]
    waiting = f"query {{ petitionsToDecide(first: 5) {{ nodes {PETITION} }} }}"
    (seen,) = (await ask(cast, "chair", waiting))["petitionsToDecide"]["nodes"]
    assert seen["allowedActions"] == ["AskPetitionStatement"]
    assert (await ask(cast, "chief", waiting))["petitionsToDecide"]["nodes"] == []
    late = "query { petitionsToDecide(overdue: true, first: 5) { nodes { workingDaysLeft } } }"
    assert (await ask(cast, "chair", late))["petitionsToDecide"]["nodes"] == []
    overdue = await ask(cast, "chair", late, date(2026, 6, 29))
    assert overdue["petitionsToDecide"]["nodes"] == [{"workingDaysLeft": -2}]


async def test_the_advice_is_the_authoritys_until_it_is_decided(cast: Cast) -> None:
    id = await advised(cast)
    reading = f"query($id: ID!) {{ petition(id: $id) {PETITION} }}"
    assert (await ask(cast, "chair", reading, id=id))["petition"][
        "opinion"
    ] == "Kiến nghị có cơ sở."
    assert (await ask(cast, "clerk", reading, id=id))["petition"]["opinion"] is None
    assert (await ask(cast, "chief", reading, id=id))["petition"] is None
    await step(cast, id, "chair", petitions.uphold_score_petition, **UPHELD)
    told = (await ask(cast, "chief", reading, id=id))["petition"]
    assert (told["opinion"], told["instructions"]) == (
        "Kiến nghị có cơ sở.",
        UPHELD["instructions"],
    )
    assert (told["newRound"], told["newTotal"]) == (2, None)
    assert told["lockException"] == {"inForce": True}
    assert told["sheet"] == {"state": "SELF_ASSESSED"}
    await cast.score("clerk")
    await cast.sign("clerk")
    told = (await ask(cast, "clerk", reading, id=id))["petition"]
    assert (told["oldTotal"], told["newTotal"], told["newLevel"]) == (
        "100.00",
        "100.00",
        "EXCELLENT",
    )


async def test_windows_and_exceptions_are_told(cast: Cast) -> None:
    unit, day = cast.town.units["office"], date(2026, 7, 12)
    month = f'query($unit: ID!) {{ monthOfUnit(unit: $unit, period: "{MONTH}") {{'
    month += f" window {WINDOW} lockExceptions(first: 5) {{ inForce allowedActions reason }}"
    month += f" sheets(first: 9) {{ window {WINDOW} }} }} }}"
    closed: Mapping[str, str] = {"opensOn": "2026-06-01", "closesOn": "2026-07-10", "state": "OVER"}
    told = (await ask(cast, "chair", month, day, unit=unit))["monthOfUnit"]
    assert (told["window"], told["lockExceptions"]) == (closed, [])
    assert told["sheets"] == [{"window": closed}] * 4
    told = {"unit": unit, "period": MONTH, "reason": "Máy chủ hỏng"}
    ends = ANSWER_BY.replace(month=7)
    await cast.do("chair", evaluations.grant_lock_exception, today=day, ends_at=ends, **told)
    told = (await ask(cast, "chair", month, day, unit=unit))["monthOfUnit"]
    assert told["window"]["state"] == "EXCEPTED"
    assert told["lockExceptions"] == [
        {"inForce": True, "allowedActions": ["RevokeLockException"], "reason": "Máy chủ hỏng"}
    ]
    told = (await ask(cast, "chief", month, day, unit=unit))["monthOfUnit"]
    assert told["lockExceptions"][0]["allowedActions"] == []
