"""Who reads what of an organisation's year, and what it says that one may do, through the graph."""

import json
from typing import Any

import pytest
from sqlalchemy import select

from authz.actions import Action
from gateway.graph import Ask, Graph
from resolvers import recognition
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.core.seeing import needed, shown
from resolvers.recognition import allowed_on_review, organisation_review
from tests.graphs import platform
from tests.resolvers.recognition.year import BEST, HEADS, PAPER, Year, marks

QUESTION = """query($id: ID!) { organisationReview(id: $id) {
  state level total computedLevel decisionNo selfLevel facts allowedActions
  marks { criterion selfPoints points } steps { text cite } statement { planned shortcomings }
  suggestion { planned source } verifications(first: 5) { about } documents(first: 5) { name }
} }"""
ORDER = {"ground": "complaint", "about": "Đơn tố cáo"}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return platform()


async def _asked(graph: Graph, year: Year, who: str, unit: str = "office") -> Any:
    request = await year.request(who)
    ask = Ask(QUESTION, variables={"id": str((await year.review(unit))["id"])})

    async def renewed() -> Request:
        return request

    answer = await graph.respond(ask, request, year.town.database, renewed=renewed)
    told = json.loads(answer.body)
    assert "errors" not in told, told
    return told["data"]["organisationReview"]


async def _until_marked(year: Year) -> None:
    await year.open("commune", "chair")
    await year.assess("office")
    deed = recognition.order_organisation_verification
    await year.step("office", "chair", deed, **ORDER)
    await year.mark("office", 80)
    (row,) = await year.rows("select id from congtam.organisation_verification")
    await year.do(
        "chair",
        recognition.conclude_organisation_verification,
        verification=row["id"],
        version=1,
        founded=False,
        conclusion="Không có cơ sở",
        document_no="9",
        document_day=PAPER.day,
    )


async def _until_decided(year: Year) -> None:
    await _until_marked(year)
    await year.finish("culture", 80)
    await year.decide("commune", "chair")


async def test_before_the_decision_only_the_recognising_side_sees_its_marks(
    graph: Graph, year: Year
) -> None:
    await _until_marked(year)
    chief, chair = await _asked(graph, year, "chief"), await _asked(graph, year, "chair")
    assert (chief["state"], chief["selfLevel"]) == ("MARKED", "EXCELLENT")
    for name in ("level", "total", "computedLevel", "facts", "statement"):
        assert chief[name] is None
    assert chief["steps"] == []
    assert {(each["selfPoints"], each["points"]) for each in chief["marks"][:1]} == {
        ("10.00", None)
    }
    assert chief["verifications"] == []
    assert (chair["total"], chair["computedLevel"], chair["level"]) == ("80.00", "GOOD", None)
    assert chair["statement"] == {"planned": 100, "shortcomings": "none"}
    assert chair["verifications"] == [{"about": ORDER["about"]}]
    assert chair["documents"] == [{"name": "Báo cáo tổng kết"}]
    assert all(step["text"] and step["cite"] for step in chair["steps"])
    for who in ("clerk", "curator", "stranger"):
        assert await _asked(graph, year, who) is None


async def test_a_decided_level_waits_for_its_publication(graph: Graph, year: Year) -> None:
    await _until_decided(year)
    chief = await _asked(graph, year, "chief")
    assert (chief["state"], chief["level"], chief["total"]) == ("RECOGNISED", None, None)
    assert await _asked(graph, year, "clerk") is None
    assert (await _asked(graph, year, "chair"))["level"] == "GOOD"


async def test_published_the_people_see_the_level_and_the_head_the_points(
    graph: Graph, year: Year
) -> None:
    await _until_decided(year)
    await year.publish("commune", "chair")
    for who in ("clerk", "assistant", "typist"):
        told = await _asked(graph, year, who)
        assert (told["level"], told["decisionNo"]) == ("GOOD", PAPER.number)
        for name in ("total", "computedLevel", "selfLevel", "facts", "suggestion", "statement"):
            assert told[name] is None, (who, name)
        assert {each["points"] for each in told["marks"]} == {None}
        assert (told["verifications"], told["documents"], told["steps"]) == ([], [], [])
    for who in ("chief", "chair", "clerk_of_staff", "auditor"):
        told = await _asked(graph, year, who)
        assert (told["level"], told["total"]) == ("GOOD", "80.00"), who
    assert (await _asked(graph, year, "chief"))["verifications"] == []
    assert await _asked(graph, year, "stranger") is None


