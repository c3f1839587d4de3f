"""The installation's secret: given by the operator, or made once and kept beside the data."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from gateway.settings import Settings

FILE = "secret"
LENGTH = 32


def secret_of(settings: Settings) -> bytes:
    """The secret from which the keys for personal numbers and stored tokens are derived."""
    if settings.secret_key is not None:
        return settings.secret_key.get_secret_value().encode()
    return _kept(settings.data)


def _kept(folder: Path) -> bytes:
    """The secret in the data folder; made, for its owner alone, where there is none yet.

    It appears whole or not at all: two processes that start together read the same one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE
    if not file.exists():
        descriptor, fresh = mkstemp(dir=folder, prefix=f"{FILE}.")
        with open(descriptor, "wb") as made:
            made.write(os.urandom(LENGTH))
            made.flush()
            os.fsync(made.fileno())
        with suppress(FileExistsError):
            os.link(fresh, file)
        os.unlink(fresh)
    return file.read_bytes()
