"""`allowedActions` names exactly the deeds that would be done, for every state and person."""

from datetime import date
from typing import Any

import pytest

from resolvers import discipline as deeds
from tests.resolvers import trying
from tests.resolvers.classification.year import DAY
from tests.resolvers.discipline.register import CONCLUSION, NOTICE, Register
from tests.resolvers.discipline.test_correcting import PUBLIC

WHO = ("clerk", "chief", "chair", "officer", "registrar", "inspector", "governor", "stranger")
CLOSING = {"outcome": "no_violation", "closed_on": DAY, "note": "Xong.", "document": NOTICE}


async def _compared(register: Register, id: Any, options: Any, which: trying.Deeds) -> set[str]:
    """Who is named an action, everybody's names being those that would be done."""
    cast, found = register.year.cast, set()
    for who in WHO:
        said = await trying.named(cast, who, DAY, id, **options)
        done = await trying.done(cast, who, DAY, which)
        assert done == (said or set()), who
        found |= {who} if done else set()
    return found


@pytest.mark.parametrize("closed", [False, True])
async def test_on_a_procedure(register: Register, closed: bool) -> None:
    id = await register.open()
    if closed:
        told = {**await register.at(id), **CLOSING}
        await register.year.do("officer", deeds.close_procedure, **told)
    which: trying.Deeds = {
        "ChangeProcedure": (deeds.close_procedure, {**await register.at(id), **CLOSING})
    }
    options = {
        "table": deeds.discipline_procedure,
        "needs": deeds.PROCEDURE_NEEDS,
        "allowed": deeds.allowed_on_procedures,
    }
    assert await _compared(register, id, options, which) == (set() if closed else {"officer"})


@pytest.mark.parametrize("annulled", [False, True])
async def test_on_a_decision(register: Register, annulled: bool) -> None:
    id = await register.record()
    if annulled:
        await register.annul(id)
    row = await register.year.cast.row("discipline_decision", id)
    told = {
        "decision_id": id,
        "version": row["version"],
        "because": "flawed",
        "reason": "Sai thẩm quyền.",
        "conclusion": CONCLUSION,
    }
    which: trying.Deeds = {"CorrectDiscipline": (deeds.annul_discipline, told)}
    options = {
        "table": deeds.discipline_decision,
        "needs": deeds.DECISION_NEEDS,
        "allowed": deeds.allowed_on_decisions,
    }
    assert await _compared(register, id, options, which) == (set() if annulled else {"officer"})


@pytest.mark.parametrize("announced", [False, True])
async def test_on_a_correction(register: Register, announced: bool) -> None:
    await register.annul(await register.record())
    (row,) = await register.year.cast.rows("discipline_correction")
    told = {"correction": row["id"], "announced_on": date(2026, 12, 4), "document": PUBLIC}
    if announced:
        await register.year.do("chair", deeds.announce_correction, version=1, **told)
    version = 2 if announced else 1
    which: trying.Deeds = {
        "AnnounceCorrection": (deeds.announce_correction, {**told, "version": version})
    }
    options = {
        "table": deeds.discipline_correction,
        "needs": deeds.CORRECTION_NEEDS,
        "allowed": deeds.allowed_on_corrections,
    }
    found = await _compared(register, row["id"], options, which)
    assert found == (set() if announced else {"chair"})
