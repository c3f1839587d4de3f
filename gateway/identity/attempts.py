"""Sign-ins that were begun: short-lived, used once, and only by the browser that began them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import orjson

from gateway.identity import session_rows as rows
from gateway.identity.cookies import new_secret
from gateway.identity.refusals import LoginFailed
from gateway.identity.sessions import digest
from gateway.identity.vault import Unreadable, Vault
from resolvers.core.database import Database


@dataclass(frozen=True, slots=True)
class Attempt:
    """What must come back unchanged from the issuer, and where the person wanted to go."""

    proof_key: str = field(repr=False)
    nonce: str = field(repr=False)
    return_to: str


class Attempts:
    """The store of sign-ins under way."""

    def __init__(
        self, database: Database, vault: Vault, *, lifetime: timedelta, clock: Callable[[], float]
    ) -> None:
        self._database, self._vault = database, vault
        self._lifetime, self._clock = lifetime, clock

    async def begin(self, browser: str, return_to: str) -> tuple[str, Attempt]:
        """Remember a new sign-in of this browser; the state for the issuer, and the attempt."""
        state = new_secret()
        attempt = Attempt(new_secret(), new_secret(), return_to)
        async with self._database.writing() as tx:
            await tx.run(
                rows.BEGIN_LOGIN,
                state_digest=digest(state),
                browser_digest=digest(browser),
                sealed=self._vault.seal(orjson.dumps(attempt), digest(state)),
                ends_at=self._now() + self._lifetime,
            )
        return state, attempt

    async def take(self, browser: str, state: str) -> Attempt:
        """The attempt that `state` names, once; LoginFailed if it is not this browser's own."""
        async with self._database.writing() as tx:
            sealed = await tx.value(
                rows.TAKE_LOGIN, digest=digest(state), browser=digest(browser), now=self._now()
            )
        try:
            if sealed is None:
                raise LoginFailed("attempt_over")
            return Attempt(**orjson.loads(self._vault.open(sealed, digest(state))))
        except Unreadable as fault:
            raise LoginFailed("attempt_over") from fault

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)
