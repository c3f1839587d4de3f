"""The rule the product stands on: the responsible head scores, and nobody else.

Everybody of the town tries every deed of the head on everybody's sheet.
"""

from collections.abc import Callable
from typing import Any

import pytest

from resolvers import evaluations
from resolvers.core.ids import new_id
from tests.resolvers.cast import FULL, LED, SCORED_BY, Cast
from tests.resolvers.town import mandate

REASON = {"reason": "Xem lại"}
DEEDS: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "score": (evaluations.score_sheet, {"marks": FULL}),
    "sign": (evaluations.sign_sheet, {}),
    "return the assessment": (evaluations.return_self_assessment, REASON),
    "return the sheet": (evaluations.return_sheet, REASON),
}
UNITS = ("office", "culture", "commune", "province")
EVERYBODY = sorted({*SCORED_BY, *SCORED_BY.values(), "stranger"})


@pytest.fixture
async def months(cast: Cast) -> Cast:
    """Every unit's month is open and everybody has assessed himself."""
    for unit in UNITS:
        await cast.open(unit)
    for name in SCORED_BY:
        await cast.assess(name)
    return cast


async def told(cast: Cast, name: str, deed: str) -> tuple[Callable[..., Any], dict[str, Any]]:
    function, arguments = DEEDS[deed]
    sheet = await cast.sheet(name)
    leads = deed == "score" and sheet["role"] == "leader"
    more = {"leadership": LED} if leads else {}
    return function, {
        "sheet": sheet["id"],
        "version": sheet["version"],
        **arguments,
        **more,
    }


@pytest.mark.parametrize("who", EVERYBODY)
async def test_nobody_else_scores_anybody(months: Cast, who: str) -> None:
    for name, head in SCORED_BY.items():
        if who == head:
            continue
        deed, arguments = await told(months, name, "score")
        refusal = await months.refused(who, deed, **arguments)
        expected = "NO_SELF_SCORING" if who == name else "NOT_RESPONSIBLE_HEAD"
        assert refusal.code == expected, f"{who} scored {name}"


@pytest.mark.parametrize("deed", DEEDS)
async def test_no_other_deed_of_the_head_is_anybody_elses(months: Cast, deed: str) -> None:
    for who in EVERYBODY:
        if who == "chief":
            continue
        function, arguments = await told(months, "clerk", deed)
        refusal = await months.refused(who, function, **arguments)
        expected = "NO_SELF_SCORING" if who == "clerk" else "NOT_RESPONSIBLE_HEAD"
        assert refusal.code == expected, f"{who} did {deed}"


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("who", ["curator", "clerk", "stranger"])
async def test_absent_and_hidden_look_alike(months: Cast, deed: str, who: str) -> None:
    function, arguments = await told(months, "typist", deed)
    hidden = await months.refused(who, function, **arguments)
    absent = await months.refused(who, function, **{**arguments, "sheet": new_id()})
    assert (hidden.code, hidden.message("vi")) == (absent.code, absent.message("vi"))


@pytest.mark.parametrize("kind", ["personnel_officer", "inspector", "administrator"])
async def test_no_mandate_scores(months: Cast, kind: str) -> None:
    await mandate(months.town, "curator", kind, "commune")
    deed, arguments = await told(months, "clerk", "score")
    refusal = await months.refused("curator", deed, **arguments)
    assert refusal.code == "NOT_RESPONSIBLE_HEAD"


class TestActingHead:
    async def test_scores_on_behalf_of_the_head_while_lent(self, months: Cast) -> None:
        await months.lend("office", "chief", "curator")
        deed, arguments = await told(months, "clerk", "score")
        await months.do("curator", deed, **arguments)
        (leaf,) = await months.leaves("score_sheet")
        assert leaf["on_behalf_of"] == months.town.people["chief"]

    async def test_scores_neither_himself_nor_the_head_who_lent(self, months: Cast) -> None:
        await months.lend("office", "chief", "assistant")
        deed, arguments = await told(months, "assistant", "score")
        assert (await months.refused("assistant", deed, **arguments)).code == "NO_SELF_SCORING"
        deed, arguments = await told(months, "chief", "score")
        refusal = await months.refused("assistant", deed, **arguments)
        assert refusal.code == "NOT_RESPONSIBLE_HEAD"

    async def test_does_not_score_the_head_he_acts_for_with_that_heads_power(
        self, months: Cast
    ) -> None:
        """The chair lends the commune to the chief: the chair's own sheet is not the commune's."""
        await months.lend("commune", "chair", "chief")
        deed, arguments = await told(months, "curator", "sign")
        assert (await months.refused("chief", deed, **arguments)).code == "NOT_YET_SCORED"
        deed, arguments = await told(months, "chief", "score")
        assert (await months.refused("chief", deed, **arguments)).code == "NO_SELF_SCORING"
        deed, arguments = await told(months, "chair", "score")
        assert (await months.refused("chief", deed, **arguments)).code == "NOT_RESPONSIBLE_HEAD"

    async def test_stops_when_revoked(self, months: Cast) -> None:
        await months.lend("office", "chief", "assistant")
        await months.town.owner.execute(
            "update congtam.delegation set during = daterange('2026-06-15', '2026-06-15'),"
            " revoked_at = now()"
        )
        deed, arguments = await told(months, "clerk", "score")
        refusal = await months.refused("assistant", deed, **arguments)
        assert refusal.code == "NOT_RESPONSIBLE_HEAD"
