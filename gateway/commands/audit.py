"""`congtam audit`: seal the trail of acts, and prove that nobody has changed it."""

import asyncio

import click

from gateway.clock import clock
from gateway.failure import Failure
from gateway.jobs import seal_settled
from gateway.opening import opened_database
from gateway.settings import Settings, load
from resolvers.audit import Finding, verify, verify_contents


class TrailBroken(Failure):
    """The trail was changed after it was sealed."""


@click.group()
def audit() -> None:
    """Seal the trail of acts, or verify it."""


@audit.command("seal")
def seal_trail() -> None:
    """Seal every act that is settled; the server does the same every ten minutes."""
    sealed = asyncio.run(_sealed(load()))
    click.echo(f"{sealed} acts sealed.")


@audit.command("verify")
def verify_trail() -> None:
    """Compare every sealed act with its seal; fails where one was edited, removed or slipped in.

    Where the Party module is configured, what a Party act changed is compared with what its leaf
    commits to, as well.
    """
    findings = asyncio.run(_findings(load()))
    for finding in findings:
        place = f"leaf {finding.leaf}" if finding.leaf is not None else f"seal {finding.seal}"
        click.echo(f"{finding.fault.value}: {place}")
    if findings:
        raise TrailBroken(f"the trail of acts has {len(findings)} faults")
    click.echo("The trail of acts is whole.")


async def _sealed(settings: Settings) -> int:
    async with opened_database(settings) as database:
        return await seal_settled(database, clock)


async def _findings(settings: Settings) -> list[Finding]:
    async with opened_database(settings) as database:
        async with database.reading() as tx:
            found = await verify(tx)
        if database.party is not None:
            async with database.party.reading() as tx:
                found += await verify_contents(tx)
    return found
