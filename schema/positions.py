"""Job positions (vị trí việc làm): description, tasks with criteria, competence frame."""

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from resolvers import positions as answers
from schema.mapping import column, computed, connection, many, one, ref, table
from schema.organisation import Agency
from schema.shapes import Connection, Node

if TYPE_CHECKING:
    from schema.catalogue import Kpi


@strawberry.enum(description="The group of a job position (Law 80/2025/QH15, art. 23).")
class PositionGroup(Enum):
    LEADERSHIP = "leadership"
    PROFESSIONAL = "professional"
    SUPPORT = "support"


@strawberry.enum(description="Rank (ngạch).")
class Rank(Enum):
    SENIOR_EXPERT = strawberry.enum_value("senior_expert", description="chuyên gia cao cấp")
    SENIOR_SPECIALIST = strawberry.enum_value(
        "senior_specialist", description="chuyên viên cao cấp"
    )
    PRINCIPAL_SPECIALIST = strawberry.enum_value(
        "principal_specialist", description="chuyên viên chính"
    )
    SPECIALIST = strawberry.enum_value("specialist", description="chuyên viên")
    OFFICER = strawberry.enum_value("officer", description="cán sự")
    EMPLOYEE = strawberry.enum_value("employee", description="nhân viên")


@table(answers.position_task)
@strawberry.type(description="A task of a position, and the criterion of its being done.")
class PositionTask:
    id: strawberry.ID
    no: str
    area: str
    work: str
    criterion: str


@table(answers.position_requirement)
@strawberry.type(description="What education, certificate or experience a position asks for.")
class PositionRequirement:
    id: strawberry.ID
    kind: str
    requirement: str


@table(answers.position_competence)
@strawberry.type(description="A competence of the frame (khung năng lực) and its level.")
class PositionCompetence:
    id: strawberry.ID
    group: str = column("competence_group")
    name: str
    level: str


@table(answers.job_position)
@strawberry.federation.type(keys=["id"], description="A job position (vị trí việc làm).")
class JobPosition(Node):
    id: strawberry.ID
    code: str
    name: str
    purpose: str
    group: PositionGroup | None = column("position_group")
    rank: Rank | None
    opened_on: date
    closed_on: date | None
    version: int
    agency: Agency = ref("agency_id")
    tasks: list[PositionTask] = many(on={"position_id": "id"}, order=("ordinal",))
    requirements: list[PositionRequirement] = many(on={"position_id": "id"}, order=("ordinal",))
    competences: list[PositionCompetence] = many(on={"position_id": "id"}, order=("ordinal",))
    kpis: Connection[Annotated["Kpi", strawberry.lazy("schema.catalogue")]] = connection(
        on={"position_id": "id"}, order=("code",)
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_positions,
        needs=answers.POSITION_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@strawberry.type
class PositionsQuestions:
    position: JobPosition | None = one(answers.position_by_id, args={"id": strawberry.ID})
    positions: Connection[JobPosition] = connection(
        answers.positions_of,
        args={"agency": strawberry.ID, "on": date | None, "search": str | None},
        order=("code",),
        description="Those open on a day, today if left out; search ignores diacritics.",
    )
