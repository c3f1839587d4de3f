"""How points come about: the regulation's own scheme, and what provinces lay down beside it.

scheme = law(SCHEMES["dak_lak"])
scheme.method(Category.LEADER, quarter=True)      # Method.FOUR_PARTS
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from resolvers.statute.dated import Dated, Version
from resolvers.statute.party.facts import Category


class Method(StrEnum):
    """What a voice gives for the results."""

    POINTS = "points"
    """The points themselves: the regulation splits them no further."""
    FOUR_PARTS = "four_parts"
    """70 × (A + B + C + D) / 4."""
    AXES = "axes"
    """The same on each axis, of that axis's points."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """One scheme, in one of its versions."""

    leaders_quarter: Method = Method.POINTS
    """How the results of a leader's quarter are counted; everything else is given as points."""
    whole_quarter: bool = False
    """Whether a leader's quarter with an unfinished task is not completed, unless the cause is
    objective."""

    def method(self, category: Category, *, quarter: bool) -> Method:
        """What a voice gives for the results of such a review."""
        leaders = quarter and category is Category.LEADER
        return self.leaders_quarter if leaders else Method.POINTS


CENTRAL = "central"


def _text(day: date, cite: str, scheme: Scheme) -> Version[Scheme]:
    return Version(day, day, cite, scheme)


SCHEMES: Mapping[str, Dated[Scheme]] = {
    CENTRAL: Dated(
        "party/schemes/central",
        [_text(date(2025, 8, 30), "Regulation 366-QĐ/TW, art. 10", Scheme())],
    ),
    "dak_lak": Dated(
        "party/schemes/dak_lak",
        [
            _text(
                date(2026, 6, 16),
                "Guidance 05-HD/TU of Đắk Lắk",
                Scheme(Method.FOUR_PARTS, whole_quarter=True),
            )
        ],
    ),
    "thanh_hoa": Dated(
        "party/schemes/thanh_hoa",
        [
            _text(
                date(2026, 7, 2),
                "Guidance 03-HD/TU of Thanh Hóa",
                Scheme(Method.AXES, whole_quarter=True),
            )
        ],
    ),
}
"""By code. A local one holds from the day of its text, and says nothing about earlier spans."""
SCHEME_NAMES: Mapping[str, Mapping[str, str]] = {
    CENTRAL: {"en": "Regulation 366-QĐ/TW", "vi": "Quy định số 366-QĐ/TW"},
    "dak_lak": {
        "en": "Guidance of the Đắk Lắk Provincial Party Committee",
        "vi": "Hướng dẫn của Tỉnh ủy Đắk Lắk",
    },
    "thanh_hoa": {
        "en": "Guidance of the Thanh Hóa Provincial Party Committee",
        "vi": "Hướng dẫn của Tỉnh ủy Thanh Hóa",
    },
}
"""What each is called, by language."""
