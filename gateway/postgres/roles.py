"""The database roles, and how any server is made ready for them.

A server is the embedded one or whatever DATABASE_URL names. `prepare` is safe to repeat; what it
may not do itself it names in one line, so that an administrator can.
"""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote, urlsplit, urlunsplit

import asyncpg

from gateway.failure import Failure

ADMINISTRATOR = "postgres"
OWNER = "congtam_owner"
READER = "congtam_reader"
WRITER = "congtam_writer"
CONSOLE = "congtam_console"
WORKER = "congtam_worker"
PARTY_READER = "congtam_party_reader"
PARTY_WRITER = "congtam_party_writer"
ROLES: Mapping[str, str] = {
    OWNER: "bypassrls",
    READER: "nobypassrls",
    WRITER: "nobypassrls",
    CONSOLE: "nobypassrls",
    WORKER: "nobypassrls",
    PARTY_READER: "nobypassrls",
    PARTY_WRITER: "nobypassrls",
}
"""Owner: migrates and owns the schema. Reader: compiled reads, which carry row permission in the
statement. Writer: deeds, behind the row fence. Console: people with psql, behind the fence too,
and read only. Worker: the queue of jobs, and nothing else; what a job does it does as writer.
Party reader and party writer: the same for what touches the Party's own tables, which no other
role can see (decision 0015)."""
INHERITS: Mapping[str, str] = {PARTY_READER: READER, PARTY_WRITER: WRITER}
"""A party review stands beside the classification, so these two also have what the others have."""
SCHEMAS = ("congtam", "congtam_jobs", "congtam_party")
"""The program's own tables; the queue's; the Party's."""

OLDEST = 15
if TYPE_CHECKING:
    Connection: TypeAlias = asyncpg.Connection[asyncpg.Record]
else:  # generic in its stubs only
    Connection = asyncpg.Connection

_PREPARING = 0x636F6E67
"""The advisory lock that keeps two processes from preparing one database at once."""
ATTEMPTS = 8


class NotPrepared(Failure):
    """The database cannot be used as it is; the message is one line and says what is missing."""


@dataclass(frozen=True, slots=True)
class Login:
    """How to connect as one role: a URL, and the role to take on where its user is another."""

    url: str = field(repr=False)
    role: str | None = None

    def on(self, database: str) -> "Login":
        """The same login on another database of the same server."""
        return replace(self, url=on_database(self.url, database))

    async def connect(self, **options: Any) -> Connection:
        """One connection outside any pool; options and exceptions are those of asyncpg."""
        settings = dict(options.pop("server_settings", {}))
        if self.role:
            settings["role"] = self.role
        return await asyncpg.connect(self.url, server_settings=settings, **options)


@dataclass(frozen=True, slots=True)
class Access:
    """The logins of the roles on one database."""

    owner: Login
    reader: Login
    writer: Login
    console: Login
    worker: Login
    party_reader: Login
    party_writer: Login

    def on(self, database: str) -> "Access":
        logins = {each.name: getattr(self, each.name).on(database) for each in fields(self)}
        return Access(**logins)

    def of_party(self) -> "Access":
        """The same, where reads and deeds go under the Party's roles."""
        return replace(self, reader=self.party_reader, writer=self.party_writer)


def on_database(url: str, database: str) -> str:
    """`url` with another database name."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{quote(database)}"))


async def prepare(url: str, passwords: Mapping[str, str] | None = None) -> Access:
    """Make the database of `url` ready for migrations; raises NotPrepared.

    Database, roles, schema and extension are made where the URL's user may do that. With
    `passwords` (the embedded server) each role signs in for itself; without, the URL's user signs
    in and takes the role on.
    """
    connection = await _connect(url)
    try:
        await _demand_server(connection)
        await _prepare(connection, passwords or {})
    except asyncpg.InsufficientPrivilegeError as problem:
        reason = str(problem).splitlines()[0]
        raise NotPrepared(f"DATABASE_URL: {reason}; an administrator must prepare it") from None
    finally:
        await connection.close()
    return Access(*(_login(url, role, passwords) for role in ROLES))


async def _prepare(connection: Connection, passwords: Mapping[str, str]) -> None:
    """Roles belong to the whole server, and the lock to one database only: two processes that
    prepare two databases may change one role at the same moment, and one of them tries again."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            async with connection.transaction():
                await connection.execute("select pg_advisory_xact_lock($1)", _PREPARING)
                for role in ROLES:
                    await _prepare_role(connection, role, passwords.get(role))
                await _prepare_schema(connection)
            return
        except (asyncpg.InternalServerError, asyncpg.UniqueViolationError):
            if attempt == ATTEMPTS:
                raise
            await asyncio.sleep(0.1 * attempt)


