"""Sentence 31 in the middle of a month: two divisions become one, some sheets signed, some open."""

from datetime import date, timedelta

from tests.journeys.client import Answer
from tests.journeys.documents import Word
from tests.journeys.merging import (
    OLD,
    in_bulk,
    merge,
    new_unit,
    refused,
    scored_in,
    signed_and_closed,
    uphold,
)
from tests.journeys.people import PEOPLE, SHEETS, STRANGER, of_unit
from tests.journeys.scoring import CHOSEN, LED, MARKS, score, version_of
from tests.journeys.served import Served
from tests.journeys.world import PERIOD, TODAY

pytest_plugins = ("tests.journeys.fixtures",)

ONE = "query($id: ID!) { sheet(id: $id) { state total allowedActions } }"
JULY = date(2026, 7, 1)
OF_A_UNIT = " ".join(
    f"{name}: worklist(unit: ${name}, period: $period, first: 100) {{ id state total level }}"
    f" {name}Work: workOfUnit(unit: ${name}, period: $period, first: 100)"
    " { totalCount nodes { id } }"
    f" {name}Months: unitMonths(unit: ${name}, first: 5) {{ nodes {{ id period state }} }}"
    f" {name}Month: monthOfUnit(unit: ${name}, period: $period) {{ id state }}"
    for name in OLD
)
PAST = (
    "query($agency: ID!, $economy: ID!, $society: ID!, $period: Date!) {"
    " sheetsOfAgency(agency: $agency, period: $period, first: 100)"
    " { totalCount nodes { id total level unit { id } scoringUnit { id } } }"
    " mySheets(first: 10) { totalCount nodes { id state total period unit { id name } } }"
    f" {OF_A_UNIT} }}"
)
MINE = "{ mySheets(first: 10) { nodes { state } } }"
NEW_SHEETS = (
    "query($unit: ID!, $period: Date!)"
    " { worklist(unit: $unit, period: $period, first: 100) { id state person { id } } }"
)
GONE, GAINS = ("away", "acting"), "neighbour"
"""Whose office ended with the old unit and is not listed; whose is."""


def mine_only(sheets: set[str], commune: Served, who: str) -> set[str]:
    own = {str(commune.ids.sheets[key]) for key, paper in SHEETS.items() if paper.person == who}
    return sheets & own


async def past(commune: Served, who: str) -> Answer:
    """What somebody is told of the old units' June, and of his own sheets."""
    units = {name: commune.ids.units[name] for name in OLD}
    agency = commune.ids.agencies["commune"]
    return await commune.sign(who).ask(PAST, agency=agency, period=PERIOD, **units)


async def all_told(commune: Served) -> dict[str, Answer]:
    """What everybody is told."""
    return {who: await past(commune, who) for who in (*PEOPLE, STRANGER)}


def seen(answer: Answer) -> set[str]:
    return {node["id"] for node in answer["sheetsOfAgency"]["nodes"]}


def nobody_gains_or_loses_but_as_listed(
    commune: Served, before: dict[str, Answer], after: dict[str, Answer]
) -> None:
    """One heads both divisions now, and the other office ended with its unit."""
    for who, was in before.items():
        now = after[who]
        assert now["mySheets"] == was["mySheets"], who
        if who == GAINS:
            assert seen(now) == seen(was) | scored_in(commune, "society")
        elif who in GONE:
            assert seen(now) == mine_only(seen(was), commune, who) != set()
        else:
            assert now == was, who
    for part in ("economy", "society", "economyMonth", "societyMonth"):
        assert after[GAINS][part] == before["chair"][part], part


