"""Where the province has chosen the quarter (art. 3.4), the whole year goes by quarters.

One story in chapters, each by the people whose step it is, over HTTP.
"""

from datetime import date, datetime, timedelta

from gateway.clock import VIETNAM
from tests.journeys.documents import Word
from tests.journeys.test_forms import cells, written
from tests.journeys.year.provisional import decided, scored_anew, told_and_replaced
from tests.journeys.year.quarters import (
    HIGH,
    NEAR,
    PLAIN,
    UNITS,
    marks,
    post_since,
    quarter,
    results,
    summed,
)
from tests.journeys.year.saying import swept
from tests.journeys.year.story import Story, chapter

pytest_plugins = ("tests.journeys.fixtures", "tests.journeys.year.fixtures")

JANUARY, APRIL, JULY, OCTOBER = (date(2026, month, 1) for month in (1, 4, 7, 10))
LATE = date(2026, 4, 13)
"""After the entry window of the first quarter, which closed on the 10th."""
MOVED, PROMOTED = date(2026, 5, 15), date(2026, 8, 20)
WINDOW = """query($unit: ID!, $period: Date!) { monthOfUnit(unit: $unit, period: $period) {
    periodMonths state window { opensOn closesOn state } } }"""
LOADS = """query($unit: ID!, $period: Date!) {
    monthLoads(unit: $unit, period: $period, first: 20) { person { id } days planned } }"""
YEARS = "query($id: ID!) { agency(id: $id) { quarterlyYears } }"
DUTIES = "{ myDuties(first: 50) { nodes { kind period periodMonths dueOn state unit { name } } } }"


def choosing(story: Story, agency: str, begins: date, value: str = "quarter") -> dict[str, object]:
    told = {"agencyId": story.served.ids.agencies[agency], "name": "cycle", "value": value}
    return {**told, "begins": begins, "basis": "Quyết định số 15/QĐ-UBND"}


async def years(story: Story, agency: str) -> list[int]:
    """The years that go by quarters in an agency, as its staff are told."""
    asked = {"id": story.served.ids.agencies[agency]}
    found: list[int] = (await story.sign("staff").ask(YEARS, **asked))["agency"]["quarterlyYears"]
    return found


@chapter(1)
async def test_the_highest_agency_alone_chooses_the_quarter_before_a_period_is_open(
    untold: Story,
) -> None:
    story = untold
    story.served.day.today = date(2026, 1, 2)
    told = choosing(story, "commune", JANUARY)
    await story.refused("chair", "setSwitch", "CYCLE_FROM_ABOVE", **told)
    told = choosing(story, "province", JANUARY)
    await story.refused("nobody", "setSwitch", "NOT_AGENCY_HEAD", **told)
    await story.refused("chair", "setSwitch", "NOT_FOUND", **told)
    assert await years(story, "commune") == []
    await story.done("province", "setSwitch", **told)
    # The commune has the province's, and people are told so with their pages.
    assert await years(story, "commune") == [2026, 2027]

    await quarter(story, 1).opened(date(2026, 1, 5))
    story.served.day.today = date(2026, 2, 5)
    february = {"unit": story.served.ids.units["office"], "period": date(2026, 2, 1)}
    await story.refused("head", "openMonth", "INVALID_INPUT", **february)
    loads = await story.sign("head").ask(LOADS, **february)
    assert loads["monthLoads"] == [], "no period begins in February"
    back = choosing(story, "province", JANUARY, "month")
    await story.refused("province", "setSwitch", "CYCLE_IN_USE", **back)
    back = choosing(story, "province", JULY, "month")
    await story.refused("province", "setSwitch", "INVALID_INPUT", **back)


