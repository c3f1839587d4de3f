"""The one clock. It is read once for each request, at the door; below, the day is an argument."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""Viet Nam's time: one zone for the whole country, without summer time."""

Clock = Callable[[], datetime]


def clock() -> datetime:
    """This instant, in Vietnamese time: its date is the day that the law asks for."""
    return datetime.now(VIETNAM)
