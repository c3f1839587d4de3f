"""The driver on a real database: values, names, transactions."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import bindparam, func, insert, literal, select, text
from sqlalchemy.dialects.postgresql import JSONB, Range

from gateway.database import PgDatabase, Swallowed
from gateway.postgres.statements import WrongValues, compiled
from resolvers.core.authority import StaleReach
from resolvers.core.database import Transaction, Violated
from resolvers.core.ids import new_id
from resolvers.organisation import agency, agency_code, agency_switch
from tests.gateway.agencies import (
    ADD_AGENCY,
    ELSEWHERE,
    HERE,
    NAMES,
    RENAME,
    TODAY,
    commune,
    reaching,
)

ADD_SWITCH = insert(agency_switch)
ADD_CODE = insert(agency_code)


class TestValues:
    async def test_decimals_come_back_exactly(self, database: PgDatabase) -> None:
        given = Decimal("0.1000000000000000055511151231257827")
        async with database.reading() as tx:
            assert await tx.value(select(literal(given))) == given

    async def test_json_keeps_decimals_ids_and_vietnamese(self, here: PgDatabase) -> None:
        value = {"share": Decimal("0.30"), "who": HERE, "tên": "Công Tâm", "n": [1, None, True]}
        during = Range(TODAY, None)
        async with here.writing(reaching(HERE)) as tx:
            row = {"id": new_id(), "agency_id": HERE, "name": "x", "value": value, "during": during}
            await tx.run(ADD_SWITCH, **row)
            found = await tx.value(select(agency_switch.c.value))
        assert found == {"share": "0.30", "who": str(HERE), "tên": "Công Tâm", "n": [1, None, True]}

    async def test_json_numbers_are_read_exactly(self, database: PgDatabase) -> None:
        async with database.reading() as tx:
            found = await tx.value(select(func.cast(text("'[0.10, 12]'"), JSONB)))
        assert found == [Decimal("0.10"), 12]
        assert str(found[0]) == "0.10"

    async def test_days_stay_open_or_closed_as_given(self, here: PgDatabase) -> None:
        during = Range(TODAY, date(2026, 4, 1))
        async with here.writing(reaching(HERE)) as tx:
            row = {"id": new_id(), "agency_id": HERE, "code": "H34.8", "during": during}
            await tx.run(ADD_CODE, **row)
            back = await tx.row(select(agency_code))
            again = select(agency_code.c.code).where(
                agency_code.c.during == bindparam("days", type_=agency_code.c.during.type)
            )
            assert back is not None
            assert (back["during"].lower, back["during"].upper) == (TODAY, date(2026, 4, 1))
            assert await tx.value(again, days=back["during"]) == "H34.8"

    async def test_a_row_is_a_mapping(self, here: PgDatabase) -> None:
        async with here.reading() as tx:
            row = await tx.row(select(agency.c.id, agency.c.name))
        assert row == {"id": HERE, "name": "Nghĩa Lâm"}

    async def test_a_fixed_list_is_written_out(self, here: PgDatabase) -> None:
        among = select(agency.c.id).where(
            agency.c.kind.in_(("commune", "other")), agency.c.name == bindparam("name")
        )
        async with here.reading() as tx:
            assert await tx.value(among, name="Nghĩa Lâm") == HERE

    async def test_a_moment_keeps_its_zone(self, database: PgDatabase) -> None:
        now = datetime(2026, 3, 17, 1, 2, 3, tzinfo=UTC)
        async with database.reading() as tx:
            assert await tx.value(select(literal(now))) == now


class TestNames:
    def test_a_statement_is_compiled_once(self) -> None:
        assert compiled(NAMES, ()) is compiled(NAMES, ())

    async def test_an_unknown_name_is_refused(self, database: PgDatabase) -> None:
        async with database.reading() as tx:
            with pytest.raises(WrongValues, match=r"not bound by the statement: \['nmae'\]"):
                await tx.rows(NAMES, nmae="x")

    async def test_a_missing_name_is_refused(self, database: PgDatabase) -> None:
        async with database.reading() as tx:
            with pytest.raises(WrongValues, match="no value for 'seen'"):
                await tx.run(RENAME, which=HERE, to="x")

    async def test_names_of_an_insert_are_its_columns(self, here: PgDatabase) -> None:
        async with here.reading() as tx:
            found = await tx.row(select(agency.c.version, agency.c.closed_on))
        assert found == {"version": 1, "closed_on": None}

    def test_a_list_that_varies_must_be_an_array(self) -> None:
        with pytest.raises(TypeError, match=r"any\(:values\)"):
            compiled(select(agency.c.id).where(agency.c.id.in_(bindparam("ids"))), ["ids"])


async def rename_and_collide(tx: Transaction) -> None:
    async with tx.savepoint():
        await tx.run(RENAME, which=HERE, seen=2, to="Hai")
        async with tx.savepoint():
            await tx.run(ADD_AGENCY, **commune(HERE, "Trùng"))


class TestTransaction:
    async def test_commits_when_its_block_ends(self, here: PgDatabase) -> None:
        async with here.reading() as tx:
            assert [row["name"] for row in await tx.rows(NAMES)] == ["Nghĩa Lâm"]

    async def test_undoes_everything_when_its_block_raises(self, here: PgDatabase) -> None:
        async def fail() -> None:
            async with here.writing(reaching(HERE)) as tx:
                assert await tx.run(RENAME, which=HERE, seen=1, to="Khác") == 1
                raise LookupError

        with pytest.raises(LookupError):
            await fail()
        async with here.reading() as tx:
            assert await tx.value(NAMES) == "Nghĩa Lâm"

    async def test_a_savepoint_undoes_its_block_alone(self, here: PgDatabase) -> None:
        async with here.writing(reaching(HERE)) as tx:
            await tx.run(RENAME, which=HERE, seen=1, to="Một")
            with pytest.raises(Violated):
                await rename_and_collide(tx)
            assert await tx.value(NAMES) == "Một"
        async with here.reading() as tx:
            assert await tx.value(NAMES) == "Một"

    async def test_a_swallowed_failure_is_not_taken_for_success(self, here: PgDatabase) -> None:
        async def swallow() -> None:
            async with here.writing(reaching(HERE)) as tx:
                await tx.run(RENAME, which=HERE, seen=1, to="Khác")
                with pytest.raises(Violated):
                    await tx.run(ADD_AGENCY, **commune(HERE, "Trùng"))

        with pytest.raises(Swallowed):
            await swallow()
        async with here.reading() as tx:
            assert await tx.value(NAMES) == "Nghĩa Lâm"

    async def test_runs_a_statement_for_many_rows(self, database: PgDatabase) -> None:
        async with database.writing(reaching(HERE, ELSEWHERE)) as tx:
            await tx.run_many(ADD_AGENCY, [commune(HERE, "A"), commune(ELSEWHERE, "B")])
            await tx.run_many(ADD_AGENCY, [])
            assert [row["name"] for row in await tx.rows(NAMES)] == ["A", "B"]

    async def test_reads_one_moment_however_many_statements(self, here: PgDatabase) -> None:
        async with here.reading() as tx:
            before = await tx.value(NAMES)
            async with here.writing(reaching(HERE)) as writer:
                await writer.run(RENAME, which=HERE, seen=1, to="Khác")
            assert await tx.value(NAMES) == before

    async def test_text_inside_sees_what_the_deed_wrote(self, here: PgDatabase) -> None:
        async with here.writing(reaching(HERE)) as tx:
            await tx.run(RENAME, which=HERE, seen=1, to="Khác")
            assert await tx.text("select name from congtam.agency where id = $1", [HERE]) == "Khác"


class TestTogether:
    async def test_several_writes_are_one_statement_that_counts_each(
        self, here: PgDatabase
    ) -> None:
        switch = {"id": new_id(), "agency_id": HERE, "name": "x", "value": 1}
        async with here.writing(reaching(HERE)) as tx:
            counts = await tx.together(
                (RENAME, {"which": HERE, "seen": 1, "to": "Khác"}),
                (ADD_SWITCH, {**switch, "during": Range(TODAY, None)}),
                (RENAME, {"which": HERE, "seen": 7, "to": "Sai phiên bản"}),
            )
            assert list(counts) == [1, 1, 0]
        async with here.reading() as tx:
            assert await tx.value(NAMES) == "Khác"
            assert await tx.value(select(agency_switch.c.value)) == 1

    async def test_one_that_is_refused_takes_the_others_with_it(self, here: PgDatabase) -> None:
        async def collide() -> None:
            async with here.writing(reaching(HERE)) as tx:
                await tx.together(
                    (RENAME, {"which": HERE, "seen": 1, "to": "Khác"}),
                    (ADD_AGENCY, commune(HERE, "Trùng")),
                )

        with pytest.raises(Violated):
            await collide()
        async with here.reading() as tx:
            assert await tx.value(NAMES) == "Nghĩa Lâm"


class TestCommittingEach:
    async def test_saves_each_statement_before_the_next(self, here: PgDatabase) -> None:
        async with here.committing_each(reaching(HERE)) as statements:
            assert await statements.run(RENAME, which=HERE, seen=1, to="Khác") == 1
            async with here.reading() as tx:
                assert await tx.value(NAMES) == "Khác"

    async def test_keeps_what_was_saved_where_a_later_one_is_refused(
        self, here: PgDatabase
    ) -> None:
        async with here.committing_each(reaching(HERE)) as statements:
            await statements.run(RENAME, which=HERE, seen=1, to="Khác")
            with pytest.raises(Violated):
                await statements.run(ADD_AGENCY, **commune(HERE, "Trùng"))
            assert [row["name"] for row in await statements.rows(NAMES)] == ["Khác"]


class TestStamp:
    async def test_nothing_begins_under_an_authority_that_has_changed(
        self, here: PgDatabase
    ) -> None:
        begun = False
        with pytest.raises(StaleReach):
            async with here.writing(reaching(HERE), "select 2"):
                begun = True
        assert not begun
        async with here.writing(reaching(HERE), "select 1") as tx:
            assert await tx.value(NAMES) == "Nghĩa Lâm"
