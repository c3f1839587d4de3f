"""How many sign-ins may begin from one address: each leaves rows and a redirect behind."""

from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil

from gateway.identity.refusals import TooManyLogins

MINUTE = 60.0
MOST_ADDRESSES = 10_000
"""Addresses that are remembered; the one longest unused is forgotten first."""
SITE = 64
"""Bits of an IPv6 address that name a network: whoever has one has all addresses in it."""


class LoginLimit:
    """Lets so many sign-ins a minute begin from each address, and as many at once.

    Each server process keeps its own count, of all entrances together.
    """

    def __init__(
        self, per_minute: int, clock: Callable[[], float], *, most: int = MOST_ADDRESSES
    ) -> None:
        self._each, self._clock, self._most = MINUTE / per_minute, clock, most
        self._taken: OrderedDict[str, float] = OrderedDict()
        """By address, until when what it has begun is charged to it."""

    def begin(self, address: str | None) -> None:
        """Charge one sign-in to an address; raises TooManyLogins, and charges nothing."""
        now, key = self._clock(), network(address)
        until = max(self._taken.get(key, now), now) + self._each
        if until > now + MINUTE:
            raise TooManyLogins(ceil(until - now - MINUTE))
        self._taken[key] = until
        self._taken.move_to_end(key)
        while len(self._taken) > self._most:
            self._taken.popitem(last=False)

    def __len__(self) -> int:
        """How many addresses are remembered."""
        return len(self._taken)


def network(address: str | None) -> str:
    """What is counted as one: an IPv4 address, an IPv6 network; "" where there is none."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return ""
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network((int(found), SITE), strict=False))
