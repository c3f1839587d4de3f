"""The command line's own part: finding commands, and ending with one line and the right number."""

import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from gateway import commands
from gateway.commands import COMMANDS, main
from gateway.failure import Failure
from resolvers.core.database import Unavailable
from resolvers.core.errors import NotFound

ROOT = Path(__file__).parents[2]


class NeedsChange(Failure):
    exit_code = 2


RAISES = {
    "refusal": (
        NotFound(id="7"),
        1,
        "congtam: NOT_FOUND: Nothing with the id 7 is visible to you.\n",
    ),
    "failure": (Failure("the folder\nis full"), 1, "congtam: the folder is full\n"),
    "setting": (NeedsChange("x is not y"), 2, "congtam: x is not y\n"),
    "usage": (click.UsageError("name a file"), 2, "congtam: name a file\n"),
    "unavailable": (
        Unavailable("db"),
        1,
        "congtam: the database cannot be reached; nothing was done (db)\n",
    ),
    "interrupt": (KeyboardInterrupt(), 130, "\n"),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_registered_command_loads_and_says_what_it_does(name: str) -> None:
    told = CliRunner().invoke(main, [name, "--help"])
    assert told.exit_code == 0
    assert told.output.startswith(f"Usage: main {name}")
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.help


@pytest.mark.parametrize(("error", "code", "line"), RAISES.values(), ids=list(RAISES))
def test_what_stops_a_command_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, line: str
) -> None:
    @click.command()
    def failing() -> None:
        raise error

    monkeypatch.setitem(COMMANDS, "failing", f"{commands.__name__}:failing")
    monkeypatch.setattr(commands, "failing", failing, raising=False)
    told = CliRunner().invoke(main, ["failing"])
    assert (told.exit_code, told.stderr, told.stdout) == (code, line, "")


def test_a_mistake_of_ours_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def failing() -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(COMMANDS, "failing", f"{commands.__name__}:failing")
    monkeypatch.setattr(commands, "failing", failing, raising=False)
    assert isinstance(CliRunner().invoke(main, ["failing"]).exception, ZeroDivisionError)


def test_an_unknown_command_is_answered_with_the_nearest() -> None:
    told = CliRunner().invoke(main, ["setings"])
    assert told.exit_code == 2
    assert told.stderr == "congtam: No such command 'setings'. Did you mean 'settings'?\n"


def test_no_command_at_all_is_answered_with_the_list() -> None:
    told = CliRunner().invoke(main, [])
    assert told.exit_code == 2
    assert all(name in told.stderr for name in COMMANDS)


def test_a_wrong_setting_stops_a_real_process_without_a_traceback() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "gateway.commands", "settings"],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={"CONGTAM_PROT": "1"},
    )
    assert told.returncode == 2
    assert told.stderr == "congtam: CONGTAM_PROT is not a setting; did you mean CONGTAM_PORT?\n"


def test_the_command_line_starts_without_database_web_or_settings_libraries() -> None:
    code = (
        "import sys, gateway.commands\n"
        "print({m.partition('.')[0] for m in sys.modules}"
        " & {'sqlalchemy', 'asyncpg', 'pydantic', 'starlette', 'strawberry', 'cedarpy'})"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert told.stdout == "set()\n"
