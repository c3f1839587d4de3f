"""The town at the time of its year's classification."""

import pytest_asyncio

from tests.resolvers.cast import build
from tests.resolvers.classification.year import Year
from tests.resolvers.classification.year import build as build_year
from tests.resolvers.town import Town


@pytest_asyncio.fixture
async def year(town: Town) -> Year:
    return await build_year(await build(town))
