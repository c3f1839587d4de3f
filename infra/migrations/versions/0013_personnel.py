"""Personnel actions: proposals, their gates, hearings, votes, decisions and effects."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

OF_A_FILE = ("protected_state", "personal_wish", "service_fact")
"""What stands in a person's file: it goes with the person."""

OF_AN_ACTION = (
    "action_agreement",
    "action_gate",
    "action_ground",
    "action_hearing",
    "action_vote",
)
"""What is written once."""


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0013_personnel")
    for table in ("personnel_action", "action_step", *OF_AN_ACTION):
        agencies = ("agency_id", "deciding_agency_id", "receiving_agency_id")
        fence(table, *map(of_agency, agencies), of_person("person_id"))
        changes = () if table in OF_AN_ACTION else ("update",)
        grant(table, deeds=("insert", *changes))
    run_file("0013_personnel_gates")
    for table in OF_A_FILE:
        # Whoever gets past the fence of a person's file gets past that of what stands in it.
        file = f"exists (select from congtam.person p where p.id = {table}.person_id)"
        fence(table, of_agency("agency_id"), of_person("person_id"), file)
        grant(table, deeds=("insert", "update"))
    fence("periodic_position", of_agency("agency_id"))
    grant("periodic_position", deeds=("insert",))


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
