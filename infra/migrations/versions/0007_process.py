"""Process criteria and long work."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KINDS = "'accuracy', 'timeliness', 'compliance', 'satisfaction'"
OF_A_POSITION = f"""
alter table congtam.product
    add column process text,
    add column position_id uuid,
    add constraint product_process_allowed_check check (process in ({KINDS})),
    add constraint product_process_of_a_position_check
        check ((process is null) = (position_id is null)),
    add constraint product_position_id_fk
        foreign key (position_id) references congtam.job_position (id)
"""
"""Process criteria are products of a list that measure one position."""


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    op.execute(OF_A_POSITION)
    run_file("0007_process")
    fence("process_measure", of_agency("agency_id"), of_person("person_id"))
    grant("process_measure", deeds=("insert",))


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
