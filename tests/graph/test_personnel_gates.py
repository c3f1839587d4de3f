"""Gates, what may be proposed, and what is due, through the contract: who is told what."""

import json
from datetime import date
from typing import Any

import pytest
import pytest_asyncio

from gateway.database import PgDatabase
from gateway.graph import Ask
from gateway.postgres.roles import Connection
from resolvers import personnel as deeds
from resolvers.core.request import Request
from tests.graph.fixture_world import Counted
from tests.graphs import platform
from tests.resolvers.cast import DAY, build
from tests.resolvers.personnel.records import listed_position, protect
from tests.resolvers.personnel.story import OFFICES, PAPER, Personnel
from tests.resolvers.town import build as build_town
from tests.resolvers.town import mandate, person

STANDING = """query($person: ID!) { personnelStanding(personId: $person) {
    day person { fullName }
    gates(kind: TRANSFER) {
        code open missing waivableByWish specialCase because { text cite } cites
        evidence { kind id edition }
    }
    proposals { kind because { text cite } dueOn evidence { kind id } }
} }"""


@pytest_asyncio.fixture
async def personnel(database: PgDatabase, owner: Connection) -> Personnel:
    town = await build_town(database, owner)
    cast = await build(town)
    for name, (full, kind, unit) in OFFICES.items():
        town.people[name] = await person(town, full, town.agency_of(unit))
        await mandate(town, name, kind, unit)
    return Personnel(cast)


async def ask(
    personnel: Personnel, who: str, document: str, day: date = DAY, **variables: Any
) -> Any:
    """What somebody is answered on a day; a read takes one statement."""
    request = await personnel.cast.request(who, day)

    async def renewed() -> Request:
        return request

    counted = Counted(personnel.cast.town.database)
    told = {name: str(value) for name, value in variables.items()}
    answer = await platform().respond(
        Ask(document, variables=told), request, counted, renewed=renewed
    )
    found = json.loads(answer.body)
    assert "errors" not in found, found["errors"]
    if document.startswith("query"):
        assert len(counted.statements) == 1
    return found["data"]


class TestStanding:
    @pytest.mark.parametrize("who", ["officer", "chair"])
    async def test_is_told_to_who_prepares_and_to_the_head_of_the_agency(
        self, personnel: Personnel, who: str
    ) -> None:
        id = await protect(personnel)
        clerk = personnel.cast.town.people["clerk"]
        told = (await ask(personnel, who, STANDING, person=clerk))["personnelStanding"]
        found = {gate["code"]: gate for gate in told["gates"]}
        child = found["no_pregnancy_or_small_child"]
        assert (child["open"], child["waivableByWish"]) == (False, True)
        assert child["cites"] == ["điểm đ khoản 5 Điều 25 Nghị định số 170/2025/NĐ-CP"]
        assert child["evidence"] == [{"kind": "protected_state", "id": str(id), "edition": None}]
        assert found["no_blocking_procedure"]["open"]

    @pytest.mark.parametrize(
        "who", ["clerk", "chief", "typist", "inspector", "neighbouring", "stranger", "governor"]
    )
    async def test_is_nobody_elses_nor_ones_own(self, personnel: Personnel, who: str) -> None:
        clerk = personnel.cast.town.people["clerk"]
        told = await ask(personnel, who, STANDING, person=clerk)
        assert told["personnelStanding"] is None

    async def test_names_what_the_lowest_class_lets_be_proposed_and_by_when(
        self, personnel: Personnel
    ) -> None:
        case = await personnel.classed("clerk", "NOT_COMPLETED")
        clerk = personnel.cast.town.people["clerk"]
        told = (await ask(personnel, "officer", STANDING, person=clerk))["personnelStanding"]
        lower, leaving = told["proposals"]
        assert (lower["kind"], lower["dueOn"]) == ("LOWER_POST", None)
        assert (leaving["kind"], leaving["dueOn"]) == ("TERMINATION", "2026-07-08")
        assert leaving["because"] == {
            "text": "Năm 2025: Không hoàn thành nhiệm vụ",
            "cite": "khoản 3 Điều 57 Nghị định số 170/2025/NĐ-CP",
        }
        assert leaving["evidence"][0] == {"kind": "classification", "id": str(case)}

    async def test_says_what_is_not_known(self, personnel: Personnel) -> None:
        document = STANDING.replace("kind: TRANSFER", "kind: APPOINTMENT, office: DEPUTY")
        clerk = personnel.cast.town.people["clerk"]
        told = (await ask(personnel, "officer", document, person=clerk))["personnelStanding"]
        missing = [gate["code"] for gate in told["gates"] if gate["missing"]]
        assert missing == ["three_years_evaluated", "a_whole_term_before_retirement"]


