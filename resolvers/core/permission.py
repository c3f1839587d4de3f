"""The second step of a deed: may this person do it? If not, refuse in plain words."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from authz.actions import Action
from authz.codes import SENTENCES, Code
from authz.decide import Decision, batch, decide
from authz.facts import Facts
from resolvers.core.errors import Forbidden, Refusal
from resolvers.core.request import Request


class Denied(Refusal):
    """A rule of the policies refuses this; its subclasses, one for each code, say why."""

    code = "DENIED"
    vi = "Quy tắc về thẩm quyền không cho phép thực hiện việc này."


def _denial(code: Code) -> type[Denied]:
    """The refusal of one code, with the sentences that stand beside the policies."""
    name = code.title().replace("_", "")
    told = SENTENCES[code]
    return type(name, (Denied,), {"__doc__": told["en"], "vi": told["vi"], "code": code.value})


DENIALS: Mapping[Code, type[Denied]] = MappingProxyType(
    {code: _denial(code) for code in Code if code is not Code.FORBIDDEN}
)
"""The refusal class of each denial code: `NOT_RESPONSIBLE_HEAD` is `NotResponsibleHead`."""


def allowed(request: Request, actions: Sequence[Action], rows: Iterable[Facts]) -> list[list[str]]:
    """For each row the names of those of `actions` that the caller may do to it now.

    The same policies as `demand` asks, so that what is named is what would be done.
    """
    facts = list(rows)
    decided = iter(batch(request.reach, [(action, each) for each in facts for action in actions]))
    return [[action.value for action in actions if next(decided).allowed] for _ in facts]


def together(*parts: list[list[str]]) -> list[list[str]]:
    """What several `allowed` name of the same rows, each row's in alphabetical order."""
    return [sorted(name for names in row for name in names) for row in zip(*parts, strict=True)]


def demand(request: Request, action: Action, facts: Facts) -> Decision:
    """The decision that allows the deed, for the audit leaf; raises the refusal of a denial.

    A code that no class is made for is refused all the same, as Forbidden.
    """
    decision = decide(request.reach, action, facts)
    if not decision.allowed:
        raise refusal(decision)
    return decision


def refusal(decision: Decision) -> Refusal:
    """The refusal that a denial is told as."""
    denial = DENIALS.get(decision.code) if decision.code is not None else None
    refused = Forbidden(rule=decision.rule) if denial is None else denial()
    refused.rule = decision.rule
    return refused
