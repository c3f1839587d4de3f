"""What the portals' issuer says about somebody: ID tokens and logout tokens."""

import time
from collections.abc import AsyncIterator
from typing import Any

import pytest

from gateway.identity import InvalidToken, IssuerAway
from gateway.identity.discovery import Discovery
from gateway.identity.id_tokens import LOGOUT_EVENT, IdTokens
from gateway.identity.keys import IssuerKeys
from gateway.identity.outbound import Outbound
from gateway.postgres.roles import Connection
from tests.gateway.identity.own_issuer import OwnIssuer, rsa_key
from tests.gateway.identity.world import Clock, Site


@pytest.fixture
async def id_tokens(own_issuer: OwnIssuer, clock: Clock) -> AsyncIterator[IdTokens]:
    outbound, settings = Outbound(), own_issuer.settings(personal_number="SoDinhDanh")
    discovery = Discovery(settings, outbound, lifetime=600, clock=clock)
    keys = IssuerKeys(settings, discovery, outbound, lifetime=600, clock=clock)
    yield IdTokens(settings, keys, client_id="portal", leeway=30, clock=clock)
    await outbound.shut()


def id_token(own: OwnIssuer, key: Any = None, typ: str | None = "JWT", **changes: Any) -> str:
    """A good ID token of our own issuer, changed; None leaves a claim out."""
    claims = {"aud": "portal", "nonce": "n", "client_id": None, "jti": None, **changes}
    return own.sign(own.claims(**claims), key, typ=typ)


HOSTILE_IDS: dict[str, tuple[dict[str, Any], str]] = {
    "an access token": ({"typ": "at+jwt"}, "wrong_type"),
    "a logout token": ({"typ": "logout+jwt"}, "wrong_type"),
    "another issuer": ({"iss": "https://elsewhere.example"}, "unknown_issuer"),
    "another client's": ({"aud": "another portal"}, "wrong_audience"),
    "several clients', nobody's": ({"aud": ["portal", "another"]}, "wrong_audience"),
    "several clients', another's": (
        {"aud": ["portal", "another"], "azp": "another"},
        "wrong_audience",
    ),
    "another party's": ({"azp": "another"}, "wrong_audience"),
    "another sign-in's": ({"nonce": "m"}, "invalid_claim"),
    "no nonce": ({"nonce": None}, "invalid_claim"),
    "expired": ({"exp": int(time.time()) - 31}, "expired"),
    "no expiry": ({"exp": None}, "missing_claim"),
    "nobody": ({"sub": None}, "missing_claim"),
    "forged": ({"key": rsa_key()}, "bad_signature"),
}


class TestAnIdToken:
    @pytest.mark.parametrize("typ", ["JWT", None])
    async def test_names_the_person(
        self, own_issuer: OwnIssuer, id_tokens: IdTokens, typ: str | None
    ) -> None:
        token = id_token(own_issuer, typ=typ, sid="s", name="Bình", SoDinhDanh="001085000123")
        person = await id_tokens.signed_in(token, nonce="n")
        assert (person.sub, person.sid, person.name) == ("somebody", "s", "Bình")
        assert person.personal_number == "001085000123"

    async def test_may_be_for_several_clients_if_made_for_us(
        self, own_issuer: OwnIssuer, id_tokens: IdTokens
    ) -> None:
        token = id_token(own_issuer, aud=["portal", "another"], azp="portal")
        assert (await id_tokens.signed_in(token, nonce="n")).sub == "somebody"

    @pytest.mark.parametrize("name", HOSTILE_IDS)
    async def test_that_is_hostile_is_refused_with_its_reason(
        self, own_issuer: OwnIssuer, id_tokens: IdTokens, name: str
    ) -> None:
        changes, expected = HOSTILE_IDS[name]
        with pytest.raises(InvalidToken) as refused:
            await id_tokens.signed_in(id_token(own_issuer, **changes), nonce="n")
        assert refused.value.reason == expected


def logout_token(own: OwnIssuer, header: dict[str, Any] | None = None, **changes: Any) -> str:
    """A good logout token of our own issuer, changed; None leaves a claim out."""
    claims = {"events": {LOGOUT_EVENT: {}}, "sid": "a-session", "client_id": None, **changes}
    claims = own.claims(**{"aud": "portal", **claims})
    return own.sign(claims, **{"typ": "logout+jwt", **(header or {})})


HOSTILE_LOGOUTS: dict[str, tuple[dict[str, Any], str]] = {
    "another type": ({"header": {"typ": "JWT"}}, "wrong_type"),
    "an access token": ({"header": {"typ": "at+jwt"}}, "wrong_type"),
    "another issuer": ({"iss": "https://elsewhere.example"}, "unknown_issuer"),
    "another audience": ({"aud": "another portal"}, "wrong_audience"),
    "no events": ({"events": None}, "missing_claim"),
    "another event": ({"events": {"something": {}}}, "missing_claim"),
    "an event that says nothing": ({"events": {LOGOUT_EVENT: "x"}}, "missing_claim"),
    "a nonce": ({"nonce": "of an id token"}, "invalid_claim"),
    "nobody": ({"sub": None, "sid": None}, "missing_claim"),
    "no token id": ({"jti": None}, "missing_claim"),
    "no moment": ({"iat": None}, "missing_claim"),
    "expired": ({"exp": int(time.time()) - 31}, "expired"),
    "from the future": ({"iat": int(time.time()) + 600}, "not_yet_valid"),
    "long ago": ({"iat": int(time.time()) - 700, "exp": None}, "expired"),
}


class TestALogoutToken:
    async def test_names_a_session_or_a_person(
        self, own_issuer: OwnIssuer, id_tokens: IdTokens
    ) -> None:
        both = await id_tokens.signed_out(logout_token(own_issuer))
        assert (both.sub, both.sid) == ("somebody", "a-session")
        person = await id_tokens.signed_out(logout_token(own_issuer, sid=None))
        assert (person.sub, person.sid) == ("somebody", None)

    @pytest.mark.parametrize("name", HOSTILE_LOGOUTS)
    async def test_that_is_hostile_is_refused_with_its_reason(
        self, own_issuer: OwnIssuer, id_tokens: IdTokens, name: str
    ) -> None:
        changes, expected = HOSTILE_LOGOUTS[name]
        with pytest.raises(InvalidToken) as refused:
            await id_tokens.signed_out(logout_token(own_issuer, **changes))
        assert refused.value.reason == expected

    async def test_works_only_once(
        self, own_issuer: OwnIssuer, id_tokens: IdTokens, site: Site, owner: Connection
    ) -> None:
        out = await id_tokens.signed_out(logout_token(own_issuer))
        assert site.door.portal.sessions is not None
        assert await site.door.portal.sessions.close_at_issuer(out) == 0
        with pytest.raises(InvalidToken) as refused:
            await site.door.portal.sessions.close_at_issuer(out)
        assert refused.value.reason == "replayed"

    async def test_waits_for_an_issuer_that_is_away(
        self, own_issuer: OwnIssuer, id_tokens: IdTokens
    ) -> None:
        own_issuer.away = True
        with pytest.raises(IssuerAway):
            await id_tokens.signed_out(logout_token(own_issuer))
