"""What a person reaches, on a real database, and that it means what Python says it means."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings

from authz.reach import NOBODY, Headship, Mandate, Reach
from gateway.database import PgDatabase
from gateway.postgres.roles import Connection
from resolvers.people.reach import reach_of, reach_of_operator, reach_of_person
from tests.conftest import Empty
from tests.resolvers.people.meaning import Meaning
from tests.resolvers.people.organisations import (
    ISSUER,
    TODAY,
    Days,
    Loan,
    Organisation,
    Post,
    Role,
    Unit,
    day,
    id_of,
    store,
    unit_in,
)
from tests.resolvers.people.strategies import PEOPLE, organisations

ReachOf = Callable[[str, Organisation], Awaitable[Reach]]

UNITS = {
    "province": unit_in("province"),
    "commune": unit_in("commune", "province"),
    "economy": unit_in("commune", "commune"),
    "land": unit_in("commune", "economy"),
    "office": unit_in("commune", "commune"),
    "neighbour": unit_in("neighbour", "province"),
    "market": unit_in("neighbour", "neighbour"),
}
HEAD, DEPUTY = Post("An", "economy", "head"), Post("Bình", "economy", "deputy")
LENT = Loan("An", "Bình", "economy")
STAFF = Organisation(UNITS, [HEAD, DEPUTY])


def units(*names: str) -> frozenset[UUID]:
    return frozenset(id_of("unit", name) for name in names)


def agencies(*names: str) -> frozenset[UUID]:
    return frozenset(id_of("agency", name) for name in names)


@pytest.fixture
def reach(database: PgDatabase) -> ReachOf:
    """Stores an organisation, and reads what one of its persons reaches today."""

    async def read(who: str, told: Organisation) -> Reach:
        await store(database, told)
        async with database.reading() as tx:
            return await reach_of_person(tx, id_of("person", who), TODAY)

    return read


class TestHeadship:
    async def test_comes_from_a_posting_as_head(self, reach: ReachOf) -> None:
        found = await reach("An", STAFF)
        economy = id_of("unit", "economy")
        assert dict(found.headed) == {economy: Headship(economy, agency=id_of("agency", "commune"))}
        assert found.units == units("economy", "land")
        assert found.colleagues == found.fence == agencies("commune")

    async def test_does_not_come_with_any_other_office(self, reach: ReachOf) -> None:
        found = await reach("Bình", STAFF)
        assert (dict(found.headed), found.units) == ({}, frozenset())
        assert found.colleagues == found.fence == agencies("commune")

    @pytest.mark.parametrize(
        ("days", "held"),
        [
            (Days(-10, 0), False),
            (Days(-10, 1), True),
            (Days(0, None), True),
            (Days(1, None), False),
        ],
        ids=["ended today", "ends tomorrow", "begins today", "begins tomorrow"],
    )
    async def test_holds_on_the_days_of_the_posting(
        self, reach: ReachOf, days: Days, held: bool
    ) -> None:
        found = await reach("An", Organisation(UNITS, [replace(HEAD, days=days)]))
        assert (id_of("unit", "economy") in found.headed) == held
        assert (found.colleagues == agencies("commune")) == held

    async def test_of_a_closed_unit_is_nothing(self, reach: ReachOf) -> None:
        closed = {**UNITS, "economy": unit_in("commune", "commune", Days(-900, 0))}
        found = await reach("An", Organisation(closed, [HEAD]))
        assert (dict(found.headed), found.units, found.fence) == ({}, frozenset(), frozenset())

    async def test_of_an_agencys_root_is_of_the_whole_agency(self, reach: ReachOf) -> None:
        found = await reach("Chi", Organisation(UNITS, [Post("Chi", "commune", "head")]))
        assert found.headed[id_of("unit", "commune")].whole
        assert found.units == units("commune", "economy", "land", "office")

    async def test_ends_with_the_root_units_of_the_agencies_beneath(self, reach: ReachOf) -> None:
        found = await reach("Dung", Organisation(UNITS, [Post("Dung", "province", "head")]))
        assert found.units == units("province", "commune", "neighbour")
        assert found.fence == agencies("province", "commune", "neighbour")
        assert found.colleagues == agencies("province")


class TestActingHead:
    async def test_holds_the_headship_on_behalf_of_the_head(self, reach: ReachOf) -> None:
        lent = replace(LENT, deeds=("AcceptDelivery",))
        found = await reach("Bình", replace(STAFF, loans=[lent]))
        held = found.headed[id_of("unit", "economy")]
        assert held.on_behalf_of == id_of("person", "An")
        assert held.delegation == lent.id
        assert held.deeds == {"AcceptDelivery"}
        assert found.units == units("economy", "land")

    async def test_leaves_the_head_his_own(self, reach: ReachOf) -> None:
        found = await reach("An", replace(STAFF, loans=[LENT]))
        assert found.headed[id_of("unit", "economy")].on_behalf_of is None

    @pytest.mark.parametrize(
        "loan",
        [
            replace(LENT, days=Days(1, 30)),
            replace(LENT, days=Days(-30, 0)),
            replace(LENT, revoked=True),
        ],
        ids=["future", "over", "revoked"],
    )
    async def test_holds_nothing_outside_the_days_lent(self, reach: ReachOf, loan: Loan) -> None:
        assert not (await reach("Bình", replace(STAFF, loans=[loan]))).headed

    async def test_holds_nothing_once_the_lender_is_no_longer_head(self, reach: ReachOf) -> None:
        posts = [replace(HEAD, days=Days(-900, 0)), DEPUTY]
        assert not (await reach("Bình", Organisation(UNITS, posts, [LENT]))).headed

    async def test_holds_nothing_once_a_successor_is_head(self, reach: ReachOf) -> None:
        posts = [
            replace(HEAD, days=Days(-900, -1)),
            Post("Giang", "economy", "head", Days(-1)),
            DEPUTY,
        ]
        assert not (await reach("Bình", Organisation(UNITS, posts, [LENT]))).headed

    async def test_cannot_lend_further(self, reach: ReachOf) -> None:
        """Bình acts for An until yesterday, and has lent on what he held: it was never his."""
        loans = [replace(LENT, days=Days(-30, 0)), Loan("Bình", "Hoa", "economy", Days(0, 30))]
        told = replace(STAFF, posts=[HEAD, DEPUTY, Post("Hoa", "economy")], loans=loans)
        assert not (await reach("Hoa", told)).headed

    async def test_acts_for_nobody_after_leaving_the_agency(self, reach: ReachOf) -> None:
        posts = [HEAD, replace(DEPUTY, unit="neighbour")]
        assert not (await reach("Bình", Organisation(UNITS, posts, [LENT]))).headed


class TestRole:
    @pytest.mark.parametrize("kind", ["personnel_officer", "inspector"])
    async def test_of_the_whole_agency_reads_it(self, reach: ReachOf, kind: str) -> None:
        found = await reach("Em", Organisation(UNITS, roles=[Role("Em", "commune", kind)]))
        assert found.agencies == agencies("commune")
        assert found.units == frozenset()
        assert found.inspected == (agencies("commune") if kind == "inspector" else frozenset())
        assert found.mandates[0].covers == units("commune", "economy", "land", "office")
        assert found.mandates[0].whole

    @pytest.mark.parametrize("kind", ["personnel_officer", "inspector"])
    async def test_of_a_unit_reads_that_unit(self, reach: ReachOf, kind: str) -> None:
        found = await reach("Em", Organisation(UNITS, roles=[Role("Em", "economy", kind)]))
        assert (found.agencies, found.inspected) == (frozenset(), frozenset())
        assert found.units == found.mandates[0].covers == units("economy", "land")
        assert not found.mandates[0].whole

    async def test_of_an_administrator_reads_no_sheets(self, reach: ReachOf) -> None:
        told = Organisation(UNITS, roles=[Role("Em", "commune", "administrator")])
        found = await reach("Em", told)
        assert (found.units, found.agencies, found.inspected) == (frozenset(),) * 3
        assert found.mandates[0].covers == units("commune", "economy", "land", "office")
        assert found.fence == agencies("commune")

    async def test_of_the_managing_agency_keeps_its_registers_alone(self, reach: ReachOf) -> None:
        """It puts the lists of the agencies beneath together (art. 13.2), and reads no sheets."""
        told = Organisation(UNITS, roles=[Role("Em", "province", "personnel_officer")])
        found = await reach("Em", told)
        assert found.agencies == agencies("province")
        assert found.mandates[0].covers == units("province")
        assert found.fence == agencies("province", "commune", "neighbour")

    async def test_heads_nothing(self, reach: ReachOf) -> None:
        kinds = ("personnel_officer", "inspector", "administrator")
        told = Organisation(UNITS, roles=[Role("Em", "commune", kind) for kind in kinds])
        assert not (await reach("Em", told)).headed

    @pytest.mark.parametrize("days", [Days(-30, 0), Days(1)], ids=["over", "future"])
    async def test_holds_on_its_days(self, reach: ReachOf, days: Days) -> None:
        told = Organisation(UNITS, roles=[Role("Em", "commune", "inspector", days)])
        assert (await reach("Em", told)).mandates == ()


class TestTree:
    async def test_counts_as_it_stands_today(self, reach: ReachOf) -> None:
        moved = Unit("commune", (("economy", Days(-900, 0)), ("office", Days(0))))
        told = replace(STAFF, units={**UNITS, "land": moved})
        assert (await reach("An", told)).units == units("economy")

    async def test_keeps_a_closed_unit_where_it_stood_last(self, reach: ReachOf) -> None:
        """Closing a unit takes nobody's access to its past away."""
        closed = unit_in("commune", "economy", Days(-900, -30))
        told = replace(STAFF, units={**UNITS, "land": closed})
        assert (await reach("An", told)).units == units("economy", "land")

    async def test_with_a_circle_is_read_to_an_end(self, reach: ReachOf) -> None:
        circle = {**UNITS, "economy": unit_in("commune", "land")}
        assert (await reach("An", replace(STAFF, units=circle))).units == units("economy", "land")


