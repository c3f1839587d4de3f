"""The statements that move a letter through the outbox; what they mean is said in `outbox`."""

from typing import Any

from sqlalchemy import DateTime, Integer, Text, bindparam, column, func, select, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.duties import mail, notice

_NOW = bindparam("now", type_=DateTime(timezone=True))
_UNTIL = bindparam("until", type_=DateTime(timezone=True))
_DUE = (
    select(mail.c.id)
    .where(mail.c.state.in_(("waiting", "claimed")), mail.c.not_before <= _NOW)
    .order_by(mail.c.not_before, mail.c.id)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
    .cte("due")
)
CLAIM = (
    update(mail)
    .where(mail.c.id == _DUE.c.id, notice.c.id == mail.c.notice_id)
    .values(state="claimed", not_before=_UNTIL, attempts=mail.c.attempts + 1)
    .returning(
        mail.c.id, mail.c.address, mail.c.language, mail.c.attempts, notice.c.kind, notice.c.params
    )
)

_WHAT_MOVES: dict[str, Any] = {
    "letter": UuidType(as_uuid=True),
    "until": DateTime(timezone=True),
    "was": Text,
    "then": Text,
    "later": DateTime(timezone=True),
    "sent_at": DateTime(timezone=True),
    "reply": Text,
}
"""What `moves.Move` says of a letter; each is bound as an array, `:each_letter` and so on."""
_move = (
    func.unnest(
        *(bindparam(f"each_{name}", type_=ARRAY(kind)) for name, kind in _WHAT_MOVES.items())
    )
    .table_valued(*(column(name, kind) for name, kind in _WHAT_MOVES.items()))
    .render_derived("move")
)


MOVE = (
    update(mail)
    .where(
        mail.c.id == _move.c.letter, mail.c.not_before == _move.c.until, mail.c.state == _move.c.was
    )
    .values(
        state=_move.c.then,
        not_before=func.coalesce(_move.c.later, mail.c.not_before),
        sent_at=func.coalesce(_move.c.sent_at, mail.c.sent_at),
        reply=func.coalesce(_move.c.reply, mail.c.reply),
    )
    .returning(mail.c.id)
)
LOST = (
    update(mail)
    .where(mail.c.state == "handing_over", mail.c.not_before <= _NOW)
    .values(state="unknown")
    .returning(mail.c.id)
)
EXPIRE = (
    update(mail)
    .where(
        mail.c.state == "waiting",
        mail.c.not_before <= _NOW,
        mail.c.created_at <= bindparam("too_old", type_=DateTime(timezone=True)),
    )
    .values(state="expired")
)