class TestAlerts:
    async def test_a_term_is_told_ninety_days_before_its_end(self, personnel: Personnel) -> None:
        town = personnel.cast.town
        await personnel.fact(
            "chief",
            "term",
            date(2026, 9, 13),
            posting=town.postings["chief"],
            starts_on=date(2021, 9, 14),
        )
        await personnel.fact(
            "curator",
            "term",
            date(2026, 9, 14),
            posting=town.postings["curator"],
            starts_on=date(2021, 9, 15),
        )
        document = """query($agency: ID!) { termsEnding(agency: $agency, first: 5) {
            endsOn noticeBy person { fullName } posting { office } } }"""
        agency = town.agencies["commune"]
        (found,) = (await ask(personnel, "officer", document, agency=agency))["termsEnding"]
        assert (found["endsOn"], found["noticeBy"]) == ("2026-09-13", "2026-06-15")
        assert found["person"] == {"fullName": "Lê Hoàng Ân"}
        later = await ask(personnel, "officer", document, date(2026, 6, 16), agency=agency)
        assert len(later["termsEnding"]) == 2
        assert (await ask(personnel, "typist", document, agency=agency))["termsEnding"] == []

    async def test_a_post_that_ends_by_itself_is_a_term_too(self, personnel: Personnel) -> None:
        town = personnel.cast.town
        await town.owner.execute(
            "update congtam.posting set during = daterange('2021-08-01', '2026-08-01')"
            " where id = $1",
            town.postings["chief"],
        )
        document = """query($agency: ID!) { termsEnding(agency: $agency, first: 5) { endsOn } }"""
        agency = town.agencies["commune"]
        told = await ask(personnel, "officer", document, agency=agency)
        assert told["termsEnding"] == [{"endsOn": "2026-07-31"}]

    async def test_a_lowest_class_is_told_with_its_thirty_days(self, personnel: Personnel) -> None:
        await personnel.classed("clerk", "NOT_COMPLETED")
        await personnel.classed("typist", "GOOD")
        document = """query($agency: ID!) { lowestClasses(agency: $agency, first: 5) {
            year office knownOn terminationBy person { fullName } classification { state } } }"""
        agency = personnel.cast.town.agencies["commune"]
        (found,) = (await ask(personnel, "officer", document, agency=agency))["lowestClasses"]
        assert (found["knownOn"], found["terminationBy"]) == ("2026-06-08", "2026-07-08")
        assert found["person"] == {"fullName": "Hồ Văn Ẩn"}
        later = await ask(personnel, "officer", document, date(2026, 12, 6), agency=agency)
        assert later["lowestClasses"] == []

    async def test_a_periodic_change_is_told_ninety_days_ahead(self, personnel: Personnel) -> None:
        position = await listed_position(personnel)
        await personnel.do(
            "officer", deeds.list_periodic_position, position=position, years=2, document=PAPER
        )
        document = """query($agency: ID!) { periodicChangesDue(agency: $agency, first: 5) {
            since years dueOn person { fullName } posting { office } } }"""
        agency = personnel.cast.town.agencies["commune"]
        early = await ask(personnel, "officer", document, date(2027, 10, 2), agency=agency)
        assert early["periodicChangesDue"] == []
        (found,) = (await ask(personnel, "officer", document, date(2027, 10, 3), agency=agency))[
            "periodicChangesDue"
        ]
        assert (found["since"], found["years"], found["dueOn"]) == (
            "2026-01-01",
            2,
            "2028-01-01",
        )


async def test_records_are_made_and_read_through_the_contract(personnel: Personnel) -> None:
    document = """mutation($person: ID!) { recordProtectedState(person: $person, state: HARDSHIP,
        since: "2026-06-01", document: {number: "5/XN", day: "2026-06-02"}) {
        ... on ProtectedState { state since until documentNo allowedActions person { fullName } }
        ... on Refused { code } } }"""
    clerk = personnel.cast.town.people["clerk"]
    told = (await ask(personnel, "officer", document, person=clerk))["recordProtectedState"]
    assert (told["state"], told["since"], told["until"]) == ("HARDSHIP", "2026-06-01", None)
    assert told["allowedActions"] == ["EndProtectedState"]
    refused = (await ask(personnel, "chief", document, person=clerk))["recordProtectedState"]
    assert refused == {"code": "NO_MANDATE"}
    reading = """query($person: ID!) { protectedStates(person: $person, first: 5) {
        totalCount nodes { state allowedActions } } }"""
    own = (await ask(personnel, "clerk", reading, person=clerk))["protectedStates"]
    assert own == {"totalCount": 1, "nodes": [{"state": "HARDSHIP", "allowedActions": []}]}
    hidden = (await ask(personnel, "inspector", reading, person=clerk))["protectedStates"]
    assert hidden == {"totalCount": 0, "nodes": []}
