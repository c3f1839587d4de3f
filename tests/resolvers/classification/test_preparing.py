"""A case for everybody, in the set of the head who classifies him; doing it again adds nothing."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from resolvers import classification as deeds
from resolvers.classification import Prepared
from resolvers.core.database import Transaction
from resolvers.core.request import Request
from tests.resolvers.classification.year import COMMUNE, DAY, YEAR, Year
from tests.resolvers.town import posting


async def prepare(tx: Transaction, request: Request, *, agency: UUID) -> Prepared:
    return await deeds.prepare_cases(tx, request, agency, YEAR)


async def _prepared(year: Year, name: str, agency: str) -> Any:
    return await year.do(name, prepare, agency=year.cast.town.agencies[agency])


async def _sets(year: Year) -> dict[str, set[str]]:
    """The names in each set, by the unit that classifies and whose quota counts."""
    town = year.cast.town
    units = {id: name for name, id in town.units.items()}
    people = {id: name for name, id in town.people.items()}
    found: dict[str, set[str]] = {}
    for row in await year.cast.rows("classification", "replaced_at is null"):
        key = f"{units[row['classifying_unit_id']]}/{row['quota_set']}"
        found.setdefault(key, set()).add(people[row["person_id"]])
    return found


async def _move(year: Year, name: str, unit: str, begins: date) -> None:
    """End a person's post, and give him one in another unit."""
    town = year.cast.town
    await town.owner.execute(
        "update congtam.posting set during = daterange(lower(during), $2) where id = $1",
        town.postings[name],
        begins,
    )
    town.postings[name] = await posting(town, name, unit, "member", begins=begins)


async def test_everybody_is_in_the_set_of_the_head_who_classifies_him(year: Year) -> None:
    await _prepared(year, "officer", "commune")
    await _prepared(year, "registrar", "province")
    assert await _sets(year) == {
        "commune/staff": set(COMMUNE),
        "province/heads": {"chair", "stranger"},
        "province/staff": {"registrar", "inspector"},
    }


async def test_a_case_says_who_replaces_and_in_which_group_it_is(year: Year) -> None:
    await year.open()
    await _prepared(year, "registrar", "province")
    town = year.cast.town
    clerk, chair = await year.case("clerk"), await year.case("chair")
    assert clerk["managing_unit_id"] == chair["managing_unit_id"] == town.units["province"]
    assert clerk["scoring_unit_id"] == town.units["office"]
    assert chair["agency_id"] == town.agencies["commune"]
    assert (clerk["duty_group"], chair["duty_group"]) == ("office:member", "heads:commune")
    assert clerk["result_id"] is None


async def test_an_approved_group_is_frozen_into_the_case(year: Year) -> None:
    await year.one_group()
    await year.open()
    case = await year.case("clerk")
    assert (case["duty_group"], case["duty_group_name"]) == ("group:TH", "Tham mưu tổng hợp")
    told = {"code": "TH", "name": "Tên khác", "positions": [], "begins": DAY}
    await year.do(
        "chair", deeds.define_duty_group, agency=year.cast.town.agencies["commune"], **told
    )
    assert (await year.case("clerk"))["duty_group_name"] == "Tham mưu tổng hợp"


async def test_a_position_without_a_group_is_one(year: Year) -> None:
    await year.one_group()
    town = year.cast.town
    await town.owner.execute("delete from congtam.duty_group_position")
    await year.open()
    assert (await year.case("clerk"))["duty_group"] == "position:CV"


async def test_doing_it_again_changes_nothing_at_all(year: Year) -> None:
    await year.results({})
    first = await _prepared(year, "officer", "commune")
    before = await year.cast.town.everything()
    again = await _prepared(year, "officer", "commune")
    assert (first.added, again.added, again.moved, again.withdrawn) == (9, 0, 0, 0)
    assert await year.cast.town.everything() == before


async def test_the_operator_prepares_what_he_may_not_decide(year: Year) -> None:
    town = year.cast.town
    async with town.deed(town.operator()) as tx:
        request = Request(town.operator(), (await year.cast.request("chair", DAY)).now, DAY)
        done = await deeds.prepare_cases(tx, request, town.agencies["commune"], YEAR)
    assert done.added == len(COMMUNE)
    (leaf,) = await year.cast.leaves("prepare_cases")
    assert (leaf["actor_id"], leaf["rule"]) == (None, "operator-prepares-sets")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("clerk", "NOT_CLASSIFYING_HEAD"),
        ("chief", "NOT_CLASSIFYING_HEAD"),
        ("governor", "NOT_CLASSIFYING_HEAD"),
        ("stranger", "NOT_CLASSIFYING_HEAD"),
        ("inspector", "NOT_CLASSIFYING_HEAD"),
    ],
)
async def test_nobody_else_prepares_it(year: Year, name: str, code: str) -> None:
    told = {"unit": year.cast.town.units["commune"], "year": YEAR}
    refusal = await year.refused(name, deeds.open_classification, **told)
    assert refusal.code == code


@pytest.mark.parametrize("asked", [2025, 2027])
async def test_a_year_that_the_decree_does_not_govern_is_refused(year: Year, asked: int) -> None:
    told = {"unit": year.cast.town.units["commune"], "year": asked}
    refusal = await year.refused("chair", deeds.open_classification, **told)
    assert (refusal.code, refusal.field) == ("INVALID_INPUT", "year")


