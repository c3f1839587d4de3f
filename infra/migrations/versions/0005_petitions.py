"""Entry windows, lock exceptions and petitions."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

FUNCTIONS = {
    # Whether a lock exception opens a month of a unit now, for all or for one person.
    "lock_lifted(uuid, uuid, date, timestamptz)": """
create function congtam.lock_lifted(of_unit uuid, of_person uuid, of_period date, at timestamptz)
returns boolean language sql stable security definer set search_path = congtam, pg_temp
as $$
    select exists (
        select from congtam.lock_exception e
        where e.unit_id = of_unit and e.period = of_period
            and (e.person_id is null or e.person_id = of_person)
            and e.granted_at <= at and at < coalesce(e.revoked_at, e.ends_at)
    )
$$
""",
    # Whether the head of a unit has closed its month.
    "month_closed(uuid, date)": """
create function congtam.month_closed(of_unit uuid, of_period date)
returns boolean language sql stable security definer set search_path = congtam, pg_temp
as $$
    select exists (
        select from congtam.unit_month m
        where m.unit_id = of_unit and m.period = of_period and m.state = 'closed'
    )
$$
""",
}
"""They answer yes or no and show no row, so they look past the fence: the lock on a sheet is the
same for everybody, also for a head who is scored in an agency that he does not reach."""


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0005_petitions")
    fence("lock_exception", of_agency("agency_id"), of_person("person_id"))
    for table in ("petition", "petition_document"):
        deciding = of_agency("deciding_agency_id")
        fence(table, of_agency("agency_id"), deciding, of_person("person_id"))
    for table in ("lock_exception", "petition"):
        grant(table, deeds=("insert", "update"))
    grant("petition_document", deeds=("insert",))
    for name, function in FUNCTIONS.items():
        op.execute(function)
        op.execute(f"revoke execute on function congtam.{name} from public")
        op.execute(f"grant execute on function congtam.{name} to congtam_reader, congtam_writer")


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
