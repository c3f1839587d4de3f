"""What a process does when it has started, before it works."""

import ctypes
import gc
import sys

COLLECT_AFTER = 50_000
"""Allocations between two looks of the collector: a page of results is no garbage yet."""


def settle() -> None:
    """What stands now stands for good: the collector need never look at it again.

    What comes is mostly freed without the collector; and what only the start needed goes back to
    the system, where the C library can do that.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, 20, 20)
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
