"""An issuer's keys: when they are asked for, which are taken, and how long they serve."""

import asyncio
import base64

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from joserfc.jwk import OctKey

from gateway.identity import IssuerAway
from gateway.identity.keys import PAUSE
from gateway.identity.tokens import RECHECK
from tests.gateway.identity.own_issuer import OwnIssuer, ec_key, now, public, rsa_key
from tests.gateway.identity.world import KEYS_LIFETIME, Checking, Clock, reason


class TestTheKeys:
    async def test_of_an_unknown_id_are_asked_for_exactly_once(
        self, own_issuer: OwnIssuer, checking: Checking, clock: Clock
    ) -> None:
        tokens = checking(own_issuer.settings())
        await tokens.check(own_issuer.access_token())
        assert own_issuer.asked == 1
        invented = [own_issuer.sign(own_issuer.claims(), kid=f"k{n}") for n in range(20)]
        reasons = await asyncio.gather(*(reason(tokens, token) for token in invented))
        assert set(reasons) == {"unknown_key"}
        assert own_issuer.asked == 2
        assert await reason(tokens, invented[0]) == "unknown_key"
        assert own_issuer.asked == 2
        clock.advance(PAUSE + 1)
        assert await reason(tokens, invented[0]) == "unknown_key"
        assert own_issuer.asked == 3

    async def test_that_are_new_are_found_by_that_one_refresh(
        self, own_issuer: OwnIssuer, checking: Checking
    ) -> None:
        tokens = checking(own_issuer.settings())
        await tokens.check(own_issuer.access_token())
        own_issuer.rotate("second")
        assert (await tokens.check(own_issuer.access_token())).sub == "somebody"
        assert own_issuer.asked == 2

    async def test_are_fetched_once_for_a_crowd(
        self, own_issuer: OwnIssuer, checking: Checking
    ) -> None:
        tokens = checking(own_issuer.settings())
        await asyncio.gather(*(tokens.check(own_issuer.access_token()) for _ in range(20)))
        assert own_issuer.asked == 1

    async def test_still_serve_while_the_issuer_is_away(
        self, own_issuer: OwnIssuer, checking: Checking, clock: Clock
    ) -> None:
        tokens = checking(own_issuer.settings())
        await tokens.check(own_issuer.access_token())
        own_issuer.away = True
        clock.advance(KEYS_LIFETIME + 1)
        late = int(clock()) + 300
        for _ in range(3):
            assert (await tokens.check(own_issuer.access_token(exp=late))).sub == "somebody"
            await asyncio.sleep(0.05)
        assert own_issuer.asked == 2
        unknown = own_issuer.sign(own_issuer.claims(exp=late), kid="unknown")
        assert await reason(tokens, unknown) == "unknown_key"

    async def test_that_were_never_fetched_are_no_fault_of_the_token(
        self, own_issuer: OwnIssuer, checking: Checking, clock: Clock
    ) -> None:
        tokens, token = checking(own_issuer.settings()), own_issuer.access_token()
        own_issuer.away = True
        with pytest.raises(IssuerAway):
            await tokens.check(token)
        own_issuer.away = False
        clock.advance(5)
        assert (await tokens.check(token)).sub == "somebody"

    async def test_that_were_withdrawn_end_their_tokens(
        self, own_issuer: OwnIssuer, checking: Checking, clock: Clock
    ) -> None:
        tokens = checking(own_issuer.settings())
        token = own_issuer.access_token(exp=now() + 7200)
        await tokens.check(token)
        own_issuer.rotate("second")
        clock.advance(KEYS_LIFETIME + RECHECK)
        await tokens.check(token)
        await asyncio.sleep(0.2)
        clock.advance(RECHECK)
        assert await reason(tokens, token) == "unknown_key"

    async def test_that_are_unfit_are_passed_over(
        self, own_issuer: OwnIssuer, checking: Checking
    ) -> None:
        short = rsa.generate_private_key(public_exponent=65537, key_size=1024).public_key()
        size = (short.key_size + 7) // 8
        modulus = base64.urlsafe_b64encode(short.public_numbers().n.to_bytes(size)).decode()
        own_issuer.published += [
            {"kty": "RSA", "kid": "short", "n": modulus.rstrip("="), "e": "AQAB"},
            {**public(rsa_key("for-encryption")), "use": "enc"},
            {**public(rsa_key("nameless")), "kid": None},
            dict(OctKey.generate_key(256, {"kid": "secret"}).as_dict()),
            {"kty": "EC", "kid": "broken", "crv": "P-256", "x": "AA", "y": "AA"},
            {"kty": "RSA", "kid": "half"},
        ]
        tokens = checking(own_issuer.settings())
        assert (await tokens.check(own_issuer.access_token())).sub == "somebody"
        for kid in ("short", "for-encryption", "secret", "broken", "half"):
            token = own_issuer.sign(own_issuer.claims(), kid=kid)
            assert await reason(tokens, token) == "unknown_key"

    async def test_serve_only_their_own_algorithm(
        self, own_issuer: OwnIssuer, checking: Checking
    ) -> None:
        curve = ec_key("curve")
        own_issuer.published.append(public(curve))
        tokens = checking(own_issuer.settings())
        good = own_issuer.sign(own_issuer.claims(), curve, kid="curve")
        assert (await tokens.check(good)).sub == "somebody"
        crossed = own_issuer.sign(own_issuer.claims(), kid="curve")
        assert await reason(tokens, crossed) == "unknown_key"

    async def test_of_an_issuer_that_calls_itself_otherwise_are_not_taken(
        self, own_issuer: OwnIssuer, checking: Checking
    ) -> None:
        own_issuer.names = "https://elsewhere.example"
        with pytest.raises(IssuerAway):
            await checking(own_issuer.settings()).check(own_issuer.access_token())

    async def test_are_not_taken_from_an_answer_without_end(
        self, own_issuer: OwnIssuer, checking: Checking
    ) -> None:
        own_issuer.padding = 300_000
        with pytest.raises(IssuerAway):
            await checking(own_issuer.settings()).check(own_issuer.access_token())
        own_issuer.padding = 1000
        found = await checking(own_issuer.settings()).check(own_issuer.access_token())
        assert found.sub == "somebody"

    async def test_may_be_configured_without_discovery(
        self, own_issuer: OwnIssuer, checking: Checking
    ) -> None:
        direct = own_issuer.settings().model_copy(update={"jwks_url": f"{own_issuer.url}/jwks"})
        own_issuer.names = "nobody asks"
        assert (await checking(direct).check(own_issuer.access_token())).sub == "somebody"
