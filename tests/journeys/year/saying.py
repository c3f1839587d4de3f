"""What people say at the year's end, for steps that only need it to be said."""

from datetime import date
from decimal import Decimal
from typing import Any

from resolvers.core.request import Request
from resolvers.duties import Swept, sweep_duties
from resolvers.people import reach_of_operator
from tests.journeys.year.laying import DAY, LEAVE
from tests.journeys.year.story import DECISION, PAPER, Story

CRITERIA = (
    *((f"6.{group}", f"I.{group}", Decimal(10)) for group in (1, 2, 3)),
    *(("7.a", "II.a", Decimal(10)), ("7.b", "II.b", Decimal(20))),
    *((f"7.{item}", f"II.{item}", Decimal(10)) for item in ("c", "d", "dd", "e")),
)
"""A scheme as article 7 asks for it: item, code, most points."""
SCHEME = [
    {"item": item, "code": code, "name": f"Tiêu chí {code}", "most": most}
    for item, code, most in CRITERIA
]
STATEMENT = {
    "planned": 100,
    "completed": 100,
    "onTime": 100,
    "exceeded": 31,
    "late": 0,
    "quality": True,
    "shortcomings": "NONE",
}
GOOD_YEAR = {"level": "GOOD", "text": "Đã hoàn thành các nhiệm vụ được giao trong năm."}
MEETING = {"document": PAPER, "summoned": 10, "attended": 9, "passed": True}
COMMENT = {"document": {**PAPER, "number": "07-NX/ĐU"}}
PROPOSAL = {"level": "GOOD", "reason": "Tổng hợp điểm và ý kiến nhận xét."}

LEAVE_OF_MOTHER = {
    "kind": "MATERNITY",
    "begins": LEAVE,
    "ends": date(2026, 4, 1),
    "document": {"number": "07/QĐ-UBND", "day": LEAVE},
}
YEAR_RESULT = """query($person: ID!) { resultsOfPerson(person: $person, first: 20) { nodes {
    id span total level rated provisional stale edition
    months { period standing missing { because headName } absent { kind } }
} } }"""


def organisation_marks(total: int) -> list[dict[str, Any]]:
    """Marks of the scheme that sum to `total`."""
    left, given = Decimal(total), []
    for _, code, most in CRITERIA:
        points = min(most, left)
        left -= points
        given.append({"criterion": code, "points": points, "reason": "Có minh chứng."})
    return given


async def recognised(story: Story, unit: str, total: int, head: str, above: str) -> None:
    """A unit assesses itself and is marked by the authority above."""
    told = {"marks": organisation_marks(total), "statement": STATEMENT}
    level = {"level": "EXCELLENT" if total >= 90 else "GOOD"}
    await story.done(head, "assessOrganisation", **await story.review(unit), **told, **level)
    await story.done(above, "markOrganisation", **await story.review(unit), **told)


async def decided_organisations(story: Story, unit: str, head: str, publisher: str) -> None:
    """The head of a unit recognises what stands beneath it, and it is published."""
    paper = {"number": "19/QĐ-UBND", "day": DAY}
    told = {"decision": paper, "reason": "Không còn chỉ tiêu xuất sắc."}
    await story.done(head, "decideRecognition", **await story.recognition(unit), **told)
    await story.done(publisher, "publishRecognition", **await story.recognition(unit))


async def replaced_organisation(story: Story, unit: str, total: int, head: str) -> None:
    """The head who recognised a unit replaces its result, which was published."""
    why = {"reason": "Báo cáo thiếu trung thực.", "decision": {"number": "99/QĐ-UBND", "day": DAY}}
    told = {"marks": organisation_marks(total), "statement": STATEMENT}
    await story.done(head, "replaceRecognition", **await story.review(unit), **told, **why)


async def minutes(story: Story, by: str, *people: str) -> None:
    """The minutes of one meeting about some people."""
    cases = [(await story.case(who))["case"] for who in people]
    await story.done(by, "recordMinutes", "cases { id }", cases=cases, **MEETING)


async def settled(story: Story, unit: str, head: str, **choices: Any) -> None:
    """A closed set is decided, told and published by its head."""
    told = {"decision": DECISION, "choices": [], **choices}
    await story.done(head, "decideClassification", **await story.set_of(unit), **told)
    await story.done(head, "notifyClassification", **await story.set_of(unit))
    await story.done(head, "publishClassification", **await story.set_of(unit))


async def january(story: Story, day: date) -> None:
    """The heads begin the new year: each opens his month and assigns work, but one."""
    story.served.day.today = day
    ids = story.served.ids
    for unit, head, people in (
        ("office", "head", ("staff", "personnel", "inspector", "tl011", "tl012")),
        ("economy", "neighbour", ()),
        ("commune", "chair", ("head", "neighbour", "vice")),
        ("province", "province", ("chair",)),
    ):
        month = {"unit": ids.units[unit], "period": day.replace(day=1)}
        await story.done(head, "openMonth", **month)
        for key in people:
            await story.done(
                head,
                "assignWork",
                posting=ids.postings[key],
                product=ids.products["CH.01"],
                quantity="2",
                dueOn=date(2027, 1, 20),
            )


async def swept(story: Story) -> Swept:
    """What the clock finds on the story's day, as the job that looks every ten minutes does."""
    served = story.served
    now = served.day()
    async with served.database.reading() as tx:
        reach = await reach_of_operator(tx, now.date())
    async with served.database.writing(reach) as tx:
        return await sweep_duties(tx, Request(reach, now, now.date(), channel="worker"))


async def result_of_year(story: Story, who: str, reader: str = "personnel") -> Any:
    """Somebody's result of the year, as a reader gets it."""
    found = await story.sign(reader).ask(YEAR_RESULT, person=story.served.ids.people[who])
    (year,) = (each for each in found["resultsOfPerson"]["nodes"] if each["span"] == "YEAR")
    return year
