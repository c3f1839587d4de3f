"""`congtam sdl`: the contract's text, committed so that a change of it is a visible diff."""

from pathlib import Path

import click

from gateway.failure import Failure
from schema.platform import schema

FILE = Path(__file__).parents[2] / "schema" / "sdl" / "congtam.graphql"


class Outdated(Failure):
    """The committed text is not the contract's; run: make sdl"""


@click.command()
@click.option("--check", is_flag=True, help="Change nothing; fail where the text is outdated.")
def sdl(check: bool) -> None:
    """Write schema/sdl/congtam.graphql anew."""
    text = current()
    if check:
        if not FILE.exists() or FILE.read_text(encoding="utf-8") != text:
            raise Outdated(f"{FILE.name} is outdated; run: make sdl")
        return
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(text, encoding="utf-8")
    click.echo(f"{FILE.name}: {text.count(chr(10))} lines")


def current() -> str:
    """The text of the contract as the code has it now."""
    return schema.as_str() + "\n"
