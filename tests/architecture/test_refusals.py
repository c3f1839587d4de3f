"""Every anticipated "no" has a stable code and a sentence in both languages."""

import re
from collections import Counter
from collections.abc import Iterator
from string import Formatter

import pytest

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


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
class TestEachRefusal:
    def test_says_its_own_sentence_in_both_languages(self, kind: type[Refusal]) -> None:
        own = vars(kind)
        assert own.get("__doc__"), "the docstring is the English message"
        assert own.get("vi"), "vi is the Vietnamese message"
        english, vietnamese = str(own["__doc__"]), str(own["vi"])
        assert facts(vietnamese) <= facts(english), "both languages tell the same facts"
        refusal = kind(**{fact: f"<{fact}>" for fact in facts(english)})
        for language in ("en", "vi"):
            sentence = refusal.message(language)
            assert not re.search(r"[{}\n]", sentence), "one line, nothing left open"
            assert sentence.endswith((".", "…"))

    def test_has_a_code_that_programs_can_rely_on(self, kind: type[Refusal]) -> None:
        assert re.fullmatch(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", str(vars(kind).get("code")))


def test_no_two_refusals_share_a_code() -> None:
    codes = Counter(kind.code for kind in ALL)
    assert [code for code, times in codes.items() if times > 1] == []
