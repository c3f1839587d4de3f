"""The town at work, under the clock."""

import pytest_asyncio

from tests.resolvers.cast import build
from tests.resolvers.duties.watch import Watch
from tests.resolvers.town import Town


@pytest_asyncio.fixture
async def watch(town: Town) -> Watch:
    return Watch(await build(town))
