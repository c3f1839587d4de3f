"""Signing in at a portal, over HTTP, through the real issuer's redirects and form."""

import re
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2
import pytest

from gateway.identity.demo_issuer import DemoIssuer
from gateway.identity.refusals import UnsafeReturn
from gateway.postgres.roles import Connection
from resolvers.core.database import Database
from tests.gateway.identity.world import HEAD, Browser, Clock, Site, door_for

SESSION, LOGIN = "congtam", "congtam-login"


async def sessions(owner: Connection) -> int:
    return int(await owner.fetchval("select count(*) from congtam.session"))


async def callback(browser: Browser, account: str = "head") -> str:
    """Where the issuer sends the browser after the form: the portal's callback with a code."""
    answer = await browser.fill(await browser.form(), account)
    return str(answer.headers["location"])


def with_answer(url: str, **changes: str | None) -> str:
    """A callback address with its parameters changed or taken out."""
    given = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    changed = {name: value for name, value in {**given, **changes}.items() if value is not None}
    return f"{url.partition('?')[0]}?{urlencode(changed)}"


class TestSigningIn:
    async def test_leads_through_the_issuer_back_to_the_page_wanted(
        self, browser: Browser, site: Site
    ) -> None:
        page = await browser.sign_in("head", "/who?from=login")
        assert str(page.url) == f"{site.url}/who?from=login"
        assert page.json() == {"kind": "session", "sub": "0190-head"}

    async def test_sends_only_the_digest_of_the_proof_key(self, browser: Browser) -> None:
        sent = await browser.get("/auth/login")
        asked = parse_qs(urlsplit(sent.headers["location"]).query)
        assert asked["code_challenge_method"] == ["S256"]
        assert len(asked["code_challenge"][0]) == 43
        assert asked["response_type"] == ["code"]
        assert {"state", "nonce"} <= asked.keys()
        assert "code_verifier" not in asked
        assert sent.headers["cache-control"] == "no-store"

    async def test_gives_a_cookie_that_scripts_and_other_sites_cannot_use(
        self, browser: Browser
    ) -> None:
        answer = await browser.get(await callback(browser))
        given = answer.headers.get_list("set-cookie")
        assert [part.partition("=")[0] for part in given] == [SESSION]
        attributes = given[0].lower().split("; ")[1:]
        assert sorted(attributes) == ["httponly", "path=/", "samesite=lax"]

    async def test_over_tls_gives_cookies_of_this_host_alone(
        self, issuer: DemoIssuer, database: Database, clock: Clock
    ) -> None:
        door = door_for(issuer, "https://congtam.example", database, clock)
        login = next(route for route in door.portal.routes if route.path == "/login")
        transport = httpx2.ASGITransport(login.app)
        async with httpx2.AsyncClient(transport=transport) as client:
            answer = await client.get("https://congtam.example/login")
        await door.close()
        name, _, rest = answer.headers["set-cookie"].partition("=")
        assert name == f"__Host-{LOGIN}"
        assert {"secure", "httponly", "path=/"} <= set(rest.lower().split("; "))
        assert "domain" not in rest.lower()

    async def test_tells_the_page_who_it_is(self, browser: Browser, site: Site) -> None:
        site.links.quarters = (2026,)
        assert (await browser.get("/auth/session")).json() == {"signedIn": False}
        await browser.sign_in("head")
        answer = await browser.get("/auth/session")
        found = answer.json()
        assert found["signedIn"] is True
        assert (found["name"], found["person"]) == ("Trần Thị Bình", str(HEAD))
        assert found["unlinked"] is None
        assert found["quarters"] == [2026]
        assert (found["idleSeconds"], len(found["csrfToken"])) == (900, 43)
        assert answer.headers["cache-control"] == "no-store"

    async def test_links_a_person_by_personal_number_once(
        self, browser: Browser, site: Site, issuer: DemoIssuer
    ) -> None:
        await browser.sign_in("head")
        assert site.links.linked == {(issuer.url, "0190-head"): HEAD}

    async def test_of_somebody_whom_nobody_knows_links_nobody_and_names_the_account(
        self, browser: Browser, site: Site, issuer: DemoIssuer
    ) -> None:
        await browser.sign_in("member")
        assert site.links.linked == {}
        found = (await browser.get("/auth/session")).json()
        assert (found["person"], found["quarters"]) == (None, [])
        assert found["unlinked"] == {"issuer": issuer.url, "subject": "0190-member"}

    async def test_needs_the_password(self, browser: Browser, owner: Connection) -> None:
        page = await browser.form()
        answer = await browser.post(str(page.url), data={"login": "head", "password": "x"})
        assert answer.status_code == 401
        assert "không đúng" in answer.text
        assert await sessions(owner) == 0

    async def test_keeps_nothing_readable_in_the_database(
        self, browser: Browser, owner: Connection
    ) -> None:
        await browser.form()
        await browser.sign_in("head")
        secret = browser.cookies[SESSION]
        state = re.compile(rb"eyJ|nonce|refresh_token|return_to|who")
        for table in ("session", "login_attempt"):
            rows = await owner.fetch(f"select * from congtam.{table}")
            assert rows
            for value in (value for row in rows for value in row.values()):
                text = value if isinstance(value, bytes) else str(value).encode()
                assert secret.encode() not in text
                assert not state.search(text)


