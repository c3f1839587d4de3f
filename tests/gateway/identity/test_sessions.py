"""How long a session lives, how it is renewed, and what ends it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from gateway.database import PgDatabase
from gateway.identity import IssuerAway, end_sessions
from gateway.identity.demo_issuer import Running
from gateway.identity.relying_party import Declined, Granted, RelyingParty
from gateway.identity.sessions import OUTAGE, RETRY, Session, Sessions
from gateway.postgres.roles import Connection
from resolvers.core.database import Database
from tests.gateway.identity.world import Browser, Clock, Site, Stage, door_for, served

SESSION = "congtam"
TOKEN_LIFE = 600
"""Seconds that the issuer's access tokens live."""


def of(site: Site) -> Sessions:
    assert site.door.portal.sessions is not None
    return site.door.portal.sessions


async def signed_in(browser: Browser) -> str:
    await browser.sign_in("head")
    return browser.cookies[SESSION]


@pytest.fixture
def refreshed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The refresh tokens that were really sent to the issuer."""
    sent: list[str] = []
    real = RelyingParty.refresh

    async def refresh(self: RelyingParty, refresh_token: str) -> Granted:
        sent.append(refresh_token)
        return await real(self, refresh_token)

    monkeypatch.setattr(RelyingParty, "refresh", refresh)
    return sent


class TestASession:
    async def test_ends_after_a_quarter_of_an_hour_without_a_request(
        self, browser: Browser, clock: Clock
    ) -> None:
        await browser.sign_in("head")
        for _ in range(3):
            clock.advance(800)
            assert (await browser.who())["kind"] == "session"
        clock.advance(901)
        assert (await browser.who())["kind"] == "anonymous"

    async def test_ends_after_its_whole_life_however_busy(
        self, browser: Browser, clock: Clock
    ) -> None:
        await browser.sign_in("head")
        for _ in range(36):
            assert (await browser.who())["kind"] == "session"
            clock.advance(800)
        assert (await browser.who())["kind"] == "anonymous"

    async def test_writes_nothing_for_most_requests(
        self, browser: Browser, clock: Clock, owner: Connection
    ) -> None:
        await browser.sign_in("head")
        version = "select xmin::text from congtam.session"
        before = await owner.fetchval(version)
        clock.advance(30)
        await browser.who()
        assert await owner.fetchval(version) == before
        clock.advance(31)
        await browser.who()
        assert await owner.fetchval(version) != before

    async def test_of_an_invented_secret_is_nobodys(self, site: Site) -> None:
        assert await of(site).current("x" * 43) is None

    async def test_sealed_under_another_secret_opens_nothing(
        self, browser: Browser, site: Site, owner: Connection
    ) -> None:
        secret = await signed_in(browser)
        await owner.execute("update congtam.session set sealed = sealed || '\\x00'::bytea")
        assert await of(site).current(secret) is None

    async def test_that_ended_is_swept_away(
        self, browser: Browser, database: PgDatabase, clock: Clock, owner: Connection
    ) -> None:
        await browser.form()
        await browser.sign_in("head")
        assert await end_sessions(database, datetime.fromtimestamp(clock(), UTC)) == 0
        clock.advance(9 * 3600)
        assert await end_sessions(database, datetime.fromtimestamp(clock(), UTC)) == 2
        assert await owner.fetchval("select count(*) from congtam.session") == 0


class TestARefresh:
    async def test_is_not_made_before_it_is_due(
        self, browser: Browser, site: Site, clock: Clock, refreshed: list[str]
    ) -> None:
        secret = await signed_in(browser)
        clock.advance(TOKEN_LIFE - 61)
        assert await of(site).current(secret) is not None
        assert refreshed == []

    @pytest.mark.parametrize("late", [-30, 30], ids=["before the end", "after the end"])
    async def test_is_made_once_for_requests_of_two_workers(
        self,
        browser: Browser,
        site: Site,
        database: Database,
        clock: Clock,
        running: Running,
        refreshed: list[str],
        late: int,
    ) -> None:
        secret = await signed_in(browser)
        second = door_for(running.issuer, site.url, database, clock)
        assert second.portal.sessions is not None
        for times in (1, 2, 3):
            clock.advance(TOKEN_LIFE + late)
            asked = [of(site).current(secret), second.portal.sessions.current(secret)]
            crowd = [store.current(secret) for store in (of(site), second.portal.sessions) * 4]
            found = await asyncio.gather(*asked, *crowd)
            assert all(isinstance(session, Session) for session in found)
            assert len(refreshed) == times
        # The issuer rotates: each refresh spent another token, and none was used twice.
        assert len(set(refreshed)) == 3
        await second.close()

    async def test_that_the_issuer_declines_ends_the_session(
        self, browser: Browser, site: Site, clock: Clock, owner: Connection, refreshed: list[str]
    ) -> None:
        secret = await signed_in(browser)
        clock.advance(TOKEN_LIFE + 1)
        assert await of(site).current(secret) is not None
        # A spent refresh token used again is theft: the issuer ends the whole sign-in.
        party = of(site)._party
        with pytest.raises(Declined, match="invalid_grant"):
            await party.refresh(refreshed[0])
        clock.advance(TOKEN_LIFE + 1)
        assert await of(site).current(secret) is None
        assert await owner.fetchval("select count(*) from congtam.session") == 0

    async def test_that_brings_another_person_ends_the_session(
        self, browser: Browser, site: Site, clock: Clock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        secret = await signed_in(browser)
        async with Browser(site) as other:
            await other.sign_in("member")
            member = await of(site).current(other.cookies[SESSION])
        assert member is not None
        real = RelyingParty.refresh

        async def refresh(self: RelyingParty, refresh_token: str) -> Granted:
            return await real(self, str(member.kept.refresh_token))

        monkeypatch.setattr(RelyingParty, "refresh", refresh)
        clock.advance(TOKEN_LIFE + 1)
        assert await of(site).current(secret) is None

    async def test_of_a_session_ended_meanwhile_revives_nothing(
        self, browser: Browser, site: Site, clock: Clock, owner: Connection
    ) -> None:
        secret = await signed_in(browser)
        clock.advance(TOKEN_LIFE + 1)
        await asyncio.gather(of(site).current(secret), of(site).close(secret))
        assert await of(site).current(secret) is None
        assert await owner.fetchval("select count(*) from congtam.session") == 0

    async def test_is_impossible_after_the_sign_out(self, browser: Browser, site: Site) -> None:
        session = await of(site).current(await signed_in(browser))
        assert session is not None
        await browser.post("/auth/logout", headers=await browser.csrf())
        with pytest.raises(Declined, match="invalid_grant"):
            await of(site)._party.refresh(str(session.kept.refresh_token))


class TestWhileTheIssuerIsAway:
    @pytest.fixture
    async def lonely(
        self, short_lived: Running, stage: Stage, database: Database, clock: Clock
    ) -> AsyncIterator[Site]:
        """A portal whose issuer the test may stop."""
        async with served(short_lived.issuer, stage, database, clock) as site:
            yield site

    async def test_a_session_goes_on_for_a_while(
        self, lonely: Site, short_lived: Running, clock: Clock, refreshed: list[str]
    ) -> None:
        async with Browser(lonely) as browser:
            secret = await signed_in(browser)
        short_lived.child.stop()
        clock.advance(TOKEN_LIFE + 1)
        for _ in range(5):
            assert await of(lonely).current(secret) is not None
        assert len(refreshed) == 1, "it is left alone after one failure"
        clock.advance(RETRY.total_seconds())
        assert await of(lonely).current(secret) is not None
        assert len(refreshed) == 2
        for _ in range(2):
            clock.advance(OUTAGE.total_seconds() / 2 - RETRY.total_seconds())
            assert await of(lonely).current(secret) is not None
        clock.advance(2 * RETRY.total_seconds())
        with pytest.raises(IssuerAway):
            await of(lonely).current(secret)

    async def test_nobody_can_begin_to_sign_in(
        self, lonely: Site, short_lived: Running, owner: Connection
    ) -> None:
        short_lived.child.stop()
        async with Browser(lonely) as browser:
            answer = await browser.get("/auth/login")
        assert answer.status_code == IssuerAway.status
        assert await owner.fetchval("select count(*) from congtam.login_attempt") == 0
