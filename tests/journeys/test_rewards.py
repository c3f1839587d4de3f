"""A quarter's bonus: laid down before it, drawn from its results, shared out to the đồng.

One story in chapters, each by the people whose step it is, over HTTP with real tokens; at each step
somebody else tries it first.
"""

import io
from fractions import Fraction
from typing import Any

from openpyxl import load_workbook

from resolvers.statute.exact import exact_text
from tests.journeys.client import Answer
from tests.journeys.people import PEOPLE
from tests.journeys.year.laying import DAY
from tests.journeys.year.people import BEST, SET
from tests.journeys.year.rewarding import (
    DECISION,
    EARLY,
    POOL,
    QUARTER,
    RULE,
    fund,
    issued,
    regulation,
    salaries,
)
from tests.journeys.year.story import Story, chapter

pytest_plugins = ("tests.journeys.fixtures", "tests.journeys.year.fixtures")

MULTIPLES = {"EXCELLENT": Fraction(3), "GOOD": Fraction("2.4"), "COMPLETED": Fraction(1)}
LIST = """query($id: ID!) { rewardList(id: $id) {
  state pool weights base total payable rounding version allowedActions
  lines(first: 20) { totalCount nodes {
    id version state level weight exact amount allowedActions steps { text value cite }
    person { fullName }
  } }
} }"""
MINE = """{ myRewards(first: 5) { nodes { state level weight exact amount steps { text value cite }
  rewardList { pool weights base total lines(first: 20) { totalCount } }
} } }"""


async def the_list(story: Story, who: str = "personnel") -> Answer:
    found: Answer = (await story.sign(who).ask(LIST, id=await list_id(story)))["rewardList"]
    return found


async def list_id(story: Story) -> str:
    row = await story.row("select id from congtam.reward_list where corrects_id is null")
    return str(row["id"])


async def at(story: Story) -> dict[str, Any]:
    row = await story.row("select id, version from congtam.reward_list where corrects_id is null")
    return {"list": row["id"], "version": row["version"]}


async def refused(story: Story, who: str, deed: str, code: str, /, **arguments: Any) -> None:
    """The deed is refused with exactly this code; nothing is written but the attempt's own leaf."""
    before = await beside_the_audit(story)
    payload = await story.sign(who).do(deed, "__typename", **arguments)
    assert payload.get("code") == code, payload
    assert await beside_the_audit(story) == before
    last = await story.row("select refusal from congtam.audit_leaf order by seq desc limit 1")
    assert last["refusal"] == code


async def beside_the_audit(story: Story) -> list[tuple[Any, ...]]:
    """What would differ if anything else had been written."""
    return [row for row in await story.served.trace() if row[0] != "congtam.audit_leaf"]


def cells(body: bytes, title: str) -> list[tuple[Any, ...]]:
    """A spreadsheet's rows, its heading first."""
    sheet = load_workbook(io.BytesIO(body))[title]
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


@chapter(1)
async def test_the_head_lays_down_the_money_and_the_rule_before_the_quarter(story: Story) -> None:
    story.served.day.today = EARLY
    agency = story.served.ids.agencies["commune"]
    await refused(story, "chair", "recordSalaryFund", "NO_MANDATE", **salaries(agency))
    await story.done("personnel", "recordSalaryFund", **salaries(agency))
    money = fund(agency)
    await refused(story, "personnel", "setBonusFund", "NOT_AGENCY_HEAD", **money)
    told = await story.done("chair", "setBonusFund", "amount cites parts { span left }", **money)
    assert told["amount"] == "432109876"
    assert told["cites"] == ["khoản 4 Điều 4 Nghị định số 161/2026/NĐ-CP"]
    assert {part["span"]: part["left"] for part in told["parts"]}["QUARTER"] == str(POOL)

    rule = regulation(agency)
    await refused(story, "chair", "proposeRewardRegulation", "NO_MANDATE", **rule)
    id = (await story.done("personnel", "proposeRewardRegulation", **rule))["id"]
    decided = issued(id)
    await refused(story, "personnel", "approveRewardRegulation", "NOT_AGENCY_HEAD", **decided)
    await story.done("chair", "approveRewardRegulation", **decided)
    terms = {"most": "1.8", "excellent": 1, "good": "0.8", "completed": 0, "others": 3_000_000}
    scheme = {"agency": agency, "locality": "HO_CHI_MINH_CITY", "begins": EARLY, "document": RULE}
    beyond = {**scheme, "terms": {**terms, "most": "1.9"}}
    await refused(story, "chair", "chooseIncomeScheme", "INCOME_BEYOND_LIMIT", **beyond)
    told = await story.done("chair", "chooseIncomeScheme", "cites", **scheme, terms=terms)
    assert told["cites"][0] == "Nghị quyết của Hội đồng nhân dân số 27/2025/NQ-HĐND"
    published = "query($agency: ID!) { rewardRegulationInForce(agency: $agency) { documentNo } }"
    found = await story.sign("staff").ask(published, agency=agency)
    assert found["rewardRegulationInForce"] == {"documentNo": "15/QĐ-UBND"}


