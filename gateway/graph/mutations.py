"""Mutations: each field is one deed in one transaction, its result read before the commit."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import cache
from inspect import Parameter, signature
from types import NoneType
from typing import Any, get_args

import orjson

from gateway.graph.attempts import demand_entrance, tell_refused
from gateway.graph.coercion import Values
from gateway.graph.databases import GraphDatabase, Writing, under_roles
from gateway.graph.errors import MASKED, NOT_DONE, UNKNOWN, error
from gateway.graph.lookups import SEPARATOR as BETWEEN
from gateway.graph.plans import DeedStep, MutationPlan, Reading
from gateway.graph.render import quoted
from gateway.graph.splice import MARK, SEPARATOR, spliced
from gateway.graph.statement import RequestValues
from gateway.postgres.failures import OutcomeUnknown
from resolvers.core.authority import StaleReach
from resolvers.core.database import Unavailable
from resolvers.core.deed import once
from resolvers.core.errors import Refusal
from resolvers.core.request import Request

log = logging.getLogger(__name__)
KEY = "idempotency_key"


Watch = Callable[[str, str], None]
"""Told of every deed by its name: done, with an empty text, or refused, with the code."""


class Hidden(Refusal):
    """It is done, but the result is no longer visible to you."""

    code = "RESULT_HIDDEN"
    vi = "Việc đã được thực hiện, nhưng kết quả không còn trong phạm vi được xem của ông/bà."


@dataclass(frozen=True, slots=True)
class Doing:
    """What every step of one mutation shares."""

    values: Values
    request: Request
    named: Callable[[Request], RequestValues]
    """The values that statements read by name."""
    database: GraphDatabase
    renewed: Callable[[], Awaitable[Request]] | None
    """The request with its reach computed anew: a deed may have changed authority."""
    stamp: str
    """The SQL of the current authority stamp; empty to trust the reach as it is."""
    watch: Watch

    async def run(self, plan: MutationPlan) -> bytes:
        """The response. Every deed has its own transaction, in the order of the document.

        Raises Unavailable or StaleReach when the first deed could not begin; a later one that
        fails is told in `errors`, since what was done before it stands.
        """
        parts: list[bytes] = []
        errors: list[dict[str, Any]] = []
        doing, begun = self, False
        for step in plan.steps:
            if isinstance(step, str):
                parts.append(step.encode())
                continue
            if begun and self.renewed is not None:
                doing = replace(self, request=await self.renewed())
            text, problem = await doing._attempt(step, first=not begun)
            begun = True
            if problem is not None:
                errors.append({**problem, "path": [step.key]})
                if not step.nullable:
                    return _response(b"null", errors)
            parts.append(f"{quoted(step.key)}:".encode() + (text or b"null"))
        return _response(b"{" + b",".join(parts) + b"}", errors)

    async def _attempt(
        self, step: DeedStep, *, first: bool
    ) -> tuple[bytes | None, dict[str, Any] | None]:
        """One deed: its text, or what went wrong."""
        language = self.request.language
        try:
            return await self._done(step), None
        except Refusal as refusal:
            message = refusal.message(language)
            return None, error(refusal.code, message, field=refusal.field)
        except OutcomeUnknown:
            return None, error("OUTCOME_UNKNOWN", UNKNOWN[language])
        except (Unavailable, StaleReach):
            if first:
                raise
            return None, error("UNAVAILABLE", NOT_DONE[language])
        except Exception:
            log.exception("%s failed, trace %s", step.place, self.request.trace_id)
            return None, error("INTERNAL", MASKED[language], traceId=self.request.trace_id)

    async def _done(self, step: DeedStep) -> bytes:
        """Run one deed, and read what is selected of its result before the commit."""
        arguments = self._arguments(step)
        key = arguments.pop(KEY, None)
        database = under_roles(self.database, party=step.touches_party)
        try:
            demand_entrance(step, self.request)
            async with database.writing(self.request.reach, self.stamp) as tx:
                done = await once(tx, self.request, step.function, key=key, arguments=arguments)
                text = await self._read(tx, step, done)
        except Refusal as refusal:
            self.watch(step.function.__name__, refusal.code)
            await tell_refused(self.database, self.request, step.function, arguments, refusal)
            if not step.refusable:
                raise
            return step.render(refusal, self.request.language).encode()
        self.watch(step.function.__name__, "")
        if text is None:
            raise Hidden
        return text

    def _arguments(self, step: DeedStep) -> dict[str, Any]:
        """What the deed is given; null says nothing where it knows none but has a default."""
        given: dict[str, Any] = dict.fromkeys(step.nulls)
        given |= {name: argument.read(self.values) for name, argument in step.arguments.items()}
        own = _defaults(step.function)
        return {
            name: value for name, value in given.items() if value is not None or name not in own
        }

    async def _read(self, tx: Writing, step: DeedStep, outcome: Any) -> bytes | None:
        """The outcome as it was selected: rows by their ids, one statement for each place.

        None where a row is hidden and its place cannot be null.
        """
        pieces = step.render(outcome, self.request.language).encode().split(MARK.encode())
        places: dict[int, dict[int, str]] = {}
        for place in range(1, len(pieces), 2):
            number, _, found = pieces[place].decode().partition(SEPARATOR)
            places.setdefault(int(number), {})[place] = found
        for which, wanted in places.items():
            reading, nullable = step.readings[which]
            texts = await self._rows(tx, reading, list(wanted.values()))
            if b"null" in texts and not nullable:
                return None
            for place, text in zip(wanted, texts, strict=True):
                pieces[place] = text
        return b"".join(pieces)

    async def _rows(self, tx: Writing, reading: Reading, ids: list[str]) -> list[bytes]:
        text = await tx.text(reading.sql, reading.arguments({"ids": ids}, self.named(self.request)))
        if reading.computations:
            text = spliced(text, reading.computations, self.values, self.request)
        found: list[bytes] = text.split(BETWEEN.encode())
        return found


@cache
def _defaults(deed: Callable[..., Any]) -> frozenset[str]:
    """The arguments of a deed that have a default and cannot be None."""
    parameters = signature(deed).parameters.values()
    return frozenset(
        each.name
        for each in parameters
        if each.default is not Parameter.empty and NoneType not in get_args(each.annotation)
    )


def _response(data: bytes, errors: list[dict[str, Any]]) -> bytes:
    told = b'"errors":' + orjson.dumps(errors) + b"," if errors else b""
    return b"{" + told + b'"data":' + data + b"}"
