"""What reach means, in plain Python over an organisation as it is told: no SQL, no hurry."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID

from authz.reach import Headship, Mandate, Reach
from tests.resolvers.people.organisations import TODAY, Loan, Organisation, Post, Role, id_of

READ_SHEETS = ("personnel_officer", "inspector")


class Meaning:
    """An organisation as it is today; `reach` says what one of its persons reaches."""

    def __init__(self, told: Organisation) -> None:
        self.told = told

    def reach(self, who: str, stamp: int) -> Reach:
        posts = [each for each in self.told.posts if each.person == who and self._counts(each)]
        roles = [each for each in self.told.roles if each.person == who and self._counts(each)]
        led = [each.unit for each in posts if each.office == "head"]
        loans = [each for each in self.told.loans if self._lends(each) and each.to == who]
        headed = [self._headship(name) for name in led]
        headed += [self._headship(each.unit, each) for each in loans]
        tops = [(name, None) for name in led] + [(each.unit, each) for each in loans]
        read = self._all(self._led_from, [top for top, _ in tops])
        headed += [
            self._answered(name, loan)
            for top, loan in tops
            for name in self._answers_for(top) & read
        ]
        readers = [each for each in roles if each.kind in READ_SHEETS]
        whole = [each for each in readers if self._is_root(each.unit)]
        own = self._all(self._own, [each.unit for each in readers if each not in whole])
        of_managers = [each.unit for each in roles if each.kind == "personnel_officer"]
        colleagues = self._agencies(each.unit for each in posts)
        return Reach(
            id_of("person", who),
            TODAY,
            stamp,
            headed={each.unit: each for each in headed},
            units=_units(read | own),
            agencies=self._kept(whole),
            colleagues=colleagues,
            fence=colleagues
            | self._kept(whole)
            | self._agencies(read | own | self._ever_beneath(read | own))
            | self._agencies(self._all(self._led_from, of_managers))
            | self._agencies(each.unit for each in roles),
            inspected=self._kept([each for each in whole if each.kind == "inspector"]),
            mandates=tuple(self._mandate(each) for each in roles),
        )

    def _counts(self, held: Post | Role) -> bool:
        return held.days.include(0) and self.told.units[held.unit].stands.include(0)

    def _lends(self, loan: Loan) -> bool:
        """Both still have the posts that the loan rests on, and nobody has taken it back."""
        agency = self.told.units[loan.unit].agency
        lender_heads = any(
            each.person == loan.lender and each.unit == loan.unit and each.office == "head"
            for each in self.told.posts
            if self._counts(each)
        )
        borrower_serves = any(
            each.person == loan.to and self.told.units[each.unit].agency == agency
            for each in self.told.posts
            if each.days.include(0)
        )
        return loan.days.include(0) and not loan.revoked and lender_heads and borrower_serves

    def above(self, name: str) -> str | None:
        """The unit above today; for a closed unit, above it on its last day."""
        unit = self.told.units[name]
        ends = unit.stands.ends
        last = 0 if ends is None else min(0, ends - 1)
        return next(above for above, days in unit.places if days.include(last))

    def standing_above(self, name: str) -> str | None:
        """The unit above, where it stands: whoever would be the next head up."""
        above = self.above(name)
        return None if above is None or self._is_closed(above) else above

    def _own(self, name: str) -> set[str]:
        """The unit, the units of its agency beneath it, and the closed ones whose records it keeps,
        itself or through a unit of its own."""
        found = {name}
        while True:
            more = {
                lower
                for lower in self.told.units
                if (
                    self.told.units[lower].agency == self.told.units[name].agency
                    and self._beneath(lower, found, name)
                )
                or (self._is_closed(lower) and self.told.units[lower].kept_by in found)
            }
            if more <= found:
                return found
            found |= more

    def _beneath(self, lower: str, own: set[str], top: str) -> bool:
        """Whether it stands directly beneath one of `own` that is of the top's agency."""
        above = self.above(lower)
        agency = self.told.units[top].agency
        return above is not None and above in own and self.told.units[above].agency == agency

    def _ever_beneath(self, upper: set[str]) -> set[str]:
        """The units that stand or stood directly beneath one of them."""
        return {
            name
            for name, unit in self.told.units.items()
            if any(above in upper for above, _ in unit.places)
        }

    def _is_closed(self, name: str) -> bool:
        ends = self.told.units[name].stands.ends
        return ends is not None and ends <= 0

    def _covered(self, name: str) -> set[str]:
        """What is the unit's own, and of its agency."""
        agency = self.told.units[name].agency
        return {each for each in self._own(name) if self.told.units[each].agency == agency}

    def _led_from(self, name: str) -> set[str]:
        """What is its own, and the units of other agencies that stand directly beneath it."""
        own = self._own(name)
        return own | {lower for lower in self.told.units if self._beneath(lower, own, name)}

    def _is_root(self, name: str) -> bool:
        above = self.above(name)
        return above is None or self.told.units[above].agency != self.told.units[name].agency

    def _headship(self, name: str, loan: Loan | None = None) -> Headship:
        return Headship(
            id_of("unit", name),
            on_behalf_of=id_of("person", loan.lender) if loan else None,
            delegation=loan.id if loan else None,
            deeds=frozenset(loan.deeds) if loan and loan.deeds is not None else None,
            agency=id_of("agency", self.told.units[name].agency),
            whole=self._is_root(name),
        )

    def _answers_for(self, top: str) -> set[str]:
        """The closed units whose business has come to it, one after another."""
        return {name for name in self.told.units if name != top and self._answering(name) == top}

    def _answering(self, name: str | None) -> str | None:
        """Whoever keeps a closed unit's records, else what stood above it, until one stands."""
        passed: set[str] = set()
        while name is not None and self._is_closed(name) and name not in passed:
            passed.add(name)
            name = self.told.units[name].kept_by or self.above(name)
        return name

    def _answered(self, name: str, loan: Loan | None = None) -> Headship:
        return replace(self._headship(name, loan), agency=None, whole=False)

    def _mandate(self, role: Role) -> Mandate:
        return Mandate(
            role.kind,
            id_of("unit", role.unit),
            id_of("agency", self.told.units[role.unit].agency),
            covers=_units(self._covered(role.unit)),
            whole=self._is_root(role.unit),
        )

    def _kept(self, roles: Iterable[Role]) -> frozenset[UUID]:
        """The agencies that roles cover as a whole, and those whose records these keep."""
        found = {self.told.units[each.unit].agency for each in roles}
        while more := {old for old, new in self.told.successors.items() if new in found} - found:
            found |= more
        return frozenset(id_of("agency", name) for name in found)

    def _agencies(self, units: Iterable[str]) -> frozenset[UUID]:
        return frozenset(id_of("agency", self.told.units[name].agency) for name in units)

    def _all(self, beneath: Callable[[str], set[str]], tops: Iterable[str]) -> set[str]:
        return {name for top in tops for name in beneath(top)}


def _units(names: Iterable[str]) -> frozenset[UUID]:
    return frozenset(id_of("unit", name) for name in names)
