"""What the API answers about results and absences, and to whom."""

import json
from datetime import date
from typing import Any

import pytest

from gateway.graph import Ask
from resolvers import results
from tests.graphs import platform
from tests.resolvers.cast import Cast
from tests.resolvers.results.year import AFTER, MONTHS, TOTALS, YEAR, Year

ASKED = """
query($agency: ID!, $unit: ID!, $person: ID!) {
  mine: myResults(first: 5) { nodes { ...told } }
  agency: resultsOfAgency(agency: $agency, span: YEAR, period: "2026-01-01", first: 50) {
    nodes { person { fullName } }
  }
  unit: resultsOfUnit(unit: $unit, span: YEAR, period: "2026-01-01", first: 50) {
    nodes { person { fullName } }
  }
  his: resultsOfPerson(person: $person, first: 5) { nodes { ...told } }
  stale: staleResults(agency: $agency, span: YEAR, period: "2026-01-01", first: 50) {
    nodes { person { fullName } stale }
  }
  absences: absencesOfPerson(person: $person, first: 5) { nodes { kind since until documentNo } }
}
fragment told on PeriodResult {
  total rawTotal level rated notRatedBecause monthsWorked provisional edition stale cites inputs
  agency { name } unit { name }
  months {
    period days standing
    sheets { sheet days total level agency }
    absent { kind days }
    missing { because days unitName headName }
  }
  steps { text value cite }
}
"""
READERS = {
    "clerk": {"Hồ Văn Ẩn"},
    "chief": {"Hồ Văn Ẩn", "Bùi Gia Bảo"},
    "stranger": set(),
    "typist": {"Bùi Gia Bảo"},
    "archivist": set(),
}
"""Who sees whose results, of those in the office who have a sheet."""


@pytest.fixture
async def year(cast: Cast) -> Year:
    """The clerk has a year; of the typist the last month is missing."""
    year = Year(cast)
    await year.whole("clerk")
    await year.whole("typist", TOTALS[:11])
    await year.absent("clerk", "sick", date(2026, 3, 1), date(2026, 3, 11))
    told = {"agency": cast.town.agencies["commune"], "span": "year", "period": YEAR}
    await cast.do("officer", results.compute_results, today=AFTER, **told)
    return year


async def answer(year: Year, name: str, person: str = "clerk") -> Any:
    town = year.cast.town
    request = await year.cast.request(name, AFTER)
    variables = {
        "agency": str(town.agencies["commune"]),
        "unit": str(town.units["office"]),
        "person": str(town.people[person]),
    }
    ask = Ask.parse(json.dumps({"query": ASKED, "variables": variables}))
    told = json.loads(await platform().execute(ask, request, town.database))
    assert "errors" not in told
    return told["data"]


def names(found: Any) -> set[str]:
    return {each["person"]["fullName"] for each in found["nodes"]}


