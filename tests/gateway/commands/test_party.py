"""`congtam party` as an operator types it: the first organisation, its first secretary, no more."""

import asyncio
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.commands import main
from gateway.database import PgDatabase
from gateway.postgres.roles import Connection, on_database
from tests.databases import Running
from tests.resolvers.town import Town, build


class Console:
    """A terminal on the server of the town."""

    def __init__(self, town: Town, url: str, folder: Path) -> None:
        self.town = town
        self.environment = {"DATABASE_URL": url, "CONGTAM_DATA": str(folder / "data")}

    async def __call__(self, *told: str, party: str = "true") -> Result:
        env = {**self.environment, "CONGTAM_PARTY_MODULE": party}
        run = partial(CliRunner().invoke, main, ["party", *told], env=env)
        return await asyncio.to_thread(run)


@pytest.fixture
async def console(
    server: Running, database: PgDatabase, owner: Connection, tmp_path: Path
) -> Console:
    town = await build(database, owner)
    name = await owner.fetchval("select current_database()")
    return Console(town, on_database(server.url, name), tmp_path)


FOUND = ("found", "Đảng bộ tỉnh", "--code", "01", "--begins", "2026-01-01")


async def test_lays_down_the_first_organisation_and_its_secretary_once(console: Console) -> None:
    body = (await console(*FOUND)).stdout.strip()
    row = await console.town.owner.fetchrow("select * from congtam_party.party_body")
    assert row is not None
    assert (str(row["id"]), row["kind"], row["parent_id"]) == (body, "committee", None)
    people = console.town.people
    told = ("secretary", body, str(people["governor"]), "--begins", "2026-01-01", "--decision", "1")
    assert (await console(*told)).exit_code == 0
    again = ("secretary", body, str(people["chair"]), "--begins", "2026-02-01", "--decision", "2")
    refused = await console(*again)
    assert refused.exit_code == 1
    assert "NO_PARTY_OFFICE" in refused.stderr
    offices = await console.town.owner.fetch("select person_id from congtam_party.party_office")
    assert [office["person_id"] for office in offices] == [people["governor"]]
    leaves = await console.town.leaves()
    assert {leaf["rule"] for leaf in leaves} == {
        *("operator-founds-what-stands-on-top", "operator-installs-the-first-secretary"),
    }


async def test_says_where_the_module_is_not_configured(console: Console) -> None:
    refused = await console(*FOUND, party="false")
    assert refused.exit_code == 1
    assert "CONGTAM_PARTY_MODULE" in refused.stderr
    assert not await console.town.owner.fetch("select from congtam_party.party_body")
