"""Sentence 18 for the registers: agencies, units, posts, roles, lists name what would be done."""

from typing import Any

import pytest

from tests.journeys.client import Answer
from tests.journeys.people import LENT
from tests.journeys.served import Served

pytest_plugins = ("tests.journeys.fixtures",)

WHO = ("personnel", "admin", "chair", "head", "staff", "inspector", "province", "registrar")
OF_THE_AGENCY = {
    "ComputeResults": {"personnel", "chair"},
    "DefinePosition": {"personnel"},
    "DraftCatalogue": {"personnel", "registrar", "chair", "head"},
    "ImportCatalogue": {"personnel", "registrar", "chair", "head"},
    "ImportPositions": {"personnel"},
    "ImportStaff": {"personnel"},
    "RecordAbsence": {"personnel", "chair"},
    "RegisterPerson": {"personnel"},
    "SetAgencyCode": {"admin"},
    "SetDeductionScale": {"chair"},
    "SetSwitch": {"chair"},
}
OF_THE_OFFICE = {
    "AppointPosting": {"personnel"},
    "CloseUnit": {"personnel"},
    "EstablishUnit": {"personnel"},
    "GrantMandate": {"admin"},
    "MoveUnit": {"personnel"},
    "Reorganise": {"personnel", "registrar"},
}
AGENCY = "query($id: ID!) { agency(id: $id) { allowedActions } }"
UNIT = "query($id: ID!) { unit(id: $id) { allowedActions mayGrantLockException } }"
PERSON = """
query($id: ID!) { person(id: $id) {
    allowedActions
    postings(first: 5) { allowedActions office }
    mandates(first: 5) { id version allowedActions }
} }
"""
LISTS = """
query($agency: ID!, $unit: ID!) {
  agency(id: $agency) { catalogues(first: 5) { nodes { state allowedActions } } }
  positions(agency: $agency, first: 1) { nodes { id version allowedActions } }
  delegationsOf(unit: $unit, first: 5) { nodes { id version allowedActions } }
}
"""


async def may(desk: Served, question: str, root: str, **told: Any) -> dict[str, set[str]]:
    """Who is told which action."""
    found: dict[str, set[str]] = {}
    for who in WHO:
        answer = await desk.sign(who).ask(question, **told)
        for action in (answer[root] or {"allowedActions": []})["allowedActions"]:
            found.setdefault(action, set()).add(who)
    return found


class TestAnAgency:
    async def test_names_to_each_what_he_may_do(self, desk: Served) -> None:
        found = await may(desk, AGENCY, "agency", id=desk.ids.agencies["commune"])
        assert found == OF_THE_AGENCY

    async def test_names_nothing_to_anybody_of_another(self, desk: Served) -> None:
        found = await may(desk, AGENCY, "agency", id=desk.ids.agencies["far"])
        assert found == {
            "DraftCatalogue": {"registrar"},
            "ImportCatalogue": {"registrar"},
        }


class TestAUnit:
    async def test_names_to_each_what_he_may_do(self, desk: Served) -> None:
        found = await may(desk, UNIT, "unit", id=desk.ids.units["office"])
        assert found == OF_THE_OFFICE

    async def test_tells_the_next_head_up_that_its_locks_are_his(self, desk: Served) -> None:
        told = {
            who: (await desk.sign(who).ask(UNIT, id=desk.ids.units["office"]))["unit"]
            for who in WHO
        }
        opens = {who for who, each in told.items() if each and each["mayGrantLockException"]}
        assert opens == {"chair"}


class TestAPerson:
    async def test_names_what_may_be_done_with_his_posts_and_roles(self, desk: Served) -> None:
        inspector = desk.ids.people["inspector"]
        by_personnel = (await desk.sign("personnel").ask(PERSON, id=inspector))["person"]
        assert by_personnel["allowedActions"] == ["CorrectPerson", "RecordAbsence"]
        (post,) = by_personnel["postings"]
        assert post["allowedActions"] == ["AppointPosting", "EndPosting"]
        assert [each["allowedActions"] for each in by_personnel["mandates"]] == [[]]
        by_admin = (await desk.sign("admin").ask(PERSON, id=inspector))["person"]
        assert [each["allowedActions"] for each in by_admin["mandates"]] == [["RevokeMandate"]]

    async def test_is_never_told_to_appoint_himself(self, desk: Served) -> None:
        me = desk.ids.people["personnel"]
        found = (await desk.sign("personnel").ask(PERSON, id=me))["person"]
        assert [each["allowedActions"] for each in found["postings"]] == [["EndPosting"]]
        assert found["allowedActions"] == ["CorrectPerson"]

    async def test_puts_only_deputies_in_charge(self, desk: Served) -> None:
        for who, office, named in (
            ("deputy", "DEPUTY", ["AssignCharge"]),
            ("staff", "MEMBER", []),
        ):
            found = await desk.sign("head").ask(PERSON, id=desk.ids.people[who])
            (post,) = found["person"]["postings"]
            assert (post["office"], post["allowedActions"]) == (office, named)


