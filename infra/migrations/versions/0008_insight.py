"""Signals, figures, calibration and proposals for rewards."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

FENCES = {
    "calibration": (of_agency("agency_id"), of_person("person_id")),
    "figures": (of_agency("agency_id"),),
    "reward_proposal": (
        of_agency("agency_id"),
        of_agency("deciding_agency_id"),
        of_person("person_id"),
    ),
    "signal": (of_agency("agency_id"),),
}


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0008_insight")
    for table, conditions in FENCES.items():
        fence(table, *conditions)
        grant(table, deeds=("insert", "update"))


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
