"""Who asks: bearer tokens, portal sessions, and the links from issuers' subjects to persons."""

from gateway.identity.authenticator import ANONYMOUS, Authenticator, Identity
from gateway.identity.entrances import PARTY_SCOPE
from gateway.identity.links import Links, Met, person_of
from gateway.identity.refusals import IdentityRefusal, InvalidToken, IssuerAway
from gateway.identity.service import FrontDoor, Way, build
from gateway.identity.sessions import end_sessions
from gateway.identity.tokens import Claims, Tokens

__all__ = [
    "ANONYMOUS",
    "PARTY_SCOPE",
    "Authenticator",
    "Claims",
    "FrontDoor",
    "Identity",
    "IdentityRefusal",
    "InvalidToken",
    "IssuerAway",
    "Links",
    "Met",
    "Tokens",
    "Way",
    "build",
    "end_sessions",
    "person_of",
]
