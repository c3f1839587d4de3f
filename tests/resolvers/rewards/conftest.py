"""The commune with its officer and its inspector, and no money yet."""

import pytest_asyncio

from tests.resolvers.cast import build
from tests.resolvers.classification.year import build as build_year
from tests.resolvers.rewards.paying import Paying
from tests.resolvers.town import Town


@pytest_asyncio.fixture
async def paying(town: Town) -> Paying:
    return Paying(await build_year(await build(town)))
