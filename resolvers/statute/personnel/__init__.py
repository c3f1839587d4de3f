"""Personnel actions in law: steps, votes, terms and gates (Decrees 170/2025 and 172/2025).

law = Law(day, known=today)
found = procedure(ActionKind.APPOINTMENT, law)            # steps with owner, deadline, vote rule
vote = found.step("extended_leadership").vote
outcome = count_vote(vote, 40, 28, {"…": 21})            # quorum, chosen, forward, head_chooses
found.step("decide").due.day(agreed_on)                   # the last day in time
gates(ActionKind.TRANSFER, GateFacts(office="member", …), day, law)   # open or closed, and why
follow_ups(facts, day, law)                               # what may be *proposed*; nobody is bound

A gate that is closed bars an action; an open one never asks for it. A human decides.
"""

from resolvers.statute.calendar import national_database_deadline as report_due
from resolvers.statute.personnel.facts import (
    Confidence,
    Evidence,
    GateFacts,
    Ground,
    InForce,
    Proceeding,
    Protection,
    State,
    Wish,
    YearClass,
)
from resolvers.statute.personnel.follow_ups import FollowUp, follow_ups
from resolvers.statute.personnel.gate import Gate
from resolvers.statute.personnel.gates import GATES, all_open, gates
from resolvers.statute.personnel.gates_grounds import (
    LOWER_GROUNDS,
    REMOVAL_GROUNDS,
    SUSPENSION_GROUNDS,
)
from resolvers.statute.personnel.parameters import PERIODIC_CHANGE
from resolvers.statute.personnel.procedure import (
    AGREE,
    DISAGREE,
    About,
    ActionKind,
    Body,
    DayUnit,
    Deciding,
    Due,
    Event,
    Owner,
    Procedure,
    Short,
    Source,
    Step,
    VoteRule,
)
from resolvers.statute.personnel.procedures import PROCEDURES, procedure
from resolvers.statute.personnel.terms import (
    Allowance,
    ReappointmentDates,
    continuation,
    leaving_allowance,
    reappointment_dates,
    reappointment_notice,
    suspension_ends,
    term_end,
    termination_due,
    whole_months,
)
from resolvers.statute.personnel.votes import (
    LowConfidence,
    VoteOutcome,
    count_vote,
    low_confidence,
)
from resolvers.statute.personnel.wording import Finding, named

__all__ = [
    "AGREE",
    "DISAGREE",
    "GATES",
    "LOWER_GROUNDS",
    "PERIODIC_CHANGE",
    "PROCEDURES",
    "REMOVAL_GROUNDS",
    "SUSPENSION_GROUNDS",
    "About",
    "ActionKind",
    "Allowance",
    "Body",
    "Confidence",
    "DayUnit",
    "Deciding",
    "Due",
    "Event",
    "Evidence",
    "Finding",
    "FollowUp",
    "Gate",
    "GateFacts",
    "Ground",
    "InForce",
    "LowConfidence",
    "Owner",
    "Procedure",
    "Proceeding",
    "Protection",
    "ReappointmentDates",
    "Short",
    "Source",
    "State",
    "Step",
    "VoteOutcome",
    "VoteRule",
    "Wish",
    "YearClass",
    "all_open",
    "continuation",
    "count_vote",
    "follow_ups",
    "gates",
    "leaving_allowance",
    "low_confidence",
    "named",
    "procedure",
    "reappointment_dates",
    "reappointment_notice",
    "report_due",
    "suspension_ends",
    "term_end",
    "termination_due",
    "whole_months",
]
