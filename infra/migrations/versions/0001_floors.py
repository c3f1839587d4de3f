"""The floors: the tables of every slice, their yearly parts, the row fence, the authority stamp.

What is allowed is written out table by table. A table that is named in none of the lists below is
nobody's but the owner's, and a test says so.
"""

from alembic import op

from infra.migrations.building import fence as fences
from infra.migrations.building import partitions, stamps
from infra.migrations.building.fence import fence, of_agency, of_person
from infra.migrations.building.grants import grant, grant_schema
from infra.migrations.building.statements import run_file

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

FILES = (
    "0001_authority",
    "0001_organisation",
    "0001_positions",
    "0001_people",
    "0001_catalogue",
    "0001_work",
    "0001_evaluations",
    "0001_exchange",
    "0001_audit",
    "0001_receipts",
    "0001_sessions",
)

YEARS = (2025, 2035)

AUTHORITY = (
    "agency",
    "charge",
    "delegation",
    "login",
    "mandate",
    "person",
    "posting",
    "unit",
    "unit_placement",
)
"""What a reach is computed from."""

PUBLISHED = {
    "agency": of_agency("id"),
    "agency_code": of_agency("agency_id"),
    "agency_switch": of_agency("agency_id"),
    "unit": of_agency("agency_id"),
    "unit_placement": "exists (select from congtam.unit u where u.id = unit_id and "
    + of_agency("u.agency_id")
    + ")",
}
"""The state's structure: read by all, written behind the fence."""

OF_AN_AGENCY = (
    "catalogue",
    "deduction_scale",
    "external_code",
    "job_position",
    "kpi",
    "position_competence",
    "position_requirement",
    "position_task",
    "product",
    "unit_month",
)

OF_A_PERSON = {
    "assignment": ("person_id",),
    "audit_leaf": ("actor_id",),
    "charge": ("person_id",),
    "deduction": ("person_id",),
    "delegation": ("from_person_id", "to_person_id"),
    "delivery": ("person_id",),
    "evidence": ("person_id",),
    "fault": ("person_id",),
    "import_batch": ("imported_by",),
    "mandate": ("person_id",),
    "person": ("id",),
    "posting": ("person_id",),
    "score": ("person_id",),
    "self_assessment": ("person_id",),
    "sheet": ("person_id",),
    "work_line": ("person_id",),
}
"""Rows of an agency in which a person also reads his own, wherever they are."""

ONLY_ADDED_TO = ("audit_leaf", "audit_seal", "audit_sealed", "evidence", "import_batch")
"""Rows that no deed may change: they can be written once and read."""

HASHES_AND_NAMES = ("administrative_area", "audit_seal", "audit_sealed")
"""Of no agency and about nobody, so without a fence."""

TAKEN_BACK = (
    "deduction",
    "position_competence",
    "position_requirement",
    "position_task",
    "product",
    "work_line",
)
"""Rows that a deed may take back or replace while nothing has come of them: a draft, a plan."""

SIGNING_IN = ("session", "login_attempt", "spent_logout_token")
"""The gateway's own; rows come and go, and people with psql have no business there."""


def upgrade() -> None:
    op.execute("set local lock_timeout = '3s'")
    for name in FILES:
        run_file(name)
    partitions.create_function()
    partitions.add_years(*YEARS)
    stamps.create_function()
    stamps.watch(AUTHORITY)
    fences.create_functions()
    _fence()
    _grant()


def _fence() -> None:
    for table, condition in PUBLISHED.items():
        fence(table, condition, open_to_read=True)
    for table in OF_AN_AGENCY:
        fence(table, of_agency("agency_id"))
    for table, columns in OF_A_PERSON.items():
        fence(table, of_agency("agency_id"), *map(of_person, columns))
    known = "exists (select from congtam.person p where p.id = person_id)"
    fence("login", of_person("person_id"), known)  # the fence of `person` applies inside
    fence("receipt", of_person("person_id"))


def _grant() -> None:
    grant_schema()
    for table in (*HASHES_AND_NAMES, *PUBLISHED, *OF_AN_AGENCY, *OF_A_PERSON):
        changing = () if table in ONLY_ADDED_TO else ("update",)
        grant(table, deeds=("insert", *changing))
    for table in TAKEN_BACK:
        grant(table, deeds=("delete",))
    grant("login", deeds=("insert", "update", "delete"))
    grant("receipt", deeds=("insert", "update"), console=False)
    for table in SIGNING_IN:
        grant(table, deeds=("insert", "update", "delete"), console=False)
    for table in ("authority_stamp", "alembic_version"):
        grant(table, deeds=())


def downgrade() -> None:
    raise NotImplementedError("a migration is corrected by the next one, never undone")
