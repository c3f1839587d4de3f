"""A staff member's year in a real browser: his class, his record, and who has read it."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from playwright.async_api import expect

from gateway.clock import VIETNAM
from tests.journeys.people import PEOPLE
from tests.journeys.served import Served
from tests.journeys.test_dossier import CLASS, REPRIMAND, ROUND
from tests.journeys.world import TODAY
from tests.portals.browser import OpenWindow

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")

NOTIFIED = datetime(2026, 6, 12, 10, tzinfo=VIETNAM)
PURPOSE = {"purpose": "APPOINTMENT"}


async def classified(office: Served) -> UUID:
    """The staff member's class of 2025, notified three days ago; its id."""
    ids, round, case = office.ids, uuid4(), uuid4()
    places = (
        ids.agencies["commune"],
        ids.agencies["province"],
        ids.units["commune"],
        ids.units["province"],
    )
    await office.owner.execute(ROUND, round, *places, 2025)
    await office.owner.execute(
        CLASS,
        case,
        2025,
        round,
        *places[:2],
        ids.people["staff"],
        ids.postings["staff"],
        ids.units["office"],
        *places[2:],
        "GOOD",
        ids.people["chair"],
        "345/QĐ-UBND",
        date(2026, 6, 11),
    )
    await office.owner.execute("update congtam.classification set notified_at = $1", NOTIFIED)
    return case


async def opened(office: Served) -> None:
    """The far commune's head has asked for the record, been granted it, and read it once."""
    letter = {"number": "12/UBND-NV", "day": TODAY, "sha256": "ab" * 32}
    code = await office.owner.fetchval(
        "select staff_code from congtam.person where id = $1", office.ids.people["staff"]
    )
    asked = await office.sign("far_chair").done(
        "askDossier",
        "id version",
        unit=office.ids.units["far"],
        agencyCode="H40.91",
        staffCode=code,
        matter="Bổ nhiệm Phó Trưởng phòng Kinh tế.",
        document=letter,
        **PURPOSE,
    )
    granted: dict[str, Any] = {
        "requestId": asked["id"],
        "version": asked["version"],
        "ends": TODAY + timedelta(days=14),
    }
    dossier = await office.sign("chair").done("grantDossier", **granted)
    await office.sign("far_chair").done(
        "readDossier", dossierId=dossier["id"], person=office.ids.people["staff"], **PURPOSE
    )


async def disciplined(office: Served) -> None:
    """A reprimand in force, and a sick leave."""
    person = office.ids.people["staff"]
    await office.sign("personnel").done("recordDiscipline", person=person, ruling=REPRIMAND)
    await office.sign("personnel").done(
        "recordAbsence",
        person=person,
        kind="SICK",
        begins=date(2026, 5, 11),
        ends=date(2026, 5, 16),
        document={"number": "07/QĐ-UBND", "day": date(2026, 5, 11)},
    )


class TestMyClass:
    async def test_is_petitioned_against_and_its_clock_runs(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        case = await classified(office)
        mine = await open_window()
        await mine.sign_in("staff", "/staff/classes")
        await expect(mine.page.get_by_text("số 345/QĐ-UBND ngày 11/06/2026")).to_be_visible()
        await mine.follow("Kiến nghị")
        await mine.press("Gửi kiến nghị")
        await expect(mine.page.get_by_text("Chưa có nội dung kiến nghị")).to_be_visible()
        await mine.page.get_by_label("Nội dung kiến nghị").fill("Đề nghị xem lại mức xếp loại.")
        await mine.press("Gửi kiến nghị")
        await mine.told("Đã gửi kiến nghị")
        await expect(mine.page.get_by_text("Xếp loại chất lượng năm 2025")).to_be_visible()
        await expect(mine.page.get_by_text("còn 7 ngày làm việc")).to_be_visible()
        row = await office.owner.fetchrow(
            "select about, classification_id, deciding_unit_id, state from congtam.petition"
        )
        assert tuple(row) == ("class", case, office.ids.units["commune"], "filed")
        await mine.open("/staff/classes")
        petition = mine.page.locator("main").get_by_role("link", name="Kiến nghị", exact=True)
        await expect(petition).to_have_count(0)

    async def test_of_a_colleague_is_nowhere(self, office: Served, open_window: OpenWindow) -> None:
        case = await classified(office)
        theirs = await open_window()
        await theirs.sign_in("secondee", f"/staff/classes/{case}/petition")
        await expect(theirs.page.get_by_text("Chưa thể kiến nghị")).to_be_visible()
        await theirs.open("/staff/classes")
        await expect(theirs.page.get_by_text("Chưa có hồ sơ xếp loại")).to_be_visible()


class TestMyRecord:
    async def test_tells_who_has_read_it_for_what_and_when(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await opened(office)
        mine = await open_window()
        await mine.sign_in("staff", "/staff/readers")
        row = mine.page.get_by_role("row").filter(has_text=PEOPLE["far_chair"].name)
        await expect(row).to_contain_text("Ủy ban nhân dân xã Yên Khê")
        await expect(row).to_contain_text("bổ nhiệm")
        await expect(row).to_contain_text("15/06/2026 09:30")
        await expect(mine.page.get_by_text("từ 15/06/2026 đến 28/06/2026")).to_be_visible()

    async def test_shows_what_is_in_force_and_until_when(
        self, office: Served, open_window: OpenWindow
    ) -> None:
        await disciplined(office)
        mine = await open_window()
        await mine.sign_in("staff", "/staff/record")
        decision = mine.page.get_by_role("row").filter(has_text="Khiển trách")
        await expect(decision).to_contain_text("số 15/QĐ-UBND ngày 04/05/2026")
        await expect(decision).to_contain_text("đang có hiệu lực")
        until = await office.owner.fetchval(
            "select upper(during) - 1 from congtam.discipline_decision"
        )
        await expect(decision).to_contain_text(until.strftime("%d/%m/%Y"))
        leave = mine.page.get_by_role("row").filter(has_text="Nghỉ ốm")
        await expect(leave).to_contain_text("11/05/2026 – 15/05/2026")
