"""What became of an import, for a person at a terminal and for a program."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from gateway.clock import VIETNAM
from gateway.imports.running import Report
from resolvers.exchange import Outcome, Verdict, summary


def text_of(report: Report, *, verbose: bool) -> str:
    """Counts first, then each rejected row; every row where asked. Messages are in Vietnamese."""
    return "\n".join(_lines(report, verbose))


def json_of(report: Report) -> str:
    """Everything, each row's verdict included."""
    task = report.task
    told: dict[str, Any] = {
        "kind": task.kind,
        "file": task.file.name,
        "sha256": task.file.sha256.hex(),
        "agency": None if report.agency is None else str(report.agency["id"]),
        "batch": str(report.batch),
        "dry_run": report.dry_run,
        "applied_before": None
        if report.applied_before is None
        else report.applied_before.isoformat(),
        "read": task.read,
        "passed_over": dict(task.passed_over),
        "outcomes": summary(report.verdicts),
        "verdicts": [asdict(verdict) for verdict in report.verdicts],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def rejected(report: Report) -> list[Verdict]:
    """The rows that were refused."""
    return [verdict for verdict in report.verdicts if verdict.outcome is Outcome.REJECTED]


def _lines(report: Report, verbose: bool) -> Iterator[str]:
    task = report.task
    if report.dry_run:
        yield "Dry run: nothing is written."
    if report.applied_before is not None:
        yield (
            f"This batch was applied on {report.applied_before.astimezone(VIETNAM):%Y-%m-%d %H:%M};"
            " nothing is done again, and these are its verdicts (--again applies the file anew)."
        )
    yield f"{'file':<12}{task.file.name}"
    if report.agency is not None:
        yield f"{'agency':<12}{report.agency['name']}"
    yield f"{'batch':<12}{report.batch}"
    yield f"{'rows read':<12}{task.read}"
    for sheet, rows in task.passed_over.items():
        yield f"{'':<12}and {rows} passed over in {sheet!r} (titles, headings, empty rows)"
    for outcome, count in summary(report.verdicts).items():
        yield f"{outcome:<12}{count}"
    listed = report.verdicts if verbose else rejected(report)
    if listed:
        yield ""
        yield from map(_line, listed)


def _line(verdict: Verdict) -> str:
    told = f"{verdict.place}  {verdict.key}  {verdict.outcome}"
    if verdict.outcome is not Outcome.REJECTED:
        return told
    field = f" ({verdict.field})" if verdict.field else ""
    return f"{told}: {verdict.code}{field}: {verdict.message}"
