"""Party organisations and the reviews of members: the Party's own record."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
