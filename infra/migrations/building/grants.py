"""Who may do what with a table as a whole. Nothing is granted by default, delete hardly ever."""

from collections.abc import Iterable

from alembic import op


def grant_schema() -> None:
    op.execute("grant usage on schema congtam to congtam_reader, congtam_writer, congtam_console")


def grant(table: str, *, deeds: Iterable[str], console: bool = True) -> None:
    """Let the roles read `table`, and the writer do `deeds` (insert, update, delete)."""
    op.execute(f"grant select on congtam.{table} to congtam_reader")
    op.execute(f"grant {', '.join(('select', *deeds))} on congtam.{table} to congtam_writer")
    if console:
        op.execute(f"grant select on congtam.{table} to congtam_console")
