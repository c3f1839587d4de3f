"""Where portal sessions live. No row holds what opens a session: only digests and sealed text."""

from sqlalchemy import Column, DateTime, Index, LargeBinary, Table, Text, text

from resolvers.core.tables import identity, metadata, one_of

_MOMENT = DateTime(timezone=True)

session = Table(
    "session",
    metadata,
    identity(),
    Column("secret_digest", LargeBinary, nullable=False, unique=True),
    Column("iss", Text, nullable=False),
    Column("sub", Text, nullable=False),
    Column("sid", Text),
    Column("began_at", _MOMENT, nullable=False),
    Column("seen_at", _MOMENT, nullable=False),
    Column("ends_at", _MOMENT, nullable=False),
    Column("refresh_at", _MOMENT),
    Column("expires_at", _MOMENT),
    Column("sealed", LargeBinary, nullable=False),
    Column("entrance", Text, nullable=False, server_default=text("'portal'")),
    one_of("entrance", "portal", "party"),
    Index(None, "iss", "sub"),
    Index(None, "ends_at"),
    comment="A person signed in at a portal",
)
"""`sid` is the issuer's session. `expires_at` is the end of the access token, `refresh_at` when it
is renewed; both null where the issuer gives no refresh token. `sealed` holds the refresh token, the
id token and the person's name. `entrance` is the one that the person came in by: what the Party's
entrance opens, no other session does."""

login_attempt = Table(
    "login_attempt",
    metadata,
    Column("state_digest", LargeBinary, primary_key=True),
    Column("browser_digest", LargeBinary, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("ends_at", _MOMENT, nullable=False),
    Index(None, "ends_at"),
    comment="A sign-in that was begun and not yet finished",
)
"""`sealed` holds the proof key (RFC 7636), the nonce and the page to return to."""

spent_logout_token = Table(
    "spent_logout_token",
    metadata,
    Column("iss", Text, primary_key=True),
    Column("jti", Text, primary_key=True),
    Column("ends_at", _MOMENT, nullable=False),
    Index(None, "ends_at"),
    comment="Logout tokens that did their work once",
)
