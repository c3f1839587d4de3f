"""The explanation of a score: a step for each number, in either language, with its citation."""

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any, NamedTuple, TypeAlias

from resolvers.statute.citing import CITATIONS
from resolvers.statute.evaluation.wording import NAMES, WORDING, Wording
from resolvers.statute.exact import decimal_text


class Step(NamedTuple):
    """One number of a score: which (`key`), from which values, and by which text.

    Values are text, numbers among them exact ("22.5", "101/120"); the last is the number itself.
    """

    key: str
    values: tuple[str, ...]
    cite: str

    @property
    def value(self) -> str:
        """The number, or the level, that this step yields."""
        return self.values[-1]

    @property
    def shown(self) -> str:
        """The number as a decimal, cut after the twelfth; levels as they are."""
        return decimal_text(self.value)

    @property
    def named(self) -> dict[str, str]:
        """The values by name."""
        return dict(zip(WORDING[self.key].values, self.values, strict=True))

    def text(self, language: str) -> str:
        """The step as a sentence, in English ("en") or Vietnamese ("vi")."""
        return PHRASES[language][self.key](self.values)

    def to_json(self) -> dict[str, Any]:
        """The step for storing."""
        return {"key": self.key, "values": self.named, "cite": self.cite}

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Step":
        """What `to_json` wrote."""
        key, values = stored["key"], stored["values"]
        return cls(key, tuple(values[field] for field in WORDING[key].values), stored["cite"])

    def told(self, language: str) -> dict[str, str]:
        """The step for a reader: `text`, `value`, and `cite` in his language."""
        cite = CITATIONS[language][self.cite]
        return {"text": self.text(language), "value": self.value, "cite": cite}


Phrase: TypeAlias = Callable[[tuple[str, ...]], str]
"""A wording that only waits for its values."""


def _phrase(wording: Wording, language: str) -> Phrase:
    """Cut a wording up once, so that filling it in is cheap: explanations come by the thousand."""
    sentence, places, dresses = "", [], []
    for literal, field, spec, _ in Formatter().parse(getattr(wording, language)):
        sentence += literal.replace("%", "%%")
        if field is not None:
            sentence += "%s"
            places.append(wording.values.index(field))
            dresses.append(DRESSES[spec or "number"])
    # The values that are not said, of which the number itself is one, fill no space at the end.
    filled = (sentence + "%.0s" * (len(wording.values) - len(places))).__mod__
    in_order = places == list(range(len(places)))
    named = [place for place, dress in zip(places, dresses, strict=True) if dress is _name]
    names = NAMES[language]

    def with_names(values: tuple[str, ...]) -> str:
        said = [*values]
        for place in named:
            said[place] = names[said[place]]
        return filled(tuple(said))

    def dressed(values: tuple[str, ...]) -> str:
        pieces = [
            dress(values[place], language) for place, dress in zip(places, dresses, strict=True)
        ]
        return sentence % tuple(pieces)

    if language == "vi" or not in_order:
        return dressed
    return with_names if named else filled


def _number(value: str, language: str) -> str:
    """A number as the language writes it: Vietnamese has a decimal comma."""
    if language == "vi" and value.lstrip("-")[:1].isdigit():
        return value.replace(".", ",")
    return value


def _name(value: str, language: str) -> str:
    """What a code is called."""
    return NAMES[language][value]


def _period(value: str, language: str) -> str:
    """A month ("2026-03") or a quarter ("2026-Q1")."""
    if language == "en":
        return value
    year, part = value.split("-")
    return f"quý {ROMAN[part]}/{year}" if part in ROMAN else f"tháng {part}/{year}"


def _day(value: str, language: str) -> str:
    """A day ("2026-03-31")."""
    return value if language == "en" else "/".join(reversed(value.split("-")))


def _text(value: str, language: str) -> str:
    """What is said as it stands in every language: the number of a decision."""
    return value


def _money(value: str, language: str) -> str:
    """An amount, in thousands: "4,891,304.347826086956"; a fraction is cut after the twelfth."""
    whole, dot, rest = decimal_text(value).partition(".")
    said = f"{int(whole):,}{dot}{rest}"
    return said if language == "en" else said.translate(_IN_VIETNAMESE)


_IN_VIETNAMESE = str.maketrans(",.", ".,")
ROMAN = {"Q1": "I", "Q2": "II", "Q3": "III", "Q4": "IV"}
DRESSES: Mapping[str, Callable[[str, str], str]] = {
    "number": _number,
    "name": _name,
    "period": _period,
    "day": _day,
    "money": _money,
    "text": _text,
}
"""What a wording may ask of a value, as in {value:name}; a bare {value} is a number."""

PHRASES: Mapping[str, Mapping[str, Phrase]] = {
    language: {key: _phrase(wording, language) for key, wording in WORDING.items()}
    for language in NAMES
}
"""By language and step key."""
