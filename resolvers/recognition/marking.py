"""Marks as they are given and as a review keeps them: in the order of its scheme's criteria."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from resolvers.core.arguments import lines
from resolvers.core.database import Row
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.recognition.model import MOST_REASON, Marks, OrganisationMark

PLACES = 2


class CriterionUnknown(Refusal):
    """The review's scheme has no criterion {criterion}, or it is marked twice."""

    code = "ORGANISATION_CRITERION_UNKNOWN"
    vi = "Bộ tiêu chí không có tiêu chí {criterion}, hoặc tiêu chí này bị chấm hai lần."


class CriteriaNotMarked(Refusal):
    """These criteria are not marked: {criteria}."""

    code = "CRITERIA_NOT_MARKED"
    vi = "Chưa chấm điểm các tiêu chí: {criteria}."


class MarkNeedsReason(Refusal):
    """The mark for criterion {criterion} needs a reason."""

    code = "MARK_NEEDS_REASON"
    vi = "Cần nêu căn cứ cho điểm của tiêu chí {criterion}."


@dataclass(frozen=True, slots=True)
class Marked:
    """Points and reasons in the scheme's order; None where a draft leaves a criterion open."""

    criteria: tuple[str, ...]
    points: tuple[Decimal | None, ...]
    reasons: tuple[str, ...]

    def of(self, part: str, criteria: Sequence[Row]) -> Decimal:
        """The sum of a part, general or results; every criterion must be marked."""
        return sum(
            (
                points
                for points, criterion in zip(self.points, criteria, strict=True)
                if points is not None and criterion["part"] == part
            ),
            Decimal(0),
        )

    def told(self) -> dict[str, Any]:
        """Points and reason by criterion, for the audit."""
        pairs = zip(self.points, self.reasons, strict=True)
        return dict(zip(self.criteria, pairs, strict=True))


def marked(marks: Marks, criteria: Sequence[Row]) -> Marked:
    """The marks in order, each 0 to its criterion's most points with two decimals at most.

    Raises CriterionUnknown, InvalidInput, TextNotAcceptable.
    """
    most = {row["code"]: row["most"] for row in criteria}
    given: dict[str, OrganisationMark] = {}
    for mark in marks:
        if mark.criterion not in most or mark.criterion in given:
            raise CriterionUnknown(criterion=mark.criterion, field="marks")
        _demand_points(mark, most)
        given[mark.criterion] = mark
    return Marked(
        tuple(most),
        tuple(given[code].points if code in given else None for code in most),
        tuple(
            lines(given[code].reason, "reason", most=MOST_REASON) if code in given else ""
            for code in most
        ),
    )


def demand_complete(given: Marked) -> None:
    """Raises CriteriaNotMarked."""
    pairs = zip(given.criteria, given.points, strict=True)
    missing = [code for code, points in pairs if points is None]
    if missing:
        raise CriteriaNotMarked(criteria=", ".join(missing), field="marks")


def demand_reasons(given: Marked, beside: Sequence[Decimal | None] | None = None) -> None:
    """Every mark has a reason, or with `beside` every mark that differs from that one.

    Raises MarkNeedsReason.
    """
    other = beside if beside is not None else [None] * len(given.points)
    for code, points, reason, said in zip(
        given.criteria, given.points, given.reasons, other, strict=True
    ):
        if not reason and points != said:
            raise MarkNeedsReason(criterion=code, field="marks")


def _demand_points(mark: OrganisationMark, most: Mapping[str, Decimal]) -> None:
    allowed = f"0–{most[mark.criterion].normalize():f}"
    points = mark.points
    fits = points.is_finite() and 0 <= points <= most[mark.criterion]
    if not fits or points != round(points, PLACES):
        raise InvalidInput(what=f"marks.{mark.criterion}", allowed=allowed, field="marks")
