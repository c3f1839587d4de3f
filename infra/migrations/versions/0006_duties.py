"""The heads' duties as a clock: steps, notices, breaches; and the queue of the program's jobs."""

from pathlib import Path

from alembic import op

from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant
from infra.migrations.building.scripts import run_script
from infra.migrations.building.statements import run_file

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

QUEUE = Path(__file__).parents[1] / "jobs" / "procrastinate-3.10.0.sql"
OPEN_TO_THE_WORKER = (
    "grant usage on schema congtam_jobs to congtam_worker",
    "grant select, insert, update, delete on all tables in schema congtam_jobs to congtam_worker",
    "grant usage on all sequences in schema congtam_jobs to congtam_worker",
    "revoke execute on all functions in schema congtam_jobs from public",
    "grant execute on all functions in schema congtam_jobs to congtam_worker",
)
ROOM_FOR_THE_NEXT_YEAR = (
    "alter function congtam.add_year(integer) security definer set search_path = pg_catalog",
    "grant usage on schema congtam to congtam_worker",
    "grant execute on function congtam.add_year(integer) to congtam_worker",
)
"""The owner's one deed that a job does: so the worker need not be the owner."""


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0006_duties")
    fence("duty", of_agency("agency_id"))
    for table in ("breach", "contact"):
        fence(table, of_agency("agency_id"), of_person("person_id"))
    for table in ("notice", "mail"):
        fence(table, of_person("person_id"))
    for table in ("duty", "breach", "contact", "notice", "mail"):
        grant(table, deeds=("insert", "update"), console=table not in ("notice", "mail"))
    _queue()
    for statement in ROOM_FOR_THE_NEXT_YEAR:
        op.execute(statement)


def _queue() -> None:
    """Procrastinate writes its names without a schema; the worker's sessions look here too."""
    op.execute("set local search_path = congtam_jobs")
    run_script(QUEUE)
    op.execute("set local search_path to default")
    for statement in OPEN_TO_THE_WORKER:
        op.execute(statement)


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
