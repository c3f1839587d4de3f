"""${message}

Three harmless steps, in three releases: add what may be null; write and backfill; tighten. This
migration takes one of them, and never travels with the code that needs it.
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    # Rather fail and be run again than queue behind a long reader and block everybody behind us.
    op.execute("set local lock_timeout = '3s'")
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
