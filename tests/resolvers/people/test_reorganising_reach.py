"""Whatever is reorganised, everybody reaches what the list gives him, and nobody anything else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from authz.reach import Reach
from gateway.database import PgDatabase
from gateway.postgres.roles import Connection
from resolvers.core.request import Request
from resolvers.people import (
    AgencyClosing,
    Closing,
    Opening,
    Placing,
    Reappointment,
    Regrant,
    ReorganisationPlan,
    reach_of_person,
    reorganise,
)
from tests.conftest import Empty
from tests.resolvers.people.meaning import Meaning
from tests.resolvers.people.organisations import (
    NOW,
    TODAY,
    Days,
    Loan,
    Organisation,
    Post,
    Role,
    Unit,
    id_of,
    store,
)

Held = TypeVar("Held", Post, Role, Loan)
FROM_NOW = Days(0)
OFFICER = "Lan"
"""She keeps the province's posts, and carries the plans out."""
INSPECTOR = "Phúc"
"""He inspects a commune, and has his only post in one of its divisions."""
OTHERS = ["An", "Bình", "Chi", "Dung"]
PEOPLE = [*OTHERS, INSPECTOR]
DIVISIONS = {"A1": "A", "A2": "A", "B1": "B"}


def place(agency: str, above: str | None, standing: str) -> Unit:
    return Unit(agency, ((above, Days()),), standing=standing)


UNITS = {
    "P": place("P", None, "managing"),
    "A": place("A", "P", "using"),
    "B": place("B", "P", "using"),
    **{name: place(root, root, "direct_using") for name, root in DIVISIONS.items()},
    "team": place("A", "A1", "none"),
}


@dataclass(frozen=True)
class Decision:
    """A plan in names: units by name, posts and roles as the organisation tells them."""

    closes: dict[str, str | None]
    """Each unit that ends, with the one that keeps its records."""
    opens: dict[str, str]
    """Each new division, with the unit above it."""
    into: tuple[str, ...]
    places: dict[str, str]
    posts: dict[Post, tuple[str, str]]
    """Each post that goes on: where, and in which office."""
    roles: dict[Role, str]
    agencies: dict[str, str | None]

    def plan(self) -> ReorganisationPlan:
        def named(unit: str) -> str:
            return unit if unit in self.opens else str(id_of("unit", unit))

        return ReorganisationPlan(
            kind="merge" if len(self.closes) > 1 else "rename",
            day=TODAY,
            decision_no="1",
            closes=[
                Closing(id_of("unit", unit), None if keeper is None else named(keeper))
                for unit, keeper in self.closes.items()
            ],
            opens=[
                Opening(name, name, "direct_using", named(above))
                for name, above in self.opens.items()
            ],
            into=[id_of("unit", unit) for unit in self.into],
            places=[Placing(id_of("unit", unit), named(to)) for unit, to in self.places.items()],
            postings=[
                Reappointment(post.id, named(unit), office)
                for post, (unit, office) in self.posts.items()
            ],
            mandates=[Regrant(role.id, named(unit)) for role, unit in self.roles.items()],
            agencies=[
                AgencyClosing(id_of("agency", old), new and id_of("agency", new))
                for old, new in self.agencies.items()
            ],
        )

    def applied(self, told: Organisation) -> Organisation:
        """The organisation as it is afterwards, worked out from the words of the decision."""
        units = {name: self._unit(name, unit) for name, unit in told.units.items()}
        for name, above in self.opens.items():
            agency = told.units[above].agency
            units[name] = Unit(agency, ((above, FROM_NOW),), FROM_NOW, standing="direct_using")
        posts = [_until_now(each) if each.unit in self.closes else each for each in told.posts]
        posts += [
            Post(each.person, unit, office, FROM_NOW) for each, (unit, office) in self.posts.items()
        ]
        left = {
            (each.person, told.units[each.unit].agency)
            for each in told.posts
            if each.unit in self.closes
        } - {(each.person, units[each.unit].agency) for each in posts if each.days.include(0)}

        def ends(person: str, unit: str) -> bool:
            return unit in self.closes or (person, told.units[unit].agency) in left

        roles = [_until_now(each) if ends(each.person, each.unit) else each for each in told.roles]
        roles += [Role(each.person, unit, each.kind, FROM_NOW) for each, unit in self.roles.items()]
        loans = [_until_now(each) if ends(each.to, each.unit) else each for each in told.loans]
        kept = {old: new for old, new in self.agencies.items() if new is not None}
        return replace(told, units=units, posts=posts, roles=roles, loans=loans, successors=kept)

    def _unit(self, name: str, unit: Unit) -> Unit:
        (place,) = unit.places
        before = (place[0], Days(ends=0))
        if name in self.closes:
            out = [*self.opens, *self.into]
            only = out[0] if len(out) == 1 else None
            kept_by = self.closes[name] or only
            return replace(unit, places=(before,), stands=Days(ends=0), kept_by=kept_by)
        if name in self.places:
            return replace(unit, places=(before, (self.places[name], FROM_NOW)))
        return unit

    def touched(self, told: Organisation) -> set[str]:
        """Whoever holds something in a unit that ends; all that is listed is held there."""
        held = [(each.person, each.unit) for each in (*told.posts, *told.roles)]
        held += [(each.to, each.unit) for each in told.loans]
        return {person for person, unit in held if unit in self.closes}


