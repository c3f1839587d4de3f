"""Rows of one staff list that cannot both be true: which of them is, nobody guesses.

A person has a row for each of his posts, all with the same code, name and number. Taken one after
the other, rows that differ would rename whom the first one meant, and the order would decide.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from resolvers.core.errors import Refusal
from resolvers.core.vietnamese import tidy
from resolvers.exchange.model import CodeRepeated, StaffRow, shown
from resolvers.exchange.references import as_id


class NumberRepeated(Refusal):
    """One personal number stands beside several staff codes in the file: {places}."""

    code = "NUMBER_REPEATED"
    vi = "Một số định danh cá nhân đi kèm nhiều mã công chức trong tệp: {places}."


def contradictions(
    rows: Sequence[StaffRow], foreign: Collection[str]
) -> Mapping[str, Sequence[Refusal]]:
    """By place, what is wrong with each row that contradicts another one of the same list.

    `foreign` are other systems' codes: like our ids they may stand beside somebody's staff code.
    """
    found: defaultdict[str, list[Refusal]] = defaultdict(list)
    for code, same in _together((tidy(row.staff_code), row) for row in rows).items():
        names = {tidy(row.full_name) for row in same}
        numbers = {row.personal_number for row in same} - {None}
        if len(names) > 1 or len(numbers) > 1:
            twice = CodeRepeated(key=shown(code), places=_places(same), field="staff_code")
            _refuse(found, same, twice)
    for same in _together((row.personal_number or "", row) for row in rows).values():
        codes = {tidy(row.staff_code) for row in same}
        if sum(not as_id(code) and code not in foreign for code in codes) > 1:
            refusal = NumberRepeated(places=_places(same), field="personal_number")
            _refuse(found, same, refusal)
    return found


def _together(rows: Iterable[tuple[str, StaffRow]]) -> Mapping[str, Sequence[StaffRow]]:
    """The rows of each key; those without one are nobody's."""
    found: defaultdict[str, list[StaffRow]] = defaultdict(list)
    for key, row in rows:
        if key:
            found[key].append(row)
    return found


def _places(rows: Iterable[StaffRow]) -> str:
    return ", ".join(row.place for row in rows)


def _refuse(found: Mapping[str, list[Refusal]], rows: Iterable[StaffRow], refusal: Refusal) -> None:
    for row in rows:
        found[row.place].append(refusal)
