"""Files into a real database: what is written, what a dry run leaves, and which agency is meant."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from gateway.database import PgDatabase
from gateway.imports.file import File, NotThatFile
from gateway.imports.report import json_of, text_of
from gateway.imports.running import NoSuchAgency, Report, Task, run, task_of
from gateway.numbers import NumberSealer
from gateway.postgres.roles import Connection
from resolvers.exchange import summary
from tests.gateway.imports.books import REAL, SAMPLE, STAFF, book, real_files
from tests.gateway.imports.conftest import CODE, NOW, established

FILES = {
    "areas": (REAL / "administrative-units.csv", 3355),
    "catalogue": (REAL / "nghia-lam" / "catalogue-decision-283.xlsx", 371),
    "positions": (REAL / "nghia-lam" / "positions.json", 25),
}
ALL_NEW = {"updated": 0, "unchanged": 0, "rejected": 0}
LIST = book(
    {
        "A": [
            STAFF,
            ["CC.1", "Lò Văn Ổi", "VP", "Người đứng đầu", "1/2/2026"],
            ["CC.2", "Vi Thị Na", "VP", "Công chức", "1/2/2026"],
            ["CC.3", "Hà Thị Bòng", "KT", "Công chức", "1/2/2026"],
            ["CC.4", "Lê Văn Sơn", "VP", "Vua", "1/2/2026"],
        ]
    }
)


def sealer() -> NumberSealer:
    return NumberSealer(b"a secret of thirty-two characters")


def task(kind: str, file: File | Path) -> Task:
    return task_of(kind, file if isinstance(file, File) else File.at(file), sealer)


async def run_in(database: PgDatabase, what: Task, **options: Any) -> Report:
    return await run(database, what, now=NOW, **{"agency": CODE, **options})


async def counts(owner: Connection) -> dict[str, int]:
    names = await owner.fetch("select tablename from pg_tables where schemaname = 'congtam'")
    return {
        name: await owner.fetchval(f"select count(*) from congtam.{name}")
        for name in sorted(row["tablename"] for row in names)
    }


@real_files
class TestRealFiles:
    @pytest.mark.parametrize("kind", FILES)
    async def test_are_imported_whole_and_stand_unchanged_the_second_time(
        self, database: PgDatabase, owner: Connection, commune: UUID, kind: str
    ) -> None:
        path, created = FILES[kind]
        said_by_law = 10 if kind == "catalogue" else 0
        before = await counts(owner)
        tried = await run_in(database, task(kind, path), dry_run=True)
        assert await counts(owner) == before
        done = await run_in(database, task(kind, path))
        assert done.verdicts == tried.verdicts
        wanted = {**ALL_NEW, "created": created, "unchanged": said_by_law}
        assert summary(done.verdicts) == wanted
        after = await counts(owner)
        again = await run_in(database, task(kind, path), batch=uuid4())
        wanted = {**ALL_NEW, "created": 0, "unchanged": created + said_by_law}
        assert summary(again.verdicts) == wanted
        assert {
            table for table, number in (await counts(owner)).items() if number != after[table]
        } == {"audit_leaf", "import_batch"}

    async def test_keep_every_value_of_a_product(
        self, database: PgDatabase, owner: Connection, commune: UUID
    ) -> None:
        what = task("catalogue", FILES["catalogue"][0])
        await run_in(database, what)
        kept = {row["code"]: row for row in await owner.fetch("select * from congtam.product")}
        for row in what.deed.keywords["file"].products:  # type: ignore[attr-defined]
            found = kept[row.code]
            for name in ("section", "name", "details", "output", "note", "group_no", "points"):
                assert found[name] == getattr(row, name)
            assert found["coefficient"] == row.coefficient


async def test_the_sample_catalogue_is_imported_whole(database: PgDatabase, commune: UUID) -> None:
    done = await run_in(database, task("catalogue", SAMPLE))
    assert {each.outcome.value for each in done.verdicts} == {"created"}
    assert len(done.verdicts) == done.task.read


class TestRun:
    async def test_applies_a_file_once_without_being_told_its_batch(
        self, database: PgDatabase, owner: Connection, commune: UUID
    ) -> None:
        first = await run_in(database, task("staff", LIST))
        before = await counts(owner)
        second = await run_in(database, task("staff", LIST), agency=str(commune))
        assert await counts(owner) == before
        assert (second.batch, second.verdicts) == (first.batch, first.verdicts)
        assert (first.applied_before, second.applied_before) == (None, NOW)

    async def test_of_another_file_or_agency_is_another_batch(
        self, database: PgDatabase, commune: UUID
    ) -> None:
        first = await run_in(database, task("staff", LIST), dry_run=True)
        other = await run_in(database, task("staff", LIST), agency="H40", dry_run=True)
        file = book({"A": [STAFF, ["CC.1", "Lò Văn Ổi", "VP", "Công chức", "1/2/2026"]]})
        third = await run_in(database, task("staff", file), dry_run=True)
        assert len({first.batch, other.batch, third.batch}) == 3

    async def test_dry_leaves_nothing_and_does_not_count_as_applied(
        self, database: PgDatabase, owner: Connection, commune: UUID
    ) -> None:
        before = await counts(owner)
        tried = await run_in(database, task("staff", LIST), dry_run=True)
        assert await counts(owner) == before
        done = await run_in(database, task("staff", LIST))
        assert (done.verdicts, done.applied_before) == (tried.verdicts, None)

    async def test_acts_as_the_operator_who_is_nobody(
        self, database: PgDatabase, owner: Connection, commune: UUID
    ) -> None:
        await run_in(database, task("staff", LIST))
        batch = await owner.fetchrow("select * from congtam.import_batch")
        assert batch is not None
        assert (batch["imported_by"], batch["agency_id"]) == (None, commune)
        leaves = await owner.fetch(
            "select actor_id, channel from congtam.audit_leaf where agency_id = $1", commune
        )
        assert ("import", None) in {(row["channel"], row["actor_id"]) for row in leaves}

    def test_of_a_file_without_a_row_is_refused(self) -> None:
        with pytest.raises(NotThatFile, match=r"^list\.xlsx: there is no row in it$"):
            task("staff", book({"A": [STAFF, []]}))

    def test_asks_for_the_key_of_numbers_only_where_there_may_be_some(self) -> None:
        def never() -> NumberSealer:
            raise AssertionError

        task_of("catalogue", File.at(SAMPLE), never)


class TestCharacters:
    """What no database and no terminal takes is refused with its row alone."""

    async def test_of_json_that_are_none(self, database: PgDatabase, commune: UUID) -> None:
        entries = [
            {"code": "A\u0000", "name": "A"},
            {"code": "B", "name": "\ud800"},
            {"code": "C", "name": "C", "purpose": "\u001b[2J"},
            {"code": "D", "name": "D", "tasks": [{"work": "\u202e đúng"}]},
        ]
        file = File("positions.json", json.dumps(entries).encode())
        done = await run_in(database, task("positions", file))
        assert [(each.code, each.field) for each in done.verdicts] == [
            ("TEXT_NOT_ACCEPTABLE", "code"),
            ("TEXT_NOT_ACCEPTABLE", "name"),
            ("TEXT_NOT_ACCEPTABLE", "purpose"),
            (None, None),
        ]
        assert done.verdicts[0].key == "A\ufffd"

    async def test_of_csv_that_are_none(self, database: PgDatabase) -> None:
        header = "level,code,parent_code,name,full_name,full_name_en"
        lines = f"{header}\nprovince,01,,A\x00,B,C\nprovince,0\x1b2,,A,B,C\nprovince,03,,A,B,C\n"
        done = await run_in(database, task("areas", File("areas.csv", lines.encode())))
        assert [(each.code, each.field) for each in done.verdicts] == [
            ("TEXT_NOT_ACCEPTABLE", "name"),
            ("AREA_CODE_FORM", "code"),
            (None, None),
        ]


class TestAgency:
    @pytest.mark.parametrize("named", ["H99", "x", "", "\x00", str(UUID(int=1))])
    async def test_that_there_is_not_is_refused(
        self, database: PgDatabase, commune: UUID, named: str
    ) -> None:
        with pytest.raises(NoSuchAgency, match="is no agency; allowed: its id or code"):
            await run_in(database, task("staff", LIST), agency=named)

    async def test_must_be_named_where_there_are_several(
        self, database: PgDatabase, commune: UUID
    ) -> None:
        with pytest.raises(NoSuchAgency, match="there are 2 agencies; name one with --agency"):
            await run_in(database, task("staff", LIST), agency=None)

    async def test_is_the_only_one_there_is(self, database: PgDatabase) -> None:
        only = await established(database, "UBND tỉnh Nghệ An", "province", "managing", None)
        done = await run_in(database, task("staff", LIST), agency=None, dry_run=True)
        assert done.agency is not None
        assert done.agency["id"] == only

    async def test_is_not_needed_for_areas(self, database: PgDatabase) -> None:
        line = b"level,code,parent_code,name,full_name,full_name_en\nprovince,01,,A,B,C\n"
        done = await run_in(database, task("areas", File("areas.csv", line)), agency=None)
        assert (done.agency, summary(done.verdicts)["created"]) == (None, 1)

    async def test_must_exist_first(self, database: PgDatabase) -> None:
        with pytest.raises(NoSuchAgency, match="there is no agency yet"):
            await run_in(database, task("staff", LIST), agency=None)


class TestReport:
    async def test_counts_rows_and_says_what_is_wrong_with_each(
        self, database: PgDatabase, commune: UUID
    ) -> None:
        tried = await run_in(database, task("staff", LIST), dry_run=True)
        told = text_of(tried, verbose=False).splitlines()
        assert told[0] == "Dry run: nothing is written."
        assert "rows read   4" in told
        assert "            and 1 passed over in 'A' (titles, headings, empty rows)" in told
        assert told[-6:] == [
            "updated     0",
            "unchanged   0",
            "rejected    2",
            "",
            "A!4  CC.3  rejected: UNKNOWN_REFERENCE (unit): Mã KT khớp 0 mục; mã phải chỉ đúng một"
            " mục.",
            "A!5  CC.4  rejected: NOT_UNDERSTOOD (office): Không hiểu giá trị “Vua” ở mục Chức vụ;"
            " cho phép: Người đứng đầu, Cấp phó, Công chức.",
        ]
        assert "A!2  CC.1  created" in text_of(tried, verbose=True)

    async def test_says_that_a_batch_was_applied_before(
        self, database: PgDatabase, commune: UUID
    ) -> None:
        for _ in range(2):
            done = await run_in(database, task("staff", LIST))
        first_line = text_of(done, verbose=False).splitlines()[0]
        assert first_line.startswith("This batch was applied on 2026-06-15 09:00")

    async def test_as_json_holds_every_verdict(self, database: PgDatabase, commune: UUID) -> None:

        done = await run_in(database, task("staff", LIST))
        told = json.loads(json_of(done))
        assert told["outcomes"] == {"created": 2, "updated": 0, "unchanged": 0, "rejected": 2}
        assert len(told["verdicts"]) == told["read"] == 4
        assert told["agency"] == str(commune)
        assert told["dry_run"] is False
