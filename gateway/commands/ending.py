"""How a command ends: with a number, and where it did not succeed with one line saying why."""

import os
import sys
from collections.abc import Callable

import click

from gateway.failure import Failure

INTERRUPTED = 130
"""What a shell reports for a program that Ctrl-C ended."""


def ended(command: Callable[[], object]) -> int:
    """Run `command`; the exit code. Failures that nobody anticipated go on rising."""
    try:
        result = command()
    except click.Abort:
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.ClickException as error:
        return _said(error.format_message(), error.exit_code)
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; nothing may be flushed to it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Failure as error:
        return _said(str(error), error.exit_code)
    except Exception as error:
        if (line := _anticipated(error)) is None:
            raise
        return _said(line, 1)
    return result if isinstance(result, int) else 0


def _anticipated(error: Exception) -> str | None:
    """The line for a refusal of the floors below; imported only now, for they bring SQLAlchemy."""
    from gateway.postgres.failures import OutcomeUnknown
    from resolvers.core.database import Unavailable
    from resolvers.core.errors import Refusal

    if isinstance(error, Refusal):
        return f"{error.code}: {error.message('en')}"
    if isinstance(error, OutcomeUnknown):
        return f"it is not known whether this was done; running it again is safe ({error})"
    if isinstance(error, Unavailable):
        return f"the database cannot be reached; nothing was done ({error})"
    return None


def _said(line: str, code: int) -> int:
    one_line = " ".join(line.split())
    click.echo(f"congtam: {one_line}", err=True)
    return code
