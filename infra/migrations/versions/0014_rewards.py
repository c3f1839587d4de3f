"""Bonus fund, additional income, and the lists that share them out."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
