"""One decision for a closed set: the law's levels, the quota, a person's choice with a reason."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resolvers import classification as deeds
from resolvers.classification import GroupChoice
from resolvers.core.documents import Document
from resolvers.core.ids import new_id
from tests.resolvers.classification.year import DAY, DECISION, Year
from tests.resolvers.town import delegation

V18 = (*["92.00"] * 4, *["80.00"] * 7, "60.00")
"""Vector V18: 12 officers, four from 90, seven good, one below."""
OUTSTANDING = Document("77/QĐ-UBND", date(2026, 12, 5), sha256="aa" * 32)


async def _closed(year: Year, *totals: str) -> Any:
    id = await year.officers(*totals)
    await year.close(id, by="stranger")
    return id


async def _refused(year: Year, id: Any, *choices: GroupChoice, by: str = "stranger") -> str:
    told = {"decision": DECISION, "choices": choices}
    refusal = await year.refused(by, deeds.decide_classification, **await year.round(id), **told)
    return str(refusal.code)


async def _reading(year: Year, value: str) -> None:
    town = year.cast.town
    await town.owner.execute(
        "insert into congtam.agency_switch (id, agency_id, name, value, during)"
        " values ($1, $2, 'quota_reading', $3, daterange('2026-01-01', null))",
        new_id(),
        town.agencies["neighbour"],
        value,
    )


async def _share(year: Year, id: Any, share: str, by: str = "governor") -> Any:
    told = {"share": Decimal(share), "document": OUTSTANDING, "reason": "Thành tích nổi trội."}
    return await year.do(by, deeds.decide_quota_share, **await year.round(id), **told)


class TestPlaces:
    @pytest.mark.parametrize(
        ("reading", "usual", "raised"), [("strict", 1, 2), ("initial", 1, 1), ("broad", 2, 2)]
    )
    async def test_are_those_of_vector_18(
        self, year: Year, reading: str, usual: int, raised: int
    ) -> None:
        await _reading(year, reading)
        id = await _closed(year, *V18)
        group = await year.cast.rows("round_group", "duty_group <> ''")
        assert [(row["above_line"], row["good"], row["places"]) for row in group] == [(4, 7, usual)]
        assert [group[0][f"places_{each}"] for each in ("strict", "initial", "broad")] == [1, 1, 2]
        await _share(year, id, "0.25")
        group = await year.cast.rows("round_group", "duty_group <> ''")
        assert [(row["share"], row["places"]) for row in group] == [(Decimal("0.25"), raised)]

    async def test_a_larger_share_needs_the_managing_heads_decision(self, year: Year) -> None:
        id = await _closed(year, *V18)
        told = {"share": Decimal("0.25"), "document": OUTSTANDING, "reason": "Nổi trội."}
        for who, code in (
            ("stranger", "NOT_MANAGING_HEAD"),
            ("registrar", "NOT_FOUND"),
            ("chair", "NOT_FOUND"),
        ):
            refusal = await year.refused(
                who, deeds.decide_quota_share, **await year.round(id), **told
            )
            assert refusal.code == code

    @pytest.mark.parametrize("share", ["0.20", "0.26", "1", "0", "NaN"])
    async def test_a_share_is_above_a_fifth_and_at_most_a_quarter(
        self, year: Year, share: str
    ) -> None:
        id = await year.officers("92.00")
        told = {"share": Decimal(share), "document": OUTSTANDING, "reason": "Nổi trội."}
        refusal = await year.refused(
            "governor", deeds.decide_quota_share, **await year.round(id), **told
        )
        assert (refusal.code, refusal.field) == ("INVALID_INPUT", "share")


class TestChoice:
    async def test_is_a_persons_with_a_reason_that_the_others_keep(self, year: Year) -> None:
        id = await _closed(year, *V18)
        await year.decide(id, await year.chosen("o3"), by="stranger")
        levels = await year.levels()
        assert [levels[f"o{n}"] for n in range(1, 5)] == ["GOOD", "GOOD", "EXCELLENT", "GOOD"]
        assert (levels["o5"], levels["o12"]) == ("GOOD", "COMPLETED")
        surplus, winner = await year.case("o1"), await year.case("o3")
        assert (surplus["computed_level"], surplus["lawful_level"]) == ("EXCELLENT", "EXCELLENT")
        assert (surplus["quota_reason"], winner["quota_reason"]) == ("Kết quả nổi trội.", None)
        assert surplus["steps"][-1] == {
            "key": "class_quota",
            "values": {"places": "1", "value": "GOOD"},
            "cite": "Decree 335/2025/NĐ-CP, art. 20(5)",
        }
        board = await year.cast.rows("round_group")
        assert {(row["duty_group"], row["chosen"]) for row in board} == {
            ("", 1),
            ("office:member", 1),
        }

    async def test_is_never_made_by_the_program(self, year: Year) -> None:
        id = await _closed(year, *V18)
        assert await _refused(year, id) == "CHOICE_NEEDED"

    async def test_stays_within_the_places(self, year: Year) -> None:
        id = await _closed(year, *V18)
        assert await _refused(year, id, await year.chosen("o1", "o2")) == "QUOTA_EXCEEDED"

    async def test_is_among_those_above_the_line(self, year: Year) -> None:
        id = await _closed(year, *V18)
        assert await _refused(year, id, await year.chosen("o5")) == "NOT_ABOVE_THE_LINE"

    async def test_has_a_reason(self, year: Year) -> None:
        id = await _closed(year, *V18)
        choice = await year.chosen("o1", reason=" ")
        assert await _refused(year, id, choice) == "TEXT_NOT_ACCEPTABLE"

    async def test_names_a_group_of_the_set_once(self, year: Year) -> None:
        id = await _closed(year, *V18)
        choice = await year.chosen("o1")
        for wrong in (
            [replace(choice, duty_group="group:X")],
            [replace(choice, duty_group="")],
            [choice, choice],
        ):
            assert await _refused(year, id, *wrong) == "INVALID_INPUT"

    async def test_may_leave_places_empty(self, year: Year) -> None:
        id = await _closed(year, *V18)
        await year.decide(id, await year.chosen(), by="stranger")
        assert "EXCELLENT" not in (await year.levels()).values()

    async def test_is_not_needed_where_all_have_a_place_or_nobody(self, year: Year) -> None:
        id = await _closed(year, "92.00", *["80.00"] * 5)
        await year.decide(id, by="stranger")
        assert (await year.levels())["o1"] == "EXCELLENT"

    async def test_does_not_depend_on_the_order_in_which_cases_were_made(self, year: Year) -> None:
        id = await _closed(year, *reversed(V18))
        await year.decide(id, await year.chosen("o12"), by="stranger")
        levels = await year.levels()
        assert [levels[f"o{n}"] for n in (1, 2, 9, 12)] == [
            "COMPLETED",
            "GOOD",
            "GOOD",
            "EXCELLENT",
        ]


class TestDecision:
    async def test_is_signed_with_its_number_and_tells_one_leaf(self, year: Year) -> None:
        id = await _closed(year, *["80.00"] * 6)
        await year.decide(id, by="stranger")
        town = year.cast.town
        case = await year.case("o1")
        assert (case["decided_by"], case["decision_no"]) == (
            town.people["stranger"],
            "345/QĐ-UBND",
        )
        (leaf,) = await year.cast.leaves("decide_classification")
        assert leaf["after"]["levels"] == {"GOOD": 6}
        assert leaf["rule"] == "classifying-head-decides-his-set"

    async def test_comes_once(self, year: Year) -> None:
        id = await _closed(year, *["80.00"] * 6)
        await year.decide(id, by="stranger")
        assert await _refused(year, id) == "CLASSIFICATION_DECIDED"
        told = {"reason": "Xem lại."}
        refusal = await year.refused(
            "stranger", deeds.reopen_classification, **await year.round(id), **told
        )
        assert refusal.code == "CLASSIFICATION_DECIDED"

    async def test_waits_until_the_set_is_closed(self, year: Year) -> None:
        id = await year.officers("80.00")
        assert await _refused(year, id) == "CLASSIFICATION_NOT_CLOSED"

    @pytest.mark.parametrize(
        ("who", "code"),
        [
            ("governor", "NOT_CLASSIFYING_HEAD"),
            ("registrar", "NOT_FOUND"),
            ("chair", "NOT_FOUND"),
            ("o1", "NOT_FOUND"),
        ],
    )
    async def test_is_the_classifying_heads_alone(self, year: Year, who: str, code: str) -> None:
        id = await _closed(year, "80.00")
        assert await _refused(year, id, by=who) == code

    async def test_is_not_an_acting_heads_who_is_in_the_set(self, year: Year) -> None:
        id = await _closed(year, "80.00")
        await delegation(year.cast.town, "stranger", "o1", "neighbour", DAY, date(2026, 12, 31))
        assert await _refused(year, id, by="o1") == "NO_SELF_CLASSIFYING"

    async def test_rests_on_what_stood_when_the_set_was_closed(self, year: Year) -> None:
        id = await _closed(year, "80.00", "85.00")
        await year.result("o1", "60.00")
        assert await _refused(year, id) == "CLASSIFICATION_OUTDATED"

    async def test_leaves_those_with_too_few_months_without_a_level(self, year: Year) -> None:
        """Vector V15: under six months nobody is rated; the decision says so."""
        id = await year.officers("80.00")
        await year.result("o1", None, rated=False)
        await year.open("stranger", "neighbour")
        await year.close(id, by="stranger")
        await year.decide(id, by="stranger")
        await year.publish(id, by="stranger")
        case = await year.case("o1")
        assert (case["state"], case["applied_level"]) == ("published", None)
        assert await year.cast.rows("published_class") == []


class TestHeads:
    @pytest.mark.parametrize(
        ("organisation", "level"),
        [("GOOD", "GOOD"), ("NOT_COMPLETED", "NOT_COMPLETED"), ("EXCELLENT", "EXCELLENT")],
    )
    async def test_are_not_above_their_organisation(
        self, year: Year, organisation: str, level: str
    ) -> None:
        """Vector V17: 93.1 points; deputies are not limited, a team without a class neither."""
        for unit in ("office", "culture"):
            await year.recognise(unit, organisation)
        totals = dict.fromkeys(("chief", "assistant", "leader"), "93.10")
        await year.results(totals)
        id = await year.open()
        await year.ready(*("vice", "chief", "assistant", "clerk", "leader", "typist"))
        await year.ready("curator", "archivist", "officer")
        await year.close(id)
        found = {name: (await year.case(name))["lawful_level"] for name in totals}
        assert found == {"chief": level, "assistant": "EXCELLENT", "leader": "EXCELLENT"}
        assert (await year.case("chief"))["computed_level"] == "EXCELLENT"
