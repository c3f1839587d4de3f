"""The directory, and who holds which authority in a unit or an agency on a day."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Date, Select, Text, bindparam
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.people import delegations_of, directory, mandates_in, postings_in
from tests.resolvers import town as stage
from tests.resolvers.town import TODAY, Town

ID = bindparam("id", type_=UuidType(as_uuid=True))
ON = bindparam("on", type_=Date)


async def values(town: Town, question: Select[Any], column: str, **binds: Any) -> set[Any]:
    async with town.database.reading() as tx:
        return {row[column] for row in await tx.rows(question, **binds)}


class TestDirectory:
    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("an", {"Lê Hoàng Ân", "Hồ Văn Ẩn", "Võ Thị Ánh", "Đỗ Đức Anh", "Đặng Văn Phúc"}),
            ("ĐẶNG", {"Đặng Văn Phúc"}),
            ("dang van", {"Đặng Văn Phúc"}),
            ("Đông", set()),  # of another agency
        ],
    )
    async def test_finds_names_with_or_without_diacritics(
        self, town: Town, typed: str, found: set[str]
    ) -> None:
        question = directory(ID, bindparam("search", type_=Text))
        agency = town.agencies["commune"]
        names = await values(town, question, "full_name", id=agency, search=typed)
        assert names >= found
        assert bool(names) == bool(found)

    async def test_lists_everybody_of_the_agency(self, town: Town) -> None:
        agency = town.agencies["commune"]
        assert len(await values(town, directory(ID), "id", id=agency)) == 8


class TestAuthority:
    async def test_is_what_is_held_on_the_day(self, town: Town) -> None:
        held = await values(
            town, postings_in(ID, ON), "person_id", id=town.units["office"], on=TODAY
        )
        assert held == {town.people[name] for name in ("chief", "assistant", "clerk")}

    async def test_ends_with_its_days(self, town: Town) -> None:
        ends = date(2026, 7, 1)
        await stage.mandate(town, "vice", "inspector", "office", ends=ends)
        await stage.delegation(town, "chief", "assistant", "office", TODAY, ends)
        for question, id in (
            (mandates_in(ID, ON), town.agencies["commune"]),
            (delegations_of(ID, ON), town.units["office"]),
        ):
            assert len(await values(town, question, "id", id=id, on=TODAY)) == 1
            assert len(await values(town, question, "id", id=id, on=ends)) == 0
