"""What facts give ground to propose. A proposal: somebody with the power decides, or does not."""

from dataclasses import dataclass
from datetime import date

from resolvers.statute.calendar import Deadline
from resolvers.statute.dated import Law
from resolvers.statute.personnel.facts import Evidence, GateFacts
from resolvers.statute.personnel.gate import Case
from resolvers.statute.personnel.gates_grounds import not_completed
from resolvers.statute.personnel.gates_service import said_class
from resolvers.statute.personnel.parameters import LOW_REMOVAL, LOW_RESIGNATION
from resolvers.statute.personnel.procedure import ActionKind
from resolvers.statute.personnel.terms import termination_due
from resolvers.statute.personnel.votes import LowConfidence, low_confidence
from resolvers.statute.personnel.wording import Finding

_LOWER = "Decree 170/2025/NĐ-CP, art. 24(4)(a)"
_REMOVAL = "Decree 170/2025/NĐ-CP, art. 53(1)(c)"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """An action that may be proposed, and until when it is decided where the text says so."""

    kind: ActionKind
    because: Finding
    evidence: tuple[Evidence, ...]
    due: Deadline | None
    cites: tuple[str, ...]


def follow_ups(facts: GateFacts, day: date, law: Law) -> tuple[FollowUp, ...]:
    """What the last class and the last count of confidence give ground to propose."""
    return (*_of_the_class(facts, day, law), *_of_confidence(facts, law))


def _of_the_class(facts: GateFacts, day: date, law: Law) -> list[FollowUp]:
    """Not completed: a lower post, or leaving within thirty days; for a leader removal too."""
    lowest = not_completed(Case(ActionKind.LOWER_POST, facts, day, law))
    if lowest is None:
        return []
    evidence = (lowest.record, *lowest.rests_on)
    due = termination_due(lowest.known_on, law)
    kinds: list[tuple[ActionKind, str, Deadline | None]] = [
        (ActionKind.LOWER_POST, _LOWER, None),
        (ActionKind.TERMINATION, due.cite, due),
    ]
    if facts.office != "member":
        kinds.insert(0, (ActionKind.REMOVAL, _REMOVAL, None))
    return [
        FollowUp(kind, said_class(lowest, cite), evidence, deadline, (cite,))
        for kind, cite, deadline in kinds
    ]


def _of_confidence(facts: GateFacts, law: Law) -> list[FollowUp]:
    vote = facts.confidence
    ground = None if vote is None else low_confidence(vote.low, vote.ballots, law)
    if vote is None or ground is None:
        return []
    removal = ground is LowConfidence.REMOVAL
    cite = law.cite(LOW_REMOVAL if removal else LOW_RESIGNATION)
    kind = ActionKind.REMOVAL if removal else ActionKind.RESIGNATION
    values = (str(vote.low), str(vote.ballots), f"{vote.low}/{vote.ballots}")
    finding = Finding("gate_low_confidence", values, cite)
    return [FollowUp(kind, finding, (vote.record,), None, (cite,))]
