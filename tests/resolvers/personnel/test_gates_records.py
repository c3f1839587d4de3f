"""Protected states and wishes: who records them, who sees them, how they end."""

from datetime import date
from typing import Any

import pytest

from resolvers import personnel as deeds
from resolvers.core.documents import Document
from tests.resolvers.cast import DAY
from tests.resolvers.personnel.records import BORN, protect, sees, wished
from tests.resolvers.personnel.story import PAPER, Personnel


class TestRecordProtectedState:
    async def test_keeps_the_state_the_document_and_the_heads_who_decide(
        self, personnel: Personnel
    ) -> None:
        town = personnel.cast.town
        row = await personnel.cast.row("protected_state", await protect(personnel))
        assert (row["person_id"], row["state"]) == (town.people["clerk"], "small_child")
        assert (row["during"].lower, row["during"].upper) == (BORN, None)
        assert row["document_no"] == PAPER.number
        assert row["classifying_unit_id"] == town.units["commune"]
        assert row["managing_unit_id"] == town.units["province"]
        (leaf,) = await personnel.cast.leaves("record_protected_state")
        assert leaf["subject_id"] == row["id"]

    @pytest.mark.parametrize(
        ("by", "code"),
        [
            ("clerk", "OWN_RECORD"),
            ("chief", "NO_MANDATE"),
            ("chair", "NO_MANDATE"),
            ("inspector", "NO_MANDATE"),
            ("administrator", "NO_MANDATE"),
        ],
    )
    async def test_refuses_everybody_but_the_personnel_body(
        self, personnel: Personnel, by: str, code: str
    ) -> None:
        refusal = await personnel.refused(
            by,
            deeds.record_protected_state,
            person=personnel.cast.town.people["clerk"],
            state="pregnancy",
            since=DAY,
            document=PAPER,
        )
        assert refusal.code == code

    async def test_refuses_the_officer_about_himself_and_a_stranger_to_the_agency(
        self, personnel: Personnel
    ) -> None:
        told = {"state": "pregnancy", "since": DAY, "document": PAPER}
        people = personnel.cast.town.people
        own = await personnel.refused(
            "officer", deeds.record_protected_state, person=people["officer"], **told
        )
        assert own.code == "OWN_RECORD"
        hidden = await personnel.refused(
            "neighbouring", deeds.record_protected_state, person=people["clerk"], **told
        )
        assert hidden.code == "NOT_FOUND"

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"state": "tired"}, "INVALID_INPUT"),
            ({"since": date(2026, 6, 16)}, "INVALID_INPUT"),
            ({"until": date(2025, 2, 27)}, "ENDS_BEFORE_IT_BEGINS"),
            ({"document": Document("1/GCN")}, "INVALID_INPUT"),
        ],
    )
    async def test_refuses_what_cannot_be(
        self, personnel: Personnel, wrong: dict[str, Any], code: str
    ) -> None:
        told = {"state": "inpatient", "since": BORN, "document": PAPER, **wrong}
        refusal = await personnel.refused(
            "officer",
            deeds.record_protected_state,
            person=personnel.cast.town.people["clerk"],
            **told,
        )
        assert refusal.code == code

    @pytest.mark.parametrize("name", ["clerk", "officer", "chair", "governor"])
    async def test_is_seen_by_the_person_the_personnel_body_and_who_decides(
        self, personnel: Personnel, name: str
    ) -> None:
        await protect(personnel)
        assert await sees(personnel, name, deeds.protected_state)

    @pytest.mark.parametrize(
        "name", ["inspector", "chief", "typist", "vice", "neighbouring", "administrator"]
    )
    async def test_is_hidden_from_everybody_else(self, personnel: Personnel, name: str) -> None:
        await protect(personnel)
        assert not await sees(personnel, name, deeds.protected_state)


class TestEndProtectedState:
    async def test_keeps_the_days_up_to_the_last_with_the_reason(
        self, personnel: Personnel
    ) -> None:
        id = await protect(personnel, "inpatient")
        await personnel.do(
            "officer",
            deeds.end_protected_state,
            id=id,
            version=1,
            until=date(2026, 5, 31),
            reason="Ra viện.",
        )
        row = await personnel.cast.row("protected_state", id)
        assert row["during"].upper == date(2026, 6, 1)
        assert (row["ended_reason"], row["version"]) == ("Ra viện.", 2)

    async def test_is_not_ended_twice_nor_by_the_person(self, personnel: Personnel) -> None:
        id = await protect(personnel)
        told = {"id": id, "until": DAY, "reason": "Ghi nhầm."}
        own = await personnel.refused("clerk", deeds.end_protected_state, version=1, **told)
        assert own.code == "OWN_RECORD"
        stale = await personnel.refused("officer", deeds.end_protected_state, version=7, **told)
        assert stale.code == "STALE_VERSION"
        await personnel.do("officer", deeds.end_protected_state, version=1, **told)
        again = await personnel.refused("officer", deeds.end_protected_state, version=2, **told)
        assert again.code == "RECORD_ENDED"


class TestWish:
    async def test_is_stated_by_the_person_himself(self, personnel: Personnel) -> None:
        row = await personnel.cast.row("personal_wish", await wished(personnel))
        assert (row["kind"], row["day"]) == ("transfer", DAY)
        assert row["stated_by"] == personnel.cast.town.people["clerk"]

    async def test_of_somebody_else_needs_his_own_document(self, personnel: Personnel) -> None:
        told = {
            "person": personnel.cast.town.people["clerk"],
            "kind": "transfer",
            "said": "Xin đi.",
        }
        refusal = await personnel.refused("officer", deeds.state_wish, **told)
        assert refusal.code == "WISH_NEEDS_DOCUMENT"
        row = await personnel.cast.row(
            "personal_wish", await wished(personnel, "officer", document=PAPER)
        )
        assert row["document_no"] == PAPER.number

    @pytest.mark.parametrize("by", ["chief", "chair", "typist", "inspector"])
    async def test_is_nobody_elses(self, personnel: Personnel, by: str) -> None:
        told = {
            "person": personnel.cast.town.people["clerk"],
            "kind": "transfer",
            "said": "Xin đi.",
        }
        refusal = await personnel.refused(by, deeds.state_wish, document=PAPER, **told)
        assert refusal.code == "NOT_THE_PERSON"

    async def test_is_stated_once_and_withdrawn_by_the_person_alone(
        self, personnel: Personnel
    ) -> None:
        id = await wished(personnel)
        told = {"person": personnel.cast.town.people["clerk"], "kind": "transfer", "said": "Lại."}
        assert (await personnel.refused("clerk", deeds.state_wish, **told)).code == "WISH_STATED"
        other = await personnel.refused("officer", deeds.withdraw_wish, id=id, version=1)
        assert other.code == "NOT_THE_PERSON"
        await personnel.do("clerk", deeds.withdraw_wish, id=id, version=1)
        again = await personnel.refused("clerk", deeds.withdraw_wish, id=id, version=2)
        assert again.code == "RECORD_ENDED"
        assert await personnel.do("clerk", deeds.state_wish, **told)

    async def test_is_not_of_a_day_to_come(self, personnel: Personnel) -> None:
        refusal = await personnel.refused(
            "clerk",
            deeds.state_wish,
            person=personnel.cast.town.people["clerk"],
            kind="transfer",
            said="Xin đi.",
            day=date(2026, 6, 16),
        )
        assert refusal.code == "INVALID_INPUT"
