"""Sentence 14: a score comes from the responsible head of that person on that day, over HTTP too.

Everybody of the commune tries every deed of a head on a sheet of every relation.
"""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import uuid4

import pytest

from tests.journeys.documents import Word, mutations
from tests.journeys.people import SHEETS, STRANGER, of_unit, sees, verdict
from tests.journeys.scoring import LED, MARKS
from tests.journeys.served import Served

pytest_plugins = ("tests.journeys.fixtures",)

WHO = (
    *("province", "chair", "vice", "other_vice", "head", "deputy", "staff", "personnel", "admin"),
    *("inspector", "neighbour", "economy_deputy", "economist", "moved", "away", "acting"),
    *("teacher", "service", "secondee", "receiver", "nobody", STRANGER),
    *("far_chair", "promoted", "standin", "far_staff"),
)
TRIED = (
    *("chair", "vice", "other_vice", "head", "deputy", "staff", "personnel", "admin", "inspector"),
    *("neighbour", "economy_deputy", "economist", "moved", "away", "acting", "teacher"),
    *("service", "secondee", "receiver", "far_chair", "promoted", "promoted_before", "standin"),
    "far_staff",
)
AT_ONCE = 10
"""Deeds in one document."""
OF_SHEETS: Mapping[str, Mapping[str, Any]] = {
    "scoreSheet": {"marks": MARKS},
    "signSheet": {},
    "returnSelfAssessment": {"reason": "Xem lại"},
    "applyDeduction": {"times": 1, "reason": "Đi làm muộn hai buổi"},
}
OF_WORK: Mapping[str, tuple[str, str, Mapping[str, Any]]] = {
    "acceptDelivery": ("delivery", "deliveries", {"version": 1}),
    "recordFault": ("line", "lines", {"kind": Word("QUALITY"), "reason": "Sai căn cứ"}),
    "confirmObjectiveCause": ("fault", "faults", {"version": 1, "cause": "Mất điện"}),
}


def on_sheets(desk: Served, deed: str) -> dict[str, dict[str, Any]]:
    """A deed's arguments for each sheet that is tried, and for one that is not there."""
    more = {"scale": desk.ids.scales["late"]} if deed == "applyDeduction" else {}
    found = {}
    for key in TRIED:
        leads = deed == "scoreSheet" and SHEETS[key].office != "member"
        found[key] = {
            "sheet": desk.ids.sheets[key],
            "version": 2,
            **OF_SHEETS[deed],
            **more,
            **({"leadership": LED} if leads else {}),
        }
    return found | {"absent": {**found["staff"], "sheet": uuid4()}}


def on_work(desk: Served, deed: str) -> dict[str, dict[str, Any]]:
    """As `on_sheets`, for deeds on what the person did."""
    name, kind, more = OF_WORK[deed]
    ids = getattr(desk.ids, kind)
    found = {key: {name: ids[key], **more} for key in TRIED if key in ids}
    return found | {"absent": {name: uuid4(), **more}}


async def tried(
    desk: Served, who: str, deed: str, rows: Mapping[str, Mapping[str, Any]]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """What `who` is told of each row; all are refused, and nothing at all is written."""
    client, told = desk.sign(who), {}
    before = await desk.trace()
    for start in range(0, len(rows), AT_ONCE):
        some = dict(list(rows.items())[start : start + AT_ONCE])
        told.update(await client.ask(mutations(deed, some)))
    assert await desk.trace() == before, f"{who}: {deed}"
    for key, payload in told.items():
        assert payload["__typename"] == "Refused", f"{who}: {deed} of {key}"
    return iter(told.items())


def expected(who: str, key: str) -> str | None:
    return "NOT_RESPONSIBLE_HEAD" if key == "absent" else verdict(who, key)


@pytest.mark.slow
@pytest.mark.parametrize("who", WHO)
class TestNobodyElse:
    @pytest.mark.parametrize("deed", OF_SHEETS)
    async def test_judges_a_sheet(self, desk: Served, who: str, deed: str) -> None:
        rows = {key: row for key, row in on_sheets(desk, deed).items() if expected(who, key)}
        for key, payload in await tried(desk, who, deed, rows):
            assert payload["code"] == expected(who, key), f"{who}: {deed} of {key}"

    @pytest.mark.parametrize("deed", OF_WORK)
    async def test_judges_work(self, desk: Served, who: str, deed: str) -> None:
        rows = {key: row for key, row in on_work(desk, deed).items() if expected(who, key)}
        for key, payload in await tried(desk, who, deed, rows):
            assert payload["code"] == expected(who, key), f"{who}: {deed} of {key}"

    async def test_scores_in_bulk(self, desk: Served, who: str) -> None:
        rows = {
            key: row for key, row in on_sheets(desk, "scoreSheet").items() if expected(who, key)
        }
        before = await desk.trace()
        payload = await desk.sign(who).done("scoreSheetMany", rows=list(rows.values()))
        assert await desk.trace() == before
        codes = [each["code"] for each in payload["outcomes"]]
        assert codes == [expected(who, key) for key in rows]

    async def test_can_tell_a_hidden_sheet_from_an_absent_one(self, desk: Served, who: str) -> None:
        hidden = [key for key in TRIED if not sees(who, key)]
        for deed in OF_SHEETS:
            rows = on_sheets(desk, deed)
            some = {key: rows[key] for key in [*hidden[:3], "absent"]}
            told = [payload for _, payload in await tried(desk, who, deed, some)]
            assert all(payload == told[-1] for payload in told)


async def test_every_relation_is_among_those_tried() -> None:
    """Each refusal is expected somewhere, and each responsible head finds sheets to score.

    An acting head finds no sheet of whoever appointed him: see `test_promoted`.
    """
    verdicts = {verdict(who, sheet) for who in WHO for sheet in TRIED}
    assert verdicts == {None, "NO_SELF_SCORING", "NOT_RESPONSIBLE_HEAD"}
    units = {paper.unit for paper in SHEETS.values()}
    assert units == {SHEETS[key].unit for key in TRIED}
    assert {SHEETS[key].scored_in for key in TRIED} == units - {"far"} | {"province", "far"}
    assert all(of_unit(unit) for unit in ("office", "economy", "society", "service"))
