"""The trace of one request: an id that always exists, and spans where somebody receives them."""

import re
from contextlib import AbstractContextManager, nullcontext
from contextvars import ContextVar, Token
from random import getrandbits
from time import perf_counter
from types import TracebackType
from typing import TYPE_CHECKING, Self

from gateway.telemetry import names
from gateway.telemetry.names import Attribute, Metric, Span

if TYPE_CHECKING:
    from gateway.telemetry.export import Export

_TRACEPARENT = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}")
_NO_TRACE = "0" * 32
_NOTHING: AbstractContextManager[object] = nullcontext()
_current: ContextVar[str] = ContextVar("trace_id", default="")

Facts = dict[Attribute, str]


def trace_id() -> str:
    """The id of the request being served, 32 hexadecimal digits; empty outside of one."""
    return _current.get()


def received_trace(traceparent: str | None) -> str | None:
    """The trace id of a W3C `traceparent` header, or None where it is absent or malformed."""
    found = _TRACEPARENT.fullmatch(traceparent or "")
    return found[1] if found and found[1] != _NO_TRACE else None


class Telemetry:
    """Where the program reports. Without an `Export` it only gives each request its trace id."""

    def __init__(self, export: "Export | None" = None) -> None:
        self._export = export

    def request(self, traceparent: str | None = None) -> "RequestTrace":
        """Open the trace of one request; `with telemetry.request(header) as trace: …`."""
        return RequestTrace(self._export, traceparent)

    def step(self, span: Span, facts: Facts | None = None) -> AbstractContextManager[object]:
        """A stretch of the current request, such as its one statement."""
        return self._export.step(span, facts or {}) if self._export else _NOTHING

    def count(self, metric: Metric, facts: Facts | None = None) -> None:
        """Count one; `facts` must not name persons nor repeat what a client sent."""
        if self._export:
            self._export.count(metric, facts or {})

    def close(self) -> None:
        """Send what is waiting to be sent, and stop."""
        if self._export:
            self._export.close()


class RequestTrace:
    """One request: set `name`, `type` and `outcome` on the way; read `id` for a masked error."""

    __slots__ = ("_error", "_export", "_mark", "_span", "_started", "id", "name", "outcome", "type")

    def __init__(self, export: "Export | None", traceparent: str | None) -> None:
        self._export = export
        self.name = ""
        self.type = "query"
        self.outcome = "ok"
        self._error = ""
        self._started = perf_counter()
        self._span = export.begin(names.REQUEST, traceparent) if export else None
        if self._span:
            self.id = self._span.trace_id
        else:
            self.id = received_trace(traceparent) or f"{getrandbits(128) or 1:032x}"

    def failed(self, error: BaseException) -> None:
        """Note an unexpected exception that the client sees masked; its class, not its message."""
        self.outcome, self._error = "failed", type(error).__name__

    def __enter__(self) -> Self:
        self._mark: Token[str] = _current.set(self.id)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        _current.reset(self._mark)
        if not (self._export and self._span):
            return
        if error:
            self.failed(error)
        facts = {names.OPERATION_TYPE: self.type, names.OUTCOME: self.outcome}
        self._export.measure(names.REQUEST_DURATION, perf_counter() - self._started, facts)
        if self.name:
            facts[names.OPERATION_NAME] = self.name
        if self._error:
            facts[names.ERROR_TYPE] = self._error
        self._span.end(facts)
