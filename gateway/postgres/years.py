"""Room for the years to come: sheets and work are kept in parts, one for each year."""

from gateway.postgres.roles import Login

AHEAD = 3
"""Years after this one for which there is always room: work may be due as far ahead."""


async def add_years(owner: Login, this_year: int) -> None:
    """Make the parts of this year and the next ones; those that are there stay as they are."""
    connection = await owner.connect()
    try:
        for year in range(this_year, this_year + AHEAD + 1):
            await connection.execute("select congtam.add_year($1)", year)
    finally:
        await connection.close()
