"""`congtam migrate`: bring the database to the tables that this program knows."""

import asyncio

import click

from gateway.clock import clock
from gateway.opening import opened_server
from gateway.postgres import add_years
from gateway.postgres import migrate as bring_to_head
from gateway.settings import Settings, load


@click.command()
def migrate() -> None:
    """Migrate the embedded database, or the one that DATABASE_URL names, to the newest version.

    Makes room for the years to come as well: run it once a year, before new work is due in a year
    that has none.
    """
    asyncio.run(_migrate(load()))
    click.echo("The database is at the newest version.")


async def _migrate(settings: Settings) -> None:
    async with opened_server(settings) as access:
        await bring_to_head(access.owner)
        await add_years(access.owner, clock().year)
