"""What is read before an action is proposed: names, conditions, procedure, what may be begun."""

from typing import Any
from uuid import UUID

import pytest

from resolvers import personnel as deeds
from schema.personnel_records import PersonnelActionKind
from tests.graph.test_personnel_gates import ask
from tests.graph.test_personnel_gates import personnel as personnel
from tests.resolvers.personnel.story import REASON, Personnel
from tests.resolvers.personnel.test_lower_post import proposed
from tests.resolvers.personnel.test_votes import STEP
from tests.resolvers.personnel.test_votes import appointment as appointment

DISCREET = {
    "no_serious_illness",
    "no_pregnancy_or_small_child",
    "no_hardship",
    "not_in_hospital_or_on_maternity_leave",
}
"""Conditions whose very name would tell a state of health or family."""
PREPARED = """query($person: ID!, $kind: PersonnelActionKind!) {
    personnelStanding(personId: $person) {
        allowedActions
        gates(kind: $kind) { code name }
        procedure(kind: $kind) {
            namesAPost restsOnResults mayBeWished deciding paperGrounds { code name }
            steps { code name owner cite voteRule { body about quorum half short } }
        }
    }
}"""
DESK = "query($agency: ID!) { personnelDesk(agency: $agency) { allowedActions } }"
VOTES = """query($id: ID!) { personnelAction(id: $id) { agreesAs steps { code
    voteRule { body about quorum base majority half short secret announced }
    votes { counts { choice name ballots } } action { id } } } }"""


@pytest.mark.parametrize("kind", [kind.name for kind in PersonnelActionKind])
async def test_every_condition_and_step_has_a_name(personnel: Personnel, kind: str) -> None:
    clerk = personnel.cast.town.people["clerk"]
    told = (await ask(personnel, "officer", PREPARED, person=clerk, kind=kind))["personnelStanding"]
    for each in (*told["gates"], *told["procedure"]["steps"]):
        assert each["name"] != each["code"]
    names = {gate["name"] for gate in told["gates"] if gate["code"] in DISCREET}
    assert names <= {"Không thuộc trường hợp chưa được thực hiện theo quy định"}


async def test_the_gates_know_a_wish_and_a_paper_that_are_only_meant(personnel: Personnel) -> None:
    clerk = personnel.cast.town.people["clerk"]
    for told, is_open in (
        ("", False),
        (", ownWish: true", True),
        (', paper: "not_meeting_requirements"', True),
        (', paper: "misconduct"', False),
    ):
        reading = (
            "query($person: ID!) { personnelStanding(personId: $person)"
            f" {{ gates(kind: LOWER_POST{told}) {{ open }} }} }}"
        )
        found = (await ask(personnel, "officer", reading, person=clerk))["personnelStanding"]
        assert found["gates"] == [{"open": is_open}], told


async def test_a_procedure_tells_what_its_proposal_asks_for(personnel: Personnel) -> None:
    clerk = personnel.cast.town.people["clerk"]

    async def told(kind: str) -> Any:
        answer = await ask(personnel, "officer", PREPARED, person=clerk, kind=kind)
        return answer["personnelStanding"]["procedure"]

    lower = await told("LOWER_POST")
    assert [step["code"] for step in lower["steps"]] == ["propose", "hear", "decide"]
    assert (lower["namesAPost"], lower["restsOnResults"], lower["mayBeWished"]) == (True,) * 3
    assert (lower["deciding"], [each["code"] for each in lower["paperGrounds"]]) == (
        "USING",
        ["not_meeting_requirements"],
    )
    assert (await told("SUSPENSION"))["namesAPost"] is False


@pytest.mark.parametrize(
    ("who", "may"),
    [
        (
            "officer",
            [
                *("ProposePersonnelAction", "RecordDiscipline", "RecordProcedure"),
                *("RecordProtectedState", "RecordSalary", "RecordServiceFact", "StateWish"),
            ],
        ),
        ("chair", ["ProposePersonnelAction"]),
    ],
)
async def test_what_is_named_about_a_person_is_done(
    personnel: Personnel, who: str, may: list[str]
) -> None:
    town = personnel.cast.town
    told = {"person": town.people["clerk"], "kind": "TRANSFER"}
    assert (await ask(personnel, who, PREPARED, **told))["personnelStanding"][
        "allowedActions"
    ] == may
    post = {"posting": town.postings["clerk"], "reason": REASON}
    target = deeds.Target(town.units["culture"], "member")
    proposal = {"kind": "transfer", **post, "target": target}
    assert await personnel.do(who, deeds.propose_personnel_action, **proposal)


@pytest.mark.parametrize(
    ("who", "may"),
    [
        (
            "officer",
            [
                *("AskDossier", "DrawRewardList", "ListPeriodicPosition"),
                *("ProposeRewardRegulation", "RecordSalaryFund"),
            ],
        ),
        ("chair", ["AskDossier", "ChooseIncomeScheme", "SetBonusFund"]),
        ("clerk", []),
        ("inspector", []),
    ],
)
async def test_the_desk_names_what_may_be_begun(
    personnel: Personnel, who: str, may: list[str]
) -> None:
    agency = personnel.cast.town.agencies["commune"]
    told = await ask(personnel, who, DESK, agency=agency)
    assert told["personnelDesk"]["allowedActions"] == may


async def test_a_count_names_those_voted_on_and_its_rule(
    personnel: Personnel, appointment: UUID
) -> None:
    clerk = str(personnel.cast.town.people["clerk"])
    await personnel.vote(appointment, STEP, {clerk: 21, "other": 4}, (40, 28))
    told = (await ask(personnel, "officer", VOTES, id=appointment))["personnelAction"]
    (step,) = (each for each in told["steps"] if each["code"] == STEP)
    name = (await personnel.cast.rows("person", "id = $1", UUID(clerk)))[0]["full_name"]
    assert step["votes"][0]["counts"] == [
        {"choice": clerk, "name": name, "ballots": 21},
        {"choice": "other", "name": "other", "ballots": 4},
    ]
    rule = step["voteRule"]
    assert (rule["body"], rule["about"]) == ("Tập thể lãnh đạo mở rộng", "NAMES")
    assert (rule["quorum"], rule["base"], rule["short"]) == ("2/3", "SUMMONED", "FORWARD")
    assert {each["action"]["id"] for each in told["steps"]} == {str(appointment)}
    assert [each["code"] for each in told["steps"] if each["voteRule"] is None]


async def test_who_agrees_reads_as_which_agency(personnel: Personnel) -> None:
    grounds = await personnel.three_years("clerk")
    to = {"to": ("neighbour", "member"), "grounds": grounds}
    id = await personnel.propose("transfer", "clerk", **to)
    for who, sides in (("chair", ["SENDING"]), ("stranger", ["RECEIVING"]), ("officer", [])):
        told = (await ask(personnel, who, VOTES, id=id))["personnelAction"]
        assert told["agreesAs"] == sides, who


async def test_a_step_out_of_order_is_refused_by_its_name(personnel: Personnel) -> None:
    id = await proposed(personnel)
    early = {**await personnel.at(id), "step": "decide"}
    refusal = await personnel.refused("officer", deeds.record_personnel_step, **early)
    assert refusal.message("vi") == "Bước tiếp theo của quy trình là “Đề xuất”."
