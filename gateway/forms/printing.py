"""A form is asked for by an id, read through the graph, and rendered."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

import orjson

from gateway.database import PgDatabase
from gateway.forms import classification, party_review, publication, reward_list, sheet, unit_month
from gateway.forms.paper import Form, Paper
from gateway.graph import Ask, Graph
from gateway.graph.databases import GraphDatabase
from gateway.telemetry import Telemetry
from gateway.visitors import Visitor, Visitors
from resolvers.core.request import Request
from resolvers.exchange import template_in_force

FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        sheet.FORM,
        unit_month.FORM,
        classification.FORM,
        publication.FORM,
        reward_list.FORM,
        party_review.FORM,
    )
}
MOST_PAGES = 100
"""Of a hundred rows each; what is longer is refused, never cut."""


class NotThere(LookupError):
    """No such row, or none that the visitor may see."""


class NotPrintable(RuntimeError):
    """The graph could not answer the form's question; `status` and `body` say why."""

    def __init__(self, status: int, body: bytes) -> None:
        self.status, self.body = status, body
        super().__init__(status)


class TooLong(ValueError):
    """The form has more rows than a paper holds."""


@dataclass(frozen=True, slots=True)
class Printing:
    """What the doors of the forms stand on."""

    graph: Graph
    visitors: Visitors
    database: GraphDatabase
    """The traced one, for the graph."""
    store: PgDatabase
    """For the templates that agencies keep."""
    telemetry: Telemetry

    async def filled(self, form: Form, id: str, visitor: Visitor) -> Paper:
        """The paper as this visitor may see it. Raises NotThere, NotPrintable, TooLong."""
        found = await self._page(form, visitor, {"id": id})
        if form.pages is None:
            return form.fill(found)
        pages = found[form.pages]
        for _ in range(MOST_PAGES):
            if not pages["pageInfo"]["hasNextPage"]:
                return form.fill(found)
            after = {"id": id, "after": pages["pageInfo"]["endCursor"]}
            more = (await self._page(form, visitor, after))[form.pages]
            pages["nodes"] += more["nodes"]
            pages["pageInfo"] = more["pageInfo"]
        raise TooLong

    async def template(self, agency: UUID, form: Form, day: date) -> bytes | None:
        """The agency's own Word template; None where it prints from the program's."""
        async with self.store.reading() as tx:
            return await template_in_force(tx, agency, form.name, day)

    async def _page(
        self, form: Form, visitor: Visitor, variables: Mapping[str, Any]
    ) -> dict[str, Any]:
        async def renewed() -> Request:
            return _in_vietnamese(await visitor.renewed())

        answer = await self.graph.respond(
            Ask(form.document, variables=variables),
            _in_vietnamese(visitor.request),
            self.database,
            renewed=renewed,
        )
        told = orjson.loads(answer.body)
        if answer.status != 200 or told.get("errors"):
            raise NotPrintable(answer.status, answer.body)
        found: dict[str, Any] | None = told["data"][form.root]
        if not found:
            raise NotThere
        return found


def _in_vietnamese(request: Request) -> Request:
    """An official paper is in Vietnamese, whoever asks for it."""
    return replace(request, language="vi")


async def rendered(form: Form, paper: Paper, ending: str) -> bytes:
    """The file's bytes; made in a thread, so that the other visitors need not wait."""
    return await asyncio.to_thread(_rendered, form, paper, ending)


def _rendered(form: Form, paper: Paper, ending: str) -> bytes:
    from gateway.forms.rendering import RENDERERS  # see there why only now

    return RENDERERS[ending](form, paper)


async def from_template(form: Form, paper: Paper, template: bytes) -> bytes:
    """The Word file, made from an agency's own template; raises BadTemplate."""
    return await asyncio.to_thread(_from_template, form, paper, template)


def _from_template(form: Form, paper: Paper, template: bytes) -> bytes:
    from gateway.forms.rendering import docx

    return docx(form, paper, template)
