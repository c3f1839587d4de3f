"""The decree that this program is about, for formulas that stand in code."""

from datetime import date
from typing import TypeVar

from resolvers.statute.dated import Version

T = TypeVar("T")


def decree_335(article: str, formula: T) -> Version[T]:
    """What an article of Decree 335/2025/NĐ-CP lays down, from its first day on."""
    cite = f"Decree 335/2025/NĐ-CP, art. {article}"
    return Version(date(2026, 1, 1), date(2025, 12, 21), cite, formula)
