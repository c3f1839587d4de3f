"""Who stands at a door, and what that person may ask on this day."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from authz.reach import NOBODY, Reach
from gateway.clock import Clock
from gateway.identity.authenticator import Authenticator, Identity
from gateway.identity.links import Links, person_of
from gateway.identity.refusals import NotSignedIn
from gateway.reaches import Reaches
from gateway.telemetry import Telemetry, names
from resolvers.core.request import Language, Request


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody signed in, and his request."""

    request: Request
    client: str
    """Whose budget the request is charged to."""
    portal: bool
    """He came through a portal's session, not with a token of his own."""
    renewed: Callable[[], Awaitable[Request]]
    """The request with its reach computed anew: the kept one proved out of date."""


@dataclass(frozen=True, slots=True)
class Visitors:
    """What every door needs to know about whoever stands before it."""

    authenticator: Authenticator
    links: Links
    reaches: Reaches
    telemetry: Telemetry
    clock: Clock
    modules: frozenset[str] = frozenset()
    """The modules that are configured here."""

    async def visitor(self, scope: dict[str, Any], trace_id: str) -> Visitor:
        """Raises NotSignedIn, and the refusals of tokens and sessions."""
        identity = await self.authenticator.authenticate(scope)
        if identity.kind == "anonymous":
            raise NotSignedIn
        return await self.known(identity, language(dict(scope["headers"])), trace_id)

    async def known(self, identity: Identity, said: Language, trace_id: str) -> Visitor:
        """Somebody whose proof was seen already, and who is to be answered in a language."""
        now = self.clock()
        portal = identity.kind == "session"
        request = Request(
            reach=await self._reach(identity, now),
            now=now,
            today=now.date(),
            language=said,
            trace_id=trace_id,
            channel="portal" if portal else "api",
            modules=self.modules,
        )

        async def renewed() -> Request:
            self.telemetry.count(names.STALE_REACH)
            reach = await self.reaches.renewed(
                identity.iss, identity.sub, request.today, party=identity.party
            )
            return replace(request, reach=reach)

        return Visitor(request, identity.client_id or identity.sub, portal, renewed)

    async def _reach(self, identity: Identity, now: datetime) -> Reach:
        """What the subject reaches today; linked to his person at the first request if need be."""
        party = identity.party
        reach = await self.reaches.of(identity.iss, identity.sub, now.date(), party=party)
        if reach.person == NOBODY and identity.personal_number is not None:
            number = identity.personal_number
            if await person_of(self.links, identity.iss, identity.sub, number) is not None:
                return await self.reaches.renewed(
                    identity.iss, identity.sub, now.date(), party=party
                )
        return reach


def language(headers: dict[bytes, bytes]) -> Language:
    """English where the client asks for it first; Vietnamese otherwise."""
    return "en" if headers.get(b"accept-language", b"")[:2].lower() == b"en" else "vi"