@chapter(2)
async def test_a_quarter_is_worked_assessed_scored_and_closed(untold: Story) -> None:
    story, first = untold, quarter(untold, 1)
    await first.worked(date(2026, 2, 6), date(2026, 3, 20))
    await first.assessed(date(2026, 3, 25))
    assert (await swept(story)).opened > 0
    owed = (await story.sign("head").ask(DUTIES))["myDuties"]["nodes"]
    assert {each["periodMonths"] for each in owed} == {3}
    assert {(each["kind"], each["period"], each["dueOn"]) for each in owed} == {
        ("SCORE_SHEETS", "2026-01-01", "2026-04-03"),
        ("CLOSE_MONTH", "2026-01-01", "2026-04-06"),
    }
    found = (await story.sign("head").ask(WINDOW, **first.of("office")))["monthOfUnit"]
    window = {"opensOn": "2026-01-01", "closesOn": "2026-04-10", "state": "OPEN"}
    assert found == {"periodMonths": 3, "state": "OPEN", "window": window}

    await first.closed(date(2026, 4, 2), "office")
    await locked_and_let_in_again(story)
    until = {"endsAt": datetime(2026, 4, 20, 17, tzinfo=VIETNAM), "reason": "Chờ đơn vị."}
    await story.done("province", "grantLockException", **first.of("commune"), **until)
    await first.closed(LATE, "commune")
    sheet = await first.sheet_of("office", "staff")
    form = written(await story.printed("staff", f"sheet/{sheet['id']}.docx"))
    assert "Kỳ theo dõi, đánh giá: quý I năm 2026" in form
    # Nobody stands above the province's head who could let him in.
    told = {**await chairs(story, 1), "marks": PLAIN}
    await story.refused("province", "scoreSheet", "WINDOW_OVER", **told)


async def locked_and_let_in_again(story: Story) -> None:
    """The economy's head has let the window pass: the commune's head lets him in once more."""
    first = quarter(story, 1)
    first.today(LATE)
    row = await first.sheet_of("economy", "economist")
    told = {"sheet": row["id"], "version": row["version"], "marks": PLAIN}
    await story.refused("neighbour", "scoreSheet", "WINDOW_OVER", **told)
    until = {"endsAt": datetime(2026, 4, 15, 17, tzinfo=VIETNAM), "reason": "Đi công tác."}
    lock = {**first.of("economy"), **until}
    await story.refused("neighbour", "grantLockException", "LOCK_OF_ONES_OWN", **lock)
    await story.done("chair", "grantLockException", **lock)
    await first.closed(LATE, "economy")


async def chairs(story: Story, number: int) -> dict[str, object]:
    row = await quarter(story, number).sheet_of("province", "chair")
    return {"sheet": row["id"], "version": row["version"]}


@chapter(3)
async def test_a_petition_changes_a_quarters_result(untold: Story) -> None:
    story, first = untold, quarter(untold, 1)
    run = await summed(story, "QUARTER", JANUARY)
    assert (run["people"], run["incomplete"]) == (10, 1), "the chair's is not signed"
    sheet = (await first.sheet_of("office", "tl012"))["id"]
    filed = await story.done(
        "tl012", "petitionScore", "id dueOn periodMonths", sheet=sheet, text="Thiếu việc."
    )
    assert (filed["dueOn"], filed["periodMonths"]) == ("2026-04-22", 3)
    story.petitions["quarter"] = filed["id"]
    asked = await story.petition("quarter")
    await story.done("chair", "askPetitionStatement", **asked)
    said = {**await story.petition("quarter"), "text": "Đã chấm theo sổ theo dõi."}
    await story.done("head", "givePetitionStatement", **said)
    said = {**await story.petition("quarter"), "text": "Có cơ sở."}
    await story.done("personnel", "givePetitionOpinion", **said)
    upheld = {
        "reason": "Thái độ phục vụ tốt hơn mức đã chấm.",
        "instructions": "Chấm lại tiêu chí chung.",
        "answerBy": datetime(2026, 4, 20, 17, tzinfo=VIETNAM),
    }
    told = {**await story.petition("quarter"), **upheld}
    await story.refused("head", "upholdScorePetition", "SCORED_BY_ONESELF", **told)
    await story.done("chair", "upholdScorePetition", **told)
    await first.signed("head", await first.sheet_of("office", "tl012"), marks("1.5"))
    assert (await first.sheet_of("office", "tl012"))["state"] == "closed"
    assert (await summed(story, "QUARTER", JANUARY))["written"] == 1
    assert (await results(story, "tl012"))["QUARTER", "2026-01-01"]["total"] == "85.00"