@chapter(2)
async def test_the_list_waits_for_the_results_and_is_approved_by_the_head_alone(
    story: Story,
) -> None:
    story.served.day.today = DAY
    agency = story.served.ids.agencies["commune"]
    drawing = {"agency": agency, "kind": "BONUS", "span": "QUARTER", "period": QUARTER}
    await refused(story, "personnel", "drawRewardList", "RESULTS_MISSING", **drawing)
    results = {"agency": agency, "span": "QUARTER", "period": QUARTER}
    await story.done("personnel", "computeResults", "people", **results)
    await refused(story, "chair", "drawRewardList", "NO_MANDATE", **drawing)
    await story.done("personnel", "drawRewardList", **drawing)
    await refused(story, "personnel", "drawRewardList", "REWARD_LIST_EXISTS", **drawing)

    decided = {**await at(story), "decision": DECISION}
    await refused(story, "chair", "approveRewardList", "REWARD_LIST_NOT_PROPOSED", **decided)
    assert (await the_list(story))["allowedActions"] == ["ProposeRewardList", "WithdrawRewardList"]
    await story.done("personnel", "proposeRewardList", **await at(story))
    decided = {**await at(story), "decision": DECISION}
    await refused(story, "personnel", "approveRewardList", "NO_SELF_REWARD", **decided)
    for who in ("vice", "staff", "province"):
        await refused(story, who, "approveRewardList", "NOT_FOUND", **decided)
    assert (await the_list(story, "chair"))["allowedActions"] == [
        "ApproveRewardList",
        "ReturnRewardList",
    ]
    await story.done("chair", "approveRewardList", **decided)
    again = {**await at(story), "decision": DECISION}
    await refused(story, "chair", "approveRewardList", "REWARD_LIST_APPROVED", **again)


@chapter(3)
async def test_the_list_adds_up_to_the_fund_to_the_dong(story: Story) -> None:
    found = await the_list(story)
    lines = {line["person"]["fullName"]: line for line in found["lines"]["nodes"]}
    assert set(lines) == {PEOPLE[key].name for key in (*SET, "chair")}
    assert found["lines"]["totalCount"] == len(lines)
    assert sum(int(line["amount"]) for line in lines.values()) == POOL
    assert (found["pool"], found["total"]) == (str(POOL), str(POOL))
    best = {PEOPLE[key].name for key in BEST}
    for name, line in lines.items():
        assert line["level"] == "EXCELLENT" or name not in best
        own = MULTIPLES[line["level"]] / Fraction(found["weights"])
        assert line["exact"] == exact_text(POOL * own)
        assert int(line["amount"]) - int(POOL * own) in (0, 1)
    left = await story.row(
        "select p.amount - p.committed as left from congtam.fund_part p where span = 'quarter'"
    )
    assert left["left"] == 0


