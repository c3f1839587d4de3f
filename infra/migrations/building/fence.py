"""The row fence: which rows the writer and the console get past, whatever statement they send.

Coarse on purpose: the agencies that a person's reach touches, and his own rows. What he may see and
do inside is decided by `visible` and by the policies. Nobody set in the transaction means nothing.
Sub-selects without a reference to the row are computed once per statement, not once per row.
"""

from alembic import op

FUNCTIONS = (
    """
create function congtam.fence_agencies() returns uuid[] language sql stable
return coalesce(nullif(current_setting('congtam.agencies', true), '')::uuid[], '{}')
""",
    """
create function congtam.fence_person() returns uuid language sql stable
return nullif(current_setting('congtam.person', true), '')::uuid
""",
    # The command line on the server installs agencies that nobody belongs to yet.
    """
create function congtam.fence_open() returns boolean language sql stable
return coalesce(current_setting('congtam.operator', true), '') = 'on'
""",
)

_OPEN = "(select congtam.fence_open())"


def of_agency(column: str) -> str:
    """Rows of the agencies that the reach touches."""
    return f"{column} = any ((select congtam.fence_agencies())::uuid[])"


def of_person(column: str) -> str:
    """The person's own rows."""
    return f"{column} = (select congtam.fence_person())"


def create_functions() -> None:
    for function in FUNCTIONS:
        op.execute(function)


def fence(table: str, *conditions: str, open_to_read: bool = False) -> None:
    """Fence a table: one condition must hold for the rows that are read, and for those written.

    `open_to_read` is for what is nobody's secret: all may read it, the fence is for writing.
    """
    holds = " or ".join((_OPEN, *conditions))
    shown = "true" if open_to_read else holds
    op.execute(f"alter table congtam.{table} enable row level security")
    op.execute(f"alter table congtam.{table} force row level security")
    _policy(table, "reads", "select", "congtam_reader", "using (true)")
    _policy(table, "console_reads", "select", "congtam_console", f"using ({shown})")
    _policy(table, "deeds_read", "select", "congtam_writer", f"using ({shown})")
    _policy(table, "deeds_insert", "insert", "congtam_writer", f"with check ({holds})")
    _policy(table, "deeds_update", "update", "congtam_writer", f"using ({holds})")
    _policy(table, "deeds_delete", "delete", "congtam_writer", f"using ({holds})")


def _policy(table: str, name: str, deed: str, role: str, condition: str) -> None:
    op.execute(f"create policy {name} on congtam.{table} for {deed} to {role} {condition}")
