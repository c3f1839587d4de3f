"""A set that its own head is in is decided by the managing head: it is he who owes the step."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from resolvers.core.ids import new_id
from tests.resolvers.duties.watch import Watch
from tests.resolvers.town import posting

FIRST, LAST, AFTER = date(2026, 12, 1), date(2026, 12, 14), date(2026, 12, 15)
MORNING = datetime(2026, 11, 30, 2, tzinfo=UTC)


async def add(watch: Watch, table: str, **values: Any) -> Any:
    """One row, by hand; its id."""
    told = {"id": new_id(), **values}
    places = ", ".join(f"${number}" for number in range(1, len(told) + 1))
    await watch.cast.town.owner.execute(
        f"insert into congtam.{table} ({', '.join(told)}) values ({places})", *told.values()
    )
    return told["id"]


async def a_set(watch: Watch, state: str = "closed") -> Any:
    """The commune's set of 2026."""
    town = watch.cast.town
    return await add(
        watch,
        "classification_round",
        agency_id=town.agencies["commune"],
        managing_agency_id=town.agencies["province"],
        classifying_unit_id=town.units["commune"],
        managing_unit_id=town.units["province"],
        year=2026,
        opened_at=MORNING,
        state=state,
    )


async def case_of(watch: Watch, name: str, round: Any) -> None:
    """A case in that set."""
    town = watch.cast.town
    commune, province = town.units["commune"], town.units["province"]
    await add(
        watch,
        "classification",
        year=2026,
        round_id=round,
        agency_id=town.agencies["commune"],
        classifying_agency_id=town.agencies["commune"],
        managing_agency_id=town.agencies["province"],
        person_id=town.people[name],
        posting_id=town.postings[name],
        unit_id=commune,
        office="deputy",
        classifying_unit_id=commune,
        managing_unit_id=province,
        scoring_unit_id=commune,
        quota_set="staff",
        duty_group="office:deputy",
        duty_group_name="Cấp phó",
        state="proposed",
    )


async def owed(watch: Watch) -> Any:
    """The step of the commune's set."""
    (found,) = await watch.cast.rows(
        "duty",
        "kind = 'classify_people' and subject_id = $1",
        watch.cast.town.units["commune"],
    )
    return found


async def owner_of(watch: Watch) -> str:
    """The unit whose head owes it; the agency is always that unit's own."""
    found, town = await owed(watch), watch.cast.town
    units = {id: name for name, id in town.units.items()}
    name = units[found["unit_id"]]
    assert found["agency_id"] == town.agencies[name]
    return name


async def told(watch: Watch) -> list[tuple[str, str]]:
    """What was told of it, and to whom."""
    rows = await watch.cast.rows("notice", "duty_id = $1", (await owed(watch))["id"])
    return sorted((row["kind"], watch.name(row["person_id"])) for row in rows)


@pytest.fixture
async def own(watch: Watch) -> Watch:
    """The chair is in the set that the head of the commune decides."""
    await case_of(watch, "chair", await a_set(watch))
    return watch


class TestTheStepOfASet:
    async def test_is_owed_by_the_managing_head_from_the_start(self, own: Watch) -> None:
        await own.sweep(FIRST)
        assert await owner_of(own) == "province"
        rows = await own.cast.rows("duty", "kind = 'classify_people'")
        assert len(rows) == 2, "the province's own set is another step"
        await own.sweep(date(2026, 12, 9))
        await own.sweep(LAST)
        assert await told(own) == [("due_in_1", "governor"), ("due_in_3", "governor")]
        (notice, *_) = await own.cast.rows("notice", "duty_id = $1", (await owed(own))["id"])
        named = notice["params"]["subject"], notice["params"]["unit"]
        assert named == ("commune", "province")

    async def test_stays_the_heads_whose_own_case_is_elsewhere(self, watch: Watch) -> None:
        await case_of(watch, "vice", await a_set(watch))
        await watch.sweep(FIRST)
        assert await owner_of(watch) == "commune"

    async def test_goes_up_when_its_head_comes_into_it_and_back_when_he_leaves(
        self, watch: Watch
    ) -> None:
        round, owner, town = await a_set(watch), watch.cast.town.owner, watch.cast.town
        await watch.sweep(FIRST)
        assert await owner_of(watch) == "commune"
        await case_of(watch, "chair", round)
        await watch.sweep(date(2026, 12, 2))
        assert await owner_of(watch) == "province"
        version = (await owed(watch))["version"]
        await watch.sweep(date(2026, 12, 2))
        assert (await owed(watch))["version"] == version, "nothing changes, nothing is written"
        await owner.execute(
            "update congtam.posting set during = daterange('2026-01-01', '2026-12-03')"
            " where id = $1",
            town.postings["chair"],
        )
        await posting(town, "stranger", "commune", "head", main=False, begins=date(2026, 12, 3))
        await watch.sweep(date(2026, 12, 3))
        assert await owner_of(watch) == "commune"
        assert ("due_in_7", "stranger") in await told(watch)

    async def test_once_overdue_stays_with_whoever_owed_it(self, watch: Watch) -> None:
        round = await a_set(watch)
        await watch.sweep(LAST)
        await case_of(watch, "chair", round)
        await watch.sweep(AFTER)
        assert await owner_of(watch) == "commune"
        assert (await owed(watch))["escalated_to_id"] == watch.cast.town.units["province"]

    async def test_missed_is_on_the_managing_heads_own_record(self, own: Watch) -> None:
        """Nobody stands above him here to decide what it costs, so nothing is recorded at all."""
        await own.sweep(FIRST)
        await own.sweep(AFTER)
        found = await owed(own)
        assert ("overdue", "governor") in await told(own)
        assert "chair" not in {person for _, person in await told(own)}
        assert await own.cast.rows("breach", "duty_id = $1", found["id"]) == []

    async def test_is_done_with_the_managing_heads_decision(self, own: Watch) -> None:
        await own.sweep(FIRST)
        at = datetime(2026, 12, 10, 2, tzinfo=UTC)
        await own.cast.town.owner.execute(
            "update congtam.classification_round set state = 'decided', decided_by = $1,"
            " decided_at = $2, decision_no = '12/QĐ-UBND'",
            own.cast.town.people["governor"],
            at,
        )
        await own.sweep(date(2026, 12, 11))
        found = await owed(own)
        assert (found["done_at"], await owner_of(own)) == (at, "province")
        (province,) = await own.cast.rows(
            "duty",
            "kind = 'classify_people' and subject_id = $1",
            own.cast.town.units["province"],
        )
        assert province["done_at"] is None
