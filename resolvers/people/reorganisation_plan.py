"""A reorganisation as it is told: what ends, what begins, and who goes on where.

A unit is named by its id, or, where the plan itself opens it, by the key that the plan gives it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from resolvers.core.arguments import among, line
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.request import Request
from resolvers.organisation import REORGANISATIONS

MOST = 2000
"""Rows of one kind in a plan."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A unit that the reorganisation opens, in the agency of the unit above it."""

    key: str
    name: str
    standing: str
    parent: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Closing:
    """A unit that ends, and the unit that keeps its records.

    Whoever answers for that one reads them. Where none is named it is the only one that comes out
    of the plan; where several do, those above read them as before, and answer for what is open.
    """

    unit: UUID
    kept_by: str | None = None


@dataclass(frozen=True, slots=True)
class Placing:
    """A unit that goes on, beneath another one."""

    unit: UUID
    parent: str
    standing: str | None = None


@dataclass(frozen=True, slots=True)
class Reappointment:
    """A post that goes on in another unit; what is left out stays as it was."""

    posting: UUID
    unit: str
    office: str | None = None
    position: UUID | None = None


@dataclass(frozen=True, slots=True)
class Regrant:
    """A role that goes on for another unit."""

    mandate: UUID
    unit: str


@dataclass(frozen=True, slots=True)
class AgencyClosing:
    """An agency that ends with its units, and the agency that keeps its records, if any does."""

    agency: UUID
    succeeded_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class ReorganisationPlan:
    """One decision on organisation. Posts and roles in units that end are ended unless listed."""

    kind: str
    day: date
    decision_no: str
    closes: Sequence[Closing] = ()
    opens: Sequence[Opening] = ()
    into: Sequence[UUID] = ()
    """Units that stood before and go on as part of what comes out."""
    places: Sequence[Placing] = ()
    postings: Sequence[Reappointment] = ()
    mandates: Sequence[Regrant] = ()
    agencies: Sequence[AgencyClosing] = ()

    def successors(self) -> list[str]:
        """The units that come out of it, as the plan names them."""
        return [each.key for each in self.opens] + [str(id) for id in self.into]

    def keeper(self, closing: Closing) -> str | None:
        """The unit that keeps the records of one that ends: the one named, or the only one that
        comes out of it. Where several do, and none is named, nobody comes to read more than before.
        """
        successors = self.successors()
        only = successors[0] if len(successors) == 1 else None
        return only if closing.kept_by is None else closing.kept_by

    def parties(self) -> list[UUID]:
        """The units that stood before: those that end, and those that go on."""
        return [each.unit for each in self.closes] + list(self.into)

    def standing_units(self) -> set[UUID]:
        """Every unit that stands before and that the plan touches, or names as a place."""
        above = [each.parent for each in self.opens] + [each.parent for each in self.places]
        named = {UUID(name) for name in above if as_id(name)}
        return named | set(self.parties()) | {each.unit for each in self.places}


class ReorganisationStep(StrEnum):
    """What one row of the outcome is about."""

    UNIT_OPENED = "unit_opened"
    UNIT_PLACED = "unit_placed"
    POSTING_CONTINUED = "posting_continued"
    POSTING_ENDED = "posting_ended"
    MANDATE_CONTINUED = "mandate_continued"
    MANDATE_ENDED = "mandate_ended"
    DELEGATION_ENDED = "delegation_ended"
    UNIT_CLOSED = "unit_closed"
    AGENCY_CLOSED = "agency_closed"
    UNIT_MANAGED = "unit_managed"


@dataclass(frozen=True, slots=True)
class StepVerdict:
    """What became of one row: done, or refused with its reason."""

    step: ReorganisationStep
    subject: str
    """The id of what stood before, or the key of what the plan opens."""
    done: bool
    code: str | None = None
    message: str | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Reorganised:
    """Verdicts in the order of the steps; `reorganisation` where it was done."""

    accepted: bool
    reorganisation: UUID | None
    verdicts: Sequence[StepVerdict]


class ReorganisationAhead(Refusal):
    """A reorganisation is recorded from its day, {day}, on; before it can be tried as a dry run."""

    code = "REORGANISATION_AHEAD"
    vi = (
        "Việc tổ chức lại được ghi nhận từ ngày có hiệu lực {day}; trước ngày đó chỉ được chạy thử."
    )


def as_id(name: str) -> bool:
    """Whether a unit is named by its id."""
    try:
        return str(UUID(name)) == name
    except ValueError:
        return False


def demand_sound(plan: ReorganisationPlan, request: Request, *, dry_run: bool) -> None:
    """Raises InvalidInput, TextNotAcceptable or ReorganisationAhead for a plan out of shape."""
    among(plan.kind, "kind", REORGANISATIONS)
    line(plan.decision_no, "decisionNo", most=100)
    if not dry_run and plan.day > request.today:
        raise ReorganisationAhead(day=plan.day, field="day")
    lists = (plan.closes, plan.opens, plan.into, plan.places, plan.postings, plan.mandates)
    if max(map(len, lists)) > MOST:
        raise InvalidInput(what="plan", allowed=f"0–{MOST}", field="plan")
    parties, successors = plan.parties(), plan.successors()
    _demand(len(parties) == len(set(parties)), "closes, into")
    _demand(len(successors) == len(set(successors)), "opens")
    _demand(all(each.key and not as_id(each.key) for each in plan.opens), "opens.key")
    keepers = {each.kept_by for each in plan.closes} - {None}
    _demand(keepers <= set(successors), "closes.keptBy")
    _demand(len(parties) >= (2 if plan.kind == "merge" else 1), "closes, into")
    _demand(len(successors) >= (2 if plan.kind == "split" else 1), "opens, into")
    for rows in (plan.postings, plan.mandates):
        _demand(all(each.unit in successors for each in rows), "unit")
    _demand_once([each.posting for each in plan.postings], "postings")
    _demand_once([(each.mandate, each.unit) for each in plan.mandates], "mandates")


def _demand_once(ids: Sequence[object], what: str) -> None:
    _demand(len(ids) == len(set(ids)), what)


def _demand(sound: bool, what: str) -> None:
    if not sound:
        raise InvalidInput(what=what, allowed="plan", field=what.split(",")[0])
