"""The statements behind portal sessions. What a session means is said in `sessions`."""

from uuid import UUID

from sqlalchemy import BindParameter, bindparam, delete, insert, null, or_, select, update

from gateway.identity.tables import login_attempt, session, spent_logout_token

_ID: BindParameter[UUID] = bindparam("wanted", type_=session.c.id.type)
_NOW = bindparam("now", type_=session.c.ends_at.type)

OPEN = insert(session)

_ENTRANCE = bindparam("by", type_=session.c.entrance.type)

FIND = select(session).where(
    session.c.secret_digest == bindparam("digest"),
    session.c.entrance == _ENTRANCE,
    session.c.ends_at > _NOW,
    session.c.seen_at > bindparam("idle_since", type_=session.c.seen_at.type),
)

LOCK = select(session).where(session.c.id == _ID).with_for_update()
LOCK_IF_FREE = select(session).where(session.c.id == _ID).with_for_update(skip_locked=True)

TOUCH = update(session).where(session.c.id == _ID).values(seen_at=_NOW)

RENEW = (
    update(session)
    .where(session.c.id == _ID)
    .values(
        refresh_at=bindparam("next_refresh", type_=session.c.refresh_at.type),
        expires_at=bindparam("next_expiry", type_=session.c.expires_at.type),
        sealed=bindparam("next_sealed", type_=session.c.sealed.type),
    )
)

CLOSE = delete(session).where(session.c.id == _ID)

CLOSE_BY_SECRET = (
    delete(session)
    .where(session.c.secret_digest == bindparam("digest"), session.c.entrance == _ENTRANCE)
    .returning(session)
)

_SID = bindparam("of_sid", type_=session.c.sid.type)
_SUB = bindparam("of_sub", type_=session.c.sub.type)
CLOSE_AT_ISSUER = delete(session).where(
    session.c.iss == bindparam("of_iss"),
    or_(_SID.is_(null()), session.c.sid == _SID),
    or_(_SUB.is_(null()), session.c.sub == _SUB),
)

BEGIN_LOGIN = insert(login_attempt)

TAKE_LOGIN = (
    delete(login_attempt)
    .where(
        login_attempt.c.state_digest == bindparam("digest"),
        login_attempt.c.browser_digest == bindparam("browser"),
        login_attempt.c.ends_at > _NOW,
    )
    .returning(login_attempt.c.sealed)
)

SPEND_LOGOUT_TOKEN = insert(spent_logout_token)

SWEEP = tuple(
    delete(table).where(table.c.ends_at <= _NOW)
    for table in (session, login_attempt, spent_logout_token)
)
