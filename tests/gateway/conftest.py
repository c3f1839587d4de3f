"""One agency in the database, for the driver's tests."""

import pytest

from gateway.database import PgDatabase
from tests.gateway.agencies import ADD_AGENCY, HERE, commune, reaching


@pytest.fixture
async def here(database: PgDatabase) -> PgDatabase:
    """A database with one agency, HERE."""
    async with database.writing(reaching(HERE)) as tx:
        await tx.run(ADD_AGENCY, **commune(HERE, "Nghĩa Lâm"))
    return database
