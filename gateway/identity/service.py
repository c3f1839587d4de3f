"""Puts the parts of identity together, from the settings."""

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from gateway.failure import Failure
from gateway.identity.attempts import Attempts
from gateway.identity.authenticator import Authenticator, Identity
from gateway.identity.cookies import Cookies
from gateway.identity.discovery import Discovery
from gateway.identity.entrances import PARTY, PORTAL, Entrance
from gateway.identity.id_tokens import IdTokens
from gateway.identity.keys import IssuerKeys
from gateway.identity.limiting import LoginLimit
from gateway.identity.links import Links
from gateway.identity.outbound import Outbound
from gateway.identity.portal import Portal
from gateway.identity.relying_party import Client, RelyingParty
from gateway.identity.routes import Doors
from gateway.identity.sessions import Lifetimes, Sessions
from gateway.identity.tokens import Tokens, TrustedIssuer
from gateway.identity.vault import Vault
from gateway.settings import Issuer, Settings
from resolvers.core.database import Database

SCOPE = "openid profile"
Standing = Callable[[Request], Awaitable[tuple[dict[str, Any], Identity | None]]]


class NoPortalIssuer(Failure):
    """The portals have a client but no issuer to sign in at."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Way:
    """The identity doors of one entrance."""

    authenticator: Authenticator
    routes: tuple[Route, ...] = ()
    """For Mount(entrance.path + "/auth", routes=…); empty where no portal is configured."""
    sessions: Sessions | None = None
    standing: Standing | None = None
    """For a page: what `/auth/session` tells its browser, and as whom the graph answers that."""


@dataclass(frozen=True, slots=True)
class FrontDoor:
    """The identity doors of one server process."""

    tokens: Tokens
    portal: Way
    party: Way | None
    """None where the Party module is not configured."""
    issuers: tuple[TrustedIssuer, ...]
    outbound: Outbound

    async def warm(self) -> None:
        """Fetch the keys of every issuer; one that is away does not stop the program."""
        for issuer in self.issuers:
            await issuer.keys.fetch()

    def ready(self) -> bool:
        """Whether tokens of every issuer can be checked."""
        return all(issuer.keys.held for issuer in self.issuers)

    async def close(self) -> None:
        """Close the connections to the issuers."""
        await self.outbound.shut()


@dataclass(frozen=True, slots=True)
class _Shared:
    settings: Settings
    secret: bytes
    database: Database
    links: Links
    clock: Callable[[], float]
    outbound: Outbound

    def discovery(self, issuer: Issuer) -> Discovery:
        return Discovery(
            issuer, self.outbound, lifetime=self.settings.keys_lifetime, clock=self.clock
        )

    def keys(self, issuer: Issuer, discovery: Discovery) -> IssuerKeys:
        return IssuerKeys(
            issuer,
            discovery,
            self.outbound,
            lifetime=self.settings.keys_lifetime,
            clock=self.clock,
        )


def build(
    settings: Settings,
    secret: bytes,
    database: Database,
    links: Links,
    clock: Callable[[], float] = time.time,
) -> FrontDoor:
    """The identity doors; `secret` is the installation's, `clock` gives seconds since 1970.

    Raises NoPortalIssuer. Nothing is fetched yet.
    """
    shared = _Shared(settings, secret, database, links, clock, Outbound())
    discoveries = {issuer.issuer: shared.discovery(issuer) for issuer in settings.issuers}
    trusted = tuple(
        TrustedIssuer(issuer, shared.keys(issuer, discoveries[issuer.issuer]))
        for issuer in settings.issuers
    )
    tokens = Tokens(trusted, leeway=settings.clock_leeway, clock=clock)
    limit = LoginLimit(settings.logins_per_minute, clock)

    def way(entrance: Entrance) -> Way:
        cookies = Cookies.at(settings.public_url, entrance)
        if settings.portal_client_id is None:
            return Way(Authenticator(tokens, None, cookies, entrance))
        issuer = _portal_issuer(settings, trusted)
        portal = _portal(shared, issuer, discoveries[issuer.settings.issuer], entrance)
        lifetimes, login = _lifetimes(settings), settings.login_lifetime
        doors = Doors(portal, cookies, lifetimes, login, limit, entrance)
        authenticator = Authenticator(tokens, portal.sessions, cookies, entrance)

        async def standing(request: Request) -> tuple[dict[str, Any], Identity | None]:
            told, session = await doors.standing(request)
            return told, None if session is None else authenticator.of(session)

        return Way(authenticator, tuple(doors.routes()), portal.sessions, standing)

    party = way(PARTY) if settings.party_module else None
    return FrontDoor(tokens, way(PORTAL), party, trusted, shared.outbound)


def _portal_issuer(settings: Settings, trusted: tuple[TrustedIssuer, ...]) -> TrustedIssuer:
    for issuer in trusted:
        if settings.portal_issuer in (None, issuer.settings.issuer):
            return issuer
    raise NoPortalIssuer("CONGTAM_PORTAL_CLIENT_ID needs an issuer to sign in at: CONGTAM_ISSUERS")


def _lifetimes(settings: Settings) -> Lifetimes:
    return Lifetimes(
        timedelta(seconds=settings.session_idle), timedelta(seconds=settings.session_lifetime)
    )


def _portal(
    shared: _Shared, issuer: TrustedIssuer, discovery: Discovery, entrance: Entrance
) -> Portal:
    settings, clock, database = shared.settings, shared.clock, shared.database
    given = settings.portal_client_secret
    client = Client(
        id=str(settings.portal_client_id),
        secret=None if given is None else given.get_secret_value(),
        scope=SCOPE,
        redirect_uri=f"{settings.public_url}{entrance.path}/auth/callback",
        signed_out_uri=f"{settings.public_url}/",
    )
    client_side = RelyingParty(client, discovery, shared.outbound)
    id_tokens = IdTokens(
        issuer.settings,
        issuer.keys,
        client_id=client.id,
        leeway=settings.clock_leeway,
        clock=clock,
    )
    vault = Vault(shared.secret, entrance.purpose)
    sessions = Sessions(
        database,
        vault,
        client_side,
        id_tokens,
        lifetimes=_lifetimes(settings),
        clock=clock,
        entrance=entrance,
    )
    login = timedelta(seconds=settings.login_lifetime)
    attempts = Attempts(database, vault, lifetime=login, clock=clock)
    return Portal(issuer.settings.issuer, client_side, id_tokens, attempts, sessions, shared.links)
