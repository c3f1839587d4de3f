"""Tables for the tests of the compiler: a small world that uses every word of the mapping."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    Integer,
    MetaData,
    Numeric,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    or_,
)
from sqlalchemy.dialects.postgresql import ARRAY, UUID

from resolvers.core.visibility import AGENCIES, COLLEAGUES, HEADED, PERSON, PUBLIC, UNITS, visible

SCHEMA = "graph_fixture"
metadata = MetaData(schema=SCHEMA)
_ID = UUID(as_uuid=True)


def _id(name: str, target: str | None = None, *, null: bool = False) -> Column[object]:
    keys = [ForeignKey(f"{SCHEMA}.{target}")] if target else []
    return Column(name, _ID, *keys, nullable=null)


stamp = Table("stamp", metadata, Column("stamp", BigInteger, nullable=False))

area = Table(
    "area",
    metadata,
    Column("code", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("parent_code", Text, ForeignKey(f"{SCHEMA}.area.code")),
)
visible(area, PUBLIC)

agency = Table(
    "agency",
    metadata,
    Column("id", _ID, primary_key=True),
    Column("name", Text, nullable=False),
    Column("area_code", Text, ForeignKey(f"{SCHEMA}.area.code"), nullable=False),
    Column("code", Text, nullable=False, unique=True),
)
visible(agency, or_(agency.c.id == COLLEAGUES.any_(), agency.c.id == AGENCIES.any_()))

unit = Table(
    "unit",
    metadata,
    Column("id", _ID, primary_key=True),
    _id("agency_id", "agency.id"),
    _id("parent_id", "unit.id", null=True),
    Column("name", Text, nullable=False),
    Column("order", Integer, nullable=False),
    Column("opened_on", Date, nullable=False),
    Column("closed_on", Date),
    Column("version", Integer, nullable=False),
)
visible(unit, or_(unit.c.agency_id == COLLEAGUES.any_(), unit.c.agency_id == AGENCIES.any_()))

person = Table(
    "person",
    metadata,
    Column("id", _ID, primary_key=True),
    _id("agency_id", "agency.id"),
    _id("unit_id", "unit.id", null=True),
    Column("name", Text, nullable=False),
    Column("sort_key", Text),
    Column("phone", Text),
    Column("born", Date),
    Column("tags", ARRAY(Text), nullable=False),
    Column("moods", ARRAY(Text)),
    Column("active", Boolean, nullable=False),
)
visible(
    person,
    or_(
        person.c.id == PERSON,
        person.c.unit_id == HEADED.any_(),
        person.c.unit_id == UNITS.any_(),
        person.c.agency_id == AGENCIES.any_(),
    ),
)

sheet = Table(
    "sheet",
    metadata,
    Column("id", _ID, nullable=False),
    Column("period", Date, nullable=False),
    _id("agency_id", "agency.id"),
    _id("unit_id", "unit.id"),
    _id("person_id", "person.id"),
    _id("scored_by", "person.id", null=True),
    Column("state", Text, nullable=False),
    Column("mood", Text),
    Column("total", Numeric),
    Column("ratio", Double),
    Column("comment", Text),
    Column("self_marks", ARRAY(Numeric(5, 2))),
    Column("head_marks", ARRAY(Numeric(5, 2))),
    Column("days", ARRAY(Date), nullable=False),
    Column("moments", ARRAY(DateTime(timezone=True))),
    Column("weights", ARRAY(Numeric), nullable=False),
    Column("released_at", DateTime(timezone=True)),
    Column("version", Integer, nullable=False),
    PrimaryKeyConstraint("id", "period"),
    UniqueConstraint("id"),
)
visible(
    sheet,
    or_(
        sheet.c.person_id == PERSON,
        sheet.c.unit_id == HEADED.any_(),
        sheet.c.agency_id == AGENCIES.any_(),
    ),
)
SHOWN = or_(sheet.c.released_at.is_not(None), sheet.c.unit_id == HEADED.any_())

product = Table(
    "product",
    metadata,
    Column("id", _ID, primary_key=True),
    _id("agency_id", "agency.id"),
    Column("name", Text, nullable=False),
    Column("coefficient", Numeric, nullable=False),
)
visible(product, product.c.agency_id == COLLEAGUES.any_())

line = Table(
    "line",
    metadata,
    Column("id", _ID, primary_key=True),
    _id("sheet_id"),
    _id("person_id", "person.id"),
    _id("unit_id", "unit.id"),
    _id("product_id", "product.id", null=True),
    Column("number", Integer, nullable=False),
    Column("units", Numeric, nullable=False),
    Column("late", Boolean),
    Column("note", Text),
)
visible(line, or_(line.c.person_id == PERSON, line.c.unit_id == HEADED.any_()))
