"""Organisations: their year, its recognition and its quota."""

from alembic import op

from infra.migrations.building.fence import fence, of_agency
from infra.migrations.building.grants import grant
from infra.migrations.building.statements import run_file

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

PUBLISHED = ("organisation_criterion", "organisation_scheme")
"""A regulation, read by all that it applies to; written by the agency that lays it down."""

OF_AN_ORGANISATION = (
    "organisation_assessment",
    "organisation_document",
    "organisation_review",
    "organisation_verification",
)
"""Written by the organisation's agency and by the one that recognises it."""

ONLY_ADDED_TO = ("organisation_criterion", "organisation_document")


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    run_file("0003_recognition")
    for table in PUBLISHED:
        fence(table, of_agency("agency_id"), open_to_read=True)
    fence("recognition_round", of_agency("agency_id"))
    for table in OF_AN_ORGANISATION:
        fence(table, of_agency("agency_id"), of_agency("recognising_agency_id"))
    for table in (*PUBLISHED, "recognition_round", *OF_AN_ORGANISATION):
        changing = () if table in ONLY_ADDED_TO else ("update",)
        grant(table, deeds=("insert", *changing))


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