@chapter(4)
async def test_who_moves_in_mid_quarter_has_two_sheets_that_weigh_by_their_days(
    untold: Story,
) -> None:
    story, second, ids = untold, quarter(untold, 2), untold.served.ids
    await second.opened(LATE)
    await second.worked(date(2026, 4, 20), date(2026, 5, 8))
    second.today(MOVED)
    move = {"postingId": ids.postings["tl011"], "begins": MOVED, "version": 1}
    position = await story.row("select id from congtam.job_position where code = 'CM.01'")
    place = {"unit": ids.units["economy"], "office": Word("MEMBER"), "position": position["id"]}
    await story.done("personnel", "movePosting", **move, **place)
    post = await post_since(story, "tl011", MOVED)
    for period, code in ((date(2026, 5, 1), "INVALID_INPUT"), (JANUARY, "NOT_RESPONSIBLE_HEAD")):
        await story.refused("neighbour", "openSheet", code, posting=post, period=period)
    await story.refused("head", "openSheet", "NOT_RESPONSIBLE_HEAD", posting=post, period=APRIL)
    await story.done("neighbour", "openSheet", posting=post, period=APRIL)
    await second.work("neighbour", [post], date(2026, 6, 19))
    days = {}
    for who, unit in (("head", "office"), ("neighbour", "economy")):
        loads = (await story.sign(who).ask(LOADS, **second.of(unit)))["monthLoads"]
        days[unit] = {each["person"]["id"]: each["days"] for each in loads}
    assert str(ids.people["tl011"]) not in days["office"]
    assert days["economy"][str(ids.people["tl011"])] == 47
    await second.assessed(date(2026, 6, 25))

    second.today(date(2026, 7, 2))
    told = {"sheet": (await second.sheet_of("economy", "tl011"))["id"], "version": 2}
    await story.refused("head", "scoreSheet", "NOT_RESPONSIBLE_HEAD", **told, marks=PLAIN)
    await second.closed(date(2026, 7, 2), "office")
    await second.closed(date(2026, 7, 2), "economy", given={"tl011": HIGH})
    await second.closed(date(2026, 7, 2), "commune", "province")
    await summed(story, "QUARTER", APRIL)
    await summed(story, "HALF_YEAR", JANUARY)
    found = await results(story, "tl011")
    told_quarter = found["QUARTER", "2026-04-01"]
    # (44 x 80 + 47 x 92) / 91
    assert told_quarter["total"] == "86.20"
    (months,) = told_quarter["months"]
    assert sorted(each["days"] for each in months["sheets"]) == [44, 47]
    assert found["HALF_YEAR", "2026-01-01"]["total"] == "83.10"


@chapter(5)
async def test_who_is_promoted_in_mid_quarter_is_judged_for_both_posts_by_the_next_head(
    untold: Story,
) -> None:
    """Decision 0033, with a quarter for a month."""
    story, third, ids = untold, quarter(untold, 3), untold.served.ids
    await third.opened(date(2026, 7, 6))
    await third.worked(date(2026, 7, 20), date(2026, 8, 10))
    third.today(PROMOTED)
    heading = {"unit": ids.units["economy"], "office": Word("HEAD")}
    leaving = {"unit": ids.units["office"], "office": Word("DEPUTY")}
    for who, place in (("neighbour", leaving), ("economist", heading)):
        move = {"postingId": ids.postings[who], "begins": PROMOTED, "version": 1}
        await story.done("personnel", "movePosting", **move, **place)
    for who, head in (("economist", "chair"), ("neighbour", "head")):
        post = await post_since(story, who, PROMOTED)
        await story.done(head, "openSheet", posting=post, period=JULY)
        await third.work(head, [post], date(2026, 9, 18))
    await third.assessed(date(2026, 9, 25))
    third.today(date(2026, 10, 2))
    both = await story.served.owner.fetch(
        "select id, version, scoring_unit_id from congtam.sheet"
        " where person_id = $1 and period = $2",
        ids.people["economist"],
        JULY,
    )
    assert [row["scoring_unit_id"] for row in both] == [ids.units["commune"]] * 2
    for row in both:
        told = {"sheet": row["id"], "version": row["version"], "marks": PLAIN}
        await story.refused("economist", "scoreSheet", "NO_SELF_SCORING", **told)
        await story.refused("neighbour", "scoreSheet", "NOT_RESPONSIBLE_HEAD", **told)
    third = quarter(story, 3, economy="economist")
    await third.closed(date(2026, 10, 2))
    await summed(story, "QUARTER", JULY)
    (months,) = (await results(story, "economist"))["QUARTER", "2026-07-01"]["months"]
    assert [each["days"] for each in months["sheets"]] == [50, 42]


