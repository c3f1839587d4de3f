"""`allowedActions` names exactly the deeds that would be done, for every state and person."""

from typing import Any
from uuid import UUID

import pytest

from resolvers import dossier as deeds
from tests.resolvers import trying
from tests.resolvers.classification.year import DAY
from tests.resolvers.dossier.files import ENDS, Files

WHO = ("clerk", "typist", "chief", "chair", "officer", "inspector", "registrar", "stranger")
ON_REQUESTS = {
    "table": deeds.dossier_request,
    "needs": deeds.REQUEST_NEEDS,
    "allowed": deeds.allowed_on_requests,
}
ON_DOSSIERS = {
    "table": deeds.dossier,
    "needs": deeds.DOSSIER_NEEDS,
    "allowed": deeds.allowed_on_dossiers,
}


async def _compared(
    files: Files, id: UUID, options: Any, which: trying.Deeds
) -> dict[str, set[str]]:
    """Who is named what, everybody's names being those that would be done."""
    cast, found = files.year.cast, {}
    for who in WHO:
        said = await trying.named(cast, who, DAY, id, **options)
        done = await trying.done(cast, who, DAY, which)
        assert done == (said or set()), who
        if done:
            found[who] = done
    return found


@pytest.mark.parametrize("answered", [False, True])
async def test_on_a_request(files: Files, answered: bool) -> None:
    id = await files.ask()
    if answered:
        await files.grant(id)
    told = {"request_id": id, "version": await files.at("dossier_request", id)}
    which: trying.Deeds = {"AnswerDossierRequest": (deeds.grant_dossier, {**told, "ends": ENDS})}
    found = await _compared(files, id, ON_REQUESTS, which)
    assert set(found) == (set() if answered else {"chair"})


@pytest.mark.parametrize("state", ["granted", "own", "revoked", "expired"])
async def test_on_a_dossier(files: Files, state: str) -> None:
    if state == "own":
        told = {"agency_code": "H40.92", "purpose": "appointment", "ends": ENDS}
        id = await files.year.do("clerk", deeds.open_dossier, **told)
    else:
        id = await files.opened()
    if state == "revoked":
        told = {"dossier_id": id, "version": 1, "reason": "Thôi."}
        await files.year.do("chair", deeds.revoke_dossier, **told)
    if state == "expired":
        await files.town.owner.execute(
            "update congtam.dossier set during = daterange('2026-10-01', '2026-11-01')"
        )
    told = {"dossier_id": id, "version": await files.at("dossier", id), "reason": "Thôi."}
    read = {"dossier_id": id, "person": files.person("clerk"), "purpose": "appointment"}
    which: trying.Deeds = {
        "ReadDossier": (deeds.read_dossier, read),
        "RevokeDossier": (deeds.revoke_dossier, told),
    }
    found = await _compared(files, id, ON_DOSSIERS, which)
    open_now = {
        "registrar": {"ReadDossier"},
        "stranger": {"ReadDossier"},
        "chair": {"RevokeDossier"},
    }
    if state == "own":
        assert found == {**open_now, "clerk": {"RevokeDossier"}}
    else:
        assert found == (open_now if state == "granted" else {})
