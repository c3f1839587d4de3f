"""Which identity a request has."""

from typing import Any

import pytest

from gateway.identity import ANONYMOUS, Identity, IdentityRefusal
from gateway.identity.demo_issuer import DemoIssuer
from gateway.identity.sessions import csrf_token
from tests.gateway.identity.world import Browser, Site

Headers = list[tuple[bytes, bytes]]


def scope(*headers: tuple[str, str], method: str = "GET") -> dict[str, Any]:
    given = [(name.encode(), value.encode("latin-1")) for name, value in headers]
    return {"type": "http", "method": method, "headers": given}


async def who(site: Site, *headers: tuple[str, str], method: str = "GET") -> Identity:
    return await site.door.portal.authenticator.authenticate(scope(*headers, method=method))


async def refusal(site: Site, *headers: tuple[str, str], method: str = "GET") -> IdentityRefusal:
    with pytest.raises(IdentityRefusal) as refused:
        await who(site, *headers, method=method)
    return refused.value


@pytest.fixture
async def cookie(browser: Browser) -> tuple[str, str]:
    await browser.sign_in("member")
    return "cookie", f"theme=dark; congtam={browser.cookies['congtam']}; congtam-x=y"


def secret_in(cookie: tuple[str, str]) -> str:
    return cookie[1].split("congtam=")[1].split(";")[0]


class TestARequest:
    async def test_without_credentials_is_nobodys(self, site: Site) -> None:
        assert await who(site, ("accept", "*/*"), method="POST") is ANONYMOUS

    @pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER"])
    async def test_with_a_bearer_token_is_its_subjects(
        self, site: Site, issuer: DemoIssuer, scheme: str
    ) -> None:
        token = ("authorization", f"{scheme} {issuer.token('head')}")
        for method in ("GET", "POST"):
            found = await who(site, token, method=method)
            assert (found.kind, found.iss, found.sub) == ("bearer", issuer.url, "0190-head")
            assert found.client_id == "congtam-cli"

    @pytest.mark.parametrize("value", ["Basic aGVhZDpjb25ndGFt", "Bearer", "Bearer ", "đ", ""])
    async def test_with_another_authorization_is_refused(self, site: Site, value: str) -> None:
        given = ("authorization", value.encode().decode("latin-1"))
        refused = await refusal(site, given)
        assert (refused.status, refused.code) == (401, "INVALID_TOKEN")

    async def test_with_two_tokens_is_refused(self, site: Site, issuer: DemoIssuer) -> None:
        one = ("authorization", f"Bearer {issuer.token('head')}")
        other = ("authorization", f"Bearer {issuer.token('member')}")
        refused = await refusal(site, one, other)
        assert (refused.status, refused.code) == (400, "AMBIGUOUS_CREDENTIALS")

    async def test_with_a_session_is_its_persons(
        self, site: Site, issuer: DemoIssuer, cookie: tuple[str, str]
    ) -> None:
        found = await who(site, cookie)
        assert (found.kind, found.iss, found.sub) == ("session", issuer.url, "0190-member")
        assert found.session is not None

    async def test_with_a_session_and_a_token_is_refused(
        self, site: Site, issuer: DemoIssuer, cookie: tuple[str, str]
    ) -> None:
        token = ("authorization", f"Bearer {issuer.token('head')}")
        assert (await refusal(site, cookie, token)).code == "AMBIGUOUS_CREDENTIALS"
        assert (await refusal(site, token, cookie)).code == "AMBIGUOUS_CREDENTIALS"

    async def test_with_two_sessions_is_refused(self, site: Site, cookie: tuple[str, str]) -> None:
        planted = ("cookie", f"congtam={'a' * 43}")
        assert (await refusal(site, cookie, planted)).code == "AMBIGUOUS_CREDENTIALS"

    @pytest.mark.parametrize("secret", ["", "short", "x" * 43, "x" * 4000, "đđđ"])
    async def test_with_a_session_that_is_none_is_nobodys(self, site: Site, secret: str) -> None:
        given = ("cookie", f"congtam={secret}".encode().decode("latin-1"))
        assert await who(site, given) is ANONYMOUS


class TestAChangeWithASession:
    async def test_carries_its_sessions_token(self, site: Site, cookie: tuple[str, str]) -> None:
        given = ("x-csrf-token", csrf_token(secret_in(cookie)))
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            assert (await who(site, cookie, given, method=method)).kind == "session"

    @pytest.mark.parametrize("token", [None, "", "x" * 43, csrf_token("x" * 43)])
    async def test_is_refused_without_it(
        self, site: Site, cookie: tuple[str, str], token: str | None
    ) -> None:
        given = [] if token is None else [("x-csrf-token", token)]
        for method in ("POST", "PUT", "PATCH", "DELETE", "QUERY"):
            refused = await refusal(site, cookie, *given, method=method)
            assert (refused.status, refused.code) == (403, "CSRF_TOKEN_MISSING")

    async def test_may_not_use_the_session_itself_as_token(
        self, site: Site, cookie: tuple[str, str]
    ) -> None:
        given = ("x-csrf-token", secret_in(cookie))
        assert (await refusal(site, cookie, given, method="POST")).code == "CSRF_TOKEN_MISSING"
