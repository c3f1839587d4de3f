"""Reads the settings at start, and says in one line what is wrong with them."""

import os
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from gateway.failure import Failure
from gateway.settings.model import PREFIX, Settings


class Misconfigured(Failure):
    """A setting is unknown or wrong; the message is one line that says what is allowed."""

    exit_code = 2


def load(**given: Any) -> Settings:
    """The settings of this process: `given` first, then the environment, then the defaults.

    Raises Misconfigured, with one line, for an unknown CONGTAM_ name or a value that is refused.
    """
    refuse_unknown(os.environ)
    try:
        return Settings(**given)
    except ValidationError as error:
        problems = {found["loc"][:1]: found for found in reversed(error.errors())}
        lines = [_problem(found["loc"], found["msg"]) for found in problems.values()]
        raise Misconfigured("; ".join(reversed(lines))) from None


def refuse_unknown(environment: Mapping[str, str]) -> None:
    """Raise Misconfigured if a name begins with CONGTAM_ and is no setting."""
    known = sorted(name for name in variables().values() if name.startswith(PREFIX))
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]}?" if near else f"allowed: {', '.join(known)}"
            raise Misconfigured(f"{name} is not a setting; {hint}")


def variables() -> dict[str, str]:
    """Each setting's name in the environment, by its field name, in the order of declaration."""
    return {
        field: str(info.validation_alias or PREFIX + field.upper())
        for field, info in Settings.model_fields.items()
    }


def allowed(field: str) -> str:
    """The values that a setting takes, in words."""
    shape = Settings.model_json_schema(by_alias=False)["properties"][field]
    if "allowed" in shape:
        return str(shape["allowed"])
    shape = shape.get("anyOf", [shape])[0]
    if "enum" in shape:
        return ", ".join(shape["enum"])
    if "minimum" in shape:
        number = "a whole number" if shape["type"] == "integer" else "a number"
        return f"{number} from {shape['minimum']:,} to {shape['maximum']:,}"
    if shape["type"] == "boolean":
        return "true, false"
    return "a path" if shape.get("format") == "path" else "text"


def _problem(where: tuple[int | str, ...], message: str) -> str:
    """One sentence about one refused value; the value itself may be a secret and is left out."""
    reason = message.removeprefix("Value error, ").replace("\n", " ")
    if not where:
        return reason
    names = variables()
    field = next((f for f, variable in names.items() if where[0] in (f, variable)), None)
    if field is None:
        return f"{where[0]} is not a setting"
    inner = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in where[1:])
    return f"{names[field]}{inner} is refused ({reason}); allowed: {allowed(field)}"
