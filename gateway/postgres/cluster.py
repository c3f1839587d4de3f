"""One data folder: made, started, looked at and shut down through PostgreSQL's own tools."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from gateway.failure import Failure
from gateway.postgres.binaries import Binaries
from gateway.postgres.home import Home
from gateway.postgres.roles import ADMINISTRATOR
from gateway.postgres.settings import options

START_SECONDS = 60
"""Crash recovery after kill -9 is part of a start, so this is generous."""
STOP_SECONDS = 60


class CannotStart(Failure):
    """The embedded server cannot be started; the message is one line."""


def initialise(home: Home, binaries: Binaries, password: str) -> None:
    """Make the data folder in one step: an interrupted run leaves nothing that looks like one."""
    unfinished = home.folder / "data.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    with tempfile.NamedTemporaryFile("w", prefix="initdb-") as secret:
        secret.write(password)
        secret.flush()
        if home.account.switches:
            os.chown(unfinished, home.account.uid, home.account.gid)
            os.chown(secret.name, home.account.uid, home.account.gid)
        command = [binaries.program("initdb"), "-D", str(unfinished), "-U", ADMINISTRATOR]
        command += ["--auth=scram-sha-256", f"--pwfile={secret.name}", "--encoding=UTF8"]
        _run(home, [*command, *_locale(binaries.major())])
    unfinished.rename(home.data)


def launch(home: Home, binaries: Binaries, port: int, changes: Mapping[str, str]) -> None:
    """Start the server and wait until it takes connections; raises CannotStart."""
    _refuse_other_major(home, binaries)
    _forget_namesake(home)
    arguments = " ".join(options(port, changes))
    patience = ("-t", str(START_SECONDS))
    give_up = time.monotonic() + START_SECONDS
    while not _control(home, binaries, "start", *patience, "-o", arguments, check=False):
        # After kill -9 the last children of the old server may still be on their way out.
        told = _last_words(home)
        if "shared memory" not in told or time.monotonic() > give_up:
            raise CannotStart(f"PostgreSQL does not start: {told} (see {home.log})")
        time.sleep(0.2)
    home.keep_port(port)


def shut_down(home: Home, binaries: Binaries) -> None:
    """End it in order: open transactions are undone, nothing has to be recovered later."""
    _control(home, binaries, "stop", "-m", "fast", "-t", str(STOP_SECONDS))


def free_port(preferred: int | None) -> int:
    """`preferred` if nobody has it, so that addresses stay the same; else any free port."""
    for port in (preferred or 0, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            found: int = probe.getsockname()[1]
            return found
    raise CannotStart("this machine has no free port")


def _locale(major: int) -> Sequence[str]:
    """Byte order for sorting, Unicode rules for upper and lower case, on every system alike."""
    if major >= 17:
        return ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
    return ("--locale=C.UTF-8",)


def _control(home: Home, binaries: Binaries, deed: str, *rest: str, check: bool = True) -> bool:
    command = [binaries.program("pg_ctl"), "-D", str(home.data), "-w", "-s", *rest]
    return _run(home, [*command, "-l", str(home.log), deed], check=check)


def _run(home: Home, command: Sequence[str], *, check: bool = True) -> bool:
    # A file, not a pipe: a pipe would stay open in the server and never end.
    with tempfile.TemporaryFile("w+") as told:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=subprocess.STDOUT,
            cwd="/",
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"},
            **home.account.options(),
        )
        if done.returncode and check:
            told.seek(0)
            reason = " ".join(told.read().split())
            raise CannotStart(f"{Path(command[0]).name} failed: {reason or _last_words(home)}")
    return done.returncode == 0


def runs(home: Home) -> bool:
    """Whether the process that the pid file names is a living PostgreSQL, not a later namesake."""
    try:
        pid = int(pid_lines(home)[0])
        os.kill(pid, 0)
    except (IndexError, ValueError, ProcessLookupError):
        return False
    except PermissionError:
        pass
    arguments = Path(f"/proc/{pid}/cmdline")
    if not arguments.exists():  # not on Linux
        return True
    program, *rest = arguments.read_bytes().split(b"\0")
    return program.endswith(b"postgres") and bytes(home.data) in rest


def answers(home: Home) -> bool:
    """Whether the server takes connections, waiting for one that is just starting or ending."""
    give_up = time.monotonic() + START_SECONDS
    while runs(home):
        lines = pid_lines(home)
        ready = len(lines) > 7 and lines[7].strip() == "ready"
        if ready and _takes_connections(int(lines[3])):
            return True
        if time.monotonic() > give_up:
            raise CannotStart(f"PostgreSQL does not answer (see {home.log})")
        time.sleep(0.05)
    return False


def _takes_connections(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return False
    return True


def pid_lines(home: Home) -> list[str]:
    try:
        return home.pid_file.read_text().splitlines()
    except FileNotFoundError:
        return []


def _forget_namesake(home: Home) -> None:
    """Drop a pid file whose number is another process's by now, or a dead one's not yet buried.

    A pid file whose process is gone is left to PostgreSQL, which looks for surviving children by
    it. Here we look ourselves: two servers on one folder would destroy it.
    """
    lines = pid_lines(home)
    if not lines or not Path(f"/proc/{lines[0].strip()}").exists():
        return
    give_up = time.monotonic() + START_SECONDS
    while _works_in(home.data):
        if time.monotonic() > give_up:
            raise CannotStart(f"processes of an earlier server still work in {home.data}")
        time.sleep(0.1)
    home.pid_file.unlink(missing_ok=True)


def _works_in(folder: Path) -> bool:
    """Whether any process has `folder` as its working directory, as all of PostgreSQL's have."""
    for link in Path("/proc").glob("[0-9]*/cwd"):
        try:
            if link.readlink() == folder:
                return True
        except OSError:  # ended meanwhile, or somebody else's
            continue
    return False


def _refuse_other_major(home: Home, binaries: Binaries) -> None:
    try:
        made_by = int((home.data / "PG_VERSION").read_text().split(".")[0])
    except FileNotFoundError:
        return
    if made_by != (ours := binaries.major()):
        raise CannotStart(
            f"{home.data} was made by PostgreSQL {made_by}, this program brings {ours}: "
            f"upgrade it with pg_upgrade, or set DATABASE_URL to a server of version {made_by}"
        )


def _last_words(home: Home) -> str:
    lines = home.log.read_text(errors="replace").splitlines() if home.log.exists() else []
    telling = [line for line in lines[-20:] if "FATAL" in line or "PANIC" in line]
    return (telling or lines[-1:] or ["no word from it"])[-1]
