"""Sentence 19 and 37: every path shows the same rows, and hides the same drafts."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import pytest
import pytest_asyncio

from gateway.graph import Graph
from tests.databases import Running
from tests.journeys.people import AGENCY, SHEETS, STRANGER, headed, sees
from tests.journeys.scoring import score
from tests.journeys.served import Made, Served, Token, served
from tests.journeys.world import PERIOD

pytest_plugins = ("tests.journeys.fixtures",)

WHO = (
    *("province", "chair", "vice", "head", "deputy", "staff", "personnel", "admin", "inspector"),
    *("neighbour", "economist", "moved", "away", "acting", "teacher", "service", "secondee"),
    *("nobody", STRANGER, "far_chair", "promoted", "standin", "far_staff"),
)
DRAFTS = {"staff": "head", "teacher": "acting", "economist": "neighbour"}
"""Sheets with a score that is not signed, and who scored them."""
SIGNED = {"receiver": "service", "secondee": "service"}
HEAD_STEP = (
    "headComment general quantity quality progress results rawTotal total level scoredAt"
    " marks { head } explanation { total steps { text } facts } explanations(first: 5) { round }"
    " deductions(first: 5) { id }"
)


@dataclass(frozen=True)
class Judged:
    """The commune with some drafts and some signed scores."""

    served: Served
    deductions: dict[str, UUID]
    """One of each draft and signed sheet."""


@pytest_asyncio.fixture(scope="module")
async def judged(
    server: Running, prepared: Made, graph: Graph, token: Token
) -> AsyncIterator[Judged]:
    async with served(server, prepared, graph, token) as found:
        for key, head in {**DRAFTS, **SIGNED}.items():
            client, id = found.sign(head), found.ids.sheets[key]
            told = {"scale": found.ids.scales["late"], "times": 1, "reason": "Đi muộn"}
            await client.done("applyDeduction", sheet=id, version=2, **told)
            await score(found, head, key, comment="Cần cố gắng hơn")
            if key in SIGNED:
                await client.done("signSheet", sheet=id, version=4)
        rows = await found.owner.fetch("select sheet_id, id from congtam.deduction")
        keys = {id: key for key, id in found.ids.sheets.items()}
        yield Judged(found, {keys[row["sheet_id"]]: row["id"] for row in rows})


@pytest.fixture
def desk(judged: Judged) -> Served:
    return judged.served


def names(desk: Served, rows: list[dict[str, Any]]) -> set[str]:
    """The keys of sheets that were answered."""
    keys = {str(id): key for key, id in desk.ids.sheets.items()}
    found = [keys[row["id"]] for row in rows]
    assert len(set(found)) == len(found)
    return set(found)


def seen(who: str) -> set[str]:
    return {key for key in SHEETS if sees(who, key)}


@pytest.mark.parametrize("who", WHO)
class TestEveryPath:
    async def test_by_id(self, desk: Served, who: str) -> None:
        """Through the root field, `node`, `nodes` and `_entities` alike."""
        client, ids = desk.sign(who), desk.ids.sheets
        asked = {**ids, "absent": uuid4()}
        given = [str(id) for id in asked.values()]
        found = await client.ask(
            "query($ids: [ID!]!, $keys: [_Any!]!) { nodes(ids: $ids) { id } "
            "_entities(representations: $keys) { ... on Sheet { id } } }",
            ids=given,
            keys=[{"__typename": "Sheet", "id": id, "state": "RELEASED"} for id in given],
        )
        expected = [{"id": str(id)} if sees_or_not(who, key) else None for key, id in asked.items()]
        assert found == {"nodes": expected, "_entities": expected}
        singly = " ".join(
            f'{key}: sheet(id: "{id}") {{ id }}' for key, id in list(asked.items())[-20:]
        )
        assert list((await client.ask(f"{{ {singly} }}")).values()) == expected[-20:]

    async def test_by_agency(self, desk: Served, who: str) -> None:
        for agency in ("commune", "far", "province"):
            found = await desk.sign(who).ask(
                "query($id: ID!, $period: Date!) {"
                " sheetsOfAgency(agency: $id, period: $period, first: 100)"
                " { totalCount nodes { id } }"
                " few: sheetsOfAgency(agency: $id, period: $period, first: 3)"
                " { nodes { id } pageInfo { hasNextPage } }"
                " agency(id: $id) { sheets(first: 100) { totalCount nodes { id } } } }",
                id=desk.ids.agencies[agency],
                period=PERIOD,
            )
            expected = {key for key in seen(who) if AGENCY[SHEETS[key].unit] == agency}
            pages = [found["sheetsOfAgency"], (found["agency"] or {}).get("sheets")]
            for page in filter(None, pages):
                assert names(desk, page["nodes"]) == expected
                assert page["totalCount"] == len(expected)
            assert len(found["few"]["nodes"]) == min(3, len(expected))
            assert found["few"]["pageInfo"]["hasNextPage"] == (len(expected) > 3)

    async def test_by_person(self, desk: Served, who: str) -> None:
        client = desk.sign(who)
        for key in ("staff", "teacher", "promoted", "chair", "moved", who):
            if key == STRANGER:
                continue
            found = await client.ask(
                "query($id: ID!) { person(id: $id) { sheets(first: 9) { totalCount nodes { id } } }"
                " sheetsOfPerson(person: $id, first: 9) { totalCount nodes { id } } }",
                id=desk.ids.people[key],
            )
            expected = {each for each in seen(who) if SHEETS[each].person == key}
            for page in filter(
                None, [found["sheetsOfPerson"], (found["person"] or {}).get("sheets")]
            ):
                assert names(desk, page["nodes"]) == expected
                assert page["totalCount"] == len(expected)

    async def test_by_unit(self, desk: Served, who: str) -> None:
        client = desk.sign(who)
        for unit, id in desk.ids.units.items():
            found = await client.ask(
                "query($id: ID!, $period: Date!) {"
                " worklist(unit: $id, period: $period, first: 100) { id }"
                " monthOfUnit(unit: $id, period: $period) { sheets(first: 100) { id } }"
                " workOfUnit(unit: $id, period: $period, first: 100) { totalCount nodes { id } }"
                " waitingDeliveries(unit: $id, first: 100) { totalCount nodes { id } } }",
                id=id,
                period=PERIOD,
            )
            expected = {key for key in seen(who) if SHEETS[key].scored_in == unit}
            assert names(desk, found["worklist"]) == expected
            if found["monthOfUnit"] is not None:
                assert names(desk, found["monthOfUnit"]["sheets"]) == expected
            for path, ids in (
                ("workOfUnit", desk.ids.lines),
                ("waitingDeliveries", desk.ids.deliveries),
            ):
                wanted = {str(ids[key]) for key in expected if key in ids}
                assert {each["id"] for each in found[path]["nodes"]} == wanted
                assert found[path]["totalCount"] == len(wanted)

    async def test_of_work_by_id(self, desk: Served, who: str) -> None:
        kinds = (desk.ids.lines, desk.ids.deliveries, desk.ids.faults)
        for ids in kinds:
            some = {key: ids[key] for key in ids if key in (*DRAFTS, *SIGNED, who, "chair")}
            found = await desk.sign(who).ask(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=list(some.values())
            )
            expected = [{"id": str(id)} if sees(who, key) else None for key, id in some.items()]
            assert found["nodes"] == expected


def sees_or_not(who: str, key: str) -> bool:
    return key in SHEETS and sees(who, key)


@pytest.mark.parametrize("who", WHO)
class TestADraft:
    async def test_is_the_responsible_heads_alone(self, desk: Served, who: str) -> None:
        for key in DRAFTS:
            sheet = await step_of_head(desk, who, key)
            if sheet is None:
                assert not sees(who, key)
            elif SHEETS[key].scored_in in headed(who):
                assert sheet["total"] is not None
                assert len(sheet["explanations"]) == len(sheet["deductions"]) == 1
            else:
                assert_empty(sheet)

    async def test_is_no_node(self, judged: Judged, who: str) -> None:
        ids = judged.deductions
        found = await judged.served.sign(who).ask(
            "query($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=list(ids.values())
        )
        shown = {key for key, node in zip(ids, found["nodes"], strict=True) if node is not None}
        expected = {key for key in SIGNED if sees(who, key)}
        expected |= {key for key in DRAFTS if SHEETS[key].scored_in in headed(who)}
        assert shown == expected

    async def test_is_shown_to_all_who_see_the_sheet_once_it_is_signed(
        self, desk: Served, who: str
    ) -> None:
        for key in SIGNED:
            sheet = await step_of_head(desk, who, key)
            assert (sheet is not None) == sees(who, key)
            if sheet is not None:
                assert sheet["total"] == sheet["explanation"]["total"] is not None
                assert sheet["headComment"] == "Cần cố gắng hơn"
                assert len(sheet["deductions"]) == 1


async def step_of_head(desk: Served, who: str, key: str) -> dict[str, Any] | None:
    found = await desk.sign(who).ask(
        f"query($id: ID!) {{ sheet(id: $id) {{ {HEAD_STEP} }} }}", id=desk.ids.sheets[key]
    )
    sheet: dict[str, Any] | None = found["sheet"]
    return sheet


def assert_empty(sheet: dict[str, Any]) -> None:
    marks = sheet.pop("marks")
    assert [mark["head"] for mark in marks] == [None] * 10
    assert set(map(str, sheet.values())) == {"None", "[]"}


async def test_the_trail_of_acts_is_for_inspectors(desk: Served) -> None:
    asked = (
        "query($id: ID!, $agency: ID!) { auditOf(subject: $id, first: 9) { nodes { deed rule } }"
        " auditIn(agency: $agency, first: 9) { totalCount } }"
    )
    told = {"id": desk.ids.sheets["receiver"], "agency": desk.ids.agencies["commune"]}
    for who in WHO:
        found = await desk.sign(who).ask(asked, **told)
        deeds = [each["deed"] for each in found["auditOf"]["nodes"]]
        assert deeds == (ACTS if who == "inspector" else []), who
        assert (found["auditIn"]["totalCount"] > 0) is (who == "inspector"), who


ACTS = ["sign_sheet", "score_sheet", "apply_deduction", "self_assess"]


def test_somebody_sees_a_part_of_the_sheets_on_every_path() -> None:
    """Neither all nor nothing: else the comparisons above would say little."""
    sizes = {len(seen(who)) for who in WHO}
    assert {0, 1} < sizes
    assert max(sizes) < len(SHEETS)
