"""Random small organisations, for properties that must hold in every one."""

from hypothesis import strategies as st

from tests.resolvers.people.organisations import Days, Loan, Organisation, Post, Role, Unit

NAMES = ["A", "B", "C", "D", "E"]
PEOPLE = ["An", "Bình", "Chi"]
now = st.builds(Days, st.integers(-3, 0), st.none() | st.integers(1, 4))
some_days = now | now | st.builds(Days, st.integers(-5, 1), st.integers(2, 3).map(lambda n: n - 2))
some_days = some_days.filter(lambda days: days.ends is None or days.begins < days.ends)
people, names = st.sampled_from(PEOPLE), st.sampled_from(NAMES)
kinds = st.sampled_from(["personnel_officer", "inspector", "administrator"])


@st.composite
def trees(draw: st.DrawFn) -> dict[str, Unit]:
    """A few units of up to three agencies, some of them moved or closed on the way."""
    told: dict[str, Unit] = {}
    for index, name in enumerate(NAMES):
        above = st.sampled_from([*NAMES[:index], None])
        ends = draw(st.sampled_from([None, None, None, 1, 0, -2]))
        moved = draw(st.sampled_from([None, None, -3]))
        places = [(draw(above), Days(-1000, moved or ends))]
        if moved:
            places.append((draw(above), Days(moved, ends)))
        agency = draw(st.sampled_from(["one", "one", "two", "three"]))
        kept_by = draw(st.sampled_from([None, *NAMES]).filter(lambda each, name=name: each != name))
        keeper = kept_by if ends is not None else None
        told[name] = Unit(agency, tuple(places), Days(-1000, ends), keeper)
    return told


@st.composite
def organisations(draw: st.DrawFn) -> Organisation:
    """Units with their heads, a few members, what the heads lent, and roles."""
    heads = {name: Post(draw(people), name, "head", draw(some_days)) for name in NAMES}
    posts = [Post(each, draw(names), "member", draw(some_days)) for each in PEOPLE]
    loans = []
    for unit in draw(st.lists(names, unique=True, max_size=3)):
        lender = draw(st.sampled_from([heads[unit].person] * 3 + PEOPLE))
        to = draw(people.filter(lambda name, lender=lender: name != lender))
        loans.append(Loan(lender, to, unit, draw(some_days), draw(st.integers(0, 3)) == 0))
    roles = draw(
        st.lists(
            st.builds(Role, people, names, kinds, some_days),
            max_size=3,
            unique_by=lambda role: (role.person, role.unit, role.kind),
        )
    )
    units = draw(trees())
    both = {each.agency for each in units.values()} >= {"one", "two"}
    closed = draw(st.sampled_from([{}, {"one": "two"}, {"two": "one"}])) if both else {}
    return Organisation(units, [*heads.values(), *posts], loans, roles, PEOPLE, closed)
