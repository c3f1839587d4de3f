"""Mergers, splits, moves and hand-overs."""

from alembic import op

from infra.migrations.building import stamps
from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

CHANGED = (
    "alter table congtam.agency add column succeeded_by_id uuid,"
    " add constraint agency_succeeded_by_id_fk"
    " foreign key (succeeded_by_id) references congtam.agency (id),"
    " add constraint agency_not_its_own_successor_check check (succeeded_by_id <> id)",
    "alter table congtam.unit add column kept_by_id uuid,"
    " add constraint unit_kept_by_id_fk foreign key (kept_by_id) references congtam.unit (id),"
    " add constraint unit_not_its_own_keeper_check check (kept_by_id <> id)",
)
"""Who keeps the records of what was closed."""

BETWEEN_AGENCIES = ("handed_sheet", "handover", "handover_request", "transfer")
"""Rows that two agencies share, and the person they are about."""


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    for statement in CHANGED:
        op.execute(statement)
    run_file("0009_reorganisation")
    fence("reorganisation", of_agency("agency_id"), open_to_read=True)
    grant("reorganisation", deeds=("insert",))
    for table in BETWEEN_AGENCIES:
        both = (of_agency("agency_id"), of_agency("from_agency_id"))
        fence(table, *both, of_person("person_id"))
        grant(table, deeds=("insert",))
    for table in ("handed_sheet", "handover_request", "transfer"):
        grant(table, deeds=("update",))
    stamps.raise_once()


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
