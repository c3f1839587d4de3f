"""Which slice a function belongs to, told by where it lives."""

from typing import Any


def slice_of(function: Any) -> str:
    """The slice of a question, a deed or a computed value; empty for none.

    In the answers it is the folder, in the contract what the file's name begins with.
    """
    floor, *within = getattr(function, "__module__", "").split(".")
    if floor == "resolvers" and within:
        return within[0]
    return within[-1].partition("_")[0] if floor == "schema" and within else ""
