"""What the deeds on organisations' years are given, as frozen values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from resolvers.core.arguments import among, line, lines
from resolvers.core.documents import MOST_NUMBER, digest, link
from resolvers.core.errors import InvalidInput, Refusal

MOST_TASKS = 1_000_000
MOST_REASON = 2000
MOST_CRITERIA = 60
SHORTCOMINGS = ("none", "fixed", "open")
"""Shortcomings named in the period before or by an inspection: none, all repaired, some left."""


class StatementContradicts(Refusal):
    """The numbers of tasks contradict each other: {rule}."""

    code = "STATEMENT_CONTRADICTS"
    vi = "Số liệu nhiệm vụ mâu thuẫn với nhau: {rule}."


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a scheme: the law's group or item, its own code and name, most points."""

    item: str
    code: str
    name: str
    most: Decimal


@dataclass(frozen=True, slots=True)
class OrganisationMark:
    """Points for one criterion, by its code in the scheme, and why."""

    criterion: str
    points: Decimal
    reason: str = ""


Marks = Sequence[OrganisationMark]


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of an organisation's tasks of a year (art. 8); counts of tasks."""

    planned: int
    """In the programme and plan of the year, and those that arose."""
    completed: int
    on_time: int
    """Completed in time."""
    exceeded: int
    """Completed beyond what was required."""
    late: int
    """Not in time, completed or not."""
    quality: bool
    """All that was completed is of quality and effective."""
    shortcomings: str
    force_majeure: str = ""
    """Why tasks could not be completed, where it was force majeure (art. 8.4b)."""

    def neat(self) -> "Statement":
        """The statement with tidy text; raises StatementContradicts, InvalidInput, a text's."""
        for name in ("planned", "completed", "on_time", "exceeded", "late"):
            if not 0 <= getattr(self, name) <= MOST_TASKS:
                raise InvalidInput(what=name, allowed=f"0–{MOST_TASKS}", field="statement")
        for holds, rule in (
            (self.completed <= self.planned, "completed ≤ planned"),
            (self.on_time <= self.completed, "onTime ≤ completed"),
            (self.exceeded <= self.completed, "exceeded ≤ completed"),
            (self.completed - self.on_time <= self.late, "completed − onTime ≤ late"),
            (self.late <= self.planned - self.on_time, "late ≤ planned − onTime"),
        ):
            if not holds:
                raise StatementContradicts(rule=rule, field="statement")
        among(self.shortcomings, "shortcomings", SHORTCOMINGS)
        excuse = lines(self.force_majeure, "forceMajeure", most=MOST_REASON)
        counts = (self.planned, self.completed, self.on_time, self.exceeded, self.late)
        return Statement(*counts, self.quality, self.shortcomings, excuse)

    def to_json(self) -> dict[str, Any]:
        """For storing; `from_json` reads an equal one back."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> "Statement":
        """What `to_json` wrote."""
        return cls(**stored)


@dataclass(frozen=True, slots=True)
class Finding:
    """Wrongdoing in personnel work, disunity or factions, as a competent body concluded (8.4a)."""

    about: str
    body: str
    number: str
    day: date

    def to_json(self) -> dict[str, Any]:
        """The finding with tidy text, for storing; raises TextNotAcceptable."""
        return {
            "about": line(self.about, "finding", most=MOST_REASON),
            "body": line(self.body, "finding"),
            "number": line(self.number, "finding", most=100),
            "day": self.day.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Document:
    """A document by its name, number and day, and by its hash, its link or both."""

    name: str
    number: str = ""
    day: date | None = None
    sha256: str = ""
    url: str = ""

    def row(self) -> dict[str, Any]:
        """Its columns; raises TextNotAcceptable, InvalidInput."""
        if not self.sha256 and not self.url:
            raise InvalidInput(what="document", allowed="sha256, url", field="documents")
        return {
            "name": line(self.name, "name"),
            "number": line(self.number, "number", least=0, most=MOST_NUMBER),
            "day": self.day,
            "sha256": digest(self.sha256.lower() or None, "documents"),
            "url": link(self.url or None, "documents"),
        }


@dataclass(frozen=True, slots=True)
class PaperDecision:
    """The paper decision that a recognition is told by."""

    number: str
    day: date

    def columns(self) -> dict[str, Any]:
        """Its columns; raises TextNotAcceptable."""
        return {
            "decision_no": line(self.number, "decision", most=100),
            "decision_day": self.day,
        }


@dataclass(frozen=True, slots=True)
class ShareDecision:
    """The decision that allows more excellent organisations than usual (art. 8.5b), and why."""

    share: Decimal
    number: str
    day: date
    reason: str

    def columns(self) -> dict[str, Any]:
        """Its columns; raises TextNotAcceptable."""
        return {
            "share": self.share,
            "share_decision_no": line(self.number, "share", most=100),
            "share_decision_day": self.day,
            "share_reason": lines(self.reason, "share", least=1, most=MOST_REASON),
        }

    def cite(self) -> str:
        """How the places counted from it cite it."""
        return f"{line(self.number, 'share', most=100)} ({self.day.isoformat()})"
