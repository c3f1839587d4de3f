"""What gates are computed from: plain values, each with the record that it comes from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Evidence(NamedTuple):
    """A record that something rests on: its kind and its id, and its edition where it has one."""

    kind: str
    """"classification" | "result" | "sheet" | "proceeding" | "discipline" | "protection" |
    "posting" | "term" | "confidence" | "document"."""
    id: str
    edition: int | None = None


class Proceeding(NamedTuple):
    """A disciplinary procedure, inspection, investigation, prosecution or trial under way."""

    kind: str
    """A code of the register of discipline: administrative, party, inspection, investigation,
    prosecution, trial."""
    since: date
    record: Evidence


class InForce(NamedTuple):
    """A discipline that has its effect still."""

    form: str
    """reprimand, warning, demotion, dismissal; of the Party also expulsion."""
    since: date
    until: date | None
    """The last day of its effect; None where it has no end."""
    record: Evidence


class YearClass(NamedTuple):
    """The class of a year, notified to the person."""

    year: int
    level: str
    """"EXCELLENT" | "GOOD" | "COMPLETED" | "NOT_COMPLETED" | "NOT_RATED"."""
    known_on: date
    """The day on which the result was notified; a termination's thirty days run from it."""
    record: Evidence
    rests_on: tuple[Evidence, ...] = ()
    """The year's result and its sheets, where they are at hand."""


class State(StrEnum):
    """States in which a person is protected, or an action waits."""

    PREGNANCY = "pregnancy"
    MATERNITY = "maternity"
    SMALL_CHILD = "small_child"
    """`since` is the child's day of birth."""
    SERIOUS_ILLNESS = "serious_illness"
    LONG_STUDY = "long_study"
    STUDY_ABROAD = "study_abroad"
    """Sent abroad for three months or more."""
    INPATIENT = "inpatient"
    """In hospital for three months or more."""
    HARDSHIP = "hardship"
    """Confirmed by the head of the using agency."""
    SENSITIVE_DUTY = "sensitive_duty"
    """Defence, secret or disaster duty: a resignation is not considered."""
    SERVICE_COMMITMENT = "service_commitment"
    UNSETTLED_DEBTS = "unsettled_debts"


class Protection(NamedTuple):
    """A state of `State` on record."""

    state: State
    since: date
    until: date | None
    record: Evidence


class Wish(NamedTuple):
    """A written wish of the person himself for one kind of action."""

    kind: str
    """An ActionKind."""
    day: date
    record: Evidence


class Confidence(NamedTuple):
    """A count of confidence: how many of the ballots show low confidence."""

    low: int
    ballots: int
    day: date
    record: Evidence


class Ground(NamedTuple):
    """A ground on paper that no other fact shows: a conclusion of degradation, a request."""

    code: str
    """A code of `REMOVAL_GROUNDS`, `LOWER_GROUNDS` or `SUSPENSION_GROUNDS`."""
    record: Evidence


@dataclass(frozen=True, slots=True)
class GateFacts:
    """What is known of a person when an action is proposed or decided. What is absent is unknown.

    Only three things are taken as absent when they are not here, because a register keeps them:
    proceedings, discipline in force, protected states.
    """

    office: str
    """"head" | "deputy" | "member": the present office."""
    proceedings: tuple[Proceeding, ...] = ()
    discipline: tuple[InForce, ...] = ()
    classes: tuple[YearClass, ...] = ()
    protections: tuple[Protection, ...] = ()
    wishes: tuple[Wish, ...] = ()
    confidence: Confidence | None = None
    grounds: tuple[Ground, ...] = ()
    office_since: date | None = None
    """Since when the present (or an equivalent) office is held without a gap."""
    post_since: date | None = None
    """Since when the present post is held."""
    post: Evidence | None = None
    term_start: date | None = None
    term_until: date | None = None
    """The last day of the present term."""
    term: Evidence | None = None
    retires_on: date | None = None
    retirement: Evidence | None = None
    seconded: Evidence | None = None
    """The secondment under way."""
    to_higher: bool = True
    """Whether the office aimed at is the first or a higher one; equivalent or lower asks no age."""
    starts_on: date | None = None
    ends_on: date | None = None
    """The days of the action itself, where it has an end: secondment, rotation."""
