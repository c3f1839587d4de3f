"""The policies as they stand in `policies/*.cedar`, with what each says of itself.

Every policy carries `@id` and `@basis`. A `forbid` carries `@code`, and `@state` if it is about the
state of the thing instead of the person who asks. A `permit` used as head of a unit or an agency
carries `@through`, the name of the attribute that holds it.
"""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cedarpy import PolicySet, Schema, policies_to_json_str

from authz.codes import Code

_HERE = Path(__file__).parent
POLICIES = sorted((_HERE / "policies").glob("*.cedar"))
SCHEMA_TEXT = (_HERE / "schema.cedarschema").read_text(encoding="utf-8")
SCHEMA = Schema.from_str(SCHEMA_TEXT)
TYPES = Schema.from_str(re.sub(r"^action\b[^;]*;", "", SCHEMA_TEXT, flags=re.MULTILINE))
"""The same without actions, all of which Cedar would put beside the entities that it reads."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One policy: where it comes from, and what it means for a person who meets it."""

    id: str
    slice: str
    effect: str
    """permit or forbid."""
    actions: frozenset[str] | None
    """The actions that its head names; None for all."""
    basis: str
    code: Code | None
    through: str | None
    state: bool
    source: str = field(compare=False, repr=False)
    """The policy in Cedar's own JSON form; kept as text, since as objects all take a megabyte."""


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Rules by id, in reading order, and the policy sets made of them, one for each action."""

    rules: Mapping[str, Rule]
    _sets: dict[tuple[str, bool], PolicySet] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> "Rulebook":
        """The book of these rules; raises ValueError if two share an id."""
        book: dict[str, Rule] = {}
        for rule in rules:
            if rule.id in book:
                raise ValueError(f"two policies are called {rule.id}")
            book[rule.id] = rule
        return cls(book)

    def about(self, action: str, *, timeless: bool = False) -> PolicySet:
        """The policies that name `action`, or all actions: the rest could not apply to it.

        `timeless` leaves the rules about state out, and so answers who is at fault when a deed may
        not be done: the person, or the time.
        """
        if (action, timeless) not in self._sets:
            self._sets[action, timeless] = _policy_set(
                rule
                for rule in self.rules.values()
                if (rule.actions is None or action in rule.actions)
                and not (timeless and rule.state)
            )
        return self._sets[action, timeless]

    def ordered(self, ids: Collection[str]) -> tuple[Rule, ...]:
        """The rules with these ids in reading order."""
        # One rule nearly always; only where several speak does their order matter.
        if len(ids) < 2:
            return tuple(self.rules[id] for id in ids)
        return tuple(rule for id, rule in self.rules.items() if id in ids)


def read_rules(path: Path) -> list[Rule]:
    """The rules of one policy file, in reading order; raises KeyError if one lacks id or basis."""
    parsed = json.loads(policies_to_json_str(path.read_text(encoding="utf-8")))["staticPolicies"]
    # Cedar numbers the policies of a text policy0, policy1, … in reading order.
    numbered = sorted(parsed.items(), key=lambda entry: int(entry[0].removeprefix("policy")))
    return [_rule(path.stem, source) for _, source in numbered]


def _rule(slice: str, source: dict[str, Any]) -> Rule:
    said = source["annotations"]
    return Rule(
        id=said["id"],
        slice=slice,
        effect=source["effect"],
        actions=_actions(source["action"]),
        basis=said["basis"],
        code=Code(said["code"]) if "code" in said else None,
        through=said.get("through"),
        state="state" in said,
        source=json.dumps(source),
    )


def _actions(scope: dict[str, Any]) -> frozenset[str] | None:
    if scope["op"] == "All":
        return None
    named = [scope["entity"]] if "entity" in scope else scope["entities"]
    return frozenset(each["id"] for each in named)


def _policy_set(rules: Iterable[Rule]) -> PolicySet:
    """A set in which the policy's own @id is its id, so that diagnostics name it."""
    static = {rule.id: json.loads(rule.source) for rule in rules}
    return PolicySet.from_json_str(
        json.dumps({"staticPolicies": static, "templates": {}, "templateLinks": []})
    )


def standing() -> Rulebook:
    """The book as it stands in the policy files."""
    return Rulebook.of(rule for path in POLICIES for rule in read_rules(path))
