"""No figures of fewer than so many people, neither shown nor found by subtraction."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from resolvers.insight.withholding import Withheld, withheld

LEAST = 5
counts = st.dictionaries(st.uuids(version=4), st.integers(0, 12), max_size=6)


@given(counts, counts)
def test_small_rows_are_withheld_and_cannot_be_subtracted(
    inner: dict[UUID, int], outer: dict[UUID, int]
) -> None:
    outer = {unit: count for unit, count in outer.items() if unit not in inner}
    everybody = {**inner, **outer}
    found = withheld(inner, outer, LEAST)
    assert all(unit in found.units for unit, count in everybody.items() if 0 < count < LEAST)
    # Who sees the outer rows in full subtracts those too; who does not has all that is withheld.
    left_near = sum(inner[unit] for unit in found.units if unit in inner)
    left_afar = sum(everybody[unit] for unit in found.units)
    assert found.total or left_near == 0 or left_near >= LEAST
    assert found.total or found.total_afar or left_afar == 0 or left_afar >= LEAST
    assert found.total or sum(everybody.values()) in (0, *range(LEAST, 200))


@given(st.dictionaries(st.uuids(version=4), st.integers(LEAST, 12), min_size=1, max_size=6))
def test_where_every_row_is_large_nothing_is_withheld(inner: dict[UUID, int]) -> None:
    assert withheld(inner, {}, LEAST) == Withheld(frozenset(), False, False)


def test_the_next_smallest_row_hides_the_one_that_is_too_small() -> None:
    small, middle, large = (UUID(int=number) for number in (1, 2, 3))
    found = withheld({small: 2, middle: 6, large: 9}, {}, LEAST)
    assert found == Withheld(frozenset({small, middle}), False, False)


def test_without_enough_people_beneath_the_total_is_withheld() -> None:
    small, root = UUID(int=1), UUID(int=2)
    assert withheld({small: 2}, {root: 9}, LEAST) == Withheld(frozenset({small}), True, True)


def test_the_head_of_the_agency_hides_no_unit_but_ends_who_reads_the_total() -> None:
    """Scored from above, he is a row of one, which whoever scores him knows anyway."""
    office, managing = UUID(int=1), UUID(int=2)
    found = withheld({office: 9}, {managing: 1}, LEAST)
    assert found == Withheld(frozenset({managing}), False, True)
