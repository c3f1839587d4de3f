"""One month of one person, from the catalogue to the closed month: over HTTP, with real tokens."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio

from gateway.graph import Graph
from tests.databases import Running
from tests.gateway.identity.world import free_port
from tests.journeys.client import Answer
from tests.journeys.documents import Word
from tests.journeys.people import PEOPLE, of_unit
from tests.journeys.scoring import CHOSEN, LED, MARKS
from tests.journeys.served import Made, Served, Token, served
from tests.journeys.world import PERIOD

pytest_plugins = ("tests.journeys.fixtures",)

PROOF = [{"name": "ket-qua.pdf", "sha256": "ab" * 32}]
RESULT = (
    "state total level rawTotal general quantity quality progress results headComment"
    " marks { criterion self head }"
    " explanation { total level cites facts steps { text value cite } scoredBy { fullName } }"
)


@pytest_asyncio.fixture
async def site(
    server: Running, established: Made, graph: Graph, token: Token
) -> AsyncIterator[Served]:
    """The communes before the month, on a real port."""
    async with served(server, established, graph, token, port=free_port()) as found:
        yield found


class Story:
    """The steps of the month, each as the person whose step it is, on its day."""

    def __init__(self, site: Served) -> None:
        self.site, self.ids = site, site.ids
        self.head, self.staff = site.sign("head"), site.sign("staff")
        self.sheet = ""
        self.lines: dict[str, str] = {}

    def on(self, month: int, day: int) -> None:
        self.site.day.today = date(2026, month, day)

    async def opened_and_assigned(self) -> None:
        self.on(6, 1)
        unit, period = self.ids.units["office"], PERIOD
        await self.head.done("openMonth", unit=unit, period=period)
        products = await self.head.ask(
            "query($id: ID!) { catalogueInForce(agency: $id) {"
            " products(first: 100) { nodes { id code coefficient } } } }",
            id=self.ids.agencies["commune"],
        )
        by_code = {each["code"]: each for each in products["catalogueInForce"]["products"]["nodes"]}
        assert [by_code[code]["coefficient"] for code in WORK] == ["1", "8", "1.6"]
        for code, (quantity, due) in WORK.items():
            done = await self.head.done(
                "assignWork",
                "units lines(first: 1) { id }",
                posting=self.ids.postings["staff"],
                product=by_code[code]["id"],
                quantity=quantity,
                dueOn=due,
            )
            self.lines[code] = done["lines"][0]["id"]
        mine = await self.staff.ask("{ mySheets(first: 1) { nodes { id } } }")
        self.sheet = mine["mySheets"]["nodes"][0]["id"]

    async def delivered_and_accepted(self) -> None:
        failures = ["Sai căn cứ pháp lý"]
        await self._delivered("CH.01", 10, (6, 9), failures=failures)
        await self._delivered("VP.02", 1, (6, 15))
        await self._delivered("CH.08", 5, (6, 20))
        faults = await self.head.ask(
            "query($id: ID!) { node(id: $id) { ... on WorkLine {"
            " delays faults(first: 5) { id version kind noted: notedOn } } } }",
            id=self.lines["VP.02"],
        )
        (delay,) = faults["node"]["faults"]
        assert (delay["kind"], faults["node"]["delays"]) == ("DELAY", 1)
        told = {"fault": delay["id"], "version": delay["version"]}
        cause = "Sở Tài chính trả lời chậm năm ngày"
        assert (await self.staff.refused("confirmObjectiveCause", **told, cause=cause))[
            "code"
        ] == "NO_SELF_SCORING"
        await self.head.done("confirmObjectiveCause", **told, cause=cause)

    async def _delivered(
        self, code: str, quantity: int, day: tuple[int, int], **accepted: Any
    ) -> None:
        self.on(*day)
        delivery = str(uuid4())
        await self.staff.done(
            "deliverWork", id=delivery, line=self.lines[code], quantity=quantity, evidence=PROOF
        )
        waiting = await self.head.ask(
            "query($unit: ID!) { waitingDeliveries(unit: $unit, first: 5) {"
            " nodes { id version evidence(first: 3) { name sha256 } } } }",
            unit=self.ids.units["office"],
        )
        (found,) = waiting["waitingDeliveries"]["nodes"]
        assert (found["id"], found["evidence"]) == (delivery, PROOF)
        version = found["version"]
        await self.head.done("acceptDelivery", delivery=delivery, version=version, **accepted)

    async def assessed(self) -> None:
        self.on(6, 29)
        await self.staff.done("selfAssess", sheet=self.sheet, version=1, marks=MARKS)

    async def scored(self, **more: Any) -> Answer:
        self.on(6, 30)
        marks = [dict(each) for each in MARKS]
        marks[1]["points"] = "4.5"
        told = {"marks": marks, "comment": "Cần chú ý thời hạn", **more}
        version = (await self.seen("head"))["version"]
        return await self.head.done("scoreSheet", RESULT, sheet=self.sheet, version=version, **told)

    async def seen(self, who: str, selection: str = RESULT, language: str = "vi") -> Answer:
        found = await self.site.sign(who).ask(
            f"query($id: ID!) {{ sheet(id: $id) {{ version {selection} }} }}",
            id=self.sheet,
            language=language,
        )
        sheet: Answer = found["sheet"]
        return sheet

    async def signed(self) -> None:
        version = (await self.seen("head"))["version"]
        await self.head.done("signSheet", sheet=self.sheet, version=version)

    async def others_signed_and_closed(self) -> None:
        """The rest of the office was away all month; so nothing can be said of them."""
        found = await self.head.ask(
            "query($unit: ID!, $period: Date!) {"
            " worklist(unit: $unit, period: $period, first: 100) { id version role state } }",
            unit=self.ids.units["office"],
            period=PERIOD,
        )
        rest = [each for each in found["worklist"] if each["state"] == "OPEN"]
        assert len(rest) == len(of_unit("office"))
        rows = [
            {
                "sheet": each["id"],
                "version": each["version"],
                "marks": MARKS,
                "absence": "Nghỉ phép cả tháng",
                **({"leadership": {**LED, **CHOSEN}} if each["role"] == "LEADER" else {}),
            }
            for each in rest
        ]
        done = await self.head.done("scoreSheetMany", rows=rows, allOrNothing=True)
        assert [each["id"] for each in done["outcomes"]] == [each["sheet"] for each in rows]
        rows = [{"sheet": each["sheet"], "version": each["version"] + 1} for each in rows]
        await self.head.done("signSheetMany", rows=rows)
        unit = {"unit": self.ids.units["office"], "period": PERIOD}
        done = await self.head.done("closeMonth", "state", **unit)
        assert done["state"] == "CLOSED"


WORK = {
    "CH.01": ("10", "2026-06-10"),
    "VP.02": ("2", "2026-06-12"),
    "CH.08": ("5", "2026-06-18"),
}
"""Pieces and deadlines. In converted units 10, 16 and 8: together 34."""
EXPECTED = {
    # Done: 10, half of 16, 8. A failure takes a quarter of 10, a delay a quarter of 8; the other
    # delay has an objective cause. (26 + 23.5 + 24) / (3 × 34) × 70 + 29.5 = 79.941…
    "quantity": "0.7647058823",
    "quality": "0.6911764705",
    "progress": "0.7058823529",
    "general": "29.50",
    "rawTotal": "79.9411764705",
    "total": "79.94",
    "level": "GOOD",
}


@pytest.mark.slow
async def test_a_month_from_the_catalogue_to_the_closed_month(site: Served, tmp_path: Path) -> None:
    story = Story(site)
    await story.opened_and_assigned()
    await story.delivered_and_accepted()
    await story.assessed()
    await nobody_else_scores(story)
    draft = await story.scored()
    assert {name: draft[name] for name in EXPECTED} == EXPECTED
    await only_the_head_sees_a_draft(story)
    await story.signed()
    await all_concerned_see_the_result(story)
    await it_is_explained_in_both_languages(story)
    await it_can_be_recomputed(story, tmp_path)
    await story.others_signed_and_closed()
    await a_closed_month_is_reopened_from_above(story)


async def nobody_else_scores(story: Story) -> None:
    for who in ("neighbour", "chair", "personnel", "deputy"):
        before = await story.site.trace()
        told = {"sheet": story.sheet, "version": 2, "marks": MARKS}
        payload = await story.site.sign(who).refused("scoreSheet", **told)
        assert payload["code"] == "NOT_RESPONSIBLE_HEAD", who
        assert await story.site.trace() == before


async def only_the_head_sees_a_draft(story: Story) -> None:
    for who in ("staff", "personnel", "inspector", "chair"):
        found = await story.seen(who)
        assert (found["total"], found["headComment"], found["explanation"]) == (None, None, None)
        assert {mark["head"] for mark in found["marks"]} == {None}
    assert await story.seen("deputy") is None


async def all_concerned_see_the_result(story: Story) -> None:
    for who in ("staff", "head", "personnel", "inspector", "chair"):
        found = await story.seen(who)
        assert {name: found[name] for name in EXPECTED} == EXPECTED, who
        assert found["explanation"]["scoredBy"] == {"fullName": PEOPLE["head"].name}
        assert found["marks"][1] == {"criterion": "I.2", "self": "5.00", "head": "4.50"}
    for who in ("deputy", "neighbour", "economist", "province"):
        assert await story.seen(who) is None, who


async def it_is_explained_in_both_languages(story: Story) -> None:
    told = {
        language: (await story.seen("staff", language=language))["explanation"]
        for language in ("vi", "en")
    }
    steps = {language: told[language]["steps"] for language in told}
    assert [step["value"] for step in steps["vi"]] == [step["value"] for step in steps["en"]]
    assert all(step["cite"] and step["text"] for each in steps.values() for step in each)
    assert not {step["text"] for step in steps["vi"]} & {step["text"] for step in steps["en"]}
    words = {language: " ".join(step["text"] for step in steps[language]) for language in steps}
    assert "79,94" in words["vi"]
    assert "79.94" in words["en"]
    for article in ("14", "16", "18", "20"):
        assert any(f"art. {article}" in cite for cite in told["en"]["cites"]), article


async def it_can_be_recomputed(story: Story, folder: Path) -> None:
    """By the command line, from the explanation's facts and nothing else."""
    explanation = (await story.seen("staff"))["explanation"]
    file = folder / "facts.json"
    file.write_text(explanation["facts"], encoding="utf-8")
    command = [sys.executable, "-m", "gateway.commands", "score", str(file)]
    told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert (told["total"], told["level"]) == (explanation["total"], explanation["level"])
    assert told["raw_total"].startswith("79.941176")


