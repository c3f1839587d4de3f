"""One month of the whole commune, from the last member to the chair, closed from below upwards."""

from decimal import Decimal

import pytest

from resolvers import evaluations
from resolvers.evaluations import recompute
from tests.resolvers.cast import MONTH, SCORED_BY, Cast

UPWARDS = (
    ("culture", "curator", ("archivist",)),
    ("office", "chief", ("clerk", "typist", "leader", "assistant")),
    ("commune", "chair", ("curator", "chief", "vice")),
)


@pytest.fixture
async def done(cast: Cast) -> Cast:
    """Everybody has worked, is scored and signed; the commune's months are closed."""
    for unit in ("office", "culture", "commune", "province"):
        await cast.open(unit)
    for name in SCORED_BY:
        await cast.worked(name, product="report")
    for unit, head, names in UPWARDS:
        await cast.finish(*names)
        told = {"unit": cast.town.units[unit], "period": MONTH}
        await cast.do(head, evaluations.close_month, **told)
    await cast.finish("chair")
    return cast


async def test_ends_with_everybody_scored_by_his_head(done: Cast) -> None:
    names = {id: name for name, id in done.town.people.items()}
    scored = {
        names[sheet["person_id"]]: names[sheet["scored_by"]]
        for sheet in await done.rows("sheet", "level is not null")
    }
    assert scored == SCORED_BY
    assert {sheet["total"] for sheet in await done.rows("sheet", "level is not null")} == {
        Decimal("100.00")
    }


async def test_the_chairs_d_stands_on_all_his_people(done: Cast) -> None:
    sheet = await done.sheet("chair")
    (score,) = await done.rows("score", "sheet_id = $1", sheet["id"])
    assert score["facts"]["subordinates"]["totals"] == ["100"] * 8
    assert (sheet["state"], sheet["unit_result"]) == ("released", 1)


async def test_every_number_can_be_recomputed(done: Cast) -> None:
    scores = await done.rows("score")
    assert len(scores) == len(SCORED_BY)
    assert all(recompute(score["facts"]).total == score["total"] for score in scores)


async def test_a_closed_unit_stays_closed_beneath_a_closed_one(done: Cast) -> None:
    told = {"unit": done.town.units["office"], "period": MONTH, "reason": "Xem lại"}
    refusal = await done.refused("chair", evaluations.reopen_month, **told)
    assert refusal.code == "UPPER_MONTH_CLOSED"
    above = {**told, "unit": done.town.units["commune"]}
    await done.do("governor", evaluations.reopen_month, **above)
    await done.do("chair", evaluations.reopen_month, **told)
    assert (await done.sheet("clerk"))["state"] == "released"


async def test_every_deed_left_one_leaf_with_its_rule(done: Cast) -> None:
    leaves = await done.rows("audit_leaf")
    assert all(leaf["rule"] and leaf["actor_id"] for leaf in leaves)
    counted = {
        deed: sum(leaf["deed"] == deed for leaf in leaves)
        for deed in ("open_month", "self_assess", "score_sheet", "sign_sheet", "close_month")
    }
    assert counted == {
        "open_month": 4,
        "self_assess": 9,
        "score_sheet": 9,
        "sign_sheet": 9,
        "close_month": 3,
    }
