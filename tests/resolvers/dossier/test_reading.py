"""A reading shows what its purpose allows, and is on record before anything is shown."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers import discipline
from resolvers import dossier as deeds
from resolvers.core.seeing import needed
from resolvers.dossier import SHOWN, dossier_read
from resolvers.statute.dated import Law
from resolvers.statute.dossier import Purpose
from resolvers.statute.dossier import needed as law_lets
from tests.resolvers.classification.year import DAY
from tests.resolvers.discipline.register import REPRIMAND
from tests.resolvers.dossier.files import ENDS, STAFF, Files

LEVELS = ("EXCELLENT", "GOOD", "COMPLETED", "NOT_COMPLETED")


async def _file(files: Files) -> None:
    """Five years of the clerk's classes, months handed over to two agencies, a reprimand."""
    for year, level in zip(range(2021, 2026), ("COMPLETED", *LEVELS), strict=True):
        await files.class_of("clerk", year, level)
    await files.class_of("clerk", 2025, "GOOD", replaced=True)
    await files.class_of("clerk", 2026, "GOOD", notified=False)
    await files.class_of("typist", 2025, "EXCELLENT")
    await files.handed("clerk", date(2026, 5, 1), "81.50")
    await files.handed("clerk", date(2026, 6, 1), "82.50", to="province")
    told = {"person": files.person("clerk"), "ruling": REPRIMAND}
    await files.year.do("officer", discipline.record_discipline, **told)


class TestContent:
    async def test_of_an_appointment_is_three_years_and_discipline_in_force(
        self, files: Files
    ) -> None:
        await _file(files)
        shown = await files.read(await files.opened())
        assert set(shown) == {"classes", "discipline"}
        assert [(row["year"], row["level"]) for row in shown["classes"]] == [
            (2025, "NOT_COMPLETED"),
            (2024, "COMPLETED"),
            (2023, "GOOD"),
        ]
        assert shown["discipline"] == [
            {
                "source": "administrative",
                "form": "reprimand",
                "since": "2026-06-05",
                "until": "2027-06-05",
            }
        ]

    async def test_of_a_classification_is_what_was_handed_over_to_this_agency(
        self, files: Files
    ) -> None:
        await _file(files)
        id = await files.opened(purpose="classification")
        shown = await files.read(id, purpose="classification")
        assert set(shown) == {"months", "discipline"}
        (month,) = shown["months"]
        assert (month["period"], month["total"]) == ("2026-05-01", "81.50")

    async def test_leaves_out_discipline_that_is_over_or_annulled(self, files: Files) -> None:
        await _file(files)
        id = await files.opened()
        (row,) = await files.year.cast.rows("discipline_decision")
        told = {"because": "misrecorded", "reason": "Nhầm.", "version": 1}
        await files.year.do("officer", discipline.annul_discipline, decision_id=row["id"], **told)
        assert (await files.read(id))["discipline"] == []

    async def test_stays_on_record_as_it_was_shown(self, files: Files) -> None:
        await _file(files)
        id = await files.opened()
        before = await files.read(id)
        await files.class_of("clerk", 2020, "GOOD")
        await files.town.owner.execute(
            "update congtam.classification set applied_level = 'GOOD' where year = 2025"
        )
        (first,) = await files.year.cast.rows("dossier_read")
        assert first["shown"] == before


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    purpose=st.sampled_from(list(Purpose)),
    person=st.sampled_from(list(STAFF)),
    years=st.lists(st.integers(2019, 2026), unique=True, max_size=6),
    handed=st.sampled_from(["", "neighbour", "province"]),
    disciplined=st.booleans(),
)
async def test_what_is_shown_is_never_more_than_the_purpose_allows(
    files: Files, purpose: Purpose, person: str, years: list[int], handed: str, disciplined: bool
) -> None:
    await _lay(files, person, years, handed, disciplined)
    allowed = law_lets(purpose, Law(DAY, known=DAY))
    id = await _granted(files, purpose, person)
    shown = await files.read(id, purpose=purpose.value, person=person)
    parts = {
        "classes": allowed.years > 0,
        "months": allowed.months,
        "discipline": allowed.discipline,
    }
    assert set(shown) == {part for part, lets in parts.items() if lets}
    classes = shown.get("classes", [])
    assert len(classes) <= allowed.years
    assert {row["year"] for row in classes} <= {*years}
    assert all(row["year"] >= DAY.year - allowed.years for row in classes)
    assert len(shown.get("months", [])) == (allowed.months and handed == "neighbour")
    assert len(shown.get("discipline", [])) == (allowed.discipline and disciplined)
    # Nothing else of the file, in words or in numbers.
    fields = {name for rows in shown.values() for row in rows for name in row}
    assert not fields & {"about", "steps", "grounds", "self_text", "marks", "relation"}


async def _lay(files: Files, person: str, years: list[int], handed: str, disciplined: bool) -> None:
    for table in (
        "review_flag",
        "disqualifier",
        "discipline_decision",
        "dossier_read",
        "dossier",
        "dossier_request",
        "handed_sheet",
        "handover",
        "classification",
    ):
        await files.town.owner.execute(f"delete from congtam.{table}")
    for year in years:
        await files.class_of(person, year, "GOOD")
    if handed:
        await files.handed(person, date(2026, 5, 1), "81.50", to=handed)
    if disciplined:
        told = {"person": files.person(person), "ruling": REPRIMAND}
        await files.year.do("officer", discipline.record_discipline, **told)


