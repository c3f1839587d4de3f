"""Puts the parts of identity together, from the settings."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from starlette.routing import Route

from gateway.failure import Failure
from gateway.identity.attempts import Attempts
from gateway.identity.authenticator import Authenticator
from gateway.identity.cookies import Cookies
from gateway.identity.discovery import Discovery
from gateway.identity.id_tokens import IdTokens
from gateway.identity.keys import IssuerKeys
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
PURPOSE = "congtam portal sessions"


class NoPortalIssuer(Failure):
    """The portals have a client but no issuer to sign in at."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class FrontDoor:
    """The identity doors of one server process."""

    tokens: Tokens
    authenticator: Authenticator
    routes: tuple[Route, ...]
    """For Mount("/auth", routes=…); empty where no portal is configured."""
    sessions: Sessions | None
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
    shared = _Shared(settings, clock, Outbound())
    cookies = Cookies.at(settings.public_url)
    discoveries = {issuer.issuer: shared.discovery(issuer) for issuer in settings.issuers}
    trusted = tuple(
        TrustedIssuer(issuer, shared.keys(issuer, discoveries[issuer.issuer]))
        for issuer in settings.issuers
    )
    tokens = Tokens(trusted, leeway=settings.clock_leeway, clock=clock)
    portal = None
    if settings.portal_client_id is not None:
        issuer = _portal_issuer(settings, trusted)
        portal = _portal(
            shared, secret, database, links, issuer, discoveries[issuer.settings.issuer]
        )
    sessions = None if portal is None else portal.sessions
    lifetimes = _lifetimes(settings)
    routes: list[Route] = []
    if portal is not None:
        routes = Doors(portal, cookies, lifetimes, settings.login_lifetime).routes()
    authenticator = Authenticator(tokens, sessions, cookies)
    return FrontDoor(tokens, authenticator, tuple(routes), sessions, trusted, shared.outbound)


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
    shared: _Shared,
    secret: bytes,
    database: Database,
    links: Links,
    issuer: TrustedIssuer,
    discovery: Discovery,
) -> Portal:
    settings, clock = shared.settings, shared.clock
    given = settings.portal_client_secret
    client = Client(
        id=str(settings.portal_client_id),
        secret=None if given is None else given.get_secret_value(),
        scope=SCOPE,
        redirect_uri=f"{settings.public_url}/auth/callback",
        signed_out_uri=f"{settings.public_url}/",
    )
    party = RelyingParty(client, discovery, shared.outbound)
    id_tokens = IdTokens(
        issuer.settings,
        issuer.keys,
        client_id=client.id,
        leeway=settings.clock_leeway,
        clock=clock,
    )
    vault = Vault(secret, PURPOSE)
    lifetimes = _lifetimes(settings)
    sessions = Sessions(database, vault, party, id_tokens, lifetimes=lifetimes, clock=clock)
    login = timedelta(seconds=settings.login_lifetime)
    attempts = Attempts(database, vault, lifetime=login, clock=clock)
    return Portal(issuer.settings.issuer, party, id_tokens, attempts, sessions, links)
