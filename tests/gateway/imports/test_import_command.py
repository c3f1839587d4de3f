"""`congtam import` as an operator types it: what it says, what it does and how it ends."""

import asyncio
import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest
from click.testing import CliRunner, Result

from gateway.commands import main
from gateway.commands.imports import progress_on
from gateway.imports import staff
from gateway.imports.file import File
from gateway.postgres.roles import Connection, on_database
from tests.databases import Running
from tests.gateway.imports.books import ROOT, SAMPLE
from tests.gateway.imports.conftest import CODE
from tests.gateway.imports.test_running import LIST, counts


class Console:
    """A terminal on the server, with a folder of its own."""

    def __init__(self, url: str, folder: Path) -> None:
        self.folder = folder
        self.environment = {"DATABASE_URL": url, "CONGTAM_DATA": str(folder / "data")}

    async def __call__(self, kind: str, file: str | Path, *options: str) -> Result:
        """What the command says; in a thread, for it opens an event loop of its own."""
        arguments = ["import", kind, str(self.folder / file), *options]
        run = partial(CliRunner().invoke, main, arguments, env=self.environment)
        told = await asyncio.to_thread(run)
        assert isinstance(told.exception, SystemExit | None), told.exception
        return told


@pytest.fixture
async def console(server: Running, owner: Connection, commune: UUID, tmp_path: Path) -> Console:
    """A terminal whose DATABASE_URL names this test's database, which has the commune."""
    database = await owner.fetchval("select current_database()")
    (tmp_path / "list.xlsx").write_bytes(LIST.content)
    return Console(on_database(server.url, database), tmp_path)


class TestImport:
    async def test_with_rejected_rows_ends_with_one_and_applies_the_rest(
        self, console: Console, owner: Connection
    ) -> None:
        before = await counts(owner)
        tried = await console("staff", "list.xlsx", "--agency", CODE, "--dry-run")
        assert await counts(owner) == before
        assert (tried.exit_code, tried.stderr) == (1, "")
        assert tried.stdout.splitlines()[0] == "Dry run: nothing is written."
        done = await console("staff", "list.xlsx", "--agency", CODE)
        assert (done.exit_code, done.stderr) == (1, "")
        assert done.stdout.splitlines() == tried.stdout.splitlines()[1:]
        assert "UNKNOWN_REFERENCE (unit): Mã KT khớp 0 mục" in done.stdout
        assert await owner.fetchval("select count(*) from congtam.posting") == 2

    async def test_run_twice_does_it_once_unless_asked_again(
        self, console: Console, owner: Connection
    ) -> None:
        arguments = ("catalogue", SAMPLE, "--agency", CODE, "--as-json")
        first = await console(*arguments)
        assert (first.exit_code, first.stderr) == (0, "")
        after = await counts(owner)
        second, first_told = await console(*arguments), json.loads(first.stdout)
        second_told = json.loads(second.stdout)
        assert second_told.pop("applied_before") is not None
        assert first_told.pop("applied_before") is None
        assert second_told == first_told
        assert await counts(owner) == after
        again = json.loads((await console(*arguments, "--again")).stdout)
        assert again["outcomes"]["unchanged"] == again["read"] == first_told["read"]
        assert again["batch"] != first_told["batch"]

    async def test_lists_every_row_where_asked(self, console: Console) -> None:
        told = await console("catalogue", SAMPLE, "--agency", CODE, "--dry-run", "--verbose")
        assert told.stdout.count("  created") == 55

    @pytest.mark.parametrize(
        ("arguments", "line"),
        [
            (("staff", "none.xlsx"), "none.xlsx: No such file or directory"),
            (("areas", "list.xlsx"), "list.xlsx: byte "),
            (("positions", "empty.json"), "empty.json: there is no row in it"),
            (
                ("catalogue", "list.xlsx", "--agency", CODE),
                "list.xlsx: no sheet has the columns Mã CV, Nhiệm vụ, Nhóm, Điểm chấm; allowed: a"
                " catalogue of products with these headings",
            ),
            (
                ("staff", "list.xlsx", "--agency", "H99"),
                "--agency 'H99' is no agency; allowed: its id or code",
            ),
            (("staff", "list.xlsx", "--batch", "7"), "Invalid value for '--batch': '7' is not a"),
            (("areas", "list.xlsx", "--agency", CODE), "No such option '--agency'."),
        ],
    )
    async def test_of_what_cannot_be_ends_with_two_and_one_line(
        self,
        console: Console,
        owner: Connection,
        arguments: tuple[str, ...],
        line: str,
    ) -> None:
        (console.folder / "empty.json").write_text("[]")
        before = await counts(owner)
        told = await console(*arguments)
        assert (told.exit_code, told.stdout) == (2, "")
        assert told.stderr.startswith(f"congtam: {line}")
        assert told.stderr.count("\n") == 1
        assert await counts(owner) == before

    async def test_refused_as_a_whole_ends_with_one_and_its_code(
        self, console: Console, owner: Connection
    ) -> None:
        batch = "00000000-0000-7000-8000-000000000001"
        await console("staff", "list.xlsx", "--agency", CODE, "--batch", batch)
        before = await counts(owner)
        told = await console("catalogue", SAMPLE, "--agency", CODE, "--batch", batch)
        assert (told.exit_code, told.stdout) == (1, "")
        assert told.stderr.startswith("congtam: BATCH_REUSED: The batch")
        assert await counts(owner) == before

    async def test_without_personal_numbers_makes_no_key(self, console: Console) -> None:
        await console("catalogue", SAMPLE, "--agency", CODE)
        assert not (console.folder / "data").exists()


