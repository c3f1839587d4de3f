"""Gates from registers: proceedings, discipline in force, protected states."""

from collections.abc import Callable
from typing import TypeAlias

from resolvers.statute.dated import Dated
from resolvers.statute.load import Numbers
from resolvers.statute.personnel.facts import Protection, State
from resolvers.statute.personnel.gate import DECREE, DISCIPLINE, LAW, Case, Check, Gate
from resolvers.statute.personnel.parameters import CHILD_DISCIPLINE, CHILD_TRANSFER
from resolvers.statute.personnel.terms import child_grown
from resolvers.statute.personnel.wording import Finding

UNDER_LAW = frozenset({"administrative", "party", "investigation", "prosecution", "trial"})
"""What article 38(2) of the law names."""
WITH_INSPECTION = UNDER_LAW | {"inspection"}
CRIMINAL = frozenset({"investigation", "prosecution", "trial"})
Say: TypeAlias = Callable[[Protection | None, str], Finding]
"""Says a state that was found, or that none was."""


def blocking(kinds: frozenset[str], *cites: str, special_case: bool = False) -> Check:
    """No proceeding of these kinds is under way; each one that is, is named."""

    def check(case: Case) -> Gate:
        found = [
            proceeding
            for proceeding in case.facts.proceedings
            if proceeding.kind in kinds and proceeding.since <= case.day
        ]
        because = tuple(
            Finding("gate_blocking", (proceeding.kind, str(proceeding.since)), cites[0])
            for proceeding in found
        )
        return Gate(
            "no_blocking_procedure",
            not found,
            because or (Finding("gate_no_blocking", (), cites[0]),),
            cites,
            tuple(proceeding.record for proceeding in found),
            special_case=special_case,
        )

    return check


def no_discipline(*cites: str) -> Check:
    """No discipline is in force."""

    def check(case: Case) -> Gate:
        found = [
            entry
            for entry in case.facts.discipline
            if entry.since <= case.day and (entry.until is None or case.day <= entry.until)
        ]
        because = tuple(
            Finding("gate_discipline_open", (entry.form,), cites[0])
            if entry.until is None
            else Finding("gate_discipline", (entry.form, str(entry.until)), cites[0])
            for entry in found
        )
        return Gate(
            "no_discipline_in_force",
            not found,
            because or (Finding("gate_no_discipline", (), cites[0]),),
            cites,
            tuple(entry.record for entry in found),
        )

    return check


def not_in(
    code: str,
    states: tuple[State, ...],
    cite: str,
    *,
    waivable: bool = False,
    discreet: bool = False,
) -> Check:
    """None of these states is on record; where the text says so, the person's own wish waives.

    `discreet`: the finding names no state, because it is read by more people than the record.
    """

    def check(case: Case) -> Gate:
        found = [
            entry
            for entry in case.facts.protections
            if entry.state in states and _lasts(entry, case)
        ]
        return _protected(code, found, _discreetly if discreet else _by_name, cite, case, waivable)

    return check


def expecting_or_raising(code: str, cite: str, age: Dated[Numbers]) -> Check:
    """Neither pregnancy, nor maternity leave, nor a child below the age; the person may waive."""

    def check(case: Case) -> Gate:
        case.law.cite(age)
        found = [
            entry
            for entry in case.facts.protections
            if entry.state in (State.PREGNANCY, State.MATERNITY) and _lasts(entry, case)
        ]
        found += [
            entry
            for entry in case.facts.protections
            if entry.state is State.SMALL_CHILD
            and _lasts(entry, case)
            and case.day < child_grown(entry.since, case.law, age)
        ]
        return _protected(code, found, _discreetly, cite, case, waivable=True)

    return check


def _discreetly(entry: Protection | None, cite: str) -> Finding:
    return Finding("gate_no_state" if entry is None else "gate_state", (), cite)


def _by_name(entry: Protection | None, cite: str) -> Finding:
    if entry is None:
        return Finding("gate_no_state", (), cite)
    return Finding("gate_protected", (entry.state, str(entry.since)), cite)


def _lasts(entry: Protection, case: Case) -> bool:
    return entry.since <= case.day and (entry.until is None or case.day <= entry.until)


