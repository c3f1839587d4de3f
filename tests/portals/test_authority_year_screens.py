"""Every screen of the authority's year by axe, on a desk and on a phone, light and dark.

One year in chapters, looked at as it goes on.
"""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from gateway.graph import Graph
from tests import databases
from tests.journeys.people import PEOPLE
from tests.journeys.served import Made, Served, Token
from tests.journeys.year.laying import DAY
from tests.journeys.year.people import BEST, DELAYED
from tests.journeys.year.saying import (
    STATEMENT,
    decided_organisations,
    organisation_marks,
    recognised,
    replaced_organisation,
    settled,
)
from tests.journeys.year.story import DECISION, Story, chapter
from tests.portals.browser import OpenWindow, Window
from tests.portals.test_screens import looked_at
from tests.portals.year import (
    at_the_years_end,
    everybody_has_spoken,
    scheme_approved,
    years_opened,
)

pytest_plugins = (
    "tests.journeys.fixtures",
    "tests.journeys.year.fixtures",
    "tests.portals.fixtures",
)
pytestmark = pytest.mark.slow


@pytest_asyncio.fixture(scope="module")
async def story(
    server: databases.Running, laid: Made, portal_graph: Graph, token: Token
) -> AsyncIterator[Story]:
    async with at_the_years_end(server, laid, portal_graph, token) as begun:
        yield begun


@pytest_asyncio.fixture(scope="module")
async def office(story: Story) -> Served:
    return story.served


async def asked(mine: Window, what: str, name: str) -> None:
    """Press what opens a dialog, look at it, and leave it."""
    await mine.press(what)
    await mine.page.get_by_role("dialog").wait_for()
    await looked_at(mine, name)
    await mine.page.keyboard.press("Escape")


