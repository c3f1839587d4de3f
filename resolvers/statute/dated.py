"""Law in time: a version governs from a day, and nobody could know it before it was published."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class NotInForce(LookupError):
    """No text governs that day: where there is no law yet, there is no zero either."""


@dataclass(frozen=True, slots=True)
class Version(Generic[T]):
    """One text: the number, table or formula that it lays down, and where it says so."""

    since: date
    """The first day that it governs."""
    published: date
    """The first day on which anybody could know it."""
    cite: str
    value: T = field(hash=False)
    """Tables have no hash; the days and the place tell texts apart."""


class Dated(Generic[T]):
    """A thing that the legislator changes over time: a number, a table or a formula."""

    def __init__(self, name: str, versions: Iterable[Version[T]]) -> None:
        self.name = name
        self.versions = tuple(versions)
        order = [(version.since, version.published) for version in self.versions]
        if not order or order != sorted(set(order)):
            raise ValueError(f"{name}: needs versions in rising (since, published) order")

    def at(self, day: date, known: date) -> Version[T]:
        """The version that governs `day` as far as published by `known`; raises NotInForce."""
        for version in reversed(self.versions):
            if version.since <= day and version.published <= known:
                return version
        raise NotInForce(f"{self.name}: no text governs {day}, as known on {known}")


class Law:
    """The law of one day, as known on another. It remembers every text that it read out."""

    def __init__(self, day: date, *, known: date) -> None:
        self.day, self.known = day, known
        self._cites: dict[str, None] = {}

    def __call__(self, dated: Dated[T]) -> T:
        """The value in force; raises NotInForce before the first text."""
        version = dated.at(self.day, self.known)
        self._cites[version.cite] = None
        return version.value

    def cite(self, dated: Dated[Any]) -> str:
        """Where the value in force is laid down; raises NotInForce before the first text."""
        cite = dated.at(self.day, self.known).cite
        self._cites[cite] = None
        return cite

    def heed(self, *cites: str) -> None:
        """Remember what was read elsewhere on this law's behalf, or decided where it is silent."""
        self._cites.update(dict.fromkeys(cites))

    @property
    def cites(self) -> tuple[str, ...]:
        """Everything read so far, in order, each text once."""
        return tuple(self._cites)
