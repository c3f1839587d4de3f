"""The register of discipline, and of procedures that are under way."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
