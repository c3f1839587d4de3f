"""Vector V16 through the register: what a decision on discipline does to the class of a year."""

from dataclasses import replace
from datetime import date
from typing import Any

from resolvers import classification
from resolvers.classification import Ground
from resolvers.core.documents import Document
from resolvers.discipline import Ruling
from tests.resolvers.discipline.register import DECISION, PARTY, REPRIMAND, Register

OFFICER = "o1"


async def _classified(register: Register, total: str = "92.40") -> tuple[str, str, Any]:
    """Computed and lawful level of the officer, and his case, once his set is closed."""
    (round,) = await register.year.cast.rows("classification_round")
    await register.year.close(round["id"], by="stranger")
    case = await register.year.case(OFFICER)
    return case["computed_level"], case["lawful_level"], case


async def _of(register: Register, *rulings: Ruling) -> tuple[str, str, Any]:
    """As `_classified`, with decisions that all are about one act."""
    await register.year.officers("92.40")
    same = None
    for ruling in rulings:
        told = replace(ruling, same_act_as=same)
        same = await register.record(told, OFFICER, "registrar", today=date(2027, 1, 12))
    return await _classified(register)


async def test_a_reprimand_for_duty_forces_the_lowest(register: Register) -> None:
    computed, lawful, case = await _of(register, REPRIMAND)
    assert (computed, lawful) == ("EXCELLENT", "NOT_COMPLETED")
    (ground,) = await register.year.cast.rows("disqualifier")
    (decision,) = await register.year.cast.rows("discipline_decision")
    assert (case["grounds"], ground["discipline_id"]) == ([ground["id"]], decision["id"])
    assert (ground["kind"], ground["form"]) == ("duty_discipline", "reprimand")
    assert "Decree 335/2025/NĐ-CP, art. 20(4)(c)" in case["cites"]


async def test_discipline_unrelated_to_duty_is_recorded_as_no_ground(register: Register) -> None:
    computed, lawful, case = await _of(register, replace(REPRIMAND, relation="unrelated"))
    assert (computed, lawful, case["grounds"]) == ("EXCELLENT", "EXCELLENT", [])
    (ground,) = await register.year.cast.rows("disqualifier")
    assert ground["kind"] == "unrelated_discipline"
    assert "Law 80/2025/QH15, art. 38(4)" in case["cites"]


async def test_party_discipline_for_degradation_forces_it(register: Register) -> None:
    party = replace(REPRIMAND, source="party", relation="degradation", decision=PARTY)
    _, lawful, case = await _of(register, party)
    assert lawful == "NOT_COMPLETED"
    assert "Decree 335/2025/NĐ-CP, art. 11(3)(a)" in case["cites"]


async def test_administrative_discipline_for_degradation_forces_it_too(register: Register) -> None:
    _, lawful, _ = await _of(register, replace(REPRIMAND, relation="degradation"))
    (ground,) = await register.year.cast.rows("disqualifier")
    assert (lawful, ground["kind"]) == ("NOT_COMPLETED", "degradation")


async def test_one_act_with_two_decisions_counts_in_one_year(register: Register) -> None:
    """Of the Party from 20 December 2026, of the agency from 10 January 2027: 2026 alone."""
    party = replace(
        REPRIMAND,
        source="party",
        decision=replace(PARTY, day=date(2026, 12, 18)),
        effective_on=date(2026, 12, 20),
    )
    agency = replace(
        REPRIMAND,
        decision=replace(DECISION, day=date(2027, 1, 8)),
        effective_on=date(2027, 1, 10),
    )
    _, lawful, case = await _of(register, party, agency)
    assert (lawful, len(case["grounds"])) == ("NOT_COMPLETED", 2)
    await register.year.decide(case["round_id"], by="stranger")
    grounds = await register.year.cast.rows("disqualifier")
    assert [row["used_in"] for row in grounds] == [2026, 2026]
    acts = {row["act_id"] for row in await register.year.cast.rows("discipline_decision")}
    assert len(acts) == 1


async def test_an_act_used_before_there_was_a_decision_does_not_count_again(
    register: Register,
) -> None:
    """Its year was 2025; the decision of 2026 changes nothing."""
    await register.year.officers("92.40")
    before = Ground(
        "duty_discipline",
        date(2025, 12, 1),
        "Hành vi đã được dùng làm căn cứ xếp loại năm 2025.",
        source="administrative",
        form="reprimand",
        used_in=2025,
    )
    told = {"person": register.person(OFFICER), "ground": before}
    earlier = await register.year.do("registrar", classification.record_disqualifier, **told)
    ruling = replace(REPRIMAND, act_on=date(2025, 11, 3), earlier_ground=earlier)
    await register.record(ruling, OFFICER, "registrar")
    _, lawful, case = await _classified(register)
    assert (lawful, case["grounds"]) == ("EXCELLENT", [])


async def test_an_act_at_the_old_agency_counts_there(register: Register) -> None:
    old = register.year.cast.town.agencies["commune"]
    moved = replace(REPRIMAND, act_on=date(2025, 11, 3), fault_agency=old)
    _, lawful, case = await _of(register, moved)
    assert (lawful, case["grounds"]) == ("EXCELLENT", [])


async def test_a_suspension_is_weighed_and_corruption_concerns_leaders(register: Register) -> None:
    """These two rows are no discipline: they go to the register of grounds directly."""
    await register.year.officers("92.40")
    paper = Document("2/QĐ", date(2026, 4, 1))
    for kind in ("suspension", "unit_corruption"):
        ground = Ground(kind, date(2026, 4, 1), "Theo kết luận.", decision=paper)
        told = {"person": register.person(OFFICER), "ground": ground}
        await register.year.do("registrar", classification.record_disqualifier, **told)
    case = await register.year.case(OFFICER)
    told = {"case": case["id"], "version": case["version"]}
    weighed = {"counts": True, "reason": "Vi phạm nghiêm trọng."}
    await register.year.do("stranger", classification.consider_suspension, **told, **weighed)
    _, lawful, _ = await _classified(register)
    assert lawful == "NOT_COMPLETED"
