"""Bearer tokens: which are let in, and for what reason every other is refused."""

import base64
from collections.abc import Callable
from typing import Any

import pytest

from gateway.identity.demo_issuer import DemoIssuer
from gateway.identity.tokens import MOST_REMEMBERED
from tests.gateway.identity.own_issuer import OwnIssuer, now, packed, rsa_key
from tests.gateway.identity.world import Checking, Clock, reason


class TestTheRealIssuer:
    @pytest.mark.parametrize("algorithm", ["RS256", "ES256"])
    async def test_is_believed(
        self, issuer: DemoIssuer, checking: Checking, algorithm: str
    ) -> None:
        claims = await checking(issuer.settings()).check(issuer.token("head", algorithm=algorithm))
        assert (claims.iss, claims.sub) == (issuer.url, "0190-head")
        assert claims.client_id == "congtam-cli"
        assert claims.scope == {"api"}
        assert claims.personal_number is None

    async def test_gives_the_personal_number_only_when_asked_for_it(
        self, issuer: DemoIssuer, checking: Checking
    ) -> None:
        tokens = checking(issuer.settings())
        claims = await tokens.check(issuer.token("head", scope="api person"))
        assert claims.personal_number == "001085000123"
        assert "001085000123" not in repr(claims)

    async def test_is_not_believed_for_an_algorithm_that_the_operator_struck_out(
        self, issuer: DemoIssuer, checking: Checking
    ) -> None:
        only_rsa = issuer.settings().model_copy(update={"algorithms": ("RS256",)})
        token = issuer.token("head", algorithm="ES256")
        assert await reason(checking(only_rsa), token) == "algorithm_refused"

    async def test_is_held_to_its_own_algorithms_beside_another_issuer(
        self, issuer: DemoIssuer, own_issuer: OwnIssuer, checking: Checking
    ) -> None:
        only_rsa = issuer.settings().model_copy(update={"algorithms": ("RS256",)})
        tokens = checking(only_rsa, own_issuer.settings())
        assert await reason(tokens, issuer.token("head", algorithm="ES256")) == "algorithm_refused"
        assert (await tokens.check(issuer.token("head"))).sub == "0190-head"

    async def test_is_believed_until_its_token_expires(
        self, issuer: DemoIssuer, checking: Checking, clock: Clock
    ) -> None:
        tokens, token = checking(issuer.settings()), issuer.token("head", lifetime=60)
        await tokens.check(token)
        clock.advance(85)
        await tokens.check(token)
        clock.advance(10)
        assert await reason(tokens, token) == "expired"
        assert await reason(checking(issuer.settings()), token) == "expired"


def parts(own: OwnIssuer) -> list[str]:
    """A good token's header, payload and signature."""
    return own.access_token().split(".")


def with_header(own: OwnIssuer, header: object) -> str:
    return ".".join([packed(header), *parts(own)[1:]])


def with_payload(own: OwnIssuer, payload: str) -> str:
    head, _, proof = parts(own)
    return f"{head}.{payload}.{proof}"


def with_proof(own: OwnIssuer, cut: slice) -> str:
    head, body, proof = parts(own)
    return f"{head}.{body}.{proof[cut]}"


DEEP = base64.urlsafe_b64encode(b"[" * 5000).rstrip(b"=").decode()
SMALL_LETTERS = {"alg": "rs256", "kid": "first", "typ": "at+jwt"}

HOSTILE: dict[str, tuple[Callable[[OwnIssuer], str], str]] = {
    "not a token": (lambda _: "hello", "malformed"),
    "empty": (lambda _: "", "malformed"),
    "letters of no alphabet": (lambda _: "đ.đ.đ", "malformed"),
    "two parts": (lambda own: ".".join(parts(own)[:2]), "malformed"),
    "four parts": (lambda own: f"{own.access_token()}.more", "malformed"),
    "header that is a list": (lambda own: with_header(own, ["alg"]), "malformed"),
    "detached payload": (lambda own: with_payload(own, ""), "malformed"),
    "payload that is a list": (lambda own: with_payload(own, packed([1])), "malformed"),
    "payload nested too deep": (lambda own: with_payload(own, DEEP), "malformed"),
    "too long": (lambda own: own.access_token(filler="x" * 9000), "malformed"),
    "critical extension": (lambda own: own.sign(own.claims(), crit=["kid"]), "malformed"),
    "payload as it stands": (lambda own: own.sign(own.claims(), b64=True), "malformed"),
    "unsigned": (lambda own: own.unsigned(), "algorithm_refused"),
    "public key as secret": (lambda own: own.by_public_key(), "algorithm_refused"),
    "algorithm in small letters": (
        lambda own: with_header(own, SMALL_LETTERS),
        "algorithm_refused",
    ),
    "an id token": (lambda own: own.sign(own.claims(), typ="JWT"), "wrong_type"),
    "no type": (lambda own: own.sign(own.claims(), typ=None), "wrong_type"),
    "a logout token": (lambda own: own.sign(own.claims(), typ="logout+jwt"), "wrong_type"),
    "another issuer": (lambda own: own.access_token(iss="https://a.example"), "unknown_issuer"),
    "issuer and a slash": (lambda own: own.access_token(iss=f"{own.url}/"), "unknown_issuer"),
    "issuer that is a list": (lambda own: own.access_token(iss=[own.url]), "invalid_claim"),
    "no issuer": (lambda own: own.access_token(iss=None), "missing_claim"),
    "no key id": (lambda own: own.sign(own.claims(), kid=None), "unknown_key"),
    "forged": (lambda own: own.sign(own.claims(), rsa_key()), "bad_signature"),
    "changed payload": (
        lambda own: with_payload(own, packed(own.claims(sub="somebody else"))),
        "bad_signature",
    ),
    "no signature": (lambda own: with_proof(own, slice(0)), "bad_signature"),
    "half a signature": (lambda own: with_proof(own, slice(100)), "bad_signature"),
    "expired": (lambda own: own.access_token(exp=now() - 31), "expired"),
    "no expiry": (lambda own: own.access_token(exp=None), "missing_claim"),
    "expiry in words": (lambda own: own.access_token(exp="tomorrow"), "invalid_claim"),
    "expiry that is a truth value": (lambda own: own.access_token(exp=True), "invalid_claim"),
    "not yet valid": (lambda own: own.access_token(nbf=now() + 60), "not_yet_valid"),
    "issued in the future": (lambda own: own.access_token(iat=now() + 60), "not_yet_valid"),
    "another audience": (lambda own: own.access_token(aud="urn:another"), "wrong_audience"),
    "other audiences": (lambda own: own.access_token(aud=["a", "b"]), "wrong_audience"),
    "no audience": (lambda own: own.access_token(aud=None), "missing_claim"),
    "audience that is an object": (lambda own: own.access_token(aud={"a": 1}), "wrong_audience"),
    "no subject": (lambda own: own.access_token(sub=None), "missing_claim"),
    "empty subject": (lambda own: own.access_token(sub=""), "invalid_claim"),
    "subject that is a number": (lambda own: own.access_token(sub=7), "invalid_claim"),
    "no client": (lambda own: own.access_token(client_id=None), "missing_claim"),
    "no token id": (lambda own: own.access_token(jti=None), "missing_claim"),
}


