"""A first sign-in links a subject to the person with his personal number, once."""

from uuid import UUID

import pytest

from gateway.links import PersonLinks
from gateway.numbers import NumberSealer
from tests.journeys.client import Client
from tests.journeys.people import PEOPLE, STRANGER
from tests.journeys.served import SECRET, Served

pytest_plugins = ("tests.journeys.fixtures",)

NEW = "https://id.example.vn"
NUMBER = PEOPLE["staff"].number
ME = "{ me { fullName } }"


@pytest.fixture
def links(commune: Served) -> PersonLinks:
    sealer = NumberSealer(SECRET.get_secret_value().encode())
    return PersonLinks(commune.database, sealer, commune.day)


class TestALink:
    async def test_is_made_by_the_number_and_found_again(
        self, commune: Served, links: PersonLinks
    ) -> None:
        assert await links.find(NEW, "abc") is None
        staff = commune.ids.people["staff"]
        assert await links.link_by_personal_number(NEW, "abc", NUMBER) == staff
        assert await links.find(NEW, "abc") == staff
        met = await links.met(NEW, "abc")
        assert met is not None
        assert (met.person, list(met.quarters)) == (staff, [])
        assert await links.met(NEW, "xyz") is None
        leaf = await commune.owner.fetchrow("select * from congtam.audit_leaf order by seq desc")
        assert (leaf["deed"], leaf["channel"], leaf["actor_id"]) == ("link_login", "login", staff)
        assert leaf["rule"] == "issuer-vouches-for-the-number"

    @pytest.mark.parametrize("number", ["040190009998", "7", "", "040190009998; drop", "٠" * 12])
    async def test_is_not_made_for_a_number_that_nobody_has(
        self, commune: Served, links: PersonLinks, number: str
    ) -> None:
        before = await commune.trace()
        assert await links.link_by_personal_number(NEW, "abc", number) is None
        assert await commune.trace() == before

    async def test_is_one_for_each_person_and_issuer(
        self, commune: Served, links: PersonLinks
    ) -> None:
        """A second subject with the same number is somebody's mistake, or worse."""
        await links.link_by_personal_number(NEW, "abc", NUMBER)
        before = await commune.trace()
        assert await links.link_by_personal_number(NEW, "other", NUMBER) is None
        assert await links.link_by_personal_number(NEW, "abc", PEOPLE["head"].number) is None
        assert await links.find(NEW, "abc") == commune.ids.people["staff"]
        assert await commune.trace() == before

    async def test_hides_the_number_from_whoever_reads_the_table(self, commune: Served) -> None:
        row = await commune.owner.fetchrow(
            "select personal_number_sealed, personal_number_hash from congtam.person where id = $1",
            commune.ids.people["staff"],
        )
        assert NUMBER.encode() not in bytes(row[0]) + bytes(row[1])


class TestAFirstRequest:
    async def _forget(self, commune: Served, who: str) -> UUID:
        id: UUID = commune.ids.people[who]
        await commune.owner.execute("delete from congtam.login where person_id = $1", id)
        return id

    async def test_links_the_bearer_whose_issuer_vouches_for_his_number(
        self, commune: Served
    ) -> None:
        person = await self._forget(commune, "staff")
        expected = {"me": {"fullName": PEOPLE["staff"].name}}
        for _ in range(2):
            assert await commune.sign("staff").ask(ME) == expected
        linked = "select count(*) from congtam.login where person_id = $1"
        assert await commune.owner.fetchval(linked, person) == 1

    async def test_links_nobody_by_a_token_without_a_number(self, commune: Served) -> None:
        person = await self._forget(commune, "staff")
        token = commune.token.issuer.token("staff", scope="api")
        assert await Client(commune.http, token).ask(ME) == {"me": None}
        linked = "select count(*) from congtam.login where person_id = $1"
        assert await commune.owner.fetchval(linked, person) == 0

    async def test_of_a_stranger_leaves_nothing(self, commune: Served) -> None:
        before = await commune.trace()
        assert await commune.sign(STRANGER).ask(ME) == {"me": None}
        assert await commune.trace() == before
