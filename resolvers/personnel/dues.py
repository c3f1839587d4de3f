"""By when each step is to be done: counted from what has happened, so it is known bit by bit."""

from collections.abc import Mapping
from datetime import date

from resolvers.statute.calendar import HolidaysUnknown
from resolvers.statute.personnel import Event, Procedure, Step

HAPPENED = {
    Event.POLICY_AGREED: ("decide_policy",),
    Event.APPLICATION_RECEIVED: ("application",),
    Event.PROPOSAL_RECEIVED: ("talk_and_propose", "propose"),
    Event.REVIEW_MEETING_HELD: ("review_meeting",),
    Event.REPORT_RECEIVED: ("report",),
    Event.COUNCIL_MET: ("council_of_discipline",),
    Event.RECOMMENDATION_RECEIVED: ("recommend",),
    Event.REQUEST_RECEIVED: ("request_policy",),
}
"""The step with which something happens."""
ESTABLISHED = (Event.GROUND_ESTABLISHED, Event.RESULT_KNOWN, Event.VIOLATION_FOUND)


def due_days(
    procedure: Procedure, done: Mapping[str, date], ground_on: date, term_ends: date | None
) -> dict[str, date | None]:
    """The last day of each step by its code; None where nothing counts from anything yet.

    `done`: the days of the steps done; `ground_on`: when the ground was established or the result
    told; `term_ends`: the last day of the present term. Also None in years without a calendar.
    """
    return {step.code: _due(step, done, ground_on, term_ends) for step in procedure.steps}


def _due(
    step: Step, done: Mapping[str, date], ground_on: date, term_ends: date | None
) -> date | None:
    if step.due is None:
        return None
    event = term_ends if step.due.event is Event.TERM_ENDS else None
    if step.due.event in ESTABLISHED:
        event = ground_on
    for code in HAPPENED.get(step.due.event, ()):
        event = done.get(code, event)
    if event is None:
        return None
    try:
        return step.due.day(event)
    except HolidaysUnknown:
        return None
