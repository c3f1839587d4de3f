"""What the numbers were measured on: measured itself, and naming nobody."""

import os
import platform
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

LIBRARIES = ("asyncpg", "graphql-core", "starlette", "uvicorn", "uvloop")


@dataclass(frozen=True, slots=True)
class Machine:
    """Facts in the words of the results page."""

    day: date
    facts: tuple[str, ...]


def machine(postgres: str, day: date) -> Machine:
    """This machine; `postgres` is what the server says of its version."""
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return Machine(
        day,
        (
            f"{os.cpu_count()} cores ({_processor()}), {_gigabytes():.0f} GB of memory",
            f"{platform.system()} {platform.release().partition('-')[0]}, {platform.machine()}",
            f"PostgreSQL {postgres} (embedded, with the program's own settings)",
            f"Python {platform.python_version()}, {libraries}",
        ),
    )


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return value.strip()
    return platform.machine()


def _gigabytes() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
