"""Job positions: what a post is for, its tasks with criteria, what it asks of its holder."""

from sqlalchemy import Column, Date, Integer, Table, Text, UniqueConstraint, text

from resolvers.core.tables import identity, metadata, one_of, refers, version
from resolvers.core.visibility import FENCE, visible

GROUPS = ("leadership", "professional", "support")
RANKS = (
    "senior_expert",
    "senior_specialist",
    "principal_specialist",
    "specialist",
    "officer",
    "employee",
)

job_position = Table(
    "job_position",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("purpose", Text, nullable=False, server_default=text("''")),
    # "group" and "rank" as the Law on Cadres and Civil Servants 80/2025, art. 23-24, has them; an
    # imported description may lack either.
    Column("position_group", Text),
    Column("rank", Text),
    Column("opened_on", Date, nullable=False),
    Column("closed_on", Date),
    version(),
    UniqueConstraint("agency_id", "code"),
    one_of("position_group", *GROUPS),
    one_of("rank", *RANKS),
)

position_task = Table(
    "position_task",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("position_id", "job_position.id"),
    Column("ordinal", Integer, nullable=False),
    Column("no", Text, nullable=False, server_default=text("''")),
    Column("area", Text, nullable=False, server_default=text("''")),
    Column("work", Text, nullable=False),
    Column("criterion", Text, nullable=False, server_default=text("''")),
    UniqueConstraint("position_id", "ordinal"),
)

# The competence frame: education and certificates (`requirement`), competences with their level.
position_requirement = Table(
    "position_requirement",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("position_id", "job_position.id"),
    Column("ordinal", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("requirement", Text, nullable=False),
    UniqueConstraint("position_id", "ordinal"),
)

position_competence = Table(
    "position_competence",
    metadata,
    identity(),
    refers("agency_id", "agency.id"),
    refers("position_id", "job_position.id"),
    Column("ordinal", Integer, nullable=False),
    Column("competence_group", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("level", Text, nullable=False, server_default=text("''")),
    UniqueConstraint("position_id", "ordinal"),
)

for _table in (job_position, position_task, position_requirement, position_competence):
    visible(_table, _table.c.agency_id == FENCE.any_())
