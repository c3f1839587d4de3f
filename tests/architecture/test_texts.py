"""What the repository says about itself, and what must never stand in it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gateway.telemetry import names
from tests.architecture.sources import ROOT, name, top, tracked

DECISIONS = sorted((ROOT / "infra" / "decisions").glob("*.md"))
CHANGES = [path for path in (ROOT / "infra" / "changes").iterdir() if path.name != "README.md"]
KINDS = ("contract", "law", "behaviour", "operations")
HEADINGS = ["## Context", "## Decision", "## Consequences", "## What enforces it"]

# Written in pieces, so that this file does not contain what it looks for.
MACHINE_PATHS = re.compile(
    r"(?<![\w.~-])/(?:work/(?:main|shared)|root/|home/\w|tm" + r"p/|farm/|Users/|var/folders/)"
)
REGISTRIES = re.compile(
    r"py" + r"pi\.org|python" + r"hosted|npm" + r"js\.(?:org|com)|registry\.(?:npm|yarn)"
    r"|deb\." + r"debian\.org|yarn" + r"pkg\.com|proxy\.golang|crates\.io"
)


def named(path: Path) -> Iterator[str]:
    """The machines' paths and the registries that a file names, each with its line."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        text = path.read_bytes().decode("latin-1")
    if not MACHINE_PATHS.search(text) and not REGISTRIES.search(text):
        return
    for number, line in enumerate(text.splitlines(), 1):
        for found in (MACHINE_PATHS.search(line), REGISTRIES.search(line)):
            if found:
                yield f"line {number}: {found[0]}"


def test_no_file_names_a_machine_or_a_registry() -> None:
    files = tracked()
    assert {"frontends", "infra", "Makefile", "tests"} <= {top(path) for path in files}
    found = {name(path): list(named(path)) for path in files}
    assert {path: told for path, told in found.items() if told} == {}


class TestDecisions:
    def test_are_numbered_without_gaps(self) -> None:
        numbers = [int(path.name[:4]) for path in DECISIONS]
        assert numbers == list(range(len(numbers)))

    @pytest.mark.parametrize("path", DECISIONS, ids=name)
    def test_have_the_same_four_parts(self, path: Path) -> None:
        text = path.read_text()
        assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", path.name)
        assert re.match(
            rf"# {path.name[:4]}\. \S.+\n\nStatus: (accepted|superseded by \d{{4}})", text
        )
        assert re.findall(r"(?m)^## .+$", text) == HEADINGS

    @pytest.mark.parametrize("path", DECISIONS, ids=name)
    def test_can_be_quoted_in_one_sentence(self, path: Path) -> None:
        decision = path.read_text().partition("## Decision\n")[2].strip().splitlines()
        assert re.match(r"> \*\*.+\.\*\*$", decision[0])

    @pytest.mark.parametrize("path", DECISIONS, ids=name)
    def test_name_only_tests_that_exist(self, path: Path) -> None:
        promised = path.read_text().partition("## What enforces it\n")[2]
        for reference in re.findall(r"`(tests/[^`]+)`", promised):
            file, *inside = reference.split("::")
            assert (ROOT / file).exists(), reference
            for part in inside:
                assert re.search(rf"\b{part}\b", (ROOT / file).read_text()), reference


class TestChanges:
    @pytest.mark.parametrize("path", CHANGES, ids=name)
    def test_are_named_by_topic_and_kind(self, path: Path) -> None:
        assert re.fullmatch(rf"[a-z0-9-]+\.({'|'.join(KINDS)})\.md", path.name)
        assert path.read_text().strip()

    @pytest.mark.parametrize("path", [p for p in CHANGES if ".law." in p.name], ids=name)
    def test_of_law_say_whose_days_change(self, path: Path) -> None:
        day = r"\d{4}-\d{2}-\d{2}"
        affected = rf"Affects evaluations whose period ends from {day} to ({day}|further notice)\."
        assert re.search(affected, path.read_text())


class TestTelemetryNames:
    def test_are_all_on_the_operators_page_and_no_other_is(self) -> None:
        page = (ROOT / "infra" / "otel" / "README.md").read_text()
        rows = dict(re.findall(r"(?m)^\| `([^`]+)` \| (.+?) \|", page))
        assert rows == {text: named.meaning for text, named in names.documented().items()}

    def test_are_each_used_somewhere(self) -> None:
        code = "\n".join(
            path.read_text()
            for path in tracked()
            if path.suffix == ".py" and path.is_relative_to(ROOT / "gateway")
        )
        constants = [n for n, value in vars(names).items() if isinstance(value, names.Named)]
        unused = [n for n in constants if not re.search(rf"names\.{n}\b", code)]
        assert not unused
