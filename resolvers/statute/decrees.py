"""The texts that formulas standing in code are laid down by: one function for each."""

from datetime import date
from typing import TypeVar

from resolvers.statute.dated import Version

T = TypeVar("T")


def decree_335(article: str, formula: T) -> Version[T]:
    """What an article of Decree 335/2025/NĐ-CP lays down, from its first day on."""
    cite = f"Decree 335/2025/NĐ-CP, art. {article}"
    return Version(date(2026, 1, 1), date(2025, 12, 21), cite, formula)


def decree_170(article: str, value: T) -> Version[T]:
    """What an article of Decree 170/2025/NĐ-CP (personnel) lays down, from its first day on."""
    cite = f"Decree 170/2025/NĐ-CP, art. {article}"
    return Version(date(2025, 7, 1), date(2025, 6, 30), cite, value)


def decree_172(article: str, value: T) -> Version[T]:
    """What an article of Decree 172/2025/NĐ-CP (discipline) lays down, from its first day on."""
    cite = f"Decree 172/2025/NĐ-CP, art. {article}"
    return Version(date(2025, 7, 1), date(2025, 6, 30), cite, value)
