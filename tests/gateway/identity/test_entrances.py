"""The Party's own entrance beside the portals': what one opens, the other does not."""

import pytest
from pydantic import SecretStr

from gateway.identity import PARTY_SCOPE, build, demo_issuer
from gateway.identity.cookies import Cookies
from gateway.identity.demo_issuer import DemoIssuer
from gateway.identity.entrances import PARTY, PORTAL
from gateway.postgres.roles import Connection
from gateway.settings import Settings
from resolvers.core.database import Database
from tests.gateway.identity.world import SECRET, Browser, Clock, LinksOnPaper, Site

AT = "/party"
SESSION, OF_PARTY = "congtam", "congtam-party"


async def rows(owner: Connection) -> list[str]:
    found = await owner.fetch("select entrance from congtam.session order by 1")
    return [row["entrance"] for row in found]


class TestSigningIn:
    async def test_at_the_partys_entrance_opens_a_session_of_its_own(
        self, browser: Browser, owner: Connection
    ) -> None:
        page = await browser.sign_in("head", at=AT)
        assert page.json() == {"kind": "session", "sub": "0190-head", "party": True}
        assert OF_PARTY in browser.cookies
        assert SESSION not in browser.cookies
        assert await rows(owner) == ["party"]

    async def test_at_one_entrance_leaves_the_other_closed(self, browser: Browser) -> None:
        await browser.sign_in("head", at=AT)
        assert (await browser.who())["kind"] == "anonymous"
        assert (await browser.get("/auth/session")).json() == {"signedIn": False}
        async with Browser(browser._site) as another:
            await another.sign_in("head")
            assert (await another.who(at=AT))["kind"] == "anonymous"
            assert (await another.get("/party/auth/session")).json() == {"signedIn": False}

    async def test_at_both_asks_for_the_password_once(
        self, browser: Browser, owner: Connection
    ) -> None:
        await browser.sign_in("head")
        begun = await browser.get("/party/auth/login", params={"return_to": "/party/who"})
        page = await browser.follow(begun)
        assert page.json() == {"kind": "session", "sub": "0190-head", "party": True}
        assert await browser.who() == {"kind": "session", "sub": "0190-head"}
        assert await rows(owner) == ["party", "portal"]

    async def test_again_ends_the_former_session_of_that_entrance_alone(
        self, browser: Browser, owner: Connection
    ) -> None:
        await browser.sign_in("head")
        for _ in range(2):
            await browser.sign_in("head", at=AT)
        assert await rows(owner) == ["party", "portal"]

    async def test_cannot_be_begun_at_one_entrance_and_finished_at_the_other(
        self, browser: Browser, site: Site, owner: Connection
    ) -> None:
        page = await browser.form("/who")
        sent = await browser.fill(page, "head")
        elsewhere = sent.headers["location"].replace("/auth/", "/party/auth/")
        browser.cookies.set(f"{OF_PARTY}-login", browser.cookies[f"{SESSION}-login"])
        answer = await browser.get(elsewhere)
        assert answer.status_code == 401
        assert "/party/auth/login" in answer.text
        assert await rows(owner) == []

    @pytest.mark.parametrize("to", ["/party/auth/login", "/auth/login", "//elsewhere"])
    async def test_leads_back_to_no_door(self, browser: Browser, to: str) -> None:
        answer = await browser.get("/party/auth/login", params={"return_to": to})
        assert answer.status_code == 400

    async def test_leads_to_the_first_page_unless_told_otherwise(
        self, browser: Browser, site: Site
    ) -> None:
        await browser.sign_in("head")
        callback = f"{site.url}/party/auth/callback"
        page = await browser.follow(await browser.get("/party/auth/login"), until=callback)
        entered = await browser.get(page.headers["location"])
        assert entered.headers["location"] == "/"


class TestACookie:
    @pytest.mark.parametrize(
        ("opened_at", "shown_at"), [("", AT), (AT, "")], ids=["portal's", "party's"]
    )
    async def test_of_one_entrance_is_nobodys_at_the_other(
        self, browser: Browser, site: Site, opened_at: str, shown_at: str
    ) -> None:
        """Even under the other's name: the session itself knows which entrance opened it."""
        names = {"": SESSION, AT: OF_PARTY}
        await browser.sign_in("head", at=opened_at)
        secret = browser.cookies[names[opened_at]]
        async with Browser(site) as holder:
            holder.cookies.set(names[shown_at], secret)
            assert (await holder.who(at=shown_at))["kind"] == "anonymous"
            left = await holder.post(f"{shown_at}/auth/logout", headers={"x-csrf-token": "x"})
            assert left.status_code == 403
        assert (await browser.who(at=opened_at))["kind"] == "session"

    def test_is_taken_from_this_host_alone_over_tls(self) -> None:
        names = {Cookies.at("https://congtam.example", each).session for each in (PORTAL, PARTY)}
        assert names == {"__Host-congtam", "__Host-congtam-party"}


class TestSigningOut:
    @pytest.mark.parametrize("at", ["", AT], ids=["of the portal", "of the party"])
    async def test_ends_what_both_entrances_opened(
        self, browser: Browser, owner: Connection, at: str
    ) -> None:
        for each in ("", AT):
            await browser.sign_in("head", at=each)
        await browser.post(f"{at}/auth/logout", headers=await browser.csrf(at=at))
        assert await rows(owner) == []
        assert [(await browser.who(at=each))["kind"] for each in ("", AT)] == ["anonymous"] * 2

    async def test_leaves_what_another_browser_opened(
        self, browser: Browser, site: Site, owner: Connection
    ) -> None:
        async with Browser(site) as other:
            await other.sign_in("head", at=AT)
            await browser.sign_in("head")
            await browser.post("/auth/logout", headers=await browser.csrf())
            assert (await other.who(at=AT))["kind"] == "session"

    async def test_at_the_issuer_ends_both_from_afar(
        self, browser: Browser, issuer: DemoIssuer, owner: Connection
    ) -> None:
        for each in ("", AT):
            await browser.sign_in("head", at=each)
        assert await rows(owner) == ["party", "portal"]
        await browser.confirm_sign_out(f"{issuer.url}/session/end")
        assert await rows(owner) == []


class TestABearerToken:
    @pytest.mark.parametrize("at", ["", AT])
    @pytest.mark.parametrize(
        ("scope", "party"), [("api", False), (f"api {PARTY_SCOPE}", True), (PARTY_SCOPE, True)]
    )
    async def test_comes_in_as_the_partys_by_its_scope_alone(
        self, browser: Browser, issuer: DemoIssuer, at: str, scope: str, party: bool
    ) -> None:
        token = issuer.token("head", scope=scope)
        found = await browser.get(f"{at}/who", headers={"authorization": f"Bearer {token}"})
        assert found.json().get("party", False) is party


async def test_without_the_module_there_is_no_such_entrance(
    issuer: DemoIssuer, database: Database
) -> None:
    settings = Settings(
        public_url="http://127.0.0.1:8000",
        issuers=(issuer.settings(),),
        portal_client_id=demo_issuer.PORTAL,
        portal_client_secret=SecretStr(issuer.portal_secret),
    )
    door = build(settings, SECRET, database, LinksOnPaper(), Clock())
    assert door.party is None
    await door.close()
