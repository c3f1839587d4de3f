"""Salary coefficients from a file: read, judged row by row, tried without a trace, applied once."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import pytest_asyncio

from gateway.database import PgDatabase
from gateway.imports import salaries
from gateway.imports.file import File, NotThatFile
from gateway.imports.running import Report, run, task_of
from gateway.numbers import NumberSealer
from gateway.postgres.roles import Connection
from resolvers.core.ids import new_id
from tests.resolvers.town import Town, build

HEADER = ",".join(salaries.COLUMNS)
NOW = datetime(2026, 6, 15, 2, 0, tzinfo=UTC)
FILE = "\n".join(
    [
        HEADER,
        'CC.1,"3,33",2026-07-01,12/QĐ',
        "CC.2,-,2026-07-01,12/QĐ",
        "CC.3,99,2026-07-01,12/QĐ",
        "CC.4,2.34,01/07/2026,12/QĐ",
        "CC.5,2.34,2026-07-01,",
        "CC.9,2.34,2026-07-01,12/QĐ",
        "CC.6,2.34,2026-07-01,12/QĐ",
        "CC.6,2.67,2026-07-01,12/QĐ",
    ]
)
CODES = [
    *(None, None),
    *("NUMBER_NOT_ACCEPTABLE", "NOT_UNDERSTOOD", "VALUE_MISSING", "UNKNOWN_REFERENCE"),
    *("CODE_REPEATED", "CODE_REPEATED"),
]


@pytest_asyncio.fixture
async def town(database: PgDatabase, owner: Connection) -> Town:
    made = await build(database, owner)
    for number, name in enumerate(("clerk", "typist", "vice", "chief", "leader", "curator"), 1):
        await owner.execute(
            "update congtam.person set staff_code = $1 where id = $2",
            f"CC.{number}",
            made.people[name],
        )
    return made


async def imported(town: Town, text: str, **options: bool) -> Report:
    task = task_of("salaries", named(text), lambda: NumberSealer(b"a secret of 32 characters....."))
    agency = str(town.agencies["commune"])
    return await run(town.database, task, now=NOW, agency=agency, **options)


def named(text: str) -> File:
    return File("luong.csv", text.encode())


class TestReading:
    def test_takes_a_comma_and_a_dash(self) -> None:
        first, second, *_ = salaries.read(named(FILE))
        assert (first.coefficient, first.begins) == (Decimal("3.33"), date(2026, 7, 1))
        assert (second.coefficient, second.problems) == (None, ())

    def test_refuses_another_file(self) -> None:
        with pytest.raises(NotThatFile, match="the first line is"):
            salaries.read(named("code,coefficient\nCC.1,2.34"))


class TestImport:
    async def test_gives_every_row_its_verdict(self, town: Town) -> None:
        report = await imported(town, FILE)
        assert [verdict.code for verdict in report.verdicts] == CODES
        rows = await town.owner.fetch("select * from congtam.salary_fact")
        told = {row["person_id"]: row["coefficient"] for row in rows}
        people = town.people
        assert told == {people["clerk"]: Decimal("3.330"), people["typist"]: None}
        leaves = await town.owner.fetch(
            "select rule, actor_id from congtam.audit_leaf where deed = 'record_salary'"
        )
        assert {(row["rule"], row["actor_id"]) for row in leaves} == {
            ("operator-imports-salaries", None)
        }

    async def test_a_dry_run_says_the_same_and_writes_nothing(self, town: Town) -> None:
        before = await town.everything()
        tried = await imported(town, FILE, dry_run=True)
        assert await town.everything() == before
        assert (await imported(town, FILE)).verdicts == tried.verdicts

    async def test_the_same_file_again_changes_nothing(self, town: Town) -> None:
        first = await imported(town, FILE)
        before = await town.everything()
        again = await imported(town, FILE)
        assert again.applied_before is not None
        assert again.verdicts == first.verdicts
        assert await town.everything() == before

    async def test_another_file_says_what_is_new(self, town: Town) -> None:
        await imported(town, FILE)
        rows = ("CC.1,3.33,2026-07-01,12/QĐ", "CC.2,2.10,2026-09-01,13/QĐ", "CC.3,4,2026-07-01,9")
        report = await imported(town, "\n".join((HEADER, *rows)))
        assert [each.outcome.value for each in report.verdicts] == [
            "unchanged",
            "updated",
            "created",
        ]
        held = await town.owner.fetch(
            "select upper(during) from congtam.salary_fact where person_id = $1 order by 1",
            town.people["typist"],
        )
        assert [row["upper"] for row in held] == [date(2026, 9, 1), None]

    async def test_takes_our_id_and_anothers_code_too_and_guesses_none(self, town: Town) -> None:
        people = town.people
        for scheme, code, who in (
            ("HCM", "A-7", "vice"),
            ("HCM", "TRÙNG", "chief"),
            ("BNV", "TRÙNG", "leader"),
            ("BNV", "CC.1", "typist"),
        ):
            await town.owner.execute(
                "insert into congtam.external_code"
                " values ($1, $2, 'person', $3, $4, $5, daterange('2026-01-01', null))",
                new_id(),
                town.agencies["commune"],
                scheme,
                code,
                people[who],
            )
        codes = (people["typist"], "A-7", "BNV:TRÙNG", "TRÙNG", "CC.1", "CC.99", new_id())
        rows = [f"{code},2.34,2026-07-01,9/QĐ" for code in codes]
        report = await imported(town, "\n".join((HEADER, *rows)))
        told = [(verdict.code, verdict.field) for verdict in report.verdicts]
        assert told == [(None, None)] * 3 + [("UNKNOWN_REFERENCE", "staff_code")] * 4
        counts = [(verdict.message or "").partition(" khớp ")[2][:1] for verdict in report.verdicts]
        assert counts == ["", "", "", "2", "2", "0", "0"]
        held = await town.owner.fetch("select person_id from congtam.salary_fact")
        assert {row["person_id"] for row in held} == {
            people[name] for name in ("typist", "vice", "leader")
        }
