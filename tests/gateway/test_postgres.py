"""The embedded server: made, joined, stopped, found again after kill -9."""

import asyncio
import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg
import pytest

from gateway.postgres import CannotStart, NotPrepared, Server, prepare
from gateway.postgres.binaries import Binaries, BinariesMissing
from gateway.postgres.home import Unreadable
from gateway.postgres.roles import on_database
from tests.databases import QUICK, ROOT, programs_of_the_run

pytestmark = pytest.mark.skipif(
    "TEST_DATABASE_URL" in os.environ or "DATABASE_URL" in os.environ,
    reason="the run uses a server that is not ours to stop",
)

KEEP_RUNNING = """
import signal, sys, time
from pathlib import Path
from gateway.postgres import Server
from gateway.postgres.binaries import Binaries
# A run in the background was told to ignore Ctrl-C, and its children inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
with Server(Path(sys.argv[1]), binaries=Binaries(Path(sys.argv[2]))) as server:
    print(server.pid(), flush=True)
    time.sleep(60)
"""


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that the server's account can enter, which a test's own folder is not."""
    path = Path(tempfile.mkdtemp(prefix="congtam-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture(scope="module")
def home(folder: Path) -> Path:
    """A server that was made once, and stopped."""
    with in_folder(folder / "server"):
        pass
    return folder / "server"


@pytest.fixture
def running(home: Path) -> Iterator[Server]:
    with in_folder(home) as server:
        yield server


def in_folder(home: Path) -> Server:
    return Server(home, binaries=programs_of_the_run(), changes=QUICK)


def listens(url: str) -> bool:
    place = urlsplit(url)
    with socket.socket() as probe:
        return probe.connect_ex((str(place.hostname), int(place.port or 0))) == 0


def alive(pid: int) -> bool:
    try:
        return b"postgres" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except FileNotFoundError:
        return False


class TestServer:
    def test_the_last_to_leave_stops_it(self, home: Path) -> None:
        first, second = in_folder(home), in_folder(home)
        url = first.start()
        assert second.start() == url
        assert not first.stop()
        assert listens(url)
        assert second.stop()
        assert not listens(url)

    def test_leaving_twice_does_nothing(self, home: Path) -> None:
        server = in_folder(home)
        server.start()
        assert server.stop()
        assert not server.stop()

    def test_a_process_that_was_killed_has_left(self, home: Path) -> None:
        command = [sys.executable, "-c", KEEP_RUNNING, str(home), str(programs_of_the_run().folder)]
        user = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert user.stdout is not None
        pid = int(user.stdout.readline())
        user.kill()
        user.wait()
        user.stdout.close()
        with in_folder(home) as server:
            assert server.pid() == pid
        assert not alive(pid)

    def test_ctrl_c_stops_it_in_order(self, home: Path) -> None:
        command = [sys.executable, "-c", KEEP_RUNNING, str(home), str(programs_of_the_run().folder)]
        user = subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            start_new_session=True,
        )
        assert user.stdout is not None
        pid = int(user.stdout.readline())
        os.killpg(user.pid, signal.SIGINT)  # as a terminal does: to the whole group
        user.wait(timeout=120)
        user.stdout.close()
        assert not alive(pid)
        assert "received fast shutdown request" in (home / "log").read_text()

    def test_is_found_again_after_it_was_killed(self, home: Path) -> None:
        first, second = in_folder(home), in_folder(home)
        first.start()
        killed = first.pid()
        os.kill(killed, signal.SIGKILL)
        while alive(killed):
            time.sleep(0.01)
        second.start()
        assert second.pid() != killed
        assert listens(second.url)
        second.stop()
        assert first.stop()

    def test_a_stale_pid_file_that_names_another_process_is_no_server(self, home: Path) -> None:
        with in_folder(home):
            lines = (home / "data" / "postmaster.pid").read_text().splitlines()
        stale = "\n".join([str(os.getpid()), *lines[1:]])
        (home / "data" / "postmaster.pid").write_text(stale + "\n")
        with in_folder(home) as server:
            assert server.pid() != os.getpid()

    def test_refuses_the_data_of_another_major_version(self, folder: Path) -> None:
        home = folder / "older"
        with in_folder(home):
            pass
        (home / "data" / "PG_VERSION").write_text("14\n")
        with pytest.raises(CannotStart, match="was made by PostgreSQL 14, this program brings"):
            in_folder(home).start()

    def test_says_in_one_line_that_a_setting_is_wrong(self, folder: Path) -> None:
        wrong = Server(folder / "wrong", changes={"shared_buffers": "much"})
        with pytest.raises(CannotStart, match="shared_buffers") as refused:
            wrong.start()
        assert "\n" not in str(refused.value)

    def test_says_where_it_looked_for_the_programs(self, folder: Path) -> None:
        with pytest.raises(BinariesMissing, match="no PostgreSQL in /nowhere"):
            Binaries(Path("/nowhere")).major()

    def test_takes_the_port_that_it_is_given(self, home: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        with Server(home, port=port, binaries=programs_of_the_run()) as server:
            assert urlsplit(server.url).port == port


class TestSafety:
    def test_passwords_are_for_their_owner_alone(self, running: Server, home: Path) -> None:
        found = (home / "passwords.json").stat()
        assert stat.S_IMODE(found.st_mode) == 0o600
        assert found.st_uid == os.geteuid()
        assert len(set(running.passwords.values())) == 8
        assert min(map(len, running.passwords.values())) >= 32

    def test_lost_passwords_are_said_to_be_lost(self, home: Path) -> None:
        kept = (home / "passwords.json").rename(home / "kept")
        try:
            with pytest.raises(Unreadable, match=r"passwords\.json is missing"):
                in_folder(home).start()
        finally:
            kept.rename(home / "passwords.json")

    def test_listens_on_the_loopback_only(self, running: Server, home: Path) -> None:
        pid_file = (home / "data" / "postmaster.pid").read_text().splitlines()
        assert pid_file[5] == "127.0.0.1"
        assert pid_file[4] == ""  # no socket in the file system
        assert urlsplit(running.url).hostname == "127.0.0.1"

    def test_does_not_run_as_root(self, running: Server) -> None:
        assert Path(f"/proc/{running.pid()}").stat().st_uid != 0

    async def test_nobody_gets_in_without_the_password(self, running: Server) -> None:
        url = urlsplit(running.url)
        with pytest.raises(asyncpg.InvalidPasswordError):
            await asyncpg.connect(f"postgresql://postgres:wrong@{url.hostname}:{url.port}/postgres")

    async def test_commits_are_on_disk_unless_a_test_says_otherwise(self, folder: Path) -> None:
        with Server(folder / "safe") as server:
            connection = await asyncpg.connect(on_database(server.url, "postgres"))
            shown = {name: await connection.fetchval(f"show {name}") for name in SAFE}
            await connection.close()
        assert shown == SAFE

    def test_a_private_folder_is_exchanged_for_one_that_can_be_entered(self, folder: Path) -> None:
        if os.geteuid() != 0:
            pytest.skip("only root runs the server under another account")
        private = folder / "private"
        private.mkdir(mode=0o700)
        with in_folder(private / "server") as server:
            assert listens(server.url)
        real = (private / "server").resolve()
        assert real.is_relative_to("/var/lib/congtam")
        with in_folder(private / "server"):
            pass
        shutil.rmtree(real)


SAFE = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "password_encryption": "scram-sha-256",
}


class TestPrepare:
    @pytest.fixture
    async def plain_user(self, running: Server) -> AsyncIterator[str]:
        """A URL of somebody who may connect, and nothing else."""
        await prepare(running.url, running.passwords)
        connection = await asyncpg.connect(running.url)
        await connection.execute("create role plain login password 'plain-plain'")
        place = urlsplit(running.url)
        yield f"postgresql://plain:plain-plain@127.0.0.1:{place.port}/congtam"
        await connection.execute("drop role plain")
        await connection.close()

    async def test_is_safe_to_repeat(self, running: Server) -> None:
        first = await prepare(running.url, running.passwords)
        assert await prepare(running.url, running.passwords) == first
        connection = await first.writer.connect()
        assert await connection.fetchval("select session_user") == "congtam_writer"
        await connection.close()

    async def test_prepares_several_databases_of_one_server_at_once(self, running: Server) -> None:
        names = [f"at_once_{number}" for number in range(4)]
        for _ in range(3):
            await asyncio.gather(
                *(prepare(on_database(running.url, name), running.passwords) for name in names)
            )

    async def test_takes_a_role_on_where_roles_have_no_password(self, running: Server) -> None:
        access = await prepare(running.url)
        connection = await access.writer.connect()
        found = await connection.fetchrow("select session_user::text, current_user::text")
        await connection.close()
        assert tuple(found or ()) == ("postgres", "congtam_writer")

    async def test_says_what_an_administrator_must_do(self, plain_user: str) -> None:
        with pytest.raises(NotPrepared, match="an administrator must prepare it") as refused:
            await prepare(plain_user)
        assert "\n" not in str(refused.value)

    @pytest.mark.parametrize(
        ("url", "told"),
        [
            ("mysql://localhost/x", "must look like postgresql://"),
            ("postgresql://localhost:1/congtam", "cannot connect"),
            ("postgresql://localhost:1/con-gtam", "a database name of a-z"),
            ("postgresql://localhost:1/", "a database name of a-z"),
        ],
    )
    async def test_says_what_is_wrong_with_the_url(self, url: str, told: str) -> None:
        with pytest.raises(NotPrepared, match=told) as refused:
            await prepare(url)
        assert "\n" not in str(refused.value)

    async def test_never_shows_the_password(self, running: Server) -> None:
        access = await prepare(running.url, running.passwords)
        for password in running.passwords.values():
            assert password not in repr(access)


async def test_starting_together_starts_one(home: Path) -> None:
    servers = [in_folder(home) for _ in range(3)]
    began = time.monotonic()
    urls = await asyncio.gather(*(asyncio.to_thread(server.start) for server in servers))
    assert len(set(urls)) == 1
    assert [server.stop() for server in servers].count(True) == 1
    assert time.monotonic() - began < 60
