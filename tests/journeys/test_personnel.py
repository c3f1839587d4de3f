"""Two people's ways: to a lower post after a year not completed, and to an office elsewhere.

Over HTTP, each step by the person whose it is; at each somebody else tries it first.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from resolvers.core.ids import new_id
from tests.journeys.client import Answer
from tests.journeys.personnel import DECISION, JULY, LONG_AGO, PAPER, classed
from tests.journeys.served import Served

pytest_plugins = ("tests.journeys.fixtures",)

LOWERED, APPOINTED = "staff", "tl011"
"""Two members of the office."""
ACTION = "id version state name decisionNumber until steps { code name owner doneOn dueOn }"
GATES = "gates { code open moment because { text cite } evidence { kind id } } grounds { level }"
MINE = (
    "{ myPersonnelActions(first: 5) { nodes { id state reason allowedActions"
    " steps { code votes { summoned } hearings { said } } } } }"
)
OF_AGENCY = (
    "query($agency: ID!) { personnelActionsOfAgency(agency: $agency, first: 5)"
    " { totalCount nodes { id state allowedActions restsOnReplaced } } }"
)
OBJECTION = "Tôi không đồng ý vì khối lượng công việc đã tăng sau sáp nhập."
SPOKEN = "query($id: ID!) { personnelAction(id: $id) { steps { statements { stance said } } } }"
SHEETS = (
    "query($id: ID!) { node(id: $id) { ... on Person { sheets(first: 10)"
    " { nodes { id period unit { id } posting { office unit { id } } } } } } }"
)


@dataclass
class Case:
    """The served commune, and one action in it."""

    served: Served
    id: UUID | None = None

    async def refused(self, who: str, deed: str, code: str, /, **arguments: Any) -> Answer:
        """Refused with exactly this code: the attempt is in the audit, nothing else is written."""
        before = await self._trace()
        payload = await self.served.sign(who).do(deed, "__typename", **arguments)
        assert payload.get("code") == code, payload
        assert await self._trace() == before
        last = "select refusal from congtam.audit_leaf order by seq desc limit 1"
        assert await self.served.owner.fetchval(last) == code
        return payload

    async def _trace(self) -> list[tuple[Any, ...]]:
        return [row for row in await self.served.trace() if row[0] != "congtam.audit_leaf"]

    async def done(
        self, who: str, deed: str, selection: str = ACTION, /, **arguments: Any
    ) -> Answer:
        return await self.served.sign(who).done(deed, selection, **arguments)

    async def at(self) -> dict[str, Any]:
        """The action and its version, as a deed asks for them."""
        version = await self.served.owner.fetchval(
            "select version from congtam.personnel_action where id = $1", self.id
        )
        return {"action": self.id, "version": version}

    async def step(self, who: str, code: str, **more: Any) -> Answer:
        told = {**await self.at(), "step": code, "document": PAPER, **more}
        return await self.done(who, "recordPersonnelStep", **told)

    async def mine(self, who: str) -> list[Answer]:
        found = await self.served.sign(who).ask(MINE)
        nodes: list[Answer] = found["myPersonnelActions"]["nodes"]
        return nodes

    async def state(self, who: str, agency: str = "commune") -> str:
        id = self.served.ids.agencies[agency]
        found = await self.served.sign(who).ask(OF_AGENCY, agency=id)
        (action,) = found["personnelActionsOfAgency"]["nodes"]
        state: str = action["state"]
        return state


@pytest.fixture
async def case(commune: Served) -> Case:
    """With a personnel officer in the other commune, too."""
    ids = commune.ids
    await commune.owner.execute(
        "insert into congtam.mandate (id, person_id, agency_id, unit_id, kind, during)"
        " values ($1, $2, $3, $4, 'personnel_officer', daterange('2026-01-01', null))",
        new_id(),
        ids.people["far_staff"],
        ids.agencies["far"],
        ids.units["far"],
    )
    return Case(commune)


async def test_a_year_not_completed_leads_by_a_heads_decision_to_a_lower_post(case: Case) -> None:
    served, ids = case.served, case.served.ids
    lowest = await classed(served, LOWERED, "NOT_COMPLETED", 2025)
    target = {"unit": ids.units["economy"], "office": "MEMBER"}
    proposal = {
        "kind": "LOWER_POST",
        "posting": ids.postings[LOWERED],
        "reason": "Không hoàn thành nhiệm vụ năm 2025.",
        "target": target,
        "groundOn": "2026-06-08",
    }
    cited = {**proposal, "grounds": [{"classification": lowest}]}
    await case.refused("neighbour", "proposePersonnelAction", "NO_MANDATE", **cited)
    await case.refused(LOWERED, "proposePersonnelAction", "OWN_ACTION", **cited)
    await case.refused("head", "proposePersonnelAction", "GROUNDS_MISSING", **proposal)
    raised = {**cited, "kind": "HIGHER_POST"}
    closed = await case.refused("head", "proposePersonnelAction", "GATE_CLOSED", **raised)
    assert "Nghị định số 170/2025/NĐ-CP" in closed["message"]
    proposed = await case.done("head", "proposePersonnelAction", f"{ACTION} {GATES}", **cited)
    case.id = UUID(proposed["id"])
    assert proposed["name"] == "Thay đổi xuống vị trí việc làm xếp ngạch thấp hơn"
    assert [step["code"] for step in proposed["steps"]] == ["propose", "hear", "decide"]
    (gate,) = proposed["gates"]
    assert (gate["open"], gate["evidence"][0]) == (
        True,
        {"kind": "classification", "id": str(lowest)},
    )
    assert gate["because"][0]["cite"].startswith("điểm a khoản 4 Điều 24 Nghị định số 170/2025")

    await case.step("head", "propose")
    assert await case.mine(LOWERED) == []
    early = {**await case.at(), "effectiveOn": JULY, "decision": DECISION}
    await case.refused("chair", "decidePersonnelAction", "STEPS_MISSING", **early)
    hearing = {**await case.at(), "said": "Tôi đã hiểu và chấp hành phân công.", "document": PAPER}
    await case.refused("head", "hearPersonnelSubject", "NO_MANDATE", **hearing)
    await case.done("personnel", "hearPersonnelSubject", **hearing)
    (heard,) = await case.mine(LOWERED)
    assert heard["steps"][1]["hearings"] == [{"said": hearing["said"]}]
    assert heard["allowedActions"] == ["SpeakOnPersonnelAction"]
    own = {**await case.at(), "step": "hear", "stance": "OBJECTION", "said": OBJECTION}
    for who, code in (("personnel", "NOT_THE_PERSON"), ("chair", "NOT_THE_PERSON")):
        await case.refused(who, "speakOnPersonnelAction", code, **own)
    await case.refused(
        LOWERED, "speakOnPersonnelAction", "NOT_HEARD_YET", **{**own, "step": "propose"}
    )
    await case.done(LOWERED, "speakOnPersonnelAction", **own)
    again = {**own, **await case.at()}
    await case.refused(LOWERED, "speakOnPersonnelAction", "SPOKEN_ALREADY", **again)
    read = await served.sign("chair").ask(SPOKEN, id=case.id)
    assert read["personnelAction"]["steps"][1]["statements"] == [
        {"stance": "OBJECTION", "said": OBJECTION}
    ]

    decision = {**await case.at(), "effectiveOn": JULY, "decision": DECISION}
    for who, code in (
        ("province", "NOT_FOUND"),
        ("head", "NOT_DECIDING_HEAD"),
        ("personnel", "NOT_DECIDING_HEAD"),
        ("inspector", "NOT_DECIDING_HEAD"),
        (LOWERED, "OWN_ACTION"),
    ):
        await case.refused(who, "decidePersonnelAction", code, **decision)
    decided = await case.done("chair", "decidePersonnelAction", **decision)
    assert (decided["state"], decided["decisionNumber"]) == ("DECIDED", DECISION["number"])

    served.day.today = JULY
    assert await case.state("inspector") == "EFFECTIVE"
    month = {"unit": ids.units["economy"], "period": JULY}
    await served.sign("neighbour").done("openMonth", **month)
    found = await served.sign(LOWERED).ask(SHEETS, id=ids.people[LOWERED])
    places = {
        sheet["period"]: (sheet["unit"]["id"], sheet["posting"]["unit"]["id"])
        for sheet in found["node"]["sheets"]["nodes"]
    }
    office, economy = str(ids.units["office"]), str(ids.units["economy"])
    assert places == {"2026-06-01": (office, office), "2026-07-01": (economy, economy)}


async def _dossier(case: Case) -> None:
    """The other commune gets the file for its purpose, and the person sees who read it."""
    ids, served = case.served.ids, case.served
    asked = {
        "unit": ids.units["far"],
        "agencyCode": "H40.91",
        "staffCode": "TL011",
        "purpose": "APPOINTMENT",
        "matter": "Xem xét bổ nhiệm Phó Chánh Văn phòng.",
        "document": PAPER,
    }
    request = await case.done("far_staff", "askDossier", "id version", **asked)
    grant = {"requestId": request["id"], "version": request["version"], "ends": JULY}
    await case.refused("far_chair", "grantDossier", "NOT_AGENCY_HEAD", **grant)
    opened = await case.done("chair", "grantDossier", "id", **grant)
    reading = {"dossierId": opened["id"], "person": ids.people[APPOINTED]}
    other = {**reading, "purpose": "ROTATION"}
    payload = await served.sign("far_staff").do("readDossier", "__typename", **other)
    assert "code" in payload
    told = {**reading, "purpose": "APPOINTMENT"}
    read = await case.done("far_staff", "readDossier", "classes { year level }", **told)
    assert [each["level"] for each in read["classes"]] == ["GOOD"] * 3
    log = await served.sign(APPOINTED).ask(
        "{ myDossierReads(first: 5) { nodes { purpose readBy { fullName } } } }"
    )
    assert [each["purpose"] for each in log["myDossierReads"]["nodes"]] == ["APPOINTMENT"]


async def test_somebody_is_appointed_in_another_commune(case: Case) -> None:
    served, ids = case.served, case.served.ids
    classes = [await classed(served, APPOINTED, "GOOD", year) for year in (2023, 2024, 2025)]
    await served.owner.execute(
        "update congtam.posting set during = daterange($2, upper(during)) where id = $1",
        ids.postings[APPOINTED],
        LONG_AGO,
    )
    retirement = {"kind": "RETIREMENT", "day": "2050-01-01", "document": PAPER}
    who = {"person": ids.people[APPOINTED]}
    await case.done("personnel", "recordServiceFact", "id", **who, fact=retirement)
    await _dossier(case)

    proposal = {
        "kind": "APPOINTMENT",
        "posting": ids.postings[APPOINTED],
        "reason": "Kiện toàn lãnh đạo Văn phòng.",
        "target": {"unit": ids.units["far_office"], "office": "DEPUTY"},
        "effectiveOn": JULY,
        "grounds": [{"classification": each} for each in classes],
    }
    await case.refused("far_chair", "proposePersonnelAction", "NOT_FOUND", **proposal)
    proposed = await case.done("personnel", "proposePersonnelAction", **proposal)
    case.id = UUID(proposed["id"])
    assert [step["code"] for step in proposed["steps"]] == [
        *("request_policy", "decide_policy", "receiving_opinion", "sending_opinion"),
        *("sending_assessment", "hear", "appraise", "decide"),
    ]
    await case.step("personnel", "request_policy")
    policy = {**await case.at(), "step": "decide_policy", "document": PAPER}
    await case.refused("chair", "recordPersonnelStep", "NO_MANDATE", **policy)
    await case.step("province", "decide_policy")
    opinion = {**await case.at(), "step": "receiving_opinion", "document": PAPER}
    await case.refused("personnel", "recordPersonnelStep", "NO_MANDATE", **opinion)
    await case.step("far_staff", "receiving_opinion")
    vote: dict[str, Any] = {
        **await case.at(),
        "step": "sending_opinion",
        "summoned": 5,
        "present": 4,
        "document": PAPER,
    }
    full = [{"choice": "agree", "ballots": 4}, {"choice": "disagree", "ballots": 1}]
    await case.refused(
        "personnel", "holdPersonnelVote", "MORE_BALLOTS_THAN_PEOPLE", **vote, counts=full
    )
    counts = [{"choice": "agree", "ballots": 3}, {"choice": "disagree", "ballots": 1}]
    await case.done("personnel", "holdPersonnelVote", **vote, counts=counts)
    await case.step("personnel", "sending_assessment")
    assert await case.mine(APPOINTED) == []
    hearing = {**await case.at(), "said": "Tôi sẵn sàng nhận nhiệm vụ.", "document": PAPER}
    await case.done("personnel", "hearPersonnelSubject", **hearing)
    assert len(await case.mine(APPOINTED)) == 1
    await case.step("personnel", "appraise")

    decision = {**await case.at(), "effectiveOn": JULY, "decision": DECISION}
    await case.refused("province", "decidePersonnelAction", "STEPS_MISSING", **decision)
    for who_agrees, side in (("chair", "SENDING"), ("far_chair", "RECEIVING")):
        agreement = {"side": side, "document": PAPER}
        told = {**await case.at(), **agreement}
        await case.refused("personnel", "agreePersonnelAction", "NOT_AGENCY_HEAD", **told)
        await case.done(who_agrees, "agreePersonnelAction", **told)
    decision = {**await case.at(), "effectiveOn": JULY, "decision": DECISION}
    await case.refused("chair", "decidePersonnelAction", "NOT_DECIDING_HEAD", **decision)
    decided = await case.done("province", "decidePersonnelAction", **decision)
    assert (decided["state"], decided["until"]) == ("DECIDED", "2031-07-01")

    served.day.today = JULY
    assert await case.state("far_staff", "far") == "EFFECTIVE"
    directory = "query($id: ID!) { node(id: $id) { ... on Person { fullName agency { id } } } }"
    found = await served.sign("far_chair").ask(directory, id=ids.people[APPOINTED])
    assert found["node"]["agency"]["id"] == str(ids.agencies["far"])
    # The commune reads its own part still: the sheet of June keeps its unit.
    sheet = "query($id: ID!) { node(id: $id) { ... on Sheet { period unit { id } } } }"
    june = await served.sign("head").ask(sheet, id=ids.sheets[APPOINTED])
    assert june["node"] == {"period": "2026-06-01", "unit": {"id": str(ids.units["office"])}}