async def test_the_suggestion_says_what_it_is(graph: Graph, year: Year) -> None:
    await _until_marked(year)
    told = (await _asked(graph, year, "chief"))["suggestion"]
    assert told["planned"] == 0
    assert "chỉ để đối chiếu" in told["source"]


async def test_what_is_allowed_is_shown_and_what_is_shown_is_fenced_in(year: Year) -> None:
    await year.open("commune", "chair")
    await year.open("province", "governor")
    await year.finish("office", 80)
    visible = select(organisation_review).where(shown(organisation_review))
    behind = select(organisation_review)
    seen_by_somebody = 0
    for who in year.town.people:
        request = await year.request(who)
        needs = needed(organisation_review, request.reach)
        async with year.town.database.reading() as tx:
            seen = {row["id"] for row in await tx.rows(visible, **needs)}
            everything = await tx.rows(behind)
        async with year.town.deed(request.reach) as tx:
            fenced = {row["id"] for row in await tx.rows(behind)}
        rows = [(row["unit_id"], row["recognising_unit_id"], row["state"]) for row in everything]
        may = allowed_on_review(request, rows)
        allowed = {row["id"] for row, names in zip(everything, may, strict=True) if names}
        assert allowed <= seen <= fenced, who
        seen_by_somebody += len(seen)
    assert seen_by_somebody > len(HEADS)


class _Undo(Exception):
    """Ends a transaction without saving."""


def _deeds() -> dict[Action, tuple[Any, dict[str, Any]]]:
    judged = {"marks": marks(80), "statement": BEST}
    said = {"reason": "Xem lại"}
    return {
        Action.AssessOrganisation: (recognition.save_organisation_draft, {}),
        Action.ChooseOrganisationLevel: (
            recognition.choose_organisation_level,
            {"level": "GOOD", **said},
        ),
        Action.MarkOrganisation: (recognition.mark_organisation, judged),
        Action.ReplaceRecognition: (
            recognition.replace_recognition,
            {**judged, **said, "decision": PAPER},
        ),
        Action.ReturnOrganisationAssessment: (recognition.return_organisation_assessment, said),
        Action.VerifyOrganisation: (recognition.order_organisation_verification, ORDER),
        Action.WithdrawOrganisationReview: (recognition.withdraw_organisation_review, said),
    }


async def _done(year: Year, who: str) -> list[str]:
    """The deeds that no policy refuses; nothing of them is kept."""
    request, found = await year.request(who), await year.review("office")
    done = []
    for action, (deed, arguments) in _deeds().items():
        told = {"review": found["id"], "version": found["version"], **arguments}
        try:
            async with year.town.deed(request.reach) as tx:
                await deed(tx, request, **told)
                raise _Undo
        except _Undo:
            done.append(action.value)
        except Refusal as refused:
            # The decree gives the level: it is the head's to choose, only not here.
            if refused.code == "LEVEL_GIVEN":
                done.append(action.value)
    return done


@pytest.mark.parametrize("state", ["open", "submitted", "marked", "recognised"])
async def test_allowed_actions_are_the_deeds_that_would_be_done(
    graph: Graph, year: Year, state: str
) -> None:
    await year.open("commune", "chair")
    await year.finish("culture", 80)
    if state != "open":
        await year.assess("office")
    if state in ("marked", "recognised"):
        await year.mark("office", 80)
    if state == "recognised":
        await year.decide("commune", "chair")
        await year.publish("commune", "chair")
    for who in ("chief", "chair", "governor", "clerk_of_staff", "auditor", "curator"):
        told = await _asked(graph, year, who)
        assert ([] if told is None else told["allowedActions"]) == await _done(year, who), who
