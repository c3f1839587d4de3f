"""Bonus fund, additional income, and the lists that share them out."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

OWN = of_agency("agency_id")
FENCES = {
    "salary_fact": (OWN, of_person("person_id")),
    "salary_fund": (OWN,),
    "bonus_fund": (OWN,),
    "fund_part": (OWN,),
    "reward_regulation": (OWN,),
    "regulation_span": (OWN,),
    "regulation_award": (OWN,),
    "income_scheme": (OWN,),
    "reward_list": (OWN,),
    "reward_line": (OWN, of_person("person_id")),
}
ONLY_ADDED_TO = ("regulation_span", "regulation_award")


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0014_rewards")
    for table, conditions in FENCES.items():
        fence(table, *conditions)
        grant(table, deeds=("insert",) if table in ONLY_ADDED_TO else ("insert", "update"))


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
