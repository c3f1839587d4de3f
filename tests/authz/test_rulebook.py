"""The policies as documents: named, sourced, complete, and valid under the schema."""

import json
import re
from functools import cache
from types import NoneType
from typing import get_args, get_origin, get_type_hints

import pytest
from cedarpy import validate_policies

from authz import facts as kinds
from authz.actions import DESCRIBED, Action
from authz.codes import SENTENCES, Code
from authz.decide import FAIL_CLOSED, batch
from authz.facts import Facts
from authz.rulebook import POLICIES, SCHEMA, SCHEMA_TEXT, Rulebook, read_rules, standing
from tests.authz.cast import CAST, facts_of

BOOK = standing()
KINDS = [
    kind
    for kind in vars(kinds).values()
    if isinstance(kind, type) and issubclass(kind, Facts) and kind is not Facts
]
SLICES = {
    *("audit", "catalogue", "classification", "discipline", "dossier", "duties", "evaluations"),
    *("exchange", "insight", "organisation", "party", "party_votes", "people", "personnel"),
    *("personnel_gates", "petitions", "positions", "recognition", "results", "rewards", "work"),
}
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in POLICIES)


@cache
def _example(kind: type[Facts], *, full: bool) -> Facts:
    """Facts of a kind, with every optional value given or none."""
    told: dict[str, object] = {"of": kind.__name__}
    hints = get_type_hints(kind)
    for name, refers in kind._kinds:
        if NoneType in get_args(hints[name]) and not full:
            continue
        told[name] = _example_value(hints[name], refers)
    return facts_of(told)


def _example_value(hint: object, refers: str | None) -> object:
    if refers:
        return ["economy"] if get_origin(hint) is frozenset else "economy"
    return True if hint is bool else "open"


class TestPolicies:
    def test_are_valid_under_the_schema(self) -> None:
        result = validate_policies(TEXT, SCHEMA)
        assert result.validation_passed, [str(error) for error in result.errors]

    def test_of_a_wrong_kind_would_not_be(self) -> None:
        """The check above can fail: a unit is no agency, a misspelt attribute is none."""
        for wrong in ("principal.heads.contains(resource.agency)", "resource.agencyy == principal"):
            policy = (
                f'permit (principal, action == Action::"SetSwitch", resource) when {{ {wrong} }};'
            )
            assert not validate_policies(policy, SCHEMA).validation_passed

    def test_stand_in_one_file_for_each_slice(self) -> None:
        assert {path.stem for path in POLICIES} == SLICES

    def test_say_where_they_come_from(self) -> None:
        texts = r"(Decree|Decision|Guidance|Law|Regulation) \S+.*, (art\.|annex|sec\.) |Design: "
        for rule in BOOK.rules.values():
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.id), rule.id
            assert re.match(texts, rule.basis), rule.id

    def test_carry_what_their_effect_needs(self) -> None:
        for rule in BOOK.rules.values():
            if rule.effect == "forbid":
                assert rule.code is not None, rule.id
                assert rule.through is None, rule.id
            else:
                assert (rule.code, rule.state) == (None, False), rule.id

    def test_stay_within_their_slice(self) -> None:
        for rule in BOOK.rules.values():
            slices = {DESCRIBED[Action(name)].slice for name in rule.actions or ()}
            assert slices <= {rule.slice}, rule.id

    def test_permit_every_action(self) -> None:
        permits = [rule for rule in BOOK.rules.values() if rule.effect == "permit"]
        assert set().union(*(rule.actions or () for rule in permits)) == set(Action)

    def test_permit_nothing_that_they_do_not_name(self) -> None:
        for rule in BOOK.rules.values():
            if rule.effect == "permit":
                assert rule.actions, rule.id
                assert json.loads(rule.source)["conditions"], rule.id

    def test_are_read_in_the_order_they_are_written(self) -> None:
        for path in POLICIES:
            written = re.findall(r'^@id\("(.+)"\)', path.read_text(encoding="utf-8"), re.MULTILINE)
            assert [rule.id for rule in read_rules(path)] == written

    def test_cannot_share_a_name(self) -> None:
        twice = read_rules(POLICIES[0]) * 2
        with pytest.raises(ValueError, match=twice[0].id):
            Rulebook.of(twice)

    def test_lead_through_an_attribute_that_their_facts_have(self) -> None:
        for rule in BOOK.rules.values():
            if rule.through:
                resource = json.loads(rule.source)["resource"]
                kind = getattr(kinds, resource["entity_type"])
                assert dict(kind._kinds)[rule.through] in {"Unit", "Agency"}, rule.id


class TestSchema:
    def test_has_the_actions_of_the_list(self) -> None:
        declared = re.findall(r"^action ([^{]+?)\s+appliesTo", SCHEMA_TEXT, re.MULTILINE)
        named = [name for part in declared for name in re.findall(r"\w+", part)]
        assert sorted(named) == list(Action)

    def test_has_the_facts_of_the_code(self) -> None:
        declared = set(re.findall(r"^entity (\w+Facts)\b", SCHEMA_TEXT, re.MULTILINE))
        assert declared == {kind.__name__ for kind in KINDS}

    @pytest.mark.parametrize("full", [True, False], ids=["full", "bare"])
    @pytest.mark.parametrize("action", Action)
    def test_gives_each_action_one_kind_of_facts(self, action: Action, full: bool) -> None:
        decisions = batch(CAST["stranger"], [(action, _example(kind, full=full)) for kind in KINDS])
        assert [each.rule != FAIL_CLOSED for each in decisions].count(True) == 1


class TestWords:
    def test_stand_in_one_alphabetical_list(self) -> None:
        assert list(Action) == sorted(Action)
        assert list(Code) == sorted(Code)
        assert list(DESCRIBED) == list(Action)
        assert list(SENTENCES) == list(Code)

    def test_describe_every_action_in_both_languages(self) -> None:
        for action in Action:
            told = DESCRIBED[action]
            assert told.slice in SLICES, action
            assert re.fullmatch(r"[A-Z].+\.", told.en), action
            assert re.search(r"[à-ỹđ]", told.vi), action

    def test_tell_every_code_in_both_languages(self) -> None:
        for code in Code:
            assert set(SENTENCES[code]) == {"en", "vi"}, code
            assert all(re.fullmatch(r".+\.", each) for each in SENTENCES[code].values()), code

    def test_hold_no_code_that_nothing_says(self) -> None:
        said = {rule.code for rule in BOOK.rules.values()} - {None}
        said |= {told.refusal for told in DESCRIBED.values()}
        # The fallback for actions that name none, and for decisions that failed.
        assert said | {Code.FORBIDDEN, Code.PERMISSION_UNDECIDED} == set(Code)
