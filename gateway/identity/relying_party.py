"""The portals as a client of their issuer: code with PKCE, refresh, revocation, logout."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import httpx2

# Authlib carries no type information of its own.
from authlib.integrations.base_client import OAuthError  # type: ignore[import-untyped]
from authlib.integrations.httpx_client import AsyncOAuth2Client  # type: ignore[import-untyped]

from gateway.identity.discovery import Discovery, Endpoints
from gateway.identity.outbound import Outbound
from gateway.identity.refusals import IssuerAway

SHORTEST_LIFE = 30

log = logging.getLogger(__name__)


class Declined(Exception):
    """The issuer said no: a code or refresh token is spent or revoked, or it refuses the client."""


@dataclass(frozen=True, slots=True)
class Client:
    """The portals' registration at their issuer; `secret` is None for a public client."""

    id: str
    secret: str | None = field(repr=False)
    scope: str
    redirect_uri: str
    signed_out_uri: str


@dataclass(frozen=True, slots=True)
class Granted:
    """What the issuer gave. The access token itself is not kept: nothing here would use it."""

    expires_in: int
    refresh_token: str | None = field(repr=False)
    id_token: str | None = field(repr=False)


class RelyingParty:
    """Speaks with the issuer. Every call may raise IssuerAway."""

    def __init__(self, client: Client, discovery: Discovery, outbound: Outbound) -> None:
        self.client = client
        self._discovery, self._outbound = discovery, outbound

    async def endpoints(self) -> Endpoints:
        return await self._discovery.endpoints()

    async def authorization_url(self, *, state: str, nonce: str, proof_key: str) -> str:
        """Where the browser goes to sign in; `proof_key` stays here, only its digest travels."""
        endpoint = _offered((await self.endpoints()).authorization)
        async with self._session() as session:
            url, _ = session.create_authorization_url(
                endpoint, state=state, nonce=nonce, code_verifier=proof_key
            )
        return str(url)

    async def exchange(self, code: str, proof_key: str) -> Granted:
        """Turn a code into tokens. Raises Declined."""
        endpoint = _offered((await self.endpoints()).token)
        return await self._ask(
            lambda session: session.fetch_token(
                endpoint,
                grant_type="authorization_code",
                code=code,
                code_verifier=proof_key,
                redirect_uri=self.client.redirect_uri,
            )
        )

    async def refresh(self, refresh_token: str) -> Granted:
        """Fresh tokens for a refresh token, which may be spent by this. Raises Declined."""
        endpoint = _offered((await self.endpoints()).token)
        return await self._ask(
            lambda session: session.refresh_token(endpoint, refresh_token=refresh_token, scope="")
        )

    async def revoke(self, refresh_token: str) -> None:
        """Tell the issuer that a refresh token is of no more use; it may be away, and we go on."""
        try:
            endpoint = (await self.endpoints()).revocation
            if endpoint is None:
                return
            async with asyncio.timeout(self._outbound.seconds), self._session() as session:
                await session.revoke_token(
                    endpoint, token=refresh_token, token_type_hint="refresh_token"
                )
        except (IssuerAway, OAuthError, httpx2.HTTPError, TimeoutError):
            log.warning("a refresh token could not be revoked")

    async def end_session_url(self, id_token: str | None) -> str | None:
        """Where the browser signs out at the issuer (RP-initiated logout); None if nowhere."""
        endpoint = (await self.endpoints()).end_session
        if endpoint is None:
            return None
        given = {
            "client_id": self.client.id,
            "post_logout_redirect_uri": self.client.signed_out_uri,
        }
        if id_token is not None:
            given["id_token_hint"] = id_token
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(given)}"

    async def _ask(self, call: Callable[[Any], Any]) -> Granted:
        try:
            async with asyncio.timeout(self._outbound.seconds), self._session() as session:
                token = await call(session)
        except OAuthError as fault:
            raise Declined(fault.error) from fault
        except (httpx2.HTTPError, TimeoutError, ValueError) as fault:
            raise IssuerAway from fault
        return _read(token)

    @asynccontextmanager
    async def _session(self) -> AsyncIterator[Any]:
        # One client per call: it remembers the tokens it was given, and nobody else may see them.
        async with AsyncOAuth2Client(
            client_id=self.client.id,
            client_secret=self.client.secret,
            scope=self.client.scope,
            redirect_uri=self.client.redirect_uri,
            code_challenge_method="S256",
            transport=self._outbound,
        ) as session:
            yield session


def _offered(endpoint: str | None) -> str:
    if endpoint is None:
        raise IssuerAway
    return endpoint


def _read(token: dict[str, Any]) -> Granted:
    def text(name: str) -> str | None:
        value = token.get(name)
        return value if isinstance(value, str) and value else None

    lifetime = token.get("expires_in")
    return Granted(
        expires_in=max(lifetime, SHORTEST_LIFE) if isinstance(lifetime, int) else SHORTEST_LIFE,
        refresh_token=text("refresh_token"),
        id_token=text("id_token"),
    )
