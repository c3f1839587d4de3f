"""Where one embedded server lives on disk: its data, its log, its passwords, its locks."""

import fcntl
import hashlib
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import IO

from gateway.failure import Failure
from gateway.postgres.account import Account, account_for
from gateway.postgres.roles import ADMINISTRATOR, ROLES

SHARED_HOME = Path("/var/lib/congtam")
"""Where root keeps a server whose asked-for folder its account could not enter."""


class Unreadable(Failure):
    """The folder belongs to somebody else, or a part of it is gone."""


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one server."""

    folder: Path
    account: Account

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    @property
    def pid_file(self) -> Path:
        return self.data / "postmaster.pid"

    def passwords(self) -> dict[str, str]:
        """The password of each role, made when it is first asked for; raises Unreadable."""
        path = self.folder / "passwords.json"
        found: dict[str, str] = {}
        try:
            found = json.loads(path.read_text())
        except FileNotFoundError:
            if self.data.exists():
                raise Unreadable(
                    f"{path} is missing, so nobody can sign in to {self.data}"
                ) from None
        except PermissionError:
            raise Unreadable(f"{path} belongs to another user: run as that user") from None
        # A role may be younger than the folder.
        missing = [role for role in (ADMINISTRATOR, *ROLES) if role not in found]
        if missing:
            found |= {role: secrets.token_urlsafe(24) for role in missing}
            self._keep_passwords(path, found)
        return found

    def _keep_passwords(self, path: Path, passwords: dict[str, str]) -> None:
        """Whole or not at all, and readable by their owner alone."""
        handle, fresh = mkstemp(dir=self.folder, prefix=path.name)
        with os.fdopen(handle, "w") as file:
            json.dump(passwords, file)
        os.replace(fresh, path)

    def last_port(self) -> int | None:
        """The port that the server listened on when it was last started."""
        try:
            return int((self.folder / "port").read_text())
        except (FileNotFoundError, ValueError):
            return None

    def keep_port(self, port: int) -> None:
        (self.folder / "port").write_text(f"{port}\n")

    @contextmanager
    def starting(self) -> Iterator[None]:
        """Only one process at a time starts or stops the server."""
        with (self.folder / "start.lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def join(self) -> IO[str]:
        """Count this process among the server's users, until the file is closed or it dies."""
        file = (self.folder / "users.lock").open("a")
        fcntl.flock(file, fcntl.LOCK_SH)
        return file

    def leave(self, membership: IO[str]) -> bool:
        """Stop being a user; tells whether this was the last one. Call it while `starting`."""
        with membership:
            try:
                fcntl.flock(membership, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
        return True


def open_home(asked: Path) -> Home:
    """The folder `asked`, made if need be; raises Unreadable.

    Root cannot run the server itself. Where the account that does could not enter `asked` (a folder
    below /root, say), the server lives in the shared home and `asked` becomes a link to it.
    """
    try:
        asked.parent.mkdir(parents=True, exist_ok=True)
        folder = asked.resolve()
        account = account_for(folder / "data")
        nearest = folder if folder.exists() else folder.parent
        if not account.may_enter(nearest):
            folder = _elsewhere(asked, folder, account)
        _make(folder, account)
        if not os.access(folder, os.W_OK):
            raise Unreadable(f"{folder} belongs to another user: run as that user, or as root")
    except PermissionError as problem:
        raise Unreadable(f"{asked} cannot be used by this user: {problem.strerror}") from None
    log = folder / "log"
    if not log.exists():
        log.touch(mode=0o600)
        if account.switches:
            os.chown(log, account.uid, account.gid)
    return Home(folder, account)


def _make(folder: Path, account: Account) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if account.switches:  # whatever our umask left, the other account must get through to its data
        folder.chmod(0o711)


def _elsewhere(asked: Path, folder: Path, account: Account) -> Path:
    if folder.is_dir() and any(folder.iterdir()):
        raise Unreadable(f"{folder} cannot be entered by the account that runs PostgreSQL")
    digest = hashlib.sha256(str(folder).encode()).hexdigest()[:8]
    instead = SHARED_HOME / f"{folder.name}-{digest}"
    if folder.is_dir():
        folder.rmdir()
    _make(SHARED_HOME, account)
    asked.symlink_to(instead)
    return instead
