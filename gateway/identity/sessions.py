"""Portal sessions: opened at sign-in, renewed with the issuer, ended by time, hand or from afar."""

import asyncio
import hmac
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import orjson

from gateway.identity import session_rows as rows
from gateway.identity.cookies import new_secret
from gateway.identity.entrances import PORTAL, Entrance
from gateway.identity.id_tokens import IdTokens, SignedIn, SignedOut
from gateway.identity.refusals import InvalidToken, IssuerAway
from gateway.identity.relying_party import Declined, Granted, RelyingParty
from gateway.identity.vault import Unreadable, Vault
from resolvers.core.database import Database, Row, Transaction, Violated
from resolvers.core.ids import new_id

EARLY = timedelta(seconds=60)
"""A refresh is due so long before the access token ends; until then nobody waits for it."""
NOTICE = timedelta(seconds=60)
"""How stale `seen_at` may get before a request writes it: most requests write nothing."""
RETRY = timedelta(seconds=30)
"""So long an issuer that did not answer is left alone."""
MOST_REFRESHING = 2
"""Refreshes at once in one process: each holds a connection while the issuer thinks."""
OUTAGE = timedelta(minutes=15)
"""So long a session outlives its access token when the issuer cannot be reached."""


@dataclass(frozen=True, slots=True)
class Lifetimes:
    """When a session ends: after `idle` without a request, after `absolute` in any case."""

    idle: timedelta
    absolute: timedelta


@dataclass(frozen=True, slots=True)
class Kept:
    """What is sealed in a session's row."""

    name: str | None
    refresh_token: str | None = field(repr=False)
    id_token: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Session:
    """A living session: who, and when it ends."""

    id: UUID
    iss: str
    sub: str
    ends_at: datetime
    kept: Kept


def digest(secret: str) -> bytes:
    """What is stored of a secret: enough to recognise it, not enough to use it."""
    return sha256(secret.encode("utf-8", "surrogateescape")).digest()


def csrf_token(secret: str) -> str:
    """The token that a page must send back with a change.

    It follows from the session's secret, so it changes with every sign-in and needs no storing; a
    foreign site that makes the browser send the cookie cannot read either.
    """
    key = secret.encode("utf-8", "surrogateescape")
    return urlsafe_b64encode(hmac.digest(key, b"csrf", "sha256")).rstrip(b"=").decode()


