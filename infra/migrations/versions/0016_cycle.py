"""Agencies that are followed up and scored by the quarter (Decree 335/2025, art. 3.4)."""

from alembic import op

from infra.migrations.building.statements import run_file

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

FUNCTIONS = {
    # How many months one score is given for in an agency: 1, or 3 where the highest agency above
    # it has chosen the quarter. Nearly everywhere nobody has, so that is asked first.
    "cycle_months(uuid, date)": """
create function congtam.cycle_months(of_agency uuid, on_day date)
returns integer language plpgsql stable security definer set search_path = congtam, pg_temp
as $$
begin
    if not exists (select from congtam.agency_switch s where s.name = 'cycle') then
        return 1;
    end if;
    return (
        with recursive above as (
            select a.id, a.managing_agency_id from congtam.agency a where a.id = of_agency
            union
            select a.id, a.managing_agency_id
            from congtam.agency a join above on a.id = above.managing_agency_id
        )
        select case when bool_or(s.value = '"quarter"') then 3 else 1 end
        from above join congtam.agency_switch s on s.agency_id = above.id
        where above.managing_agency_id is null and s.name = 'cycle' and s.during @> on_day
    );
end
$$
""",
    # Whether a unit of the agency, or of one beneath it, has opened a period from a day on.
    "opened_since(uuid, date)": """
create function congtam.opened_since(of_agency uuid, on_day date)
returns boolean language sql stable security definer set search_path = congtam, pg_temp
as $$
    with recursive beneath as (
        select a.id from congtam.agency a where a.id = of_agency
        union
        select a.id from congtam.agency a join beneath on a.managing_agency_id = beneath.id
    )
    select exists (
        select from congtam.unit_month m join beneath on beneath.id = m.agency_id
        where m.period >= on_day
    )
$$
""",
}
"""They answer a number or yes and no and show no row, so they look past the fence: the length of
a period is the same for everybody, also for those who do not reach the agency that chose it."""


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0016_cycle")
    for name, function in FUNCTIONS.items():
        op.execute(function)
        op.execute(f"revoke execute on function congtam.{name} from public")
        op.execute(f"grant execute on function congtam.{name} to congtam_reader, congtam_writer")


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
