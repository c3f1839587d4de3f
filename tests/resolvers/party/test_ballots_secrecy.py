"""What is stored of a secret ballot is the same whoever voted what, as long as the sums are."""

from collections import Counter
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest_asyncio
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resolvers import party
from resolvers.core.deed import canonical, once
from resolvers.party.ballots_box import counted
from resolvers.party.vote_tables import PARTY_LEVELS
from tests.resolvers.party.hall import PAPER, Hall, build
from tests.resolvers.town import Town

CODE = "Hòm phiếu của chi bộ, năm 2026"
VOTERS = ("chief", "assistant", "leader", "typist", "archivist")
CHOICES = (*PARTY_LEVELS, None)
NEW_EACH_TIME = {"id", "seq", "xid", "hash", "commitment", "salt", "leaf_id", "subject_id"}


@pytest_asyncio.fixture
async def hall(town: Town) -> Hall:
    hall = await build(town)
    await hall.review("clerk")
    return hall


async def opened(hall: Hall) -> UUID:
    told = {"review": hall.reviews["clerk"], "body": hall.bodies["branch"], "code": CODE}
    id: UUID = await hall.do(
        "chief", party.open_party_ballot, kind="class", way="electronic", **told
    )
    return id


async def stored(hall: Hall, ballot: UUID) -> dict[str, Any]:
    """Everything that any table says of a ballot, without what is new each time anyway."""
    owner = hall.town.owner
    told: dict[str, Any] = {}
    for table in ("party_ballot_voter", "party_open_vote", "party_commission"):
        rows = await hall.rows(table, "ballot_id = $1", ballot)
        told[table] = [{**dict(row), "ballot_id": None} for row in rows]
    row = dict(await hall.row("party_ballot", ballot))
    told["party_ballot"] = {**row, "id": None, "round": None}
    leaves = await owner.fetch(
        "select l.*, c.before as kept_before, c.after as kept_after, c.reason as kept_reason"
        " from congtam.audit_leaf l join congtam_party.audit_content c on c.leaf_id = l.id"
        " where l.subject_id = $1 order by l.seq",
        ballot,
    )
    told["leaves"] = [
        {
            name: value
            for name, value in dict(leaf).items()
            if name not in NEW_EACH_TIME | {"after", "kept_after"}
        }
        for leaf in leaves
        if leaf["deed"] == "CastPartyVote"
    ]
    told["kept"] = [leaf["kept_after"] for leaf in leaves if leaf["deed"] == "CastPartyVote"]
    return told


async def sums(hall: Hall, ballot: UUID, voted: int) -> tuple[list[int], int]:
    """What is in the box, for somebody who has its code; and how long it is."""
    (row,) = await hall.rows("party_ballot_box", "ballot_id = $1", ballot)
    return counted(row["box"], row["key"], CODE, ballot, voted=voted), len(row["box"])


async def after(hall: Hall, choices: list[str | None]) -> tuple[Any, Any, bytes]:
    """The stored state after these people voted this in this order; the ballot is annulled then."""
    ballot = await opened(hall)
    for name, choice in zip(VOTERS, choices, strict=False):
        await hall.do(name, party.cast_party_vote, ballot=ballot, choice=choice)
    told = await stored(hall, ballot)
    inside = await sums(hall, ballot, len(choices))
    (row,) = await hall.rows("party_ballot_box", "ballot_id = $1", ballot)
    annulling = {"ballot": ballot, "version": 1, "reason": "Làm lại."}
    await hall.do("chief", party.annul_party_ballot, **annulling)
    return told, inside, row["box"]


