"""What a story of the Party's portal stands on; a module that needs it names this one."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.journeys.party_house import DAY, YEAR, House
from tests.journeys.served import Served
from tests.journeys.test_personnel import classed
from tests.portals.party_world import installed, peopled


@pytest_asyncio.fixture
async def house(
    office: Served, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> AsyncIterator[House]:
    """The tree, its members and offices, and the commune's reviews of the year, just opened."""
    office.day.today = DAY
    await classed(office, "staff", "GOOD", YEAR)
    found = House(office)
    await installed(found, monkeypatch, tmp_path)
    await peopled(found)
    await found.done("chair", "openPartyCampaign", body=found.bodies["commune"], year=YEAR)
    yield found
