"""The town with its personnel bodies, an inspector, and the classes that actions rest on."""

import pytest_asyncio

from tests.resolvers.cast import build
from tests.resolvers.personnel.story import OFFICES, Personnel
from tests.resolvers.town import Town, mandate, person


@pytest_asyncio.fixture
async def personnel(town: Town) -> Personnel:
    cast = await build(town)
    for name, (full, kind, unit) in OFFICES.items():
        town.people[name] = await person(town, full, town.agency_of(unit))
        await mandate(town, name, kind, unit)
    return Personnel(cast)