class TestSomebody:
    async def test_without_a_post_reaches_only_himself(self, reach: ReachOf) -> None:
        found = await reach("Lan", replace(STAFF, others=["Lan"]))
        assert found == Reach(id_of("person", "Lan"), TODAY, found.stamp)

    async def test_whom_nobody_knows_reaches_nothing(self, database: PgDatabase) -> None:
        await store(database, STAFF)
        async with database.reading() as tx:
            stranger = await reach_of(tx, issuer=ISSUER, subject="Mai", today=TODAY)
            nowhere = await reach_of_person(tx, id_of("person", "Mai"), TODAY)
        assert stranger == nowhere == Reach(NOBODY, TODAY, stranger.stamp)

    async def test_is_known_by_issuer_and_subject_together(self, database: PgDatabase) -> None:
        await store(database, STAFF)
        async with database.reading() as tx:
            known = await reach_of(tx, issuer=ISSUER, subject="An", today=TODAY)
            forged = await reach_of(tx, issuer="https://other.example", subject="An", today=TODAY)
        assert (known.person, forged.person) == (id_of("person", "An"), NOBODY)

    async def test_reaches_by_the_day_that_is_asked_about(self, database: PgDatabase) -> None:
        await store(database, replace(STAFF, posts=[replace(HEAD, days=Days(-10, 5))]))
        async with database.reading() as tx:
            found = [
                await reach_of_person(tx, id_of("person", "An"), day(number))
                for number in (-11, -10, 4, 5)
            ]
        assert [bool(each.headed) for each in found] == [False, True, True, False]


