"""What a merger leaves open: work given before it, a petition against what was signed before."""

from datetime import date

from tests.journeys.served import Served

UNFINISHED = (
    "query($unit: ID!) { unfinishedWork(unit: $unit, first: 5)"
    " { nodes { id version state lines(first: 5) { dueOn } } } }"
)
OUTCOMES = "outcomes { __typename ... on Assignment { id } ... on Refused { code } }"


async def given(site: Served) -> str:
    """Work that the office's head gave before the merger, due after it; the assignment's id."""
    today, site.day.today = site.day.today, date(2026, 5, 29)
    told = {"posting": site.ids.postings["staff"], "product": site.ids.products["CH.02"]}
    given = await site.sign("head").done(
        "assignWork", "id", **told, quantity="3", dueOn=date(2026, 6, 19), title="Soạn công văn"
    )
    site.day.today = today
    id: str = given["id"]
    return id


async def work_goes_on(site: Served, assignment: str, day: date) -> None:
    """What was open in the old office is carried on by the head who keeps its records."""
    unit = (await site.sign("head").ask("{ myUnits(first: 5) { id } }"))["myUnits"][0]["id"]
    found = await site.sign("head").ask(UNFINISHED, unit=unit)
    (left,) = found["unfinishedWork"]["nodes"]
    assert left["id"] == assignment
    assert (await site.sign("far_chair").ask(UNFINISHED, unit=unit)) == found
    assert (await site.sign("far_staff").ask(UNFINISHED, unit=unit))["unfinishedWork"] == {
        "nodes": []
    }
    staff = site.ids.people["staff"]
    post = await site.owner.fetchval(
        "select id from congtam.posting where person_id = $1 and lower(during) = $2", staff, day
    )
    row = {"assignment": assignment, "to": post, "version": left["version"]}
    one = {**row, "reason": "Sáp nhập xã."}
    for who, code in (
        ("staff", "NO_SELF_SCORING"),
        ("far_chair", "NOT_RESPONSIBLE_HEAD"),
        ("personnel", "NOT_RESPONSIBLE_HEAD"),
    ):
        trace = await site.trace()
        assert (await site.sign(who).refused("carryOnWork", **one))["code"] == code
        assert await site.trace() == trace
    many = {"rows": [row], "reason": "Sáp nhập xã."}
    done = await site.sign("head").done("handOverWorkMany", OUTCOMES, **many)
    (outcome,) = done["outcomes"]
    assert "code" not in outcome, outcome
    assert (await site.sign("head").ask(UNFINISHED, unit=unit))["unfinishedWork"]["nodes"] == []
    work = await site.sign("head").ask(
        "query($unit: ID!, $period: Date!) { workOfUnit(unit: $unit, period: $period, first: 5)"
        " { nodes { assignment { id title } } } }",
        unit=unit,
        period=day,
    )
    (line,) = work["workOfUnit"]["nodes"]
    assert line["assignment"] == {"id": outcome["id"], "title": "Soạn công văn"}
    again = await site.sign("head").done("handOverWorkMany", OUTCOMES, **many)
    assert [each["code"] for each in again["outcomes"]] == ["WORK_ENDED"]


async def a_petition_follows(site: Served, period: date) -> None:
    """Against a score of the old commune: whoever answers for its head decides, and for the old
    office's head the one who keeps its records states how it came about."""
    sheet = await site.owner.fetchval(
        "select id from congtam.sheet where person_id = $1 and period = $2",
        site.ids.people["staff"],
        period,
    )
    filed = await site.sign("staff").done(
        "petitionScore", "id decidingUnit { id }", sheet=sheet, text="Chưa xét việc đã làm."
    )
    assert filed["decidingUnit"] == {"id": str(site.ids.units["far"])}
    asked = {"petition": filed["id"], "version": 1}
    for who in ("chair", "head", "province", "far_staff"):
        trace = await site.trace()
        refused = await site.sign(who).refused("askPetitionStatement", **asked)
        assert refused["code"] in ("NOT_FOUND", "NOT_PETITION_AUTHORITY"), who
        assert await site.trace() == trace
    await site.sign("far_chair").done("askPetitionStatement", **asked)
    said = {"petition": filed["id"], "version": 2, "text": "Chấm theo biên bản."}
    await site.sign("head").done("givePetitionStatement", **said)
