"""PostgreSQL's own load test with the very statements of the program: what could be had at best."""

import re
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from gateway.graph.json_sql import LITERAL
from gateway.postgres.roles import OWNER, READER
from infra.bench.client import Rate
from infra.bench.cluster import Cluster
from infra.bench.population import MONTHS, OPEN_MONTH, Population, prefix_of

WARM, WARM_EACH = 2.0, 1 / 16
"""Seconds, and more for each connection, in which statements are prepared; they are left out."""
PREPARED = 256
"""Statements that all connections together prepare at most: each takes milliseconds."""
_LITERAL = re.compile(LITERAL)
_COLON = re.compile(r":(?=\w)")
_PLACE = re.compile(r"\$(\d+)")

Binds = Sequence[Any]


def reading(
    cluster: Cluster, sql: str, binds: Sequence[Binds], connections: int, seconds: float
) -> Rate:
    """The statement, prepared, with one of `binds` by chance each time."""
    scripts, variables = [], []
    for number, values in enumerate(binds[: max(PREPARED // connections, 1)]):
        names = [f"b{number}_{place}" for place in range(1, len(values) + 1)]
        scripts.append(_script(sql, names))
        variables += [f"-D{name}={text(value)}" for name, value in zip(names, values, strict=True)]
    return _run(cluster, READER, scripts, variables, connections, seconds)


def writing(cluster: Cluster, people: Population, connections: int, seconds: float) -> Rate:
    """A bare transaction that updates a sheet of the open month and inserts one row beside it."""
    first = OPEN_MONTH * people.officials
    script = f"""
\\set number random({first}, {first + people.officials - 1})
begin;
update congtam.sheet set head_comment = 'x', version = version + 1
 where id = ('{prefix_of("sheet")}' || lpad(to_hex(:number::bigint), 12, '0'))::uuid
 and period = '{MONTHS[OPEN_MONTH]}';
insert into congtam.audit_leaf (id, at, deed, subject_kind, subject_id, rule, channel, after, hash)
 values (gen_random_uuid(), current_timestamp, 'bench', 'sheet', gen_random_uuid(), 'none', 'bench',
 '{{"state": "scored"}}', '\\x00');
commit;
"""
    return _run(cluster, OWNER, [script], [], connections, seconds)


def _script(sql: str, names: Sequence[str]) -> str:
    """The statement as pgbench reads it: a colon before a word would be a variable."""
    safe = _LITERAL.sub(lambda found: _without_colons(found[0]), sql)
    return _PLACE.sub(lambda found: f":{names[int(found[1]) - 1]}", safe) + ";\n"


def _without_colons(literal: str) -> str:
    """The same text constant, its colons written by their code point where they would mislead."""
    if not _COLON.search(literal):
        return literal
    return "U&" + _COLON.sub(r"\\003A", literal.replace("\\", "\\\\"))


def text(value: Any) -> str:
    """A bind as PostgreSQL reads it."""
    if isinstance(value, list):
        return "{" + ",".join(map(text, value)) + "}"
    if isinstance(value, UUID | date | str | int):
        return str(value)
    raise TypeError(f"no text for a {type(value).__name__}")


def _run(
    cluster: Cluster,
    role: str,
    scripts: Sequence[str],
    variables: Sequence[str],
    connections: int,
    seconds: float,
) -> Rate:
    warm = WARM + WARM_EACH * connections
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, script in enumerate(scripts):
            path = Path(folder) / f"{number}.sql"
            path.write_text(script)
            files.append(f"--file={path}")
        command = [
            cluster.program("pgbench"),
            *("--no-vacuum", "--protocol=prepared", "--log", f"--log-prefix={folder}/log"),
            f"--client={connections}",
            f"--jobs={min(connections, 2)}",
            f"--time={round(warm + seconds)}",
            *files,
            *variables,
        ]
        done = subprocess.run(
            command, env=cluster.environment(role), capture_output=True, text=True, cwd=folder
        )
        if done.returncode or " (0.000%)" not in done.stdout:
            raise RuntimeError(f"pgbench failed: {done.stderr[-800:]}{done.stdout[-800:]}")
        return _rate(Path(folder), seconds)


def _rate(folder: Path, seconds: float) -> Rate:
    """What the transactions' log says of its last seconds."""
    told: list[tuple[float, float]] = []
    for path in folder.glob("log.*"):
        for line in path.read_text().splitlines():
            _, _, latency, _, second, micro, *_ = line.split()
            told.append((int(second) + int(micro) / 1e6, int(latency) / 1e6))
    began = max(told)[0] - seconds
    return Rate(seconds, sorted(latency for at, latency in told if at > began))
