"""The decision: may this person do this deed to this thing now, and by which rule."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from cedarpy import Entities, is_authorized

from authz.actions import DESCRIBED, Action
from authz.codes import Code
from authz.entities import Facts, Names, reference
from authz.principal import Authority, authority, entity, name, used
from authz.reach import Reach
from authz.rulebook import SCHEMA, TYPES, Rule, Rulebook, standing

FAIL_CLOSED = "fail-closed"
"""The rule of a denial that came from an error: what cannot be decided is refused."""
NO_RULE = "no-rule-permits"
"""The rule of a denial because no policy permits the deed."""

_BOOK = standing()
_IT = "it"
"""What the thing in question is called."""


def rule_called(id: str) -> Rule | None:
    """The policy with an @id; None where none is called so."""
    return _BOOK.rules.get(id)


Question = tuple[Action, Facts]


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with its reason; `rule` goes into the audit, `code` to the person refused."""

    allowed: bool
    rule: str
    """The @id of the policy that decided, FAIL_CLOSED or NO_RULE."""
    basis: str = ""
    """The article or design rule that the policy comes from."""
    code: Code | None = None
    """Why not; None exactly if allowed."""
    on_behalf_of: UUID | None = None
    """The head whose authority is used, where an acting head is allowed."""
    delegation: UUID | None = None
    """The delegation that lends it."""


def decide(who: Reach, action: Action, resource: Facts, *, book: Rulebook = _BOOK) -> Decision:
    """May `who` do `action` to `resource` now? The person's fault is named before the time's."""
    return batch(who, [(action, resource)], book=book)[0]


def batch(who: Reach, questions: Sequence[Question], *, book: Rulebook = _BOOK) -> list[Decision]:
    """A decision for each question, in order; as `decide`, but many at the price of few."""
    held = {action: authority(who, action) for action in {action for action, _ in questions}}
    said = {
        each: _said(who, *each)
        for each in dict.fromkeys((held[action], facts) for action, facts in questions)
    }
    return [
        _decision(_verdict(action, said[held[action], facts], book), action, facts, held[action])
        for action, facts in questions
    ]


@dataclass(frozen=True, slots=True)
class _Said:
    """A person and a thing in Cedar's words, each id by its name in this question alone."""

    person: str
    kind: str
    world: str
    """All that the policies may know of both, so that what is kept of it is never out of date."""


@dataclass(frozen=True, slots=True)
class _Verdict:
    """Cedar's answer, with the rules that decided in reading order."""

    allowed: bool
    rules: tuple[Rule, ...]

    def is_about_state(self) -> bool:
        return not self.allowed and bool(self.rules) and all(rule.state for rule in self.rules)


def _said(who: Reach, held: Authority, facts: Facts) -> _Said:
    names, kind = Names(), type(facts).__name__
    thing = {
        "uid": reference(kind, _IT),
        "attrs": facts.attributes(names),
        "parents": [],
    }
    world = json.dumps([entity(who, held, facts, names), thing])
    return _Said(name(who, names), kind, world)


@lru_cache(maxsize=512)
def _verdict(action: Action, said: _Said, book: Rulebook) -> _Verdict | None:
    """Cedar's answer to a question; None where it fits no schema or a policy fails.

    Whoever does the same deed to one person after the other asks the same: see `Names`.
    """
    verdict = _asked(action, said, book, timeless=False)
    if verdict is None or not verdict.is_about_state():
        return verdict
    # Only the time seems wrong: ask again as if it were right, to know about the person.
    again = _asked(action, said, book, timeless=True)
    return again if again is None or not again.allowed else verdict


def _asked(action: Action, said: _Said, book: Rulebook, *, timeless: bool) -> _Verdict | None:
    try:
        world = _world(said.world)
    except ValueError:
        return None
    request = {
        "principal": reference("Person", said.person),
        "action": reference("Action", action.value),
        "resource": reference(said.kind, _IT),
    }
    result = is_authorized(request, book.about(action, timeless=timeless), world, SCHEMA)
    if result.diagnostics.errors:
        return None
    return _Verdict(result.allowed, book.ordered(result.diagnostics.reasons))


@lru_cache(maxsize=64)  # each takes 7 kB
def _world(text: str) -> Entities:
    """What is asked about, as Cedar reads it; raises ValueError where it fits no schema."""
    return Entities.from_json_str(text, TYPES)


def _decision(verdict: _Verdict | None, action: Action, facts: Facts, held: Authority) -> Decision:
    if verdict is None:
        return Decision(False, FAIL_CLOSED, code=Code.PERMISSION_UNDECIDED)
    if not verdict.rules:
        return Decision(False, NO_RULE, code=DESCRIBED[action].refusal)
    # The person's fault is told before the time's: a stranger does not learn the state.
    rule = min(verdict.rules, key=lambda each: each.state)
    if not verdict.allowed:
        return Decision(False, rule.id, rule.basis, rule.code or Code.FORBIDDEN)
    headship = used(held, getattr(facts, rule.through)) if rule.through else None
    return Decision(
        True,
        rule.id,
        rule.basis,
        on_behalf_of=headship.on_behalf_of if headship else None,
        delegation=headship.delegation if headship else None,
    )
