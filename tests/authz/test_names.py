"""What ids are called in a question does not change its answer."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

from hypothesis import given

from authz import decide as deciding
from authz.actions import Action
from authz.decide import batch, decide
from authz.entities import NOBODY, OPERATOR, Facts
from authz.facts import OPEN, SheetFacts
from authz.reach import Headship, Reach
from authz.rulebook import standing
from tests.authz.cast import CAST, TODAY
from tests.authz.test_properties import actions, everything, few, reaches, sheets


class Themselves(deciding.Names):
    """Names by which every id is called as it is."""

    def of(self, id: UUID | str) -> str:
        return str(id)


@few
@given(who=reaches(), action=actions, facts=everything)
def test_a_decision_is_the_one_about_the_ids_themselves(
    who: Reach, action: Action, facts: Facts
) -> None:
    with patch.object(deciding, "Names", Themselves):
        expected = decide(who, action, facts)
    assert decide(who, action, facts) == expected


@few
@given(who=reaches(), action=actions, sheet=sheets)
def test_an_id_is_the_same_one_as_text(who: Reach, action: Action, sheet: SheetFacts) -> None:
    """A list reads its rows' ids as text."""
    ids = {
        name: str(id)
        for name in ("person", "scoring_unit", "next_unit")
        if (id := getattr(sheet, name)) is not None
    }
    as_text = replace(sheet, **ids)
    assert decide(who, action, as_text).allowed == decide(who, action, sheet).allowed


def _literals(part: Any) -> Iterator[tuple[str, str]]:
    """Every entity that a policy in Cedar's JSON form names."""
    if isinstance(part, dict):
        if set(part) == {"type", "id"}:
            yield part["type"], part["id"]
        for each in part.values():
            yield from _literals(each)
    elif isinstance(part, list):
        for each in part:
            yield from _literals(each)


def test_whom_a_policy_names_keeps_his_own_name() -> None:
    named = {
        each for rule in standing().rules.values() for each in _literals(json.loads(rule.source))
    }
    persons = {id for kind, id in named if kind != "Action"}
    assert persons == {str(NOBODY)}
    names = deciding.Names()
    assert [names.of(id) for id in (NOBODY, OPERATOR)] == [str(NOBODY), str(OPERATOR)]


def test_the_same_deed_to_one_person_after_the_other_is_asked_of_cedar_once() -> None:
    unit = uuid4()
    head = Reach(uuid4(), TODAY, 1, headed={unit: Headship(unit)})
    sheets = [SheetFacts(uuid4(), unit, None, "self_assessed", "open", OPEN) for _ in range(25)]
    asked = []

    def counted(*question: Any) -> Any:
        asked.append(question)
        return original(*question)

    original = deciding.is_authorized
    deciding._verdict.cache_clear()
    with patch.object(deciding, "is_authorized", counted):
        decided = batch(head, [(Action.ScoreSheet, sheet) for sheet in sheets])
        own = SheetFacts(head.person, unit, None, "self_assessed", "open", OPEN)
        refused = decide(head, Action.ScoreSheet, own)
    assert all(each.allowed for each in decided)
    assert (refused.allowed, refused.rule) == (False, "nobody-scores-himself")
    assert len(asked) == 2


def test_a_stranger_is_not_answered_as_somebody_else_was() -> None:
    sheet = SheetFacts(uuid4(), uuid4(), None, "self_assessed", "open", OPEN)
    head = Reach(uuid4(), TODAY, 1, headed={sheet.scoring_unit: Headship(sheet.scoring_unit)})
    neighbour = Reach(uuid4(), TODAY, 1, headed={(other := uuid4()): Headship(other)})
    assert decide(head, Action.ScoreSheet, sheet).allowed
    assert not decide(neighbour, Action.ScoreSheet, sheet).allowed
    assert not decide(CAST["head"], Action.ScoreSheet, sheet).allowed
