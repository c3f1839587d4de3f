"""A commune beneath its province, established by the operator, with the codes that lists use."""

from datetime import date, datetime
from uuid import UUID

import pytest_asyncio

from gateway.clock import VIETNAM
from gateway.database import PgDatabase
from resolvers.core.request import Request
from resolvers.organisation import establish_agency, establish_unit, root_unit
from resolvers.people import reach_of_operator

NOW = datetime(2026, 6, 15, 9, tzinfo=VIETNAM)
FOUNDED = date(2026, 1, 1)
CODE = "H40.91"


@pytest_asyncio.fixture
async def commune(database: PgDatabase) -> UUID:
    """The commune's id; its code is H40.91, and VP that of its office."""
    province = await established(database, "UBND tỉnh Nghệ An", "province", "managing", None)
    commune = await established(database, "UBND xã Nghĩa Lâm", "commune", "using", province)
    async with database.reading() as tx:
        reach = await reach_of_operator(tx, NOW.date())
        root = await root_unit(tx, commune, NOW.date())
    assert root is not None
    async with database.writing(reach) as tx:
        await establish_unit(
            tx,
            Request(reach, NOW, NOW.date(), channel="command"),
            parent=root,
            name="Văn phòng",
            standing="direct_using",
            opened_on=FOUNDED,
            code="VP",
        )
    return commune


async def established(
    database: PgDatabase, name: str, kind: str, standing: str, upper: UUID | None
) -> UUID:
    async with database.reading() as tx:
        reach = await reach_of_operator(tx, NOW.date())
    async with database.writing(reach) as tx:
        return await establish_agency(
            tx,
            Request(reach, NOW, NOW.date(), channel="command"),
            name=name,
            kind=kind,
            root_name=f"Lãnh đạo {name}",
            root_standing=standing,
            opened_on=FOUNDED,
            managing_agency=upper,
            code=CODE if upper is not None else "H40",
        )
