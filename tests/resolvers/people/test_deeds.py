"""Persons are registered and linked to logins; numbers are never kept in clear."""

import hashlib
from typing import Any
from uuid import UUID

import pytest

from resolvers.people import (
    link_by_number,
    link_login,
    person_of_login,
    person_of_number,
    register_person,
    unlink_login,
)
from tests.resolvers import town as stage
from tests.resolvers.town import Town

NUMBER = "001185012345"
ISSUER = "https://sso.example.vn"


class Reversing:
    """A sealer whose secrets a test can read."""

    def seal(self, clear: bytes) -> bytes:
        return b"sealed:" + clear[::-1]

    def hash(self, clear: bytes) -> bytes:
        return hashlib.sha256(b"key" + clear).digest()


SEALER = Reversing()


def officer(town: Town) -> Any:
    return town.reach("clerk", ("personnel_officer", "commune"))


def staff(town: Town, **more: Any) -> dict[str, Any]:
    return {"agency": town.agencies["commune"], "full_name": "Lý  Thị Hương", **more}


class TestRegisterPerson:
    async def test_keeps_the_name_in_every_form_it_is_needed_in(self, town: Town) -> None:
        id = await town.do(officer(town), register_person, **staff(town, staff_code="CC-07"))
        row = await town.owner.fetchrow("select * from congtam.person where id = $1", id)
        assert (row["full_name"], row["given_name"]) == ("Lý Thị Hương", "Hương")
        assert (row["search_key"], row["staff_code"]) == ("ly thi huong", "CC-07")
        (leaf,) = await town.leaves()
        assert (leaf["deed"], leaf["rule"]) == (
            "register_person",
            "personnel-officer-registers-staff",
        )

    async def test_keeps_a_personal_number_sealed_and_out_of_the_audit(self, town: Town) -> None:
        id = await town.do(
            officer(town),
            register_person,
            **staff(town, personal_number=NUMBER, sealer=SEALER),
        )
        row = await town.owner.fetchrow("select * from congtam.person where id = $1", id)
        assert row["personal_number_sealed"] == SEALER.seal(NUMBER.encode())
        assert row["personal_number_hash"] == SEALER.hash(NUMBER.encode())
        rows = await town.everything()
        assert not any(NUMBER in text for texts in rows.values() for text in texts)
        async with town.database.reading() as tx:
            assert await person_of_number(tx, NUMBER, SEALER) == id
            assert await person_of_number(tx, "0" * 12, SEALER) is None

    async def test_lists_sort_as_vietnamese_names_do(self, town: Town) -> None:
        rows = await town.owner.fetch(
            "select full_name from congtam.person where agency_id = $1 order by sort_key",
            town.agencies["commune"],
        )
        assert [row["full_name"] for row in rows] == [
            "Đỗ Đức Anh",
            "Võ Thị Ánh",
            "Lê Hoàng Ân",
            "Hồ Văn Ẩn",
            "Bùi Gia Bảo",
            "Phạm Thu Hà",
            "Nguyễn Thị Minh Khai",
            "Đặng Văn Phúc",
        ]

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"full_name": "Nguyễn 3"}, "NAME_NOT_ACCEPTABLE"),
            ({"personal_number": "12345", "sealer": SEALER}, "PERSONAL_NUMBER_FORM"),
            ({"personal_number": "١٢٣٤٥٦٧٨٩٠١٢", "sealer": SEALER}, "PERSONAL_NUMBER_FORM"),
            ({"staff_code": ""}, "TEXT_NOT_ACCEPTABLE"),
            ({"agency": UUID(int=9)}, "NOT_FOUND"),
        ],
    )
    async def test_refuses_what_no_person_has(self, town: Town, change: dict, code: str) -> None:
        refused = await town.refused(officer(town), register_person, **staff(town, **change))
        assert refused.code == code
        assert NUMBER not in refused.message("vi")

    @pytest.mark.parametrize(
        ("taken", "code"),
        [
            ({"staff_code": "CC-07"}, "STAFF_CODE_TAKEN"),
            ({"personal_number": NUMBER, "sealer": SEALER}, "PERSONAL_NUMBER_TAKEN"),
        ],
    )
    async def test_refuses_what_somebody_else_has(self, town: Town, taken: dict, code: str) -> None:
        await town.do(officer(town), register_person, **staff(town, **taken))
        refused = await town.refused(officer(town), register_person, **staff(town, **taken))
        assert refused.code == code

    async def test_refuses_an_officer_of_another_agency(self, town: Town) -> None:
        other = town.reach("stranger", ("personnel_officer", "neighbour"))
        refused = await town.refused(other, register_person, **staff(town))
        assert refused.code == "NO_MANDATE"

    async def test_never_stores_a_number_without_a_sealer(self, town: Town) -> None:
        with pytest.raises(TypeError):
            await town.do(officer(town), register_person, **staff(town, personal_number=NUMBER))


