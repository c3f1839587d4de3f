"""Reads a signed token (JWS in compact form, RFC 7515) and proves who signed it."""

import binascii
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import orjson
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.util import urlsafe_b64decode

from gateway.identity.keys import KEY_TYPES, IssuerKeys
from gateway.identity.refusals import InvalidToken

LONGEST = 8192


def _registry(algorithm: str) -> jws.JWSRegistry:
    registry = jws.JWSRegistry(algorithms=[algorithm], strict_check_header=False)
    registry.max_header_length = LONGEST
    return registry


_REGISTRIES = {algorithm: _registry(algorithm) for algorithm in KEY_TYPES}


@dataclass(frozen=True, slots=True)
class Unproven:
    """A token taken apart, its signature not yet checked: nothing in it may be believed."""

    text: str
    kid: str
    algorithm: str
    claims: dict[str, Any]

    @property
    def issuer(self) -> str:
        """Whom the token claims to come from; InvalidToken if it names nobody."""
        issuer = self.claims.get("iss")
        if not isinstance(issuer, str):
            raise InvalidToken("missing_claim" if issuer is None else "invalid_claim")
        return issuer


def take_apart(
    text: str, *, types: Collection[str | None], algorithms: Collection[str]
) -> Unproven:
    """Split a token and hold its header against what is accepted.

    `types` are the accepted values of `typ`, in small letters; None in it accepts a token without.
    Raises InvalidToken: malformed, wrong_type, algorithm_refused, unknown_key (no key id).
    """
    parts = text.split(".")
    if len(parts) != 3 or len(text) > LONGEST or not all(parts[:2]):
        raise InvalidToken("malformed")
    header, claims = _json(parts[0]), _json(parts[1])
    # Extensions change what a signature covers; we know none, so we refuse all (section 4.1.11).
    if "crit" in header or "b64" in header:
        raise InvalidToken("malformed")
    if _type(header) not in types:
        raise InvalidToken("wrong_type")
    algorithm, kid = header.get("alg"), header.get("kid")
    if not isinstance(algorithm, str) or algorithm not in algorithms:
        raise InvalidToken("algorithm_refused")
    if not isinstance(kid, str):
        raise InvalidToken("unknown_key")
    return Unproven(text, kid, algorithm, claims)


async def prove(token: Unproven, keys: IssuerKeys) -> dict[str, Any]:
    """The claims of a token whose signature holds. Raises InvalidToken or IssuerAway."""
    key = await keys.find(token.kid, token.algorithm)
    try:
        jws.deserialize_compact(token.text, key, registry=_REGISTRIES[token.algorithm])
    except (JoseError, ValueError, TypeError) as fault:
        raise InvalidToken("bad_signature") from fault
    return token.claims


def _json(part: str) -> dict[str, Any]:
    try:
        found = orjson.loads(urlsafe_b64decode(part.encode("ascii")))
    except (binascii.Error, ValueError) as fault:
        raise InvalidToken("malformed") from fault
    if not isinstance(found, dict):
        raise InvalidToken("malformed")
    return found


def _type(header: dict[str, Any]) -> str | None:
    """`typ` without the prefix that may be left out (RFC 7515, section 4.1.9)."""
    given = header.get("typ")
    if given is None:
        return None
    return str(given).lower().removeprefix("application/")
