"""The town at the time of its year's classification, and a file that another agency asks for."""

import pytest_asyncio

from tests.resolvers.cast import build
from tests.resolvers.classification.year import build as build_year
from tests.resolvers.dossier.files import Files
from tests.resolvers.town import Town, mandate


@pytest_asyncio.fixture
async def files(town: Town) -> Files:
    """The neighbour asks for the clerk's file, which the commune keeps under CB-07.

    The registrar keeps the neighbour's personnel register too; the agencies have their codes.
    """
    year = await build_year(await build(town))
    await mandate(town, "registrar", "personnel_officer", "neighbour")
    files = Files(year)
    await files.name_everybody()
    return files