def _login(url: str, role: str, passwords: Mapping[str, str] | None) -> Login:
    if passwords is None:
        return Login(url, role)
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    return Login(urlunsplit(parts._replace(netloc=f"{role}:{quote(passwords[role])}@{place}")))


async def _connect(url: str) -> Connection:
    if urlsplit(url).scheme not in ("postgresql", "postgres"):
        raise NotPrepared(
            "DATABASE_URL must look like postgresql://user:password@host:port/database"
        )
    database = urlsplit(url).path.lstrip("/")
    if not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", database):
        raise NotPrepared("DATABASE_URL must end in a database name of a-z, 0-9 and _")
    try:
        try:
            return await asyncpg.connect(url, timeout=10)
        except asyncpg.InvalidCatalogNameError:
            await _create_database(url, database)
            return await asyncpg.connect(url, timeout=10)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, ValueError) as problem:
        reason = " ".join(str(problem).split()) or type(problem).__name__
        raise NotPrepared(f"DATABASE_URL: cannot connect: {reason}") from None


async def _create_database(url: str, database: str) -> None:
    connection = await asyncpg.connect(on_database(url, "postgres"), timeout=10)
    try:
        await connection.execute(f"create database {database} encoding 'UTF8' template template0")
    except asyncpg.DuplicateDatabaseError:
        pass
    except asyncpg.InsufficientPrivilegeError:
        raise NotPrepared(
            f"DATABASE_URL: database {database} does not exist and this user may not create it"
        ) from None
    finally:
        await connection.close()


async def _demand_server(connection: Connection) -> None:
    version = connection.get_server_version()
    if version.major < OLDEST:
        raise NotPrepared(f"DATABASE_URL: PostgreSQL {version.major} is older than {OLDEST}")
    encoding = await connection.fetchval("show server_encoding")
    if encoding != "UTF8":
        raise NotPrepared(f"DATABASE_URL: the database is encoded in {encoding}, UTF8 is needed")


async def _prepare_role(connection: Connection, role: str, password: str | None) -> None:
    power = ROLES[role]
    found = await connection.fetchrow("select * from pg_roles where rolname = $1", role)
    lender = INHERITS.get(role)
    inherit = "noinherit" if lender is None else "inherit"
    if found is None:
        await connection.execute(f"create role {role} {inherit} {power}")
    elif found["rolsuper"] or found["rolbypassrls"] != (power == "bypassrls"):
        raise NotPrepared(f"DATABASE_URL: needs: alter role {role} nosuperuser {power}")
    if lender is not None and not await _has(connection, role, lender):
        # Before version 16 the role itself says whether it inherits.
        how = " with inherit true" if connection.get_server_version().major >= 16 else ""
        await connection.execute(f"grant {lender} to {role}{how}")
    if password is not None:
        quoted = await connection.fetchval("select quote_literal($1)", password)
        await connection.execute(f"alter role {role} login password {quoted}")
    elif not await _may_take_on(connection, role):
        await connection.execute(f"grant {role} to current_user")


async def _has(connection: Connection, role: str, lender: str) -> bool:
    """Whether a role has, without any further step, what another one has."""
    ask = "select pg_has_role($1::name, $2::name, 'usage')"
    has: bool = await connection.fetchval(ask, role, lender)
    return has


async def _may_take_on(connection: Connection, role: str) -> bool:
    # Version 16 split membership: only its SET part lets a user take the role on.
    part = "set" if connection.get_server_version().major >= 16 else "member"
    may: bool = await connection.fetchval(
        "select pg_has_role(current_user, $1::name, $2)", role, part
    )
    return may


async def _prepare_schema(connection: Connection) -> None:
    """The schemas and the one extension, which exclusion constraints over (id, period) need."""
    for schema in SCHEMAS:
        owner = await connection.fetchval(
            "select r.rolname from pg_namespace n join pg_roles r on r.oid = n.nspowner"
            " where n.nspname = $1",
            schema,
        )
        if owner is None:
            await connection.execute(f"create schema {schema} authorization {OWNER}")
        elif owner != OWNER:
            raise NotPrepared(f"DATABASE_URL: schema {schema} belongs to {owner}, not to {OWNER}")
    await connection.execute("create extension if not exists btree_gist schema public")
