"""Statements kept as SQL text, in files beside the migrations."""

from collections.abc import Iterator
from pathlib import Path

from alembic import op

FOLDER = Path(__file__).parents[1] / "sql"


def run_file(name: str) -> None:
    """Run the statements of `sql/<name>.sql`."""
    for statement in statements((FOLDER / f"{name}.sql").read_text()):
        op.execute(statement.replace(":", r"\:"))


def statements(text: str) -> Iterator[str]:
    """The statements of a file; an empty line stands between two, and only there."""
    for part in text.split("\n\n"):
        lines = [line for line in part.splitlines() if not line.startswith("--")]
        if lines:
            yield "\n".join(lines).rstrip(";")
