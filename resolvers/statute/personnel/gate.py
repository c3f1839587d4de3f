"""A gate: one condition of an action, open or closed, with its article and its records."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from resolvers.statute.dated import Law
from resolvers.statute.personnel.facts import Evidence, GateFacts, Wish
from resolvers.statute.personnel.procedure import ActionKind
from resolvers.statute.personnel.wording import Finding


@dataclass(frozen=True, slots=True)
class Gate:
    """One condition of an action. A closed gate bars it; a person decides, never a gate."""

    code: str
    open: bool
    because: tuple[Finding, ...]
    """Why, finding by finding; `text("en")`, `text("vi")`."""
    cites: tuple[str, ...]
    """The articles that ask for it."""
    evidence: tuple[Evidence, ...] = ()
    """The records that it was computed from."""
    missing: bool = False
    """Closed only because something is not known; `because` says what."""
    waivable_by_wish: bool = False
    """Whether the person's own written wish opens it."""
    special_case: bool = False
    """Whether the text lets the deciding authority go on nonetheless, in a special case."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a check looks at."""

    kind: ActionKind
    facts: GateFacts
    day: date
    law: Law

    @property
    def start(self) -> date:
        """The first day of the action; today where it is not given."""
        return self.facts.starts_on or self.day

    def wish(self) -> Wish | None:
        """The latest written wish of the person for this kind of action."""
        wishes = [wish for wish in self.facts.wishes if wish.kind == self.kind]
        return max(wishes, key=lambda wish: wish.day, default=None)


Check: TypeAlias = Callable[[Case], Gate | None]
"""Computes one gate; None where the condition does not concern the case."""

LAW = "Law 80/2025/QH15, art. "
DECREE = "Decree 170/2025/NĐ-CP, art. "
DISCIPLINE = "Decree 172/2025/NĐ-CP, art. "


def unknown(code: str, key: str, cite: str, *values: str) -> Gate:
    """A gate that is closed because something is not known; the finding says what."""
    return Gate(code, False, (Finding(key, values, cite),), (cite,), missing=True)
