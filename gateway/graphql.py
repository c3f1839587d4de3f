"""`POST /graphql`: a bare ASGI callable, since every answer passes here."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

import orjson

from gateway.budget import Budget
from gateway.database import PgDatabase
from gateway.graph import AWAY, Answer, Ask, Graph, Policy, RequestError
from gateway.identity import Identity, IdentityRefusal, InvalidToken
from gateway.telemetry import RequestTrace, Telemetry, names
from gateway.traced import TracedDatabase
from gateway.visitors import Visitor, Visitors, language
from resolvers.core.database import Unavailable
from resolvers.core.request import Language

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

LARGEST_BODY = 1024 * 1024
"""A month's marks of fifty people take about 60 kB."""
_JSON = b"application/json"
_ANSWER = b"application/graphql-response+json; charset=utf-8"
_LATER = ((b"retry-after", b"5"),)


@dataclass(frozen=True, slots=True)
class Doors:
    """What the endpoint needs, put together by `gateway.app`."""

    graph: Graph
    visitors: Visitors
    database: PgDatabase
    telemetry: Telemetry
    budget: Budget
    demo: bool = False


class Refused(Exception):
    """The HTTP request itself cannot be taken."""

    def __init__(self, status: int, code: str, message: str) -> None:
        self.status, self.code, self.message = status, code, message
        super().__init__(message)


class GraphqlDoor:
    """Reads one operation over HTTP, finds out who asks, and lets the graph answer."""

    def __init__(self, doors: Doors) -> None:
        self._doors = doors
        # Portals say only what was written when they were built; the demo's GraphiQL may ask all.
        self._portal = Policy(any_document=doors.demo, introspection=doors.demo)
        self._client = Policy()
        self._page = Policy(any_document=False, mutations=False, introspection=False)
        self._database = TracedDatabase(doors.database, doors.telemetry)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers: dict[bytes, bytes] = dict(scope["headers"])
        traceparent = headers.get(b"traceparent", b"").decode("latin-1") or None
        with self._doors.telemetry.request(traceparent) as trace:
            answer, extra = await self._safely(scope, headers, receive, trace)
        await _send(send, answer, trace.id, extra)

    async def _safely(
        self, scope: Scope, headers: dict[bytes, bytes], receive: Receive, trace: RequestTrace
    ) -> tuple[Answer, Iterable[tuple[bytes, bytes]]]:
        try:
            answer = await self._answer(scope, headers, receive, trace)
            return answer, _LATER if answer.status == 503 else ()
        except IdentityRefusal as refusal:
            trace.outcome = "refused"
            if isinstance(refusal, InvalidToken):
                self._doors.telemetry.count(names.TOKENS_REJECTED, {names.REASON: refusal.reason})
            told = refusal.message(language(headers))
            return _failed(refusal.status, refusal.code, told), refusal.headers()
        except Refused as refused:
            trace.outcome = "invalid"
            extra = [(b"allow", b"POST")] if refused.status == 405 else []
            return _failed(refused.status, refused.code, refused.message), extra
        except RequestError as problem:
            trace.outcome = "invalid"
            return Answer(problem.status, problem.body(language(headers))), ()
        except Unavailable:
            trace.outcome = "unavailable"
            return _failed(503, "UNAVAILABLE", AWAY[language(headers)]), _LATER

    async def _answer(
        self, scope: Scope, headers: dict[bytes, bytes], receive: Receive, trace: RequestTrace
    ) -> Answer:
        if scope["method"] != "POST":
            raise Refused(405, "METHOD_NOT_ALLOWED", "Send the operation by POST.")
        if headers.get(b"content-type", b"").partition(b";")[0].strip().lower() != _JSON:
            raise Refused(415, "UNSUPPORTED_MEDIA_TYPE", "Send application/json.")
        visitor = await self._doors.visitors.visitor(scope, trace.id)
        ask = Ask.parse(await _body(headers, receive))
        return await self._asked(
            ask, visitor, self._portal if visitor.portal else self._client, trace
        )

    async def given(
        self, ask: Ask, who: Identity, said: Language, traceparent: str | None
    ) -> Answer:
        """The answer to a question of a portal's page, as its POST would get it.

        Raises Unavailable.
        """
        with self._doors.telemetry.request(traceparent) as trace:
            visitor = await self._doors.visitors.known(who, said, trace.id)
            return await self._asked(ask, visitor, self._page, trace)

    async def _asked(
        self, ask: Ask, visitor: Visitor, policy: Policy, trace: RequestTrace
    ) -> Answer:
        doors = self._doors

        def spend(cost: int) -> None:
            doors.budget.spend(visitor.client, cost, visitor.request.now)

        answer = await doors.graph.respond(
            ask,
            visitor.request,
            self._database,
            renewed=visitor.renewed,
            policy=policy,
            spend=None if visitor.portal else spend,
        )
        trace.name = ask.operation_name or ""
        trace.outcome = _OUTCOMES.get(answer.status, "invalid")
        return answer


_OUTCOMES = {200: "ok", 500: "failed", 503: "unavailable"}


async def _body(headers: dict[bytes, bytes], receive: Receive) -> bytes:
    """The whole body; refused as soon as it proves too large."""
    declared = headers.get(b"content-length", b"")
    if declared.isdigit() and int(declared) > LARGEST_BODY:
        raise _too_large()
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refused(400, "BAD_REQUEST", "The request ended before its body was complete.")
        part = message.get("body", b"")
        parts.append(part)
        size += len(part)
        if size > LARGEST_BODY:
            raise _too_large()
        if not message.get("more_body"):
            return b"".join(parts)


def _too_large() -> Refused:
    return Refused(413, "TOO_LARGE", f"The body may have {LARGEST_BODY} bytes.")


def _failed(status: int, code: str, message: str) -> Answer:
    body = {"errors": [{"message": message, "extensions": {"code": code}}]}
    return Answer(status, orjson.dumps(body))


async def _send(
    send: Send, answer: Answer, trace_id: str, extra: Iterable[tuple[bytes, bytes]]
) -> None:
    body = answer.body
    headers = [
        (b"content-type", _ANSWER),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        (b"x-trace-id", trace_id.encode()),
        *extra,
    ]
    await send({"type": "http.response.start", "status": answer.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
