"""A personnel office at work in a real browser: lists, people, files; and who is not let in."""

from pathlib import Path

import pytest
from playwright.async_api import expect

from tests.gateway.imports.books import STAFF, book
from tests.journeys.people import PEOPLE
from tests.journeys.served import Served
from tests.portals.browser import OpenWindow, Window

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

PERSON = "Chu Đức Mạnh"


async def dialog_done(mine: Window, button: str, told: str) -> None:
    await mine.page.get_by_role("dialog").get_by_role("button", name=button).click()
    await mine.told(told)


class TestACatalogue:
    async def test_is_proposed_by_personnel_and_approved_by_the_managing_head(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("personnel", "/authority/catalogue")
        await mine.press("Lập lần ban hành mới")
        await dialog_done(mine, "Lập lần ban hành mới", "Đã lập dự thảo")
        await expect(mine.page.get_by_role("button", name="Trình phê duyệt")).to_be_visible()
        await mine.press("Thêm sản phẩm")
        dialog = mine.page.get_by_role("dialog")
        await dialog.get_by_role("button", name="Lưu").click()
        await expect(dialog.get_by_text("Chưa điền mục này").first).to_be_visible()
        for label, value in (
            ("Mã", "CV.77"),
            ("Sản phẩm, công việc", "Kế hoạch tuyển quân"),
            ("Nhóm", "2"),
            ("Điểm", "7,5"),
        ):
            await dialog.get_by_label(label, exact=True).fill(value)
        await dialog_done(mine, "Lưu", "Đã lưu")
        await mine.press("Trình phê duyệt")
        await dialog_done(mine, "Trình phê duyệt", "Đã trình danh mục")

        theirs = await open_window()
        await theirs.sign_in("province", "/authority/")
        await theirs.follow("Danh mục sản phẩm chờ ông/bà phê duyệt")
        await theirs.follow("Lần ban hành 2")
        await theirs.press("Phê duyệt")
        dialog = theirs.page.get_by_role("dialog")
        await dialog.get_by_label("Số quyết định").fill("77/QĐ-UBND")
        await dialog.get_by_label("Có hiệu lực từ ngày").fill("2026-07-01")
        await dialog_done(theirs, "Phê duyệt", "Đã phê duyệt danh mục")
        row = await office.owner.fetchrow(
            "select c.state, c.decision_no, c.approved_by, p.points::text, p.coefficient::text"
            " from congtam.catalogue c join congtam.product p on p.catalogue_id = c.id"
            " where c.agency_id = $1 and c.edition = 2 and p.code = 'CV.77'",
            office.ids.agencies["commune"],
        )
        assert tuple(row)[:3] == ("approved", "77/QĐ-UBND", office.ids.people["province"])
        assert float(row["points"]) == 7.5


class TestAPerson:
    async def test_is_found_without_accents_and_moved_from_a_day_on(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("personnel", "/authority/people")
        await mine.page.get_by_role("searchbox").fill("chu duc manh")
        await mine.follow(PERSON)
        await expect(mine.page.get_by_role("heading", name=PERSON)).to_be_visible()
        await mine.press("Điều động")
        dialog = mine.page.get_by_role("dialog")
        await dialog.get_by_label("Đơn vị mới").select_option(str(office.ids.units["society"]))
        await dialog.get_by_label("Từ ngày").fill("2026-07-01")
        await dialog.get_by_label("Số quyết định").fill("15/QĐ-UBND")
        await dialog_done(mine, "Điều động", "Đã ghi nhận việc điều động")
        rows = await office.owner.fetch(
            "select unit_id, lower(during)::text, upper(during)::text, decision_no"
            " from congtam.posting where person_id ="
            " (select id from congtam.person where full_name = $1) order by lower(during)",
            PERSON,
        )
        assert (rows[0]["unit_id"], rows[0]["upper"]) == (office.ids.units["economy"], "2026-07-01")
        assert tuple(rows[1]) == (
            office.ids.units["society"],
            "2026-07-01",
            None,
            "15/QĐ-UBND",
        )

    async def test_keeps_the_post_where_the_move_is_refused(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("personnel", f"/authority/people/{office.ids.people['neighbour']}")
        before = await office.trace()
        await mine.press("Điều động")
        dialog = mine.page.get_by_role("dialog")
        # The society has its head already.
        await dialog.get_by_label("Đơn vị mới").select_option(str(office.ids.units["society"]))
        await dialog.get_by_label("Từ ngày").fill("2026-07-01")
        await dialog.get_by_role("button", name="Điều động").click()
        await expect(dialog.get_by_role("alert")).to_contain_text("người đứng đầu")
        await expect(dialog.get_by_label("Từ ngày")).to_have_value("01/07/2026")
        assert await office.trace() == before


class TestAFile:
    async def test_is_tried_mended_and_brought_in(
        self, office: Served, open_window: OpenWindow, tmp_path: Path
    ) -> None:
        unit = str(office.ids.units["office"])
        good = ["CC.77", "Lò Văn Ổi", unit, "Công chức", "1/7/2026"]
        bad = ["CC.78", "Vi Thị Na", unit, "Vua", "1/7/2026"]
        mended = ["CC.78", "Vi Thị Na", unit, "Công chức", "1/7/2026"]
        names = {"bad.xlsx": [good, bad], "mended.xlsx": [good, mended]}
        for name, rows in names.items():
            (tmp_path / name).write_bytes(book({"A": [STAFF, *rows]}).content)
        mine = await open_window()
        await mine.sign_in("personnel", "/authority/import")
        page = mine.page
        await page.get_by_label("Loại dữ liệu").select_option("staff")
        await page.get_by_label("Tệp").set_input_files(tmp_path / "bad.xlsx")
        before = await office.trace()
        await mine.press("Kiểm tra trước")
        first = page.get_by_role("row").nth(1)
        await expect(first).to_contain_text("Không hiểu giá trị “Vua”")
        await expect(first).to_contain_text("CC.78")
        await expect(page.get_by_text("Chưa ghi dữ liệu nào.")).to_be_visible()
        assert await office.trace() == before
        await page.get_by_label("Tệp").set_input_files(tmp_path / "mended.xlsx")
        await mine.press("Kiểm tra trước")
        await expect(page.get_by_text("Bị từ chối")).to_have_count(0)
        await mine.press("Nhập dữ liệu")
        await page.get_by_role("dialog").get_by_role("button", name="Nhập dữ liệu").click()
        await expect(page.get_by_text("Đã nhập dữ liệu.")).to_be_visible()
        found = "select count(*) from congtam.person where staff_code in ('CC.77', 'CC.78')"
        assert await office.owner.fetchval(found) == 2


@pytest.mark.parametrize("who", ["staff", "inspector", "head"])
async def test_somebody_without_a_mandate_does_not_get_the_portal(
    open_window: OpenWindow, who: str
) -> None:
    theirs = await open_window()
    await theirs.sign_in(who, "/authority/")
    await expect(theirs.page.get_by_text("không có nhiệm vụ ở cổng")).to_be_visible()
    await theirs.press(PEOPLE[who].name)
    await expect(theirs.page.get_by_role("menuitem", name="Cơ quan quản lý")).to_have_count(0)