async def _granted(files: Files, purpose: Purpose, person: str) -> Any:
    """By the head of the commune; his own he opens himself."""
    if person == "chair":
        told = {"agency_code": "H40.92", "purpose": purpose.value, "ends": ENDS}
        return await files.year.do("chair", deeds.open_dossier, **told)
    return await files.opened(purpose=purpose.value, staff_code=STAFF[person])


class TestRefusals:
    @pytest.mark.parametrize(
        ("who", "code"),
        [
            ("clerk", "NO_MANDATE"),
            ("officer", "NO_MANDATE"),
            ("chair", "NO_MANDATE"),
            ("inspector", "NO_MANDATE"),
            ("governor", "NOT_FOUND"),
            ("typist", "NOT_FOUND"),
            ("curator", "NOT_FOUND"),
        ],
    )
    async def test_of_who_has_no_part_in_it(self, files: Files, who: str, code: str) -> None:
        assert await files.refused(await files.opened(), who) == code

    async def test_after_its_time(self, files: Files) -> None:
        id = await files.opened()
        await files.read(id, today=date(2026, 12, 20))
        assert await files.refused(id, today=ENDS) == "DOSSIER_EXPIRED"
        assert await files.refused(id, today=date(2027, 5, 1)) == "DOSSIER_EXPIRED"

    @pytest.mark.parametrize("purpose", [each for each in Purpose if each != "appointment"])
    async def test_for_another_purpose(self, files: Files, purpose: str) -> None:
        id = await files.opened()
        assert await files.refused(id, purpose=purpose) == "DOSSIER_PURPOSE_NOT_ALLOWED"

    async def test_for_another_person(self, files: Files) -> None:
        id = await files.opened()
        assert await files.refused(id, person="typist") == "DOSSIER_OF_ANOTHER_PERSON"

    async def test_once_the_mandate_is_over(self, files: Files) -> None:
        id = await files.opened()
        await files.town.owner.execute(
            "update congtam.mandate set during = daterange(lower(during), $1)"
            " where person_id = $2 and agency_id = $3",
            date(2026, 12, 9),
            files.person("registrar"),
            files.town.agencies["neighbour"],
        )
        await files.read(id, today=date(2026, 12, 8))
        assert await files.refused(id, today=date(2026, 12, 9)) in ("NOT_FOUND", "NO_MANDATE")


class TestRecord:
    async def test_tells_who_read_for_what_and_on_whose_behalf(self, files: Files) -> None:
        id = await files.opened()
        await files.read(id, "stranger")
        (row,) = await files.year.cast.rows("dossier_read")
        assert (row["read_by"], row["purpose"]) == (files.person("stranger"), "appointment")
        assert row["person_id"] == files.person("clerk")

    async def test_stands_in_both_agencies_trails(self, files: Files) -> None:
        await files.read(await files.opened())
        leaves = await files.year.cast.leaves("read_dossier")
        assert {leaf["agency_id"] for leaf in leaves} == {
            files.town.agencies["commune"],
            files.town.agencies["neighbour"],
        }
        assert {leaf["rule"] for leaf in leaves} == {"personnel-officer-reads-a-dossier"}
        assert "shown" not in leaves[0]["after"]

    @pytest.mark.parametrize(
        ("who", "sees", "content"),
        [
            ("clerk", True, True),
            ("officer", True, True),
            ("inspector", True, True),
            ("registrar", True, False),
            ("stranger", True, False),
            ("chair", True, False),
            ("typist", False, False),
            ("chief", False, False),
        ],
    )
    async def test_is_seen_with_its_content_by_the_person_and_who_keeps_the_file(
        self, files: Files, who: str, sees: bool, content: bool
    ) -> None:
        """The reader reads anew, which is another record; the record itself shows him nothing."""
        await files.read(await files.opened())
        (row,) = await files.year.cast.rows("dossier_read")
        assert await files.sees(who, dossier_read, row["id"]) == sees
        assert (await self._shown(files, who, row["id"], datetime.now().astimezone())) == content

    async def test_shows_the_reader_its_content_in_the_very_request(self, files: Files) -> None:
        await files.read(await files.opened())
        (row,) = await files.year.cast.rows("dossier_read")
        assert await self._shown(files, "registrar", row["id"], row["read_at"])
        assert not await self._shown(files, "stranger", row["id"], row["read_at"])

    async def _shown(self, files: Files, who: str, id: Any, now: datetime) -> bool:
        request = await files.year.cast.request(who, DAY)
        question = select(SHOWN).where(
            dossier_read.c.id == bindparam("id", type_=UuidType(as_uuid=True))
        )
        binds = {**needed(dossier_read, request.reach), "id": id, "now": now}
        named = {name: binds[name] for name in ("reach_person", "reach_agencies", "id", "now")}
        async with files.town.database.reading() as tx:
            return await tx.value(question, **named) is not None
