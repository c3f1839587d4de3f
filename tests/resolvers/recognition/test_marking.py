"""The level follows marks and facts together; where the decree is silent a person answers."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from resolvers import recognition
from resolvers.recognition import Finding, OrganisationMark, Statement, recompute_organisation
from tests.resolvers.recognition.year import BEST, PART, Year, marks

FOUND = Finding("Mất đoàn kết nội bộ", "Thanh tra tỉnh", "07/KL-TTr", date(2026, 10, 1))
STORM = "Bão số 3 làm gián đoạn toàn bộ công tác"


class Row(NamedTuple):
    """One row of vector V20: points and conditions, and what article 8 makes of them."""

    points: str
    statement: Statement
    computed: str | None
    recommended: str | None
    finding: Finding | None = None
    failed: bool = False


LATE = replace(BEST, on_time=85, late=15)
FEW = Statement(100, 68, 68, 0, 0, True, "none")
V20 = {
    "excellent with all conditions": Row("92", BEST, "EXCELLENT", None),
    "too few tasks exceeded": Row("92", replace(BEST, exceeded=28), None, "GOOD"),
    "a sub-unit not completed": Row("92", replace(BEST, exceeded=35), None, "GOOD", failed=True),
    "good points, some tasks late": Row("72", LATE, None, "COMPLETED"),
    "not all tasks completed": Row("84", PART, None, None),
    "below seventy per cent": Row("88", FEW, "NOT_COMPLETED", None),
    "force majeure accepted": Row("88", replace(FEW, force_majeure=STORM), None, None),
    "below fifty points": Row("49.9", replace(BEST, exceeded=40), "NOT_COMPLETED", None),
    "concluded wrongdoing": Row("80", BEST, "NOT_COMPLETED", None, FOUND),
    "earlier shortcomings open": Row("92", replace(BEST, shortcomings="open"), None, "GOOD"),
    "all of quality but some not": Row("80", replace(BEST, quality=False), None, "COMPLETED"),
}


async def _ready(year: Year, failed: bool = False) -> None:
    """The commune assessed, its divisions decided, one of them not completed if asked."""
    await year.commune_decided(80, 40 if failed else 80)
    await year.open("province", "governor")
    await year.assess("commune")


@pytest.mark.parametrize("name", V20)
async def test_the_level_is_the_decrees_or_nobodys(year: Year, name: str) -> None:
    row = V20[name]
    await _ready(year, row.failed)
    done = await year.mark("commune", row.points, row.statement, finding=row.finding)
    levels = (done["computed_level"], done["recommended_level"], done["chosen_level"])
    assert levels == (row.computed, row.recommended, None)
    assert done["total"] == Decimal(row.points) == done["general"] + done["results"]


@pytest.mark.parametrize("name", V20)
async def test_the_level_is_recomputed_from_what_is_stored(year: Year, name: str) -> None:
    row = V20[name]
    await _ready(year, row.failed)
    done = await year.mark("commune", row.points, row.statement, finding=row.finding)
    again = recompute_organisation(json.loads(json.dumps(done["facts"])))
    assert (again.level, again.recommended) == (row.computed, row.recommended)
    assert [step.to_json() for step in again.steps] == done["steps"]
    assert list(again.cites) == done["cites"]
    assert all("335/2025" in cite for cite in done["cites"])


class TestChoosing:
    async def test_gives_the_level_that_the_decree_does_not_give(self, year: Year) -> None:
        await _ready(year)
        await year.mark("commune", 84, PART)
        deed = recognition.choose_organisation_level
        told = {"level": "COMPLETED", "reason": "Còn 4% nhiệm vụ chưa xong"}
        done = await year.step("commune", "governor", deed, **told)
        assert (done["computed_level"], done["chosen_level"]) == (None, "COMPLETED")
        (leaf,) = await year.leaves("choose_organisation_level")
        assert leaf["reason"] == told["reason"]

    @pytest.mark.parametrize(
        ("level", "reason", "code"),
        [
            ("EXCELLENT", "Xứng đáng", "INVALID_INPUT"),
            ("COMPLETED", " ", "TEXT_NOT_ACCEPTABLE"),
        ],
    )
    async def test_has_a_reason_and_never_passes_the_conditions_of_excellence(
        self, year: Year, level: str, reason: str, code: str
    ) -> None:
        await _ready(year)
        found = await year.mark("commune", 92, replace(BEST, exceeded=28))
        told = {"review": found["id"], "version": found["version"]}
        deed = recognition.choose_organisation_level
        refused = await year.refused("governor", deed, **told, level=level, reason=reason)
        assert refused.code == code

    async def test_is_refused_where_the_decree_speaks(self, year: Year) -> None:
        await _ready(year)
        found = await year.mark("commune", 88, FEW)
        told = {"review": found["id"], "version": found["version"]}
        deed = recognition.choose_organisation_level
        refused = await year.refused("governor", deed, **told, level="GOOD", reason="Nương nhẹ")
        assert refused.code == "LEVEL_GIVEN"

    async def test_is_taken_back_by_other_marks(self, year: Year) -> None:
        await _ready(year)
        await year.mark("commune", 84, PART)
        deed = recognition.choose_organisation_level
        await year.step("commune", "governor", deed, level="COMPLETED", reason="Chưa xong")
        assert (await year.mark("commune", 92))["chosen_level"] is None


class TestMarking:
    async def _told(self, year: Year, **options: Any) -> dict[str, Any]:
        found = await year.review("office")
        told = {"review": found["id"], "version": found["version"]}
        return {**told, "marks": marks(92), "statement": BEST, **options}

    async def test_is_the_recognising_heads_alone(self, year: Year) -> None:
        await year.open("commune", "chair")
        await year.assess("office")
        told = await self._told(year)
        for who in ("chief", "vice", "clerk", "curator", "governor", "clerk_of_staff", "auditor"):
            refused = await year.refused(who, recognition.mark_organisation, **told)
            assert refused.code in {"NOT_RECOGNISING_HEAD", "NO_SELF_RECOGNITION", "NOT_FOUND"}

    async def test_waits_for_the_assessment(self, year: Year) -> None:
        await year.open("commune", "chair")
        told = await self._told(year)
        refused = await year.refused("chair", recognition.mark_organisation, **told)
        assert refused.code == "ORGANISATION_NOT_ASSESSED"

    @pytest.mark.parametrize(
        ("options", "code"),
        [
            ({"marks": marks(92)[1:]}, "CRITERIA_NOT_MARKED"),
            ({"marks": marks(91, reason="")}, "MARK_NEEDS_REASON"),
            ({"statement": Statement(0, 0, 0, 0, 0, True, "none")}, "NOTHING_PLANNED"),
            ({"version": 7}, "STALE_VERSION"),
        ],
    )
    async def test_is_complete_and_reasoned(
        self, year: Year, options: dict[str, Any], code: str
    ) -> None:
        await year.open("commune", "chair")
        await year.assess("office")
        told = await self._told(year, **options)
        assert (await year.refused("chair", recognition.mark_organisation, **told)).code == code

    async def test_needs_a_reason_only_where_it_differs(self, year: Year) -> None:
        await year.open("commune", "chair")
        await year.assess("office")
        agreed = marks(92, reason="")
        lowered = [OrganisationMark("I.1", Decimal(9), "Còn chậm báo cáo"), *agreed[1:]]
        done = await year.step(
            "office", "chair", recognition.mark_organisation, marks=lowered, statement=BEST
        )
        assert (done["total"], done["self_marks"][0]) == (Decimal(91), Decimal(10))

    async def test_of_an_organisation_waits_for_those_beneath_and_names_them(
        self, year: Year
    ) -> None:
        await year.open("commune", "chair")
        await year.open("province", "governor")
        await year.assess("commune")
        await year.finish("culture", 80)
        found = await year.review("commune")
        told = {"review": found["id"], "version": found["version"]}
        refused = await year.refused(
            "governor", recognition.mark_organisation, **told, marks=marks(92), statement=BEST
        )
        assert refused.code == "SUB_UNITS_NOT_DECIDED"
        assert refused.facts["names"] == "culture, office"


async def test_what_work_says_stands_beside_the_statement_and_changes_nothing(year: Year) -> None:
    await year.open("commune", "chair")
    owner, town = year.town.owner, year.town
    await owner.execute(
        "insert into congtam.catalogue (id, agency_id, edition, title, standard_unit,"
        " standard_points) values (gen_random_uuid(), $1, 1, 'x', 'x', 5)",
        town.agencies["commune"],
    )
    await owner.execute(
        "insert into congtam.product (id, agency_id, catalogue_id, code, name, search_key,"
        " group_no, points, coefficient) select gen_random_uuid(), agency_id, id, 'x', 'x', 'x',"
        " 1, 5, 1 from congtam.catalogue"
    )
    for who, accepted, delays, objective in (
        ("clerk", 2, 0, 0),
        ("clerk", 2, 1, 1),
        ("typist", 2, 1, 0),
        ("leader", 1, 0, 0),
        ("curator", 2, 0, 0),
    ):
        await owner.execute(
            "with made as (insert into congtam.assignment (id, agency_id, scoring_unit_id,"
            " person_id, unit_id, posting_id, product_id, title, quantity, coefficient, units,"
            " due_on, origin, assigned_by, assigned_at) select gen_random_uuid(), $1, $2, $3, $2,"
            " $4, (select id from congtam.product), 'x', 2, 1, 2, '2026-06-30', 'planned', $3,"
            " now() returning *) insert into congtam.work_line (id, period, agency_id,"
            " scoring_unit_id, person_id, posting_id, assignment_id, product_id, share, quantity,"
            " units, due_on, origin, accepted, delays, objective_delays)"
            " select gen_random_uuid(), '2026-06-01', agency_id, scoring_unit_id, person_id,"
            " posting_id, id, product_id, 100, 2, 2, due_on, origin, $5, $6, $7 from made",
            town.agencies["commune"],
            town.units["office"],
            town.people[who],
            town.postings[who],
            accepted,
            delays,
            objective,
        )
    done = await year.assess("office")
    told = {name: done["suggestion"][name] for name in ("planned", "completed", "on_time", "late")}
    assert told == {"planned": 4, "completed": 3, "on_time": 2, "late": 1}
    assert done["self_statement"]["planned"] == BEST.planned
    marked = await year.mark("office")
    assert marked["facts"]["statement"]["planned"] == BEST.planned
