"""What is not there for somebody: hidden and absent look alike, through every door."""

from typing import Any
from uuid import uuid4

import pytest

from tests.journeys.client import Client
from tests.journeys.people import PEOPLE, STRANGER
from tests.journeys.served import Served
from tests.journeys.world import PERIOD

pytest_plugins = ("tests.journeys.fixtures",)


class TestEntities:
    """What a router sends is looked up like anything else, and only its keys are believed."""

    ASKED = "query($keys: [_Any!]!) { _entities(representations: $keys) { ... on Sheet { id } } }"

    async def test_are_as_many_as_are_asked_for(self, desk: Served) -> None:
        staff, other = (str(desk.ids.sheets[key]) for key in ("staff", "teacher"))
        keys = [{"__typename": "Sheet", "id": id} for id in (other, staff, other, staff)]
        found = await desk.sign("staff").ask(self.ASKED, keys=keys)
        assert found["_entities"] == [None, {"id": staff}, None, {"id": staff}]

    @pytest.mark.parametrize(
        "key",
        [
            {"__typename": "Sheet"},
            {"__typename": "Sheet", "id": "7"},
            {"__typename": "Sheet", "id": None},
            {"__typename": "Login", "id": "7"},
            {"__typename": "Query"},
            {"id": "7"},
            "Sheet",
            None,
        ],
        ids=str,
    )
    async def test_that_are_none_are_refused_without_a_word_about_the_inside(
        self, desk: Served, key: object
    ) -> None:
        answer = await desk.sign("staff").answer(self.ASKED, keys=[key])
        (problem,) = answer["errors"]
        assert problem["extensions"]["code"] == "BAD_USER_INPUT"
        for inside in ("Traceback", "congtam.", "select", "asyncpg", "uuid"):
            assert inside not in problem["message"]

    async def test_are_at_most_a_hundred(self, desk: Served) -> None:
        key = {"__typename": "Sheet", "id": str(desk.ids.sheets["staff"])}
        answer = await desk.sign("staff").answer(self.ASKED, keys=[key] * 101)
        assert answer["errors"][0]["extensions"] == {
            "code": "ENTITIES_LIMIT",
            "entities": 101,
            "limit": 100,
        }


async def test_what_a_deed_answers_shows_no_more_than_a_question(desk: Served) -> None:
    """A colleague adds evidence to his own work, and asks for everybody's sheets with it."""
    payload = await desk.sign("economist").done(
        "addEvidence",
        "person { agency { sheets(first: 100) { totalCount nodes { id total } } } }"
        " assignment { lines(first: 5) { assignment { person {"
        " sheets(first: 9) { nodes { id total explanation { total } } } } } } }",
        delivery=desk.ids.deliveries["economist"],
        evidence=[{"name": "bo-sung.pdf", "sha256": "ef" * 32}],
    )
    own = {"id": str(desk.ids.sheets["economist"]), "total": None}
    assert payload["person"]["agency"]["sheets"] == {"totalCount": 1, "nodes": [own]}
    (line,) = payload["assignment"]["lines"]
    assert line["assignment"]["person"]["sheets"]["nodes"] == [{**own, "explanation": None}]


class TestWithoutAPlace:
    """A token whose person has no posting sees only himself; one of nobody, only structure."""

    EVERYTHING = (
        "query($commune: ID!, $unit: ID!, $period: Date!) { me { fullName }"
        " agencies(first: 10) { totalCount } unitsOf(agencyId: $commune, first: 10) { totalCount }"
        " people(agency: $commune, first: 10) { totalCount nodes { fullName } }"
        " myUnits(first: 10) { id } mySheets(first: 10) { totalCount }"
        " worklist(unit: $unit, period: $period, first: 10) { id }"
        " sheetsOfAgency(agency: $commune, period: $period, first: 10) { totalCount }"
        " postingsIn(unit: $unit, first: 10) { totalCount }"
        " positions(agency: $commune, first: 10) { totalCount }"
        " mandatesIn(agency: $commune, first: 10) { totalCount }"
        " auditIn(agency: $commune, first: 10) { totalCount } }"
    )

    async def _everything(self, client: Client, desk: Served) -> dict[str, Any]:
        return await client.ask(
            self.EVERYTHING,
            commune=desk.ids.agencies["commune"],
            unit=desk.ids.units["office"],
            period=PERIOD,
        )

    async def test_a_person_without_a_posting_sees_himself(self, desk: Served) -> None:
        found = await self._everything(desk.sign("nobody"), desk)
        assert found.pop("me") == {"fullName": PEOPLE["nobody"].name}
        assert found.pop("people") == {
            "totalCount": 1,
            "nodes": [{"fullName": PEOPLE["nobody"].name}],
        }
        self._is_structure(found)

    async def test_a_stranger_sees_the_public_structure(self, desk: Served) -> None:
        found = await self._everything(desk.sign(STRANGER), desk)
        assert found.pop("me") is None
        assert found.pop("people") == {"totalCount": 0, "nodes": []}
        self._is_structure(found)

    def _is_structure(self, found: dict[str, Any]) -> None:
        assert found.pop("agencies") == {"totalCount": 3}
        assert found.pop("unitsOf") == {"totalCount": 5}
        assert all(each in ([], {"totalCount": 0}) for each in found.values()), found


class TestHiddenAndAbsent:
    @pytest.mark.parametrize("kind", ["sheet", "assignment", "delivery", "person", "node"])
    async def test_have_the_same_answer(self, desk: Served, kind: str) -> None:
        rows = await desk.owner.fetch("select id from congtam.assignment limit 60")
        hidden = {
            "sheet": desk.ids.sheets["teacher"],
            "assignment": rows[0]["id"],
            "delivery": desk.ids.deliveries["teacher"],
            "person": desk.ids.people["teacher"],
            "node": desk.ids.sheets["chair"],
        }[kind]
        client = desk.sign("far_staff")
        answers = [
            (await client.send({"query": f'{{ {kind}(id: "{id}") {{ id }} }}'})).content
            for id in (hidden, uuid4())
        ]
        assert answers[0] == answers[1] == b'{"data":{"%b":null}}' % kind.encode()