class TestResults:
    async def test_are_recomputed_from_the_answer_alone(self, year: Year) -> None:
        (mine,) = (await answer(year, "clerk"))["mine"]["nodes"]
        again = results.recomputed(json.loads(mine["inputs"]))
        assert (str(again.total), again.level) == (mine["total"], mine["level"])
        # And by hand: every month is there with its sheet, its days and its score.
        totals = [month["sheets"][0]["total"] for month in mine["months"]]
        assert tuple(totals) == TOTALS
        assert sum(int(total.replace(".", "")) for total in totals) / 12 / 100 == 90
        assert [month["sheets"][0]["sheet"] for month in mine["months"]] == [
            str(year.sheets["clerk", month]) for month in MONTHS
        ]
        march = mine["months"][2]
        assert march["absent"] == [{"kind": "SICK", "days": 10}]
        assert (march["days"], march["sheets"][0]["days"]) == (31, 21)

    async def test_tell_their_steps_in_vietnamese_with_the_articles(self, year: Year) -> None:
        (mine,) = (await answer(year, "clerk"))["mine"]["nodes"]
        assert mine["steps"][-1]["value"] == "EXCELLENT"
        assert any("Điểm trung bình cộng" in step["text"] for step in mine["steps"])
        assert {step["cite"] for step in mine["steps"]} <= set(mine["cites"])

    async def test_name_the_head_who_owes_a_month(self, year: Year) -> None:
        (his,) = (await answer(year, "officer", "typist"))["his"]["nodes"]
        assert (his["total"], his["level"]) == (None, "INSUFFICIENT_DATA")
        assert his["months"][11]["missing"] == [
            {"because": "NOT_OPENED", "days": 31, "unitName": "office", "headName": "Lê Hoàng Ân"}
        ]

    @pytest.mark.parametrize("name", READERS)
    async def test_are_seen_by_the_person_and_those_who_answer_for_him(
        self, year: Year, name: str
    ) -> None:
        found = await answer(year, name)
        with_sheets = {"Hồ Văn Ẩn", "Bùi Gia Bảo"}
        assert names(found["agency"]) & with_sheets == READERS[name]
        assert names(found["unit"]) & with_sheets == READERS[name]
        assert bool(found["his"]["nodes"]) == ("Hồ Văn Ẩn" in READERS[name])

    @pytest.mark.parametrize("name", ["officer", "inspector", "chair"])
    async def test_are_seen_as_a_whole_by_whom_the_agency_answers_to(
        self, year: Year, name: str
    ) -> None:
        found = await answer(year, name)
        assert len(found["agency"]["nodes"]) == 11

    async def test_say_when_they_are_stale(self, year: Year) -> None:
        assert (await answer(year, "officer"))["stale"]["nodes"] == []
        await year.change("clerk", MONTHS[0], "10.00")
        found = await answer(year, "officer")
        assert names(found["stale"]) == {"Hồ Văn Ẩn"}
        assert found["his"]["nodes"][0]["stale"] is True
        assert (await answer(year, "clerk"))["mine"]["nodes"][0]["stale"] is True


class TestAbsences:
    @pytest.mark.parametrize(
        ("name", "seen"),
        [
            ("clerk", True),
            ("chief", True),
            ("chair", True),
            ("officer", True),
            ("inspector", True),
            ("typist", False),
            ("archivist", False),
            ("stranger", False),
        ],
    )
    async def test_are_seen_by_the_person_his_heads_and_the_personnel_body(
        self, year: Year, name: str, seen: bool
    ) -> None:
        told = {"kind": "SICK", "since": "2026-03-01", "until": "2026-03-10", "documentNo": "12/QĐ"}
        assert (await answer(year, name))["absences"]["nodes"] == ([told] if seen else [])


async def test_a_deed_answers_with_what_it_recorded(cast: Cast) -> None:
    """Through the mutation, with its document and its kind as the contract names them."""
    asked = """mutation($person: ID!) {
      recordAbsence(person: $person, kind: UNPAID, begins: "2026-03-01", ends: "2026-04-01",
        document: { number: "12/QĐ", day: "2026-02-20" }) {
        __typename ... on Absence { kind until documentDay person { fullName } version }
      }
    }"""
    request = await cast.request("officer", AFTER)
    ask = Ask.parse(
        json.dumps({"query": asked, "variables": {"person": str(cast.town.people["clerk"])}})
    )
    told = json.loads(await platform().execute(ask, request, cast.town.database))
    assert told["data"]["recordAbsence"] == {
        "__typename": "Absence",
        "kind": "UNPAID",
        "until": "2026-03-31",
        "documentDay": "2026-02-20",
        "person": {"fullName": "Hồ Văn Ẩn"},
        "version": 1,
    }


async def test_computing_answers_with_its_run(cast: Cast) -> None:
    year = Year(cast)
    await year.whole("clerk")
    asked = """mutation($agency: ID!, $key: String!) {
      computeResults(agency: $agency, span: YEAR, period: "2026-01-01", idempotencyKey: $key) {
        __typename
        ... on ResultRun { people written incomplete unrated computedBy { fullName } }
        ... on Refused { code }
      }
    }"""
    request = await cast.request("officer", AFTER)
    agency = str(cast.town.agencies["commune"])
    told = {
        "__typename": "ResultRun",
        "people": 11,
        "written": 11,
        "incomplete": 10,
        "unrated": 0,
        "computedBy": {"fullName": "Phan Thị Hảo"},
    }
    for key in ("một", "một", "hai"):
        ask = Ask.parse(json.dumps({"query": asked, "variables": {"agency": agency, "key": key}}))
        found = json.loads(await platform().execute(ask, request, cast.town.database))
        assert found["data"]["computeResults"] == told
    assert len(await cast.rows("result_run")) == 1
