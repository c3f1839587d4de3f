"""Sentence 18 of whole agencies: who may merge those beneath one."""

import pytest

from tests.journeys.served import Served
from tests.journeys.test_reorganisation import site as site

pytest_plugins = ("tests.journeys.fixtures",)


@pytest.mark.parametrize(
    ("who", "agency", "may"),
    [
        ("province", "province", True),
        ("province", "commune", False),
        ("personnel", "commune", False),
        ("personnel", "province", False),
        ("chair", "commune", False),
    ],
)
async def test_an_agency_says_whether_those_beneath_it_may_be_merged(
    site: Served, who: str, agency: str, may: bool
) -> None:
    found = await site.sign(who).ask(
        "query($id: ID!) { agency(id: $id) { mayReorganiseBeneath } }",
        id=site.ids.agencies[agency],
    )
    assert found["agency"]["mayReorganiseBeneath"] is may
