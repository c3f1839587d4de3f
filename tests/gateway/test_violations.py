"""A constraint that refuses a statement is named, so that a deed can say what it means."""

from datetime import date

import pytest
from sqlalchemy import Executable, insert
from sqlalchemy.dialects.postgresql import Range

from authz.reach import Reach
from gateway.database import PgDatabase
from gateway.postgres import copy_in
from gateway.postgres.roles import Connection
from resolvers.catalogue import catalogue
from resolvers.core.database import Violated
from resolvers.core.ids import new_id
from resolvers.evaluations import score
from resolvers.organisation import agency, agency_code, unit
from tests.gateway.agencies import ADD_AGENCY, ELSEWHERE, HERE, TODAY, commune, reaching

ADD_CODE = insert(agency_code)
ADD_UNIT = insert(unit)
HERE_ONLY = reaching(HERE)


async def attempt(
    database: PgDatabase,
    *rows: tuple[Executable, dict[str, object]],
    reach: Reach = HERE_ONLY,
) -> None:
    async with database.writing(reach) as tx:
        for statement, values in rows:
            await tx.run(statement, **values)


async def violated(database: PgDatabase, *rows: tuple[Executable, dict[str, object]]) -> str:
    """The constraint that refuses the last of these rows."""
    with pytest.raises(Violated) as refused:
        await attempt(database, *rows)
    return refused.value.constraint


class TestViolated:
    async def test_names_the_unique_constraint(self, here: PgDatabase) -> None:
        assert await violated(here, (ADD_AGENCY, commune(HERE, "Trùng"))) == "agency_pk"

    async def test_names_the_exclusion_constraint(self, here: PgDatabase) -> None:
        first, second = (
            {"id": new_id(), "agency_id": HERE, "code": code, "during": Range(TODAY, None)}
            for code in ("H34.8", "H34.9")
        )
        constraint = await violated(here, (ADD_CODE, first), (ADD_CODE, second))
        assert constraint == "agency_code_one_per_day"

    async def test_names_the_check(self, here: PgDatabase) -> None:
        wrong = {"id": new_id(), "agency_id": HERE, "code": "??", "during": Range(TODAY, None)}
        assert await violated(here, (ADD_CODE, wrong)) == "agency_code_code_form_check"

    async def test_names_the_foreign_key(self, here: PgDatabase) -> None:
        stray = {"id": new_id(), "agency_id": ELSEWHERE, "name": "x", "opened_on": TODAY}
        with pytest.raises(Violated) as refused:
            await attempt(here, (ADD_UNIT, stray), reach=reaching(ELSEWHERE))
        assert refused.value.constraint == "unit_agency_id_fk"

    async def test_names_the_column_that_must_not_be_null(self, here: PgDatabase) -> None:
        wrong = {"id": new_id(), "agency_id": HERE, "edition": 1, "title": None}
        wrong |= {"standard_unit": "x", "standard_points": 1}
        assert await violated(here, (insert(catalogue), wrong)) == "catalogue_title_not_null"

    async def test_names_the_table_that_has_no_part_for_a_year(self, here: PgDatabase) -> None:
        old = {"sheet_id": new_id(), "period": date(1999, 1, 1), "round": 1, "agency_id": HERE}
        assert await violated(here, (insert(score), old)) == "score_partition"

    async def test_names_it_for_a_copy_too(self, owner: Connection) -> None:
        columns = ["id", "name", "kind", "opened_on"]
        first, second = (list(commune(HERE, name).values()) for name in ("Một", "Hai"))
        assert await copy_in(owner, agency, columns, [first]) == 1
        with pytest.raises(Violated) as refused:
            await copy_in(owner, agency, columns, [second])
        assert refused.value.constraint == "agency_pk"
