"""A person's record, open to another agency for a purpose and some days; who read it, and what.

`agency_id` is the agency that asks and reads, `from_agency_id` the one that keeps the file. A
request names a person as the other agency knows him and is kept whether or not there is such a
person: only the agency that is asked looks, so asking tells nothing.
"""

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ColumnElement,
    DateTime,
    Index,
    Table,
    Text,
    and_,
    bindparam,
    case,
    or_,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

from resolvers.core.documents import columns
from resolvers.core.tables import during, identity, metadata, one_of, refers, version
from resolvers.core.visibility import AGENCIES, HEADED, PERSON, visible
from resolvers.statute.dossier import Purpose

PURPOSES = tuple(purpose.value for purpose in Purpose)
NOW: ColumnElement[Any] = bindparam("now", type_=DateTime(timezone=True))
STATES = ("asked", "granted", "declined")
BASES = ("handover", "request")


def _between() -> list[Column[Any]]:
    """Who reads and who keeps: both agencies, each with the unit whose head decides."""
    return [
        refers("agency_id", "agency.id", index=True),
        # The unit of the asking agency whose head decides on the matter.
        refers("unit_id", "unit.id"),
        refers("from_agency_id", "agency.id", index=True),
        # The unit whose head leads the agency that keeps the file.
        refers("from_unit_id", "unit.id"),
    ]


dossier_request = Table(
    "dossier_request",
    metadata,
    identity(),
    *_between(),
    # Whom it is about, as it was written.
    Column("staff_code", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("matter", Text, nullable=False),
    *columns(dated=True),
    refers("asked_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("asked_at", DateTime(timezone=True), nullable=False),
    Column("state", Text, nullable=False, server_default=text("'asked'")),
    # Who was meant, once it is granted.
    refers("person_id", "person.id", null=True, index=True),
    Column("answer", Text),
    refers("answered_by", "person.id", null=True),
    refers("answered_on_behalf_of", "person.id", null=True),
    Column("answered_at", DateTime(timezone=True)),
    version(),
    one_of("purpose", *PURPOSES),
    one_of("state", *STATES),
    CheckConstraint("from_agency_id <> agency_id", name="from_another_agency"),
    CheckConstraint(
        "(state = 'asked') = (answered_at is null) and (state = 'asked') = (answered_by is null)",
        name="an_answer_is_signed",
    ),
    CheckConstraint("(state = 'granted') = (person_id is not null)", name="granted_for_somebody"),
    CheckConstraint("answered_by <> person_id", name="nobody_hands_his_own_over"),
)

# One opening. `during` are its days; it ends by itself, or is revoked.
dossier = Table(
    "dossier",
    metadata,
    identity(),
    *_between(),
    refers("person_id", "person.id", index=True),
    Column("purpose", Text, nullable=False),
    # Granted by the agency that keeps it, or opened by the person himself.
    Column("basis", Text, nullable=False),
    refers("request_id", "dossier_request.id", null=True, unique=True),
    *columns(null=True),
    during(),
    # The texts that say what the purpose needs.
    Column("cites", ARRAY(Text), nullable=False),
    refers("opened_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("opened_at", DateTime(timezone=True), nullable=False),
    Column("revoked_reason", Text),
    refers("revoked_by", "person.id", null=True),
    Column("revoked_at", DateTime(timezone=True)),
    version(),
    one_of("purpose", *PURPOSES),
    one_of("basis", *BASES),
    CheckConstraint("from_agency_id <> agency_id", name="to_another_agency"),
    CheckConstraint(
        "not isempty(during) and not upper_inf(during) and not lower_inf(during)",
        name="has_an_end",
    ),
    CheckConstraint(
        "(basis = 'request') = (opened_by = person_id)"
        " and (basis = 'handover') = (request_id is not null)",
        name="opened_by_who_may",
    ),
    CheckConstraint(
        "num_nonnulls(revoked_reason, revoked_by, revoked_at) in (0, 3)", name="revoking_signed"
    ),
)

# One reading: who, for what, when, and what was shown. Never changed.
dossier_read = Table(
    "dossier_read",
    metadata,
    identity(),
    *_between(),
    refers("person_id", "person.id"),
    refers("dossier_id", "dossier.id", index=True),
    Column("purpose", Text, nullable=False),
    refers("read_by", "person.id"),
    refers("on_behalf_of", "person.id", null=True),
    Column("read_at", DateTime(timezone=True), nullable=False),
    # What was shown, as it stood then: lists under `classes`, `months` and `discipline`.
    Column("shown", JSONB, nullable=False),
    one_of("purpose", *PURPOSES),
    Index("dossier_read_person_idx", "person_id", "read_at"),
)


def _both(table: Table) -> ColumnElement[bool]:
    """The personnel bodies and inspectors of both agencies, and the heads who decide in them."""
    return or_(
        table.c.person_id == PERSON,
        table.c.agency_id == AGENCIES.any_(),
        table.c.unit_id == HEADED.any_(),
        table.c.from_agency_id == AGENCIES.any_(),
        table.c.from_unit_id == HEADED.any_(),
    )


for _table in (dossier_request, dossier, dossier_read):
    visible(_table, _both(_table))

SHOWN = case(
    (
        or_(
            dossier_read.c.person_id == PERSON,
            dossier_read.c.from_agency_id == AGENCIES.any_(),
            and_(dossier_read.c.read_by == PERSON, dossier_read.c.read_at == NOW),
        ),
        dossier_read.c.shown,
    )
)
"""What a reading showed: for the person, for the agency that keeps his file, and for the reader in
the very request in which he reads. Afterwards he reads anew, which is another record."""
