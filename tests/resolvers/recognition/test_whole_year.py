"""From the scheme to the published level, and to a replaced one: every step by its own person."""

from decimal import Decimal

from resolvers.recognition import recognised_level
from tests.resolvers.recognition.year import YEAR, Year


async def test_a_year_goes_from_lower_to_higher(year: Year) -> None:
    await year.open("commune", "clerk_of_staff")
    await year.open("province", "officer")
    office, culture = await year.finish("office"), await year.finish("culture", 80)
    assert (office["state"], office["total"]) == ("marked", Decimal("92.00"))
    assert (office["computed_level"], culture["computed_level"]) == ("EXCELLENT", "GOOD")
    # One candidate and one good: the strict share gives no place.
    round = await year.decide("commune", "chair", reason="Không có chỉ tiêu xuất sắc")
    assert (round["state"], round["candidates"], round["good"], round["places"]) == (
        ("decided", 1, 1, 0)
    )
    office = await year.review("office")
    assert (office["state"], office["applied_level"], office["without_place"]) == (
        ("recognised", "GOOD", True)
    )
    await year.publish("commune", "clerk_of_staff")
    assert (await year.review("office"))["published_at"] is not None
    await year.finish("commune", 91)
    await year.finish("neighbour", 60)
    await year.decide("province", "governor", reason="Không có chỉ tiêu xuất sắc")
    assert (await year.review("commune"))["applied_level"] == "GOOD"
    assert (await year.review("commune"))["recognised_by"] == year.town.people["governor"]


async def test_the_recognised_level_stands_at_the_front_door(year: Year) -> None:
    await year.open("commune", "chair")
    await year.finish("office", 80)
    async with year.town.database.writing() as tx:
        nothing = await recognised_level(tx, year.town.units["office"], YEAR)
    await year.finish("culture", 60)
    await year.decide("commune", "chair")
    request = await year.request("chair")
    async with year.town.deed(request.reach) as tx:
        found = await recognised_level(tx, year.town.units["office"], YEAR)
    assert (nothing, found) == (None, "GOOD")


async def test_every_step_leaves_its_audit_leaf(year: Year) -> None:
    await year.commune_decided(80, 80)
    await year.publish("commune", "chair")
    told = await year.rows("select deed, agency_id, actor_id from congtam.audit_leaf order by seq")
    deeds = [row["deed"] for row in told]
    assert deeds == [
        "propose_organisation_scheme",
        "approve_organisation_scheme",
        "open_recognition",
        "assess_organisation",
        "mark_organisation",
        "assess_organisation",
        "mark_organisation",
        "decide_recognition",
        "publish_recognition",
    ]
    assert all(row["actor_id"] for row in told)
