"""Every notice has its words, in both languages, and leaves nothing open."""

import pytest

from resolvers.duties import STEPS, words
from resolvers.duties.tables import KINDS, NOTICES
from resolvers.duties.texts import TEXTS

PARAMS = {
    "step": "score_sheets",
    "unit": "Phòng Văn hóa – Xã hội",
    "period": "2026-06-01",
    "due_on": "2026-07-03",
    "subject": "",
    "outcome": "dismissed",
    "reason": "Bão số 5.",
}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("subject", ["", "Báo cáo quý II"])
@pytest.mark.parametrize("step", KINDS)
@pytest.mark.parametrize("kind", NOTICES)
def test_says_what_is_due_where_and_when(kind: str, step: str, subject: str, language: str) -> None:
    said = words(kind, {**PARAMS, "step": step, "subject": subject}, language)
    for text in (said.title, said.text):
        assert not set(text) & set("{}\n")
    assert TEXTS["step"][step][language] in said.title
    assert "Phòng Văn hóa – Xã hội" in said.text
    assert subject in said.text
    assert "06/2026" in said.text
    assert ("03/07/2026" if language == "vi" else "2026-07-03") in said.title


def test_the_catalogue_has_a_word_for_every_kind_and_for_nothing_else() -> None:
    assert tuple(TEXTS["notice"]) == NOTICES
    assert tuple(TEXTS["step"]) == KINDS
    assert {step.kind for step in STEPS} <= set(KINDS)


def test_a_percent_or_brace_in_a_name_is_left_as_it_is() -> None:
    said = words("overdue", {**PARAMS, "subject": "{unit} 100 %"}, "vi")
    assert "{unit} 100 %" in said.text
