"""What another agency reads of a person, for a stated purpose and a limited time."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
