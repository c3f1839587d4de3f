"""The entrances: the portals' own, and the Party's beside it (decision 0015).

Each has its own way in, its own cookie and its own sessions. What the Party's entrance opens, no
session of the other one does, though the person and the issuer are the same.
"""

from dataclasses import dataclass
from typing import Final, Literal

PARTY_SCOPE: Final = "congtam.party"
"""The scope with which a bearer token comes in as by the Party's entrance."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """One way into the portals."""

    name: Literal["portal", "party"]
    """As session rows carry it."""
    path: str
    """What stands before /auth, /graphql and /forms in its addresses."""
    cookie: str
    """The name of its session's cookie."""
    purpose: str
    """What its sessions are sealed for: one entrance cannot open what another one sealed."""


PORTAL: Final = Entrance("portal", "", "congtam", "congtam portal sessions")
PARTY: Final = Entrance("party", "/party", "congtam-party", "congtam party sessions")
