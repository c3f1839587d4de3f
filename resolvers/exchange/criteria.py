"""The general criteria that an agency's file prints: law, so compared with it and never stored."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from resolvers.catalogue import NoCriteriaYet
from resolvers.core.errors import Refusal
from resolvers.exchange.batches import accepted, rejected, repetitions
from resolvers.exchange.model import CriterionRow, Outcome, Verdict, shown
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.evaluation import GENERAL_CRITERIA


class CriterionUnknown(Refusal):
    """The law has no general criterion {criterion} (Decree 335/2025, Annex II)."""

    code = "CRITERION_UNKNOWN"
    vi = "Không có tiêu chí chung {criterion} (Phụ lục II, Nghị định 335/2025/NĐ-CP)."


class CriterionMaximum(Refusal):
    """The law gives criterion {criterion} at most {points} points; the file says {said}."""

    code = "CRITERION_MAXIMUM"
    vi = (
        "Tiêu chí {criterion} có điểm tối đa là {points} (Phụ lục II, Nghị định 335/2025/NĐ-CP);"
        " tệp ghi {said}."
    )


def criteria_verdicts(rows: Sequence[CriterionRow], day: date) -> list[Verdict]:
    """Unchanged where the file says what the law says on `day`, rejected elsewhere."""
    twice = repetitions(rows)

    def verdict(row: CriterionRow) -> Verdict:
        try:
            if row.place in twice:
                raise twice[row.place]
            _demand_maximum(row, _maxima(day))
        except Refusal as refused:
            return rejected(row.place, row.code, refused)
        return accepted(row.place, row.code, Outcome.UNCHANGED)

    return [verdict(row) for row in rows]


def _maxima(day: date) -> Mapping[str, Decimal]:
    try:
        return Law(day, known=day)(GENERAL_CRITERIA)
    except NotInForce:
        raise NoCriteriaYet(day=day, field="maximum") from None


def _demand_maximum(row: CriterionRow, maxima: Mapping[str, Decimal]) -> None:
    if row.code not in maxima:
        raise CriterionUnknown(criterion=shown(row.code), field="code")
    if row.maximum != maxima[row.code]:
        said = "–" if row.maximum is None else row.maximum
        raise CriterionMaximum(
            criterion=row.code, points=maxima[row.code], said=said, field="maximum"
        )
