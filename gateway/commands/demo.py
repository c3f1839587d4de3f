"""`congtam demo`: an invented commune with its months, and an identity provider of its own."""

from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import click
import uvicorn
import uvloop
from sqlalchemy import func, select

from gateway.app import build as build_app
from gateway.clock import clock
from gateway.commands.serve import options
from gateway.demo.building import build as build_sample
from gateway.demo.cast import cast
from gateway.demo.party import CODE
from gateway.identity import PARTY_SCOPE, demo_issuer
from gateway.identity.demo_issuer import Account, DemoIssuer
from gateway.numbers import NumberSealer
from gateway.opening import opened_database, opened_server
from gateway.pages import BUILT
from gateway.postgres import migrate
from gateway.secret import secret_of
from gateway.settings import Settings, load
from gateway.telemetry import start_logging
from resolvers.people import person

TOKEN_SECONDS = 8 * 3600
_PEOPLE = select(func.count()).select_from(person)


@click.group(invoke_without_command=True)
@click.pass_context
def demo(context: click.Context) -> None:
    """Serve the sample data at the address of CONGTAM_PUBLIC_URL until Ctrl-C."""
    if context.invoked_subcommand is None:
        _serve(load(demo=True, party_module=True, log_format="text", log_level="WARNING"))


@demo.command()
@click.argument("account")
@click.option("--party", is_flag=True, help="For Party work, as through the Party's entrance.")
def token(account: str, *, party: bool) -> None:
    """Print an access token of a demo account (head, staff, …), valid for a day's work."""
    issuer = DemoIssuer(_issuer_folder(load(demo=True)))
    scope = f"api person {PARTY_SCOPE}" if party else "api person"
    click.echo(issuer.token(account, scope=scope, lifetime=TOKEN_SECONDS))


def _serve(settings: Settings) -> None:
    start_logging(settings)
    with ExitStack() as stack:
        issuer = stack.enter_context(_issuer(settings)).issuer
        uvloop.run(_prepare(settings))
        served = load(
            demo=True,
            party_module=settings.party_module,
            log_format=settings.log_format,
            log_level=settings.log_level,
            issuers=(issuer.settings(),),
            portal_client_id=demo_issuer.PORTAL,
            portal_client_secret=issuer.portal_secret,
            trusted_documents=_documents(),
        )
        _greet(served)
        uvicorn.run(build_app(served), **options(served))


def _issuer(settings: Settings) -> demo_issuer.Running:
    accounts = {
        each.login: Account(sub=f"demo-{each.login}", name=each.name, personal_number=each.number)
        for each in cast().people
        if each.login
    }
    return demo_issuer.start(
        _issuer_folder(settings),
        settings.port + 1,
        accounts,
        portal_url=settings.public_url,
    )


def _issuer_folder(settings: Settings) -> Path:
    return settings.data / "issuer"


def _documents() -> Path | None:
    manifest = BUILT / "documents.json"
    return manifest if manifest.is_file() else None


async def _prepare(settings: Settings) -> None:
    """A migrated database with the sample in it; the sample is made once."""
    async with opened_server(settings) as access:
        await migrate(access.owner)
    async with opened_database(settings, pool=settings.pool_size) as database:
        async with database.reading() as tx:
            made = await tx.value(_PEOPLE)
        if made:
            return
        click.echo("Making the sample data (once; it takes some minutes):")
        sealer = NumberSealer(secret_of(settings))
        await build_sample(database, sealer, clock().date(), lambda said: click.echo(f"  {said}"))


def _greet(settings: Settings) -> None:
    address = settings.public_url
    click.echo(f"\nCông Tâm is served at {address} (GraphiQL: {address}/developer/)")
    click.echo(f"Sign in with one of these accounts; every password is {demo_issuer.PASSWORD!r}:")
    accounts = cast().accounts
    width = max(len(each.login) for each in accounts)
    place = max(len(each.portal) for each in accounts) + len(address)
    for each in accounts:
        click.echo(f"  {each.login:{width}}  {address + each.portal:{place}}  {each.use}")
    click.echo(f"The boxes of the Party's ballots open with {CODE!r}.")
    if urlsplit(address).port not in (None, settings.port):
        click.echo(f"The server listens on port {settings.port}.")
    click.echo(
        "Tokens for the API: .venv/bin/congtam demo token [--party] head. Ctrl-C ends it all.\n"
    )
