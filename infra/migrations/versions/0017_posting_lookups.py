"""Posts are found by agency and by person without reading all of them."""

from alembic import op

from infra.migrations.building.statements import run_file

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0017_posting_lookups")


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
