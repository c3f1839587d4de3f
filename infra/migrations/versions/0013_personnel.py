"""Personnel actions: proposals, their gates, hearings, votes, decisions and effects."""

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