async def test_two_divisions_become_one_in_the_middle_of_a_month(commune: Served) -> None:
    units = commune.ids.units
    old = sorted(str(units[name]) for name in OLD)
    trace = await commune.trace()
    for dry_run in (True, False):
        found = refused(await merge(commune, TODAY, dryRun=dry_run))
        assert found == [(unit, "MONTHS_IN_THE_WAY") for unit in old]
    assert await commune.trace() == trace

    await signed_and_closed(commune, "economy", "neighbour")
    await signed_and_closed(commune, "society", "away")
    before = await all_told(commune)
    for name in OLD:
        totals = [each["total"] for each in before["personnel"][name]]
        assert len(totals) == len(scored_in(commune, name))
        assert None not in totals

    done = await merge(commune, TODAY)
    assert done["accepted"], done["verdicts"]
    after = await all_told(commune)
    nobody_gains_or_loses_but_as_listed(commune, before, after)
    await what_is_open_goes_on(commune)
    for who in ("inspector", "chair", GAINS):
        now = await past(commune, who)
        for part in ("economy", "society", "economyMonth", "societyMonth"):
            assert now[part] == after[who][part], (who, part)
    await a_petition_finds_its_authority(commune)
    await whoever_heads_the_new_unit_is_judged_above(commune)


async def what_is_open_goes_on(commune: Served) -> None:
    """The old heads' own sheets are scored where they lie; the rest of June has sheets anew."""
    head, unit = commune.sign("neighbour"), await new_unit(commune)
    for who in ("neighbour", "away"):
        await score(commune, "chair", who)
        sheet = {"sheet": commune.ids.sheets[who], "version": await version_of(commune, who)}
        await commune.sign("chair").done("signSheet", **sheet)
    await head.done("openMonth", unit=unit, period=PERIOD)
    made = (await head.ask(NEW_SHEETS, unit=unit, period=PERIOD))["worklist"]
    both = {SHEETS[key].person for name in OLD for key in of_unit(name)} | {
        *GONE,
        "economy_deputy",
    }
    assert {each["person"]["id"] for each in made} == {str(commune.ids.people[who]) for who in both}
    staff = await commune.sign("teacher").ask(MINE)
    assert [each["state"] for each in staff["mySheets"]["nodes"]] == ["OPEN", "CLOSED"]
    post = await commune.owner.fetchval(
        "select id from congtam.posting where person_id = $1 and lower(during) = $2",
        commune.ids.people["neighbour"],
        TODAY,
    )
    await commune.sign("chair").done("openSheet", posting=post, period=PERIOD)


async def a_petition_finds_its_authority(commune: Served) -> None:
    """Against a score of the division that is no more: the head of the one that keeps its records
    answers for it, and nobody else does."""
    sheet = {"sheet": commune.ids.sheets["teacher"]}
    filed = await commune.sign("teacher").done(
        "petitionScore", "id version decidingUnit { id }", **sheet, text="Chưa tính việc gấp."
    )
    assert filed["decidingUnit"]["id"] == str(commune.ids.units["commune"])
    petition = {"petition": filed["id"]}
    await commune.sign("chair").done("askPetitionStatement", **petition, version=1)
    said = {**petition, "version": 2, "text": "Chấm theo sổ theo dõi."}
    for who in ("away", "acting", "vice"):
        assert (await commune.sign(who).refused("givePetitionStatement", **said))["code"] in (
            "NOT_FOUND",
            "NOT_RESPONSIBLE_HEAD",
        )
    await commune.sign("neighbour").done("givePetitionStatement", **said)
    told = {**petition, "text": "Có cơ sở."}
    await commune.sign("personnel").done("givePetitionOpinion", **told, version=3)
    await uphold(commune, filed["id"], 4)
    for who in ("neighbour", "away", "chair", "acting"):
        found = await commune.sign(who).ask(ONE, id=sheet["sheet"])
        may = who == "neighbour"
        assert ("ScoreSheet" in (found["sheet"] or {"allowedActions": []})["allowedActions"]) == may
        if not may:
            told = {**sheet, "version": await version_of(commune, "teacher"), "marks": MARKS}
            trace = await commune.trace()
            refused = await commune.sign(who).refused("scoreSheet", **told)
            assert refused["code"] == "NOT_RESPONSIBLE_HEAD", who
            assert await commune.trace() == trace
    draft = await score(commune, "neighbour", "teacher")
    assert draft["total"] is not None
    await commune.sign("neighbour").done("signSheet", **sheet, version=draft["version"])
    found = await commune.sign("teacher").ask(ONE, id=sheet["sheet"])
    assert (found["sheet"]["state"], found["sheet"]["total"]) == ("CLOSED", draft["total"])


