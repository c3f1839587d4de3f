"""The explanation of a score: a step for each number, in either language, with its citation."""

from collections.abc import Callable, Mapping
from string import Formatter
from typing import Any, NamedTuple, TypeAlias

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


Phrase: TypeAlias = Callable[[tuple[str, ...]], str]
"""A wording that only waits for its values."""


def _phrase(wording: Wording, language: str) -> Phrase:
    """Cut a wording up once, so that filling it in is cheap: explanations come by the thousand."""
    sentence, places, by_name = "", [], []
    for literal, field, spec, _ in Formatter().parse(getattr(wording, language)):
        sentence += literal.replace("%", "%%")
        if field is not None:
            sentence += "%s"
            places.append(wording.values.index(field))
            by_name.append(spec == "name")
    names, count = NAMES[language], len(places)

    def plain(values: tuple[str, ...]) -> str:
        return sentence % values[:count]

    def dressed(values: tuple[str, ...]) -> str:
        pieces = [
            names[values[place]] if named else _number(values[place], language)
            for place, named in zip(places, by_name, strict=True)
        ]
        return sentence % tuple(pieces)

    def named(values: tuple[str, ...]) -> str:
        return sentence % tuple([names.get(value, value) for value in values[:count]])

    if language == "vi" or places != list(range(count)):
        return dressed
    return named if any(by_name) else plain


def _number(value: str, language: str) -> str:
    """A number as the language writes it: Vietnamese has a decimal comma."""
    if language == "vi" and value.lstrip("-")[:1].isdigit():
        return value.replace(".", ",")
    return value


PHRASES: Mapping[str, Mapping[str, Phrase]] = {
    language: {key: _phrase(wording, language) for key, wording in WORDING.items()}
    for language in NAMES
}
"""By language and step key."""
