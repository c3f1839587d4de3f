"""Signing out: here, at the issuer, and from afar by the issuer's logout token."""

import pytest

from gateway.identity.demo_issuer import DemoIssuer
from gateway.postgres.roles import Connection
from tests.gateway.identity.world import Browser, Site

SESSION = "congtam"


class TestSigningOut:
    async def test_ends_the_session_here_and_at_the_issuer(
        self, browser: Browser, site: Site, issuer: DemoIssuer
    ) -> None:
        await browser.sign_in("head")
        secret = browser.cookies[SESSION]
        answer = await browser.post("/auth/logout", headers=await browser.csrf())
        location = answer.json()["location"]
        assert location.startswith(f"{issuer.url}/session/end?")
        assert SESSION not in browser.cookies
        async with Browser(site) as holder:
            holder.cookies.set(SESSION, secret)
            assert (await holder.who())["kind"] == "anonymous"
        back = await browser.confirm_sign_out(location)
        assert back.headers["location"] == f"{site.url}/"
        # The issuer has forgotten him too: it asks for the password again.
        assert (await browser.form()).url.path.startswith("/interaction/")

    async def test_without_the_sessions_token_is_refused(
        self, browser: Browser, owner: Connection
    ) -> None:
        await browser.sign_in("head")
        for headers in ({}, {"x-csrf-token": ""}, {"x-csrf-token": "x" * 43}):
            answer = await browser.post("/auth/logout", headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (403, "CSRF_TOKEN_MISSING")
        assert (await browser.who())["kind"] == "session"
        assert await owner.fetchval("select count(*) from congtam.session") == 1

    async def test_needs_somebody_who_is_signed_in(self, browser: Browser) -> None:
        answer = await browser.post("/auth/logout")
        assert (answer.status_code, answer.json()["code"]) == (401, "NOT_SIGNED_IN")

    async def test_is_not_done_by_following_a_link(self, browser: Browser) -> None:
        await browser.sign_in("head")
        assert (await browser.get("/auth/logout")).status_code == 405
        assert (await browser.who())["kind"] == "session"


class TestSigningOutElsewhere:
    async def test_ends_the_portals_session_from_afar(
        self, browser: Browser, site: Site, issuer: DemoIssuer, owner: Connection
    ) -> None:
        """The real issuer calls the portal when somebody signs out there."""
        await browser.sign_in("head")
        async with Browser(site) as other:
            await other.sign_in("member")
            await browser.confirm_sign_out(f"{issuer.url}/session/end")
            assert (await browser.who())["kind"] == "anonymous"
            assert (await other.who())["sub"] == "0190-member"
        assert await owner.fetchval("select count(*) from congtam.spent_logout_token") == 1

    @pytest.mark.parametrize(
        "body",
        [b"", b"logout_token=x", b"logout_token=a&logout_token=b", b"x" * 20_000],
        ids=["empty", "no token", "two", "too much"],
    )
    async def test_needs_a_logout_token(
        self, browser: Browser, owner: Connection, body: bytes
    ) -> None:
        await browser.sign_in("head")
        answer = await browser.post("/auth/backchannel-logout", content=body)
        assert (answer.status_code, answer.json()["error"]) == (400, "invalid_request")
        assert answer.headers["cache-control"] == "no-store"
        assert await owner.fetchval("select count(*) from congtam.session") == 1