async def whoever_heads_the_new_unit_is_judged_above(commune: Served) -> None:
    """A member of the old division heads the one that answers for it, but not on himself."""
    day, unit = TODAY + timedelta(days=1), await new_unit(commune)
    commune.day.today = day
    for who, office in (("neighbour", None), ("economist", "HEAD")):
        post = await commune.owner.fetchrow(
            "select id, version from congtam.posting where person_id = $1 and during @> $2::date",
            commune.ids.people[who],
            day,
        )
        told = {"postingId": post["id"], "version": post["version"]}
        if office is None:
            await commune.sign("personnel").done("endPosting", **told, ends=day)
        else:
            more = {"unit": unit, "begins": day, "office": Word(office)}
            await commune.sign("personnel").done("movePosting", **told, **more)
    sheet = {"sheet": commune.ids.sheets["economist"]}
    filed = await commune.sign("economist").done("petitionScore", **sheet, text="Thiếu một việc.")
    opinion = {"petition": filed["id"], "text": "Có cơ sở.", "version": 1}
    await commune.sign("personnel").done("givePetitionOpinion", **opinion)
    await uphold(commune, filed["id"], 2)
    told = {**sheet, "version": await version_of(commune, "economist"), "marks": MARKS}
    trace = await commune.trace()
    refusal = await commune.sign("economist").refused("scoreSheet", **told)
    assert refusal["code"] == "NO_SELF_SCORING"
    assert await commune.trace() == trace
    draft = await score(commune, "chair", "economist")
    await commune.sign("chair").done("signSheet", **sheet, version=draft["version"])


async def test_a_month_that_was_never_opened_is_asked_for_by_name(commune: Served) -> None:
    """In July nobody has opened anything when the divisions are to end on the tenth."""
    await signed_and_closed(commune, "economy", "neighbour")
    await signed_and_closed(commune, "society", "away")
    commune.day.today = JULY + timedelta(days=9)
    trace = await commune.trace()
    answers = {
        language: await merge(commune, commune.day.today, language) for language in ("vi", "en")
    }
    assert await commune.trace() == trace
    for answer in answers.values():
        found = refused(answer)
        assert found == [(str(commune.ids.units[name]), "MONTHS_NOT_OPENED") for name in OLD]
    words = {
        language: [each["message"] for each in answer["verdicts"] if each["code"]]
        for language, answer in answers.items()
    }
    for name in ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội"):
        assert any(
            name in each and "mở, chấm và khóa kỳ đánh giá 07/2026" in each for each in words["vi"]
        )
        assert any(name in each and "opens and closes 2026-07" in each for each in words["en"])
    # Said and done: whoever heads it may do just that, and then the decision is carried out.
    for unit, head in (("economy", "neighbour"), ("society", "away")):
        told = {"unit": commune.ids.units[unit], "period": JULY}
        await commune.sign(head).done("openMonth", **told)
        found = (await commune.sign(head).ask(NEW_SHEETS, **told))["worklist"]
        rows = [
            {"sheet": each["id"], "version": 1, "marks": MARKS, "absence": "Chưa giao việc"}
            for each in found
        ]
        leaders = {str(commune.ids.people[who]) for who in ("economy_deputy", "acting")}
        for row, each in zip(rows, found, strict=True):
            if each["person"]["id"] in leaders:
                row["leadership"] = {**LED, **CHOSEN}
        await in_bulk(commune, unit, head, JULY, rows)
    assert (await merge(commune, commune.day.today))["accepted"]
