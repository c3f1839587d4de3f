"""The parts of identity, put together from settings."""

from typing import Any, cast

import pytest

from gateway.identity import ANONYMOUS, FrontDoor, build
from gateway.identity.service import NoPortalIssuer
from gateway.identity.vault import Unreadable, Vault
from gateway.settings import Settings
from resolvers.core.database import Database
from tests.gateway.identity.own_issuer import OwnIssuer
from tests.gateway.identity.world import SECRET, Clock, LinksOnPaper

NO_DATABASE = cast(Database, None)
"""Building and bearer tokens need none."""


def door(clock: Clock, *issuers: OwnIssuer, **settings: Any) -> FrontDoor:
    given = Settings(issuers=tuple(issuer.settings() for issuer in issuers), **settings)
    return build(given, SECRET, NO_DATABASE, LinksOnPaper(), clock)


class TestTheFrontDoor:
    async def test_is_ready_when_it_holds_every_issuers_keys(
        self, own_issuer: OwnIssuer, clock: Clock
    ) -> None:
        opened = door(clock, own_issuer)
        assert not opened.ready()
        await opened.warm()
        assert opened.ready()
        await opened.close()

    async def test_starts_while_an_issuer_is_away_but_is_not_ready(
        self, own_issuer: OwnIssuer, clock: Clock
    ) -> None:
        own_issuer.away = True
        opened = door(clock, own_issuer)
        await opened.warm()
        assert not opened.ready()
        own_issuer.away = False
        clock.advance(5)
        await opened.warm()
        assert opened.ready()
        await opened.close()

    async def test_stays_ready_when_its_issuer_goes_away(
        self, own_issuer: OwnIssuer, clock: Clock
    ) -> None:
        opened = door(clock, own_issuer)
        await opened.warm()
        own_issuer.away = True
        clock.advance(24 * 3600)
        await opened.warm()
        assert opened.ready()
        await opened.close()

    async def test_has_no_sign_in_without_a_client(
        self, own_issuer: OwnIssuer, clock: Clock
    ) -> None:
        opened = door(clock, own_issuer)
        assert (opened.portal.routes, opened.portal.sessions) == ((), None)
        cookie = (b"cookie", b"congtam=" + b"x" * 43)
        scope = {"method": "POST", "headers": [cookie]}
        assert await opened.portal.authenticator.authenticate(scope) is ANONYMOUS
        await opened.close()

    def test_refuses_a_portal_without_an_issuer(self, clock: Clock) -> None:
        with pytest.raises(NoPortalIssuer, match="CONGTAM_ISSUERS") as said:
            door(clock, portal_client_id="portal")
        assert said.value.exit_code == 2


class TestTheVault:
    def test_opens_what_it_sealed(self) -> None:
        vault = Vault(SECRET, "a purpose")
        assert vault.open(vault.seal(b"text", b"row 1"), b"row 1") == b"text"

    def test_never_seals_the_same_text_alike(self) -> None:
        vault = Vault(SECRET, "a purpose")
        assert vault.seal(b"text", b"row 1") != vault.seal(b"text", b"row 1")

    @pytest.mark.parametrize(
        ("secret", "purpose", "place"),
        [
            (b"another secret of the tests, of 32 bytes", "a purpose", b"row 1"),
            (SECRET, "another purpose", b"row 1"),
            (SECRET, "a purpose", b"row 2"),
        ],
    )
    def test_opens_nothing_of_another_secret_purpose_or_place(
        self, secret: bytes, purpose: str, place: bytes
    ) -> None:
        sealed = Vault(SECRET, "a purpose").seal(b"text", b"row 1")
        with pytest.raises(Unreadable):
            Vault(secret, purpose).open(sealed, place)

    @pytest.mark.parametrize("sealed", [b"", b"short", b"x" * 60])
    def test_opens_nothing_that_it_did_not_seal(self, sealed: bytes) -> None:
        with pytest.raises(Unreadable):
            Vault(SECRET, "a purpose").open(sealed, b"row 1")
