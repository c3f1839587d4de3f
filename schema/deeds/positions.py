"""Changing job positions."""

from datetime import date
from typing import Annotated

import strawberry

from resolvers import positions as answers
from schema.mapping import becomes, deed
from schema.positions import JobPosition, PositionGroup, Rank
from schema.shapes import Refused

DefinePositionResult = Annotated[JobPosition | Refused, strawberry.union("DefinePositionResult")]
ClosePositionResult = Annotated[JobPosition | Refused, strawberry.union("ClosePositionResult")]


@becomes(answers.Task)
@strawberry.input(description="A task of a position.")
class TaskInput:
    work: str
    criterion: str = ""
    no: str = ""
    area: str = ""


@becomes(answers.Requirement)
@strawberry.input(description="What a position asks of its holder.")
class RequirementInput:
    kind: str
    requirement: str


@becomes(answers.Competence)
@strawberry.input(description="A competence and the level asked for.")
class CompetenceInput:
    group: str
    name: str
    level: str = ""


@strawberry.type
class PositionsDeeds:
    define_position: DefinePositionResult = deed(
        answers.define_position,
        args={
            "agency": strawberry.ID,
            "code": str,
            "name": str,
            "opened_on": date,
            "purpose": str | None,
            "group": PositionGroup | None,
            "rank": Rank | None,
            "tasks": list[TaskInput] | None,
            "requirements": list[RequirementInput] | None,
            "competences": list[CompetenceInput] | None,
            "position": strawberry.ID | None,
            "version": int | None,
        },
        description="Define a job position, or define the one given anew, its parts as a whole.",
    )
    close_position: ClosePositionResult = deed(
        answers.close_position,
        args={"position": strawberry.ID, "closed_on": date, "version": int},
        description="Close a job position from a day; it is never deleted.",
    )
