"""Child processes: real ones, tiny."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gateway.processes import Child, DidNotStart, Program, listening, start

ROOT = Path(__file__).parents[2]


def python(tmp_path: Path, code: str) -> Program:
    return Program("the child", (sys.executable, "-c", code), tmp_path / "logs" / "child.log")


def exists(pid: int) -> bool:
    """Whether the process runs; one that ended but was not collected by anybody does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def waits_for(condition: Callable[[], bool], seconds: float = 10.0) -> bool:
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()


WRITES_AND_SLEEPS = "import time; print('up', flush=True); time.sleep(60)"


def started(program: Program) -> Child:
    return start(program, lambda: program.log.exists() and "up" in program.log.read_text())


class TestStart:
    def test_returns_once_the_child_is_ready_and_leaves_a_private_log(self, tmp_path: Path) -> None:
        program = python(tmp_path, WRITES_AND_SLEEPS)
        with started(program) as child:
            assert child.exit_code is None
            assert program.log.stat().st_mode & 0o777 == 0o600
        assert child.exit_code == -signal.SIGTERM

    def test_says_in_one_line_why_a_child_ended_early(self, tmp_path: Path) -> None:
        program = python(tmp_path, "import sys; print('port is taken'); sys.exit(3)")
        with pytest.raises(DidNotStart, match=r"^the child ended with code 3; .*port is taken$"):
            start(program, lambda: False)

    def test_leaves_nothing_running_when_the_child_never_answers(self, tmp_path: Path) -> None:
        pid = tmp_path / "pid"
        program = python(
            tmp_path,
            f"import os, time; open({str(pid)!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)",
        )
        with pytest.raises(DidNotStart, match=r"did not answer within 1 s; .* nothing$"):
            start(program, lambda: False, patience=1.0)
        assert not exists(int(pid.read_text()))

    def test_gives_the_child_only_the_environment_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
        program = Program(
            "the child",
            (sys.executable, "-c", "import os; print('up', *os.environ, flush=True); input()"),
            tmp_path / "child.log",
            env={"GIVEN": "1"},
        )
        with pytest.raises(DidNotStart):  # standard input is closed to it, so it ends
            start(program, lambda: False)
        names = program.log.read_text().split("\n")[0].split()
        assert "GIVEN" in names
        assert "DATABASE_URL" not in names


class TestStop:
    def test_kills_a_child_that_ignores_the_request(self, tmp_path: Path) -> None:
        program = python(
            tmp_path,
            f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n{WRITES_AND_SLEEPS}",
        )
        child = started(program)
        child.stop(grace=0.3)
        assert child.exit_code == -signal.SIGKILL

    def test_ends_the_childs_own_children_too(self, tmp_path: Path) -> None:
        program = python(
            tmp_path,
            "import subprocess, sys, time\n"
            "c = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
            "print('up', c.pid, flush=True); time.sleep(60)",
        )
        child = started(program)
        grandchild = int(program.log.read_text().split()[1])
        assert exists(grandchild)
        child.stop()
        assert waits_for(lambda: not exists(grandchild))

    def test_may_be_repeated(self, tmp_path: Path) -> None:
        child = started(python(tmp_path, WRITES_AND_SLEEPS))
        child.stop()
        child.stop()
        assert child.exit_code == -signal.SIGTERM


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_the_child_dies_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    parent_code = (
        "import sys, time; from pathlib import Path; from gateway.processes import Program, start\n"
        f"log = Path({str(tmp_path)!r}, 'child.log')\n"
        f"program = Program('the child', (sys.executable, '-c', {WRITES_AND_SLEEPS!r}), log)\n"
        "child = start(program, lambda: log.exists() and 'up' in log.read_text())\n"
        "print(child.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", parent_code], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    with parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert exists(child)
        os.kill(parent.pid, signal.SIGKILL)
    assert waits_for(lambda: not exists(child))


def test_listening_tells_an_open_port_from_a_closed_one(tmp_path: Path) -> None:
    program = python(
        tmp_path,
        "import socket, time; s = socket.create_server(('127.0.0.1', 0))\n"
        "print('up', s.getsockname()[1], flush=True); time.sleep(60)",
    )
    child = started(program)
    port = int(program.log.read_text().split()[1])
    assert listening(port)
    child.stop()
    assert not listening(port)
