"""What the chapter says: the same in both languages, and everything that it may say."""

from string import Formatter

import pytest

from resolvers.statute.personnel import ActionKind, Finding, State
from resolvers.statute.personnel.wording import DRESSES, NAMES, WORDING

EXAMPLES = {"": "7", "day": "2026-03-31", "money": "1234567", "number": "1.5"}


@pytest.mark.parametrize("key", WORDING)
class TestWording:
    def test_says_the_same_values_in_both_languages(self, key: str) -> None:
        said = [
            {(field, spec) for _, field, spec, _ in Formatter().parse(text) if field}
            for text in (WORDING[key].en, WORDING[key].vi)
        ]
        assert said[0] == said[1]
        assert {field for field, _ in said[0]} <= set(WORDING[key].values)
        assert {spec or "" for _, spec in said[0]} <= set(DRESSES)

    def test_is_told_and_kept_and_told_again(self, key: str) -> None:
        wording = WORDING[key]
        specs = {field: spec for _, field, spec, _ in Formatter().parse(wording.en) if field}
        values = tuple(
            EXAMPLES.get(specs.get(name) or "", "prosecution") for name in wording.values
        )
        finding = Finding(key, values, "Decree 170/2025/NĐ-CP, art. 1")
        assert Finding.from_json(finding.to_json()) == finding
        for language in ("en", "vi"):
            assert "{" not in finding.text(language)


def test_both_languages_name_the_same_codes() -> None:
    assert NAMES["en"].keys() == NAMES["vi"].keys()
    assert set(ActionKind) <= NAMES["vi"].keys()


def test_days_money_and_numbers_are_said_as_the_language_says_them() -> None:
    said = Finding("leaving_short", ("7", "1234567", "1234567"), "Decree 170/2025/NĐ-CP, art. 58")
    assert "1.234.567" in said.text("vi")
    assert "1,234,567" in said.text("en")
    lasts = Finding("gate_discipline", ("warning", "2026-03-31"), "Law 80/2025/QH15, art. 38(2)")
    assert "31/03/2026" in lasts.text("vi")
    assert State.PREGNANCY not in NAMES["en"]
