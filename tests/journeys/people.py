"""Who is who in the commune of the journeys, and who may score and see whom, said once more.

The people are the sample's (`infra/seeds/commune.toml`) and four of another commune, where a member
became head in the middle of the month. What `verdict` and `sees` say is worked out from these names
alone, by a reading of the law of its own: they share nothing with the program.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gateway.demo.cast import cast

HAVE_NO_ACCOUNT = {
    "vice": "Lê Thị Minh Nguyệt",
    "other_vice": "Hồ Sỹ Đạt",
    "economist": "Nguyễn Văn Bảy",
    "economy_deputy": "Trương Thị Hoài",
    "moved": "Đinh Thị Oanh",
    "teacher": "Nguyễn Thị Hồng Sen",
    "receiver": "Phan Thị Diệu",
}
"""People of the sample to whom the demo gives no login, and what the journeys call them."""
STRANGER = "stranger"
"""Somebody whom the issuer knows and the program does not."""

UPPER = {
    "province": None,
    "commune": "province",
    "office": "commune",
    "economy": "commune",
    "society": "commune",
    "service": "commune",
    "far": "province",
    "far_office": "far",
}
AGENCY = {unit: unit if unit in ("province", "far") else "commune" for unit in UPPER}
AGENCY["far_office"] = "far"
LENT = {"society": ("away", "acting"), "far_office": ("promoted", "standin")}
"""Units whose head has lent his authority: to whom."""
READERS = {"personnel": "commune", "inspector": "commune"}
"""Who reads every sheet of an agency."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person, where he works, and the personal number by which his first login is linked."""

    key: str
    name: str
    number: str
    unit: str
    office: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet: whose, for the work in which unit, in which office."""

    person: str
    unit: str
    office: str

    @property
    def scored_in(self) -> str:
        """The unit whose head scores it: of whoever heads the unit by now, the next one up."""
        heads = HEADS[self.unit] == self.person
        upper = UPPER[self.unit] if heads else self.unit
        assert upper is not None
        return upper


def _everybody() -> Iterator[Somebody]:
    keys = {name: key for key, name in HAVE_NO_ACCOUNT.items()}
    for each in cast().people:
        key = each.login or keys.get(each.name) or each.staff_code.lower()
        yield Somebody(key, each.name, each.number, each.unit, each.office)
    yield Somebody("far_chair", "Vi Văn Khăm", "040190009001", "far", "head")
    yield Somebody("promoted", "Lữ Thị Mai", "040190009002", "far_office", "head")
    yield Somebody("standin", "Cụt Văn Nam", "040190009003", "far_office", "member")
    yield Somebody("far_staff", "Moong Thị Pia", "040190009004", "far_office", "member")


PEOPLE = {each.key: each for each in _everybody()}
HEADS = {each.unit: each.key for each in PEOPLE.values() if each.office == "head"}
SHEETS = {
    each.key: Paper(each.key, each.unit, each.office)
    for each in PEOPLE.values()
    if each.unit in UPPER and each.unit != "province"
}
SHEETS["promoted_before"] = Paper("promoted", "far_office", "member")
"""By the person; the promoted one has another from her days as a member."""


def of_unit(unit: str, office: str = "member") -> list[str]:
    """The sheets of an office in a unit, by key."""
    return [key for key, paper in SHEETS.items() if (paper.unit, paper.office) == (unit, office)]


def verdict(who: str, sheet: str) -> str | None:
    """Why `who` does not score a sheet; None where he is its responsible head (art. 10.1)."""
    paper = SHEETS[sheet]
    _, acting = LENT.get(paper.scored_in, (None, None))
    if who == paper.person:
        return "NO_SELF_SCORING"
    if who in (HEADS[paper.scored_in], acting):
        return None
    return "NOT_RESPONSIBLE_HEAD"


def head_of(sheet: str) -> str:
    """The head who scores a sheet."""
    return HEADS[SHEETS[sheet].scored_in]


def sees(who: str, sheet: str) -> bool:
    """Whether a sheet is there at all for `who`."""
    paper = SHEETS[sheet]
    if who == paper.person or READERS.get(who) == AGENCY[paper.unit]:
        return True
    return any(paper.scored_in in _answers_for(unit) for unit in headed(who))


def headed(who: str) -> set[str]:
    """The units whose head, or acting head, somebody is."""
    own = {unit for unit, head in HEADS.items() if head == who}
    return own | {unit for unit, (_, acting) in LENT.items() if acting == who}


def _answers_for(unit: str) -> set[str]:
    """A unit and those beneath it; of another agency only the first."""
    below = {lower for lower, upper in UPPER.items() if upper == unit}
    inside = {lower for lower in below if AGENCY[lower] == AGENCY[unit]}
    return {unit} | below | {each for lower in inside for each in _answers_for(lower)}
