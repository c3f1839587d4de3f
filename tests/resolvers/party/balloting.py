"""The steps of a branch's vote, each as the person whose step it is."""

from typing import Any
from uuid import UUID

from resolvers import party
from resolvers.party import VotingRule
from tests.resolvers.party.hall import DAY, PAPER, Hall

CODE = "Hòm phiếu của chi bộ, năm 2026"
USUAL = {"kind": "class", "way": "electronic"}


async def rule(hall: Hall, **values: Any) -> None:
    """The branch's own rule from today on."""
    await hall.do(
        "chief",
        party.set_party_ballot_rule,
        body=hall.bodies["branch"],
        rule=VotingRule(**values),
        regulation=PAPER,
        begins=DAY,
    )


async def opened(hall: Hall, by: str = "chief", about: str = "clerk", **more: Any) -> UUID:
    told = {"code": CODE, **USUAL, "review": hall.reviews[about], "body": hall.bodies["branch"]}
    id: UUID = await hall.do(by, party.open_party_ballot, **{**told, **more})
    return id


async def vote(hall: Hall, ballot: UUID, **choices: str | None) -> None:
    for name, choice in choices.items():
        await hall.do(name, party.cast_party_vote, ballot=ballot, choice=choice)


def counting(hall: Hall, ballot: UUID, present: int = 7, **more: Any) -> dict[str, Any]:
    commission = [hall.person(name) for name in ("assistant", "typist", "leader")]
    told = {"ballot": ballot, "version": 1, "present": present, "minutes": PAPER, "code": CODE}
    return {**told, "commission": commission, **more}


GOOD_MAJORITY = dict.fromkeys(("chief", "assistant", "leader", "typist", "archivist"), "GOOD")
