"""An issuer of the bench's own: real RFC 9068 access tokens, and the key to check them by."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from joserfc import jws
from joserfc.jwk import RSAKey

from gateway.settings import Issuer
from infra.bench.population import ISSUER, subject

AUDIENCE = "urn:congtam:api"
LIFETIME = 12 * 3600


class BenchIssuer:
    """Signs tokens (RS256, 2048 bits); `port` is where its key can be fetched."""

    def __init__(self, port: int, key: RSAKey) -> None:
        self._port, self._key = port, key
        self._registry = jws.JWSRegistry(algorithms=["RS256"], strict_check_header=False)

    def settings(self) -> str:
        """How the server is told to trust it: the value of CONGTAM_ISSUERS."""
        jwks = f"http://127.0.0.1:{self._port}/"
        issuer = Issuer(issuer=ISSUER, audience=AUDIENCE, jwks_url=jwks)
        return json.dumps([issuer.model_dump(mode="json", exclude_none=True)])

    def token(self, person: int) -> str:
        now = int(time.time())
        claims = {
            "iss": ISSUER,
            "sub": subject(person),
            "aud": AUDIENCE,
            "client_id": "bench",
            "jti": f"{person}-{now}",
            "iat": now,
            "exp": now + LIFETIME,
            "scope": "api",
        }
        header = {"alg": "RS256", "typ": "at+jwt", "kid": self._key.kid}
        return jws.serialize_compact(header, json.dumps(claims), self._key, registry=self._registry)


@contextmanager
def bench_issuer() -> Iterator[BenchIssuer]:
    """The issuer, its key published as long as the block lasts."""
    key = RSAKey.generate_key(2048, {"kid": "bench", "use": "sig", "alg": "RS256"})
    published = json.dumps({"keys": [key.as_dict(private=False)]}).encode()

    class Keys(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(published)))
            self.end_headers()
            self.wfile.write(published)

        def log_message(self, *_: object) -> None:
            """Nothing: the server's own log tells when it asked."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Keys)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield BenchIssuer(server.server_port, key)
    finally:
        server.shutdown()
        server.server_close()
