"""Assigned work and what became of it. Other slices use only the names exported here."""

from resolvers.work.allowed import (
    DELIVERY_NEEDS,
    FAULT_NEEDS,
    LINE_NEEDS,
    allowed_on_deliveries,
    allowed_on_faults,
    allowed_on_lines,
)
from resolvers.work.allowed_moving import (
    ASSIGNMENT_NEEDS,
    allowed_on_assignments,
    main_posts_today,
)
from resolvers.work.deeds_accepting import (
    MoreThanDelivered,
    accept_delivery,
    accept_many,
    return_delivery,
)
from resolvers.work.deeds_assigning import assign_many, assign_work
from resolvers.work.deeds_carrying import PostStillHeld, carry_on_work, hand_over_many
from resolvers.work.deeds_delivering import (
    EvidenceRequired,
    MoreThanOutstanding,
    ProcessIsMeasured,
    add_evidence,
    deliver_work,
)
from resolvers.work.deeds_judging import (
    CauseAlreadyConfirmed,
    DelayAlreadyNoted,
    NotYetDue,
    confirm_objective_cause,
    record_fault,
)
from resolvers.work.deeds_moving import hand_over_work, spread_work
from resolvers.work.lines import DeliveryWaiting, NothingOutstanding
from resolvers.work.model import Accepting, Assigning, Evidence, HandingOver, Part
from resolvers.work.passing_up import pass_work_up
from resolvers.work.placing import PostNotHeld, ProductNotApproved
from resolvers.work.process import NotAProcessCriterion, lay_process_criteria, measure_process
from resolvers.work.questions import (
    SHA256_HEX,
    assignment_by_id,
    assignments_of_person,
    assignments_of_unit,
    delivery_by_id,
    my_assignments,
    my_work,
    unfinished_work,
    waiting_deliveries,
    work_of_unit,
)
from resolvers.work.tables import (
    about,
    assignment,
    concerns,
    delivery,
    evidence,
    fault,
    process_measure,
    work_line,
)
from resolvers.work.windows import NOW, Window, window_told

__all__ = [
    "ASSIGNMENT_NEEDS",
    "DELIVERY_NEEDS",
    "FAULT_NEEDS",
    "LINE_NEEDS",
    "NOW",
    "SHA256_HEX",
    "Accepting",
    "Assigning",
    "CauseAlreadyConfirmed",
    "DelayAlreadyNoted",
    "DeliveryWaiting",
    "Evidence",
    "EvidenceRequired",
    "HandingOver",
    "MoreThanDelivered",
    "MoreThanOutstanding",
    "NotAProcessCriterion",
    "NotYetDue",
    "NothingOutstanding",
    "Part",
    "PostNotHeld",
    "PostStillHeld",
    "ProcessIsMeasured",
    "ProductNotApproved",
    "Window",
    "about",
    "accept_delivery",
    "accept_many",
    "add_evidence",
    "allowed_on_assignments",
    "allowed_on_deliveries",
    "allowed_on_faults",
    "allowed_on_lines",
    "assign_many",
    "assign_work",
    "assignment",
    "assignment_by_id",
    "assignments_of_person",
    "assignments_of_unit",
    "carry_on_work",
    "concerns",
    "confirm_objective_cause",
    "deliver_work",
    "delivery",
    "delivery_by_id",
    "evidence",
    "fault",
    "hand_over_many",
    "hand_over_work",
    "lay_process_criteria",
    "main_posts_today",
    "measure_process",
    "my_assignments",
    "my_work",
    "pass_work_up",
    "process_measure",
    "record_fault",
    "return_delivery",
    "spread_work",
    "unfinished_work",
    "waiting_deliveries",
    "window_told",
    "work_line",
    "work_of_unit",
]
