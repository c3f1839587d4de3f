"""An issuer of our own with keys of our own: it signs anything, and answers as badly as asked."""

import base64
import hmac
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from joserfc import jws
from joserfc.jwk import ECKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from gateway.settings import Claims, Issuer
from tests.gateway.identity.world import listening

AUDIENCE = "urn:congtam:api"
ACCESS_TOKEN = {"typ": "at+jwt"}


def rsa_key(kid: str = "first") -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig", "alg": "RS256"})


def ec_key(kid: str) -> ECKey:
    return ECKey.generate_key("P-256", {"kid": kid, "use": "sig", "alg": "ES256"})


FIRST = rsa_key()


class OwnIssuer:
    """It counts how often its keys are asked for, and can be made to be away."""

    def __init__(self, port: int) -> None:
        self.port, self.url = port, f"http://127.0.0.1:{port}"
        self.reset()

    def reset(self) -> None:
        """As on the first day: one key, published; nobody asked; at home and honest."""
        self.key: RSAKey | ECKey = FIRST
        self.published: list[dict[str, Any]] = [public(self.key)]
        self.asked = 0
        self.away = False
        self.names = self.url
        self.padding = 0

    def settings(self, **mapping: Any) -> Issuer:
        return Issuer(issuer=self.url, audience=AUDIENCE, claims=Claims(**mapping))

    def rotate(self, kid: str) -> None:
        """Sign with a new key from now on, and publish that one alone."""
        self.key = rsa_key(kid)
        self.published = [public(self.key)]

    def claims(self, **changes: Any) -> dict[str, Any]:
        """The claims of a good access token; a change to None leaves a claim out."""
        now = int(time.time())
        good = {
            "iss": self.url,
            "sub": "somebody",
            "aud": AUDIENCE,
            "client_id": "a-client",
            "jti": f"jti-{time.time_ns()}",
            "iat": now,
            "exp": now + 300,
        }
        return {name: value for name, value in {**good, **changes}.items() if value is not None}

    def sign(self, claims: dict[str, Any], key: Any = None, *, alg: str = "", **header: Any) -> str:
        """A token over `claims`, by our key unless another is given."""
        key = key or self.key
        alg = alg or ("ES256" if isinstance(key, ECKey) else "RS256")
        full = {"alg": alg, "kid": self.key.kid, **ACCESS_TOKEN, **header}
        full = {name: value for name, value in full.items() if value is not None}
        registry = jws.JWSRegistry(algorithms=[alg], strict_check_header=False)
        return jws.serialize_compact(full, json.dumps(claims), key, registry=registry)

    def access_token(self, **changes: Any) -> str:
        return self.sign(self.claims(**changes))

    def by_public_key(self, **changes: Any) -> str:
        """HS256 with our public key as the secret: the classic confusion of algorithms."""
        header = {"alg": "HS256", "kid": self.key.kid, **ACCESS_TOKEN}
        body = f"{packed(header)}.{packed(self.claims(**changes))}"
        proof = hmac.digest(self.key.as_pem(private=False), body.encode(), "sha256")
        return f"{body}.{base64.urlsafe_b64encode(proof).rstrip(b'=').decode()}"

    def unsigned(self, **changes: Any) -> str:
        """`alg: none`, and nothing after the last dot."""
        header = {"alg": "none", "kid": self.key.kid, **ACCESS_TOKEN}
        return f"{packed(header)}.{packed(self.claims(**changes))}."

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        routes = [
            Route("/.well-known/openid-configuration", self._describe),
            Route("/jwks", self._keys),
        ]
        async with listening(Starlette(routes=routes), self.port):
            yield

    async def _describe(self, request: Request) -> Response:
        if self.away:
            return Response(status_code=503)
        return JSONResponse({"issuer": self.names, "jwks_uri": f"{self.url}/jwks"})

    async def _keys(self, request: Request) -> Response:
        self.asked += 1
        if self.away:
            return Response(status_code=503)
        return JSONResponse({"keys": self.published, "padding": "x" * self.padding})


def public(key: RSAKey | ECKey) -> dict[str, Any]:
    return dict(key.as_dict(private=False))


def packed(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def now() -> int:
    """This second, as tokens count."""
    return int(time.time())
