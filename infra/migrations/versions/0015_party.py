"""Party organisations and the reviews of members: the Party's own record."""

from alembic import op

from infra.migrations.building import party
from infra.migrations.building.party_votes import fence_votes
from infra.migrations.building.stamps import watch
from infra.migrations.building.statements import run_file

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_HOLDERS = "holders && (select congtam_party.fence_bodies())::uuid[]"

FENCES = {
    "party_member": (party.of_body("body_id"), party.of_member("person_id")),
    "party_office": (party.of_body("body_id"), party.of_member("person_id")),
    "party_campaign": (party.of_body("body_id"),),
    "party_review": (_HOLDERS, party.of_member("person_id")),
    "party_voice": (_HOLDERS, party.of_member("person_id")),
    "party_published": (party.of_body("body_id"), party.of_member("person_id")),
}


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    party.open_schema()
    run_file("0015_party_floor")
    party.fence("audit_content", party.of_member("actor_id"))
    party.grant("audit_content", deeds=("insert",))
    run_file("0015_party")
    for table, conditions in FENCES.items():
        party.fence(table, *conditions)
        party.grant(table, deeds=("insert", "update"))
    run_file("0015_party_votes")
    fence_votes()
    # Names of Party organisations are no secret among those who came in by the Party's entrance.
    party.fence("party_body", party.of_body("id"), party.of_body("parent_id"), open_to_read=True)
    party.grant("party_body", deeds=("insert", "update"))
    watch(("party_body", "party_member", "party_office"), schema=party.SCHEMA)


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