@chapter(6)
async def test_the_year_is_the_mean_of_four_quarters_of_which_the_last_is_provisional(
    untold: Story,
) -> None:
    story, last = untold, quarter(untold, 4, economy="economist")
    await last.opened(date(2026, 10, 6))
    await last.worked(date(2026, 10, 8), date(2026, 12, 1))
    await last.assessed(date(2026, 12, 2))
    await last.closed(date(2026, 12, 7))
    run = await summed(story, "YEAR", JANUARY)
    assert (run["people"], run["incomplete"]) == (10, 1), "the chair's first quarter"
    year = (await results(story, NEAR))["YEAR", "2026-01-01"]
    assert (year["total"], year["level"], year["provisional"]) == ("92.00", "EXCELLENT", True)
    assert [each["months"] for each in year["months"]] == [3, 3, 3, 3]
    moved = (await results(story, "tl011"))["YEAR", "2026-01-01"]
    assert moved["total"] == "81.55"
    story.served.day.today = date(2026, 12, 8)
    unit = story.served.ids.units["commune"]
    await story.done("personnel", "openClassification", unit=unit, year=2026)
    case = (await story.case("tl011"))["case"]
    rows = cells(await story.printed("tl011", f"classification/{case}.xlsx"), "Kết quả")
    assert [row[0] for row in rows] == ["I", "II", "II", "III", "IV", "Trung bình cả năm"]
    assert rows[4][2] == "điểm tạm tính"
    assert "Quý\n" in written(await story.printed("tl011", f"classification/{case}.docx"))


@chapter(7)
async def test_the_year_is_decided_before_its_last_quarter_is_over(untold: Story) -> None:
    await decided(untold, economy="economist")


@chapter(8)
async def test_a_last_quarter_that_ends_otherwise_is_told_to_who_decided(untold: Story) -> None:
    """Nothing changes by itself; the managing head replaces the class (art. 21.3)."""
    last = quarter(untold, 4, economy="economist")
    await scored_anew(untold, last, "89.00")
    await told_and_replaced(untold, "89.00")


@chapter(9)
async def test_the_month_comes_back_with_the_next_year(untold: Story) -> None:
    story = untold
    back = choosing(story, "province", date(2027, 1, 1), "month")
    await story.done("province", "setSwitch", **back)
    assert await years(story, "commune") == [2026]
    heads = {**quarter(story, 4).heads, "economy": "economist"}
    for unit in UNITS:
        told = {"unit": story.served.ids.units[unit], "period": date(2027, 1, 1)}
        done = await story.done(heads[unit], "openMonth", "periodMonths", **told)
        assert done["periodMonths"] == 1
    told = {"unit": story.served.ids.units["office"], "period": OCTOBER}
    found = (await story.sign("head").ask(WINDOW, **told))["monthOfUnit"]
    assert (found["periodMonths"], found["window"]["closesOn"]) == (3, "2027-01-10")
    await swept(story)
    owed = (await story.sign("head").ask(DUTIES))["myDuties"]["nodes"]
    assert {each["period"] for each in owed} == {"2027-01-01"}
    assert {each["dueOn"] for each in owed} > {str(date(2027, 2, 1) + timedelta(days=2))}
