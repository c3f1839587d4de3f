"""`congtam score FILE`: the form of its answer, and the one line with which it refuses."""

import json
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from gateway.commands.score import score
from resolvers.statute.citing import cited
from resolvers.statute.evaluation import from_json
from tests.statute.cases import TABLES, cases

ROOT = Path(__file__).parents[3]
NUMBERS = ("a", "b", "c", "results", "raw_total")
KEYS = {*NUMBERS, "total", "level", "steps", "cites"}
SHEET = {
    "period": "2026-03",
    "role": "staff",
    "general": 26.5,
    "lines": [
        {"units": 40, "completed": 1},
        {"units": 30, "completed": 1, "quality_failures": 1},
        {"units": 20, "completed": 1, "delays": 2},
        {"units": 10, "completed": 0},
    ],
}
NOTHING = {"period": "2026-03", "role": "staff", "general": 27, "lines": []}
LEADER = {
    "period": "2026-03",
    "role": "leader",
    "general": 28,
    "ratios": {"a": "19/20", "b": 0.92, "c": "0.90"},
    "leadership": {"unit_result": 0.5, "organising": 1, "unity": 1},
}

BROKEN = [
    "",
    "{",
    "[",
    "nonsense",
    "[" * 100_000,
    "9" * 5_000,
    f"{json.dumps(SHEET)} 1",
    f"[{json.dumps(SHEET)},]",
    f"[{json.dumps(SHEET)}",
    f"[{json.dumps(SHEET)}] 1",
    f"[{json.dumps(SHEET)} {json.dumps(SHEET)}]",
]


@pytest.fixture
def run(tmp_path: Path) -> Any:
    """Run the command on a file with the text, or the JSON, given."""

    def with_file(content: object, *options: str) -> Result:
        file = tmp_path / "months.json"
        text = content if isinstance(content, str) else json.dumps(content)
        file.write_text(text, "utf-8")
        return CliRunner().invoke(score, [str(file), *options])

    return with_file


def refusal(result: Result) -> str:
    """The one line of a refusal; nothing may stand on the standard output."""
    assert result.exit_code == 2
    assert result.stdout == ""
    line, nothing = result.stderr.split("\n")
    assert nothing == ""
    return line.removeprefix("Error: ")


