"""The Party's own schema: its row fence and its grants, for the Party's two roles and nobody else.

Nothing here is given to the ordinary reader, writer, console or worker, not even the way into the
schema. The fence is as coarse as the other one: the Party organisations that a mandate touches, and
what concerns the person himself.
"""

from collections.abc import Iterable

from alembic import op

SCHEMA = "congtam_party"

FUNCTIONS = (
    """
create function congtam_party.fence_bodies() returns uuid[] language sql stable
return coalesce(nullif(current_setting('congtam.party_bodies', true), '')::uuid[], '{}')
""",
    """
create function congtam_party.fence_person() returns uuid language sql stable
return nullif(current_setting('congtam.party_person', true), '')::uuid
""",
)

# The operator on the server lays down the first Party organisations and mandates.
_OPEN = "(select congtam.fence_open())"


def of_body(column: str) -> str:
    """Rows of the Party organisations that the reach touches."""
    return f"{column} = any ((select congtam_party.fence_bodies())::uuid[])"


def of_member(column: str) -> str:
    """Rows of the person who came in by the Party's entrance."""
    return f"{column} = (select congtam_party.fence_person())"


def open_schema() -> None:
    """Let the Party's roles into the schema, and make the fence's functions."""
    op.execute("grant usage on schema congtam_party to congtam_party_reader, congtam_party_writer")
    for function in FUNCTIONS:
        op.execute(function)


def fence(table: str, *conditions: str, open_to_read: bool = False) -> None:
    """Fence a table: one condition must hold for the rows that are read, and for those written.

    `open_to_read` is for what is no secret among those who came in by the Party's entrance.
    """
    holds = " or ".join((_OPEN, *conditions))
    shown = "true" if open_to_read else holds
    op.execute(f"alter table congtam_party.{table} enable row level security")
    op.execute(f"alter table congtam_party.{table} force row level security")
    _policy(table, "reads", "select", "congtam_party_reader", "using (true)")
    _policy(table, "deeds_read", "select", "congtam_party_writer", f"using ({shown})")
    _policy(table, "deeds_insert", "insert", "congtam_party_writer", f"with check ({holds})")
    _policy(table, "deeds_update", "update", "congtam_party_writer", f"using ({holds})")
    _policy(table, "deeds_delete", "delete", "congtam_party_writer", f"using ({holds})")


def grant(table: str, *, deeds: Iterable[str]) -> None:
    """Let the Party's reader read `table`, and its writer do `deeds` (insert, update, delete)."""
    op.execute(f"grant select on congtam_party.{table} to congtam_party_reader")
    doing = ", ".join(("select", *deeds))
    op.execute(f"grant {doing} on congtam_party.{table} to congtam_party_writer")


def _policy(table: str, name: str, deed: str, role: str, condition: str) -> None:
    op.execute(f"create policy {name} on congtam_party.{table} for {deed} to {role} {condition}")
