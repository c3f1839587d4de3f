"""What is done for its outcome alone, by a process of its own that takes its memory along."""

import os
import threading
from collections.abc import Callable


def went_well_apart(work: Callable[[], object]) -> bool:
    """Whether a child process did `work` without raising; what it kept or built is gone with it.

    False says nothing about `work`: there may be no way to fork here, or another thread may hold a
    lock that the child would wait for. Whoever asks does the work himself then, and hears what is
    wrong.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return False
    child = os.fork()
    if child == 0:
        _do(work)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _do(work: Callable[[], object]) -> None:
    """Leave by the shortest way: what the parent has open is the parent's to close."""
    outcome = 1
    try:
        work()
        outcome = 0
    finally:
        os._exit(outcome)
