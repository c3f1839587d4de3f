"""The annual classification of people: rounds, cases, quota, replaced decisions."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

OWN = of_agency("agency_id")
"""Rows of the agency where the person works, or that decides."""

CASE = "exists (select from congtam.classification c where c."
ITS_CASES = CASE + "round_id = classification_round.id)"
"""Whoever gets past the fence of a case gets past that of its set."""

HIS_CASES = CASE + "person_id = disqualifier.person_id)"
"""What another agency recorded counts where the person is classified now."""

TABLES = {
    "classification_round": (OWN, of_agency("managing_agency_id"), ITS_CASES),
    "classification": (
        OWN,
        of_agency("classifying_agency_id"),
        of_agency("managing_agency_id"),
        of_person("person_id"),
    ),
    "disqualifier": (OWN, of_person("person_id"), HIS_CASES),
    "duty_group": (OWN,),
    "duty_group_position": (OWN,),
    "published_class": (OWN, of_person("person_id")),
    "review_flag": (OWN,),
}

HANGING_ON = {
    "case_paper": ("classification", "classification_id"),
    "quota_decision": ("classification_round", "round_id"),
    "round_group": ("classification_round", "round_id"),
    "year_form": ("classification", "classification_id"),
}
"""The fence of the row that they hang on applies inside."""

ONLY_ADDED_TO = ("case_paper", "quota_decision")


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0004_classification")
    # Every case of a set is changed at each step of it: room to do so beside the row.
    op.execute("alter table congtam.classification set (fillfactor = 50)")
    for table, conditions in TABLES.items():
        fence(table, *conditions)
    for table, (upper, column) in HANGING_ON.items():
        fence(table, OWN, f"exists (select from congtam.{upper} u where u.id = {column})")
    for table in (*TABLES, *HANGING_ON):
        grant(table, deeds=("insert",) if table in ONLY_ADDED_TO else ("insert", "update"))


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
