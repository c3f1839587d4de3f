"""Questions about the trail; only inspectors of an agency see its leaves."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Text, cast, select

from resolvers.audit.tables import audit_leaf

Value = ColumnElement[Any]

BEFORE_TEXT: ColumnElement[str | None] = cast(audit_leaf.c.before, Text)
AFTER_TEXT: ColumnElement[str | None] = cast(audit_leaf.c.after, Text)
"""What a row was before and after an act, as JSON text."""


def leaves_of(subject: Value) -> Select[Any]:
    """What was done to one row, by its id."""
    return select(audit_leaf).where(audit_leaf.c.subject_id == subject)


def leaves_in(agency: Value) -> Select[Any]:
    """What was done in an agency."""
    return select(audit_leaf).where(audit_leaf.c.agency_id == agency)
