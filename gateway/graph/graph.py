"""The graph: a schema that is ready to answer operations."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from graphql import OperationType
from strawberry import Schema

from authz.reach import NOBODY, Reach, nobody
from gateway.graph.apart import went_well_apart
from gateway.graph.asking import Ask
from gateway.graph.checks import check
from gateway.graph.coercion import Coercion, Values
from gateway.graph.compiler import Compiler
from gateway.graph.databases import GraphDatabase, under_roles
from gateway.graph.document import Document, Operation, read
from gateway.graph.errors import (
    AWAY,
    CHANGING,
    MASKED,
    BadUserInput,
    DocumentNotTrusted,
    NotServed,
    RequestError,
    WriteByGet,
    error,
)
from gateway.graph.introspection import introspected
from gateway.graph.limits import Limits
from gateway.graph.model import Model
from gateway.graph.mutations import Doing, Watch
from gateway.graph.plans import MutationPlan, QueryPlan, Recent, form_of
from gateway.graph.scalars import WrongValue
from gateway.graph.splice import spliced
from gateway.graph.statement import RequestValues
from gateway.graph.trusted import TrustedDocuments
from resolvers.core.authority import StaleReach
from resolvers.core.database import Unavailable
from resolvers.core.errors import Refusal
from resolvers.core.request import Request

log = logging.getLogger(__name__)
ATTEMPTS = 3
"""How often an operation is begun when authority changes under it."""


Spend = Callable[[int], None]
Renewed = Callable[[], Awaitable[Request]]


@dataclass(frozen=True, slots=True)
class Answer:
    """A response of GraphQL over HTTP (`application/graphql-response+json`)."""

    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Policy:
    """What a kind of client may send."""

    any_document: bool = True
    """False: trusted documents only."""
    mutations: bool = True
    """False for GET, which must change nothing."""
    introspection: bool = True


class Graph:
    """Compiles operations once, runs them, and knows how to tell what went wrong.

    `stamp` is the SQL that selects the current authority stamp; empty to trust every reach.
    `watch` may be set: it is told of every deed that was done or refused.
    `apart` leaves it to a process of its own to prove that everything compiles, since what that
    leaves behind is a tenth of a worker; a trusted document is then compiled when first asked.
    Raises SchemaMistake, Undeclared or, for a trusted document, RequestError where that fails.
    """

    def __init__(
        self,
        schema: Schema,
        *,
        stamp: str = "",
        limits: Limits | None = None,
        trusted: TrustedDocuments | None = None,
        plans: int = 2_000,
        apart: bool = False,
    ) -> None:
        self.limits = limits or Limits()
        self.model = Model(schema)
        self._stamp = stamp
        self.watch: Watch = _unwatched
        self._coercion = Coercion(self.model)
        names = frozenset({*nobody(date.min).binds(), "today", "now"})
        self._compiler = Compiler(self._coercion, self.limits, names, stamp)
        self._documents: Recent[Document] = Recent(plans)
        self._plans: Recent[QueryPlan | MutationPlan] = Recent(plans)
        self._schemas: Recent[bytes] = Recent(16)
        self._reaches: Recent[tuple[Reach, RequestValues]] = Recent(256)
        self._trusted = trusted or TrustedDocuments({})
        self._kept: dict[str, Document] = {}
        if not (apart and went_well_apart(self._prove)):
            self._prove()

    async def respond(
        self,
        ask: Ask,
        request: Request,
        database: GraphDatabase,
        *,
        renewed: Renewed,
        policy: Policy | None = None,
        spend: Spend | None = None,
    ) -> Answer:
        """Answer an operation, whatever happens.

        `renewed` computes the request's reach anew, when it proves older than the authority stamp;
        `spend` is told the cost before any SQL, and may refuse it by a RequestError.
        """
        try:
            for _ in range(ATTEMPTS):
                try:
                    body = await self.execute(
                        ask, request, database, renewed=renewed, policy=policy, spend=spend
                    )
                except StaleReach:
                    request, spend = await renewed(), None
                else:
                    return Answer(200, body)
        except RequestError as problem:
            return Answer(problem.status, problem.body(request.language))
        except Refusal as refusal:
            message = refusal.message(request.language)
            return _failed(400, error(refusal.code, message, field=refusal.field))
        except Unavailable:
            return _failed(503, error("UNAVAILABLE", AWAY[request.language]))
        except Exception:
            log.exception("an operation failed, trace %s", request.trace_id)
            return _failed(
                500, error("INTERNAL", MASKED[request.language], traceId=request.trace_id)
            )
        return _failed(503, error("UNAVAILABLE", CHANGING[request.language]))

    async def execute(
        self,
        ask: Ask,
        request: Request,
        database: GraphDatabase,
        *,
        renewed: Renewed | None = None,
        policy: Policy | None = None,
        spend: Spend | None = None,
    ) -> bytes:
        """The response to an operation.

        Raises RequestError and PartyModuleNotConfigured before any SQL, StaleReach where the reach
        is older than the authority stamp, Unavailable without the database.
        """
        policy = policy or _ANY
        operation = self._document(ask, policy).operation(ask.operation_name)
        if operation.introspects:
            return self._introspected(operation, ask, policy)
        if operation.kind is OperationType.MUTATION and not policy.mutations:
            raise WriteByGet("A mutation needs POST.")
        values = self._coercion.variables(operation.variables, ask.variables)
        plan, cost = self._planned(operation, values, _in_party(request))
        under = under_roles(database, party=plan.party)
        if spend is not None:
            spend(cost)
        if isinstance(plan, QueryPlan):
            return await self._query(plan, values, request, under)
        doing = Doing(values, request, self._named, database, renewed, self._stamp, self.watch)
        return await doing.run(plan)

    def statement_of(self, ask: Ask, request: Request) -> tuple[str, list[Any]]:
        """The one statement of a query and its arguments, as they would be sent."""
        operation = self._document(ask, _ANY).operation(ask.operation_name)
        values = self._coercion.variables(operation.variables, ask.variables)
        plan, _ = self._planned(operation, values, _in_party(request))
        if not isinstance(plan, QueryPlan) or plan.reading is None:
            raise NotServed("Only a query that reads has a statement.")
        return plan.reading.sql, plan.reading.arguments(values, self._named(request))

    def probe(self) -> dict[str, list[str]]:
        """For each field by itself, as `Type.field`, the statements that it compiles to."""
        found: dict[str, list[str]] = {}
        for place, reading in self._compiler.probe():
            found.setdefault(place, []).append(reading.sql)
        return found

    def cost_of(self, ask: Ask) -> int:
        """What an operation would cost."""
        operation = self._document(ask, _ANY).operation(ask.operation_name)
        values = self._coercion.variables(operation.variables, ask.variables)
        return self._planned(operation, values)[1]

    def sdl(self) -> str:
        """The schema's text, as Federation's routers read it."""
        return self._compiler.sdl()

    def _document(self, ask: Ask, policy: Policy) -> Document:
        by_id = ask.document_id
        text = (ask.document or "") if by_id is None else self._trusted.text(by_id)
        if text in self._trusted:
            return self._kept.get(text) or self._keep(text)
        if not policy.any_document:
            raise DocumentNotTrusted("Only trusted documents are answered here: send documentId.")
        return self._documents.get(text) or self._documents.put(text, self._read(text))

    def _keep(self, text: str) -> Document:
        """A trusted document is kept for good; others make room for each other."""
        return self._kept.setdefault(text, self._read(text))

    def _read(self, text: str) -> Document:
        return read(text, self._coercion, self.limits)

    def _prove(self) -> None:
        """Raise where a declaration does not fit its table, a field or a document not compile."""
        check(self.model)
        self.probe()
        for text in self._trusted:
            self._prepare(self._keep(text))

    def _prepare(self, document: Document) -> None:
        """Compile a trusted document as it is usually asked: with every variable given."""
        for operation in document.operations.values():
            if not operation.introspects and not operation.representing:
                values = {each.name: each.sample for each in operation.variables}
                self._planned(operation, values)

    def _introspected(self, operation: Operation, ask: Ask, policy: Policy) -> bytes:
        if not policy.introspection:
            raise NotServed("Introspection is not served here.")
        key = (operation, orjson.dumps(ask.variables, default=str))
        known = self._schemas.get(key)
        return known or self._schemas.put(
            key, introspected(self.model.graphql, operation, ask.variables)
        )

    def _planned(
        self, operation: Operation, values: Values, in_party: bool = False
    ) -> tuple[QueryPlan | MutationPlan, int]:
        """The plan for variables of this form, and the cost; refuses what costs too much."""
        key = (operation, form_of(operation, values, self.model), in_party)
        plan = self._plans.get(key)
        try:
            if plan is None:
                plan = self._compiler.plan(operation, values, in_party=in_party)
                self._plans.put(key, plan)
            cost = plan.price.of(values)
        except WrongValue as wrong:
            raise BadUserInput(wrong.message) from None
        self._compiler.demand(cost)
        return plan, cost

    async def _query(
        self, plan: QueryPlan, values: Values, request: Request, database: GraphDatabase
    ) -> bytes:
        reading = plan.reading
        if reading is None:
            return plan.constant
        try:
            arguments = reading.arguments(values, self._named(request))
        except WrongValue as wrong:
            raise BadUserInput(wrong.message) from None
        found: bytes | None = await database.text(reading.sql, arguments)
        if found is None:
            raise StaleReach
        if reading.computations:
            return spliced(found, reading.computations, values, request)
        return found

    def _named(self, request: Request) -> RequestValues:
        """The values that statements read by name; those of a reach are sorted out once."""
        reach = request.reach
        known = self._reaches.get(id(reach))
        if known is None or known[0] is not reach:
            known = self._reaches.put(id(reach), (reach, {**reach.binds(), "stamp": reach.stamp}))
        return {**known[1], "today": request.today, "now": request.now}


_ANY = Policy()


def _in_party(request: Request) -> bool:
    """Whether somebody came in by the Party's own entrance."""
    return request.reach.party_person != NOBODY


def _unwatched(deed: str, code: str) -> None:
    """Nobody counts deeds here."""


def _failed(status: int, problem: dict[str, Any]) -> Answer:
    return Answer(status, orjson.dumps({"errors": [problem]}))
