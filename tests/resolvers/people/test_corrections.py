"""What the register says of a person is corrected by the agency that keeps the file."""

from typing import Any

import pytest
from sqlalchemy import Text, bindparam
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.people import (
    correct_person,
    end_posting,
    person_by_staff_code,
    person_of_number,
)
from tests.resolvers import town as stage
from tests.resolvers.people.test_deeds import NUMBER, SEALER
from tests.resolvers.town import TODAY, Town

OTHER = "001185054321"


def officer(town: Town) -> Any:
    return town.reach("vice", ("personnel_officer", "commune"))


def told(town: Town, name: str = "clerk", **more: Any) -> dict[str, Any]:
    return {"person": town.people[name], "version": 1, **more}


async def row(town: Town, name: str = "clerk") -> Any:
    return await town.owner.fetchrow(
        "select * from congtam.person where id = $1", town.people[name]
    )


class TestCorrectPerson:
    async def test_renames_with_the_keys_that_sort_and_search(self, town: Town) -> None:
        before = await row(town)
        await town.do(officer(town), correct_person, **told(town, full_name=" Hồ  Văn Ẩm "))
        after = await row(town)
        assert (after["full_name"], after["given_name"]) == ("Hồ Văn Ẩm", "Ẩm")
        assert after["search_key"] == "ho van am"
        assert after["sort_key"] != before["sort_key"]
        assert after["version"] == 2
        (leaf,) = await town.leaves()
        assert leaf["rule"] == "personnel-officer-corrects-staff"
        assert leaf["before"] == {"full_name": "Hồ Văn Ẩn"}

    async def test_gives_a_staff_code_by_which_the_person_is_found(self, town: Town) -> None:
        await town.do(officer(town), correct_person, **told(town, staff_code="CC-07"))
        question = person_by_staff_code(
            bindparam("agency", type_=UuidType(as_uuid=True)), bindparam("code", type_=Text)
        )
        found = {}
        async with town.database.reading() as tx:
            for name in ("commune", "neighbour"):
                found[name] = await tx.rows(question, agency=town.agencies[name], code="CC-07")
        assert [each["id"] for each in found["commune"]] == [town.people["clerk"]]
        assert not found["neighbour"]

    async def test_replaces_a_personal_number_and_never_tells_it(self, town: Town) -> None:
        for version, number in ((1, NUMBER), (2, OTHER)):
            values = {"personal_number": number, "sealer": SEALER, "version": version}
            await town.do(officer(town), correct_person, **told(town) | values)
        async with town.database.reading() as tx:
            assert await person_of_number(tx, OTHER, SEALER) == town.people["clerk"]
            assert await person_of_number(tx, NUMBER, SEALER) is None
        for leaf in await town.leaves():
            assert leaf["after"] == {"personal_number": "corrected"}

    async def test_writes_nothing_where_nothing_differs(self, town: Town) -> None:
        before = await town.everything()
        await town.do(officer(town), correct_person, **told(town, full_name="Hồ Văn Ẩn"))
        assert await town.everything() == before

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({}, "INVALID_INPUT"),
            ({"full_name": "Hồ Văn 2"}, "NAME_NOT_ACCEPTABLE"),
            ({"staff_code": " "}, "TEXT_NOT_ACCEPTABLE"),
            ({"staff_code": "CC-01"}, "STAFF_CODE_TAKEN"),
            ({"personal_number": NUMBER, "sealer": SEALER}, "PERSONAL_NUMBER_TAKEN"),
            ({"personal_number": "12", "sealer": SEALER}, "PERSONAL_NUMBER_FORM"),
            ({"full_name": "Hồ Văn Ẩm", "version": 2}, "STALE_VERSION"),
        ],
    )
    async def test_refuses_what_no_correction_is(
        self, town: Town, change: dict[str, Any], code: str
    ) -> None:
        held = {"staff_code": "CC-01", "personal_number": NUMBER, "sealer": SEALER}
        await town.do(officer(town), correct_person, **told(town, "typist", **held))
        refused = await town.refused(officer(town), correct_person, **told(town) | change)
        assert refused.code == code

    async def test_is_not_done_without_a_sealer(self, town: Town) -> None:
        with pytest.raises(TypeError, match="sealer"):
            await town.do(officer(town), correct_person, **told(town, personal_number=NUMBER))

    @pytest.mark.parametrize("name", ["governor", "chair", "chief", "clerk", "stranger"])
    async def test_refuses_everybody_without_the_mandate(self, town: Town, name: str) -> None:
        refused = await town.refused(
            town.reach(name), correct_person, **told(town, full_name="Hồ Văn Ẩm")
        )
        assert refused.code in ("NO_MANDATE", "NOT_FOUND")


class TestTheOperator:
    """Whoever runs the server repairs an installation that nobody else can."""

    def ending(self, town: Town, name: str) -> dict[str, Any]:
        return {"posting_id": town.postings[name], "ends": TODAY, "version": 1}

    async def test_ends_a_post(self, town: Town) -> None:
        await town.do(town.operator(), end_posting, **self.ending(town, "clerk"))
        (leaf,) = await town.leaves()
        assert (leaf["rule"], leaf["actor_id"]) == ("operator-repairs-posts", None)

    async def test_takes_the_last_manager_from_nobody(self, town: Town) -> None:
        await stage.mandate(town, "clerk", "administrator", "commune")
        for name in ("clerk", "chief"):
            await town.owner.execute("delete from congtam.mandate where $1 = 'chief'", name)
            refused = await town.refused(town.operator(), end_posting, **self.ending(town, name))
            assert refused.code == "LAST_MANAGER"
