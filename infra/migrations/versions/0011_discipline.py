"""The register of discipline, and of procedures that are under way."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

CHANGED = (
    "alter table congtam.disqualifier add column discipline_id uuid,"
    " add constraint disqualifier_discipline_id_key unique (discipline_id),"
    " add constraint disqualifier_discipline_id_fk"
    " foreign key (discipline_id) references congtam.discipline_decision (id)",
    "alter table congtam.review_flag drop constraint review_flag_kind_allowed_check,"
    " add constraint review_flag_kind_allowed_check check"
    " (kind in ('party_rating', 'bonus', 'national_database', 'classification'))",
)
"""A decision makes its ground; a class whose ground was annulled is looked at."""

TABLES = (
    "discipline_procedure",
    "discipline_postponement",
    "discipline_decision",
    "discipline_correction",
)


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0011_discipline")
    for statement in CHANGED:
        op.execute(statement)
    for table in TABLES:
        # Whoever gets past the fence of a person's file gets past that of what stands in it.
        file = f"exists (select from congtam.person p where p.id = {table}.person_id)"
        fence(table, of_agency("agency_id"), of_person("person_id"), file)
        grant(table, deeds=("insert", "update"))


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
