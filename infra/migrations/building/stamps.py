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


def create_function() -> None:
    op.execute(RAISE_STAMP)
    op.execute("revoke execute on function congtam.raise_authority_stamp from public")
    op.execute("insert into congtam.authority_stamp (stamp) values (1)")


def watch(tables: Iterable[str]) -> None:
    for table in tables:
        op.execute(
            "create trigger raise_authority_stamp"
            f" after insert or update or delete or truncate on congtam.{table}"
            " for each statement execute function congtam.raise_authority_stamp()"
        )
