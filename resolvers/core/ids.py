"""Identifiers: UUIDv7, made here because PostgreSQL 15 cannot."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A fresh id; later ids sort after earlier ones, nothing else may be read from them."""
    return uuid7()
