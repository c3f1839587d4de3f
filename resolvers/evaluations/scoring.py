"""The third step of scoring: facts and the head's judgement in, the score and its record out."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from resolvers.core.arguments import line
from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.evaluations.gathering import COUNTS, Gathered, gathered
from resolvers.evaluations.judgement import Judgement, Scored
from resolvers.evaluations.marking import demand_leadership, law_of
from resolvers.evaluations.model import MOST_REASON, Leadership
from resolvers.evaluations.subordinates import Below, below
from resolvers.statute.evaluation import (
    Cause,
    MonthFacts,
    MonthRecord,
    Role,
    UnitResult,
    to_json,
    unit_result,
)
from resolvers.statute.evaluation import Leadership as LeadershipValues
from resolvers.statute.exact import exact_text

DEDUCTION = "deduction"
"""The key of a step that takes an agency's deduction off a mark; the law's own steps follow it."""
SCALE = "Agency deduction scale "
"""How such a step cites its source; the scale's code follows."""


class LeadershipRequired(Refusal):
    """A leader's sheet needs đ and e of article 15(3), each with a reason."""

    code = "LEADERSHIP_REQUIRED"
    vi = "Phiếu của công chức lãnh đạo, quản lý phải có điểm đ và e (Điều 15 khoản 3) kèm lý do."


class LeadershipNotAllowed(Refusal):
    """đ and e of article 15(3) are for heads and deputies only."""

    code = "LEADERSHIP_NOT_ALLOWED"
    vi = "Điểm đ và e (Điều 15 khoản 3) chỉ dành cho công chức giữ chức vụ lãnh đạo, quản lý."


class SubordinatesNotScored(Refusal):
    """{count} civil servants under this leader are not scored yet; score them first."""

    code = "SUBORDINATES_NOT_SCORED"
    vi = "Còn {count} công chức thuộc quyền chưa được chấm điểm; cần chấm điểm trước."


class UnitResultToChoose(Refusal):
    """Nobody under this leader has a score: choose d with a reason, as the agency's rule asks."""

    code = "UNIT_RESULT_TO_CHOOSE"
    vi = "Không có công chức thuộc quyền nào có điểm: cần chọn điểm d kèm lý do theo quy chế."


class UnitResultDecided(Refusal):
    """d is decided by the subordinates' scores, so it cannot be chosen here."""

    code = "UNIT_RESULT_DECIDED"
    vi = "Điểm d được xác định từ điểm của công chức thuộc quyền nên không được tự chọn."


async def scored(tx: Transaction, request: Request, found: Row, judged: Judgement) -> Scored:
    """Score a held sheet from the facts as they stand now, under the law of the period's last day.

    Raises SubordinatesNotScored, LeadershipRequired, LeadershipNotAllowed, UnitResultToChoose,
    UnitResultDecided, InvalidInput.
    """
    facts = await gathered(tx, found)
    under: Below | None = None
    values: LeadershipValues | None = None
    if found["role"] == "leader":
        under = await below(tx, found, facts.office)
        values = _leadership(request, found, facts, judged.leadership, under)
    elif judged.leadership is not None:
        raise LeadershipNotAllowed(field="leadership")
    taken = facts.taken_off()
    general = {
        code: max(Decimal(), mark - taken.get(code, 0)) for code, mark in judged.marks.items()
    }
    record = MonthRecord(
        found["period"],
        request.today,
        MonthFacts(Role(found["role"]), general, facts.law_lines(), values),
        facts.switches,
        found["months"],
    )
    score = record.score()
    deducted = _deduction_steps(judged.marks, facts)
    return Scored(
        score=score,
        general=sum(general.values(), Decimal()),
        facts=_facts(to_json(record), facts, judged, under),
        steps=[*deducted, *(step.to_json() for step in score.steps)],
        cites=[*dict.fromkeys([*(step["cite"] for step in deducted), *score.cites])],
        unsigned=under.unsigned if under else 0,
    )


def _leadership(
    request: Request, found: Row, facts: Gathered, chosen: Leadership | None, under: Below
) -> LeadershipValues:
    """d, đ and e: the first follows from the subordinates, the others are the head's."""
    if chosen is None:
        raise LeadershipRequired(field="leadership")
    for name in ("organising_reason", "unity_reason"):
        line(getattr(chosen, name), f"leadership.{name}", most=MOST_REASON)
    law = law_of(found, request.today)
    demand_leadership(chosen, law)
    d = _unit_result(unit_result(under.scores, law, facts.switches), chosen, under)
    return LeadershipValues(d, chosen.organising, chosen.unity)


def _unit_result(decided: UnitResult, chosen: Leadership, under: Below) -> Decimal:
    if decided.value is not None:
        if chosen.unit_result is not None:
            raise UnitResultDecided(field="leadership.unitResult")
        return decided.value
    if decided.cause is Cause.NOT_ALL_SCORED:
        raise SubordinatesNotScored(count=under.scores.unscored, field="sheet")
    if chosen.unit_result is None:
        raise UnitResultToChoose(field="leadership.unitResult")
    line(chosen.unit_result_reason, "leadership.unit_result_reason", most=MOST_REASON)
    return chosen.unit_result


def _deduction_steps(marks: Mapping[str, Decimal], facts: Gathered) -> list[dict[str, Any]]:
    """How each deduction lowers a mark, never below zero; stored like the law's own steps."""
    left = dict(marks)
    steps = []
    for each in facts.deductions:
        code, mark = each["criterion"], left[each["criterion"]]
        left[code] = max(Decimal(), mark - each["points"])
        values = {
            "code": code,
            "mark": exact_text(mark),
            "points": exact_text(each["points"]),
            "times": str(each["times"]),
            "reason": each["reason"],
            "value": exact_text(left[code]),
        }
        cite = f"{SCALE}{each['scale']}"
        steps.append({"key": DEDUCTION, "values": values, "cite": cite})
    return steps


def _facts(
    month: dict[str, Any], facts: Gathered, judged: Judgement, under: Below | None
) -> dict[str, Any]:
    """What is stored beside a score: the law's input, and where each number of it comes from."""
    told = ("id", "product", "title", "milestone", "due_on", "origin", *COUNTS)
    numbers = ("quantity", "coefficient", "units", "accepted")
    return {
        "month": month,
        "judged": judged.to_json(),
        "lines": [
            {name: line[name] for name in told} | {name: exact_text(line[name]) for name in numbers}
            for line in facts.lines
        ],
        "deductions": [{**each, "points": exact_text(each["points"])} for each in facts.deductions],
        "subordinates": None
        if under is None
        else {
            "totals": sorted(exact_text(total) for total in under.scores.totals),
            "unscored": under.scores.unscored,
            "insufficient": under.scores.insufficient,
        },
    }