class TestLists:
    @pytest.mark.parametrize(("who", "named"), [("personnel", []), ("province", []), ("staff", [])])
    async def test_that_are_decided_stay_as_they_are(
        self, desk: Served, who: str, named: list[str]
    ) -> None:
        told = {"agency": desk.ids.agencies["commune"], "unit": desk.ids.units["society"]}
        found = await desk.sign(who).ask(LISTS, **told)
        states = {each["state"]: each["allowedActions"] for each in self.lists(found)}
        assert states == {"APPROVED": named}

    async def test_name_the_next_step_to_whom_it_belongs(self, commune: Served) -> None:
        agency = commune.ids.agencies["commune"]
        draft = await commune.sign("personnel").done("newEdition", "id version", agency=agency)
        assert await self.steps(commune, "DRAFT") == {
            "EditCatalogue": {"personnel", "chair", "head", "registrar"},
            "ProposeCatalogue": {"personnel", "chair", "head", "registrar"},
        }
        waiting = "{ cataloguesToDecide(first: 5) { nodes { id } } }"
        assert (await commune.sign("province").ask(waiting))["cataloguesToDecide"]["nodes"] == []
        await commune.sign("personnel").done(
            "proposeCatalogue", catalogueId=draft["id"], version=draft["version"]
        )
        assert await self.steps(commune, "PROPOSED") == {
            "ApproveCatalogue": {"province"},
            "ReturnCatalogue": {"province"},
        }
        for who in WHO:
            found = await commune.sign(who).ask(waiting)
            ids = [each["id"] for each in found["cataloguesToDecide"]["nodes"]]
            assert ids == ([draft["id"]] if who == "province" else []), who

    async def steps(self, commune: Served, state: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        told = {
            "agency": commune.ids.agencies["commune"],
            "unit": commune.ids.units["society"],
        }
        for who in WHO:
            for each in self.lists(await commune.sign(who).ask(LISTS, **told)):
                for action in each["allowedActions"] if each["state"] == state else ():
                    found.setdefault(action, set()).add(who)
        return found

    def lists(self, found: Answer) -> list[Answer]:
        nodes: list[Answer] = found["agency"]["catalogues"]["nodes"]
        return nodes

    async def test_of_positions_and_delegations_name_theirs(self, desk: Served) -> None:
        lender, acting = LENT["society"]
        told = {"agency": desk.ids.agencies["commune"], "unit": desk.ids.units["society"]}
        for who, position, lent in (
            ("personnel", ["DefineKpi", "DefinePosition"], []),
            ("chair", ["DefineKpi"], []),
            ("staff", [], []),
            (lender, [], ["RevokeDelegation"]),
            (acting, [], []),
        ):
            found = await desk.sign(who).ask(LISTS, **told)
            assert found["positions"]["nodes"][0]["allowedActions"] == position, who
            assert found["delegationsOf"]["nodes"][0]["allowedActions"] == lent, who


ABSENT = """
query($unit: ID!, $on: Date!) {
  absencesIn(unit: $unit, on: $on, first: 5) { nodes { person { id } allowedActions } }
}
"""


async def test_an_absence_is_told_for_its_days_to_those_who_see_it(commune: Served) -> None:
    person = commune.ids.people["staff"]
    await commune.sign("personnel").done(
        "recordAbsence",
        person=person,
        kind="SICK",
        begins="2026-06-10",
        ends="2026-06-20",
        document={"number": "7/GCN"},
    )
    office = commune.ids.units["office"]
    for who, on, named in (
        ("personnel", "2026-06-19", [["AnnulAbsence", "EndAbsence"]]),
        ("personnel", "2026-06-20", []),
        ("personnel", "2026-06-09", []),
        ("staff", "2026-06-15", [[]]),
        ("neighbour", "2026-06-15", []),
    ):
        found = await commune.sign(who).ask(ABSENT, unit=office, on=on)
        nodes = found["absencesIn"]["nodes"]
        assert [each["allowedActions"] for each in nodes] == named, (who, on)


MONTHS = """
query($agency: ID!, $period: Date!) {
  unitsScoring(agencyId: $agency, first: 10) { nodes {
    name month(period: $period) { state people signed }
  } }
}
"""


async def test_units_tell_where_their_month_stands(desk: Served) -> None:
    agency = desk.ids.agencies["commune"]
    found = await desk.sign("personnel").ask(MONTHS, agency=agency, period="2026-06-01")
    months = {each["name"]: each["month"] for each in found["unitsScoring"]["nodes"]}
    sheets = await desk.owner.fetch(
        "select u.name, count(*) as people from congtam.sheet s join congtam.unit u"
        " on u.id = s.scoring_unit_id where s.agency_id = $1 group by u.name",
        agency,
    )
    for row in sheets:
        if row["name"] in months:
            told = {"state": "OPEN", "people": row["people"], "signed": 0}
            assert months[row["name"]] == told, row["name"]
    assert len(months) >= 4
    before = await desk.sign("personnel").ask(MONTHS, agency=agency, period="2026-05-01")
    assert {each["month"] for each in before["unitsScoring"]["nodes"]} == {None}


SWITCHES = (
    "{ switchQuestions { name asks answers allowed default basis } generalCriteria { code name } }"
)


async def test_what_is_left_open_is_told_in_the_readers_language(desk: Served) -> None:
    told = (("vi", "tháng hay theo quý", "Nghị định"), ("en", "by the quarter", "Decree"))
    for language, asks, basis in told:
        found = await desk.sign("chair").ask(SWITCHES, language=language)
        cycle = next(each for each in found["switchQuestions"] if each["name"] == "cycle")
        assert asks in cycle["asks"]
        assert basis in cycle["basis"]
        assert (cycle["answers"], cycle["default"]) == (["month", "quarter"], "month")
        closes = next(e for e in found["switchQuestions"] if e["name"] == "entry_closes_day")
        assert (closes["answers"], closes["allowed"]) == ([], "5–25")
        assert found["generalCriteria"][0]["code"] == "I.1"
        assert len(found["generalCriteria"]) == 10
