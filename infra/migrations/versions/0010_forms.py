"""Templates of the official forms that agencies keep themselves."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0010_forms")
    fence("form_template", of_agency("agency_id"))
    grant("form_template", deeds=("insert", "update"))


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