class TestAnswer:
    def test_is_one_object_for_one_sheet(self, run: Any) -> None:
        result = run(SHEET)
        assert result.exit_code == 0
        answer = json.loads(result.stdout)
        assert set(answer) == KEYS
        assert {name: answer[name] for name in (*NUMBERS, "total", "level")} == {
            "a": "0.900000",
            "b": "0.825000",
            "c": "0.800000",
            "results": "58.916666666666",
            "raw_total": "85.416666666666",
            "total": "85.42",
            "level": "GOOD",
        }

    def test_is_a_list_in_order_for_a_list(self, run: Any) -> None:
        answers = json.loads(run([SHEET, NOTHING, LEADER]).stdout)
        assert [answer["total"] for answer in answers] == ["85.42", None, "89.48"]

    def test_is_an_empty_list_for_an_empty_list(self, run: Any) -> None:
        assert json.loads(run([]).stdout) == []

    def test_has_no_numbers_where_nothing_was_assigned(self, run: Any) -> None:
        answer = json.loads(run(NOTHING).stdout)
        assert set(answer) == KEYS
        assert {answer[name] for name in (*NUMBERS, "total")} == {None}
        assert answer["level"] == "INSUFFICIENT_DATA"
        assert answer["steps"]

    def test_explains_every_step_and_lists_each_text_once(self, run: Any) -> None:
        for answer in json.loads(run([SHEET, NOTHING, LEADER]).stdout):
            for step in answer["steps"]:
                assert set(step) == {"text", "value", "cite"}
                assert all(isinstance(value, str) and value for value in step.values())
            assert answer["cites"] == list(dict.fromkeys(s["cite"] for s in answer["steps"]))

    def test_speaks_vietnamese_when_asked(self, run: Any) -> None:
        english, vietnamese = (
            json.loads(run(SHEET, "--language", language).stdout) for language in ("en", "vi")
        )
        assert vietnamese["steps"][-1]["text"].endswith("Hoàn thành tốt nhiệm vụ")
        assert [step["value"] for step in english["steps"]] == [
            step["value"] for step in vietnamese["steps"]
        ]
        assert vietnamese["cites"][1] == "điểm a khoản 2 Điều 14 Nghị định số 335/2025/NĐ-CP"

    def test_reads_standard_input(self) -> None:
        result = CliRunner().invoke(score, ["-"], input=json.dumps(SHEET))
        assert json.loads(result.stdout)["total"] == "85.42"

    def test_reads_numbers_exactly(self, run: Any) -> None:
        text = json.dumps({**SHEET, "lines": [{"units": 1, "completed": 1}]})
        exact = text.replace("26.5", "19.994999999999")
        answer = json.loads(run(exact).stdout)
        assert (answer["raw_total"], answer["total"]) == ("89.994999999999", "89.99")

    def test_writes_at_least_six_decimals_and_never_rounds_them_up(self, run: Any) -> None:
        answers = json.loads(run([SHEET, LEADER]).stdout)
        for answer in answers:
            for name in NUMBERS:
                assert re.fullmatch(r"\d+\.\d{6,12}", answer[name])
        assert answers[1]["raw_total"] == "89.483333333333"

    def test_knows_the_law_of_a_given_day_only(self, run: Any) -> None:
        assert run({**SHEET, "known": "2025-12-21"}).exit_code == 0
        line = refusal(run({**SHEET, "known": "2025-12-20"}))
        assert line.startswith("period: must be a month under the decree")

    @pytest.mark.parametrize(
        "case",
        [case for table in TABLES for case in cases(f"evaluation/{table}") if "expect" in case],
        ids=lambda case: case["name"],
    )
    def test_says_what_the_law_says(self, run: Any, case: dict[str, Any]) -> None:
        month = {"period": f"{case['on']:%Y-%m}", "known": "2100-01-01", **case["given"]}
        law = from_json(month).score()
        answer = json.loads(run(json.dumps(month, default=str)).stdout)
        assert (answer["total"], answer["level"]) == (
            None if law.total is None else str(law.total),
            law.level,
        )
        assert [(step["text"], step["value"], step["cite"]) for step in answer["steps"]] == [
            (step.text("en"), step.shown, cited(step.cite, "en")) for step in law.steps
        ]
        for name in NUMBERS:
            exact = getattr(law, name)
            if exact is not None:
                assert 0 <= exact - Fraction(answer[name]) < Fraction(1, 10**12)


