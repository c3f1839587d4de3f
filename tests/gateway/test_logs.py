"""Log lines: one JSON object each, with their trace, without secrets and personal numbers."""

import io
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gateway.settings import Settings
from gateway.telemetry import Telemetry, start_logging
from gateway.telemetry.logs import JsonLines, PlainLines, cleaned

ROOT = Path(__file__).parents[2]
CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@pytest.fixture
def lines() -> Iterator[tuple[logging.Logger, io.StringIO]]:
    """A logger whose JSON lines are kept."""
    kept = io.StringIO()
    handler = logging.StreamHandler(kept)
    handler.setFormatter(JsonLines())
    logger = logging.getLogger("congtam.test")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield logger, kept
    logger.removeHandler(handler)


class TestLogLines:
    def test_are_json_with_the_trace_of_their_request(
        self, lines: tuple[logging.Logger, io.StringIO]
    ) -> None:
        logger, kept = lines
        with Telemetry().request(CALLER):
            logger.warning("Chốt tháng %s", "2026-03", extra={"facts": {"rows": 3}})
        line = json.loads(kept.getvalue())
        assert line.pop("time").endswith("+00:00")
        assert line == {
            "level": "WARNING",
            "logger": "congtam.test",
            "message": "Chốt tháng 2026-03",
            "trace": "0af7651916cd43dd8448eb211c80319c",
            "facts": {"rows": "3"},
        }

    def test_an_exception_stays_on_one_line_and_loses_its_secrets(
        self, lines: tuple[logging.Logger, io.StringIO]
    ) -> None:
        logger, kept = lines
        try:
            raise RuntimeError("postgresql://app:geheim@db/congtam for 012345678901")
        except RuntimeError:
            logger.exception("failed")
        assert kept.getvalue().count("\n") == 1
        told = json.loads(kept.getvalue())["exception"]
        assert "postgresql://app:[hidden]@db/congtam for [personal number]" in told

    def test_a_fact_named_as_a_secret_is_hidden(
        self, lines: tuple[logging.Logger, io.StringIO]
    ) -> None:
        logger, kept = lines
        logger.info("x", extra={"facts": {"refresh_token": "geheim", "number": 12345678901_2}})
        assert json.loads(kept.getvalue())["facts"] == {
            "refresh_token": "[hidden]",
            "number": "[personal number]",
        }

    def test_reach_a_terminal_as_text(self) -> None:
        record = logging.LogRecord("gateway", logging.INFO, "", 1, "ready", (), None)
        with Telemetry().request(CALLER):
            told = PlainLines().format(record)
        assert told.endswith("INFO    gateway: ready [trace 0af7651916cd43dd8448eb211c80319c]")

    @pytest.mark.parametrize("log_format", ["json", "text"])
    def test_of_the_whole_process_go_to_standard_error(self, log_format: str) -> None:
        code = (
            "import logging; from gateway.settings import Settings\n"
            "from gateway.telemetry import start_logging\n"
            f"start_logging(Settings(log_format={log_format!r}))\n"
            "logging.getLogger('uvicorn.error').warning('012345678901')\n"
            "logging.getLogger('uvicorn.access').warning('GET /')\n"
            "logging.getLogger('x').debug('too small')"
        )
        told = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={},
        )
        assert told.stdout == ""
        (line,) = told.stderr.splitlines()
        assert "[personal number]" in line
        assert line.startswith("{") == (log_format == "json")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("token eyJhbGci.eyJzdWIi.c2ln", "token [token]"),
        ("Authorization: Bearer abc.def", "Authorization: [hidden] [hidden]"),
        ("client_secret=geheim&grant_type=code", "client_secret=[hidden]&grant_type=code"),
        ('{"password": "two words", "n": 1}', '{"password": [hidden], "n": 1}'),
        ("__Host-cookie=abc; path=/", "__Host-cookie=[hidden]; path=/"),
        ("postgresql://app:p%40ss@db:5432/x", "postgresql://app:[hidden]@db:5432/x"),
        ("số 012345678901, hết", "số [personal number], hết"),
        ("0190a0b0-1234-7abc-8def-123456789012", "0190a0b0-1234-7abc-8def-123456789012"),
        ("trace 12345678901212345678901212345678", "trace 12345678901212345678901212345678"),
        ("token_type is Bearer", "token_type is Bearer"),
    ],
)
def test_secrets_and_personal_numbers_are_taken_out(text: str, expected: str) -> None:
    assert cleaned(text) == expected


def test_logging_can_be_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging, "captureWarnings", lambda _: None)
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    try:
        start_logging(Settings())
        start_logging(Settings(log_level="ERROR"))
        assert (len(root.handlers), root.level) == (1, logging.ERROR)
    finally:
        root.handlers[:] = before
        root.setLevel(level)
        logging.getLogger("uvicorn.access").disabled = False
