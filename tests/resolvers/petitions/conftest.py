"""The town at work, with its personnel officers, an inspector, and a signed month."""

import pytest_asyncio

from tests.resolvers.cast import Cast, build
from tests.resolvers.town import Town, mandate, person

OFFICES = {
    "officer": ("Cao Thị Sắc", "personnel_officer", "commune"),
    "inspector": ("Tạ Quang Minh", "inspector", "commune"),
    "provincial": ("Chu Văn Lương", "personnel_officer", "province"),
    "neighbouring": ("Kiều Thị Yên", "personnel_officer", "neighbour"),
    "administrator": ("Phan Đình Kỳ", "administrator", "commune"),
}


@pytest_asyncio.fixture
async def cast(town: Town) -> Cast:
    cast = await build(town)
    for name, (full, kind, unit) in OFFICES.items():
        town.people[name] = await person(town, full, town.agency_of(unit))
        await mandate(town, name, kind, unit)
    return cast


@pytest_asyncio.fixture
async def signed(cast: Cast) -> Cast:
    """The clerk's June is signed by the chief."""
    await cast.open("office")
    await cast.worked("clerk")
    await cast.finish("clerk")
    return cast
