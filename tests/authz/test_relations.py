"""Acceptance 14, 15 and 18: every member of the cast × every relation × every state of a sheet.

The expectation is written out in Python from the sentences, not read from the policies.
"""

from itertools import product

import pytest

from authz.actions import Action
from authz.codes import Code
from authz.decide import batch, decide
from authz.facts import EXCEPTED, NOT_OPEN, OPEN, OVER, SheetFacts, WorkFacts
from authz.reach import NOBODY, Reach
from tests.authz.cast import CAST, UNITS, UNREGISTERED, id_of

STATES = ("open", "self_assessed", "scored", "released", "closed")
MONTHS = ("none", "open", "closed")
WINDOWS = (NOT_OPEN, OPEN, OVER, EXCEPTED)
MEMBER, ECONOMY = id_of("Person", "member"), id_of("Unit", "economy")
NOW = {
    Action.ApplyDeduction: {"open", "self_assessed", "scored"},
    Action.ReturnSelfAssessment: {"self_assessed"},
    Action.ReturnSheet: {"scored"},
    Action.ScoreSheet: {"self_assessed", "scored"},
    Action.SignSheet: {"scored"},
}
"""In which states of the sheet each deed of the responsible head may be done."""

SUBJECTS = ("member", "head", "chair")
"""Whose sheets are tried by everybody, besides each one's own: two of them have acting heads."""

HEADS_DEEDS_ON_WORK = (
    Action.AcceptDelivery,
    Action.AssignWork,
    Action.ConfirmObjectiveCause,
    Action.HandOverWork,
    Action.MeasureProcess,
    Action.RecordFault,
    Action.ReturnDelivery,
    Action.SpreadWork,
    Action.TakeOverWork,
)


def _subjects(who: str) -> set[str]:
    return {who, *SUBJECTS} - set(UNREGISTERED)


def who_is_refused(who: Reach, action: Action, subject: str, unit: str) -> Code | None:
    """The refusal owed to the person, whatever the state; None for the responsible head."""
    held = who.headed.get(id_of("Unit", unit))
    if who.person == NOBODY:
        return Code.NOT_RESPONSIBLE_HEAD if who.operator else Code.NOT_LINKED
    if who.person == id_of("Person", subject):
        return Code.NO_SELF_SCORING
    if held is None or (held.deeds is not None and action not in held.deeds):
        return Code.NOT_RESPONSIBLE_HEAD
    if held.on_behalf_of == id_of("Person", subject):
        return Code.ACTING_FOR_APPOINTER
    return None


@pytest.mark.parametrize("who", CAST)
def test_only_the_responsible_head_touches_a_sheet(who: str) -> None:
    asked, owed = [], []
    for subject, unit, state in product(_subjects(who), UNITS, STATES):
        facts = SheetFacts(id_of("Person", subject), id_of("Unit", unit), None, state, "open", OPEN)
        for action, states in NOW.items():
            refusal = who_is_refused(CAST[who], action, subject, unit)
            asked.append((action, facts))
            owed.append((refusal is None and state in states, refusal))
    decisions = batch(CAST[who], asked)
    assert [each.allowed for each in decisions] == [allowed for allowed, _ in owed]
    told = [each.code for each, (_, code) in zip(decisions, owed, strict=True) if code]
    assert told == [code for _, code in owed if code]


@pytest.mark.parametrize("who", CAST)
def test_only_the_responsible_head_touches_work(who: str) -> None:
    asked, owed = [], []
    for subject, unit, action in product(_subjects(who), UNITS, HEADS_DEEDS_ON_WORK):
        facts = WorkFacts(
            id_of("Person", subject),
            id_of("Unit", unit),
            delivery="waiting",
            sheet="open",
            month="open",
            window=OPEN,
        )
        asked.append((action, facts))
        owed.append(who_is_refused(CAST[who], action, subject, unit))
    assert [each.code for each in batch(CAST[who], asked)] == owed


@pytest.mark.parametrize("month", MONTHS)
def test_no_deed_changes_a_sheet_outside_an_open_month(month: str) -> None:
    for action, states in NOW.items():
        state = min(states)
        sheet = SheetFacts(MEMBER, ECONOMY, None, state, month, OPEN)
        # What was scored before its month closed is still signed.
        scored = month == "closed" and action is Action.SignSheet
        assert decide(CAST["head"], action, sheet).allowed == (month == "open" or scored)


def test_a_stranger_is_never_told_the_state() -> None:
    """Whoever has no part in the sheet hears the same in every state and month."""
    for who in ("sibling_head", "personnel", "chair", "peer"):
        heard = {
            decide(
                CAST[who],
                Action.ScoreSheet,
                SheetFacts(MEMBER, ECONOMY, None, *when),
            )
            for when in product(STATES, MONTHS, WINDOWS)
        }
        assert len(heard) == 1
