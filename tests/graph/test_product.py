"""Each question in the folder `product` gives the answer beside it, at the cost beside it."""

from pathlib import Path

import pytest
import pytest_asyncio

from gateway.database import PgDatabase
from gateway.postgres.roles import Connection
from tests.graph.product_world import Played, play
from tests.graph.runner import check, questions
from tests.resolvers.town import build

FOLDER = Path(__file__).parent / "product"


@pytest_asyncio.fixture
async def played(database: PgDatabase, owner: Connection) -> Played:
    return await play(await build(database, owner))


@pytest.mark.slow  # A month is played out anew for each question.
@pytest.mark.parametrize(
    "path", questions(FOLDER), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
async def test_the_answer_is_the_one_beside_the_question(path: Path, played: Played) -> None:
    await check(path, played.graph, played.database, played.people, played.names)
