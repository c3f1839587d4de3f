"""What another agency reads of a person, for a stated purpose and a limited time."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0012_dossier")
    for table in ("dossier_request", "dossier", "dossier_read"):
        both = (of_agency("agency_id"), of_agency("from_agency_id"))
        fence(table, *both, of_person("person_id"))
        # What was read stays as it was read.
        grant(table, deeds=("insert",) if table == "dossier_read" else ("insert", "update"))


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
