"""The inbox and the addresses: each a person's own."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select

from resolvers import duties
from resolvers.core.ids import new_id
from resolvers.core.seeing import needed, seen, shown
from resolvers.duties import breach, contact, duty, notice
from tests.resolvers.cast import MONTH
from tests.resolvers.duties.watch import Watch
from tests.resolvers.town import mandate

DAY = date(2026, 6, 30)


@pytest.fixture
async def told(watch: Watch) -> Any:
    """One notice in the chief's inbox: June's sheets are due in three working days."""
    await watch.sweep(DAY)
    (found,) = await watch.cast.rows(
        "notice",
        "person_id = $1 and kind = 'due_in_3' and params ->> 'step' = 'score_sheets'",
        watch.cast.town.people["chief"],
    )
    return found


class TestMarkNotice:
    async def test_reads_and_unreads(self, watch: Watch, told: Any) -> None:
        await watch.cast.do("chief", duties.mark_notice, notice=told["id"], version=1)
        assert (await watch.cast.row("notice", told["id"]))["read_at"] is not None
        await watch.cast.do("chief", duties.mark_notice, notice=told["id"], version=2, read=False)
        assert (await watch.cast.row("notice", told["id"]))["read_at"] is None
        assert len(await watch.cast.leaves("mark_notice")) == 2

    @pytest.mark.parametrize("name", ["chair", "governor", "assistant", "clerk", "stranger"])
    async def test_is_nobody_elses(self, watch: Watch, told: Any, name: str) -> None:
        await mandate(watch.cast.town, "assistant", "inspector", "commune")
        refusal = await watch.cast.refused(name, duties.mark_notice, notice=told["id"], version=1)
        assert refusal.code == "NOT_FOUND"

    async def test_is_not_the_acting_heads(self, watch: Watch, told: Any) -> None:
        await watch.cast.lend("office", "chief", "assistant")
        refusal = await watch.cast.refused(
            "assistant", duties.mark_notice, notice=told["id"], version=1
        )
        assert refusal.code == "NOT_FOUND"

    async def test_is_refused_over_a_newer_version(self, watch: Watch, told: Any) -> None:
        refusal = await watch.cast.refused(
            "chief", duties.mark_notice, notice=told["id"], version=9
        )
        assert refusal.code == "STALE_VERSION"


class TestSetContact:
    async def told(self, watch: Watch, **changes: Any) -> dict[str, Any]:
        person = watch.cast.town.people["clerk"]
        return {"person": person, "email": "an.ho@commune.example", **changes}

    async def test_is_the_persons_own_and_ends_what_was_before(self, watch: Watch) -> None:
        await watch.address("clerk", "old@commune.example")
        await watch.cast.do("clerk", duties.set_contact, **await self.told(watch, language="en"))
        found = await watch.cast.rows("contact", "upper(during) is null")
        assert [(row["email"], row["language"]) for row in found] == [
            ("an.ho@commune.example", "en")
        ]
        assert len(await watch.cast.rows("contact")) == 2
        (leaf,) = await watch.cast.leaves("set_contact")
        assert "commune.example" not in str(leaf["after"])

    async def test_is_set_twice_a_day(self, watch: Watch) -> None:
        for email in ("a@commune.example", "b@commune.example"):
            await watch.cast.do("clerk", duties.set_contact, **await self.told(watch, email=email))
        found = await watch.cast.rows("contact", "not isempty(during)")
        assert [row["email"] for row in found] == ["b@commune.example"]

    async def test_is_set_by_the_personnel_officer(self, watch: Watch) -> None:
        await mandate(watch.cast.town, "assistant", "personnel_officer", "commune")
        await watch.cast.do("assistant", duties.set_contact, **await self.told(watch))
        (found,) = await watch.cast.rows("contact")
        assert found["set_by"] == watch.cast.town.people["assistant"]

    @pytest.mark.parametrize(
        ("name", "code"),
        [("chief", "NO_MANDATE"), ("chair", "NO_MANDATE"), ("stranger", "NOT_FOUND")],
    )
    async def test_is_refused_to_others(self, watch: Watch, name: str, code: str) -> None:
        refusal = await watch.cast.refused(name, duties.set_contact, **await self.told(watch))
        assert refusal.code == code

    @pytest.mark.parametrize(
        "email",
        [
            "",
            "an",
            "an@commune",
            "an@commune.example\nBcc: all@commune.example",
            "an@commune.example, b@commune.example",
            "Ẩn@commune.example",
            "a" * 65 + "@commune.example",
            "a@" + "b" * 250 + ".example",
        ],
    )
    async def test_takes_one_plain_address(self, watch: Watch, email: str) -> None:
        refusal = await watch.cast.refused(
            "clerk", duties.set_contact, **await self.told(watch, email=email)
        )
        assert refusal.code == "ADDRESS_NOT_ACCEPTABLE"

    async def test_knows_two_languages(self, watch: Watch) -> None:
        refusal = await watch.cast.refused(
            "clerk", duties.set_contact, **await self.told(watch, language="fr")
        )
        assert (refusal.code, refusal.field) == ("INVALID_INPUT", "language")


async def whose(watch: Watch, name: str, table: Any) -> int:
    """How many rows of a table a person sees."""
    request = await watch.cast.request(name, DAY)
    statement = select(func.count()).select_from(table).where(shown(table))
    async with watch.cast.town.database.reading() as tx:
        return int(await tx.value(statement, **needed(table, request.reach)))


class TestWhoSees:
    async def test_a_notice_is_seen_by_its_person_alone(self, watch: Watch, told: Any) -> None:
        await mandate(watch.cast.town, "assistant", "inspector", "commune")
        for name, id in watch.cast.town.people.items():
            mine = await watch.cast.rows("notice", "person_id = $1", id)
            assert await whose(watch, name, notice) == len(mine)
            request = await watch.cast.request(name, DAY)
            async with watch.cast.town.database.reading() as tx:
                row = await seen(tx, request.reach, notice, told["id"])
            assert (row is not None) == (name == "chief")

    @pytest.mark.parametrize(
        ("name", "units"),
        [
            ("governor", {"province", "commune"}),
            ("chair", {"commune", "office", "culture"}),
            ("chief", {"office"}),
            ("assistant", {"commune", "office", "culture"}),
            ("clerk", set()),
            ("stranger", set()),
        ],
    )
    async def test_duties_are_the_heads_his_superiors_and_the_inspectors(
        self, watch: Watch, told: Any, name: str, units: set[str]
    ) -> None:
        await mandate(watch.cast.town, "assistant", "inspector", "commune")
        expected = await watch.cast.rows(
            "duty", "unit_id = any($1)", [watch.cast.town.units[unit] for unit in units]
        )
        assert await whose(watch, name, duty) == len(expected)
        assert bool(expected) == bool(units)

    async def test_a_breach_is_his_his_superiors_and_the_inspectors(
        self, watch: Watch, told: Any
    ) -> None:
        await mandate(watch.cast.town, "assistant", "personnel_officer", "commune")
        of_chief = {"person_id": watch.cast.town.people["chief"], "period": MONTH}
        found = await watch.cast.rows(
            "breach", "person_id = $1 and period = $2", *of_chief.values()
        )
        assert found
        seers = set()
        for name in watch.cast.town.people:
            request = await watch.cast.request(name, DAY)
            async with watch.cast.town.database.reading() as tx:
                if await seen(tx, request.reach, breach, found[0]["id"]):
                    seers.add(name)
        assert seers == {"chief", "chair", "governor", "assistant"}

    async def test_an_address_is_his_and_the_personnel_officers(self, watch: Watch) -> None:
        await watch.address("clerk", "an.ho@commune.example")
        await mandate(watch.cast.town, "assistant", "personnel_officer", "commune")
        seers = {name for name in watch.cast.town.people if await whose(watch, name, contact)}
        assert seers == {"clerk", "assistant"}

    async def test_a_notice_that_does_not_exist_looks_like_a_hidden_one(self, watch: Watch) -> None:
        refusal = await watch.cast.refused("chief", duties.mark_notice, notice=new_id(), version=1)
        assert refusal.code == "NOT_FOUND"
