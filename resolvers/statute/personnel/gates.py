"""The gates of each kind of action, under their dates."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from resolvers.statute.dated import Dated, Law
from resolvers.statute.decrees import decree_170, decree_172
from resolvers.statute.personnel import gates_grounds as grounds
from resolvers.statute.personnel import gates_records as records
from resolvers.statute.personnel import gates_service as service
from resolvers.statute.personnel.facts import GateFacts
from resolvers.statute.personnel.gate import Case, Check, Gate
from resolvers.statute.personnel.procedure import ActionKind

Checks: TypeAlias = tuple[Check, ...]

_APPOINTMENT: Checks = (
    records.BLOCKED_APPOINTMENT,
    records.NO_DISCIPLINE_APPOINTMENT,
    service.three_years_known,
    service.a_year_in_office,
    service.old_enough_for_a_term,
)
_REAPPOINTMENT: Checks = (
    records.BLOCKED_REAPPOINTMENT,
    *records.POSTPONED,
    *service.CONTINUED,
)
_ROTATION: Checks = (
    records.BLOCKED_ROTATION,
    records.NO_DISCIPLINE_APPOINTMENT,
    service.LEADER_ROTATED,
    service.three_years_known,
    service.ten_years_left,
    service.rotation_length,
)
_PERIODIC: Checks = (
    records.BLOCKED_TRANSFER,
    *records.TRANSFER_PROTECTIONS,
    service.NO_LEADER,
    service.years_in_post,
)
_HIGHER: Checks = (
    records.BLOCKED_HIGHER,
    records.NO_DISCIPLINE_HIGHER,
    service.good_in_the_preceding_year,
)


def _of_170(kind: ActionKind, article: str, *checks: Check) -> tuple[ActionKind, Dated[Checks]]:
    return kind, Dated(f"personnel/gates/{kind}", [decree_170(article, checks)])


GATES: Mapping[ActionKind, Dated[Checks]] = dict(
    [
        _of_170(ActionKind.APPOINTMENT, "29", *_APPOINTMENT),
        _of_170(ActionKind.REAPPOINTMENT, "37", *_REAPPOINTMENT),
        _of_170(ActionKind.EXTENSION, "36", *_REAPPOINTMENT),
        _of_170(
            ActionKind.TRANSFER, "25(5)", records.BLOCKED_TRANSFER, *records.TRANSFER_PROTECTIONS
        ),
        _of_170(ActionKind.ROTATION, "43", *_ROTATION),
        _of_170(
            ActionKind.SECONDMENT,
            "26(7)",
            records.BLOCKED_SECONDMENT,
            *records.TRANSFER_PROTECTIONS,
            service.secondment_length,
        ),
        _of_170(ActionKind.PERIODIC_CHANGE, "25(5)", *_PERIODIC),
        _of_170(ActionKind.HIGHER_POST, "23(2)", *_HIGHER),
        _of_170(ActionKind.LOWER_POST, "24(4)", grounds.ground_for_a_lower_post),
        _of_170(
            ActionKind.RESIGNATION,
            "52(2)",
            service.LEADER_RESIGNS,
            records.NO_SENSITIVE_DUTY,
            records.BLOCKED_RESIGNATION,
        ),
        _of_170(ActionKind.REMOVAL, "53(1)", service.LEADER_REMOVED, grounds.ground_for_removal),
        _of_170(ActionKind.SUSPENSION, "56(1)", grounds.ground_for_suspension),
        _of_170(
            ActionKind.TERMINATION, "57", grounds.ground_for_termination, *grounds.LEAVING_BY_WISH
        ),
        (
            ActionKind.DISCIPLINE,
            Dated(
                "personnel/gates/discipline",
                [decree_172("3", (*records.DISCIPLINE_WAITS, records.BLOCKED_DISCIPLINE))],
            ),
        ),
    ]
)
"""By kind."""


def gates(kind: ActionKind, facts: GateFacts, day: date, law: Law) -> tuple[Gate, ...]:
    """The gates of an action, by the law of a day; the action is barred while one is closed.

    What is not known closes a gate and is named (`missing`). Raises NotInForce before the decree.
    """
    case = Case(kind, facts, day, law)
    found = (check(case) for check in law(GATES[kind]))
    return tuple(gate for gate in found if gate is not None)


def all_open(found: tuple[Gate, ...]) -> bool:
    """Whether no gate bars the action."""
    return all(gate.open for gate in found)
