"""Every anticipated "no" has a stable code and a sentence in both languages."""

import re
from collections import Counter
from collections.abc import Iterator
from string import Formatter

from resolvers.core.errors import Refusal
from tests.architecture.sources import imported


def refusals(of: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    """Every subclass that the floors define, wherever it stands beside its deed."""
    for kind in of.__subclasses__():
        if kind.__module__.split(".")[0] != "tests":
            yield kind
        yield from refusals(kind)


imported()
SENTENCES = {kind for kind in refusals() if "message" not in vars(kind)}
"""Those with a template; one that overrides `message` tells again what another one said."""
ALL = sorted(SENTENCES, key=lambda kind: f"{kind.__module__}.{kind.__name__}")


def facts(template: str) -> set[str]:
    """The names that a sentence leaves open; `{rows[0]}` leaves `rows` open."""
    found = {field for _, field, _, _ in Formatter().parse(template) if field is not None}
    return {re.split(r"[.\[]", field)[0] for field in found}


def wrong_with(kind: type[Refusal]) -> Iterator[str]:
    """What a refusal says otherwise than all of them do."""
    own = vars(kind)
    if not own.get("__doc__"):
        yield "the docstring is the English message"
    if not own.get("vi"):
        yield "vi is the Vietnamese message"
    english, vietnamese = str(own["__doc__"]), str(own.get("vi"))
    if not facts(vietnamese) <= facts(english):
        yield "both languages tell the same facts"
        return
    refusal = kind(**{fact: f"<{fact}>" for fact in facts(english)})
    for sentence in (refusal.message("en"), refusal.message("vi")):
        if re.search(r"[{}\n]", sentence) or not sentence.endswith((".", "…")):
            yield f"one line, nothing left open: {sentence}"


class TestEachRefusal:
    def test_says_its_own_sentence_in_both_languages(self) -> None:
        told = {kind.__name__: list(wrong_with(kind)) for kind in ALL}
        assert len(told) > 300
        assert {name: wrong for name, wrong in told.items() if wrong} == {}

    def test_has_a_code_that_programs_can_rely_on(self) -> None:
        code = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
        assert [kind for kind in ALL if not code.fullmatch(str(vars(kind).get("code")))] == []


def test_no_two_refusals_share_a_code() -> None:
    codes = Counter(kind.code for kind in ALL)
    assert [code for code, times in codes.items() if times > 1] == []
