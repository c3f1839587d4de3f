"""Sentence 18 of work that was left open: what is named is done, what is not named is refused."""

from typing import Any
from uuid import UUID

import pytest

from tests.journeys.moved import DUE, GONE, MERGED, STAYS, left_open
from tests.journeys.scoring import score, version_of
from tests.journeys.served import Served
from tests.journeys.unfinished import OUTCOMES

pytest_plugins = ("tests.journeys.fixtures",)

LEFT = (
    "query($unit: ID!) { unfinishedWork(unit: $unit, first: 10)"
    " { nodes { id version allowedActions holdsNow { id unit { id } } } } }"
)
ONE = "query($id: ID!) { assignment(id: $id) { version allowedActions } }"
WHY = {"reason": "Chuyển công tác."}
BOTH, OVER = ["CarryOnWork", "HandOverWork", "SpreadWork"], ["HandOverWork", "SpreadWork"]


async def left(office: Served, who: str) -> dict[str, Any]:
    """What is left open, as somebody sees it from the office, by its id."""
    found = await office.sign(who).ask(LEFT, unit=office.ids.units["office"])
    return {node["id"]: node for node in found["unfinishedWork"]["nodes"]}


async def test_work_left_open_names_whether_it_goes_on_with_its_person(commune: Served) -> None:
    """In the same head's unit, and out of a closed one; not in another head's unit."""
    given = await left_open(commune)
    found = await left(commune, "head")
    assert {who: found[id]["allowedActions"] for who, id in given.items()} == {
        STAYS: BOTH,
        GONE: OVER,
        MERGED: BOTH,
    }
    for who, id in given.items():
        holds = found[id]["holdsNow"]
        assert holds["id"] == str(commune.ids.postings[f"{who}_next"])
    head, ids = commune.sign("head"), commune.ids
    refused = await head.refused(
        "carryOnWork",
        assignment=given[GONE],
        to=ids.postings[f"{GONE}_next"],
        version=found[given[GONE]]["version"],
        **WHY,
    )
    assert refused["code"] == "NOT_RESPONSIBLE_HEAD"
    to = {who: {"to": ids.postings[f"{who}_next"]} for who in given}
    to[GONE] = {"to": ids.postings["personnel"], "dueOn": DUE}
    rows = [
        {"assignment": id, "version": found[id]["version"], **to[who]} for who, id in given.items()
    ]
    done = await head.done("handOverWorkMany", OUTCOMES, rows=rows, **WHY)
    # The closed unit's work went to another head's unit: it is done, and no longer shown.
    shown = [each and list(each) for each in done["outcomes"]]
    assert dict(zip(given, shown, strict=True)) == {STAYS: ["id"], GONE: ["id"], MERGED: None}
    assert await left(commune, "head") == {}
    went = await commune.owner.fetchval(
        "select posting_id from congtam.assignment where taken_from_id = $1", UUID(given[MERGED])
    )
    assert went == ids.postings[f"{MERGED}_next"]


@pytest.mark.parametrize("who", ["staff", "chair", "neighbour", "personnel", "inspector"])
async def test_work_left_open_names_nothing_to_anybody_else(commune: Served, who: str) -> None:
    given = await left_open(commune)
    found = await left(commune, who)
    assert {action for each in found.values() for action in each["allowedActions"]} == set()
    before = await commune.trace()
    for name, id in given.items():
        told = {"assignment": id, "to": commune.ids.postings[f"{name}_next"], "version": 1, **WHY}
        assert "code" in await commune.sign(who).do("carryOnWork", **told)
    assert await commune.trace() == before


async def test_open_work_is_spread_and_handed_over_until_it_is_signed(commune: Served) -> None:
    """Nothing of it goes on elsewhere while its post is held."""
    work = await commune.owner.fetchval(
        "select assignment_id from congtam.work_line where id = $1", commune.ids.lines["tl011"]
    )
    named = await commune.sign("head").ask(ONE, id=work)
    assert named["assignment"]["allowedActions"] == OVER
    await score(commune, "head", "tl011")
    sheet = {"sheet": commune.ids.sheets["tl011"], "version": await version_of(commune, "tl011")}
    await commune.sign("head").done("signSheet", **sheet)
    told = {"assignment": work, "to": commune.ids.postings["personnel"], "dueOn": DUE, **WHY}
    version = named["assignment"]["version"]
    refused = await commune.sign("head").refused("handOverWork", **told, version=version)
    assert refused["code"] == "ALREADY_SIGNED"
    named = await commune.sign("head").ask(ONE, id=work)
    assert named["assignment"]["allowedActions"] == []