async def test_the_operator_keeps_every_register_and_reads_no_sheet(database: PgDatabase) -> None:
    await store(database, STAFF)
    async with database.reading() as tx:
        found = await reach_of_operator(tx, TODAY)
    assert found.operator
    assert found.fence == agencies("province", "commune", "neighbour")
    assert replace(found, operator=False, fence=frozenset()) == Reach(NOBODY, TODAY, found.stamp)


async def test_a_revocation_makes_every_kept_reach_stale(
    database: PgDatabase, owner: Connection
) -> None:
    await store(database, replace(STAFF, loans=[LENT]))
    async with database.reading() as tx:
        before = await reach_of_person(tx, id_of("person", "Bình"), TODAY)
    await owner.execute("update congtam.delegation set revoked_at = now()")
    async with database.reading() as tx:
        after = await reach_of_person(tx, id_of("person", "Bình"), TODAY)
    assert before.headed
    assert not after.headed
    assert after.stamp > before.stamp


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(told=organisations())
async def test_the_statement_means_what_the_words_say(
    database: PgDatabase, empty: Empty, told: Organisation
) -> None:
    await empty()
    await store(database, told)
    async with database.reading() as tx:
        for name in PEOPLE:
            found = await reach_of_person(tx, id_of("person", name), TODAY)
            by_login = await reach_of(tx, issuer=ISSUER, subject=name, today=TODAY)
            assert found == by_login
            assert [*found.mandates] == sorted(found.mandates, key=_by_kind_and_unit)
            assert _unordered(found) == _unordered(Meaning(told).reach(name, found.stamp))


def _by_kind_and_unit(mandate: Mandate) -> tuple[str, UUID]:
    return mandate.kind, mandate.unit


def _unordered(reach: Reach) -> tuple[Reach, set[object], dict[UUID, Headship]]:
    bare = replace(reach, mandates=(), headed={})
    return bare, set(reach.mandates), dict(reach.headed)
