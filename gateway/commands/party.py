"""`congtam party`: the operator on the server lays down the Party's first organisation and its
secretary; everything after that is done by whoever holds an office there."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import click

from gateway.clock import clock
from gateway.failure import Failure
from gateway.opening import demand_migrated, opened_database
from gateway.settings import Settings, load
from resolvers.core.request import Request
from resolvers.party import appoint_party_office, found_party_body
from resolvers.people import reach_of_operator

DAY = click.DateTime(["%Y-%m-%d"])


class PartyNotConfigured(Failure):
    """The party module is not configured on this server."""


@click.group()
def party() -> None:
    """Install what the Party's own record begins with."""


@party.command("found")
@click.argument("name")
@click.option("--code", required=True, help="Its own code, such as 01.")
@click.option(
    "--kind",
    type=click.Choice(["committee", "grassroots_committee", "grassroots_branch"]),
    default="committee",
    show_default=True,
)
@click.option("--begins", type=DAY, required=True, help="Its first day, YYYY-MM-DD.")
@click.option("--agency", type=click.UUID, help="The agency that it corresponds to.")
def found(name: str, code: str, kind: str, begins: datetime, agency: UUID | None) -> None:
    """Found the organisation NAME, which stands on top; prints its id."""
    told = {"name": name, "code": code, "kind": kind, "begins": begins.date(), "agency": agency}
    click.echo(asyncio.run(_done(load(), found_party_body, **told)))


@party.command("secretary")
@click.argument("body", type=click.UUID)
@click.argument("person", type=click.UUID)
@click.option("--begins", type=DAY, required=True, help="The first day in office, YYYY-MM-DD.")
@click.option("--decision", required=True, help="The number of the decision.")
def secretary(body: UUID, person: UUID, begins: datetime, decision: str) -> None:
    """Install PERSON as the first secretary of BODY, which stands on top; prints the office's id.

    It is refused once somebody has held that office: then it passes from hand to hand.
    """
    told = {"body": body, "person": person, "begins": begins.date(), "decision_no": decision}
    click.echo(asyncio.run(_done(load(), appoint_party_office, kind="secretary", **told)))


async def _done(settings: Settings, deed: Callable[..., Awaitable[UUID]], **told: Any) -> UUID:
    """One deed of the operator under the Party's roles; raises PartyNotConfigured, Refusal."""
    now = clock()
    async with opened_database(settings) as database:
        await demand_migrated(database)
        if database.party is None:
            raise PartyNotConfigured("the party module is not configured: CONGTAM_PARTY_MODULE")
        async with database.party.reading() as tx:
            reach = await reach_of_operator(tx, now.date())
        async with database.party.writing(reach) as tx:
            return await deed(tx, Request(reach, now, now.date(), channel="command"), **told)
