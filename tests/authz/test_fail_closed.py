"""What cannot be decided is refused."""

import json
from dataclasses import replace

import pytest
from cedarpy import policies_to_json_str

from authz.actions import Action
from authz.codes import Code
from authz.decide import FAIL_CLOSED, decide
from authz.facts import OPEN, CatalogueFacts, PlatformFacts, SheetFacts
from authz.rulebook import Rule, Rulebook, standing
from tests.authz.cast import CAST, id_of

SHEET = SheetFacts(
    id_of("Person", "member"), id_of("Unit", "economy"), None, "self_assessed", "open", OPEN
)


def _rule(text: str) -> Rule:
    source = json.loads(policies_to_json_str(text))["staticPolicies"]["policy0"]
    return Rule(
        "added", "evaluations", source["effect"], None, "", None, None, False, json.dumps(source)
    )


def _refused(book: Rulebook) -> bool:
    decision = decide(CAST["head"], Action.ScoreSheet, SHEET, book=book)
    return (decision.allowed, decision.rule, decision.code) == (
        False,
        FAIL_CLOSED,
        Code.PERMISSION_UNDECIDED,
    )


def test_facts_of_another_kind_are_refused() -> None:
    for facts in (PlatformFacts(), CatalogueFacts(SHEET.person, SHEET.person)):
        decision = decide(CAST["head"], Action.ScoreSheet, facts)
        assert (decision.allowed, decision.rule) == (False, FAIL_CLOSED)


@pytest.mark.parametrize("state", [None, 3, True])
def test_facts_that_do_not_fit_the_schema_are_refused(state: object) -> None:
    wrong = replace(SHEET, state=state)  # type: ignore[arg-type]
    decision = decide(CAST["head"], Action.ScoreSheet, wrong)
    assert (decision.allowed, decision.rule) == (False, FAIL_CLOSED)


def test_a_person_that_does_not_fit_the_schema_is_refused() -> None:
    wrong = replace(CAST["head"], operator="no")  # type: ignore[arg-type]
    for who, allowed in ((CAST["head"], True), (wrong, False), (wrong, False)):
        decision = decide(who, Action.ScoreSheet, SHEET)
        assert (decision.allowed, decision.rule != FAIL_CLOSED) == (allowed, allowed)


@pytest.mark.parametrize("effect", ["permit", "forbid"])
def test_a_policy_that_fails_while_it_is_evaluated_refuses_what_others_allow(effect: str) -> None:
    """A forbid that fails is skipped by Cedar itself, which would let the deed through."""
    broken = f"{effect} (principal, action, resource) when {{ resource.no_such_thing }};"
    rules = standing().rules.values()
    assert decide(CAST["head"], Action.ScoreSheet, SHEET).allowed
    assert _refused(Rulebook.of([*rules, _rule(broken)]))


def test_a_failing_policy_refuses_also_where_a_state_rule_decides() -> None:
    broken = "forbid (principal, action, resource) when { resource.no_such_thing };"
    book = Rulebook.of([*standing().rules.values(), _rule(broken)])
    decision = decide(CAST["head"], Action.ScoreSheet, replace(SHEET, state="open"), book=book)
    assert (decision.allowed, decision.rule) == (False, FAIL_CLOSED)


def test_without_policies_nothing_is_allowed() -> None:
    decision = decide(CAST["head"], Action.ScoreSheet, SHEET, book=Rulebook.of([]))
    assert (decision.allowed, decision.code) == (False, Code.NOT_RESPONSIBLE_HEAD)