class TestTemplate:
    async def test_is_an_empty_list_that_can_be_filled_in(self, console: Console) -> None:
        told = await console("staff", "new.xlsx", "--template")
        assert (told.exit_code, told.stderr) == (0, "")
        path = console.folder / "new.xlsx"
        book = openpyxl.load_workbook(path)
        listed, help_sheet = book.worksheets
        assert [cell.value for cell in listed[1]] == list(staff.COLUMNS)
        assert [row[0] for row in help_sheet.iter_rows(min_row=2, values_only=True)] == [
            *staff.COLUMNS
        ]
        row = {"staff_code": "CC.7", "full_name": "Vi Thị Na", "unit": "VP", "office": "Công chức"}
        filled = {**row, "begins": "1/2/2026", "personal_number": "001099012345"}
        listed.append([filled.get(column.name) for column in staff.COLUMNS.values()])
        book.save(path)
        (found,) = staff.read(File.at(path)).rows
        assert (found.problems, found.personal_number) == ((), "001099012345")
        done = await console("staff", "new.xlsx", "--agency", CODE)
        assert done.exit_code == 0

    async def test_never_overwrites_a_list(self, console: Console) -> None:
        before = (console.folder / "list.xlsx").read_bytes()
        told = await console("staff", "list.xlsx", "--template")
        assert (told.exit_code, told.stdout) == (2, "")
        assert told.stderr == "congtam: list.xlsx: exists already; nothing was written\n"
        assert (console.folder / "list.xlsx").read_bytes() == before

    async def test_not_filled_in_is_refused(self, console: Console) -> None:
        await console("staff", "new.xlsx", "--template")
        told = await console("staff", "new.xlsx", "--agency", CODE)
        assert (told.exit_code, told.stderr) == (2, "congtam: new.xlsx: there is no row in it\n")


@pytest.mark.parametrize("seen", [True, False])
def test_whoever_waits_at_a_terminal_sees_how_far_it_has_come(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], seen: bool
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: seen)
    with progress_on(LIST) as progress:
        for judged in range(1, 402):
            progress(judged)
    told = capsys.readouterr()
    assert told.out == ""
    shown = "\rlist.xlsx: 200 rows\rlist.xlsx: 400 rows\r\x1b[K"
    assert told.err == (shown if seen else "")


async def test_a_real_process_ends_like_that_too(console: Console, owner: Connection) -> None:
    told = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "gateway.commands", "import", "staff", "list.xlsx"],
        capture_output=True,
        text=True,
        cwd=console.folder,
        env={**os.environ, **console.environment, "PYTHONPATH": str(ROOT)},
    )
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("congtam: there are 2 agencies; name one with --agency: ")
    assert await owner.fetchval("select count(*) from congtam.import_batch") == 0
