"""Signing in and out at the portals: the steps, without HTTP."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from gateway.identity.attempts import Attempts
from gateway.identity.id_tokens import IdTokens
from gateway.identity.links import Links, person_of
from gateway.identity.refusals import InvalidToken, IssuerAway, LoginFailed, UnsafeReturn
from gateway.identity.relying_party import Declined, RelyingParty
from gateway.identity.sessions import Sessions

LONGEST_RETURN = 2000

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Entered:
    """A finished sign-in: the new session's secret, and the page to show."""

    secret: str
    return_to: str


class Portal:
    """One entrance's doors at the portals' one issuer."""

    def __init__(
        self,
        issuer: str,
        party: RelyingParty,
        id_tokens: IdTokens,
        attempts: Attempts,
        sessions: Sessions,
        links: Links,
    ) -> None:
        self._issuer, self._party, self._id_tokens = issuer, party, id_tokens
        self._attempts, self.sessions, self.links = attempts, sessions, links

    async def begin(self, browser: str, return_to: str) -> str:
        """Where the browser goes to sign in. Raises UnsafeReturn or IssuerAway."""
        demand_local(return_to)
        # Asked for first: while the issuer is away nothing is remembered.
        await self._party.endpoints()
        state, attempt = await self._attempts.begin(browser, return_to)
        return await self._party.authorization_url(
            state=state, nonce=attempt.nonce, proof_key=attempt.proof_key
        )

    async def finish(
        self, browser: str | None, answer: Mapping[str, str], instead_of: str | None
    ) -> Entered:
        """Open a session for the issuer's answer to `begin`; `instead_of` is the former session.

        Raises LoginFailed or IssuerAway.
        """
        if browser is None or "state" not in answer:
            raise LoginFailed("attempt_over")
        attempt = await self._attempts.take(browser, answer["state"])
        await self._demand_issuer(answer.get("iss"))
        if "code" not in answer:
            raise LoginFailed("declined")
        try:
            granted = await self._party.exchange(answer["code"], attempt.proof_key)
            if granted.id_token is None:
                raise LoginFailed("wrong_proof")
            person = await self._id_tokens.signed_in(granted.id_token, nonce=attempt.nonce)
        except Declined as fault:
            raise LoginFailed("declined") from fault
        except InvalidToken as fault:
            log.warning("an id token was refused: %s", fault.reason)
            raise LoginFailed("wrong_proof") from fault
        await person_of(self.links, person.iss, person.sub, person.personal_number)
        secret = await self.sessions.open(person, granted, instead_of=instead_of)
        return Entered(secret, attempt.return_to)

    async def leave(self, secret: str) -> str | None:
        """End a session here; where the browser goes to end it at the issuer too, if anywhere."""
        kept = await self.sessions.close(secret)
        if kept is None:
            return None
        if kept.refresh_token is not None:
            await self._party.revoke(kept.refresh_token)
        try:
            return await self._party.end_session_url(kept.id_token)
        except IssuerAway:
            return None

    async def leave_from_afar(self, logout_token: str) -> int:
        """End the sessions that a logout token names. Raises InvalidToken or IssuerAway."""
        return await self.sessions.close_at_issuer(await self._id_tokens.signed_out(logout_token))

    async def _demand_issuer(self, named: str | None) -> None:
        """RFC 9207: an answer from another issuer than the one asked is an attack (mix-up)."""
        expected = (await self._party.endpoints()).names_itself
        if named != self._issuer and (expected or named is not None):
            raise LoginFailed("wrong_issuer")


def demand_local(return_to: str) -> None:
    """Raise UnsafeReturn unless `return_to` is a plain path of this site.

    Browsers read a backslash as a slash and drop control characters, so `/\\host` and `/<tab>/host`
    would lead away.
    """
    if not return_to.startswith("/") or return_to.startswith("//"):
        raise UnsafeReturn(field="return_to")
    if len(return_to) > LONGEST_RETURN or "\\" in return_to or not return_to.isprintable():
        raise UnsafeReturn(field="return_to")
    if return_to.startswith(("/auth/", "/party/auth/")) or any(urlsplit(return_to)[:2]):
        raise UnsafeReturn(field="return_to")
