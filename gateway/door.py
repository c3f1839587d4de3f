"""What stands around a door for files and papers: who comes, what is told to whom it is shut."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from gateway.identity.refusals import IdentityRefusal
from gateway.telemetry import Telemetry
from gateway.visitors import Visitor, Visitors, language
from resolvers.core.database import Unavailable
from resolvers.core.errors import Refusal


class Away(Refusal):
    """The database cannot be reached. Try again."""

    code = "UNAVAILABLE"
    vi = "Chưa kết nối được với cơ sở dữ liệu; xin thử lại."


class Stand(Protocol):
    """What a door needs to know its visitors."""

    @property
    def visitors(self) -> Visitors: ...
    @property
    def telemetry(self) -> Telemetry: ...


Handle = Callable[[Request, Visitor], Awaitable[Response]]
Told = Callable[[Refusal], tuple[int, dict[str, Any]]]
"""The status of a refusal, and what is told beside its message."""


def behind(
    stand: Stand, name: str, handle: Handle, told: Told
) -> Callable[[Request], Awaitable[Response]]:
    """`handle` for whoever is known; a refusal is told as JSON, and nothing is kept by caches."""

    async def answered(request: Request) -> Response:
        with stand.telemetry.request(request.headers.get("traceparent")) as trace:
            trace.name = name
            try:
                visitor = await stand.visitors.visitor(dict(request.scope), trace.id)
                answer = await handle(request, visitor)
            except (Refusal, Unavailable) as problem:
                trace.outcome = "refused"
                refusal = Away() if isinstance(problem, Unavailable) else problem
                answer = _refused(refusal, language(dict(request.scope["headers"])), told)
            answer.headers["cache-control"] = "no-store"
            answer.headers["x-trace-id"] = trace.id
            return answer

    return answered


def _refused(refusal: Refusal, said: str, told: Told) -> Response:
    status, extensions = told(refusal)
    body = {"errors": [{"message": refusal.message(said), "extensions": extensions}]}
    if isinstance(refusal, IdentityRefusal):
        answer = JSONResponse(body, refusal.status)
        answer.raw_headers.extend(refusal.headers())
        return answer
    return JSONResponse(body, status)
