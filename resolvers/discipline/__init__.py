"""The register of discipline, and of procedures that are under way.

Other slices use only the names exported here; gates ask `blocking_procedures` and `in_force`.
"""

from resolvers.discipline.deeds_correcting import announce_correction, annul_discipline
from resolvers.discipline.deeds_decisions import (
    OtherProcedure,
    keep_discipline,
    record_discipline,
)
from resolvers.discipline.deeds_procedures import (
    AlreadyExtended,
    HasNoLimit,
    NotPostponed,
    PostponementOpen,
    close_procedure,
    extend_procedure,
    postpone_procedure,
    record_procedure,
    resume_procedure,
)
from resolvers.discipline.judging import (
    ActDisciplined,
    DemotionOfNoLeader,
    FormTooLight,
    LimitationOver,
    NotRepeated,
)
from resolvers.discipline.model import Opening, Ruling
from resolvers.discipline.questions import (
    IS_IN_FORCE,
    IS_OVERDUE,
    IS_OWED,
    corrections_in,
    decisions_in_force,
    decisions_of,
    my_decisions,
    my_procedures,
    open_procedures,
    procedures_of,
)
from resolvers.discipline.standing import InForce, UnderWay, blocking_procedures, in_force
from resolvers.discipline.tables import (
    discipline_correction,
    discipline_decision,
    discipline_postponement,
    discipline_procedure,
)
from resolvers.discipline.telling import (
    CORRECTION_NEEDS,
    DECISION_NEEDS,
    PROCEDURE_NEEDS,
    allowed_on_corrections,
    allowed_on_decisions,
    allowed_on_procedures,
    told_cites,
)

__all__ = [
    "CORRECTION_NEEDS",
    "DECISION_NEEDS",
    "IS_IN_FORCE",
    "IS_OVERDUE",
    "IS_OWED",
    "PROCEDURE_NEEDS",
    "ActDisciplined",
    "AlreadyExtended",
    "DemotionOfNoLeader",
    "FormTooLight",
    "HasNoLimit",
    "InForce",
    "LimitationOver",
    "NotPostponed",
    "NotRepeated",
    "Opening",
    "OtherProcedure",
    "PostponementOpen",
    "Ruling",
    "UnderWay",
    "allowed_on_corrections",
    "allowed_on_decisions",
    "allowed_on_procedures",
    "announce_correction",
    "annul_discipline",
    "blocking_procedures",
    "close_procedure",
    "corrections_in",
    "decisions_in_force",
    "decisions_of",
    "discipline_correction",
    "discipline_decision",
    "discipline_postponement",
    "discipline_procedure",
    "extend_procedure",
    "in_force",
    "keep_discipline",
    "my_decisions",
    "my_procedures",
    "open_procedures",
    "postpone_procedure",
    "procedures_of",
    "record_discipline",
    "record_procedure",
    "resume_procedure",
    "told_cites",
]
