"""Who was wrongly disciplined is put right, and what rested on it is looked at again."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from resolvers import classification
from resolvers import discipline as deeds
from resolvers.core.documents import Document
from tests.resolvers.classification.year import DAY
from tests.resolvers.discipline.register import (
    CONCLUSION,
    DECISION,
    REPRIMAND,
    Register,
)
from tests.resolvers.discipline.test_recording import AGAIN
from tests.resolvers.town import delegation

LATER = date(2027, 3, 10)
PUBLIC = Document("9/TB-UBND", LATER, sha256="aa" * 32)


async def _decided_on_it(register: Register) -> Any:
    """The officer's class of 2026 was decided on a reprimand; the decision's id."""
    year = register.year
    round = await year.officers("92.40", "80.00", "80.00", "80.00", "80.00", "80.00")
    id = await register.record(REPRIMAND, "o1", "registrar")
    await year.close(round, by="stranger")
    await year.decide(round, by="stranger")
    await year.publish(round, by="stranger")
    return id


class TestWhatRestedOnIt:
    async def test_the_ground_goes_with_the_decision(self, register: Register) -> None:
        id = await register.record()
        await register.annul(id)
        (ground,) = await register.year.cast.rows("disqualifier")
        assert ground["annulled_reason"] == "Kết luận không có hành vi vi phạm."
        assert await register.in_force("clerk", DAY) == []
        row = await register.year.cast.row("discipline_decision", id)
        assert (row["annulled_because"], row["form"]) == ("wrong", "reprimand")

    async def test_a_class_decided_on_it_is_flagged_and_replaced_by_the_managing_head(
        self, register: Register
    ) -> None:
        year, id = register.year, await _decided_on_it(register)
        before = await year.case("o1")
        assert before["applied_level"] == "NOT_COMPLETED"
        await register.annul(
            id, by="registrar", conclusion=replace(CONCLUSION, day=LATER), today=LATER
        )
        (flag,) = await year.cast.rows("review_flag")
        assert (flag["kind"], flag["classification_id"]) == ("classification", before["id"])
        assert (await year.case("o1"))["id"] == before["id"], "nothing is changed by itself"
        told = {"level": "GOOD", "reason": "Bị kỷ luật oan.", "decision": PUBLIC}
        at = await year.at("o1")
        await year.do("governor", classification.replace_classification, **at, **told, today=LATER)
        after = await year.case("o1")
        assert (after["applied_level"], after["lawful_level"], after["grounds"]) == (
            "GOOD",
            "EXCELLENT",
            [],
        )

    async def test_what_it_had_ended_is_in_force_again(self, register: Register) -> None:
        first = await register.record()
        second = await register.record(AGAIN)
        await register.annul(second, "flawed")
        (found,) = await register.in_force("clerk", DAY)
        assert (found.id, found.until) == (first, date(2027, 6, 5))

    async def test_the_ground_alone_is_not_annulled(self, register: Register) -> None:
        await register.record()
        (ground,) = await register.year.cast.rows("disqualifier")
        told = {"disqualifier_id": ground["id"], "version": 1, "reason": "Nhầm."}
        refusal = await register.year.refused("officer", classification.annul_disqualifier, **told)
        assert refusal.code == "GROUND_OF_A_DECISION"

    async def test_the_audit_names_what_rested_on_it(self, register: Register) -> None:
        id = await _decided_on_it(register)
        case = await register.year.case("o1")
        await register.annul(id, by="registrar")
        (leaf,) = await register.year.cast.leaves("annul_discipline")
        assert leaf["after"]["cases"] == [str(case["id"])]

    async def test_after_a_move_it_is_the_new_agencys_to_put_right(
        self, register: Register
    ) -> None:
        """The class was decided in the old agency; it is flagged there all the same."""
        id = await _decided_on_it(register)
        town = register.year.cast.town
        await town.owner.execute(
            "update congtam.person set agency_id = $1 where id = $2",
            town.agencies["commune"],
            town.people["o1"],
        )
        await register.annul(id, by="officer")
        (flag,) = await register.year.cast.rows("review_flag")
        assert flag["agency_id"] == town.agencies["neighbour"]
        (owed,) = await register.year.cast.rows("discipline_correction")
        assert owed["agency_id"] == town.agencies["commune"]


class TestAnnulling:
    @pytest.mark.parametrize(
        ("who", "code"),
        [
            ("clerk", "OWN_RECORD"),
            ("chair", "NO_MANDATE"),
            ("inspector", "NO_MANDATE"),
            ("stranger", "NOT_FOUND"),
        ],
    )
    async def test_is_the_personnel_bodys(self, register: Register, who: str, code: str) -> None:
        id = await register.record()
        told = {"decision_id": id, "version": 1, "because": "wrong", "reason": "Oan."}
        refusal = await register.year.refused(
            who, deeds.annul_discipline, **told, conclusion=CONCLUSION
        )
        assert refusal.code == code

    async def test_is_done_once(self, register: Register) -> None:
        id = await register.record()
        await register.annul(id)
        told = {"decision_id": id, "version": 2, "because": "wrong", "reason": "Oan."}
        refusal = await register.year.refused(
            "officer", deeds.annul_discipline, **told, conclusion=CONCLUSION
        )
        assert refusal.code == "DISCIPLINE_ANNULLED"

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"because": "pity"}, "INVALID_INPUT"),
            ({"conclusion": None}, "INVALID_INPUT"),
            ({"reason": ""}, "TEXT_NOT_ACCEPTABLE"),
            ({"version": 9}, "STALE_VERSION"),
            ({"conclusion": replace(CONCLUSION, day=date(2031, 12, 30))}, "HOLIDAYS_UNKNOWN"),
        ],
    )
    async def test_needs_the_conclusion_that_says_so(
        self, register: Register, change: dict[str, Any], code: str
    ) -> None:
        id = await register.record()
        told: dict[str, Any] = {
            "decision_id": id,
            "version": 1,
            "because": "wrong",
            "reason": "Oan.",
            "conclusion": CONCLUSION,
            **change,
        }
        refusal = await register.year.refused("officer", deeds.annul_discipline, **told)
        assert refusal.code == code

    async def test_a_mistake_of_the_register_needs_none_and_owes_nothing(
        self, register: Register
    ) -> None:
        id = await register.record()
        await register.annul(id, "misrecorded", conclusion=None)
        assert await register.year.cast.rows("discipline_correction") == []


class TestAnnouncing:
    async def _owed(self, register: Register) -> dict[str, Any]:
        await register.annul(await register.record())
        (row,) = await register.year.cast.rows("discipline_correction")
        return {
            "correction": row["id"],
            "version": row["version"],
            "announced_on": DAY,
            "document": PUBLIC,
        }

    async def test_is_owed_within_ten_working_days(self, register: Register) -> None:
        """Concluded on Tuesday 1 December 2026: by Tuesday 15 December."""
        await self._owed(register)
        (row,) = await register.year.cast.rows("discipline_correction")
        assert (row["announce_by"], row["decision_no"]) == (date(2026, 12, 15), DECISION.number)
        assert row["cites"] == ["Decree 172/2025/NĐ-CP, art. 25(2)"]

    async def test_is_done_once_by_the_head_before_everybody(self, register: Register) -> None:
        told = await self._owed(register)
        table = deeds.discipline_correction
        assert (await register.sees("typist", table), await register.sees("clerk", table)) == (0, 1)
        await register.year.do("chair", deeds.announce_correction, **told)
        assert await register.sees("typist", table) == 1
        assert await register.sees("stranger", table) == 0
        assert await register.sees("typist", deeds.discipline_decision) == 0
        refusal = await register.year.refused(
            "chair", deeds.announce_correction, **{**told, "version": 2}
        )
        assert refusal.code == "CORRECTION_ANNOUNCED"

    @pytest.mark.parametrize(
        ("who", "code"),
        [
            ("officer", "NOT_AGENCY_HEAD"),
            ("inspector", "NOT_AGENCY_HEAD"),
            ("clerk", "OWN_RECORD"),
            ("chief", "NOT_FOUND"),
            ("stranger", "NOT_FOUND"),
        ],
    )
    async def test_is_nobody_elses(self, register: Register, who: str, code: str) -> None:
        told = await self._owed(register)
        assert (await register.year.refused(who, deeds.announce_correction, **told)).code == code

    async def test_an_acting_head_does_it_on_behalf_of_the_head(self, register: Register) -> None:
        town = register.year.cast.town
        await delegation(town, "chair", "vice", "commune", DAY, LATER)
        told = await self._owed(register)
        await register.year.do("vice", deeds.announce_correction, **told)
        (row,) = await register.year.cast.rows("discipline_correction")
        assert (row["announced_by"], row["on_behalf_of"]) == (
            town.people["vice"],
            town.people["chair"],
        )

    async def test_not_before_the_conclusion(self, register: Register) -> None:
        told = {**await self._owed(register), "announced_on": date(2026, 11, 30)}
        refusal = await register.year.refused("chair", deeds.announce_correction, **told)
        assert refusal.code == "INVALID_INPUT"
