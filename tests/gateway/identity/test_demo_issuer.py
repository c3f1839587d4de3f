"""The demo's identity provider: a real one, on this machine alone, with lasting keys and names."""

import base64
import json
import os
import socket
from pathlib import Path

import httpx2
import pytest

from gateway.identity import demo_issuer
from gateway.identity.demo_issuer import DemoIssuer, DemoIssuerAway, Running
from gateway.processes import DidNotStart
from tests.gateway.identity.conftest import started
from tests.gateway.identity.world import ACCOUNTS, free_port


def read(token: str) -> tuple[dict[str, object], dict[str, object]]:
    head, body, _ = (part + "=" * (-len(part) % 4) for part in token.split("."))
    return json.loads(base64.urlsafe_b64decode(head)), json.loads(base64.urlsafe_b64decode(body))


class TestTheDemoIssuer:
    @pytest.mark.parametrize("algorithm", ["RS256", "ES256"])
    def test_signs_real_access_tokens(self, issuer: DemoIssuer, algorithm: str) -> None:
        head, claims = read(issuer.token("head", algorithm=algorithm, lifetime=77))
        assert (head["alg"], head["typ"]) == (algorithm, "at+jwt")
        assert (claims["iss"], claims["sub"]) == (issuer.url, "0190-head")
        assert (claims["aud"], claims["scope"]) == (demo_issuer.AUDIENCE, "api")
        assert int(str(claims["exp"])) - int(str(claims["iat"])) == 77

    @pytest.mark.parametrize(
        "asked",
        [
            {"account": "nobody"},
            {"account": "head", "algorithm": "HS256"},
            {"account": "head", "lifetime": 0},
            {"account": "head", "lifetime": 10**9},
        ],
    )
    def test_refuses_what_it_cannot_stand_for(
        self, issuer: DemoIssuer, asked: dict[str, object]
    ) -> None:
        with pytest.raises(DemoIssuerAway, match="refused"):
            issuer.token(**asked)  # type: ignore[arg-type]

    def test_gives_tokens_only_to_the_command_line(self, issuer: DemoIssuer) -> None:
        asked = {"grant_type": demo_issuer.ACCOUNT_GRANT, "account": "head"}
        wrong = (demo_issuer.COMMAND_LINE, "guessed")
        answer = httpx2.post(f"{issuer.url}/token", data=asked, auth=wrong)
        assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")
        portal = (demo_issuer.PORTAL, issuer.portal_secret)
        answer = httpx2.post(f"{issuer.url}/token", data=asked, auth=portal)
        assert answer.status_code == 400
        assert "access_token" not in answer.json()

    def test_keeps_its_keys_to_itself(self, issuer: DemoIssuer) -> None:
        for name in ("issuer.json", "accounts.json", "issuer.log"):
            assert os.stat(issuer.data / name).st_mode & 0o077 == 0
        published = httpx2.get(f"{issuer.url}/jwks").json()["keys"]
        assert {key["alg"] for key in published} == {"RS256", "ES256"}
        assert not any("d" in key for key in published)

    def test_listens_on_this_machine_alone(self, issuer: DemoIssuer) -> None:
        port = int(issuer.url.rpartition(":")[2])
        sockets = Path("/proc/net/tcp").read_text() + Path("/proc/net/tcp6").read_text()
        listening = [line.split()[1] for line in sockets.splitlines() if " 0A " in line]
        assert [place for place in listening if place.endswith(f":{port:04X}")] == [
            f"0100007F:{port:04X}"
        ]

    def test_keeps_keys_and_names_over_a_restart(self, short_lived: Running) -> None:
        before = read(short_lived.issuer.token("head"))
        short_lived.child.stop()
        assert short_lived.child.exit_code == 0
        port = int(short_lived.issuer.url.rpartition(":")[2])
        again = demo_issuer.start(
            short_lived.issuer.data, port, ACCOUNTS, portal_url="http://localhost:8000"
        )
        with again:
            after = read(again.issuer.token("head"))
        assert before[0] == after[0]
        assert before[1]["sub"] == after[1]["sub"]

    def test_says_so_when_its_port_is_taken(self, tmp_path: Path) -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            with pytest.raises(DemoIssuerAway, match=f"port {port} is taken"):
                demo_issuer.start(tmp_path, port, ACCOUNTS, portal_url="http://localhost:8000")

    def test_says_what_is_wrong_with_a_setting(self, tmp_path: Path) -> None:
        with pytest.raises(DidNotStart, match="ISSUER_PORTAL_URL must be an origin"):
            demo_issuer.start(tmp_path, free_port(), ACCOUNTS, portal_url="http://a/path")

    def test_has_no_tokens_before_it_was_ever_started(self, tmp_path: Path) -> None:
        with pytest.raises(DemoIssuerAway, match="never started"):
            DemoIssuer(tmp_path).token("head")

    def test_has_no_tokens_while_it_is_away(self, tmp_path: Path, portal_port: int) -> None:
        with started(tmp_path, portal_port) as running:
            pass
        with pytest.raises(DemoIssuerAway, match="does not answer"):
            running.issuer.token("head")


def test_a_relative_folder_is_that_of_whoever_starts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with demo_issuer.start(
        Path("issuer"), free_port(), ACCOUNTS, portal_url="http://localhost:8000"
    ) as running:
        assert running.issuer.portal_secret
        assert (tmp_path / "issuer" / "issuer.json").is_file()