class Sessions:
    """The sessions of one entrance. Every moment is UTC; every method opens its own transaction."""

    def __init__(
        self,
        database: Database,
        vault: Vault,
        party: RelyingParty,
        id_tokens: IdTokens,
        *,
        lifetimes: Lifetimes,
        clock: Callable[[], float],
        entrance: Entrance = PORTAL,
    ) -> None:
        self._entrance = entrance.name
        self._database, self._vault, self._party = database, vault, party
        self._id_tokens = id_tokens
        self._lifetimes, self._clock = lifetimes, clock
        self._refreshing = asyncio.Semaphore(MOST_REFRESHING)
        self._rest_until = datetime.fromtimestamp(0, UTC)

    async def open(self, person: SignedIn, granted: Granted, *, instead_of: str | None) -> str:
        """Open a session and end the browser's former one; the new secret for its cookie."""
        secret, id, now = new_secret(), new_id(), self._now()
        kept = Kept(person.name, granted.refresh_token, granted.id_token)
        refresh_at, expires_at = _due(granted, now)
        async with self._database.writing() as tx:
            if instead_of is not None:
                await tx.rows(rows.CLOSE_BY_SECRET, digest=digest(instead_of), by=self._entrance)
            await tx.run(
                rows.OPEN,
                id=id,
                secret_digest=digest(secret),
                iss=person.iss,
                sub=person.sub,
                sid=person.sid,
                began_at=now,
                seen_at=now,
                ends_at=now + self._lifetimes.absolute,
                refresh_at=refresh_at,
                expires_at=expires_at,
                sealed=self._seal(id, kept),
                entrance=self._entrance,
            )
        return secret

    async def current(self, secret: str) -> Session | None:
        """The session that a cookie opens, renewed with the issuer where due; None if it ended.

        Raises IssuerAway if the session should have been renewed long ago and could not be.
        """
        now = self._now()
        async with self._database.reading() as tx:
            row = await tx.row(
                rows.FIND,
                digest=digest(secret),
                by=self._entrance,
                now=now,
                idle_since=now - self._lifetimes.idle,
            )
        if row is None:
            return None
        if row["seen_at"] <= now - NOTICE:
            async with self._database.writing() as tx:
                await tx.run(rows.TOUCH, wanted=row["id"], now=now)
        if row["refresh_at"] is not None and row["refresh_at"] <= now:
            row = await self._refreshed(row, now)
        return None if row is None else self._read(row)

    async def _refreshed(self, seen: Row, now: datetime) -> Row | None:
        """The row after a refresh that happens once, however many requests find it due."""
        still_good = seen["expires_at"] > now
        if now < self._rest_until or (still_good and self._refreshing.locked()):
            return _unrefreshed(seen, now)
        async with self._refreshing, self._database.writing() as tx:
            lock = rows.LOCK_IF_FREE if still_good else rows.LOCK
            row = await tx.row(lock, wanted=seen["id"])
            if row is None:
                # Another request is refreshing it (what we saw still serves), or it was ended.
                return seen if still_good else None
            if row["refresh_at"] > now:
                return row
            return await self._refresh(tx, row, now)

    async def _refresh(self, tx: Transaction, row: Row, now: datetime) -> Row | None:
        try:
            kept = self._open(row)
            if kept.refresh_token is None:
                raise Declined
            granted = await self._party.refresh(kept.refresh_token)
            await self._demand_same_person(granted, row)
        except IssuerAway:
            self._rest_until = now + RETRY
            return _unrefreshed(row, now)
        except (Declined, InvalidToken, Unreadable):
            await tx.run(rows.CLOSE, wanted=row["id"])
            return None
        # An issuer that does not rotate refresh tokens gives none back: the old one goes on.
        kept = Kept(
            kept.name,
            granted.refresh_token or kept.refresh_token,
            granted.id_token or kept.id_token,
        )
        refresh_at, expires_at = _due(granted, now, kept.refresh_token)
        sealed = self._seal(row["id"], kept)
        await tx.run(
            rows.RENEW,
            wanted=row["id"],
            next_refresh=refresh_at,
            next_expiry=expires_at,
            next_sealed=sealed,
        )
        return {**row, "sealed": sealed}

    async def _demand_same_person(self, granted: Granted, row: Row) -> None:
        if granted.id_token is not None:
            person = await self._id_tokens.signed_in(granted.id_token, nonce=None)
            if person.sub != row["sub"]:
                raise InvalidToken("invalid_claim")

    async def close(self, secret: str) -> Kept | None:
        """End the session that a cookie opens; what was kept of it, None if there was none.

        With it ends what the person opened at the other entrance from the same session of the
        issuer: who signs out signs out everywhere.
        """
        async with self._database.writing() as tx:
            row = await tx.row(rows.CLOSE_BY_SECRET, digest=digest(secret), by=self._entrance)
            if row is not None and row["sid"] is not None:
                beside = {"of_iss": row["iss"], "of_sid": row["sid"], "of_sub": row["sub"]}
                await tx.run(rows.CLOSE_AT_ISSUER, **beside)
        try:
            return None if row is None else self._open(row)
        except Unreadable:
            return Kept(None, None, None)

    async def close_at_issuer(self, out: SignedOut) -> int:
        """End the sessions that a logout token names; how many. Raises InvalidToken("replayed")."""
        ends_at = datetime.fromtimestamp(out.ends_at, UTC)
        try:
            async with self._database.writing() as tx:
                await tx.run(rows.SPEND_LOGOUT_TOKEN, iss=out.iss, jti=out.jti, ends_at=ends_at)
                return await tx.run(
                    rows.CLOSE_AT_ISSUER, of_iss=out.iss, of_sid=out.sid, of_sub=out.sub
                )
        except Violated as fault:
            raise InvalidToken("replayed") from fault

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)

    def _read(self, row: Row) -> Session | None:
        try:
            kept = self._open(row)
        except Unreadable:
            # Sealed under a secret that is no longer ours: this cookie opens nothing any more.
            return None
        return Session(row["id"], row["iss"], row["sub"], row["ends_at"], kept)

    def _seal(self, id: UUID, kept: Kept) -> bytes:
        return self._vault.seal(orjson.dumps(kept), id.bytes)

    def _open(self, row: Row) -> Kept:
        fields: dict[str, Any] = orjson.loads(self._vault.open(row["sealed"], row["id"].bytes))
        return Kept(**fields)


async def end_sessions(database: Database, now: datetime) -> int:
    """Remove the sessions, sign-ins and spent tokens that time has ended; how many."""
    async with database.writing() as tx:
        return sum([await tx.run(statement, now=now) for statement in rows.SWEEP])


def _unrefreshed(row: Row, now: datetime) -> Row:
    """The row as it stands while the issuer is away; IssuerAway when that lasts too long."""
    if now > row["expires_at"] + OUTAGE:
        raise IssuerAway
    return row


def _due(
    granted: Granted, now: datetime, refresh_token: str | None = None
) -> tuple[datetime | None, datetime | None]:
    """When to refresh, and when the access token ends; None if there is nothing to refresh with."""
    if (granted.refresh_token or refresh_token) is None:
        return None, None
    expires_at = now + timedelta(seconds=granted.expires_in)
    # Very short tokens are renewed at half their life, or every request would find them due.
    return max(expires_at - EARLY, now + (expires_at - now) / 2), expires_at
