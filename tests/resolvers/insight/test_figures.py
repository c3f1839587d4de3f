"""Figures of a month: exact sums at a named moment, and nobody found behind a small number."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resolvers import insight
from resolvers.core.ids import new_id
from resolvers.insight.figures import ADDED
from tests.resolvers.cast import MONTH, SCORED_BY, Cast
from tests.resolvers.insight.asking import ask
from tests.resolvers.town import mandate, person, posting

STAFF = ("clerk", "typist", "leader", "assistant")
READ = """query($agency: ID!, $period: Date!) { figuresOfAgency(agency: $agency, period: $period,
  first: 20) { nodes { scope withheld unit { id } persons personDays assigned completed urgent
  takenOver unitsEach assignedEach heaviestShare fieldsEach fieldsMost sheets signed scored points
  mean excellent takenAt } } }"""


async def take(cast: Cast, who: str = "inspector", **options: Any) -> None:
    agency = cast.town.agencies["commune"]
    await cast.do(who, insight.take_figures, agency=agency, period=MONTH, **options)


async def read(cast: Cast, who: str) -> dict[str, Any]:
    """What the person named reads, by the name of the unit, and of the agency as a whole."""
    agency = cast.town.agencies["commune"]
    told = await ask(cast, who, READ, agency=agency, period=MONTH)
    names = {str(id): name for name, id in cast.town.units.items()}
    return {
        "agency" if node["scope"] == "AGENCY" else names[node["unit"]["id"]]: node
        for node in told["figuresOfAgency"]["nodes"]
    }


@pytest_asyncio.fixture
async def month(cast: Cast) -> Cast:
    """The office has worked and is signed; culture has a draft; three more people in culture."""
    for number in range(5):
        name = f"extra {number}"
        cast.town.people[name] = await person(
            cast.town, "Vũ Văn Nam", cast.town.agencies["commune"]
        )
        ends = date(2026, 6, 11) if number == 0 else None
        cast.town.postings[name] = await posting(cast.town, name, "culture", "member", ends=ends)
    for unit in ("office", "culture", "commune", "province"):
        await cast.open(unit)
    for name in STAFF:
        await cast.worked(name)
    await cast.worked("archivist", product="project", quantity="2")
    await cast.finish(*STAFF)
    await cast.assess("archivist")
    await cast.score("archivist")
    return cast


class TestTakeFigures:
    async def test_adds_up_to_the_agency(self, month: Cast) -> None:
        await take(month)
        rows = await read(month, "inspector")
        office, agency = rows["office"], rows["agency"]
        assert (office["persons"], office["personDays"]) == (4, 120)
        assert (office["assigned"], office["completed"]) == ("40", "40")
        assert (office["signed"], office["points"], office["mean"]) == (4, "400", "100")
        assert (rows["culture"]["persons"], rows["culture"]["personDays"]) == (6, 5 * 30 + 10)
        assert (agency["persons"], agency["assigned"]) == (14, "52")
        assert office["heaviestShare"] == "1"
        assert (office["unitsEach"], office["fieldsEach"], office["fieldsMost"]) == (
            "10",
            "1",
            1,
        )

    async def test_counts_no_draft(self, month: Cast) -> None:
        await take(month)
        culture = (await read(month, "inspector"))["culture"]
        assert (culture["sheets"], culture["signed"], culture["points"]) == (6, 0, "0")

    async def test_taken_again_moves_the_moment_alone(self, month: Cast) -> None:
        await take(month)
        before = await month.rows("figures")
        later = date(2026, 6, 20)
        await take(month, today=later)
        after = await month.rows("figures")
        assert {row["taken_at"].date() for row in after} == {later}
        without = [{k: v for k, v in dict(row).items() if k != "taken_at"} for row in after]
        assert without == [
            {k: v for k, v in dict(row).items() if k != "taken_at"} for row in before
        ]

    async def test_changes_no_row_of_anything_else(self, month: Cast) -> None:
        def others(rows: dict[str, list[str]]) -> dict[str, list[str]]:
            own = ("congtam.figures", "congtam.audit_leaf")
            return {name: each for name, each in rows.items() if name not in own}

        before = others(await month.town.everything())
        await take(month)
        assert others(await month.town.everything()) == before

    @pytest.mark.parametrize("who", ["clerk", "assistant", "stranger"])
    async def test_refuses_who_neither_heads_nor_reads_the_agency(
        self, month: Cast, who: str
    ) -> None:
        told = {"agency": month.town.agencies["commune"], "period": MONTH}
        refusal = await month.refused(who, insight.take_figures, **told)
        assert refusal.code == "NO_MANDATE"

    @pytest.mark.parametrize("who", ["chief", "chair", "governor"])
    async def test_is_a_heads_to_ask_for(self, month: Cast, who: str) -> None:
        await take(month, who)
        assert len(await month.leaves("take_figures")) == 1


class TestWhoReads:
    async def test_heads_read_their_own_and_what_is_beneath(self, month: Cast) -> None:
        await take(month)
        everything = {"agency", "office", "culture", "commune", "province"}
        told = {
            name: set(await read(month, name))
            for name in ("inspector", "governor", "chair", "chief", "curator", "clerk", "stranger")
        }
        assert told == {
            "inspector": everything,
            "governor": everything,
            "chair": everything - {"province"},
            "chief": {"office"},
            "curator": {"culture"},
            "clerk": set(),
            "stranger": set(),
        }

    async def test_small_cells_are_withheld_from_who_may_not_see_the_people(
        self, month: Cast
    ) -> None:
        """Four in the office are too few for the governor, and culture's six hide them."""
        await take(month)
        rows = await read(month, "governor")
        for name in ("office", "culture"):
            assert rows[name]["withheld"]
            shown = {k: v for k, v in rows[name].items() if v is not None}
            assert set(shown) == {"scope", "withheld", "unit", "takenAt"}
        assert rows["agency"]["persons"] == 14
        # Of those he scores himself, and of the commune's own, he reads each sheet anyway.
        assert (rows["province"]["persons"], rows["commune"]["persons"]) == (1, 3)

    async def test_who_reads_the_sheets_reads_the_cells(self, month: Cast) -> None:
        await take(month)
        for who in ("chair", "inspector", "chief"):
            assert (await read(month, who))["office"]["persons"] == 4

    async def test_the_agency_chooses_how_many_are_few(self, month: Cast) -> None:
        await month.choose("figures_least", 2)
        await take(month)
        assert (await read(month, "governor"))["office"]["persons"] == 4

    async def test_a_personnel_officer_compares_agencies(self, month: Cast) -> None:
        await mandate(month.town, "vice", "personnel_officer", "commune")
        await take(month)
        document = """query($period: Date!) { figuresOfAgencies(period: $period, first: 5) {
          nodes { agency { name } persons unitsEach } } }"""
        for who, agencies in (("vice", ["commune"]), ("governor", ["commune"]), ("clerk", [])):
            told = await ask(month, who, document, period=MONTH)
            nodes = told["figuresOfAgencies"]["nodes"]
            assert [node["agency"]["name"] for node in nodes] == agencies