class TestLinkLogin:
    async def test_links_one_login_to_one_person(self, town: Town) -> None:
        administrator = town.reach("clerk", ("administrator", "commune"))
        chief = town.people["chief"]
        await town.do(administrator, link_login, person=chief, issuer=ISSUER, subject="abc")
        async with town.database.reading() as tx:
            assert await person_of_login(tx, ISSUER, "abc") == chief
            assert await person_of_login(tx, ISSUER, "abd") is None
        (leaf,) = await town.leaves()
        assert leaf["rule"] == "administrator-links-logins"

    async def test_refuses_a_second_login_at_the_same_issuer(self, town: Town) -> None:
        chief = town.people["chief"]
        await town.do(town.operator(), link_login, person=chief, issuer=ISSUER, subject="abc")
        refused = await town.refused(
            town.operator(), link_login, person=chief, issuer=ISSUER, subject="other"
        )
        assert refused.code == "LOGIN_TAKEN"

    async def test_refuses_a_login_that_is_somebody_elses(self, town: Town) -> None:
        await town.do(
            town.operator(), link_login, person=town.people["chief"], issuer=ISSUER, subject="abc"
        )
        refused = await town.refused(
            town.operator(), link_login, person=town.people["clerk"], issuer=ISSUER, subject="abc"
        )
        assert refused.code == "LOGIN_TAKEN"

    async def test_refuses_an_administrator_of_less_than_the_persons_agencies(
        self, town: Town
    ) -> None:
        await stage.mandate(town, "chief", "inspector", "neighbour")
        administrator = town.reach("clerk", ("administrator", "commune"))
        refused = await town.refused(
            administrator, link_login, person=town.people["chief"], issuer=ISSUER, subject="abc"
        )
        assert refused.code == "NO_MANDATE"

    async def test_refuses_to_let_anybody_link_himself(self, town: Town) -> None:
        administrator = town.reach("clerk", ("administrator", "commune"))
        refused = await town.refused(
            administrator, link_login, person=town.people["clerk"], issuer=ISSUER, subject="abc"
        )
        assert refused.code == "GRANT_TO_SELF"

    async def test_shows_nothing_of_a_person_elsewhere(self, town: Town) -> None:
        administrator = town.reach("clerk", ("administrator", "commune"))
        values = {"issuer": ISSUER, "subject": "abc"}
        hidden = await town.refused(
            administrator, link_login, person=town.people["stranger"], **values
        )
        absent = await town.refused(administrator, link_login, person=UUID(int=9), **values)
        assert hidden.code == absent.code == "NOT_FOUND"


class TestUnlinkLogin:
    async def linked(self, town: Town) -> dict[str, UUID]:
        chief = town.people["chief"]
        await town.do(town.operator(), link_login, person=chief, issuer=ISSUER, subject="abc")
        login = await town.owner.fetchval("select id from congtam.login")
        return {"person": chief, "login_id": login}

    async def test_leaves_the_login_to_be_linked_to_somebody_else(self, town: Town) -> None:
        administrator = town.reach("clerk", ("administrator", "commune"))
        await town.do(administrator, unlink_login, **await self.linked(town))
        async with town.database.reading() as tx:
            assert await person_of_login(tx, ISSUER, "abc") is None
        leaf = (await town.leaves())[-1]
        assert (leaf["deed"], leaf["rule"]) == ("unlink_login", "administrator-links-logins")
        assert leaf["before"] == {"issuer": ISSUER, "subject": "abc"}
        peer = town.people["clerk"]
        await town.do(town.operator(), link_login, person=peer, issuer=ISSUER, subject="abc")

    async def test_refuses_whoever_does_not_administer_every_agency_of_the_person(
        self, town: Town
    ) -> None:
        login = await self.linked(town)
        await stage.mandate(town, "chief", "inspector", "neighbour")
        administrator = town.reach("clerk", ("administrator", "commune"))
        refused = await town.refused(administrator, unlink_login, **login)
        assert refused.code == "NO_MANDATE"

    async def test_refuses_to_let_anybody_take_his_own(self, town: Town) -> None:
        login = await self.linked(town)
        himself = town.reach("chief", ("administrator", "commune"))
        assert (await town.refused(himself, unlink_login, **login)).code == "OWN_LOGIN"

    async def test_finds_no_login_of_another_person(self, town: Town) -> None:
        login = await self.linked(town) | {"person": town.people["clerk"]}
        refused = await town.refused(town.operator(), unlink_login, **login)
        assert refused.code == "NOT_FOUND"


class TestLinkByNumber:
    @pytest.fixture
    async def numbered(self, town: Town) -> UUID:
        values = staff(town, personal_number=NUMBER, sealer=SEALER)
        id: UUID = await town.do(officer(town), register_person, **values)
        return id

    def first_login(self, **more: Any) -> dict[str, Any]:
        values = {"issuer": ISSUER, "subject": "abc", "personal_number": NUMBER}
        return {**values, "sealer": SEALER, **more}

    async def test_links_the_person_whose_number_the_issuer_gives(
        self, town: Town, numbered: UUID
    ) -> None:
        himself = town.bare(numbered)
        assert await town.do(himself, link_by_number, **self.first_login()) == numbered
        async with town.database.reading() as tx:
            assert await person_of_login(tx, ISSUER, "abc") == numbered
        leaf = (await town.leaves())[-1]
        assert (leaf["actor_id"], leaf["rule"]) == (numbered, "issuer-vouches-for-the-number")

    async def test_refuses_to_link_it_to_anybody_else(self, town: Town, numbered: UUID) -> None:
        other = town.bare(town.people["chief"])
        refused = await town.refused(other, link_by_number, **self.first_login())
        assert refused.code == "NOT_FOUND"

    async def test_refuses_a_second_subject_of_the_issuer(self, town: Town, numbered: UUID) -> None:
        himself = town.bare(numbered)
        await town.do(himself, link_by_number, **self.first_login())
        again = self.first_login(subject="other")
        assert (await town.refused(himself, link_by_number, **again)).code == "LOGIN_TAKEN"
