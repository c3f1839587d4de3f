"""Log lines: one JSON object each, with the trace id, without secrets and personal numbers."""

import json
import logging
import re
import sys
from datetime import UTC, datetime

from gateway.settings import Settings
from gateway.telemetry.traces import trace_id

_NAMES = r"(?:password|passwd|secret|token|cookie|authorization|api[_-]?key)"
_SECRET_NAME = re.compile(rf"(?i){_NAMES}$")
_SECRETS = (
    (re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*"), "[token]"),
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]+"), r"\1 [hidden]"),
    (re.compile(r"(://[^/\s:@]*):[^@\s]+@"), r"\1:[hidden]@"),
    (
        re.compile(
            rf"(?i)\b([\w-]*{_NAMES})"
            r"""(["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|(?!\[)[^\s,;&}]+)"""
        ),
        r"\1\2[hidden]",
    ),
)
_IDENTIFIER = re.compile(
    r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?<!\w)\d{12}(?!\w)"
)
_TWELVE_DIGITS = 12


def cleaned(text: str) -> str:
    """`text` without tokens, passwords and 12-digit personal numbers."""
    for pattern, instead in _SECRETS:
        text = pattern.sub(instead, text)
    return _IDENTIFIER.sub(_without_personal_number, text)


def _without_personal_number(found: re.Match[str]) -> str:
    return "[personal number]" if len(found[0]) == _TWELVE_DIGITS else found[0]


def _cleaned_facts(facts: dict[str, object]) -> dict[str, object]:
    """Facts as texts; one whose name says that it is a secret keeps only its name."""
    return {
        name: "[hidden]" if _SECRET_NAME.search(name) else cleaned(str(value))
        for name, value in facts.items()
    }


class JsonLines(logging.Formatter):
    """One object per line: time, level, logger, message, and trace, facts, exception where known.

    Facts are given as `log.info("…", extra={"facts": {…}})`.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": cleaned(record.getMessage()),
        }
        if trace := trace_id():
            line["trace"] = trace
        if facts := getattr(record, "facts", None):
            line["facts"] = _cleaned_facts(facts)
        if record.exc_info:
            line["exception"] = cleaned(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


class PlainLines(logging.Formatter):
    """The same for a person at a terminal."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s: %(message)s", "%H:%M:%S")

    def format(self, record: logging.LogRecord) -> str:
        trace = trace_id()
        return cleaned(super().format(record)) + (f" [trace {trace}]" if trace else "")


def start_logging(settings: Settings) -> None:
    """Send every logger of this process, uvicorn's too, to standard error in the chosen format."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if settings.log_format == "json" else PlainLines())
    logging.basicConfig(level=settings.log_level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
    # Requests are counted by telemetry; a line for each would cost more than serving it.
    logging.getLogger("uvicorn.access").disabled = True
