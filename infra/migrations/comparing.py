"""What is compared with the tables in code: the program's schemas, without single partitions."""

from typing import Any

from sqlalchemy import Connection, text

from resolvers.core.tables import PARTY_SCHEMA, SCHEMA

OPTIONS: dict[str, Any] = {
    "include_schemas": True,
    "version_table": "alembic_version",
    "version_table_schema": SCHEMA,
    "compare_type": True,
    "compare_server_default": True,
}


def options(connection: Connection) -> dict[str, Any]:
    """Alembic's options for comparing; the partitions are those that `connection` finds."""
    found = connection.execute(
        text(
            "select relname from pg_class where relispartition and relkind in ('r', 'p')"
            " and relnamespace = to_regnamespace(:schema)"
        ),
        {"schema": SCHEMA},
    )
    partitions = set(found.scalars())

    def include_name(name: str | None, kind: str, _: object) -> bool:
        if kind == "schema":
            return name in (SCHEMA, PARTY_SCHEMA)
        return kind != "table" or name not in partitions

    return {**OPTIONS, "include_name": include_name}
