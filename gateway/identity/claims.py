"""What a token says, by the operator's mapping: who somebody is, and never what he may do."""

import re
from typing import Any

from joserfc.errors import ClaimError, ExpiredTokenError, MissingClaimError
from joserfc.jwt import ClaimsOption, JWTClaimsRegistry

from gateway.identity.refusals import InvalidToken, Reason
from gateway.settings.issuers import Claims as Mapping

LONGEST_NAME = 255
PERSONAL_NUMBER = re.compile(r"[0-9]{12}", re.ASCII)

_REASONS: dict[str, Reason] = {
    "aud": "wrong_audience",
    "iss": "unknown_issuer",
    "nbf": "not_yet_valid",
    "iat": "not_yet_valid",
}


def at(claims: dict[str, Any], path: str) -> Any:
    """The value at `path`: a claim's whole name, or names joined by dots; None if there is none."""
    if path in claims:
        return claims[path]
    value: Any = claims
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def subject(claims: dict[str, Any], mapping: Mapping) -> str:
    """The issuer's lasting name of the person; raises InvalidToken if there is none."""
    return text(claims, mapping.subject)


def text(claims: dict[str, Any], path: str) -> str:
    """A claim that must be a text of 1 to 255 characters; raises InvalidToken otherwise."""
    value = at(claims, path)
    if value is None:
        raise InvalidToken("missing_claim")
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_NAME:
        raise InvalidToken("invalid_claim")
    return value


def personal_number(claims: dict[str, Any], mapping: Mapping) -> str | None:
    """The 12 digits of the personal number, if the issuer is trusted for it and gives it."""
    if mapping.personal_number is None:
        return None
    value = at(claims, mapping.personal_number)
    if isinstance(value, str) and PERSONAL_NUMBER.fullmatch(value):
        return value
    return None


def hold(
    claims: dict[str, Any],
    *,
    issuer: str,
    audience: str,
    required: set[str],
    now: float,
    leeway: int,
) -> None:
    """Hold the registered claims (RFC 7519, section 4.1) against what is expected.

    `required` names what must be there beside iss and aud; `leeway` is in seconds.
    Raises InvalidToken with the reason.
    """
    options: dict[str, ClaimsOption] = {name: {"essential": True} for name in required}
    options["iss"] = {"essential": True, "value": issuer}
    options["aud"] = {"essential": True, "value": audience}
    try:
        JWTClaimsRegistry(now=int(now), leeway=leeway, **options).validate(claims)
    except ExpiredTokenError as fault:
        raise InvalidToken("expired") from fault
    except MissingClaimError as fault:
        raise InvalidToken("missing_claim") from fault
    except ClaimError as fault:
        raise InvalidToken(_REASONS.get(fault.claim, "invalid_claim")) from fault
