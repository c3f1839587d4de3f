"""Handing in work: by the person only, once, with its evidence."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from resolvers import work
from resolvers.core.ids import new_id
from resolvers.work import Evidence
from tests.resolvers.cast import DAY, PROOF, Cast

NIGHT = "https://luutru.example.vn/van-ban/1"


@pytest.fixture
async def line(cast: Cast) -> UUID:
    """Ten papers for the clerk."""
    id: UUID = (await cast.line_of(await cast.assign("clerk")))["id"]
    return id


def told(line: UUID, **changes: Any) -> dict[str, Any]:
    return {
        "id": new_id(),
        "line": line,
        "quantity": Decimal(4),
        "note": "Đã ban hành",
        "evidence": PROOF,
        **changes,
    }


class TestDeliverWork:
    async def test_keeps_the_day_the_quantity_and_the_evidence(
        self, cast: Cast, line: UUID
    ) -> None:
        proofs = (*PROOF, Evidence("Liên kết", url=NIGHT))
        id = await cast.do("clerk", work.deliver_work, **told(line, evidence=proofs))
        delivery = await cast.row("delivery", id)
        assert (delivery["delivered_on"], delivery["quantity"]) == (DAY, 4)
        assert delivery["verdict"] is None
        kept = await cast.rows("evidence", "delivery_id = $1", id)
        assert {proof["uploaded_by"] for proof in kept} == {cast.town.people["clerk"]}
        assert {proof["url"] for proof in kept} == {None, NIGHT}
        assert {proof["sha256"] for proof in kept} == {None, bytes.fromhex("ab" * 32)}
        (leaf,) = await cast.leaves("deliver_work")
        assert (leaf["rule"], leaf["subject_id"]) == ("person-delivers-his-own-work", id)

    async def test_sent_again_is_one_delivery(self, cast: Cast, line: UUID) -> None:
        again = told(line, quantity=Decimal(10))
        ids = [await cast.do("clerk", work.deliver_work, **again) for _ in range(3)]
        assert set(ids) == {again["id"]}
        assert len(await cast.rows("delivery")) == len(await cast.leaves("deliver_work")) == 1

    async def test_refuses_another_delivery_under_the_same_id(self, cast: Cast, line: UUID) -> None:
        first = told(line)
        await cast.do("clerk", work.deliver_work, **first)
        refusal = await cast.refused(
            "clerk", work.deliver_work, **{**first, "quantity": Decimal(5)}
        )
        assert refusal.code == "IDEMPOTENCY_KEY_REUSED"

    async def test_refuses_an_id_that_somebody_else_used(self, cast: Cast, line: UUID) -> None:
        first = told(line)
        await cast.do("clerk", work.deliver_work, **first)
        other = (await cast.line_of(await cast.assign("typist")))["id"]
        refusal = await cast.refused("typist", work.deliver_work, **told(other, id=first["id"]))
        assert refusal.code == "IDEMPOTENCY_KEY_REUSED"

    async def test_refuses_more_than_is_outstanding(self, cast: Cast, line: UUID) -> None:
        await cast.do("clerk", work.deliver_work, **told(line))
        refusal = await cast.refused(
            "clerk", work.deliver_work, **told(line, quantity=Decimal("6.001"))
        )
        assert (refusal.code, refusal.facts["left"]) == ("MORE_THAN_OUTSTANDING", "6")

    async def test_may_hand_in_anew_what_was_returned(self, cast: Cast, line: UUID) -> None:
        id = await cast.deliver("clerk", line)
        await cast.do("chief", work.return_delivery, delivery=id, version=1, reason="Thiếu căn cứ")
        await cast.deliver("clerk", line)

    @pytest.mark.parametrize(
        ("proof", "field"),
        [
            (Evidence("Trống"), "evidence.0"),
            (Evidence("", sha256="ab" * 32), "evidence.0.name"),
            (Evidence("Ngắn", sha256="ab"), "evidence.0.sha256"),
            (Evidence("Chữ", sha256="xy" * 32), "evidence.0.sha256"),
            (Evidence("Mã", url="javascript:alert(1)"), "evidence.0.url"),
            (Evidence("Tệp", url="file:///etc/passwd"), "evidence.0.url"),
            (Evidence("Hỏng", url="https://["), "evidence.0.url"),
        ],
    )
    async def test_refuses_evidence_that_is_none(
        self, cast: Cast, line: UUID, proof: Evidence, field: str
    ) -> None:
        refusal = await cast.refused("clerk", work.deliver_work, **told(line, evidence=[proof]))
        assert refusal.field == field

    @pytest.mark.parametrize("name", ["chief", "chair", "governor", "assistant", "curator"])
    async def test_is_for_the_person_alone(self, cast: Cast, line: UUID, name: str) -> None:
        refusal = await cast.refused(name, work.deliver_work, **told(line))
        # Whoever reads the line is told why not; for all others it is not there.
        reads = name in ("chief", "chair")
        assert refusal.code == ("NOT_THE_PERSON" if reads else "NOT_FOUND")

    async def test_is_refused_alike_for_an_absent_line(self, cast: Cast) -> None:
        refusal = await cast.refused("curator", work.deliver_work, **told(new_id()))
        assert refusal.code == "NOT_FOUND"


class TestEvidenceOfHeavyWork:
    async def test_is_required_above_a_fifth_of_the_months_units(self, cast: Cast) -> None:
        heavy = (await cast.line_of(await cast.assign("clerk", "2.001")))["id"]
        light = (await cast.line_of(await cast.assign("clerk", "2")))["id"]
        await cast.assign("clerk", "5.999")
        given = {"quantity": Decimal(2), "evidence": ()}
        refusal = await cast.refused("clerk", work.deliver_work, **told(heavy, **given))
        assert (refusal.code, refusal.field) == ("EVIDENCE_REQUIRED", "evidence")
        await cast.do("clerk", work.deliver_work, **told(light, **given))

    async def test_follows_the_agencys_share(self, cast: Cast, line: UUID) -> None:
        await cast.choose("evidence_share", "1")
        await cast.do("clerk", work.deliver_work, **told(line, evidence=()))


class TestAddEvidence:
    async def test_only_ever_adds(self, cast: Cast, line: UUID) -> None:
        id = await cast.deliver("clerk", line)
        more = (*PROOF, Evidence("Liên kết", url=NIGHT))
        for _ in range(2):
            await cast.do("clerk", work.add_evidence, delivery=id, evidence=more)
        kept = await cast.rows("evidence", "delivery_id = $1", id)
        assert {proof["name"] for proof in kept} == {"Bản chụp văn bản", "Liên kết"}
        assert len(kept) == 2

    async def test_is_possible_after_acceptance(self, cast: Cast, line: UUID) -> None:
        id = await cast.deliver("clerk", line)
        await cast.accept("clerk", id)
        more = [Evidence("Liên kết", url=NIGHT)]
        await cast.do("clerk", work.add_evidence, delivery=id, evidence=more)

    @pytest.mark.parametrize(
        ("name", "code"), [("chief", "NOT_THE_PERSON"), ("typist", "NOT_FOUND")]
    )
    async def test_is_for_the_person_alone(
        self, cast: Cast, line: UUID, name: str, code: str
    ) -> None:
        id = await cast.deliver("clerk", line)
        refusal = await cast.refused(name, work.add_evidence, delivery=id, evidence=PROOF)
        assert refusal.code == code

    async def test_adds_something(self, cast: Cast, line: UUID) -> None:
        id = await cast.deliver("clerk", line)
        refusal = await cast.refused("clerk", work.add_evidence, delivery=id, evidence=[])
        assert refusal.code == "INVALID_INPUT"


class TestLateness:
    async def test_is_the_day_of_handing_in_not_of_deciding(self, cast: Cast, line: UUID) -> None:
        await cast.choose("entry_closes_day", 25)
        id = await cast.deliver("clerk", line)
        version = (await cast.row("delivery", id))["version"]
        await cast.do(
            "chief",
            work.accept_delivery,
            today=date(2026, 7, 20),
            delivery=id,
            version=version,
        )
        (line_after,) = await cast.rows("work_line")
        assert line_after["delays"] == 0
