"""A batch is applied once, told in one leaf, and tried without a trace."""

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.database import PgDatabase
from gateway.imports.rejections import ValueMissing
from gateway.postgres.roles import Connection
from resolvers.core.ids import new_id
from tests.conftest import Empty
from tests.resolvers.exchange.lists import (
    CREATED,
    DEEDS,
    Imports,
    a_batch,
    a_catalogue,
    a_criterion,
    a_position,
    a_post,
    a_product,
    an_area,
    coded,
    fates,
)
from tests.resolvers.town import build

LISTS: dict[str, Any] = {
    "areas": [an_area(), an_area("00004", parent="01"), an_area("00005", parent="99")],
    "catalogue": a_catalogue(
        a_product("A"), a_product("B", group_no=6), criteria=[a_criterion(), a_criterion("II.1")]
    ),
    "positions": [a_position(), a_position("VT.02", name="")],
    "staff": [a_post(), a_post("CC.02", office="head"), a_post("CC.03", unit="KHÔNG")],
}
OTHERS: dict[str, Any] = {
    "areas": [an_area(name="Khác"), an_area("02", name="Hà Giang")],
    "catalogue": a_catalogue(a_product("A", name="Khác"), a_product("C")),
    "positions": [a_position(name="Khác"), a_position("VT.03")],
    "staff": [a_post(full_name="Lò Thị Khác"), a_post("CC.04", unit="VH")],
}


@pytest.mark.parametrize("kind", DEEDS)
class TestBatch:
    async def test_sent_again_answers_the_same_and_does_nothing(
        self, imports: Imports, kind: str
    ) -> None:
        batch = a_batch()
        first = await imports.do(kind, LISTS[kind], batch=batch)
        before = await imports.town.everything()
        assert await imports.do(kind, LISTS[kind], batch=batch) == first
        assert await imports.town.everything() == before

    async def test_sent_again_answers_so_even_when_all_has_changed_since(
        self, imports: Imports, kind: str
    ) -> None:
        batch = a_batch()
        first = await imports.do(kind, LISTS[kind], batch=batch)
        await imports.do(kind, OTHERS[kind])
        before = await imports.town.everything()
        assert await imports.do(kind, LISTS[kind], batch=batch) == first
        assert await imports.town.everything() == before

    async def test_of_another_file_is_refused_under_the_same_id(
        self, imports: Imports, kind: str
    ) -> None:
        batch = a_batch()
        await imports.do(kind, LISTS[kind], batch=batch)
        other = a_batch(b"another list", batch.id)
        arguments = {**imports.arguments(kind, LISTS[kind]), "batch": other}
        operator = imports.town.operator()
        refusal = await imports.town.refused(operator, DEEDS[kind], **arguments)
        assert (refusal.code, refusal.field) == ("BATCH_REUSED", "batch")

    async def test_is_told_in_one_leaf_with_counts_and_fingerprint(
        self, imports: Imports, kind: str
    ) -> None:
        batch = a_batch()
        verdicts = await imports.do(kind, LISTS[kind], batch=batch)
        leaves = await imports.town.leaves()
        (told,) = [leaf for leaf in leaves if leaf["deed"] == f"import_{kind}"]
        assert {leaf["channel"] for leaf in leaves} == {"import"}
        assert {leaf["actor_id"] for leaf in leaves} == {None}
        assert told["subject_id"] == batch.id
        assert told["rule"].startswith("operator-")
        assert told["after"]["sha256"] == batch.sha256.hex()
        assert told["after"]["created"] == fates(verdicts).count(CREATED)
        assert told["after"]["rejected"] == sum(each.code is not None for each in verdicts) > 0

    async def test_tried_gives_the_verdicts_of_the_real_one_and_leaves_no_trace(
        self, imports: Imports, kind: str
    ) -> None:
        await imports.do(kind, OTHERS[kind])
        before = await imports.town.everything()
        tried = await imports.do(kind, LISTS[kind], dry=True)
        assert await imports.town.everything() == before
        assert await imports.do(kind, LISTS[kind]) == tried
        assert await imports.town.everything() != before


class TestIds:
    @pytest.mark.parametrize("kind", ["catalogue", "positions", "staff"])
    async def test_are_not_shared_between_agencies(self, imports: Imports, kind: str) -> None:
        batch = a_batch()
        await imports.do(kind, LISTS[kind], batch=batch)
        arguments = {**imports.arguments(kind, LISTS[kind], "neighbour"), "batch": batch}
        operator = imports.town.operator()
        refusal = await imports.town.refused(operator, DEEDS[kind], **arguments)
        assert refusal.code == "BATCH_REUSED"

    async def test_hidden_by_the_fence_tell_nothing_of_the_others_file(
        self, imports: Imports
    ) -> None:
        town, batch = imports.town, a_batch()
        await imports.do("staff", LISTS["staff"], batch=batch)
        officer = town.reach("stranger", ("personnel_officer", "neighbour"))
        arguments = {**imports.arguments("staff", [], "neighbour"), "batch": batch}
        refusal = await town.refused(officer, DEEDS["staff"], **arguments)
        assert (refusal.code, refusal.facts["name"]) == ("BATCH_REUSED", "list.xlsx")

    async def test_of_two_at_once_are_applied_once(self, imports: Imports) -> None:
        batch = a_batch()
        one, two = await asyncio.gather(
            *(imports.do("staff", LISTS["staff"], batch=batch) for _ in range(2))
        )
        assert one == two
        assert len(await imports.fetch("select 1 from congtam.import_batch")) == 1


ROWS = st.builds(
    a_post,
    staff_code=st.sampled_from(["CC.01", "CC.02", "CC.03", "\x00"]),
    full_name=st.sampled_from(["Lò Văn Ổi", "Vi Thị Na", "1"]),
    personal_number=st.sampled_from([None, "001099012345", "001099012346"]),
    unit=st.sampled_from(["VP", "VH", "TO", "KHÔNG"]),
    position=st.sampled_from([None, "VT.01", "VT.99"]),
    office=st.sampled_from(["head", "deputy", "member", "emperor"]),
    main=st.booleans(),
    problems=st.sampled_from([(), (), (ValueMissing(what="x", field="unit"),)]),
)


@pytest.mark.slow
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lists=st.lists(st.lists(ROWS, min_size=1, max_size=5), min_size=1, max_size=3))
async def test_whatever_the_list_a_dry_run_tells_what_the_real_one_does(
    database: PgDatabase, owner: Connection, empty: Empty, lists: list[list[Any]]
) -> None:
    """One list after another into the same registers, each tried before it is done."""
    await empty()
    imports = await coded(await build(database, owner))
    await imports.do("positions", [a_position()])
    for rows in lists:
        before = await imports.town.everything()
        tried = await imports.do("staff", rows, dry=True)
        assert await imports.town.everything() == before
        assert await imports.do("staff", rows) == tried
        # What was done once is done: the same list again creates nothing.
        again = await imports.do("staff", rows, batch=a_batch(id=new_id()), dry=True)
        assert CREATED not in fates(again)
