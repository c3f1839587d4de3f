"""Each question in the folder `fixture` gives the answer beside it, at the cost beside it."""

from pathlib import Path

import pytest

from gateway.graph import Graph
from tests.graph.fixture_world import PEOPLE, Counted
from tests.graph.runner import check, questions

FOLDER = Path(__file__).parent / "fixture"


@pytest.mark.parametrize("path", questions(FOLDER), ids=lambda path: path.stem)
async def test_the_answer_is_the_one_beside_the_question(
    path: Path, graph: Graph, world: Counted
) -> None:
    await check(path, graph, world, PEOPLE)
