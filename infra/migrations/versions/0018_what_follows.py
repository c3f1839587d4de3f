"""What is to be looked at after a decision changed: flags on results and on classes."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

GROUNDS_CHANGE = (
    "alter table congtam.review_flag add column ground_id uuid, add column cite text,"
    " add constraint review_flag_ground_id_fk"
    " foreign key (ground_id) references congtam.disqualifier (id),"
    " drop constraint review_flag_classification_id_kind_key,"
    " add constraint review_flag_classification_id_kind_ground_id_key"
    " unique nulls not distinct (classification_id, kind, ground_id),"
    " drop constraint review_flag_kind_allowed_check,"
    " add constraint review_flag_kind_allowed_check check"
    " (kind in ('party_rating', 'bonus', 'national_database', 'classification', 'disqualifier'))",
)
"""A class is looked at for each ground that was annulled, or recorded after it was decided."""

ENDS_EARLY = (
    "alter table congtam.personnel_action add column ended_on date,"
    " add constraint personnel_action_ends_within_check check"
    " (ended_on is null"
    " or (ended_on > effective_on and ended_on < until and state = 'decided'))",
)
"""A secondment or a suspension may end before its last day."""


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0018_what_follows")
    for statement in (*GROUNDS_CHANGE, *ENDS_EARLY):
        op.execute(statement)
    for table in ("action_ending", "action_statement"):
        agencies = ("agency_id", "deciding_agency_id", "receiving_agency_id")
        fence(table, *map(of_agency, agencies), of_person("person_id"))
        grant(table, deeds=("insert",))
    fence("recognition_flag", of_agency("agency_id"), of_agency("recognising_agency_id"))
    grant("recognition_flag", deeds=("insert", "update"))


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