async def lay_out(cast: Cast, rows: list[tuple[str, str, int, int, bool]]) -> None:
    """Work and sheets straight into the tables: who, origin, pieces, accepted of ten, signed."""
    people = {}
    for name, origin, pieces, accepted, signed in rows:
        people.setdefault(name, signed)
        assignment = new_id()
        post, unit = cast.town.postings[name], cast.town.units[UNIT_OF[name]]
        told = (cast.town.agencies["commune"], unit, cast.town.people[name], post)
        quantity, units = Decimal(pieces), pieces * Decimal("1.2345")
        product = cast.products["report"]
        await cast.town.owner.execute(
            "insert into congtam.assignment (id, agency_id, scoring_unit_id, person_id, posting_id,"
            " unit_id, product_id, title, quantity, coefficient, units, due_on, origin,"
            " assigned_by, assigned_at) values ($1, $2, $3, $4, $5, $3, $6, 'Việc', $7, 1.2345,"
            " $8, '2026-06-30', $9, $4, now())",
            *(assignment, *told, product, quantity, units, origin),
        )
        await cast.town.owner.execute(
            "insert into congtam.work_line (id, period, agency_id, scoring_unit_id, person_id,"
            " posting_id, assignment_id, product_id, share, quantity, units, due_on, origin,"
            " accepted) values ($1, '2026-06-01', $2, $3, $4, $5, $6, $7, 100, $8, $9,"
            " '2026-06-30', $10, $11)",
            *(new_id(), *told, assignment, product, quantity, units, origin),
            quantity * accepted / 10,
        )
    for name, signed in people.items():
        await cast.town.owner.execute(
            "insert into congtam.sheet (id, period, agency_id, scoring_unit_id, person_id,"
            " posting_id, unit_id, role, state, total, level, scored_by, released_at)"
            " values ($1, '2026-06-01', $2, $3, $4, $5, $3, 'staff', $6, $7, 'GOOD', $8, $9)",
            *(new_id(), cast.town.agencies["commune"], cast.town.units[UNIT_OF[name]]),
            *(cast.town.people[name], cast.town.postings[name]),
            *("released" if signed else "scored", Decimal(len(name)) * Decimal("7.53")),
            cast.town.people["governor"],
            (await cast.request("chair")).now if signed else None,
        )


UNIT_OF = {
    name: {"chief": "office", "curator": "culture", "chair": "commune", "governor": "province"}[
        head
    ]
    for name, head in SCORED_BY.items()
}
lines = st.lists(
    st.tuples(
        st.sampled_from(sorted(UNIT_OF)),
        st.sampled_from(["planned", "urgent", "taken_over", "handed_over"]),
        st.integers(1, 40),
        st.integers(0, 10),
        st.booleans(),
    ),
    max_size=12,
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=lines)
async def test_the_agency_is_the_sum_of_its_units_and_they_of_their_rows(
    cast: Cast, rows: list[tuple[str, str, int, int, bool]]
) -> None:
    owner = cast.town.owner
    for table in ("figures", "sheet", "work_line", "assignment"):
        await owner.execute(f"delete from congtam.{table}")
    await lay_out(cast, rows)
    await take(cast)
    taken = await cast.rows("figures")
    (whole,) = (row for row in taken if row["scope"] == "agency")
    units = [row for row in taken if row["scope"] == "unit"]
    for name in ADDED:
        assert whole[name] == sum(row[name] for row in units)
    # Each against the rows themselves, added up another way.
    sums = await owner.fetchrow(
        "select count(*) as sheets, count(released_at) as signed,"
        " coalesce(sum(total) filter (where released_at is not null), 0) as points"
        " from congtam.sheet"
    )
    assert {name: whole[name] for name in ("sheets", "signed", "points")} == dict(sums or {})
    weights = await owner.fetchrow(
        "select coalesce(sum(units) filter (where origin in ('planned', 'handed_over')), 0) as"
        " assigned, coalesce(sum(units * accepted / quantity) filter (where origin = 'urgent'), 0)"
        " as urgent from congtam.work_line"
    )
    assert weights is not None
    assert whole["assigned"] == weights["assigned"]
    assert abs(whole["urgent"] - weights["urgent"]) < Decimal("1e-9")
    for row in units:
        mine = [each for each in rows if cast.town.units[UNIT_OF[each[0]]] == row["unit_id"]]
        assert row["sheets"] == len({each[0] for each in mine})
