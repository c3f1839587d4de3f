"""`/healthz`: the process answers. `/readyz`: it can do its work, probe by probe."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

Probe = Callable[[], Awaitable[object]]
"""Looks at one thing that the work depends on; raises when it is not as it should be."""

PATIENCE = 2.0
"""Seconds after which a probe that has not answered has failed."""

_log = logging.getLogger(__name__)


def routes(probes: Mapping[str, Probe]) -> list[Route]:
    """Both endpoints. The probes' names are public; what they raise is only logged.

    `/readyz` answers 200 or 503 with `{"ready": bool, "probes": {name: "ok" | "failing"}}`.
    """

    async def readyz(_: Request) -> JSONResponse:
        states = dict(await asyncio.gather(*(_state(*probe) for probe in probes.items())))
        ready = all(state == "ok" for state in states.values())
        return _answer({"ready": ready, "probes": states}, 200 if ready else 503)

    return [Route("/healthz", _healthz), Route("/readyz", readyz)]


async def _healthz(_: Request) -> JSONResponse:
    return _answer({"alive": True}, 200)


async def _state(name: str, probe: Probe) -> tuple[str, str]:
    try:
        async with asyncio.timeout(PATIENCE):
            await probe()
    except Exception:
        _log.warning("not ready: %s", name, exc_info=True)
        return name, "failing"
    return name, "ok"


def _answer(content: Mapping[str, object], status: int) -> JSONResponse:
    return JSONResponse(content, status, headers={"cache-control": "no-store"})
