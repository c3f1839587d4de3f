"""What a personnel action is told with: where to, resting on what, with which count of votes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from resolvers.core.errors import InvalidInput, Refusal
from resolvers.statute.personnel import ActionKind, named

MOST_REASON = 2000
MOST_SAID = 20_000
MOST_GROUNDS = 50
MOST_CHOICES = 100
DECIDE = "decide"
"""The step that is the decision itself."""

BY_AGREEING = {"sending_agrees": "sending_agency", "receiving_agrees": "receiving_agency"}
"""Steps that are an agency's agreement, and whose."""

MOVES = frozenset(
    {
        ActionKind.APPOINTMENT,
        ActionKind.TRANSFER,
        ActionKind.ROTATION,
        ActionKind.SECONDMENT,
        ActionKind.PERIODIC_CHANGE,
        ActionKind.HIGHER_POST,
        ActionKind.LOWER_POST,
    }
)
"""Kinds that take somebody to another post: they name it."""

MAY_NAME_A_POST = frozenset({ActionKind.RESIGNATION, ActionKind.REMOVAL})
"""Kinds that end an office, after which another post may wait."""

GIVES_NO_OFFICE = frozenset(
    {
        ActionKind.HIGHER_POST,
        ActionKind.LOWER_POST,
        ActionKind.RESIGNATION,
        ActionKind.REMOVAL,
    }
)
"""Kinds that change the rank of a post or end an office: an office comes by other ones."""

OF_AN_OFFICE = frozenset(
    {
        ActionKind.REAPPOINTMENT,
        ActionKind.EXTENSION,
        ActionKind.RESIGNATION,
        ActionKind.REMOVAL,
    }
)
"""Kinds that only somebody with a leadership office meets with."""

LASTING = (ActionKind.SECONDMENT, ActionKind.SUSPENSION)
"""Measures that end by themselves: two of them never overlap, and they may end early."""

REST_ON_RESULTS = frozenset(
    {
        ActionKind.APPOINTMENT,
        ActionKind.REAPPOINTMENT,
        ActionKind.ROTATION,
        ActionKind.HIGHER_POST,
        ActionKind.LOWER_POST,
        ActionKind.REMOVAL,
        ActionKind.TERMINATION,
    }
)
"""Kinds that are proposed only with the results that they rest on, unless by one's own wish."""

WISHED = frozenset({ActionKind.LOWER_POST, ActionKind.RESIGNATION, ActionKind.TERMINATION})
"""Kinds that somebody may ask for himself."""


class AboutAStep(Refusal):
    """A refusal whose facts are codes of steps or choices: it tells them by their names."""

    def message(self, language: str) -> str:
        """The sentence, with the step by its name; a code that has none stays as it is."""
        text = self.vi if language == "vi" else str(type(self).__doc__)
        told = {key: said(value, language) for key, value in self.facts.items()}
        return text.strip().format(**told)


def said(code: object, language: str) -> str:
    """What a step or a choice is called, or several; a person's id stays as it is."""
    if isinstance(code, tuple):
        return ", ".join(said(each, language) for each in code)
    try:
        return named(str(code), language)
    except KeyError:
        return str(code)


class GroundsMissing(Refusal):
    """This is proposed only with the classes, results or sheets that it rests on."""

    code = "GROUNDS_MISSING"
    vi = "Chỉ được đề xuất khi viện dẫn kết quả đánh giá, xếp loại hoặc phiếu đánh giá làm căn cứ."


@dataclass(frozen=True, slots=True)
class Target:
    """The post that somebody is to take."""

    unit: UUID
    office: str = "member"
    position: UUID | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """One result that a proposal rests on, by its id: a class, a period's result or a sheet."""

    classification: UUID | None = None
    result: UUID | None = None
    sheet: UUID | None = None

    def kind_and_id(self) -> tuple[str, UUID]:
        """Which of the three it is; raises InvalidInput where it is none or several."""
        named = {
            "classification": self.classification,
            "result": self.result,
            "sheet": self.sheet,
        }
        given = [(kind, id) for kind, id in named.items() if id is not None]
        if len(given) != 1:
            raise InvalidInput(what="grounds", allowed=" | ".join(named), field="grounds")
        return given[0]


@dataclass(frozen=True, slots=True)
class Ballots:
    """How many ballots one choice got: a person's id, or agree and disagree, or a form."""

    choice: str
    ballots: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """The days that a proposal or a decision names."""

    effective_on: date | None = None
    until: date | None = None
    """The first day on which it holds no more."""


def counted(counts: Sequence[Ballots]) -> Mapping[str, int]:
    """Ballots by choice; raises InvalidInput where a choice is told twice, or too many are."""
    by_choice = {each.choice: each.ballots for each in counts}
    if not len(by_choice) == len(counts) <= MOST_CHOICES:
        raise InvalidInput(what="counts", allowed=f"0–{MOST_CHOICES}, ≠", field="counts")
    return by_choice