async def test_a_new_result_is_taken_over_and_too_few_months_are_not_rated(year: Year) -> None:
    await year.open()
    ids = [await year.result("clerk", "80.00"), await year.result("typist", None, rated=False)]
    await year.open()
    clerk, typist = await year.case("clerk"), await year.case("typist")
    assert [clerk["result_id"], typist["result_id"]] == ids
    assert (clerk["state"], typist["state"]) == ("open", "not_rated")


async def test_a_case_follows_its_person_within_the_agency(year: Year) -> None:
    await year.results({})
    await year.open()
    await year.submit("clerk")
    await _move(year, "clerk", "culture", date(2026, 12, 1))
    await year.open()
    case = await year.case("clerk")
    assert case["unit_id"] == year.cast.town.units["culture"]
    assert (case["state"], case["self_level"]) == ("self_reviewed", "GOOD")


async def test_the_year_is_classified_once_where_the_person_works_now(year: Year) -> None:
    """Acceptance 30: the old agency's case ends, and the new agency has the only one."""
    await year.open()
    await _move(year, "clerk", "neighbour", date(2026, 12, 1))
    town = year.cast.town
    async with town.deed(town.operator()) as tx:
        request = Request(town.operator(), (await year.cast.request("chair", DAY)).now, DAY)
        await deeds.prepare_cases(tx, request, town.agencies["neighbour"], YEAR)
    rows = await year.cast.rows("classification", "person_id = $1", town.people["clerk"])
    assert sorted((row["state"], row["replaced_at"] is None) for row in rows) == [
        ("open", True),
        ("withdrawn", False),
    ]
    assert (await year.case("clerk"))["agency_id"] == town.agencies["neighbour"]


JANUARY = date(2027, 1, 5)
AFTER = date(2027, 1, 12)


async def _succeeds(year: Year, begins: date, *, main: bool = True) -> None:
    """The deputy comes to head the commune, instead of his own post or beside it."""
    town = year.cast.town
    end = "update congtam.posting set during = daterange(lower(during), $2) where id = $1"
    for name in ("chair", "vice") if main else ("chair",):
        await town.owner.execute(end, town.postings[name], begins)
    await posting(town, "vice", "commune", "head", begins=begins, main=main)


async def test_whoever_becomes_the_head_after_the_year_goes_to_the_next_head_up(
    year: Year,
) -> None:
    """Else his own case would keep the whole set from ever being decided."""
    await year.open()
    await _succeeds(year, JANUARY)
    town = year.cast.town
    told = {"unit": town.units["commune"], "year": YEAR}
    await year.do("vice", deeds.open_classification, today=AFTER, **told)
    assert (await _sets(year))["commune/staff"] == set(COMMUNE) - {"vice"}
    agency = town.agencies["province"]
    await year.do("registrar", prepare, today=AFTER, agency=agency)
    assert (await _sets(year))["province/heads"] == {"chair", "vice", "stranger"}
    case = await year.case("vice")
    assert (case["office"], case["unit_id"]) == ("deputy", town.units["commune"])
    assert case["scoring_unit_id"] == case["classifying_unit_id"] == town.units["province"]


async def test_whoever_heads_the_unit_beside_his_own_post_goes_to_the_next_head_up(
    year: Year,
) -> None:
    await _succeeds(year, date(2026, 12, 1), main=False)
    await _prepared(year, "officer", "commune")
    await _prepared(year, "registrar", "province")
    assert await _sets(year) == {
        "commune/staff": set(COMMUNE) - {"vice"},
        "province/heads": {"vice", "stranger"},
        "province/staff": {"registrar", "inspector"},
    }


async def test_a_case_that_another_agency_decided_is_not_made_twice(year: Year) -> None:
    await year.decided()
    await _move(year, "clerk", "neighbour", DAY)
    town = year.cast.town
    async with town.deed(town.operator()) as tx:
        request = Request(town.operator(), (await year.cast.request("chair", DAY)).now, DAY)
        told = await deeds.prepare_cases(tx, request, town.agencies["neighbour"], YEAR)
    assert (told.added, told.elsewhere) == (0, 1)


async def test_a_secondee_is_classified_where_he_serves(year: Year) -> None:
    town = year.cast.town
    await town.owner.execute(
        "update congtam.posting set main = false where id = $1", town.postings["clerk"]
    )
    await posting(town, "clerk", "neighbour", "member", begins=date(2026, 3, 1))
    await year.open("stranger", "neighbour")
    assert (await year.case("clerk"))["agency_id"] == town.agencies["neighbour"]


async def test_a_closed_set_is_not_prepared_again(year: Year) -> None:
    await year.results({})
    id = await year.open()
    await year.ready(*COMMUNE)
    await year.close(id)
    told = {"unit": year.cast.town.units["commune"], "year": YEAR}
    refusal = await year.refused("chair", deeds.open_classification, **told)
    assert refusal.code == "CLASSIFICATION_NOT_OPEN"
    done = await _prepared(year, "officer", "commune")
    assert (done.settled, done.added) == (len(COMMUNE), 0)