def _protected(
    code: str, found: list[Protection], say: Say, cite: str, case: Case, waivable: bool
) -> Gate:
    """Open where nothing was found, or where the person has asked for it in writing."""
    if not found:
        return Gate(code, True, (say(None, cite),), (cite,), waivable_by_wish=waivable)
    because = tuple(dict.fromkeys(say(entry, cite) for entry in found))
    evidence = tuple(entry.record for entry in found)
    wish = case.wish() if waivable else None
    if wish is not None:
        because = (*because, Finding("gate_waived", (str(wish.day),), cite))
        evidence = (*evidence, wish.record)
    return Gate(code, wish is not None, because, (cite,), evidence, waivable_by_wish=waivable)


def not_seconded(case: Case) -> Gate:
    """No secondment is under way (article 25(5)(d))."""
    cite = f"{DECREE}25(5)(d)"
    seconded = case.facts.seconded
    finding = Finding("gate_no_state" if seconded is None else "gate_seconded", (), cite)
    evidence = () if seconded is None else (seconded,)
    return Gate("no_secondment_under_way", seconded is None, (finding,), (cite,), evidence)


BLOCKED_APPOINTMENT = blocking(UNDER_LAW, f"{LAW}38(2)", f"{DECREE}29(7)")
BLOCKED_ROTATION = blocking(UNDER_LAW, f"{LAW}38(2)", f"{DECREE}43(3)")
BLOCKED_HIGHER = blocking(UNDER_LAW, f"{LAW}38(2)", f"{DECREE}23(2)(b)")
BLOCKED_TRANSFER = blocking(WITH_INSPECTION, f"{LAW}38(2)", f"{DECREE}25(5)(b)")
BLOCKED_SECONDMENT = blocking(WITH_INSPECTION, f"{LAW}38(2)", f"{DECREE}26(7)")
BLOCKED_REAPPOINTMENT = blocking(UNDER_LAW, f"{DECREE}36(5)(a)")
BLOCKED_RESIGNATION = blocking(CRIMINAL | {"inspection"}, f"{DECREE}52(2)(b)")
BLOCKED_LEAVING = blocking(UNDER_LAW, f"{DECREE}57(2)(c)", f"{LAW}32")
BLOCKED_DISCIPLINE = blocking(CRIMINAL, f"{DISCIPLINE}3(3)", special_case=True)

NO_DISCIPLINE_APPOINTMENT = no_discipline(f"{DECREE}29(7)")
NO_DISCIPLINE_HIGHER = no_discipline(f"{DECREE}23(2)(b)")

TRANSFER_PROTECTIONS: tuple[Check, ...] = (
    not_in("no_serious_illness", (State.SERIOUS_ILLNESS,), f"{DECREE}25(5)(c)", discreet=True),
    not_in("no_long_study", (State.LONG_STUDY,), f"{DECREE}25(5)(d)"),
    not_seconded,
    expecting_or_raising("no_pregnancy_or_small_child", f"{DECREE}25(5)(đ)", CHILD_TRANSFER),
    not_in("no_hardship", (State.HARDSHIP,), f"{DECREE}25(5)(e)", waivable=True, discreet=True),
)
"""Article 25(5), which article 26(7) takes over for secondments."""

POSTPONED: tuple[Check, ...] = (
    not_in("not_abroad", (State.STUDY_ABROAD,), f"{DECREE}36(5)(b)"),
    not_in(
        "not_in_hospital_or_on_maternity_leave",
        (State.INPATIENT, State.MATERNITY),
        f"{DECREE}36(5)(c)",
        discreet=True,
    ),
)
"""When a reappointment or an extension waits."""

DISCIPLINE_WAITS: tuple[Check, ...] = (
    not_in(
        "no_serious_illness",
        (State.SERIOUS_ILLNESS, State.INPATIENT),
        f"{DISCIPLINE}3(1)",
        discreet=True,
    ),
    expecting_or_raising("no_pregnancy_or_small_child", f"{DISCIPLINE}3(2)", CHILD_DISCIPLINE),
)

NO_SENSITIVE_DUTY = not_in("no_sensitive_duty", (State.SENSITIVE_DUTY,), f"{DECREE}52(2)(a)")
SETTLED = not_in(
    "commitments_fulfilled",
    (State.SERVICE_COMMITMENT, State.UNSETTLED_DEBTS),
    f"{DECREE}57(2)(c)",
)