class TestAHostileToken:
    @pytest.mark.parametrize("name", HOSTILE)
    async def test_is_refused_with_its_reason(
        self, own_issuer: OwnIssuer, checking: Checking, name: str
    ) -> None:
        make, expected = HOSTILE[name]
        token = make(own_issuer)
        tokens = checking(own_issuer.settings())
        assert await reason(tokens, token) == expected
        # Nothing of it was remembered: it is refused again, and the good one is let in.
        assert await reason(tokens, token) == expected
        assert (await tokens.check(own_issuer.access_token())).sub == "somebody"

    async def test_of_one_trusted_issuer_cannot_speak_for_another(
        self, own_issuer: OwnIssuer, issuer: DemoIssuer, checking: Checking
    ) -> None:
        tokens = checking(own_issuer.settings(), issuer.settings())
        token = own_issuer.access_token(iss=issuer.url)
        assert await reason(tokens, token) == "unknown_key"


class TestAGoodToken:
    @pytest.mark.parametrize("form", ["at+jwt", "AT+JWT", "application/at+jwt"])
    async def test_may_write_its_type_in_each_form(
        self, own_issuer: OwnIssuer, checking: Checking, form: str
    ) -> None:
        token = own_issuer.sign(own_issuer.claims(), typ=form)
        assert (await checking(own_issuer.settings()).check(token)).sub == "somebody"

    async def test_may_name_several_audiences(
        self, own_issuer: OwnIssuer, checking: Checking
    ) -> None:
        token = own_issuer.access_token(aud=["urn:another", "urn:congtam:api"])
        assert (await checking(own_issuer.settings()).check(token)).sub == "somebody"

    async def test_may_name_its_client_as_keycloak_does(
        self, own_issuer: OwnIssuer, checking: Checking
    ) -> None:
        token = own_issuer.access_token(client_id=None, azp="a-client")
        assert (await checking(own_issuer.settings()).check(token)).client_id == "a-client"

    async def test_may_come_from_a_clock_that_differs_a_little(
        self, own_issuer: OwnIssuer, checking: Checking
    ) -> None:
        token = own_issuer.access_token(nbf=now() + 20, iat=now() + 20, exp=now() - 20)
        assert (await checking(own_issuer.settings()).check(token)).sub == "somebody"

    async def test_is_read_as_the_operator_mapped_its_claims(
        self, own_issuer: OwnIssuer, checking: Checking
    ) -> None:
        mapped = own_issuer.settings(subject="TechID", personal_number="citizen.SoDinhDanh")
        token = own_issuer.access_token(TechID="tech", citizen={"SoDinhDanh": "001085000123"})
        claims = await checking(mapped).check(token)
        assert (claims.sub, claims.personal_number) == ("tech", "001085000123")

    @pytest.mark.parametrize("number", ["12", 1085000123, "00108500012x", "٠٠١٠٨٥٠٠٠١٢٣"])
    async def test_gives_no_personal_number_unless_it_is_twelve_digits(
        self, own_issuer: OwnIssuer, checking: Checking, number: Any
    ) -> None:
        mapped = own_issuer.settings(personal_number="SoDinhDanh")
        claims = await checking(mapped).check(own_issuer.access_token(SoDinhDanh=number))
        assert claims.personal_number is None

    async def test_is_remembered_in_a_bounded_memory(
        self, own_issuer: OwnIssuer, checking: Checking, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("gateway.identity.tokens.MOST_REMEMBERED", 8)
        tokens = checking(own_issuer.settings())
        for _ in range(30):
            await tokens.check(own_issuer.access_token())
        assert len(tokens._remembered) <= 8 < MOST_REMEMBERED
