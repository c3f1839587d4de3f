"""COPY text: how values stand in it, and what a file for one table is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from infra.bench.population import Population

NULL = r"\N"
Rows = Callable[[Population, int], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class File:
    """What is copied into one table, in `parts`: its columns, and the rows of each part."""

    table: str
    columns: str
    rows: Rows
    parts: int = 1


def line(*values: object) -> bytes:
    """One row; None is NULL. Texts here never hold a tab, a line end or a backslash."""
    return ("\t".join([NULL if value is None else str(value) for value in values]) + "\n").encode()
