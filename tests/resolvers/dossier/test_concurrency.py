"""Two at once: a request is answered once, and what is closed is not read any more."""

import asyncio

from resolvers import dossier as deeds
from resolvers.core.errors import Refusal
from tests.resolvers.dossier.files import ENDS, Files


async def test_two_answers_give_one(files: Files) -> None:
    told = {"request_id": await files.ask(), "version": 1, "ends": ENDS}
    both = [files.year.do("chair", deeds.grant_dossier, **told) for _ in range(2)]
    outcomes = await asyncio.gather(*both, return_exceptions=True)
    refused = [each.code for each in outcomes if isinstance(each, Refusal)]
    assert refused == ["DOSSIER_ANSWERED"], outcomes
    assert len(await files.year.cast.rows("dossier")) == 1


async def test_a_reading_and_a_revoking_follow_one_another(files: Files) -> None:
    """Read before it was closed, on record; or refused, and nothing is."""
    id = await files.opened()
    told = {"dossier_id": id, "version": 1, "reason": "Thôi."}
    revoking = files.year.do("chair", deeds.revoke_dossier, **told)
    outcomes = await asyncio.gather(files.read(id), revoking, return_exceptions=True)
    refused = [each.code for each in outcomes if isinstance(each, Refusal)]
    reads = len(await files.year.cast.rows("dossier_read"))
    assert (refused, reads) in ((["DOSSIER_REVOKED"], 0), ([], 1))
    assert (await files.year.cast.row("dossier", id))["revoked_at"] is not None