@chapter(1)
async def test_the_criteria_of_organisations(story: Story, open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("nobody", "/authority/schemes")
    await looked_at(mine, "year-schemes-none")
    await mine.press("Trình bộ tiêu chí mới")
    await mine.press("Trình phê duyệt")
    await looked_at(mine, "year-schemes-propose")
    await scheme_approved(story)
    await mine.open("/authority/schemes")
    await looked_at(mine, "year-schemes")


@chapter(2)
async def test_a_year_of_organisations(story: Story, open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("chair", "/authority/organisations")
    await looked_at(mine, "year-organisations-none")
    await mine.open("/authority/classes")
    await looked_at(mine, "year-rounds-none")
    await years_opened(story)
    await recognised(story, "office", 92, "head", "chair")
    told = {"marks": organisation_marks(80), "statement": STATEMENT, "level": "GOOD"}
    await story.done("neighbour", "assessOrganisation", **await story.review("economy"), **told)
    review = await story.review("economy")
    path = f"/authority/organisations/{review['review']}"
    order = {"ground": "DISUNITY", "about": "Có phản ánh về việc phân công."}
    verified = await story.done("chair", "orderOrganisationVerification", **review, **order)
    await mine.open(path)
    await looked_at(mine, "year-organisation")
    await asked(mine, "Ghi kết luận", "year-organisation-conclude")
    await asked(mine, "Trả lại tự đánh giá", "year-organisation-return")
    await mine.open(f"{path}/mark")
    await looked_at(mine, "year-organisation-mark")
    version = await story.row(
        "select version from congtam.organisation_verification where id = $1", verified["id"]
    )
    paper = {"documentNo": "03/KL-UBND", "documentDay": DAY, "conclusion": "Không có cơ sở."}
    await story.done(
        "chair",
        "concludeOrganisationVerification",
        verification=verified["id"],
        version=version["version"],
        founded=False,
        **paper,
    )
    del told["level"]
    await story.done("chair", "markOrganisation", **await story.review("economy"), **told)
    await mine.open("/authority/organisations")
    await looked_at(mine, "year-organisations")
    await asked(mine, "Quyết định xếp loại tổ chức", "year-organisations-decide")
    await decided_organisations(story, "commune", "chair", "personnel")
    commune = await story.review("commune")
    await mine.open(f"/authority/organisations/{commune['review']}/assess")
    await looked_at(mine, "year-organisation-assess")
    await recognised(story, "commune", 85, "chair", "province")
    await decided_organisations(story, "province", "province", "nobody")
    await mine.open(path)
    await looked_at(mine, "year-organisation-recognised")
    await mine.open(f"{path}/replace")
    await looked_at(mine, "year-organisation-replace")
    await replaced_organisation(story, "economy", 40, "chair")
    theirs = await open_window()
    await theirs.sign_in("province", "/authority/")
    await looked_at(theirs, "year-organisation-flag-waits")
    await theirs.open(f"/authority/organisations/{commune['review']}")
    await looked_at(theirs, "year-organisation-flagged")
    await asked(theirs, "Ghi kết quả xem lại", "year-organisation-flag-clear")


@chapter(3)
async def test_the_cases_of_a_list(story: Story, open_window: OpenWindow) -> None:
    round = (await story.set_of("commune"))["round"]
    mine = await open_window()
    await mine.sign_in("personnel", f"/authority/classes/{round}")
    await looked_at(mine, "year-board-open")
    await everybody_has_spoken(story)
    await mine.open(f"/authority/classes/{round}/cases")
    await looked_at(mine, "year-cases")
    case = (await story.case("head"))["case"]
    await mine.open(f"/authority/classes/case/{case}")
    await looked_at(mine, "year-case")
    heads = await open_window()
    await heads.sign_in("chair", f"/authority/classes/case/{case}")
    await asked(heads, "Xem xét việc tạm đình chỉ", "year-case-consider")
    await asked(heads, "Đưa khỏi danh sách", "year-case-withdraw")


@chapter(4)
async def test_the_quota_board(story: Story, open_window: OpenWindow) -> None:
    round = (await story.set_of("commune"))["round"]
    await story.done("chair", "closeClassification", **await story.set_of("commune"))
    theirs = await open_window()
    await theirs.sign_in("province", "/authority/classes")
    await looked_at(theirs, "year-rounds")
    await theirs.open(f"/authority/classes/{round}")
    await asked(theirs, "Quyết định tỷ lệ cao hơn", "year-board-share")
    mine = await open_window()
    await mine.sign_in("chair", f"/authority/classes/{round}")
    await mine.page.get_by_role("checkbox", name="Xuất sắc").first.check()
    await looked_at(mine, "year-board")
    await mine.press("Quyết định xếp loại")
    dialog = mine.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Ký quyết định").click()
    await dialog.get_by_text("Ông/bà điền đủ các mục trước khi thực hiện.").wait_for()
    await looked_at(mine, "year-board-decide")
    await mine.page.keyboard.press("Escape")
    chosen = [(await story.case(BEST[0]))["case"]]
    choice = {"dutyGroup": "group:TH", "chosen": chosen, "reason": "Nhiều sáng kiến hơn."}
    await settled(story, "commune", "chair", choices=[choice])
    await mine.open(f"/authority/classes/{round}")
    await looked_at(mine, "year-board-decided")


@chapter(5)
async def test_petitions_and_what_was_replaced(story: Story, open_window: OpenWindow) -> None:
    best, second = BEST
    about = (await story.case(second))["case"]
    filed = await story.done(
        second, "petitionClass", classification=about, text="Tôi đạt 100 điểm."
    )
    sheet = story.served.ids.sheets[DELAYED]
    late = await story.done(
        DELAYED, "petitionScore", sheet=sheet, text="Chậm là do cơ quan phối hợp."
    )
    story.petitions = {"class": filed["id"], "score": late["id"]}
    mine = await open_window()
    await mine.sign_in("personnel", "/authority/petitions")
    await looked_at(mine, "year-petitions")
    await mine.follow(PEOPLE[second].name)
    await asked(mine, "Cho ý kiến", "year-petition-advise")
    for name in ("class", "score"):
        opinion = {"text": "Kiến nghị có cơ sở."}
        await story.done(
            "personnel", "givePetitionOpinion", **await story.petition(name), **opinion
        )
    theirs = await open_window()
    await theirs.sign_in("chair", f"/authority/petitions/{filed['id']}")
    await looked_at(theirs, "year-petition")
    await asked(theirs, "Chấp nhận kiến nghị", "year-petition-uphold-class")
    await theirs.open(f"/authority/petitions/{late['id']}")
    await asked(theirs, "Chấp nhận kiến nghị", "year-petition-uphold-score")
    await asked(theirs, "Giữ nguyên kết quả", "year-petition-reject")
    managing = await open_window()
    case = await story.case(best)
    await managing.sign_in("province", f"/authority/classes/case/{case['case']}")
    await asked(managing, "Quyết định thay thế", "year-case-replace")
    lower = {"decision": DECISION, "level": "GOOD", "reason": "Sáng kiến không có thật."}
    told = await story.done("province", "replaceClassification", **case, **lower)
    await managing.open(f"/authority/classes/case/{told['id']}")
    await looked_at(managing, "year-case-replaced")
    await mine.open("/authority/decided")
    await looked_at(mine, "year-decided")
    await asked(mine, "Ghi kết quả rà soát", "year-flag")
    await mine.page.get_by_label("Hiển thị").select_option("Danh sách đã công khai")
    await mine.settled()
    await looked_at(mine, "year-published")


@chapter(6)
async def test_the_forms(story: Story, open_window: OpenWindow) -> None:
    mine = await open_window()
    await mine.sign_in("chair", "/authority/forms")
    await looked_at(mine, "year-forms")
