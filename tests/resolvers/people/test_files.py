"""The personnel file goes with the main post, on its day."""

from datetime import date

import pytest

from resolvers.people import agree_transfer, move_posting, settle_files
from tests.resolvers import town as stage
from tests.resolvers.people.moving import JULY, agency_of, going, move, reach, staff
from tests.resolvers.town import TODAY, Town, request


@pytest.fixture
async def staffed(town: Town) -> Town:
    return await staff(town)


class TestTheFile:
    async def settled(self, town: Town, day: date) -> int:
        reach = town.operator()
        async with town.deed(reach) as tx:
            return await settle_files(tx, request(reach, today=day))

    async def test_follows_a_later_post_on_its_first_day(self, staffed: Town) -> None:
        vice, registrar = await reach(staffed, "vice"), await reach(staffed, "registrar")
        await staffed.do(vice, agree_transfer, **going(staffed, "clerk", leaves_on=JULY))
        later = move(staffed, "clerk", "neighbour", begins=JULY)
        await staffed.do(registrar, move_posting, **later)
        commune, neighbour = staffed.agencies["commune"], staffed.agencies["neighbour"]
        assert await self.settled(staffed, date(2026, 6, 30)) == 0
        assert await agency_of(staffed, "clerk") == commune
        assert await self.settled(staffed, JULY) == 1
        assert await agency_of(staffed, "clerk") == neighbour
        leaf = (await staffed.leaves())[-1]
        assert (leaf["deed"], leaf["rule"]) == ("settle_files", "the-file-follows-the-main-post")
        assert (leaf["before"], leaf["after"]) == (
            {"agency": str(commune)},
            {"agency": str(neighbour)},
        )
        before = await staffed.everything()
        assert await self.settled(staffed, JULY) == 0
        assert await staffed.everything() == before

    async def test_comes_back_when_a_secondment_ends(self, staffed: Town) -> None:
        """The home post goes on after the secondment, and takes the file back on its first day."""
        vice, registrar = await reach(staffed, "vice"), await reach(staffed, "registrar")
        await staffed.do(vice, agree_transfer, **going(staffed, "clerk"))
        values = move(staffed, "clerk", "neighbour", mode="seconded", ends=JULY)
        await staffed.do(registrar, move_posting, **values)
        assert await agency_of(staffed, "clerk") == staffed.agencies["neighbour"]
        await stage.posting(staffed, "clerk", "office", "member", begins=JULY)
        assert await self.settled(staffed, JULY) == 1
        assert await agency_of(staffed, "clerk") == staffed.agencies["commune"]

    async def test_stays_where_a_past_post_is_recorded_elsewhere(self, staffed: Town) -> None:
        assert await self.settled(staffed, TODAY) == 0
        assert await agency_of(staffed, "clerk") == staffed.agencies["commune"]
