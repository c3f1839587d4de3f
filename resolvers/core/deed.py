"""How a deed is done once: one transaction, one receipt, one outcome.

A deed is an async function `(tx, request, **arguments) -> Outcome`. It reads, asks permission,
applies the law, saves and tells the audit, and it neither opens nor commits the transaction: its
caller does, so that the result can be read inside it.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.dialects.postgresql import insert

from resolvers.core.database import Transaction
from resolvers.core.errors import InvalidInput, KeyReused, Refusal
from resolvers.core.receipts import receipt
from resolvers.core.request import Request

Deed = Callable[..., Awaitable[Any]]
KEY_LENGTH = 200
OBJECT = "object"
"""Under which a receipt keeps the fields of an outcome that is no single row."""

_CLAIM = (
    insert(receipt)
    .values({c.name: bindparam(c.name, type_=c.type) for c in receipt.c if c.name != "outcome"})
    .on_conflict_do_nothing()
)
_FOUND = select(receipt.c.deed, receipt.c.fingerprint, receipt.c.outcome).where(
    receipt.c.person_id == bindparam("person"), receipt.c.key == bindparam("by_key")
)
_KEEP = (
    update(receipt)
    .where(receipt.c.person_id == bindparam("person"), receipt.c.key == bindparam("by_key"))
    .values(outcome=bindparam("outcome", type_=receipt.c.outcome.type))
)


_KEPT_BACK: dict[Deed, frozenset[str]] = {}


async def once(
    tx: Transaction, request: Request, deed: Deed, *, key: str | None, arguments: Mapping[str, Any]
) -> Any:
    """Run the deed inside `tx`, or answer with what it answered under the same key before.

    Raises KeyReused when the key was used by this person for another deed or other arguments.
    """
    if key is None:
        return await deed(tx, request, **arguments)
    if not 1 <= len(key) <= KEY_LENGTH:
        raise InvalidInput(
            what="idempotencyKey", allowed=f"1–{KEY_LENGTH} characters", field="idempotencyKey"
        )
    mark = fingerprint(_told(deed, arguments))
    name = deed.__name__
    claimed = await tx.run(
        _CLAIM,
        person_id=request.reach.person,
        key=key,
        deed=name,
        fingerprint=mark,
        at=request.now,
    )
    if not claimed:
        earlier = await tx.row(_FOUND, person=request.reach.person, by_key=key)
        if earlier is None or (earlier["deed"], earlier["fingerprint"]) != (name, mark):
            raise KeyReused(key=key, field="idempotencyKey")
        return restored(earlier["outcome"])
    outcome = await deed(tx, request, **arguments)
    await tx.run(_KEEP, person=request.reach.person, by_key=key, outcome=stored(outcome))
    return outcome


def keeps_back(*names: str) -> Callable[[Deed], Deed]:
    """Marks arguments of a deed that nothing is kept of, not even a hash that could be guessed:
    the choice in a secret ballot. Sent again under its key with another one, it answers as before.
    """

    def marked(deed: Deed) -> Deed:
        _KEPT_BACK[deed] = frozenset(names)
        return deed

    return marked


def _told(deed: Deed, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """The arguments that a receipt may rest on."""
    kept_back = _KEPT_BACK.get(deed, frozenset())
    return {name: value for name, value in arguments.items() if name not in kept_back}


def fingerprint(arguments: Mapping[str, Any]) -> bytes:
    """SHA-256 over the arguments' canonical text."""
    return hashlib.sha256(canonical(arguments).encode()).digest()


_CANONICAL = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def canonical(value: Any) -> str:
    """One text for one value: keys sorted, no spaces, numbers and dates as strings."""
    return _CANONICAL.encode(plain(value))


_ALREADY_PLAIN = frozenset({str, int, bool, float, type(None)})


def plain(value: Any) -> Any:
    """A value as JSON knows it, exactly: decimals, dates and ids become strings."""
    kind = type(value)
    if kind in _ALREADY_PLAIN:
        return value
    if kind is Decimal or kind is UUID:
        return str(value)
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(plain(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Decimal | UUID):  # of a class of its own, such as the driver's
        return str(value)
    return value


def stored(outcome: Any) -> Any:
    """An outcome as its receipt keeps it: an id, a list of ids and refusals, or an object."""
    if isinstance(outcome, list):
        return [stored(each) for each in outcome]
    if isinstance(outcome, Refusal):
        return {
            "code": outcome.code,
            "en": outcome.message("en"),
            "vi": outcome.message("vi"),
            "field": outcome.field,
        }
    if is_dataclass(outcome):
        return {OBJECT: plain(outcome)}
    return str(outcome)


def restored(outcome: Any) -> Any:
    """The outcome that `stored` kept."""
    if isinstance(outcome, list):
        return [restored(each) for each in outcome]
    if isinstance(outcome, dict):
        return outcome[OBJECT] if OBJECT in outcome else Remembered(outcome)
    return UUID(outcome)


class Remembered(Refusal):
    """A refusal told before, told again under the same idempotency key."""

    code = "REMEMBERED"

    def __init__(self, kept: Mapping[str, Any]) -> None:
        self._kept = kept
        super().__init__(field=kept["field"])
        self.code = kept["code"]  # type: ignore[misc]  # the class's code stands for no refusal

    def message(self, language: str) -> str:
        """The sentence as it was told the first time."""
        return str(self._kept[language])
