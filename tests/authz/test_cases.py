"""Who may do what: the case tables, and that no rule stands without a promise."""

import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from authz.actions import Action
from authz.decide import FAIL_CLOSED, NO_RULE, Decision, batch, decide
from authz.facts import Facts
from authz.rulebook import Rulebook, standing
from tests.authz.cast import CAST, facts_of

BOOK = standing()


class Case(NamedTuple):
    slice: str
    who: str
    deed: str
    facts_name: str
    facts: Facts
    verdict: str
    rule: str

    def __str__(self) -> str:
        return f"{self.who}-{self.deed}-{self.facts_name}"


def _cases() -> list[Case]:
    found = []
    for path in sorted(Path(__file__).with_name("cases").glob("*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        for group in told["cases"].values():
            for who, deed, about, verdict, rule in group:
                facts = facts_of(told["facts"][about])
                found.append(Case(path.stem, who, deed, about, facts, verdict, rule))
    return found


CASES = _cases()


def _said(decision: Decision) -> tuple[str, str]:
    return decision.code or "allow", decision.rule


def _decided(case: Case, book: Rulebook = BOOK) -> tuple[str, str]:
    return _said(decide(CAST[case.who], Action(case.deed), case.facts, book=book))


@pytest.mark.parametrize("slice", sorted({case.slice for case in CASES}))
def test_the_verdict_the_code_and_the_rule_are_as_promised(slice: str) -> None:
    decided = [(case, _decided(case)) for case in CASES if case.slice == slice]
    assert decided
    assert [(str(c), told) for c, told in decided if told != (c.verdict, c.rule)] == []


def test_every_rule_has_a_case() -> None:
    assert {case.rule for case in CASES} - {NO_RULE, FAIL_CLOSED} == set(BOOK.rules)


def test_every_case_stands_with_the_rules_of_its_slice() -> None:
    # The one rule about nobody is shared by all slices.
    strays = [
        str(case)
        for case in CASES
        if case.rule in BOOK.rules
        and case.rule != "nobody-does-nothing"
        and BOOK.rules[case.rule].slice != case.slice
    ]
    assert not strays


def test_every_deed_is_allowed_to_somebody_and_refused_to_somebody() -> None:
    allowed = {case.deed for case in CASES if case.verdict == "allow"}
    refused = {case.deed for case in CASES if case.verdict != "allow"}
    assert (allowed, refused) == (set(Action), set(Action))


@pytest.mark.parametrize("rule", BOOK.rules)
def test_no_rule_can_be_dropped_unnoticed(rule: str) -> None:
    without = Rulebook.of(each for each in BOOK.rules.values() if each.id != rule)
    mine = [case for case in CASES if case.rule == rule]
    assert any(_decided(case, without)[0] != case.verdict for case in mine)


def test_a_batch_answers_as_one_by_one() -> None:
    for who, reach in CAST.items():
        questions = [(Action(case.deed), case.facts) for case in CASES if case.who == who]
        together = [_said(each) for each in batch(reach, questions)]
        assert together == [_said(decide(reach, *question)) for question in questions]


def test_an_acting_head_acts_on_behalf_of_the_head() -> None:
    facts = next(case.facts for case in CASES if case.facts_name == "assessed")
    own = decide(CAST["head"], Action.ScoreSheet, facts)
    lent = decide(CAST["acting"], Action.ScoreSheet, facts)
    assert (own.on_behalf_of, own.delegation) == (None, None)
    assert lent.on_behalf_of == CAST["head"].person
    assert lent.delegation == next(iter(CAST["acting"].headed.values())).delegation


def test_the_authority_used_is_the_one_of_that_unit() -> None:
    """Somebody heads the team himself and acts above it: only what he does above is on behalf."""
    facts = {case.facts_name: case.facts for case in CASES}
    above = decide(CAST["climber"], Action.ReopenSheet, facts["team_released"])
    assert above.on_behalf_of == CAST["head"].person