async def a_closed_month_is_reopened_from_above(story: Story) -> None:
    site, sheet = story.site, story.sheet
    story.on(7, 2)
    version = (await story.seen("head"))["version"]
    told = {"sheet": sheet, "version": version}
    assert (await story.head.refused("scoreSheet", **told, marks=MARKS))["code"] == "ALREADY_SIGNED"
    assigned = await story.head.refused(
        "recordFault", line=story.lines["CH.01"], kind=Word("QUALITY"), reason="Sai thể thức"
    )
    assert assigned["code"] in ("ALREADY_SIGNED", "MONTH_CLOSED")
    again = {"unit": story.ids.units["office"], "period": PERIOD, "reason": "Phát hiện nhầm lẫn"}
    for who in ("head", "neighbour", "province", "personnel"):
        before = await site.trace()
        assert (await site.sign(who).refused("reopenMonth", **again))["code"] == "NOT_NEXT_HEAD_UP"
        assert await site.trace() == before
    chair = site.sign("chair")
    await chair.done("reopenMonth", **again)
    version = (await story.seen("chair"))["version"]
    await chair.done("reopenSheet", sheet=sheet, version=version, reason="Chấm lại tiêu chí I.2")
    assert (await story.seen("staff"))["total"] is None
    assert (await story.scored(marks=MARKS))["total"] == "80.44"
    await story.signed()
    rounds = await story.seen("staff", "explanations(first: 5) { round total reopenedReason }")
    assert [tuple(each.values()) for each in rounds["explanations"]] == [
        (1, "79.94", "Chấm lại tiêu chí I.2"),
        (2, "80.44", None),
    ]
    unit = {"unit": story.ids.units["office"], "period": PERIOD}
    assert (await story.head.done("closeMonth", "state", **unit))["state"] == "CLOSED"
