"""Every screen of personnel work by axe, on a desk and on a phone, light and dark."""

import pytest

from tests.journeys.personnel import PAPER
from tests.journeys.served import Served
from tests.journeys.world import TODAY
from tests.portals.browser import OpenWindow, Window
from tests.portals.personnel import suspended
from tests.portals.test_authority_endings import EARLY, ended
from tests.portals.test_authority_personnel import begun
from tests.portals.test_screens import looked_at

pytest_plugins = ("tests.journeys.fixtures", "tests.portals.fixtures")
pytestmark = pytest.mark.slow


async def dialog_of(mine: Window, button: str, name: str) -> None:
    """What a button opens, looked at and closed again."""
    await mine.press(button)
    await mine.page.get_by_role("dialog").wait_for()
    await looked_at(mine, name)
    await mine.page.keyboard.press("Escape")


async def test_personnel_actions_are_accessible(office: Served, open_window: OpenWindow) -> None:
    action = await begun(office)
    staff = office.ids.people["staff"]
    mine = await open_window()
    await mine.sign_in("personnel", "/authority/personnel")
    await looked_at(mine, "personnel-alerts")
    for name in ("actions", "file", "periodic"):
        await mine.open(f"/authority/{name}")
        await looked_at(mine, f"personnel-{name}")
    await mine.open(f"/authority/file/{staff}")
    await looked_at(mine, "personnel-file-of")
    await dialog_of(mine, "Ghi nhận tài liệu công tác", "personnel-fact")
    await mine.open(f"/authority/file/{staff}/propose")
    await mine.page.get_by_label("Loại công tác cán bộ").select_option(
        label="Thay đổi lên vị trí việc làm xếp ngạch cao hơn"
    )
    await mine.page.get_by_text("Chưa đáp ứng").first.wait_for()
    await looked_at(mine, "personnel-propose")
    decides = await open_window()
    await decides.sign_in("chair", f"/authority/actions/{action['action']}")
    await looked_at(decides, "personnel-action")
    await dialog_of(decides, "Quyết định", "personnel-decide")


async def test_measures_that_end_early_are_accessible(
    office: Served, open_window: OpenWindow
) -> None:
    action = await suspended(office)
    mine = await open_window()
    await mine.sign_in("chair", f"/authority/actions/{action['action']}")
    await looked_at(mine, "personnel-suspended")
    await mine.press(EARLY)
    dialog = mine.page.get_by_role("dialog")
    await dialog.get_by_role("button", name=EARLY).click()
    await dialog.get_by_text("Chưa điền mục này").first.wait_for()
    await looked_at(mine, "personnel-end-early")
    await ended(mine, "2026-12-01")
    await dialog.get_by_role("alert").wait_for()
    await looked_at(mine, "personnel-end-early-refused")
    await ended(mine, "2026-06-22")
    await mine.told("Đã chấm dứt trước thời hạn")
    await looked_at(mine, "personnel-ended-early")


async def test_the_register_of_discipline_is_accessible(
    office: Served, open_window: OpenWindow
) -> None:
    staff = office.ids.people["staff"]
    opening = {
        "kind": "ADMINISTRATIVE",
        "openedOn": TODAY,
        "about": "Vi phạm nội quy cơ quan.",
        "document": PAPER,
    }
    await office.sign("personnel").done("recordProcedure", person=staff, opening=opening)
    ruling = {
        "source": "ADMINISTRATIVE",
        "form": "REPRIMAND",
        "relation": "DUTY",
        "about": "Vi phạm nội quy cơ quan.",
        "actOn": TODAY,
        "effectiveOn": TODAY,
        "decision": PAPER,
    }
    person = office.ids.people["tl011"]
    await office.sign("personnel").done("recordDiscipline", person=person, ruling=ruling)
    mine = await open_window()
    await mine.sign_in("personnel", "/authority/discipline")
    await looked_at(mine, "discipline")
    await dialog_of(mine, "Tạm chưa xem xét", "discipline-postpone")
    await mine.open(f"/authority/discipline/{person}")
    await looked_at(mine, "discipline-of")
    await dialog_of(mine, "Ghi nhận quyết định kỷ luật", "discipline-record")
    await dialog_of(mine, "Hủy quyết định", "discipline-annul")


async def test_dossiers_are_accessible(office: Served, open_window: OpenWindow) -> None:
    asked = {
        "unit": office.ids.units["far"],
        "agencyCode": "H40.91",
        "staffCode": "TL011",
        "purpose": "APPOINTMENT",
        "matter": "Xem xét bổ nhiệm Phó Chánh Văn phòng.",
        "document": PAPER,
    }
    await office.sign("far_chair").done("askDossier", **asked)
    keeps = await open_window()
    await keeps.sign_in("chair", "/authority/dossier")
    await looked_at(keeps, "dossier")
    await keeps.press("Đồng ý")
    dialog = keeps.page.get_by_role("dialog")
    await dialog.get_by_label("Mở đến hết ngày").fill("2026-06-29")
    await looked_at(keeps, "dossier-grant")
    await dialog.get_by_role("button", name="Đồng ý").click()
    await keeps.told("Đã mở hồ sơ")
    reads = await open_window()
    await reads.sign_in("far_chair", "/authority/dossier")
    await reads.press("Đọc hồ sơ", exact=False)
    await reads.page.get_by_role("dialog").wait_for()
    await looked_at(reads, "dossier-sure")
    await reads.page.get_by_role("dialog").get_by_role("button", name="Đọc hồ sơ").click()
    await reads.page.get_by_text("Nội dung đọc lúc").wait_for()
    await looked_at(reads, "dossier-read")
    count = await office.owner.fetchval("select count(*) from congtam.dossier_read")
    assert count == 1
    await keeps.open(f"/authority/dossier/{office.ids.people['tl011']}")
    await looked_at(keeps, "dossier-of")


async def test_rewards_are_accessible_before_there_are_any(open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("personnel", "/authority/rewards")
    await looked_at(mine, "rewards-empty")
    await dialog_of(mine, "Lập danh sách", "rewards-draw")
    await mine.open("/authority/reward-awards")
    await looked_at(mine, "reward-awards")
    await mine.open("/authority/reward-rules")
    await looked_at(mine, "reward-rules-empty")
    await dialog_of(mine, "Đề xuất quy chế", "reward-rules-propose")
