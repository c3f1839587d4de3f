"""Process criteria and long work."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0007_process")
    fence("process_measure", of_agency("agency_id"), of_person("person_id"))
    grant("process_measure", deeds=("insert",))


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
