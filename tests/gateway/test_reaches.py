"""Whose request it is and what he reaches: computed once a day, and anew when it may differ."""

from datetime import date, timedelta

from authz.reach import NOBODY
from gateway.reaches import Reaches
from tests.journeys.people import STRANGER
from tests.journeys.served import Served
from tests.journeys.world import TODAY

pytest_plugins = ("tests.journeys.fixtures",)

TOMORROW = TODAY + timedelta(days=1)


def issuer(desk: Served) -> str:
    return desk.token.issuer.url


class TestAReach:
    async def test_is_that_of_the_person_behind_the_login(self, desk: Served) -> None:
        found = await Reaches(desk.database).of(issuer(desk), "sub-head", TODAY)
        assert found.person == desk.ids.people["head"]
        assert set(found.headed) == {desk.ids.units["office"]}
        assert found.today == TODAY

    async def test_of_a_subject_nobody_knows_is_empty(self, desk: Served) -> None:
        reaches = Reaches(desk.database)
        for iss, sub in ((issuer(desk), f"sub-{STRANGER}"), ("https://elsewhere", "sub-head")):
            found = await reaches.of(iss, sub, TODAY)
            assert found.person == NOBODY
            assert found.units | found.agencies | found.fence == set()
            assert dict(found.headed) == {}

    async def test_is_computed_once_a_day(self, desk: Served) -> None:
        reaches = Reaches(desk.database)
        first = await reaches.of(issuer(desk), "sub-acting", TODAY)
        assert await reaches.of(issuer(desk), "sub-acting", TODAY) is first
        later = await reaches.of(issuer(desk), "sub-acting", date(2026, 8, 1))
        assert set(first.headed) == {desk.ids.units["society"]}
        assert set(later.headed) == set()

    async def test_is_renewed_for_whoever_finds_it_stale(self, commune: Served) -> None:
        reaches, iss = Reaches(commune.database), issuer(commune)
        kept = await reaches.of(iss, "sub-head", TODAY)
        await commune.owner.execute(
            "update congtam.posting set during = during * daterange(null, $1) where person_id = $2",
            TODAY,
            commune.ids.people["head"],
        )
        renewed = await reaches.renewed(iss, "sub-head", TODAY)
        assert renewed.stamp > kept.stamp
        assert (set(kept.headed), set(renewed.headed)) == ({commune.ids.units["office"]}, set())
        assert await reaches.of(iss, "sub-head", TODAY) is renewed

    async def test_that_was_not_used_for_the_longest_time_is_forgotten(self, desk: Served) -> None:
        reaches, iss = Reaches(desk.database, most=2), issuer(desk)
        head = await reaches.of(iss, "sub-head", TODAY)
        staff = await reaches.of(iss, "sub-staff", TODAY)
        assert await reaches.of(iss, "sub-head", TODAY) is head
        await reaches.of(iss, "sub-chair", TODAY)
        assert await reaches.of(iss, "sub-head", TODAY) is head
        assert await reaches.of(iss, "sub-staff", TODAY) is not staff


class TestANewDay:
    async def test_forgets_the_reaches_of_the_day_before(self, desk: Served) -> None:
        reaches, iss = Reaches(desk.database), issuer(desk)
        yesterdays = await reaches.of(iss, "sub-head", TODAY)
        todays = await reaches.of(iss, "sub-head", TOMORROW)
        assert await reaches.of(iss, "sub-head", TOMORROW) is todays
        assert await reaches.of(iss, "sub-head", TODAY) is not yesterdays

    async def test_brings_files_to_where_a_post_begins(self, commune: Served) -> None:
        """Before the first answer of the day, whoever asks."""
        staff, far = commune.ids.people["staff"], commune.ids.agencies["far"]
        await commune.owner.execute(
            "update congtam.posting set during = during * daterange(null, $1) where person_id = $2",
            TOMORROW,
            staff,
        )
        await commune.owner.execute(
            "insert into congtam.posting (id, person_id, agency_id, unit_id, office, mode, during)"
            " values (gen_random_uuid(), $1, $2, $3, 'member', 'appointed', daterange($4, null))",
            staff,
            far,
            commune.ids.units["far"],
            TOMORROW,
        )
        reaches, iss = Reaches(commune.database), issuer(commune)
        agency = "select agency_id from congtam.person where id = $1"
        await reaches.of(iss, "sub-chair", TODAY)
        assert await commune.owner.fetchval(agency, staff) == commune.ids.agencies["commune"]
        await reaches.of(iss, "sub-chair", TOMORROW)
        assert await commune.owner.fetchval(agency, staff) == far
