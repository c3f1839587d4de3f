"""Every table of the program, for migrations and for the test that compares them with the code."""

import importlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import MetaData

import gateway.identity
import resolvers
from resolvers.core import authority, receipts
from resolvers.core.tables import metadata


def all_tables() -> MetaData:
    """The metadata after every module that declares a table has been imported."""
    for name in _declaring():
        importlib.import_module(name)
    assert {authority.authority_stamp.key, receipts.receipt.key} <= metadata.tables.keys()
    return metadata


def _declaring() -> Iterator[str]:
    yield f"{gateway.identity.__name__}.tables"
    for folder in resolvers.__path__:
        for found in sorted(Path(folder).glob("*/tables.py")):
            yield f"{resolvers.__name__}.{found.parent.name}.tables"
