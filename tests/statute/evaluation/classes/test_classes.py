"""The table of classes: what the points come to, and what the decree makes of it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.citing import cited
from resolvers.statute.dated import NotInForce
from resolvers.statute.evaluation import (
    Charge,
    Classified,
    Disqualifier,
    DisqualifierKind,
    Level,
    NotRated,
    Office,
    Span,
    Waiting,
    YearFacts,
    classify,
    span_law,
)
from resolvers.statute.evaluation.classes.classifying import HEAD_LIMIT
from resolvers.statute.evaluation.wording import NAMES, WORDING
from resolvers.statute.switches import SAME_ACT_YEAR, Switches
from tests.statute.cases import cases

LATER = date(2100, 1, 1)
CASES = cases("evaluation/classes/people")
CLASSED = [case for case in CASES if "expect" in case]
UNGOVERNED = [case for case in CASES if "not_in_force" in case]


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


def classed(case: dict[str, Any]) -> Classified:
    given = case["given"]
    level = Level(given["level"]) if "level" in given else None
    scored = level is not None and level is not Level.INSUFFICIENT_DATA
    organisation = Level(given["organisation"]) if "organisation" in given else None
    facts = YearFacts(
        year=case["on"].year,
        total=Decimal("92.40") if scored else None,
        level=level,
        not_rated_because=given.get("because", ""),
        office=Office(given.get("office", "staff")),
        organisation=organisation,
        organisation_exempt=given.get("exempt", False),
        agency=given.get("agency", ""),
        disqualifiers=tuple(
            Disqualifier(**{**found, "kind": DisqualifierKind(found["kind"]), "decision": "QĐ 1"})
            for found in given.get("found", ())
        ),
    )
    law = span_law(Span.YEAR, date(case["on"].year, 1, 1), known=LATER)
    return classify(facts, Switches.of(given.get("switches", {})), law)


@pytest.fixture(params=CLASSED, ids=named)
def result(request: pytest.FixtureRequest) -> Classified:
    return classed(request.param)


def test_every_case_says_what_is_expected_under_a_name_of_its_own() -> None:
    assert len(CLASSED) + len(UNGOVERNED) == len(CASES)
    assert len({named(case) for case in CASES}) == len(CASES)


def test_the_table_has_cases_on_both_sides_of_every_change() -> None:
    days = [case["on"] for case in CASES]
    for version in HEAD_LIMIT.versions:
        assert min(days) < version.since <= max(days), version.cite


@pytest.mark.parametrize("case", CLASSED, ids=named)
def test_the_class_is_what_the_table_says(case: dict[str, Any]) -> None:
    result, expect = classed(case), case["expect"]
    assert result.applied == expect.get("applied")
    assert result.waiting == expect.get("waiting", "")
    charged = [*result.overrides, *result.consider, *result.set_aside]
    if "computed" in expect:
        assert result.computed == expect["computed"]
    if "charges" in expect:
        assert sorted(each.charge for each in charged) == sorted(expect["charges"])
    if "years" in expect:
        assert [each.year for each in charged] == expect["years"]
    if "consider" in expect:
        assert len(result.consider) == expect["consider"]
    if "cite" in expect:
        assert [cite for cite in result.cites if cite.endswith(expect["cite"])]


@pytest.mark.parametrize("case", UNGOVERNED, ids=named)
def test_before_the_decree_there_is_an_exception_and_no_class(case: dict[str, Any]) -> None:
    with pytest.raises(NotInForce):
        classed(case)


class TestEveryClass:
    def test_is_applied_or_says_why_it_waits(self, result: Classified) -> None:
        assert (result.applied is None) == (result.waiting in set(Waiting))

    def test_is_never_above_the_points(self, result: Classified) -> None:
        order = list(Level)
        if result.applied is not None and result.computed in order[:4]:
            assert order.index(result.applied) >= order.index(Level(result.computed))

    def test_loses_no_disqualifier(self, result: Classified) -> None:
        for each in (*result.overrides, *result.consider, *result.set_aside):
            assert each.disqualifier.decision == "QĐ 1"
        steps = [step for step in result.steps if step.named.get("decision")]
        listed = len(result.overrides) + len(result.consider) + len(result.set_aside)
        assert len(steps) == listed

    def test_says_and_cites_every_step_in_both_languages(self, result: Classified) -> None:
        assert result.cites == tuple(dict.fromkeys(step.cite for step in result.steps))
        for step in result.steps:
            assert cited(step.cite, "vi") != step.cite
            assert all("{" not in step.text(language) for language in ("en", "vi"))


def test_the_class_of_the_points_is_kept_beside_the_one_that_applies() -> None:
    facts = YearFacts(
        2026,
        Decimal("92.40"),
        Level.EXCELLENT,
        disqualifiers=(
            Disqualifier(DisqualifierKind.DUTY_DISCIPLINE, "QĐ 12/QĐ-UBND", date(2026, 5, 3)),
        ),
    )
    law = span_law(Span.YEAR, date(2026, 1, 1), known=LATER)
    result = classify(facts, Switches.of({}), law)
    assert (result.computed, result.applied) == (Level.EXCELLENT, Level.NOT_COMPLETED)
    assert [step.text("vi") for step in result.steps] == [
        "Tổng điểm năm 92,40 điểm: Hoàn thành xuất sắc nhiệm vụ",
        "kỷ luật do vi phạm liên quan đến hoạt động công vụ, QĐ 12/QĐ-UBND,"
        " có hiệu lực từ 03/05/2026: là căn cứ xếp loại không hoàn thành nhiệm vụ",
        "Mức xếp loại áp dụng: Không hoàn thành nhiệm vụ",
    ]
    assert set(result.cites) <= set(law.cites)


def test_the_rule_of_the_agency_is_remembered_where_it_may_have_decided() -> None:
    of_one_act = Disqualifier(
        DisqualifierKind.DUTY_DISCIPLINE, "QĐ 1", date(2026, 5, 3), same_act="A"
    )
    law = span_law(Span.YEAR, date(2026, 1, 1), known=LATER)
    facts = YearFacts(2026, Decimal(80), Level.GOOD, disqualifiers=(of_one_act,))
    classify(facts, Switches.of({}), law)
    assert SAME_ACT_YEAR.cite in law.cites


def test_an_organisation_without_data_has_no_class_to_limit_its_head() -> None:
    facts = YearFacts(
        2026, Decimal(80), Level.GOOD, office=Office.HEAD, organisation=Level.INSUFFICIENT_DATA
    )
    with pytest.raises(Unacceptable) as refusal:
        classify(facts, Switches.of({}), span_law(Span.YEAR, date(2026, 1, 1), known=LATER))
    assert refusal.value.field == "organisation"


DECIDED = {"class_considered", "class_quota", "class_replaced", "class_reconsidered"}
"""What persons decide after the law has spoken: told by those who keep the decisions."""


def test_every_wording_of_the_law_is_used_by_some_case() -> None:
    used = {step.key for case in CLASSED for step in classed(case).steps}
    assert used == {key for key in WORDING if key.startswith("class_")} - DECIDED


def test_every_code_has_a_name() -> None:
    for codes in (DisqualifierKind, set(Charge) - {Charge.OTHER_YEAR}, NotRated):
        assert set(codes) <= set(NAMES["vi"])
