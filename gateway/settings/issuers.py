"""The identity providers that are trusted, as settings."""

from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, field_validator

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def web_address(value: str | None) -> str | None:
    """`value` if it is an https address, or http on this machine itself; ValueError otherwise."""
    if value is None:
        return None
    parts = urlsplit(value)
    if parts.scheme == "https" and parts.hostname:
        return value
    if parts.scheme == "http" and parts.hostname in LOOPBACK:
        return value
    raise ValueError("an https:// address is allowed, or http:// on this machine itself")


class Claims(BaseModel):
    """Which claims of an issuer's tokens say who somebody is; providers differ."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    subject: str = Field(
        default="sub", min_length=1, description="The issuer's lasting name of a person."
    )
    personal_number: str | None = Field(
        default=None,
        description="The 12-digit personal number, where the issuer gives it (SoDinhDanh).",
    )


class Issuer(BaseModel):
    """One identity provider whose tokens are accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    issuer: str = Field(description="Exactly as the token's `iss` says it.")
    audience: str = Field(min_length=1, description="What an access token's `aud` must contain.")
    jwks_url: str | None = Field(
        default=None, description="Where the keys are; found by discovery if unset."
    )
    discovery_url: str | None = Field(
        default=None, description="The provider's metadata; the standard place under it if unset."
    )
    algorithms: tuple[Literal["RS256", "ES256"], ...] = Field(
        default=("RS256", "ES256"),
        min_length=1,
        description="The signatures accepted; nothing else is.",
    )
    claims: Claims = Claims()

    _addresses = field_validator("issuer", "jwks_url", "discovery_url")(web_address)

    @property
    def metadata_url(self) -> str:
        """Where the provider describes itself (OpenID Connect Discovery 1.0, section 4)."""
        return self.discovery_url or f"{self.issuer.rstrip('/')}/.well-known/openid-configuration"
