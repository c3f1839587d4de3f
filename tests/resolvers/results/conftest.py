"""The town with its work, a personnel officer in the commune, and somebody in her office."""

import pytest_asyncio

from tests.resolvers.cast import Cast, build
from tests.resolvers.town import Town, mandate, person, posting


@pytest_asyncio.fixture
async def cast(town: Town) -> Cast:
    made = await build(town)
    for name, full in (("officer", "Phan Thị Hảo"), ("inspector", "Tạ Quang Bửu")):
        town.people[name] = await person(town, full, town.agencies["commune"])
        town.postings[name] = await posting(town, name, "culture", "member")
    await mandate(town, "officer", "personnel_officer", "commune")
    await mandate(town, "inspector", "inspector", "commune")
    return made