@chapter(4)
async def test_everybody_recomputes_his_own_amount_and_sees_nobody_elses(story: Story) -> None:
    (mine,) = (await story.sign("staff").ask(MINE))["myRewards"]["nodes"]
    of = mine["rewardList"]
    assert (mine["state"], mine["level"]) == ("APPROVED", "EXCELLENT")
    assert of["lines"]["totalCount"] == 1
    share = Fraction(of["pool"]) / Fraction(of["weights"]) * Fraction(mine["weight"])
    assert mine["exact"] == exact_text(share)
    assert int(mine["amount"]) - int(share) in (0, 1)
    first, second = mine["steps"][:2]
    assert first["text"] == "Hoàn thành xuất sắc nhiệm vụ, theo 15/QĐ-UBND: hệ số"
    assert (first["value"], first["cite"]) == ("3", "khoản 4 Điều 4 Nghị định số 161/2026/NĐ-CP")
    assert second["text"].startswith("Mức tiền cho hệ số 1: 100.000.001 đồng")
    id = await list_id(story)
    for who in ("staff", "vice", "province"):
        assert (await story.sign(who).ask(LIST, id=id))["rewardList"] is None
    assert (await the_list(story, "inspector"))["allowedActions"] == []


@chapter(5)
async def test_the_heads_own_line_is_decided_by_the_head_above(story: Story) -> None:
    waiting = "{ rewardsToDecide(first: 5) { nodes { id version amount allowedActions"
    waiting += " person { fullName } rewardList { total } } } }"
    (line,) = (await story.sign("province").ask(waiting))["rewardsToDecide"]["nodes"]
    assert line["person"] == {"fullName": PEOPLE["chair"].name}
    assert line["allowedActions"] == ["DecideHeadsReward"]
    before = await the_list(story)
    assert int(before["payable"]) == POOL - int(line["amount"])
    told = {"line": line["id"], "version": line["version"], "accept": True, "reason": "Đúng."}
    await refused(story, "chair", "decideHeadsReward", "NO_SELF_REWARD", **told)
    await refused(story, "personnel", "decideHeadsReward", "NOT_CLASSIFYING_HEAD", **told)
    await story.done("province", "decideHeadsReward", **told)
    paid = {**await at(story), "paidOn": DAY}
    await refused(story, "chair", "markRewardsPaid", "NO_MANDATE", **paid)
    await story.done("personnel", "markRewardsPaid", **paid)
    after = await the_list(story)
    assert (after["state"], after["payable"]) == ("PAID", str(POOL))


@chapter(6)
async def test_the_accountants_spreadsheet_says_what_the_api_says(story: Story) -> None:
    id, found = await list_id(story), await the_list(story)
    body = await story.printed("personnel", f"reward_list/{id}.xlsx")
    heading, *rows = cells(body, "Danh sách")
    assert heading[1] == "Họ và tên"
    assert heading[8] == "Số tiền (đồng)"
    assert [(row[1], row[8]) for row in rows[:-1]] == [
        (line["person"]["fullName"], int(line["amount"])) for line in found["lines"]["nodes"]
    ]
    assert rows[-1][1] == "Tổng cộng"
    assert rows[-1][8] == int(found["total"]) == sum(row[8] for row in rows[:-1])
    rules = dict(cells(body, "Quy tắc")[1:])
    assert rules["Căn cứ của cơ quan"] == "Quy chế số 15/QĐ-UBND ngày 19/06/2026"
    assert rules["Quỹ được chia (đồng)"] == POOL
    assert rules["Cách làm tròn"] == found["rounding"]
    assert "phần dư lớn nhất" in rules["Cách làm tròn"]
    ways = cells(body, "Cách tính")[1:]
    told = [
        (line["person"]["fullName"], step["text"], step["value"], step["cite"])
        for line in found["lines"]["nodes"]
        for step in line["steps"]
    ]
    assert [row[1:] for row in ways] == told
    for ending in ("docx", "pdf"):
        assert await story.printed("chair", f"reward_list/{id}.{ending}")
    for who in ("staff", "vice", "province"):
        client = story.sign(who)
        answer = await client.http.get(
            f"/forms/reward_list/{id}.xlsx", headers={"authorization": f"Bearer {client.token}"}
        )
        assert answer.status_code == 404
