"""What the months of a year add up to, and a petition that changes one of them.

One story in chapters, each by the people whose step it is, over HTTP; at each step somebody else
tries it first.
"""

from datetime import date, timedelta

from resolvers.statute.months import last_of_months
from tests.journeys.scoring import MARKS
from tests.journeys.year.laying import DAY, LEAVE
from tests.journeys.year.people import DELAYED, MOTHER
from tests.journeys.year.saying import LEAVE_OF_MOTHER, result_of_year
from tests.journeys.year.story import Story, chapter, moment

SIDE_BY_SIDE = (
    "{ mySheets(first: 20) { nodes { id period total } }"
    " myResults(first: 9) { nodes { span period total"
    " months { period sheets { days sheet } } } } }"
)

pytest_plugins = ("tests.journeys.fixtures", "tests.journeys.year.fixtures")


@chapter(1)
async def test_the_closed_months_add_up_to_results_of_quarter_half_year_and_year(
    story: Story,
) -> None:
    commune = story.served.ids.agencies["commune"]
    quarter = {"agency": commune, "span": "QUARTER", "period": date(2026, 1, 1)}
    await story.refused("staff", "computeResults", "NO_MANDATE", **quarter)
    run = await story.done("personnel", "computeResults", "people written incomplete", **quarter)
    assert run == {"__typename": "ResultRun", "people": 10, "written": 10, "incomplete": 1}
    half = {**quarter, "span": "HALF_YEAR"}
    await story.done("chair", "computeResults", "people", **half)
    year = {**quarter, "span": "YEAR"}
    await story.done("personnel", "computeResults", **year)

    # Sentence 1: month, quarter, half-year and year of one person stand side by side.
    mine = await story.sign("staff").ask(SIDE_BY_SIDE)
    months = [each["period"] for each in mine["mySheets"]["nodes"]]
    assert sorted(months) == [f"2026-{month:02}-01" for month in range(1, 13)]
    assert {each["total"] for each in mine["mySheets"]["nodes"]} == {"100.00"}
    spans = {each["span"]: each for each in mine["myResults"]["nodes"]}
    assert set(spans) == {"QUARTER", "HALF_YEAR", "YEAR"}
    sheets = {each["period"]: each["id"] for each in mine["mySheets"]["nodes"]}
    for span, count in (("QUARTER", 3), ("HALF_YEAR", 6), ("YEAR", 12)):
        told = spans[span]
        assert (told["period"], told["total"]) == ("2026-01-01", "100.00")
        used = {month["period"]: month["sheets"] for month in told["months"]}
        assert sorted(used) == sorted(months)[:count]
        for period, (sheet,) in used.items():
            first = date.fromisoformat(period)
            length = (last_of_months(first, 1) - first).days + 1
            assert (sheet["sheet"], sheet["days"]) == (sheets[period], length)

    waits = await result_of_year(story, MOTHER)
    assert (waits["total"], waits["level"]) == (None, "INSUFFICIENT_DATA")
    (march,) = (each for each in waits["months"] if each["standing"] == "MISSING")
    assert march["period"] == str(LEAVE)
    assert march["missing"] == [{"because": "NOTHING_ASSIGNED", "headName": "Trần Thị Thu Hằng"}]

    leave = {**LEAVE_OF_MOTHER, "person": story.served.ids.people[MOTHER]}
    await story.refused("head", "recordAbsence", "NO_MANDATE", **leave)
    await story.done("personnel", "recordAbsence", **leave)
    assert (await result_of_year(story, MOTHER))["stale"] is True

    again = await story.done("personnel", "computeResults", "written incomplete", **year)
    assert (again["written"], again["incomplete"]) == (1, 0)
    counted = await result_of_year(story, MOTHER)
    assert (counted["total"], counted["level"], counted["stale"]) == ("80.00", "GOOD", False)
    assert (counted["edition"], counted["provisional"]) == (2, True)
    assert (await result_of_year(story, "staff"))["total"] == "100.00"


@chapter(2)
async def test_a_petition_against_a_score_is_upheld_and_the_same_head_alone_scores_anew(
    story: Story,
) -> None:
    before = await result_of_year(story, DELAYED)
    assert before["total"] == "79.51"
    sheet = story.served.ids.sheets[DELAYED]
    filing = {"sheet": sheet, "text": "Chậm là do cơ quan phối hợp."}
    await story.refused("economist", "petitionScore", "NOT_FOUND", **filing)
    filed = await story.done(DELAYED, "petitionScore", "id oldTotal dueOn late", **filing)
    assert (filed["oldTotal"], filed["dueOn"], filed["late"]) == ("74.17", "2026-12-17", True)
    story.petitions["score"] = filed["id"]

    asked = await story.petition("score")
    await story.refused("head", "askPetitionStatement", "NOT_FOUND", **asked)
    await story.done("chair", "askPetitionStatement", **asked)
    said = {**await story.petition("score"), "text": "Đơn vị đã chấm theo biên bản."}
    await story.refused("neighbour", "givePetitionStatement", "NOT_FOUND", **said)
    await story.done("head", "givePetitionStatement", **said)
    opinion = {**await story.petition("score"), "text": "Kiến nghị có cơ sở."}
    await story.refused("chair", "givePetitionOpinion", "NO_MANDATE", **opinion)
    await story.done("personnel", "givePetitionOpinion", **opinion)
    upheld = {
        **await story.petition("score"),
        "reason": "Chậm do nguyên nhân khách quan.",
        "instructions": "Xác nhận nguyên nhân khách quan rồi chấm lại.",
        "answerBy": moment(DAY + timedelta(days=2)),
    }
    await story.refused("head", "upholdScorePetition", "SCORED_BY_ONESELF", **upheld)
    await story.done("chair", "upholdScorePetition", **upheld)

    cause = {
        "fault": story.served.ids.faults[DELAYED],
        "cause": "Cơ quan phối hợp trả lời chậm.",
        "version": 1,
    }
    await story.done("head", "confirmObjectiveCause", **cause)
    marks = [{**each, "points": "1"} for each in MARKS]
    for wrong in ("chair", "neighbour"):
        told = {**await story.sheet(DELAYED), "marks": marks}
        await story.refused(wrong, "scoreSheet", "NOT_RESPONSIBLE_HEAD", **told)
    anew = {**await story.sheet(DELAYED), "marks": marks}
    await story.done("head", "scoreSheet", "total", **anew)
    await story.done("head", "signSheet", **await story.sheet(DELAYED))
    state = await story.row("select state, round from congtam.sheet where id = $1", sheet)
    assert tuple(state) == ("closed", 2)

    assert (await result_of_year(story, DELAYED))["stale"] is True
    agency = story.served.ids.agencies["commune"]
    told = {"agency": agency, "span": "YEAR", "period": date(2026, 1, 1)}
    run = await story.done("personnel", "computeResults", "written", **told)
    assert run["written"] == 1
    assert (await result_of_year(story, DELAYED))["total"] == "80.00"
