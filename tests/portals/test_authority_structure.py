"""The registers' rarer deeds in a real browser: logins, agency codes, decisions on organisation."""

from typing import Any
from uuid import UUID

from playwright.async_api import expect

from tests.journeys.people import PEOPLE, STRANGER
from tests.journeys.served import Served
from tests.journeys.world import FOUNDED, TODAY
from tests.portals.browser import OpenWindow, Window

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

ONE, OTHER, NEW = "Tổ Tiếp công dân", "Tổ Một cửa", "Tổ Phục vụ hành chính công"


async def confirmed(mine: Window, button: str, told: str) -> None:
    await mine.page.get_by_role("dialog").get_by_role("button", name=button).click()
    await mine.told(told)


class TestALogin:
    async def test_is_taken_away_and_another_one_linked(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        staff = office.ids.people["staff"]
        mine = await open_window()
        await mine.sign_in("admin", f"/authority/people/{staff}")
        await expect(mine.page.get_by_text("sub-staff")).to_be_visible()
        await mine.press("Bỏ liên kết")
        dialog = mine.page.get_by_role("dialog")
        await expect(dialog).to_contain_text(f"không còn là {PEOPLE['staff'].name}")
        await confirmed(mine, "Bỏ liên kết", "Đã bỏ liên kết tài khoản")
        await expect(mine.page.get_by_text("chưa đăng nhập được")).to_be_visible()
        before = await logins(office, staff)
        assert before == []

        # Whose account is nobody's is told what the administrator needs of it.
        theirs = await open_window()
        await theirs.sign_in(STRANGER, "/staff/")
        await expect(theirs.page.get_by_text("sub-stranger")).to_be_visible()

        # Somebody else's account stays his.
        trace = await office.trace()
        await mine.press("Liên kết tài khoản")
        await expect(dialog).to_contain_text(
            f"Người đăng nhập bằng tài khoản này sẽ là {PEOPLE['staff'].name}"
        )
        await dialog.get_by_label("Mã tài khoản").fill("sub-head")
        await dialog.get_by_role("button", name="Liên kết với").click()
        await expect(dialog.get_by_role("alert")).to_contain_text("Tài khoản đã được gắn")
        assert await office.trace() == trace
        await dialog.get_by_label("Mã tài khoản").fill("sub-stranger")
        await confirmed(mine, "Liên kết với", "Đã liên kết tài khoản")
        await expect(mine.page.get_by_text("sub-stranger")).to_be_visible()
        assert await logins(office, staff) == ["sub-stranger"]

        await theirs.open("/staff/")
        await theirs.page.get_by_role("button", name=PEOPLE["staff"].name).wait_for()

    async def test_is_not_shown_to_the_personnel_body(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        theirs = await open_window()
        await theirs.sign_in("personnel", f"/authority/people/{office.ids.people['staff']}")
        await expect(theirs.page.get_by_text("Vị trí đã và đang giữ")).to_be_visible()
        await expect(theirs.page.get_by_text("Tài khoản đăng nhập")).to_have_count(0)


async def logins(office: Served, person: UUID) -> list[str]:
    rows = await office.owner.fetch(
        "select subject from congtam.login where person_id = $1", person
    )
    return [row["subject"] for row in rows]


class TestAnAgencysCodes:
    async def test_are_added_and_ended_with_their_days(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        await mine.sign_in("admin", "/authority/agency")
        await expect(mine.page.get_by_role("row", name="H40.91")).to_contain_text(
            "Đang có hiệu lực"
        )
        before = await office.trace()
        await mine.press("Thêm mã")
        dialog = mine.page.get_by_role("dialog")
        await dialog.get_by_label("Mã", exact=True).fill("xã 95")
        await dialog.get_by_label("Từ ngày").fill("2026-07-01")
        await dialog.get_by_role("button", name="Thêm mã").click()
        await expect(dialog.get_by_role("alert")).to_contain_text("không đúng dạng")
        assert await office.trace() == before
        await dialog.get_by_label("Mã", exact=True).fill("H40.95")
        await confirmed(mine, "Thêm mã", "Đã ghi nhận mã")
        row = mine.page.get_by_role("row", name="H40.95")
        await expect(row).to_contain_text("Sắp có hiệu lực")
        await row.get_by_role("button", name="Kết thúc").click()
        await dialog.get_by_label("Ngày cuối cùng có hiệu lực").fill("2026-12-31")
        await confirmed(mine, "Kết thúc", "Đã ghi nhận ngày kết thúc của mã")
        await expect(row).to_contain_text("31/12/2026")
        rows = await office.owner.fetch(
            "select code, upper(during)::text from congtam.agency_code where agency_id = $1"
            " order by lower(during)",
            office.ids.agencies["commune"],
        )
        assert [tuple(each) for each in rows] == [
            ("H40.91", "2026-07-01"),
            ("H40.95", "2027-01-01"),
        ]


async def two_teams(office: Served) -> dict[str, UUID]:
    """Two parts of the commune, each with a head of its own beside his main post."""
    personnel, found = office.sign("personnel"), {}
    for name, head in ((ONE, "vice"), (OTHER, "staff")):
        unit = await personnel.done(
            "establishUnit",
            parent=office.ids.units["commune"],
            name=name,
            standing="NONE",
            openedOn=FOUNDED,
        )
        await personnel.done(
            "appointPosting",
            person=office.ids.people[head],
            unit=unit["id"],
            office="HEAD",
            main=False,
            begins=FOUNDED,
        )
        found[name] = UUID(unit["id"])
    return found


async def begun(mine: Window, kind: str, number: str) -> None:
    """A decision of today, of its kind."""
    await mine.page.get_by_label(kind).check()
    await mine.page.get_by_label("Số quyết định").fill(number)
    await mine.page.get_by_label("Có hiệu lực từ ngày").fill(str(TODAY))


async def merged(mine: Window) -> None:
    """The other team joins, and a new one is opened for both."""
    page = mine.page
    await begun(mine, "Sáp nhập, hợp nhất", "21/QĐ-UBND")
    await page.get_by_label("Tìm đơn vị").first.fill("mot cua")
    await page.get_by_label("Thêm đơn vị khác").select_option(label=OTHER)
    await mine.press("Thêm vào danh sách")
    await mine.press("Thêm đơn vị mới")
    new = page.get_by_role("group", name="Đơn vị mới 1")
    await new.get_by_label("Tên đơn vị").fill(NEW)
    await new.get_by_label("Tư cách").select_option("NONE")
    await new.get_by_label("Tìm đơn vị").fill("lanh dao")
    await new.get_by_label("Đơn vị cấp trên").select_option(index=1)
    await mine.settled()


class TestADecisionOnOrganisation:
    async def test_merges_two_units_after_it_was_seen_what_would_happen(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        teams = await two_teams(office)
        mine = await open_window()
        await mine.sign_in("personnel", f"/authority/units/{teams[ONE]}")
        await mine.follow("Sáp nhập, chia tách, đổi tên")
        await merged(mine)
        page = mine.page
        # Two heads do not fit into one unit, and the preview says so.
        await mine.press("Xem trước")
        await expect(page.get_by_text("Chưa thực hiện được")).to_be_visible()
        await expect(page.get_by_role("row", name=PEOPLE["staff"].name).last).to_contain_text(
            "Bị từ chối"
        )
        assert await standing(office) == {ONE: None, OTHER: None}
        await page.get_by_label(f"Chức vụ mới của {PEOPLE['staff'].name}").select_option("MEMBER")
        await mine.press("Xem trước")
        await expect(page.get_by_text("Có thể thực hiện. Chưa ghi gì.")).to_be_visible()
        assert await standing(office) == {ONE: None, OTHER: None}
        await mine.press("Thực hiện quyết định")
        dialog = page.get_by_role("dialog")
        await expect(dialog).to_contain_text(f"Chấm dứt hoạt động: {ONE}; {OTHER}.")
        await expect(dialog).to_contain_text("Không hoàn tác được")
        await dialog.get_by_role("button", name="Thực hiện quyết định").click()
        await expect(page.get_by_text("Đã thực hiện quyết định.")).to_be_visible()
        day = TODAY.isoformat()
        assert await standing(office) == {ONE: day, OTHER: day, NEW: None}
        assert await posts(office) == {("vice", "head"), ("staff", "member")}
        await mine.follow(NEW)
        await expect(page.get_by_role("heading", name=NEW)).to_be_visible()
        await expect(page.get_by_text("21/QĐ-UBND")).to_be_visible()

    async def test_waits_until_the_months_of_a_unit_are_closed(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        mine = await open_window()
        unit = office.ids.units["economy"]
        await mine.sign_in("personnel", f"/authority/units/{unit}/reorganise")
        await begun(mine, "Đổi tên", "22/QĐ-UBND")
        page = mine.page
        await mine.press("Thêm đơn vị mới")
        await page.get_by_label("Tên đơn vị").fill("Phòng Kinh tế và Hạ tầng")
        await page.get_by_label("Tìm đơn vị").fill("lanh dao")
        await page.get_by_label("Đơn vị cấp trên").select_option(index=1)
        await expect(page.get_by_text("Tháng 06/2026 chưa khóa")).to_be_visible()
        await mine.press("Xem trước")
        await expect(page.get_by_text("còn kỳ đánh giá chưa khóa")).to_be_visible()
        await expect(page.get_by_role("button", name="Thực hiện quyết định")).to_have_count(0)
        found = "select count(*) from congtam.reorganisation"
        assert await office.owner.fetchval(found) == 0

    async def test_is_not_offered_to_whoever_may_not_take_it(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        theirs = await open_window()
        unit = office.ids.units["economy"]
        await theirs.sign_in("admin", f"/authority/units/{unit}/reorganise")
        await expect(theirs.page.get_by_text("không được giao việc tổ chức lại")).to_be_visible()
        await theirs.open(f"/authority/units/{unit}")
        link = theirs.page.get_by_role("link", name="Sáp nhập, chia tách, đổi tên")
        await expect(link).to_have_count(0)


async def standing(office: Served) -> dict[str, Any]:
    rows = await office.owner.fetch(
        "select name, closed_on::text from congtam.unit where name = any($1)", [ONE, OTHER, NEW]
    )
    return {row["name"]: row["closed_on"] for row in rows}


async def posts(office: Served) -> set[tuple[str, str]]:
    """Who holds which office in the new unit."""
    rows = await office.owner.fetch(
        "select p.person_id, p.office from congtam.posting p"
        " join congtam.unit u on u.id = p.unit_id where u.name = $1 and upper_inf(p.during)",
        NEW,
    )
    names = {id: key for key, id in office.ids.people.items()}
    return {(names[row["person_id"]], row["office"]) for row in rows}
