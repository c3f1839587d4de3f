"""A commune goes up in its neighbour in the middle of a month (sentence 31), with a head each.

Who scores whom for which days, who closes what, who classifies, who answers for the time before.
"""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest_asyncio

from gateway.demo.stage import Stage
from resolvers.people import grant_mandate
from tests.journeys.merging import in_bulk, refused, uphold
from tests.journeys.scoring import LED, MARKS, score, version_of
from tests.journeys.served import Served
from tests.journeys.test_reorganisation import merge
from tests.journeys.world import FOUNDED, PERIOD, TODAY

pytest_plugins = ("tests.journeys.fixtures",)

CLOSED = ("far", "far_office")
KEPT = {"far": "commune", "far_office": "office"}
MOVES = {"far_chair": ("commune", "DEPUTY"), "promoted": ("office", "DEPUTY")}
MEMBERS = ("standin", "far_staff")
SHEETS = """select s.scoring_unit_id, s.state
from congtam.sheet s join congtam.posting p on p.id = s.posting_id
where s.person_id = $1 and s.period = $2 order by lower(p.during)"""
CASES = """select classifying_unit_id, agency_id, quota_set from congtam.classification
where person_id = any($1) and replaced_at is null"""


@pytest_asyncio.fixture
async def both(commune: Served) -> Served:
    """The province has a personnel officer, who decides on communes."""
    stage = Stage(commune.database)
    async with stage.acting(None, FOUNDED) as (tx, request):
        await grant_mandate(
            tx,
            request,
            person=commune.ids.people["province"],
            unit=commune.ids.units["province"],
            kind="personnel_officer",
            begins=FOUNDED,
        )
    return commune


async def plan(both: Served) -> dict[str, Any]:
    ids, units = both.ids, both.ids.units
    rows = await both.owner.fetch(
        "select id, person_id from congtam.posting where agency_id = $1 and during @> $2::date"
        " order by id",
        ids.agencies["far"],
        TODAY,
    )
    places = {ids.people[who]: place for who, place in MOVES.items()}
    postings = []
    for row in rows:
        unit, office = places.get(row["person_id"], ("office", "MEMBER"))
        postings.append({"posting": row["id"], "unit": units[unit], "office": office})
    return {
        "kind": "MERGE",
        "day": TODAY,
        "decisionNo": "1685/NQ-UBTVQH15",
        "into": [units["commune"], units["office"]],
        "closes": [{"unit": units[unit], "keptBy": units[by]} for unit, by in KEPT.items()],
        "opens": [],
        "postings": postings,
        "mandates": [],
        "agencies": [{"agency": ids.agencies["far"], "succeededBy": ids.agencies["commune"]}],
    }


async def scored_and_closed(both: Served) -> None:
    """The far commune's heads judge the days that they led."""
    sheets = both.ids.sheets
    rows = [{"sheet": sheets[who], "version": 2, "marks": MARKS} for who in MEMBERS]
    await in_bulk(both, "far_office", "promoted", PERIOD, rows)
    rows = [
        {"sheet": sheets["promoted_before"], "version": 2, "marks": MARKS},
        {"sheet": sheets["promoted"], "version": 2, "marks": MARKS, "leadership": LED},
    ]
    await in_bulk(both, "far", "far_chair", PERIOD, rows)


async def sheets_of(both: Served, who: str) -> list[tuple[Any, ...]]:
    rows = await both.owner.fetch(SHEETS, both.ids.people[who], PERIOD)
    return [(row["scoring_unit_id"], row["state"]) for row in rows]


async def post_of(both: Served, who: str) -> UUID:
    found = await both.owner.fetchval(
        "select id from congtam.posting where person_id = $1 and lower(during) = $2",
        both.ids.people[who],
        TODAY,
    )
    assert isinstance(found, UUID)
    return found


async def test_a_commune_goes_up_in_its_neighbour_in_mid_month(both: Served) -> None:
    units, told = both.ids.units, await plan(both)
    trace = await both.trace()
    assert [code for _, code in refused(await merge(both, told))] == [
        "AGENCY_STILL_STANDS",
        "MONTHS_IN_THE_WAY",
        "MONTHS_IN_THE_WAY",
    ]
    assert await both.trace() == trace
    await scored_and_closed(both)
    done = await merge(both, told)
    assert done["accepted"], done["verdicts"]
    for who in MEMBERS:
        assert await sheets_of(both, who) == [(units["far_office"], "closed")]
    closing = {"unit": units["far"], "period": PERIOD}
    trace = await both.trace()
    for who in ("far_chair", "promoted", "standin"):
        code = (await both.sign(who).refused("reopenMonth", **closing, reason="Xem lại."))["code"]
        assert code == "NOT_NEXT_HEAD_UP", who
    assert await both.trace() == trace
    await the_old_head_is_judged_by_what_he_led(both)
    await the_rest_of_the_month_is_the_new_heads(both)
    await a_petition_about_before_is_answered(both)
    await the_year_is_classified_in_the_new_commune(both)


