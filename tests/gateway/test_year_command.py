"""`congtam year` as an operator types it: what is closed, added up and left, and how it ends."""

import asyncio
import json
import os
import signal
from datetime import datetime
from pathlib import Path

import pytest

from gateway.clock import VIETNAM
from gateway.commands.year import progress_on
from gateway.database import PgDatabase
from gateway.postgres.roles import Connection, on_database
from tests.databases import Running
from tests.gateway.year_console import (
    OVER,
    YEAR_OVER,
    Console,
    children,
    gone,
    locked,
    some,
    until,
)
from tests.resolvers.cast import build as build_cast
from tests.resolvers.results.year import TOTALS, Year
from tests.resolvers.town import build

JUNE = ("--year", "2026", "--close-month", "2026-06", "--span", "half_year")


@pytest.fixture
async def console(
    server: Running,
    database: PgDatabase,
    owner: Connection,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Console:
    cast = await build_cast(await build(database, owner))
    name = await owner.fetchval("select current_database()")
    return Console(cast, on_database(server.url, name), tmp_path, monkeypatch)


class TestClosing:
    async def test_closes_what_is_signed_as_an_act_of_nobody(self, console: Console) -> None:
        cast = console.cast
        await cast.open("culture")
        await cast.worked("archivist")
        await cast.finish("archivist")
        told = await console("all", *JUNE, at=OVER)
        assert told.exit_code == 1
        assert told.stdout.splitlines()[0] == "2026-06: 1 unit months closed, 2 left open."
        (month,) = await cast.rows("unit_month")
        assert (month["state"], month["closed_by"], month["closed_at"]) == ("closed", None, OVER)
        assert (await cast.sheet("archivist"))["state"] == "closed"
        (leaf,) = await cast.leaves("close_month")
        assert (leaf["actor_id"], leaf["rule"], leaf["channel"]) == (
            None,
            "system-closes-what-is-signed",
            "command",
        )

    async def test_lists_the_rest_with_the_head_who_owes_it(self, console: Console) -> None:
        cast = console.cast
        await cast.open("office")
        await cast.open("culture")
        await cast.worked("archivist")
        await cast.finish("archivist")
        await cast.open("commune")
        before = await cast.rows("sheet", "state <> 'released'")
        told = json.loads((await console("all", *JUNE, "--as-json", at=OVER)).stdout)
        (june,) = told["closed"]
        left = {
            each["month"]["name"]: (each["month"]["head"], each["left"]["code"])
            for each in june["open"]
        }
        assert left == {
            "office": ("Lê Hoàng Ân", "MONTH_HAS_OPEN_SHEETS"),
            "commune": ("Nguyễn Thị Minh Khai", "MONTH_HAS_OPEN_SHEETS"),
        }
        assert await cast.rows("sheet", "state not in ('released', 'closed')") == before

    async def test_closes_the_lower_units_before_the_higher(self, console: Console) -> None:
        cast = console.cast
        for unit in ("office", "culture", "commune"):
            await cast.open(unit)
        await cast.town.owner.execute(
            "update congtam.sheet set state = 'released', level = 'GOOD', total = 80,"
            " scored_by = (select id from congtam.person where full_name = 'Mai Xuân Đông')"
        )
        told = await console("all", *JUNE, at=OVER)
        assert told.stdout.splitlines()[0].startswith("2026-06: 3 unit months closed")
        assert {row["state"] for row in await cast.rows("unit_month")} == {"closed"}

    async def test_leaves_a_month_to_its_head_while_it_is_entered(self, console: Console) -> None:
        cast = console.cast
        await cast.open("culture")
        await cast.worked("archivist")
        await cast.finish("archivist")
        before = await cast.town.everything()
        day = datetime(2026, 7, 10, 9, tzinfo=VIETNAM)
        arguments = ("--year", "2026", "--close-month", "2026-06", "--span", "year")
        told = await console("all", *arguments, at=day)
        assert "culture (commune), Đỗ Đức Anh: ENTRY_WINDOW_OPEN: " in told.stdout
        assert (told.exit_code, await cast.town.everything()) == (1, before)


class TestAddingUp:
    async def test_forms_every_span_that_is_due_and_prepares_the_cases(
        self, console: Console
    ) -> None:
        year = Year(console.cast)
        await year.whole("clerk")
        told = await console("all", "--year", "2026")
        assert told.exit_code == 0
        lines = told.stdout.splitlines()
        assert [line.partition(":")[0] for line in lines] == [
            *(f"quarter from 2026-{month:02}" for month in (1, 4, 7, 10)),
            *(f"half_year from 2026-{month:02}" for month in (1, 7)),
            "year from 2026-01",
            "Cases of 2026",
        ]
        found = await console.cast.rows(
            "result", "person_id = $1", console.cast.town.people["clerk"]
        )
        assert {(row["span"], str(row["total"])) for row in found} >= {
            ("quarter", "87.90"),
            ("half_year", "90.77"),
            ("year", "90.00"),
        }
        leaf = (await console.cast.leaves("compute_results"))[0]
        assert (leaf["actor_id"], leaf["rule"]) == (None, "operator-computes-results")

    async def test_waits_for_the_last_month_of_a_span(self, console: Console) -> None:
        day = datetime(2026, 5, 31, 9, tzinfo=VIETNAM)
        told = await console("all", "--year", "2026", at=day)
        assert [line.partition(":")[0] for line in told.stdout.splitlines()] == [
            "quarter from 2026-01"
        ]
        early = datetime(2026, 1, 31, 9, tzinfo=VIETNAM)
        nothing = await console("all", "--year", "2026", at=early)
        assert nothing.stdout == "Nothing of 2026 is due yet.\n"

    async def test_run_again_changes_not_a_byte(self, console: Console) -> None:
        cast, year = console.cast, Year(console.cast)
        await year.whole("clerk")
        await year.whole("typist", TOTALS[:7])
        await cast.open("culture")
        await cast.worked("archivist")
        await cast.finish("archivist")
        arguments = ("all", "--year", "2026", "--close-month", "2026-06")
        await console(*arguments)
        before = await cast.town.everything()
        later = datetime(2027, 3, 1, 9, tzinfo=VIETNAM)
        told = json.loads((await console(*arguments, "--as-json", at=later)).stdout)
        assert {each["written"] for each in told["summed"]} == {0}
        assert set(told["cases"].values()) == {0}
        assert await cast.town.everything() == before

    async def test_keeps_to_the_agency_and_those_that_it_manages(self, console: Console) -> None:
        town = console.cast.town
        await console(str(town.agencies["commune"]), "--year", "2026", "--span", "quarter")
        found = {row["agency_id"] for row in await console.cast.rows("result")}
        assert found == {town.agencies["commune"]}
        await console(str(town.agencies["province"]), "--year", "2026", "--span", "quarter")
        found = {row["agency_id"] for row in await console.cast.rows("result")}
        assert found == {town.agencies["commune"], town.agencies["neighbour"]}


class TestKilled:
    async def test_goes_on_where_it_was(self, console: Console) -> None:
        """Killed while it waits for one agency: the others stand, no worker is left behind."""
        cast, town = console.cast, console.cast.town
        year = Year(cast)
        await year.whole("clerk")
        arguments = ("all", "--year", "2026", "--span", "year")
        held = await locked(console, "neighbour")
        process = console.start(*arguments)
        await until(lambda: some(town.owner, "result"))
        workers = children(process.pid)
        assert len(workers) >= 2
        process.kill()
        await asyncio.to_thread(process.communicate)
        await until(lambda: gone(workers))
        await held.execute("rollback")
        await held.close()
        before = await cast.rows("result")
        assert {row["agency_id"] for row in before} == {town.agencies["commune"]}
        told = json.loads((await console(*arguments, "--as-json")).stdout)
        (whole,) = told["summed"]
        assert (whole["people"], whole["written"]) == (10, 1)
        kept = await cast.rows("result", "agency_id = $1", town.agencies["commune"])
        assert kept == before

    async def test_of_a_worker_says_so_in_one_line(self, console: Console) -> None:
        held = await locked(console, "neighbour")
        process = console.start("all", "--year", "2026", "--span", "year")
        await until(lambda: some(console.cast.town.owner, "result"))
        for worker in children(process.pid):
            if b"spawn_main" in (Path("/proc") / str(worker) / "cmdline").read_bytes():
                os.kill(worker, signal.SIGKILL)
        _, told = await asyncio.to_thread(process.communicate)
        await held.execute("rollback")
        await held.close()
        assert process.returncode == 1
        last = told.strip().splitlines()[-1]
        assert last == "congtam: a worker process is gone; run the command again"


class TestBadInput:
    @pytest.mark.parametrize(
        ("arguments", "line"),
        [
            (("H99", "--year", "2026"), "'H99' is no agency; allowed: its id, its code, or all"),
            (("all", "--year", "2025"), "Invalid value for '--year': 2025 is not in the range"),
            (("all",), "Missing option '--year'."),
            (
                ("all", "--year", "2026", "--close-month", "2026-13"),
                "Invalid value for '--close-month': '2026-13' is no month; allowed: YYYY-MM",
            ),
            (
                ("all", "--year", "2026", "--span", "month"),
                "Invalid value for '--span': 'month' is not one of 'quarter', 'half_year', 'year'.",
            ),
        ],
    )
    async def test_ends_with_two_and_one_line(
        self, console: Console, arguments: tuple[str, ...], line: str
    ) -> None:
        before = await console.cast.town.everything()
        told = await console(*arguments)
        assert (told.exit_code, told.stdout) == (2, "")
        assert told.stderr.startswith(f"congtam: {line}")
        assert told.stderr.count("\n") == 1
        assert await console.cast.town.everything() == before


@pytest.mark.parametrize("seen", [True, False])
def test_whoever_waits_sees_how_far_it_has_come(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], seen: bool
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: seen)
    monkeypatch.setattr("gateway.commands.year.clock", lambda: YEAR_OVER)
    with progress_on() as progress:
        for done in range(1, 41):
            progress("closing 2026-06", done, 40)
    told = capsys.readouterr().err
    if seen:
        assert told.startswith("\r\x1b[Kclosing 2026-06: 1 of 40\r")
        assert told.endswith("closing 2026-06: 40 of 40\r\x1b[K")
    else:
        lines = told.splitlines()
        assert (len(lines), lines[-1]) == (11, "09:00:00 closing 2026-06: 40 of 40")
