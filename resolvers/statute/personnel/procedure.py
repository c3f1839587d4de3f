"""What a procedure is made of: its kind, its steps with owner and deadline, votes, limits."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from resolvers.statute.calendar import add_working_days
from resolvers.statute.personnel.wording import named


class ActionKind(StrEnum):
    """What is done to somebody's post or service."""

    APPOINTMENT = "appointment"
    REAPPOINTMENT = "reappointment"
    EXTENSION = "extension"
    TRANSFER = "transfer"
    ROTATION = "rotation"
    SECONDMENT = "secondment"
    PERIODIC_CHANGE = "periodic_change"
    HIGHER_POST = "higher_post"
    LOWER_POST = "lower_post"
    RESIGNATION = "resignation"
    REMOVAL = "removal"
    SUSPENSION = "suspension"
    TERMINATION = "termination"
    DISCIPLINE = "discipline"


class Source(StrEnum):
    """Where the person comes from: the agency itself, or another one (article 33(2), 33(3))."""

    INTERNAL = "internal"
    EXTERNAL = "external"


class Owner(StrEnum):
    """Who does a step. The personnel body keeps the minutes of meetings and councils."""

    PROPOSER = "proposer"
    PERSONNEL_BODY = "personnel_body"
    DECIDING_HEAD = "deciding_head"
    PERSON = "person"
    PARTY_COMMITTEE = "party_committee"
    SENDING_AGENCY = "sending_agency"
    RECEIVING_AGENCY = "receiving_agency"


class Deciding(StrEnum):
    """Whose head decides."""

    USING = "using"
    MANAGING = "managing"


class DayUnit(StrEnum):
    """How days are counted."""

    WORKING = "working"
    CALENDAR = "calendar"


class Event(StrEnum):
    """What a deadline is counted from; the day itself is not counted."""

    REQUEST_RECEIVED = "request_received"
    POLICY_AGREED = "policy_agreed"
    TERM_ENDS = "term_ends"
    APPLICATION_RECEIVED = "application_received"
    PROPOSAL_RECEIVED = "proposal_received"
    GROUND_ESTABLISHED = "ground_established"
    RESULT_KNOWN = "result_known"
    REVIEW_MEETING_HELD = "review_meeting_held"
    REPORT_RECEIVED = "report_received"
    COUNCIL_MEETS = "council_meets"
    COUNCIL_MET = "council_met"
    RECOMMENDATION_RECEIVED = "recommendation_received"
    VIOLATION_FOUND = "violation_found"


@dataclass(frozen=True, slots=True)
class Due:
    """By when a step is done: so many days after something happened, or before it happens."""

    days: int
    unit: DayUnit
    event: Event
    cite: str
    before: bool = False
    longest: int | None = None
    """The days in a justified case; None where the text knows none."""

    def day(self, event: date, *, longest: bool = False) -> date:
        """The last day in time, for what happened (or happens) on `event`.

        Raises HolidaysUnknown where working days are counted in a year not laid down.
        """
        days = self.longest if longest and self.longest is not None else self.days
        days = -days if self.before else days
        if self.unit is DayUnit.WORKING:
            return add_working_days(event, days)
        return event + timedelta(days=days)


class Body(StrEnum):
    """Who votes."""

    LEADERSHIP = "leadership"
    """The head and his deputies."""
    EXTENDED_LEADERSHIP = "extended_leadership"
    KEY_CADRES = "key_cadres"
    LEADERSHIP_AND_COMMITTEE = "leadership_and_committee"
    """The leadership and the standing Party committee of the same level."""
    COUNCIL = "council"


class About(StrEnum):
    """What a ballot is about."""

    NAMES = "names"
    """Each votes for one person; the keys of a count are the persons."""
    AGREEMENT = "agreement"
    """Each agrees or not; the keys of a count are AGREE and DISAGREE."""


class Base(StrEnum):
    """What shares are reckoned on."""

    SUMMONED = "summoned"
    PRESENT = "present"


class Half(StrEnum):
    """Who decides at exactly half."""

    HEAD = "head"
    """The head, who reports the differing opinions."""
    HEAD_BETWEEN_TWO = "head_between_two"
    """The head, but only between two who have half each."""
    CHAIR = "chair"
    """The chair's own vote decides."""
    NOBODY = "nobody"


class Short(StrEnum):
    """What follows where nobody has a majority."""

    STOP = "stop"
    """Nothing further; it is reported to the deciding authority."""
    FORWARD = "forward"
    """All with the smaller share go forward; where nobody has it, nothing further."""
    REPORT = "report"
    """It is reported to the deciding authority, who may let it go on."""
    HEAD = "head"
    """The head decides."""


@dataclass(frozen=True, slots=True)
class VoteRule:
    """How a vote is counted. All shares are exact."""

    body: Body
    about: About
    quorum: Fraction | None
    """The least share of those summoned who are present; None where the text asks for none."""
    base: Base
    majority: Fraction
    """Chosen is who has *more* than this share."""
    half: Half
    short: Short
    cite: str
    forward: Fraction | None = None
    """Who has at least this share goes forward, where nobody is chosen."""
    other_name: Fraction | None = None
    """A name not put forward before needs at least this share of those summoned."""
    decisive: bool = True
    """Whether the count decides anything; an opinion is only noted."""
    secret: bool = True
    announced: bool = False
    """Whether the count is announced at the meeting."""
    members: int | None = None
    """The exact number of members, all of whom are present."""
    odd: bool = False
    """Whether the number of members must be odd."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a procedure, in its order."""

    code: str
    owner: Owner
    cite: str
    order: int = 0
    due: Due | None = None
    vote: VoteRule | None = None
    document_needed: bool = False
    hears_person: bool = False
    """Whether the person himself is met and heard."""
    meeting: int | None = None
    """The decree's own number of the step ("Bước 2"), where it has one."""

    @property
    def reveals_result(self) -> bool:
        """Whether a count of this step is announced."""
        return self.vote is not None and self.vote.announced

    def name(self, language: str) -> str:
        """What the step is called, in English ("en") or Vietnamese ("vi")."""
        return named(self.code, language)


@dataclass(frozen=True, slots=True)
class Procedure:
    """How one kind of action comes about, and within which limits it lasts."""

    kind: ActionKind
    steps: tuple[Step, ...]
    deciding: Deciding
    cites: tuple[str, ...] = ()
    """The texts on who may decide and on the limits; each step cites its own."""
    dossier: tuple[str, ...] = ()
    """Codes of the papers that the dossier holds; `named` says what they are called."""
    term_years: int | None = None
    """The term that the action begins."""
    most_years: int | None = None
    """The longest that it may last."""
    least_months: int | None = None
    """The shortest that it may last."""
    most_working_days: int | None = None
    extension_working_days: int | None = None
    most_days: int | None = None
    """Days for the whole procedure, from its event on."""
    complex_days: int | None = None
    allowance_months: int | None = None
    """For how long a leader keeps a higher allowance than that of the new office."""
    cancel_working_days: int | None = None
    """Days for taking it back, once it is known to have been wrong."""
    salary_share: Fraction | None = None
    """What is paid of the salary while it lasts."""

    def step(self, code: str) -> Step:
        """A step by its code; raises KeyError where the procedure has none."""
        for step in self.steps:
            if step.code == code:
                return step
        raise KeyError(code)


AGREE = "agree"
DISAGREE = "disagree"
"""The keys of a count of agreement."""


def in_order(*steps: Step) -> tuple[Step, ...]:
    """The steps numbered from one."""
    return tuple(replace(step, order=number) for number, step in enumerate(steps, start=1))
