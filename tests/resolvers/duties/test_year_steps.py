"""The steps that come once a year, or with a petition."""

from datetime import UTC, date, datetime

import pytest

from resolvers.core.ids import new_id
from tests.resolvers.duties.watch import Watch

DECEMBER = date(2026, 12, 1)
DECEMBER_MORNING = datetime(2026, 12, 10, 2, tzinfo=UTC)
JUNE_MORNING = datetime(2026, 6, 15, 2, tzinfo=UTC)


async def owed(watch: Watch, kind: str) -> dict[str, date]:
    """The unit and the last day of every duty of a kind."""
    units = {id: name for name, id in watch.cast.town.units.items()}
    rows = await watch.cast.rows("duty", "kind = $1", kind)
    return {units[row["unit_id"]]: row["due_on"] for row in rows}


class TestDecember:
    @pytest.mark.parametrize("kind", ["classify_people", "review_organisation"])
    async def test_ends_before_the_fifteenth_for_every_classifying_head(
        self, watch: Watch, kind: str
    ) -> None:
        await watch.sweep(date(2026, 11, 30))
        assert await owed(watch, kind) == {}
        await watch.sweep(DECEMBER)
        last = date(2026, 12, 14)
        assert await owed(watch, kind) == {"province": last, "commune": last}

    async def test_goes_on_where_the_superior_allows_it(self, watch: Watch) -> None:
        await watch.cast.choose("special_deadline", "yes")
        await watch.sweep(DECEMBER)
        found = await owed(watch, "classify_people")
        assert found == {"province": date(2026, 12, 14), "commune": date(2027, 1, 14)}

    async def test_is_reminded_and_escalated_like_any_other(self, watch: Watch) -> None:
        for day in (1, 2, 3, 4, 9, 11, 12, 13, 14, 15):
            await watch.sweep(date(2026, 12, day))
        assert await watch.notices("classify_people", "commune", DECEMBER) == [
            ("due_in_7", "chair"),
            ("due_in_3", "chair"),
            ("due_in_1", "chair"),
            ("escalated", "governor"),
            ("overdue", "chair"),
        ]

    @pytest.mark.parametrize(
        ("kind", "table", "unit"),
        [
            ("classify_people", "classification_round", "classifying_unit_id"),
            ("review_organisation", "recognition_round", "unit_id"),
        ],
    )
    async def test_is_done_with_the_decision(
        self, watch: Watch, kind: str, table: str, unit: str
    ) -> None:
        town = watch.cast.town
        more = {
            "classification_round": {
                "managing_agency_id": town.agencies["province"],
                "managing_unit_id": town.units["province"],
            },
            "recognition_round": {},
        }[table]
        values = {
            "id": new_id(),
            "agency_id": town.agencies["commune"],
            unit: town.units["commune"],
            "year": 2026,
            "opened_at": DECEMBER_MORNING,
            "state": "decided",
            "decided_by": town.people["chair"],
            "decided_at": DECEMBER_MORNING,
            "decision_no": "12/QĐ-UBND",
            **more,
        }
        places = ", ".join(f"${number}" for number in range(1, len(values) + 1))
        await town.owner.execute(
            f"insert into congtam.{table} ({', '.join(values)}) values ({places})", *values.values()
        )
        await watch.sweep(date(2026, 12, 20))
        units = {id: name for name, id in town.units.items()}
        rows = await watch.cast.rows("duty", "kind = $1", kind)
        assert {units[row["unit_id"]]: row["done_at"] for row in rows} == {
            "commune": DECEMBER_MORNING,
            "province": None,
        }


class TestBeforeTheDecree:
    async def test_nobody_owed_anything(self, watch: Watch) -> None:
        """In January the clock looks back at December 2025, which the decree does not govern."""
        await watch.sweep(date(2026, 1, 5))
        periods = {row["period"] for row in await watch.cast.rows("duty")}
        assert periods == {date(2026, 1, 1)}


@pytest.fixture
async def petition(watch: Watch) -> Watch:
    """The clerk's petition, which the chair decides by 24 June."""
    town = watch.cast.town
    values = {
        "id": new_id(),
        "agency_id": town.agencies["commune"],
        "person_id": town.people["clerk"],
        "about": "score",
        "sheet_id": new_id(),
        "period": date(2026, 5, 1),
        "round": 1,
        "scoring_unit_id": town.units["office"],
        "deciding_unit_id": town.units["commune"],
        "deciding_agency_id": town.agencies["commune"],
        "scored_by": town.people["chief"],
        "old_level": "COMPLETED",
        "notified_on": date(2026, 6, 12),
        "text": "Đề nghị xem xét lại điểm tháng 5",
        "filed_at": JUNE_MORNING,
        "filed_on": JUNE_MORNING.date(),
        "file_by": date(2026, 6, 19),
        "late": False,
        "due_on": date(2026, 6, 24),
        "cites": [],
    }
    places = ", ".join(f"${number}" for number in range(1, len(values) + 1))
    await town.owner.execute(
        f"insert into congtam.petition ({', '.join(values)}) values ({places})", *values.values()
    )
    return watch


class TestAPetition:
    async def test_is_owed_by_the_head_who_decides_it(self, petition: Watch) -> None:
        await petition.sweep(date(2026, 6, 15))
        assert await owed(petition, "decide_petition") == {"commune": date(2026, 6, 24)}
        for day in (19, 23, 25):
            await petition.sweep(date(2026, 6, day))
        month = date(2026, 6, 1)
        assert await petition.notices("decide_petition", "commune", month) == [
            ("due_in_3", "chair"),
            ("due_in_1", "chair"),
            ("escalated", "governor"),
            ("overdue", "chair"),
        ]
        for row in await petition.cast.rows("notice"):
            assert "Hồ Văn Ẩn" not in str(row["params"]), "no message names who petitioned"

    @pytest.mark.parametrize(
        "ended",
        [
            "state = 'withdrawn', withdrawn_at = '2026-06-17T02:00Z', withdrawn_reason = 'Thôi'",
            "state = 'rejected', decided_at = '2026-06-17T02:00Z', decision_reason = 'Đúng',"
            " decided_by = (select id from congtam.person where given_name = 'Khai')",
        ],
    )
    async def test_ends_with_its_decision_or_its_withdrawal(
        self, petition: Watch, ended: str
    ) -> None:
        await petition.sweep(date(2026, 6, 15))
        await petition.cast.town.owner.execute(f"update congtam.petition set {ended}")
        await petition.sweep(date(2026, 6, 30))
        (found,) = await petition.cast.rows("duty", "kind = 'decide_petition'")
        assert found["done_at"].date() == date(2026, 6, 17)
        assert found["escalated_at"] is None
