"""`congtam settings`: every setting, what it takes and what it is set to here."""

import click
from pydantic import SecretStr

from gateway.settings import Issuer, Settings, allowed, load, variables

PREAMBLE = """\
# Settings

Every setting of Công Tâm, read from the environment once, at start. An unknown `CONGTAM_` name or a
value that is not allowed stops the program with one line that says what is.

This page is generated: `congtam settings --markdown > infra/settings.md`.

| name | meaning | allowed | default |
| --- | --- | --- | --- |
"""


@click.command()
@click.option("--markdown", is_flag=True, help="The page infra/settings.md, without any value.")
def settings(markdown: bool) -> None:
    """List every setting with its meaning, the values it takes and its value here."""
    click.echo(page() if markdown else _listing(load()), nl=not markdown)


def page() -> str:
    """The text of infra/settings.md."""
    return PREAMBLE + "".join(
        f"| `{variable}` | {_meaning(field)} | `{allowed(field)}` | {_default(field)} |\n"
        for field, variable in variables().items()
    )


def _listing(current: Settings) -> str:
    """One paragraph for each setting; secrets say only whether they are set."""
    return "\n\n".join(
        f"{variable} = {_shown(getattr(current, field))}\n"
        f"    {_meaning(field)}\n    allowed: {allowed(field)}"
        for field, variable in variables().items()
    )


def _meaning(field: str) -> str:
    return Settings.model_fields[field].description or ""


def _default(field: str) -> str:
    value = Settings.model_fields[field].default
    return "unset" if value in (None, ()) else f"`{_shown(value)}`"


def _shown(value: object) -> str:
    if value is None or value == ():
        return "(unset)"
    if isinstance(value, SecretStr):
        return "(set, not shown)"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(each.issuer if isinstance(each, Issuer) else each for each in value)
    return str(value)