class TestAssignments:
    @settings(
        max_examples=8,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(st.data())
    async def test_with_equal_sums_leave_the_same_state(
        self, hall: Hall, data: st.DataObject
    ) -> None:
        votes = data.draw(st.lists(st.sampled_from(CHOICES), min_size=1, max_size=len(VOTERS)))
        others = data.draw(st.permutations(votes))
        one, other = await after(hall, votes), await after(hall, others)
        assert one[0] == other[0]
        # Opened with its code a box tells sums, the same for both; closed it tells nothing, so that
        # even the same votes make two boxes.
        told = Counter(votes)
        assert one[1] == other[1] == ([told[choice] for choice in CHOICES], 10 * 256)
        assert one[2] != other[2]

    async def test_are_what_the_comparison_would_tell_apart_in_a_show_of_hands(
        self, hall: Hall
    ) -> None:
        """The comparison above can fail: an open vote does keep who voted what."""
        await hall.do(
            "chief",
            party.set_party_ballot_rule,
            body=hall.bodies["branch"],
            rule=party.VotingRule(secret=False),
            regulation=PAPER,
            begins=(await hall.request("chief")).today,
        )
        found = []
        for votes in (("GOOD", "COMPLETED"), ("COMPLETED", "GOOD")):
            told = {"review": hall.reviews["clerk"], "body": hall.bodies["branch"]}
            ballot = await hall.do(
                "chief", party.open_party_ballot, kind="class", way="electronic", **told
            )
            for name, choice in zip(VOTERS, votes, strict=False):
                await hall.do(name, party.cast_party_vote, ballot=ballot, choice=choice)
            found.append(await stored(hall, ballot))
            annulling = {"ballot": ballot, "version": 1, "reason": "Làm lại."}
            await hall.do("chief", party.annul_party_ballot, **annulling)
        assert found[0] != found[1]


class TestReceipts:
    async def test_keep_no_hash_of_the_choice(self, hall: Hall) -> None:
        """The receipt is the same for every choice: nobody finds it out by trying them all."""
        ballot = await opened(hall)
        for name, choice in zip(VOTERS, CHOICES, strict=True):
            request = await hall.request(name)
            async with hall.party.for_reach(request.reach).writing() as tx:
                told = {"ballot": ballot, "choice": choice}
                await once(tx, request, party.cast_party_vote, key="một", arguments=told)
        kept = await hall.town.owner.fetch("select * from congtam.receipt")
        assert len(kept) == len(VOTERS)
        assert len({(row["fingerprint"], str(row["outcome"])) for row in kept}) == 1

    async def test_of_a_code_keep_no_hash_of_it(self, hall: Hall) -> None:
        request = await hall.request("chief")
        told = {
            **{"review": hall.reviews["clerk"], "body": hall.bodies["branch"]},
            **{"kind": "class", "way": "electronic", "code": CODE},
        }
        async with hall.party.for_reach(request.reach).writing() as tx:
            await once(tx, request, party.open_party_ballot, key="một", arguments=told)
        (kept,) = await hall.town.owner.fetch("select * from congtam.receipt")
        assert kept["fingerprint"] != sha256(canonical(told).encode()).digest()

    async def test_sent_again_it_answers_as_before_and_counts_once(self, hall: Hall) -> None:
        ballot = await opened(hall)
        request = await hall.request("typist")
        for choice in ("GOOD", "GOOD", "COMPLETED"):
            async with hall.party.for_reach(request.reach).writing() as tx:
                told = {"ballot": ballot, "choice": choice}
                done = await once(tx, request, party.cast_party_vote, key="một", arguments=told)
            assert done == ballot
        assert (await sums(hall, ballot, 1))[0] == [0, 1, 0, 0, 0]


class TestWhatTheDatabaseGets:
    async def test_never_tells_the_choice(self, hall: Hall) -> None:
        """No statement of a vote carries it: not in its text, not among its values."""
        ballot = await opened(hall)
        request = await hall.request("typist")
        sent: list[Any] = []
        async with hall.party.for_reach(request.reach).writing() as tx:
            await party.cast_party_vote(Listening(tx, sent), request, ballot=ballot, choice="GOOD")
        assert len(sent) > 4
        for statement, values in sent:
            assert "GOOD" not in str(values), statement
            assert not any(value in (1, 0) and value is not True for value in values.values())


class Listening:
    """A transaction that writes down what it is asked to send."""

    def __init__(self, tx: Any, sent: list[Any]) -> None:
        self._tx, self._sent = tx, sent

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._tx, name)

        async def heard(statement: Any, /, **values: Any) -> Any:
            self._sent.append((str(statement), values))
            return await method(statement, **values)

        return heard
