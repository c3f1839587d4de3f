"""The system account that runs the embedded server, since PostgreSQL refuses to run as root."""

import os
import pwd
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gateway.failure import Failure

PREFERRED = ("postgres", "nobody")
"""Accounts tried in this order when the program itself runs as root."""


class NoAccount(Failure):
    """The program runs as root and the system has no unprivileged account for PostgreSQL."""


@dataclass(frozen=True, slots=True)
class Account:
    """A user and group that commands run under; `switches` tells whether that is not ourselves."""

    uid: int
    gid: int
    switches: bool

    def options(self) -> dict[str, Any]:
        """Options for `subprocess` that run a command under this account."""
        if not self.switches:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": ()}

    def may_enter(self, folder: Path) -> bool:
        """Whether this account may pass through `folder` and every folder above it."""
        return all(self._may_search(part) for part in (folder, *folder.parents))

    def _may_search(self, folder: Path) -> bool:
        if not self.switches:
            return os.access(folder, os.X_OK)
        found = folder.stat()
        if found.st_uid == self.uid:
            return bool(found.st_mode & 0o100)
        if found.st_gid == self.gid:
            return bool(found.st_mode & 0o010)
        return bool(found.st_mode & 0o001)


def account_for(data: Path) -> Account:
    """The account that owns `data`, or a fitting one if there is none yet; raises NoAccount."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), switches=False)
    if data.exists() and (found := data.stat()).st_uid != 0:
        return Account(found.st_uid, found.st_gid, switches=True)
    for name in PREFERRED:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid, switches=True)
    raise NoAccount(f"running as root needs a system account for PostgreSQL: {PREFERRED}")