class TestAForgedAnswer:
    @pytest.mark.parametrize(
        "changes",
        [
            {"state": "x" * 43},
            {"state": None},
            {"iss": "https://elsewhere.example"},
            {"iss": None},
            {"code": "x" * 43},
            {"code": None},
            {"code": None, "error": "access_denied"},
        ],
        ids=lambda changes: "-".join(f"{name}" for name in changes),
    )
    async def test_opens_no_session(
        self, browser: Browser, owner: Connection, changes: dict[str, str | None]
    ) -> None:
        answer = await browser.get(with_answer(await callback(browser), **changes))
        assert answer.status_code == 401
        assert "Đăng nhập lại" in answer.text
        assert SESSION not in browser.cookies
        assert await sessions(owner) == 0

    async def test_of_another_browser_opens_no_session(
        self, browser: Browser, site: Site, owner: Connection
    ) -> None:
        taken = await callback(browser, "member")
        async with Browser(site) as victim:
            assert (await victim.get(taken)).status_code == 401
            await victim.form()
            assert (await victim.get(taken)).status_code == 401
        assert await sessions(owner) == 0

    async def test_cannot_be_used_twice(self, browser: Browser, owner: Connection) -> None:
        taken = await callback(browser)
        assert (await browser.get(taken)).status_code == 303
        assert (await browser.get(taken)).status_code == 401
        assert await sessions(owner) == 1

    async def test_with_a_code_of_another_sign_in_opens_no_session(
        self, browser: Browser, site: Site, owner: Connection
    ) -> None:
        async with Browser(site) as attacker:
            stolen = parse_qs(urlsplit(await callback(attacker, "member")).query)["code"][0]
        answer = await browser.get(with_answer(await callback(browser), code=stolen))
        assert answer.status_code == 401
        assert await sessions(owner) == 0

    async def test_that_comes_too_late_opens_no_session(
        self, browser: Browser, clock: Clock, owner: Connection
    ) -> None:
        taken = await callback(browser)
        clock.advance(601)
        assert (await browser.get(taken)).status_code == 401
        assert await sessions(owner) == 0


class TestASessionCookie:
    async def test_planted_before_the_sign_in_is_worth_nothing_after_it(
        self, browser: Browser, site: Site
    ) -> None:
        planted = "a" * 43
        browser.cookies.set(SESSION, planted, domain="127.0.0.1", path="/")
        page = await browser.form()
        answer = await browser.fill(page, "head")
        entered = await browser.get(answer.headers["location"])
        given = entered.headers["set-cookie"].partition("=")[2].partition(";")[0]
        assert given != planted
        async with Browser(site) as attacker:
            attacker.cookies.set(SESSION, planted)
            assert (await attacker.who())["kind"] == "anonymous"

    async def test_changes_with_every_sign_in_and_the_former_session_ends(
        self, browser: Browser, site: Site, owner: Connection
    ) -> None:
        await browser.sign_in("head")
        former = browser.cookies[SESSION]
        await browser.sign_in("head")
        assert browser.cookies[SESSION] != former
        assert await sessions(owner) == 1
        async with Browser(site) as holder:
            holder.cookies.set(SESSION, former)
            assert (await holder.who())["kind"] == "anonymous"


UNSAFE = [
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "///elsewhere.example",
    "/\\elsewhere.example",
    "\\\\elsewhere.example",
    "/\t/elsewhere.example",
    "/\r\nset-cookie: x=y",
    "javascript:alert(1)",
    "elsewhere.example",
    "",
    "/auth/login",
    "/" + "x" * 2001,
]


class TestTheWayBack:
    @pytest.mark.parametrize("target", UNSAFE, ids=range(len(UNSAFE)))
    async def test_never_leads_away(self, browser: Browser, owner: Connection, target: str) -> None:
        answer = await browser.get("/auth/login", params={"return_to": target})
        assert answer.status_code == UnsafeReturn.status
        assert "location" not in answer.headers
        assert await owner.fetchval("select count(*) from congtam.login_attempt") == 0

    async def test_is_the_first_page_if_none_is_named(self, browser: Browser, site: Site) -> None:
        page = await browser.follow(await browser.get("/auth/login"))
        answer = await browser.get((await browser.fill(page, "head")).headers["location"])
        assert answer.headers["location"] == "/"
