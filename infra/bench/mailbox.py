"""A mail server in a process of its own, as a real one is: it takes time from no sender's process.

python infra/bench/mailbox.py FILE      says its port, and writes a line for each letter it took
"""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from tests.gateway.mail_server import MailServer, mail_server

ROOT = Path(__file__).parents[2]
_MESSAGE_ID = re.compile(rb"(?im)^Message-ID:\s*(\S+)")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """What the mail server took, by Message-ID, in its order."""

    port: int
    file: Path

    def taken(self) -> list[str]:
        return self.file.read_text("utf-8").splitlines()

    def empty(self) -> None:
        self.file.write_text("", "utf-8")


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """A mail server on a free port, until the end."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "taken"
        command = [sys.executable, str(Path(__file__)), str(file)]
        with subprocess.Popen(
            command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
        ) as process:
            try:
                assert process.stdout is not None
                yield Mailbox(int(process.stdout.readline()), file)
            finally:
                process.terminate()


class _Noting(MailServer):
    """Notes the Message-ID of each letter in a file, and does not read the rest: to take a letter
    apart is what a mailbox does later, and here it would take time from the senders' processors."""

    def __init__(self, file: TextIO) -> None:
        super().__init__(pipelining=True)  # as nearly every mail server announces it
        self._file = file

    def keep(self, content: bytes) -> None:
        found = _MESSAGE_ID.search(content)
        assert found is not None
        self._file.write(f"{found[1].decode()}\n")
        self._file.flush()


def _serve(file: Path) -> None:
    with file.open("a", encoding="utf-8") as out, mail_server(_Noting(out)) as mail:
        print(mail.port, flush=True)
        signal.pause()


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
