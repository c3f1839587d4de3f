"""What comes in from elsewhere: the batches received, and the codes that other systems use."""

from sqlalchemy import Column, DateTime, LargeBinary, Table, Text
from sqlalchemy.dialects.postgresql import JSONB, UUID, ExcludeConstraint

from resolvers.core.tables import during, identity, metadata, one_of, refers

OBJECT_TYPES = ("agency", "unit", "person", "position", "product")

# A batch is applied once: the same id again answers with the same verdicts and changes nothing.
import_batch = Table(
    "import_batch",
    metadata,
    Column("id", UUID(as_uuid=True), primary_key=True),
    refers("agency_id", "agency.id", null=True),
    Column("kind", Text, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("file_name", Text, nullable=False),
    refers("imported_by", "person.id", null=True),
    Column("imported_at", DateTime(timezone=True), nullable=False),
    Column("verdicts", JSONB, nullable=False),
)

# A Word template that an agency prints a form from instead of the program's own.
form_template = Table(
    "form_template",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("form", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    refers("set_by", "person.id", null=True),
    Column("set_at", DateTime(timezone=True), nullable=False),
    during(),
    ExcludeConstraint(
        ("agency_id", "="), ("form", "="), ("during", "&&"), name="form_template_one_per_day"
    ),
)

# A province's own code for one of our rows. Two holders of one code are kept as received, and make
# the code ambiguous: a row that uses it is rejected with the number of candidates.
external_code = Table(
    "external_code",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("object_type", Text, nullable=False),
    Column("scheme", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("target_id", UUID(as_uuid=True), nullable=False),
    during(),
    one_of("object_type", *OBJECT_TYPES),
    ExcludeConstraint(
        ("agency_id", "="),
        ("object_type", "="),
        ("scheme", "="),
        ("code", "="),
        ("target_id", "="),
        ("during", "&&"),
        name="external_code_once_per_day",
    ),
)
