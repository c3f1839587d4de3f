"""Which part of the record an operation touches: the ordinary one, or the Party's own beside it.

Nobody declares it. A deed or a question is the Party's when its function lives in the Party's
slice, and a statement is when it names the Party's schema, however deep; so none can be forgotten.
"""

import re
from typing import Final

from gateway.graph.json_sql import LITERAL
from gateway.graph.model import Shape
from resolvers.core.errors import Refusal
from resolvers.core.modules import PARTY
from resolvers.core.tables import PARTY_SCHEMA

WATCHED: Final = frozenset({"discipline", "dossier", "personnel", "rewards", PARTY})
"""Slices whose refused attempts are told to the audit."""

_LITERAL = re.compile(LITERAL)
_NAMED = re.compile(rf'\b{PARTY_SCHEMA}"?\.')


class PartyModuleNotConfigured(Refusal):
    """The Party module is not configured on this installation."""

    code = "PARTY_MODULE_NOT_CONFIGURED"
    vi = "Hệ thống này chưa cấu hình phân hệ công tác đảng."


class PartyEntranceNeeded(Refusal):
    """Party work is done through the Party's own entrance."""

    code = "PARTY_ENTRANCE_NEEDED"
    vi = "Công việc này chỉ được thực hiện qua cổng đăng nhập riêng của công tác đảng."


def holds_party(shape: Shape) -> bool:
    """Whether the rows of a type stand in the Party's schema."""
    return shape.table is not None and shape.table.schema == PARTY_SCHEMA


def names_party(sql: str) -> bool:
    """Whether a statement names a table of the Party's schema."""
    return _NAMED.search(_LITERAL.sub("", sql)) is not None
