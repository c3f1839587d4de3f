"""Votes and the Party's form through the graph: the contract's own words, and what nobody reads."""

from typing import Any

import orjson
import pytest
import pytest_asyncio

from gateway.forms import FORMS
from gateway.graph import Ask, Graph
from resolvers.core.request import Request
from resolvers.people import reach_of_person
from tests.graphs import platform
from tests.resolvers.party.hall import DAY, Hall, build
from tests.resolvers.town import Town, request
from tests.resolvers.town import build as build_town

CODE = "Hòm phiếu của chi bộ, năm 2026"
OPEN = """
mutation Open($review: ID!, $body: ID!, $code: String) {
  openPartyBallot(
    review: $review, body: $body, kind: CLASS, way: ELECTRONIC, code: $code, idempotencyKey: "mở"
  ) {
    ... on PartyBallot { id state summoned turnout choices { choice votes } allowedActions }
    ... on Refused { code }
  }
}
"""
CAST = """
mutation Cast($ballot: ID!, $choice: PartyChoice) {
  castPartyVote(ballot: $ballot, choice: $choice, idempotencyKey: "bầu") {
    ... on PartyBallot { state voted turnout valid choices { choice votes } allowedActions }
    ... on Refused { code }
  }
}
"""
COUNT = """
mutation Count($ballot: ID!, $code: String, $tellers: [ID!]) {
  countPartyBallot(
    ballot: $ballot, version: 1, present: 7, code: $code, commission: $tellers,
    minutes: { number: "01-BB/CB", day: "2026-12-07" }
  ) {
    ... on PartyBallot {
      state chosen neededVotes choices { choice votes } tellers(first: 9) { person { fullName } }
      openVotes(first: 9) { choice }
    }
    ... on Refused { code message }
  }
}
"""
MINE = "{ myPartyBallots(first: 5) { nodes { id kind voted review { category } } } }"


@pytest.fixture(scope="session")
def graph() -> Graph:
    return platform()


@pytest_asyncio.fixture
async def hall(database: Any, owner: Any) -> Hall:
    hall = await build(await build_town(database, owner))
    await hall.review("clerk")
    return hall


async def ask(graph: Graph, hall: Hall, who: str, document: str, **variables: Any) -> Any:
    """The answer to somebody who came in by the Party's entrance."""
    answer = await graph.respond(
        Ask(document, variables=variables),
        await hall.request(who),
        hall.town.database,
        renewed=lambda: hall.request(who),
    )
    told = orjson.loads(answer.body)
    assert "errors" not in told, told
    return told["data"]


class TestASecretVote:
    async def test_is_opened_cast_and_counted_by_the_contracts_words(
        self, graph: Graph, hall: Hall
    ) -> None:
        place = {"review": str(hall.reviews["clerk"]), "body": str(hall.bodies["branch"])}
        opened = (await ask(graph, hall, "chief", OPEN, **place, code=CODE))["openPartyBallot"]
        ballot = opened.pop("id")
        assert opened == {
            "state": "OPEN",
            "summoned": 7,
            "turnout": 0,
            "choices": None,
            "allowedActions": ["AnnulPartyBallot", "CastPartyVote", "CountPartyBallot"],
        }
        (waiting,) = (await ask(graph, hall, "typist", MINE))["myPartyBallots"]["nodes"]
        assert (waiting["id"], waiting["voted"], waiting["review"]) == (ballot, False, None)
        for name in ("typist", "leader", "driver", "porter"):
            told = await ask(graph, hall, name, CAST, ballot=ballot, choice="GOOD")
            assert told["castPartyVote"]["voted"]
            assert told["castPartyVote"]["choices"] is None
            assert told["castPartyVote"]["allowedActions"] == []
        assert (await ask(graph, hall, "typist", MINE))["myPartyBallots"]["nodes"] == []
        told = await ask(graph, hall, "clerk", CAST, ballot=ballot, choice="GOOD")
        assert told["castPartyVote"] == {"code": "OWN_BALLOT"}
        tellers = [str(hall.person(name)) for name in ("typist", "leader", "driver")]
        counting = {"ballot": ballot, "code": CODE, "tellers": tellers}
        counted = await ask(graph, hall, "chief", COUNT, **counting)
        told = counted["countPartyBallot"]
        assert (told["state"], told["chosen"], told["neededVotes"]) == ("COUNTED", "GOOD", 4)
        assert {each["choice"]: each["votes"] for each in told["choices"]} == {
            "EXCELLENT": 0,
            "GOOD": 4,
            "COMPLETED": 0,
            "NOT_COMPLETED": 0,
        }
        assert (len(told["tellers"]), told["openVotes"]) == (3, [])

    async def test_leaves_no_receipt_from_which_it_could_be_guessed(
        self, graph: Graph, hall: Hall
    ) -> None:
        place = {"review": str(hall.reviews["clerk"]), "body": str(hall.bodies["branch"])}
        opened = await ask(graph, hall, "chief", OPEN, **place, code=CODE)
        ballot = opened["openPartyBallot"]["id"]
        for name, choice in (("typist", "GOOD"), ("leader", "COMPLETED"), ("driver", None)):
            await ask(graph, hall, name, CAST, ballot=ballot, choice=choice)
        rows = await hall.town.owner.fetch(
            "select fingerprint from congtam.receipt where deed = 'cast_party_vote'"
        )
        assert len(rows) == 3
        assert len({row["fingerprint"] for row in rows}) == 1


class TestTheForm:
    async def test_of_a_member_holds_what_the_graph_tells_him(
        self, graph: Graph, hall: Hall
    ) -> None:
        form = FORMS["party_review"]
        review = str(hall.reviews["clerk"])
        for name, there in (("clerk", True), ("chair", True), ("typist", False)):
            found = (await ask(graph, hall, name, form.document, id=review))["partyReview"]
            assert (found is not None) is there
            if there:
                paper = form.fill(found)
                assert (paper.stem, paper.values["code"]) == ("mau-2b-2026", "2B")
                assert paper.values["draft"]
                assert not any(each["box"] == "☒" for each in paper.values["decided"])

    async def test_is_not_there_at_the_ordinary_entrance(self, graph: Graph, hall: Hall) -> None:
        town: Town = hall.town
        async with town.database.reading() as tx:
            reach = await reach_of_person(tx, town.people["clerk"], DAY)
        ordinary = request(reach, today=DAY)

        async def renewed() -> Request:
            return ordinary

        answer = await graph.respond(
            Ask(FORMS["party_review"].document, variables={"id": str(hall.reviews["clerk"])}),
            ordinary,
            town.database,
            renewed=renewed,
        )
        told = orjson.loads(answer.body)
        assert told.get("errors") or told["data"]["partyReview"] is None
