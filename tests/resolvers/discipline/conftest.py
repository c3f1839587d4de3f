"""The town at the time of its year's classification, with its register of discipline."""

import pytest_asyncio

from tests.resolvers.cast import build
from tests.resolvers.classification.year import build as build_year
from tests.resolvers.discipline.register import Register
from tests.resolvers.town import Town, mandate


@pytest_asyncio.fixture
async def register(town: Town) -> Register:
    """The registrar keeps the neighbour's register too, the officer the commune's."""
    year = await build_year(await build(town))
    await mandate(town, "registrar", "personnel_officer", "neighbour")
    return Register(year)
