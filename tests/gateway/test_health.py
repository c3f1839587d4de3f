"""Alive and ready, over HTTP, with probes that succeed, fail and hang."""

import asyncio
import logging
from collections.abc import Mapping

import httpx2
import pytest
from starlette.applications import Starlette

from gateway import health
from gateway.health import Probe, routes


async def fine() -> bool:
    return True


async def gone() -> None:
    raise ConnectionRefusedError("postgresql://app:geheim@db.internal/congtam")


async def hangs() -> None:
    await asyncio.Event().wait()


async def asked(path: str, probes: Mapping[str, Probe]) -> httpx2.Response:
    transport = httpx2.ASGITransport(app=Starlette(routes=routes(probes)))
    async with httpx2.AsyncClient(transport=transport, base_url="http://testserver") as client:
        return await client.get(path)


async def test_alive_does_not_depend_on_anything() -> None:
    answer = await asked("/healthz", {"database": gone})
    assert (answer.status_code, answer.json()) == (200, {"alive": True})


async def test_ready_when_every_probe_is_fine() -> None:
    answer = await asked("/readyz", {"database": fine, "migrations": fine})
    assert answer.status_code == 200
    assert answer.json() == {"ready": True, "probes": {"database": "ok", "migrations": "ok"}}
    assert answer.headers["cache-control"] == "no-store"


async def test_one_failing_probe_makes_503_and_tells_nothing_of_the_inside(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        answer = await asked("/readyz", {"database": gone, "issuer_keys": fine})
    assert answer.status_code == 503
    assert answer.json() == {
        "ready": False,
        "probes": {"database": "failing", "issuer_keys": "ok"},
    }
    assert "not ready: database" in caplog.text


async def test_a_probe_that_hangs_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "PATIENCE", 0.05)
    answer = await asked("/readyz", {"database": fine, "issuer_keys": hangs})
    assert answer.status_code == 503
    assert answer.json()["probes"] == {"database": "ok", "issuer_keys": "failing"}
