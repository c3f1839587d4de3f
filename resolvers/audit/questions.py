"""Questions about the trail; only inspectors of an agency see its leaves."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Text, cast, func, select

from resolvers.audit.tables import audit_leaf, audit_seal, audit_sealed

Value = ColumnElement[Any]

BEFORE_TEXT: ColumnElement[str | None] = cast(audit_leaf.c.before, Text)
AFTER_TEXT: ColumnElement[str | None] = cast(audit_leaf.c.after, Text)
"""What a row was before and after an act, as JSON text."""

SEALED_AT: ColumnElement[Any] = (
    select(audit_seal.c.sealed_at)
    .join(audit_sealed, audit_sealed.c.seal == audit_seal.c.seq)
    .where(audit_sealed.c.leaf == audit_leaf.c.seq)
    .scalar_subquery()
)
"""When the seal that covers a leaf was made; null while none does."""

_SEALED_HASH: ColumnElement[str | None] = (
    select(func.encode(audit_sealed.c.hash, "hex", type_=Text))
    .where(audit_sealed.c.leaf == audit_leaf.c.seq)
    .scalar_subquery()
)
SEALED_NEEDS = (
    "id",
    "at",
    "deed",
    "subject_kind",
    "subject_id",
    "agency_id",
    "actor_id",
    "on_behalf_of",
    "rule",
    "channel",
    "reason",
    "before",
    "after",
    "trace_id",
    "refusal",
    _SEALED_HASH,
)
"""What `told_seals` needs of each leaf: all that its hash covers, and the hash that was sealed."""


def leaves_of(subject: Value) -> Select[Any]:
    """What was done to one row, by its id."""
    return select(audit_leaf).where(audit_leaf.c.subject_id == subject)


def leaves_in(
    agency: Value,
    actor: Value | None = None,
    deed: Value | None = None,
    refused: Value | None = None,
) -> Select[Any]:
    """What was done in an agency; by one person, of one kind, or refused or not, where asked so."""
    found = select(audit_leaf).where(audit_leaf.c.agency_id == agency)
    if actor is not None:
        found = found.where(audit_leaf.c.actor_id == actor)
    if deed is not None:
        found = found.where(audit_leaf.c.deed == deed)
    if refused is not None:
        found = found.where(audit_leaf.c.refusal.is_not(None) == refused)
    return found


def deeds_in(agency: Value) -> Select[Any]:
    """The kinds of deeds in an agency's trail, refused attempts apart, and how often each."""
    return (
        select(
            audit_leaf.c.deed,
            func.count().label("times"),
            func.max(audit_leaf.c.at).label("last_at"),
        )
        .where(audit_leaf.c.agency_id == agency, audit_leaf.c.refusal.is_(None))
        .group_by(audit_leaf.c.deed)
    )


def attempts_in(agency: Value) -> Select[Any]:
    """The refused attempts in an agency's trail: by whom, at what, why, and how often."""
    groups = (audit_leaf.c.actor_id, audit_leaf.c.deed, audit_leaf.c.refusal)
    return (
        select(*groups, func.count().label("times"), func.max(audit_leaf.c.at).label("last_at"))
        .where(audit_leaf.c.agency_id == agency, audit_leaf.c.refusal.is_not(None))
        .group_by(*groups)
    )
