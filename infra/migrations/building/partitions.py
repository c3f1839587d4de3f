"""Tables in parts, one for each year of `period`.

There is no part for "everything else": a row of a year that has no part yet is refused.
"""

from alembic import op

ADD_YEAR = """
create function congtam.add_year(year integer) returns void language plpgsql
as $$
declare
    parent text;
begin
    for parent in
        select relname from pg_class
        where relkind = 'p' and relnamespace = 'congtam'::regnamespace order by relname
    loop
        execute format(
            'create table if not exists congtam.%I partition of congtam.%I'
            ' for values from (%L) to (%L) with (fillfactor = 90)',
            parent || '_' || year, parent, make_date(year, 1, 1), make_date(year + 1, 1, 1)
        );
    end loop;
end
$$
"""
"""Free space in each page lets an update of a row stay in its page and leave the indexes alone."""


def create_function() -> None:
    op.execute(ADD_YEAR)
    op.execute("revoke execute on function congtam.add_year from public")


def add_years(first: int, last: int) -> None:
    for year in range(first, last + 1):
        op.execute(f"select congtam.add_year({year})")
