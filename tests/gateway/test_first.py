"""Which questions a page of the portals asks first, read from what the build wrote down."""

import json
from datetime import date
from pathlib import Path

import pytest

from gateway.first import BadQuestions, FirstQuestions

PERIOD = date(2026, 6, 1)
UNIT = "01a20350-b947-7342-a22e-3ac7ac4cb0a1"
WRITTEN = {
    "/head/*": [{"document": "who", "variables": []}],
    "/head/:unit/:period": [{"document": "month", "variables": ["period", "unit"]}],
    "/staff": [{"document": "work", "variables": ["period"]}],
}


@pytest.fixture
def questions(tmp_path: Path) -> FirstQuestions:
    manifest = tmp_path / "first.json"
    manifest.write_text(json.dumps(WRITTEN), encoding="utf-8")
    return FirstQuestions.load(manifest)


WHO = {"documentId": "who", "variables": {}}


def month(period: str) -> dict[str, object]:
    return {"documentId": "month", "variables": {"period": period, "unit": UNIT}}


class TestAPage:
    @pytest.mark.parametrize(
        ("path", "asked"),
        [
            ("/head", [WHO]),
            ("/head/", [WHO]),
            (f"/head/{UNIT}/2026-05-01", [WHO, month("2026-05-01")]),
            (f"/head/{UNIT}/2026-05-01/", [WHO, month("2026-05-01")]),
            (f"/head/{UNIT}/2026-05-01/score", [WHO]),
            ("/headless", []),
            ("/", []),
        ],
    )
    def test_asks_what_its_address_names(
        self, questions: FirstQuestions, path: str, asked: list[dict[str, object]]
    ) -> None:
        assert questions.of(path, PERIOD) == asked

    def test_that_names_no_period_is_about_the_one_of_today(
        self, questions: FirstQuestions
    ) -> None:
        asked = [{"documentId": "work", "variables": {"period": "2026-06-01"}}]
        assert questions.of("/staff/", PERIOD) == asked

    @pytest.mark.parametrize(
        "unit", ['"><script>', UNIT.upper(), UNIT + "0", "..", "2026-05-01T00:00", "\u2028", " "]
    )
    def test_says_nothing_again_but_ids_and_days(
        self, questions: FirstQuestions, unit: str
    ) -> None:
        """Else a foreign page could have its own words sent beside what is secret."""
        assert questions.of(f"/head/{unit}/2026-05-01", PERIOD) == [WHO]


class TestTheList:
    def test_may_be_absent(self, tmp_path: Path) -> None:
        assert FirstQuestions.load(tmp_path / "nothing.json").of("/head", PERIOD) == []

    @pytest.mark.parametrize("text", ["[]", "{", '{"/head": [{}]}', '{"/head": 1}'])
    def test_that_cannot_be_used_stops_the_program(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "first.json").write_text(text, encoding="utf-8")
        with pytest.raises(BadQuestions):
            FirstQuestions.load(tmp_path / "first.json")
