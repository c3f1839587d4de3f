"""The logins of a person, as they are told: to himself, and to whoever may link and unlink them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Table, func, select
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import LoginFacts
from resolvers.core.days import TODAY, holds_from
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.people.tables import login, mandate, person, posting


@dataclass(frozen=True, slots=True)
class LinkedLogin:
    """A login of an identity provider that is linked to a person."""

    id: str
    issuer: str
    subject: str
    linked_at: datetime


def _serves(table: Table) -> ColumnElement[Any]:
    """The agencies in which a person has a post or a role, today or later."""
    held = table.alias(f"{table.name}_from_today")
    found = select(held.c.agency_id).where(held.c.person_id == person.c.id, holds_from(held, TODAY))
    return func.array(found.scalar_subquery(), type_=ARRAY(UuidType(as_uuid=True)))


_linked = login.alias("linked")
_LOGINS = (
    select(
        func.jsonb_agg(
            func.jsonb_build_array(
                _linked.c.id, _linked.c.issuer, _linked.c.subject, _linked.c.linked_at
            ),
            type_=JSONB,
        )
    )
    .where(_linked.c.person_id == person.c.id)
    .scalar_subquery()
)
AGENCIES_NEEDED = ("agency_id", _serves(posting), _serves(mandate))
"""What `login_facts` needs of each person, after the id."""
LOGIN_NEEDS = ("id", *AGENCIES_NEEDED, _LOGINS)
"""What `told_logins` needs of each person."""


def login_facts(who: UUID, file: UUID, posts: Iterable[str], roles: Iterable[str]) -> LoginFacts:
    """What the policies on a person's logins ask: the agencies that a login of his opens."""
    return LoginFacts(who, frozenset([file, *map(UUID, posts), *map(UUID, roles)]))


def told_logins(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[LinkedLogin]]:
    """For each row of LOGIN_NEEDS the person's logins, the oldest first.

    None of them to anybody else than himself and whoever may take them away.
    """
    keeps = allowed(request, (Action.UnlinkLogin,), (login_facts(*row[:-1]) for row in rows))
    return [
        _told(found) if keeper or who == request.reach.person else []
        for keeper, (who, *_, found) in zip(keeps, rows, strict=True)
    ]


def _told(found: Sequence[tuple[str, str, str, str]] | None) -> list[LinkedLogin]:
    linked = [
        LinkedLogin(id, issuer, subject, datetime.fromisoformat(at))
        for id, issuer, subject, at in found or ()
    ]
    return sorted(linked, key=lambda each: each.linked_at)
