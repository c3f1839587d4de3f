"""Who is in the bench's world: communes of one size, their units, people and ids, by arithmetic.

    province (managing) ── its head
    └── commune (using) ── chairman
        └── four units (direct_using), each with a head, a deputy and 24 members

An id follows from what it is the id of: rows of different tables fit together without a look-up,
and a load test knows whom to ask for.
"""

from dataclasses import dataclass
from datetime import date

UNITS = 4
UNIT_PEOPLE = 26
COMMUNE_PEOPLE = 1 + UNITS * UNIT_PEOPLE
WORKLIST = UNIT_PEOPLE - 1
"""The sheets that the head of a unit scores: everybody's but his own."""
COMMUNES_OF_A_PROVINCE = 56
LINES = 5
PRODUCTS = 55
POSITIONS = 10
MONTHS = tuple(date(2026, month, 1) for month in range(1, 13))
"""The first calendar year of the decree; the last of its months is still open."""
OPEN_MONTH = len(MONTHS) - 1
TERM = 4
"""Months that one assignment runs for, with a work line in each."""
FOUNDED = date(2025, 7, 1)
ISSUER = "https://identity.bench.example"

KINDS = (
    "agency",
    "unit",
    "unit_placement",
    "person",
    "login",
    "job_position",
    "posting",
    "catalogue",
    "product",
    "unit_month",
    "assignment",
    "work_line",
    "sheet",
)
_FIRST = 0x019B_7000_0000


def prefix_of(kind: str) -> str:
    """What all ids of a kind begin with; twelve hexadecimal digits of the number follow."""
    moment = _FIRST + KINDS.index(kind)
    return f"{moment >> 16:08x}-{moment & 0xFFFF:04x}-7000-8000-"


_PREFIXES = {kind: prefix_of(kind) for kind in KINDS}


def id_of(kind: str, number: int) -> str:
    """The id of row `number` of a kind: a UUIDv7 in form, rising with the number."""
    return f"{_PREFIXES[kind]}{number:012x}"


def subject(person: int) -> str:
    """What the issuer calls a person."""
    return f"official-{person}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person stands; units, persons and positions by their numbers."""

    person: int
    agency: int
    unit: int
    scoring_unit: int | None
    """None for the heads of provinces: who scores them is not in this world."""
    scorer: int | None
    office: str
    position: int | None

    @property
    def role(self) -> str:
        return "staff" if self.office == "member" else "leader"


@dataclass(frozen=True, slots=True)
class Population:
    """As many whole communes as hold the people asked for.

    Persons are numbered commune by commune and unit by unit, in each the head first; the heads of
    provinces come last. Units are numbered in the same way.
    """

    communes: int

    @classmethod
    def holding(cls, people: int) -> "Population":
        return cls(max(1, -(-people // COMMUNE_PEOPLE)))

    @property
    def officials(self) -> int:
        """Everybody who has sheets."""
        return self.communes * COMMUNE_PEOPLE

    @property
    def provinces(self) -> int:
        return -(-self.communes // COMMUNES_OF_A_PROVINCE)

    @property
    def persons(self) -> int:
        return self.officials + self.provinces

    @property
    def sheets(self) -> int:
        return self.officials * len(MONTHS)

    @property
    def commune_units(self) -> int:
        return self.communes * (1 + UNITS)

    @property
    def units(self) -> int:
        return self.commune_units + self.provinces

    def province_of(self, commune: int) -> int:
        return commune // COMMUNES_OF_A_PROVINCE

    def province_unit(self, province: int) -> int:
        return self.commune_units + province

    def governor(self, commune: int) -> int:
        """The head of the province that a commune belongs to."""
        return self.officials + self.province_of(commune)

    def agency_of_unit(self, unit: int) -> int:
        """Communes are numbered first among the agencies, then provinces."""
        if unit < self.commune_units:
            return unit // (1 + UNITS)
        return self.communes + unit - self.commune_units

    def place_of_unit(self, unit: int) -> int:
        """0 for an agency's root, 1 to 4 for the units of a commune."""
        return unit % (1 + UNITS) if unit < self.commune_units else 0

    def head_of_unit(self, unit: int) -> int:
        """The person who heads a unit."""
        if unit >= self.commune_units:
            return self.officials + unit - self.commune_units
        commune, within = divmod(unit, 1 + UNITS)
        return commune * COMMUNE_PEOPLE + (1 + (within - 1) * UNIT_PEOPLE if within else 0)

    def place(self, person: int) -> Place:
        """Where a person stands."""
        if person >= self.officials:
            province = person - self.officials
            unit = self.province_unit(province)
            return Place(person, self.communes + province, unit, None, None, "head", None)
        commune, within = divmod(person, COMMUNE_PEOPLE)
        root, positions = commune * (1 + UNITS), commune * POSITIONS
        if within == 0:
            upper = self.province_unit(self.province_of(commune))
            scorer = self.governor(commune)
            return Place(person, commune, root, upper, scorer, "head", positions)
        which, seat = divmod(within - 1, UNIT_PEOPLE)
        unit = root + 1 + which
        if seat == 0:
            chairman = person - within
            return Place(person, commune, unit, root, chairman, "head", positions + 1)
        office, position = ("deputy", 2) if seat == 1 else ("member", 3 + seat % (POSITIONS - 3))
        return Place(person, commune, unit, unit, person - seat, office, positions + position)

    def heads(self) -> range:
        """The units whose heads have a worklist of 25: their numbers among all such units."""
        return range(self.communes * UNITS)

    def head(self, which: int) -> Place:
        """The head of one of `heads`; deputy and members have the numbers after his."""
        commune, unit = divmod(which, UNITS)
        return self.place(commune * COMMUNE_PEOPLE + 1 + unit * UNIT_PEOPLE)

    def sheet(self, month: int, person: int) -> str:
        """The id of a person's sheet of a month."""
        return id_of("sheet", month * self.officials + person)
