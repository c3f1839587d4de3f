"""The authority stamp rises with every statement that may change somebody's authority.

An ordinary row, not a sequence: it changes at the very moment that the change itself is committed,
so nobody can compute a reach from old rows under a new stamp.
"""

from collections.abc import Iterable

from alembic import op

RAISE_STAMP = """
create function congtam.raise_authority_stamp() returns trigger language plpgsql
security definer set search_path = congtam, pg_temp
as $$
begin
    update congtam.authority_stamp set stamp = stamp + 1;
    return null;
end
$$
"""

RAISE_STAMP_ONCE = """
create or replace function congtam.raise_authority_stamp() returns trigger language plpgsql
security definer set search_path = congtam, pg_temp
as $$
declare
    mine text = cast(pg_current_xact_id() as text);
begin
    if current_setting('congtam.stamp_raised_by', true) is distinct from mine then
        update congtam.authority_stamp set stamp = stamp + 1;
        perform set_config('congtam.stamp_raised_by', mine, true);
    end if;
    return null;
end
$$
"""
"""Once in a transaction is enough, since nobody else sees its rows before it commits; a deed that
writes hundreds of them would leave as many dead versions of the one row. A rolled back savepoint
takes the setting back together with the stamp."""


def create_function() -> None:
    op.execute(RAISE_STAMP)
    op.execute("revoke execute on function congtam.raise_authority_stamp from public")
    op.execute("insert into congtam.authority_stamp (stamp) values (1)")


def raise_once() -> None:
    """From now on a transaction raises the stamp once, however much it changes."""
    op.execute(RAISE_STAMP_ONCE)


def watch(tables: Iterable[str], *, schema: str = "congtam") -> None:
    for table in tables:
        op.execute(
            "create trigger raise_authority_stamp"
            f" after insert or update or delete or truncate on {schema}.{table}"
            " for each statement execute function congtam.raise_authority_stamp()"
        )
