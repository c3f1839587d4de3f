"""The statements that move a letter through the outbox; what they mean is said in `outbox`."""

from sqlalchemy import DateTime, Integer, Text, bindparam, select, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.duties import mail, notice

_NOW = bindparam("now", type_=DateTime(timezone=True))
_UNTIL = bindparam("until", type_=DateTime(timezone=True))
_ID = bindparam("wanted", type_=UuidType(as_uuid=True))
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
_MINE = (mail.c.id == _ID, mail.c.not_before == _UNTIL)
HAND_OVER = update(mail).where(*_MINE, mail.c.state == "claimed").values(state="handing_over")
SENT = (
    update(mail)
    .where(*_MINE, mail.c.state == "handing_over")
    .values(state="sent", sent_at=_NOW, reply=bindparam("said", type_=Text))
)
GIVE_BACK = (
    update(mail)
    .where(*_MINE, mail.c.state.in_(("claimed", "handing_over")))
    .values(
        state=bindparam("then", type_=Text),
        not_before=bindparam("later", type_=DateTime(timezone=True)),
        reply=bindparam("said", type_=Text),
    )
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
