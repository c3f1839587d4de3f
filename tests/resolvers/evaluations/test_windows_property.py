"""The entry window around any day, for every deed: neither of its ends is inverted."""

import re
from datetime import date, timedelta
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st

from authz.actions import Action
from authz.decide import decide
from authz.facts import Facts, MonthFacts, SheetFacts, WorkFacts
from authz.reach import Headship, Reach
from authz.rulebook import SCHEMA_TEXT
from resolvers.core.days import first_day
from resolvers.work import Window

HEAD, SOMEBODY, UNIT, UPPER = (uuid4() for _ in range(4))
WORK_DEEDS = (
    *(Action.AcceptDelivery, Action.AddEvidence, Action.AssignWork, Action.CarryOnWork),
    *(Action.ConfirmObjectiveCause, Action.DeliverWork, Action.HandOverWork),
    *(Action.MeasureProcess, Action.RecordFault, Action.ReturnDelivery, Action.SpreadWork),
    Action.TakeOverWork,
)
SHEET_DEEDS = {
    Action.ApplyDeduction: "self_assessed",
    Action.AskReconsideration: "released",
    Action.ReopenSheet: "released",
    Action.ReturnSelfAssessment: "self_assessed",
    Action.ReturnSheet: "scored",
    Action.ScoreSheet: "self_assessed",
    Action.SelfAssess: "open",
}
"""Each deed on a sheet in a state that allows it; signing has a rule of its own."""
MONTH_DEEDS = {Action.OpenMonth: "none", Action.ReopenMonth: "closed"}


def reach(today: date) -> Reach:
    """Somebody who may do everything, so that only the time is asked about."""
    held = {unit: Headship(unit) for unit in (UNIT, UPPER)}
    return Reach(HEAD, today, stamp=1, headed=held)


def questions(window: str) -> dict[Action, Facts]:
    """Every deed on facts that allow it, but for where the window stands."""
    about: dict[Action, Facts] = {
        action: WorkFacts(SOMEBODY, UNIT, "assigned", "waiting", "open", "open", window)
        for action in WORK_DEEDS
    }
    for action in (Action.AddEvidence, Action.DeliverWork):
        about[action] = WorkFacts(HEAD, UNIT, "assigned", "waiting", "open", "open", window)
    for action, state in SHEET_DEEDS.items():
        whose = HEAD if action is Action.SelfAssess else SOMEBODY
        about[action] = SheetFacts(whose, UNIT, UPPER, state, "open", window)
    for action, state in MONTH_DEEDS.items():
        about[action] = MonthFacts(UNIT, UPPER, state, "open", window=window)
    return about


@settings(max_examples=120, deadline=None)
@given(
    opens=st.integers(1, 25),
    closes=st.integers(5, 25),
    months=st.sampled_from([1, 3]),
    day=st.dates(date(2026, 1, 1), date(2030, 12, 1)),
    shift=st.integers(-3, 120),
    lifted=st.booleans(),
)
def test_neither_end_of_the_window_is_inverted(
    opens: int, closes: int, months: int, day: date, shift: int, lifted: bool
) -> None:
    """Over every deed: before, inside, after; the expectation counts days, it asks no window."""
    period = first_day(day, months)
    today = period + timedelta(days=shift)
    begun = (today.year, today.month, today.day) >= (period.year, period.month, opens)
    since = (today.year - period.year) * 12 + today.month - period.month
    ended = since > months or (since == months and today.day > closes)
    chosen = {"entry_opens_day": opens, "entry_closes_day": closes}
    told = {"chosen": chosen, "lifted": lifted, "months": months}
    window = Window.of(period, told).state(today)
    for action, facts in questions(window).items():
        decision = decide(reach(today), action, facts)
        if lifted or (begun and not ended):
            assert decision.allowed, action
        elif ended:
            assert decision.code == "WINDOW_OVER", action
        elif action in SHEET_DEEDS:
            assert decision.code == "WINDOW_NOT_OPEN", action
        else:
            assert decision.allowed, action


def test_no_deed_on_work_sheets_or_months_is_forgotten() -> None:
    """A new deed on these facts must say here what it does outside the window."""
    at_any_time = {Action.AnswerReconsideration, Action.CloseMonth, Action.SignSheet}
    declared = re.findall(r"action ([\w,\s]+?)\s+appliesTo {[^}]*resource: (\w+) }", SCHEMA_TEXT)
    guarded = {
        Action(name)
        for names, facts in declared
        if facts in ("MonthFacts", "SheetFacts", "WorkFacts")
        for name in re.split(r",\s*", names)
    }
    assert guarded - at_any_time == set(questions("open"))
