"""The commune's year from the prepared set to the published class."""

from tests.resolvers.classification.year import COMMUNE, Year


async def test_a_set_goes_from_its_forms_to_the_published_class(year: Year) -> None:
    await year.decided({"clerk": "95.50", "typist": "49.99", "vice": "65.00"})
    levels = await year.levels()
    assert set(levels) == set(COMMUNE)
    assert levels["clerk"] == "EXCELLENT"
