"""Two at once: one decision stands, and a place is given once."""

import asyncio
from typing import Any

from resolvers import classification as deeds
from resolvers.core.documents import Document
from resolvers.core.errors import Refusal
from tests.resolvers.classification.test_replacing import LATER, NEW, TOTALS
from tests.resolvers.classification.year import DAY, DECISION, Year


async def _both(*doing: Any) -> tuple[int, list[str]]:
    """How many succeeded, and the codes of what was refused."""
    outcomes = await asyncio.gather(*doing, return_exceptions=True)
    refused = [each for each in outcomes if isinstance(each, BaseException)]
    assert all(isinstance(each, Refusal) for each in refused), refused
    return len(outcomes) - len(refused), [
        each.code for each in refused if isinstance(each, Refusal)
    ]


async def test_two_decisions_on_one_set_give_one(year: Year) -> None:
    id = await year.officers("92.00", "91.00", *["80.00"] * 9, "60.00")
    await year.close(id, by="stranger")
    at = await year.round(id)
    doing = [
        year.do(
            "stranger",
            deeds.decide_classification,
            **at,
            decision=DECISION,
            choices=[await year.chosen(name)],
        )
        for name in ("o1", "o2")
    ]
    done, refused = await _both(*doing)
    assert (done, refused) == (1, ["CLASSIFICATION_DECIDED"])
    levels = list((await year.levels()).values())
    assert levels.count("EXCELLENT") == 1
    assert len(await year.cast.leaves("decide_classification")) == 1


async def test_the_last_place_is_given_once(year: Year) -> None:
    """Two replacing decisions, each into the excellent, where one place is free."""
    id = await year.officers(*TOTALS)
    await year.close(id, by="stranger")
    await year.decide(id, await year.chosen(), by="stranger")
    told = {"level": "EXCELLENT", "reason": "Xem xét lại.", "decision": NEW, "today": LATER}
    doing = [
        year.do("governor", deeds.replace_classification, **await year.at(name), **told)
        for name in ("o1", "o2")
    ]
    done, refused = await _both(*doing)
    assert (done, refused) == (1, ["NO_FREE_PLACE"])
    assert list((await year.levels()).values()).count("EXCELLENT") == 1


async def test_a_step_taken_while_the_set_closes_waits_and_is_refused(year: Year) -> None:
    id = await year.officers("80.00")
    request = await year.cast.request("stranger", DAY)
    told = {"document": Document("8", DAY), "summoned": 2, "attended": 2, "passed": True}
    cases = [(await year.case("o1"))["id"]]
    at = await year.round(id)
    async with year.cast.town.deed(request.reach) as tx:
        await deeds.close_classification(tx, request, **at)
        late = asyncio.create_task(year.do("stranger", deeds.record_minutes, cases=cases, **told))
        await asyncio.sleep(0.3)
        assert not late.done()
    done, refused = await _both(late)
    assert (done, refused) == (0, ["CLASSIFICATION_NOT_OPEN"])


async def test_two_preparations_make_one_case_each(year: Year) -> None:
    told = {"unit": year.cast.town.units["commune"], "year": 2026}
    doing = [year.do(who, deeds.open_classification, **told) for who in ("chair", "officer")]
    done, refused = await _both(*doing)
    assert (done, refused) == (2, [])
    assert len(await year.cast.rows("classification")) == 9
    assert len(await year.cast.rows("classification_round")) == 1