def _until_now(held: Held) -> Held:
    return replace(held, days=Days(held.days.begins, 0))


@st.composite
def organisations(draw: st.DrawFn) -> Organisation:
    """Two communes beneath a province, with whoever heads, serves, acts and inspects there."""
    people, units = st.sampled_from(OTHERS), st.sampled_from(sorted(UNITS))
    headed = draw(st.lists(units, min_size=2, unique=True))
    heads = [Post(draw(people), unit, "head") for unit in headed]
    members = draw(st.lists(st.builds(Post, people, units), max_size=4, unique=True))
    loans = [
        Loan(head.person, draw(people.filter(lambda to, head=head: to != head.person)), head.unit)
        for head in draw(st.lists(st.sampled_from(heads), max_size=3, unique=True))
    ]
    kinds = st.sampled_from(["inspector", "personnel_officer"])
    roles = draw(st.lists(st.builds(Role, people, units, kinds), max_size=3, unique=True))
    posts = [*heads, *members, Post(OFFICER, "P"), Post(INSPECTOR, "A1")]
    roles += [Role(OFFICER, "P", "personnel_officer"), Role(INSPECTOR, "A", "inspector")]
    return Organisation(UNITS, posts, loans, roles, PEOPLE, managing={"A": "P", "B": "P"})


@st.composite
def decisions(draw: st.DrawFn, told: Organisation) -> Decision:
    """Divisions of a commune made one, or the whole commune gone up in its neighbour."""
    if draw(st.booleans()):
        closed = draw(st.lists(st.sampled_from(["A1", "A2"]), min_size=1, unique=True))
        opens, into, agencies = {"Z": "A"}, (), {}
        places = {"team": "Z"} if "A1" in closed else {}
    else:
        closed, opens, into, places = ["A", "A1", "A2", "team"], {"Z": "B", "Y": "B"}, ("B",), {}
        agencies = {"A": draw(st.sampled_from([None, "B"]))}
    successors = st.sampled_from([*opens, *into])
    closes = {unit: draw(st.none() | successors) for unit in closed}
    posts: dict[Post, tuple[str, str]] = {}
    for post in told.posts:
        if post.unit in closes and draw(st.booleans()):
            unit = draw(successors)
            first = post.office == "head" and unit in opens and (unit, "head") not in posts.values()
            posts[post] = (unit, "head" if first else "member")
    granted: dict[Role, str] = {}
    for role in told.roles:
        unit = draw(st.none() | successors)
        taken = {(each.person, each.kind, to) for each, to in granted.items()}
        held = {(each.person, each.kind, each.unit) for each in told.roles}
        if unit and role.unit in closes and (role.person, role.kind, unit) not in taken | held:
            granted[role] = unit
    return Decision(closes, opens, into, places, posts, granted, agencies)


async def reaches(database: PgDatabase) -> dict[str, Reach]:
    async with database.reading() as tx:
        return {
            name: await reach_of_person(tx, id_of("person", name), TODAY)
            for name in (*PEOPLE, OFFICER)
        }


def named(reach: Reach, names: Mapping[UUID, UUID]) -> tuple[Reach, set[object], object]:
    """A reach with the units that were opened under the ids of their names, and in no order."""

    def of(unit: UUID) -> UUID:
        return names.get(unit, unit)

    headed = {of(each.unit): replace(each, unit=of(each.unit)) for each in reach.headed.values()}
    mandates = {
        replace(each, unit=of(each.unit), covers=frozenset(map(of, each.covers)))
        for each in reach.mandates
    }
    units = frozenset(map(of, reach.units))
    return replace(reach, units=units, headed={}, mandates=(), stamp=0), mandates, headed


async def opened(owner: Connection) -> dict[UUID, UUID]:
    rows = await owner.fetch("select id, name from congtam.unit where opened_on = $1", TODAY)
    return {row["id"]: id_of("unit", row["name"]) for row in rows}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
async def test_everybody_reaches_what_is_listed_and_nothing_else(
    database: PgDatabase, owner: Connection, empty: Empty, data: st.DataObject
) -> None:
    told = data.draw(organisations())
    decision = data.draw(decisions(told))
    await empty()
    await store(database, told)
    before = await reaches(database)
    request = Request(before[OFFICER], NOW, TODAY)
    async with database.writing(request.reach) as tx:
        outcome = await reorganise(tx, request, plan=decision.plan())
    after, names = await reaches(database), await opened(owner)
    if not outcome.accepted:
        assert {each.code for each in outcome.verdicts if not each.done} == {"LAST_MANAGER"}
        assert (after, names) == (before, {})
        return
    meaning = Meaning(decision.applied(told))
    for name in (*PEOPLE, OFFICER):
        assert named(after[name], names) == named(meaning.reach(name, 0), {}), name
    old = {id_of("unit", unit) for unit in UNITS}
    unlisted = set(PEOPLE) - decision.touched(told)
    for name in unlisted if not any(decision.closes.values()) else ():
        assert after[name].units & old == before[name].units
        # Of what is over, the open business alone comes to the head of the unit above.
        over = {id_of("unit", unit) for unit in decision.closes}
        assert set(after[name].headed) - over == set(before[name].headed)
        assert after[name].colleagues == before[name].colleagues
