"""The town at work, with an inspector who is nobody's head."""

import pytest_asyncio

from tests.resolvers.cast import Cast, build
from tests.resolvers.town import Town, mandate, person


@pytest_asyncio.fixture
async def cast(town: Town) -> Cast:
    made = await build(town)
    town.people["inspector"] = await person(town, "Tạ Minh Chính", town.agencies["commune"])
    await mandate(town, "inspector", "inspector", "commune")
    return made
