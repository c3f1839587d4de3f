"""Personnel actions through the contract: what is told of one, to whom, in one statement."""

from typing import Any

from resolvers import personnel as deeds
from tests.graph.test_personnel_gates import ask
from tests.graph.test_personnel_gates import personnel as personnel
from tests.resolvers.personnel.story import JULY, Personnel, later
from tests.resolvers.personnel.test_kinds import LONG_AGO, RETIRES
from tests.resolvers.personnel.test_lower_post import proposed

WHOLE = """query($id: ID!) { personnelAction(id: $id) {
    kind name state source ownWish reason cites targetOffice effectiveOn until decisionNumber
    decisionSha256 restsOnReplaced version allowedActions toldAt
    person { fullName } posting { office } agency { name } decidingUnit { name }
    receivingAgency { name } targetUnit { name } proposedBy { fullName } decidedBy { fullName }
    grounds { kind period edition level replaced classification { year } }
    gates { moment code open cites because { text cite } evidence { kind id } }
    agreements { side number day sha256 agreedBy { fullName } }
    steps {
        ordinal code name owner cite dueOn overdue needsVote needsDocument hearsPerson revealsResult
        doneOn documentNumber documentSha256 doneBy { fullName }
        votes { summoned present counts { choice ballots } findings { text cite } chosen passed }
        hearings { heardOn said heardBy { fullName } }
    }
} }"""
TO_DECIDE = "query { personnelActionsToDecide(first: 5) { totalCount nodes { id } } }"
DUE = (
    "query($agency: ID!) { personnelStepsDue(agency: $agency, overdue: true, first: 5)"
    " { nodes { code dueOn overdue } } }"
)
OF = {
    "agency": "query($id: ID!) { personnelActionsOfAgency(agency: $id, open: true, first: 5)"
    " { totalCount } }",
    "person": "query($id: ID!) { personnelActionsOfPerson(person: $id, first: 5) { totalCount } }",
}


async def decided(personnel: Personnel) -> Any:
    """An appointment in the other commune, decided."""
    grounds = await personnel.three_years("clerk")
    await personnel.since("clerk", LONG_AGO)
    await personnel.fact("clerk", "retirement", RETIRES)
    to = {"to": ("neighbour", "deputy"), "grounds": grounds, "effective_on": JULY}
    id = await personnel.propose("appointment", "clerk", **to)
    await personnel.walk(id, "clerk", "governor")
    for by, side in (("chair", "sending"), ("stranger", "receiving")):
        await personnel.agree(id, by, side)
    await personnel.decide(id, "governor")
    return id


async def test_the_whole_of_it_is_told_to_who_decides(personnel: Personnel) -> None:
    id = await decided(personnel)
    told = (await ask(personnel, "governor", WHOLE, id=id))["personnelAction"]
    assert (told["name"], told["state"], told["source"]) == ("Bổ nhiệm", "DECIDED", "EXTERNAL")
    assert (told["effectiveOn"], told["until"]) == ("2026-07-01", "2031-07-01")
    assert told["allowedActions"] == ["CancelPersonnelAction"]
    assert [ground["classification"] for ground in told["grounds"]] == [
        {"year": year} for year in (2023, 2024, 2025)
    ]
    assert {gate["moment"] for gate in told["gates"]} == {"PROPOSAL", "DECISION"}
    assert all(gate["open"] and gate["because"] for gate in told["gates"])
    assert [each["side"] for each in told["agreements"]] == ["SENDING", "RECEIVING"]
    steps = {step["code"]: step for step in told["steps"]}
    assert steps["hear"]["name"] == "Gặp gỡ, nghe ý kiến của công chức"
    assert steps["hear"]["cite"] == "khoản 3 Điều 33 Nghị định số 170/2025/NĐ-CP"
    (vote,) = steps["sending_opinion"]["votes"]
    assert vote["counts"] == [
        {"choice": "agree", "ballots": 8},
        {"choice": "disagree", "ballots": 1},
    ]
    assert (vote["chosen"], vote["passed"]) == ("agree", True)
    assert vote["findings"][-1]["text"].startswith("Đạt 8/9")
    later_on = (await ask(personnel, "governor", WHOLE, JULY, id=id))["personnelAction"]
    assert (later_on["state"], later_on["allowedActions"]) == ("EFFECTIVE", [])


async def test_the_person_reads_his_own_and_colleagues_nothing(personnel: Personnel) -> None:
    id = await decided(personnel)
    told = (await ask(personnel, "clerk", WHOLE, id=id))["personnelAction"]
    assert (told["state"], told["allowedActions"]) == ("DECIDED", [])
    assert told["gates"]
    town = personnel.cast.town
    for who in ("typist", "curator", "administrator"):
        assert (await ask(personnel, who, WHOLE, id=id))["personnelAction"] is None
        for whose, of in (("person", town.people["clerk"]), ("agency", town.agencies["commune"])):
            (found,) = (await ask(personnel, who, OF[whose], id=of)).values()
            assert found["totalCount"] == 0


async def test_heads_find_what_waits_for_them_and_officers_what_is_late(
    personnel: Personnel,
) -> None:
    id = await proposed(personnel)
    assert (await ask(personnel, "chair", TO_DECIDE))["personnelActionsToDecide"]["nodes"] == []
    await personnel.walk(id, "clerk", "chair")
    waiting = (await ask(personnel, "chair", TO_DECIDE))["personnelActionsToDecide"]
    assert waiting == {"totalCount": 1, "nodes": [{"id": str(id)}]}
    for who in ("governor", "chief", "clerk", "officer"):
        nobody = (await ask(personnel, who, TO_DECIDE))["personnelActionsToDecide"]
        assert nobody["totalCount"] == 0
    (case,) = await personnel.cast.rows("classification")
    grounds = [deeds.Cited(classification=case["id"])]
    await personnel.propose("termination", "clerk", grounds=grounds, ground_on=later(-7))
    # That one waits at another step, which changes nothing of the first.
    assert (await ask(personnel, "chair", TO_DECIDE))["personnelActionsToDecide"] == waiting
    agency = personnel.cast.town.agencies["commune"]
    late = await ask(personnel, "officer", DUE, later(40), agency=agency)
    assert late["personnelStepsDue"]["nodes"] == [
        {"code": "decide", "dueOn": "2026-07-08", "overdue": True}
    ]
