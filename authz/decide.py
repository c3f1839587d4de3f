"""The decision: may this person do this deed to this thing now, and by which rule."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from cedarpy import AuthzResult, Entities, is_authorized_batch

from authz.actions import DESCRIBED, Action
from authz.codes import Code
from authz.facts import Facts, reference
from authz.principal import Authority, authority, name, person, used
from authz.reach import Reach
from authz.rulebook import SCHEMA, TYPES, Rule, Rulebook, standing

FAIL_CLOSED = "fail-closed"
"""The rule of a denial that came from an error: what cannot be decided is refused."""
NO_RULE = "no-rule-permits"
"""The rule of a denial because no policy permits the deed."""

_BOOK = standing()


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
    alike: defaultdict[tuple[Action, Authority], list[int]] = defaultdict(list)
    for index, (action, _) in enumerate(questions):
        alike[action, authority(who, action)].append(index)
    about = {facts: str(number) for number, facts in enumerate({f: None for _, f in questions})}
    # A delegation may lend some deeds only, so the person is described once per set of headships.
    worlds = {held: _world(who, held, about) for held in dict.fromkeys(held for _, held in alike)}
    decided: dict[int, Decision] = {}
    for (action, held), indexes in alike.items():
        things = [questions[index][1] for index in indexes]
        results = _ask(who, action, [(f, about[f]) for f in things], worlds[held], book)
        for index, facts, result in zip(indexes, things, results, strict=True):
            decided[index] = _decision(result, action, facts, held, book)
    return [decided[index] for index in range(len(questions))]


def _world(who: Reach, held: Authority, about: Mapping[Facts, str]) -> Entities | None:
    """The person and the things as Cedar entities; None if they do not fit the schema."""
    things = [_thing(facts, id) for facts, id in about.items()]
    try:
        person = _described(json.dumps([_who(who, held, about)]))
        return person.with_added_json_str(json.dumps(things), TYPES)
    except ValueError:
        return None


@lru_cache(maxsize=128)  # each takes 7 kB
def _described(person: str) -> Entities:
    """A person as Cedar reads him: he does one deed after the other with the same authority.

    The text says all that the policies may know of him, so what is kept is never out of date.
    """
    return Entities.from_json_str(person, TYPES)


def _ask(
    who: Reach,
    action: Action,
    things: Sequence[tuple[Facts, str]],
    world: Entities | None,
    book: Rulebook,
) -> list[AuthzResult | None]:
    """Cedar's answer for each thing; None where there is no world to ask about."""
    if world is None:
        return [None] * len(things)
    requests = [
        {
            "principal": name(who),
            "action": reference("Action", action.value),
            "resource": reference(type(facts).__name__, id),
        }
        for facts, id in things
    ]
    results = is_authorized_batch(requests, book.about(action), world, SCHEMA)
    # Only the time seems wrong: ask those again as if it were right, to know about the person.
    unsure = [index for index, each in enumerate(results) if _is_about_state(each, book)]
    if unsure:
        timeless = book.about(action, timeless=True)
        again = is_authorized_batch([requests[i] for i in unsure], timeless, world, SCHEMA)
        results = _corrected(results, dict(zip(unsure, again, strict=True)))
    return list(results)


def _who(who: Reach, held: Authority, about: Iterable[Facts]) -> dict[str, object]:
    return {"uid": name(who), "attrs": person(who, held, about), "parents": []}


def _thing(facts: Facts, id: str) -> dict[str, object]:
    uid = reference(type(facts).__name__, id)
    return {"uid": uid, "attrs": facts.attributes(), "parents": []}


def _reasons(result: AuthzResult, book: Rulebook) -> list[Rule]:
    """The rules that decided, in reading order."""
    said = result.diagnostics.reasons
    # One rule nearly always; only where several speak does their order matter.
    if len(said) < 2:
        return [book.rules[id] for id in said]
    return [rule for id, rule in book.rules.items() if id in said]


def _corrected(
    results: Sequence[AuthzResult], again: Mapping[int, AuthzResult]
) -> list[AuthzResult]:
    """Where the person is refused whatever the time, that refusal; else what was said first."""
    return [
        again[index] if index in again and not again[index].allowed else result
        for index, result in enumerate(results)
    ]


def _is_about_state(result: AuthzResult, book: Rulebook) -> bool:
    reasons = _reasons(result, book)
    return not result.allowed and bool(reasons) and all(rule.state for rule in reasons)


def _decision(
    result: AuthzResult | None, action: Action, facts: Facts, held: Authority, book: Rulebook
) -> Decision:
    if result is None or result.diagnostics.errors:
        return Decision(False, FAIL_CLOSED, code=Code.PERMISSION_UNDECIDED)
    reasons = _reasons(result, book)
    if not reasons:
        return Decision(False, NO_RULE, code=DESCRIBED[action].refusal)
    # The person's fault is told before the time's: a stranger does not learn the state.
    rule = min(reasons, key=lambda each: each.state)
    if not result.allowed:
        return Decision(False, rule.id, rule.basis, rule.code or Code.FORBIDDEN)
    headship = used(held, getattr(facts, rule.through)) if rule.through else None
    return Decision(
        True,
        rule.id,
        rule.basis,
        on_behalf_of=headship.on_behalf_of if headship else None,
        delegation=headship.delegation if headship else None,
    )
