"""The command line `congtam`: doors to the same deeds and questions that the API opens.

A command is loaded only when it is called, so that `congtam score` starts without the database
libraries. Adding one is a line in COMMANDS.
"""

from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import Any

import click

from gateway.commands.ending import ended

COMMANDS = {
    "audit": "gateway.commands.audit:audit",
    "demo": "gateway.commands.demo:demo",
    "import": "gateway.commands.imports:imports",
    "migrate": "gateway.commands.migrate:migrate",
    "party": "gateway.commands.party:party",
    "score": "gateway.commands.score:score",
    "sdl": "gateway.commands.sdl:sdl",
    "serve": "gateway.commands.serve:serve",
    "settings": "gateway.commands.settings:settings",
    "work": "gateway.commands.work:work",
    "year": "gateway.commands.year:year",
}
"""Each command, and the `module:object` that holds it."""


class Lazy(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        if cmd_name not in COMMANDS:
            raise click.exceptions.NoSuchCommand(cmd_name, possibilities=COMMANDS, ctx=ctx)
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run and exit: 0 done, 1 refused, 2 input to be changed, 130 interrupted."""
        run = partial(super().main, args, prog_name, complete_var, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        raise SystemExit(ended(run))


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="congtam", prog_name="congtam", message="%(prog)s %(version)s")
def main() -> None:
    """Công Tâm: impartial, counted evaluation of civil servants (Decree 335/2025/NĐ-CP)."""