async def the_old_head_is_judged_by_what_he_led(both: Served) -> None:
    """d rests on those whom he led until the merger, though they stand in other units now."""
    scored = await score(both, "province", "far_chair")
    assert scored["total"] is not None
    sheet = {"sheet": both.ids.sheets["far_chair"], "version": scored["version"]}
    assert (await both.sign("far_chair").refused("signSheet", **sheet))["code"] == "NO_SELF_SCORING"
    await both.sign("province").done("signSheet", **sheet)
    d = "select unit_result from congtam.sheet where id = $1"
    # All four were scored below fifty points: their work was never accepted (art. 15.3 a).
    assert await both.owner.fetchval(d, sheet["sheet"]) == Decimal("0.5")


async def the_rest_of_the_month_is_the_new_heads(both: Served) -> None:
    units = both.ids.units
    new = {"far_chair": "commune", "promoted": "office", **dict.fromkeys(MEMBERS, "office")}
    heads = {"commune": "chair", "office": "head"}
    for who, unit in new.items():
        told = {"posting": await post_of(both, who), "period": PERIOD}
        wrong = heads["office" if unit == "commune" else "commune"]
        code = (await both.sign(wrong).refused("openSheet", **told))["code"]
        assert code == "NOT_RESPONSIBLE_HEAD", who
        await both.sign(heads[unit]).done("openSheet", **told)
        assert (await sheets_of(both, who))[-1] == (units[unit], "open")
    closing = {"unit": units["office"], "period": PERIOD}
    code = (await both.sign("head").refused("closeMonth", **closing))["code"]
    assert code == "MONTH_HAS_OPEN_SHEETS"


async def a_petition_about_before_is_answered(both: Served) -> None:
    """The head of the commune that succeeded decides, and the keeper's head scores anew."""
    ids, units = both.ids, both.ids.units
    sheet = {"sheet": ids.sheets["far_staff"]}
    filed = await both.sign("far_staff").done(
        "petitionScore", "id version decidingUnit { id }", **sheet, text="Chưa tính việc gấp."
    )
    assert filed["decidingUnit"]["id"] == str(units["commune"])
    above = await both.sign("promoted").done(
        "petitionScore",
        "decidingUnit { id }",
        sheet=ids.sheets["promoted"],
        text="Chưa tính việc gấp.",
    )
    assert above["decidingUnit"]["id"] == str(units["province"])
    petition = {"petition": filed["id"]}
    await both.sign("chair").done("askPetitionStatement", **petition, version=1)
    said = {**petition, "version": 2, "text": "Chấm theo sổ theo dõi."}
    for who in ("promoted", "far_chair", "standin"):
        code = (await both.sign(who).refused("givePetitionStatement", **said))["code"]
        assert code in ("NOT_FOUND", "NOT_RESPONSIBLE_HEAD"), who
    await both.sign("head").done("givePetitionStatement", **said)
    told = {**petition, "text": "Có cơ sở.", "version": 3}
    await both.sign("personnel").done("givePetitionOpinion", **told)
    await uphold(both, filed["id"], 4)
    anew = {**sheet, "version": await version_of(both, "far_staff"), "marks": MARKS}
    trace = await both.trace()
    for who in ("promoted", "far_chair", "standin", "chair"):
        code = (await both.sign(who).refused("scoreSheet", **anew))["code"]
        assert code == "NOT_RESPONSIBLE_HEAD", who
    assert await both.trace() == trace
    scored = await score(both, "head", "far_staff")
    await both.sign("head").done("signSheet", **sheet, version=scored["version"])
    assert (await sheets_of(both, "far_staff"))[0] == (units["far_office"], "closed")


async def the_year_is_classified_in_the_new_commune(both: Served) -> None:
    """With its own people and in their quota; the scores from before are handed over."""
    ids, units = both.ids, both.ids.units
    opened = {"unit": units["commune"], "year": 2026}
    await both.sign("personnel").done("openClassification", **opened)
    newcomers = [ids.people[who] for who in (*MOVES, *MEMBERS)]
    rows = await both.owner.fetch(CASES, newcomers)
    assert [tuple(row) for row in rows] == [
        (units["commune"], ids.agencies["commune"], "staff")
    ] * len(newcomers)
    handing = {"fromAgency": ids.agencies["far"], "toAgency": ids.agencies["commune"]}
    told = {**handing, "person": ids.people["far_staff"], "year": 2026, "documentNo": "01/BG-UBND"}
    assert (await both.sign("far_chair").refused("handOverScores", **told))["code"] == "NO_MANDATE"
    act = await both.sign("personnel").done(
        "handOverScores", "sheets(first: 20) { period days }", **told
    )
    assert act["sheets"] == [{"period": str(PERIOD), "days": (TODAY - PERIOD).days}]
