"""Child processes: started, waited for until they answer, and gone when we are.

Used for what the program runs beside itself, such as the demo's identity provider.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from gateway.failure import Failure

_TETHERED = """
import ctypes, os, signal, sys
parent, command = int(sys.argv[1]), sys.argv[2:]
PR_SET_PDEATHSIG = 1
ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
if os.getppid() == parent:
    os.execvp(command[0], command)
"""
"""Asks Linux to kill this process with its parent, then becomes the command.

Not a `preexec_fn`, which may deadlock (and from Python 3.12 warns) where threads run. A parent that
died before the request was made is noticed by the comparison.
"""


class DidNotStart(Failure):
    """A child process ended, or did not answer in time; nothing of it is left running."""


@dataclass(frozen=True, slots=True)
class Program:
    """What to run. `env` is the child's whole environment: nothing of ours leaks into it."""

    name: str
    """As messages call it: "the identity provider"."""
    command: tuple[str, ...]
    log: Path
    """Gets what the child writes, after what is there already; readable by its owner only."""
    env: Mapping[str, str] = field(default_factory=dict)
    cwd: Path = Path()


class Child:
    """A running program, in a session and process group of its own; Ctrl-C reaches only us."""

    def __init__(self, program: Program, process: subprocess.Popen[bytes]) -> None:
        self.program, self._process = program, process

    @property
    def pid(self) -> int:
        """Its process id, which is its process group as well."""
        return self._process.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs; the negative signal number if one ended it."""
        return self._process.poll()

    def stop(self, grace: float = 10.0) -> None:
        """End it and what it started: asked, then killed after `grace` seconds. May be repeated."""
        if self.exit_code is None:
            self._signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(grace)
        self._signal(signal.SIGKILL)
        self._process.wait()

    def _signal(self, number: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.pid, number)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def start(program: Program, ready: Callable[[], bool], patience: float = 30.0) -> Child:
    """Run `program` until `ready` says yes; raises DidNotStart after `patience` seconds.

    On Linux the child is killed when the thread that called this ends, so call it from one that
    lives as long as the child should: the main thread.
    """
    child = Child(program, _spawn(program))
    deadline = time.monotonic() + patience
    try:
        while not ready():
            if child.exit_code is not None:
                raise DidNotStart(_sentence(program, f"ended with code {child.exit_code}"))
            if time.monotonic() > deadline:
                raise DidNotStart(_sentence(program, f"did not answer within {patience:g} s"))
            time.sleep(0.05)
    except BaseException:
        child.stop(grace=1.0)
        raise
    return child


def listening(port: int, host: str = "127.0.0.1") -> bool:
    """Whether something accepts connections there: the usual `ready`."""
    with suppress(OSError), socket.create_connection((host, port), timeout=1.0):
        return True
    return False


def _spawn(program: Program) -> subprocess.Popen[bytes]:
    program.log.parent.mkdir(parents=True, exist_ok=True)
    command = list(program.command)
    if sys.platform == "linux":
        command = [sys.executable, "-I", "-S", "-c", _TETHERED, str(os.getpid()), *command]
    log = os.open(program.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        return subprocess.Popen(
            command,
            cwd=program.cwd,
            env=dict(program.env),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    finally:
        os.close(log)


def _sentence(program: Program, what: str) -> str:
    lines = program.log.read_text(errors="replace").split("\n")
    last = next((line.strip() for line in reversed(lines) if line.strip()), "nothing")
    return f"{program.name} {what}; its log {program.log} ends with: {last}"
