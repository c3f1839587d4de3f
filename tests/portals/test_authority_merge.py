"""A whole commune goes up in another one, in a real browser: seen before, then carried out."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest_asyncio
from playwright.async_api import expect

from gateway.demo.stage import Stage
from gateway.graph import Graph
from resolvers.people import grant_mandate
from tests import databases
from tests.journeys.people import PEOPLE
from tests.journeys.served import Made, Served, Token, served
from tests.journeys.world import FOUNDED
from tests.portals.browser import OpenWindow, Window

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

DAY = date(2026, 6, 1)
"""May takes no entries any more, and of June no day has passed in the units that end."""
ENDS, TAKES = "Ủy ban nhân dân xã Thanh Lĩnh", "Ủy ban nhân dân xã Yên Khê"
NUMBER = "1685/NQ-UBTVQH15"


@pytest_asyncio.fixture
async def office(
    server: databases.Running, established: Made, portal_graph: Graph, token: Token
) -> AsyncIterator[Served]:
    """No month is open; the province has a personnel officer."""
    port = urlsplit(token.portal).port
    async with served(server, established, portal_graph, token, port=port) as found:
        stage = Stage(found.database)
        async with stage.acting(None, FOUNDED) as (tx, request):
            await grant_mandate(
                tx,
                request,
                person=found.ids.people["province"],
                unit=found.ids.units["province"],
                kind="personnel_officer",
                begins=FOUNDED,
            )
        yield found


async def chosen(mine: Window) -> None:
    """Which commune goes up in which."""
    searches = mine.page.get_by_label("Tìm cơ quan")
    await searches.first.fill("thanh linh")
    await mine.page.get_by_label("Cơ quan chấm dứt hoạt động").select_option(label=ENDS)
    await searches.last.fill("yen khe")
    await mine.page.get_by_label("Cơ quan nhận").select_option(label=TAKES)
    await mine.settled()


async def filled(mine: Window) -> None:
    await mine.page.get_by_label("Số quyết định").fill(NUMBER)
    await mine.page.get_by_label("Có hiệu lực từ ngày").fill(str(DAY))
    await mine.settled()


async def possible(mine: Window) -> None:
    """The whole plan has been tried, which takes its time."""
    told = mine.page.get_by_text("Có thể thực hiện. Chưa ghi gì.")
    await expect(told).to_be_visible(timeout=30_000)


async def written(office: Served) -> list[tuple[Any, ...]]:
    """All that stands, but for the receipts of what was asked."""
    return [row for row in await office.trace() if row[0] != "congtam.receipt"]


async def agency(office: Served) -> tuple[Any, ...]:
    found = await office.owner.fetchrow(
        "select closed_on::text, succeeded_by_id from congtam.agency where id = $1",
        office.ids.agencies["commune"],
    )
    return tuple(found)


async def posts_of(office: Served, who: str) -> tuple[Any, ...]:
    """Where somebody is from the day on, in what office."""
    found = await office.owner.fetchrow(
        "select a.name, u.name, p.office from congtam.posting p"
        " join congtam.unit u on u.id = p.unit_id join congtam.agency a on a.id = u.agency_id"
        " where p.person_id = $1 and p.main and p.during @> $2::date",
        office.ids.people[who],
        DAY,
    )
    return tuple(found)


class TestAnAgency:
    async def test_goes_up_in_another_one_after_it_was_seen_what_would_happen(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        page = mine.page
        await mine.sign_in("province", "/authority/agency")
        await mine.follow("Sáp nhập cơ quan trực thuộc")
        await chosen(mine)
        await mine.press("Lập phương án sáp nhập")
        await filled(mine)
        before = await written(office)
        await mine.press("Xem trước")
        await possible(mine)
        assert await written(office) == before
        await mine.press("Thực hiện quyết định")
        dialog = page.get_by_role("dialog")
        await expect(dialog).to_contain_text(f"{ENDS} chấm dứt hoạt động; hồ sơ do {TAKES}")
        await dialog.get_by_role("button", name="Thực hiện quyết định").click()
        done = page.get_by_text("Đã thực hiện quyết định.")
        await expect(done).to_be_visible(timeout=30_000)
        assert await agency(office) == (DAY.isoformat(), office.ids.agencies["far"])
        assert await posts_of(office, "staff") == (TAKES, "Văn phòng HĐND và UBND", "member")
        assert (await posts_of(office, "neighbour"))[2] == "head"
        assert (await posts_of(office, "chair"))[2] == "deputy"
        left = "select count(*) from congtam.unit where agency_id = $1 and closed_on is null"
        assert await office.owner.fetchval(left, office.ids.agencies["commune"]) == 0

    async def test_somebody_who_is_told_to_end_has_no_post_there(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("province", "/authority/agency/merge")
        await chosen(mine)
        await mine.press("Lập phương án sáp nhập")
        await filled(mine)
        name = PEOPLE["staff"].name
        await mine.page.get_by_label("Tìm đơn vị hoặc công chức").fill("ngo thi lan anh")
        await mine.page.locator("details.fold", has_text="về: Văn phòng HĐND và UBND").click()
        await mine.page.get_by_label(f"Đơn vị mới của {name}").select_option("-")
        await mine.press("Xem trước")
        await possible(mine)
        row = mine.page.get_by_role("row", name=name).last
        await expect(row).to_contain_text("Thôi giữ vị trí")
        assert await agency(office) == (None, None)

    async def test_of_more_than_a_hundred_units_is_gathered_whole_and_looked_through(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await office.owner.execute(
            "with opened as (insert into congtam.unit (id, agency_id, name, opened_on)"
            " select gen_random_uuid(), $1, 'Tổ ' || number, $3::date"
            " from generate_series(1, 101) number returning id)"
            " insert into congtam.unit_placement (id, unit_id, parent_id, standing, during)"
            " select gen_random_uuid(), id, $2, 'none', daterange($3::date, null) from opened",
            office.ids.agencies["commune"],
            office.ids.units["commune"],
            FOUNDED,
        )
        mine = await open_window()
        await mine.sign_in("province", "/authority/agency/merge")
        await chosen(mine)
        await mine.press("Lập phương án sáp nhập")
        await mine.settled()
        page = mine.page
        ending = page.locator("section").filter(
            has=page.get_by_role("heading", name="Đơn vị chấm dứt hoạt động (106)")
        )
        await expect(ending.locator("details.fold")).to_have_count(10, timeout=30_000)
        await expect(ending).to_contain_text("Trang 1/11")
        await page.get_by_label("Tìm đơn vị hoặc công chức").fill("to 101")
        await expect(ending.locator("details.fold")).to_have_count(1)
        await expect(ending).to_contain_text("Tổ 101")

    async def test_is_not_merged_by_its_own_officer(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        theirs = await open_window()
        await theirs.sign_in("personnel", "/authority/agency")
        link = theirs.page.get_by_role("link", name="Sáp nhập cơ quan trực thuộc")
        await expect(link).to_have_count(0)
        await theirs.open("/authority/agency/merge")
        await chosen(theirs)
        await expect(theirs.page.get_by_role("alert")).to_contain_text("cơ quan quản lý cả hai")
        await expect(
            theirs.page.get_by_role("button", name="Lập phương án sáp nhập")
        ).to_have_count(0)
