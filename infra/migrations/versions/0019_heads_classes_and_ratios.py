"""A head's class is looked at after his organisation's result changed; a ratio has room enough."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

BECAUSE_OF_A_RESULT = (
    "alter table congtam.review_flag add column review_id uuid,"
    " add constraint review_flag_review_id_fk"
    " foreign key (review_id) references congtam.organisation_review (id),"
    " drop constraint review_flag_classification_id_kind_ground_id_key,"
    " add constraint review_flag_classification_id_kind_ground_id_review_id_key"
    " unique nulls not distinct (classification_id, kind, ground_id, review_id),"
    " drop constraint review_flag_kind_allowed_check,"
    " add constraint review_flag_kind_allowed_check check"
    " (kind in ('party_rating', 'bonus', 'national_database', 'classification', 'disqualifier',"
    " 'organisation')),"
    " add constraint review_flag_organisation_has_its_result_check check"
    " ((kind = 'organisation') = (review_id is not null))"
)

RATIOS = ("quantity", "quality", "progress")
"""Wider with as many decimals as before, so that no row is written anew."""
WIDER = "alter table congtam.sheet " + ", ".join(
    f"alter column {name} type numeric(34, 10)" for name in RATIOS
)

POLICIES = ("reads", "console_reads", "deeds_read", "deeds_insert", "deeds_update", "deeds_delete")


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    op.execute(BECAUSE_OF_A_RESULT)
    op.execute(WIDER)
    for policy in POLICIES:
        op.execute(f"drop policy {policy} on congtam.review_flag")
    # Whoever decided a class looks at its flags himself, wherever the person works.
    its_case = "exists (select from congtam.classification c where c.id = classification_id)"
    fence("review_flag", of_agency("agency_id"), its_case)


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
