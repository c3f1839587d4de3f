"""SQL text as somebody else wrote it: statements that end with a semicolon, functions and all."""

from collections.abc import Iterator
from pathlib import Path

from alembic import op


def run_script(path: Path) -> None:
    """Run the statements of a file."""
    for statement in script(path.read_text()):
        op.execute(statement.replace(":", r"\:"))


def script(text: str) -> Iterator[str]:
    """The statements of a text: each ends a line, outside of a function's $$ body."""
    inside, lines = False, list[str]()
    for line in text.splitlines():
        lines.append(line)
        inside ^= line.count("$$") % 2 == 1
        if not inside and line.endswith(";"):
            yield "\n".join(lines).strip()
            lines.clear()