class TestRefusal:
    @pytest.mark.parametrize(
        "case", cases("evaluation/refusals"), ids=lambda case: str(case["name"])
    )
    def test_names_the_place_in_a_list(self, run: Any, case: dict[str, Any]) -> None:
        month = _json({"period": "2026-03", **case["given"]})
        assert refusal(run(f"[{json.dumps(SHEET)}, {month}]")) == f"[1].{case['refuse']}"

    def test_names_the_field_alone_for_one_sheet(self, run: Any) -> None:
        bad = {**SHEET, "lines": [{"units": 40, "completed": 2}]}
        assert refusal(run(bad)) == "lines[0].completed: must be a share from 0 to 1, not 2"

    def test_is_for_months_before_the_decree(self, run: Any) -> None:
        line = refusal(run([{**SHEET, "period": "2025-12"}]))
        assert line.startswith("[0].period: must be a month under the decree (evaluation/parts: ")

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
    def test_is_for_what_is_no_number(self, run: Any, number: str) -> None:
        text = json.dumps(SHEET).replace("26.5", number)
        assert refusal(run(text)) == f"general: must be from 0 to 30 points, not {number}"

    @pytest.mark.parametrize("number", ["1e-999999999", "1e99999999999999999999", "0." + "1" * 99])
    def test_is_for_numbers_that_only_cost(self, run: Any, number: str) -> None:
        assert refusal(run(json.dumps(SHEET).replace("26.5", number))).startswith(
            "general: must be"
        )

    @pytest.mark.parametrize(
        ("once", "twice", "line"),
        [
            ('"role"', '"role": "staff", "role"', "role: stands twice; allowed: once"),
            (
                '"units": 40',
                '"units": 40, "units": 4',
                "lines[0].units: stands twice; allowed: once",
            ),
        ],
    )
    def test_is_for_keys_given_twice(self, run: Any, once: str, twice: str, line: str) -> None:
        assert refusal(run(json.dumps(SHEET).replace(once, twice, 1))) == line

    @pytest.mark.parametrize("one", [True, 1.0, "1", [1], {"a": 1}])
    def test_is_for_a_count_that_only_equals_a_number(self, run: Any, one: object) -> None:
        """Also after the same line with the number itself, of which what follows is kept."""
        counted, strange = (
            {**SHEET, "lines": [{"units": 40, "completed": 1, "delays": delays}]}
            for delays in (1, one)
        )
        assert refusal(run([counted, strange])).startswith("[1].lines[0].delays: must be a whole")

    def test_is_for_a_general_criterion_marked_twice(self, run: Any) -> None:
        text = json.dumps(SHEET).replace("26.5", '{"I.1": 1, "I.1": 5}')
        assert refusal(run(text)) == "general.I.1: stands twice; allowed: once"

    def test_stays_on_one_line_whatever_the_key(self, run: Any) -> None:
        line = refusal(run({**SHEET, "a\nb": 1, "x" * 200: 2}))
        assert line.startswith(r"'a\nb': is not known; allowed: general, known")

    @pytest.mark.parametrize("text", BROKEN)
    def test_is_for_files_that_are_no_json(self, run: Any, text: str) -> None:
        assert "is not JSON" in refusal(run(text))

    @pytest.mark.parametrize("text", ["7", '"month"', "null", "true"])
    def test_is_for_json_that_is_no_month(self, run: Any, text: str) -> None:
        assert refusal(run(text)).startswith("must be an object with general, known")

    def test_is_for_bytes_that_are_no_text(self, tmp_path: Path) -> None:
        file = tmp_path / "months.json"
        file.write_bytes(b'{"period": "\xff"}')
        assert refusal(CliRunner().invoke(score, [str(file)])).endswith("allowed: JSON in UTF-8")

    def test_is_not_for_white_space_or_a_byte_order_mark(self, run: Any) -> None:
        spaced = f"\ufeff \n[ {json.dumps(SHEET, indent=2)}\r\n ,\t{json.dumps(SHEET)} ] \n"
        assert len(json.loads(run(spaced).stdout)) == 2

    def test_is_for_files_that_cannot_be_read(self, tmp_path: Path) -> None:
        missing = tmp_path / "missing.json"
        assert refusal(CliRunner().invoke(score, [str(missing)])).startswith(
            f"{missing}: cannot be read (No such file"
        )
        assert "cannot be read" in refusal(CliRunner().invoke(score, [str(tmp_path)]))

    def test_gives_no_answer_for_the_good_sheets_of_a_bad_file(self, run: Any) -> None:
        assert refusal(run([SHEET, SHEET, {**SHEET, "role": "boss"}])).startswith("[2].role: ")


def test_the_program_starts_it_and_ends_with_2_and_one_line(tmp_path: Path) -> None:
    file = tmp_path / "months.json"
    file.write_text(json.dumps([SHEET, {**SHEET, "general": 31}]))
    ended = subprocess.run(
        [sys.executable, "-m", "gateway.commands", "score", str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    line = "congtam: [1].general: must be from 0 to 30 points, not 31\n"
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", line)


def test_the_command_needs_no_database_library() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "[]"


LOADED = """
import sys
import gateway.commands.score
print([name for name in ("sqlalchemy", "asyncpg", "strawberry", "graphql") if name in sys.modules])
"""


def _json(value: object) -> str:
    """JSON with the numbers of a table as they stand there."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)}: {_json(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_json, value)) + "]"
    return json.dumps(value) if isinstance(value, bool | str | int | None) else str(value)
