"""The criteria of a scheme: they detail the decree's own, and make up exactly its points."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from resolvers.core.arguments import among, line, positive
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.recognition.model import MOST_CRITERIA, Criterion
from resolvers.statute.dated import Law
from resolvers.statute.evaluation.organisations.parameters import CRITERIA, PARTS

IF_ANY = frozenset({"7.g", "7.h"})
"""Items of article 7(1) that the article asks for only where there are such files: a scheme may
leave them out and give their points to others."""
PLACES = 2


class SchemeDoesNotAddUp(Refusal):
    """The {part} criteria sum to {sum} points; they must sum to {must}."""

    code = "SCHEME_DOES_NOT_ADD_UP"
    vi = "Tổng điểm tối đa của phần {part} là {sum}; theo Nghị định phải đúng bằng {must}."


class SchemeLeavesOut(Refusal):
    """The scheme says nothing of {items}, which the decree asks of every organisation."""

    code = "SCHEME_LEAVES_OUT"
    vi = "Bộ tiêu chí thiếu nội dung {items} mà Nghị định yêu cầu đối với mọi tổ chức."


class CriterionTwice(Refusal):
    """The criterion {criterion} stands twice in the scheme."""

    code = "CRITERION_TWICE"
    vi = "Tiêu chí {criterion} xuất hiện hai lần trong bộ tiêu chí."


def demand_criteria(criteria: Sequence[Criterion], today: date) -> list[dict[str, Any]]:
    """The columns of each criterion, in order.

    Raises SchemeDoesNotAddUp, SchemeLeavesOut, CriterionTwice, InvalidInput and the refusals of
    `line` and `positive`.
    """
    if not 1 <= len(criteria) <= MOST_CRITERIA:
        raise InvalidInput(what="criteria", allowed=f"1–{MOST_CRITERIA}", field="criteria")
    law = Law(today, known=today)
    parts, items = law(PARTS), law(CRITERIA)
    rows = [_row(each, items, parts) for each in criteria]
    codes = [row["code"] for row in rows]
    twice = next((code for place, code in enumerate(codes) if code in codes[:place]), None)
    if twice is not None:
        raise CriterionTwice(criterion=twice, field="criteria")
    _demand_all_items({row["item"] for row in rows}, items)
    for part, must in parts.items():
        points = sum((row["most"] for row in rows if row["part"] == part), Decimal(0))
        if points != must:
            raise SchemeDoesNotAddUp(part=part, sum=points, must=must, field="criteria")
    return rows


def _row(
    criterion: Criterion, items: Mapping[str, Decimal], parts: Mapping[str, Decimal]
) -> dict[str, Any]:
    item = among(criterion.item, "item", tuple(items))
    part = "results" if items[item] else "general"
    return {
        "part": part,
        "item": item,
        "code": line(criterion.code, "code", most=30),
        "name": line(criterion.name, "name", most=1000),
        "most": positive(criterion.most, "most", most=int(parts[part]), places=PLACES),
    }


def _demand_all_items(given: set[str], items: Mapping[str, Decimal]) -> None:
    missing = [item for item in items if item not in given and item not in IF_ANY]
    if missing:
        raise SchemeLeavesOut(items=", ".join(missing), field="criteria")
