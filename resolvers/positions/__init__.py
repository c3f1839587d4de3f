"""Job positions. Other slices use only the names exported here."""

from resolvers.positions.allowed import POSITION_NEEDS, allowed_on_positions
from resolvers.positions.deeds import (
    PositionCodeTaken,
    PositionHeld,
    close_position,
    define_position,
)
from resolvers.positions.model import Competence, Requirement, Task
from resolvers.positions.questions import position_by_id, positions_of
from resolvers.positions.tables import (
    job_position,
    position_competence,
    position_requirement,
    position_task,
)

__all__ = [
    "POSITION_NEEDS",
    "Competence",
    "PositionCodeTaken",
    "PositionHeld",
    "Requirement",
    "Task",
    "allowed_on_positions",
    "close_position",
    "define_position",
    "job_position",
    "position_by_id",
    "position_competence",
    "position_requirement",
    "position_task",
    "positions_of",
]
