"""A ballot is counted once, by its code and with a quorum; or it is annulled."""

import asyncio
from typing import Any

import pytest
import pytest_asyncio

from resolvers import party
from resolvers.core.errors import Refusal
from tests.resolvers.party.balloting import (
    CODE,
    GOOD_MAJORITY,
    counting,
    opened,
    rule,
    vote,
)
from tests.resolvers.party.hall import VOTERS, Hall, build
from tests.resolvers.town import Town


@pytest_asyncio.fixture
async def hall(town: Town) -> Hall:
    hall = await build(town)
    await hall.review("clerk")
    return hall


class TestCounting:
    async def test_tells_the_sums_and_what_they_come_to(self, hall: Hall) -> None:
        ballot = await opened(hall)
        await vote(hall, ballot, **GOOD_MAJORITY, porter=None, driver="COMPLETED")
        await hall.do("chief", party.count_party_ballot, **counting(hall, ballot))
        row = await hall.row("party_ballot", ballot)
        assert (row["state"], row["chosen"], row["short_by"]) == ("counted", "GOOD", 0)
        assert (row["present"], row["issued"], row["valid"], row["invalid"]) == (7, 7, 6, 1)
        assert row["choices"] == {"EXCELLENT": 0, "GOOD": 5, "COMPLETED": 1, "NOT_COMPLETED": 0}
        assert (row["needed_present"], row["needed_votes"], row["base_number"]) == (5, 4, 7)
        (box,) = await hall.rows("party_ballot_box")
        assert (box["key"], box["box"]) == (b"", b"")
        assert len(await hall.rows("party_commission", "ballot_id = $1", ballot)) == 3

    @pytest.mark.parametrize(
        ("good", "chosen", "short"), [(4, "GOOD", 0), (3, None, 1), (2, None, 2)]
    )
    async def test_one_vote_short_chooses_nothing(
        self, hall: Hall, good: int, chosen: str | None, short: int
    ) -> None:
        """Seven are summoned: four votes are more than half of them."""
        ballot = await opened(hall)
        voters = [name for name in VOTERS if name != "clerk"]
        await vote(hall, ballot, **dict.fromkeys(voters[:good], "GOOD"))
        await hall.do("chief", party.count_party_ballot, **counting(hall, ballot))
        row = await hall.row("party_ballot", ballot)
        assert (row["chosen"], row["short_by"]) == (chosen, short)

    @pytest.mark.parametrize(("present", "counts"), [(5, True), (4, False)])
    async def test_needs_the_quorum(self, hall: Hall, present: int, counts: bool) -> None:
        """Of seven summoned five must be there: two thirds, and not one fewer."""
        ballot = await opened(hall)
        await vote(hall, ballot, **dict.fromkeys(("chief", "assistant", "leader"), "GOOD"))
        told = counting(hall, ballot, present)
        if counts:
            await hall.do("chief", party.count_party_ballot, **told)
        else:
            refusal = await hall.refused("chief", party.count_party_ballot, **told)
            assert refusal.code == "BALLOT_NO_QUORUM"

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"code": CODE + "?"}, "BALLOT_CODE_WRONG"),
            ({"code": None}, "INVALID_INPUT"),
            ({"present": 8}, "BALLOT_MORE_THAN_PEOPLE"),
            ({"present": 4}, "BALLOT_MORE_THAN_PEOPLE"),
            ({"present": -1}, "INVALID_INPUT"),
            ({"version": 2}, "STALE_VERSION"),
            ({"commission": []}, "BALLOT_COMMISSION"),
        ],
    )
    async def test_is_refused(self, hall: Hall, change: dict[str, Any], code: str) -> None:
        ballot = await opened(hall)
        await vote(hall, ballot, **GOOD_MAJORITY)
        told = {**counting(hall, ballot), **change}
        refusal = await hall.refused("chief", party.count_party_ballot, **told)
        assert refusal.code == code

    @pytest.mark.parametrize(
        "members",
        [
            ("assistant", "typist"),
            ("assistant", "typist", "typist"),
            ("assistant", "typist", "clerk"),
            ("assistant", "typist", "chair"),
        ],
    )
    async def test_needs_a_commission_of_the_roll_without_the_one_concerned(
        self, hall: Hall, members: tuple[str, ...]
    ) -> None:
        ballot = await opened(hall)
        await vote(hall, ballot, **GOOD_MAJORITY)
        commission = [hall.person(name) for name in members]
        told = counting(hall, ballot, commission=commission)
        refusal = await hall.refused("chief", party.count_party_ballot, **told)
        assert refusal.code == "BALLOT_COMMISSION"

    async def test_of_a_box_with_other_votes_than_voters_is_refused(self, hall: Hall) -> None:
        """Somebody with the tables in hand ticked one more name."""
        ballot = await opened(hall)
        await vote(hall, ballot, **GOOD_MAJORITY)
        await hall.town.owner.execute(
            "update congtam_party.party_ballot_voter set voted = true where person_id = $1",
            hall.person("driver"),
        )
        refusal = await hall.refused("chief", party.count_party_ballot, **counting(hall, ballot))
        assert refusal.code == "BALLOT_BOX_DISAGREES"

    @pytest.mark.parametrize(
        ("by", "code"),
        [("typist", "NO_PARTY_OFFICE"), ("chair", "NO_PARTY_OFFICE"), ("stranger", "NOT_FOUND")],
    )
    async def test_is_for_whoever_speaks_for_the_body(self, hall: Hall, by: str, code: str) -> None:
        ballot = await opened(hall)
        await vote(hall, ballot, **GOOD_MAJORITY)
        refusal = await hall.refused(by, party.count_party_ballot, **counting(hall, ballot))
        assert refusal.code == code

    async def test_twice_at_once_counts_once(self, hall: Hall) -> None:
        ballot = await opened(hall)
        await vote(hall, ballot, **GOOD_MAJORITY)
        told = counting(hall, ballot)
        outcomes = await asyncio.gather(
            hall.do("chief", party.count_party_ballot, **told),
            hall.do("assistant", party.count_party_ballot, **told),
            return_exceptions=True,
        )
        assert [each.code for each in outcomes if isinstance(each, Refusal)] == ["BALLOT_OVER"]

    async def test_stays_as_it_was_counted(self, hall: Hall) -> None:
        ballot = await opened(hall)
        await vote(hall, ballot, **GOOD_MAJORITY)
        await hall.do("chief", party.count_party_ballot, **counting(hall, ballot))
        told = counting(hall, ballot, version=2)
        refusal = await hall.refused("chief", party.count_party_ballot, **told)
        assert refusal.code == "BALLOT_OVER"


class TestShowOfHands:
    async def test_keeps_who_voted_what_and_needs_no_commission(self, hall: Hall) -> None:
        await rule(hall, secret=False)
        ballot = await opened(hall, code=None)
        await vote(hall, ballot, **GOOD_MAJORITY, porter=None)
        told = counting(hall, ballot, commission=[], code=None)
        await hall.do("chief", party.count_party_ballot, **told)
        row = await hall.row("party_ballot", ballot)
        assert (row["chosen"], row["invalid"]) == ("GOOD", 1)
        shown = {each["person_id"]: each["choice"] for each in await hall.rows("party_open_vote")}
        told_by = {hall.person(name): choice for name, choice in GOOD_MAJORITY.items()}
        assert shown == {**told_by, hall.person("porter"): None}


class TestAnnulling:
    async def test_keeps_the_ballot_with_the_reason_and_empties_its_box(self, hall: Hall) -> None:
        ballot = await opened(hall)
        await vote(hall, ballot, typist="GOOD")
        told = {"ballot": ballot, "version": 1, "reason": "Không đủ số người dự họp."}
        await hall.do("chief", party.annul_party_ballot, **told)
        row = await hall.row("party_ballot", ballot)
        assert (row["state"], row["annulled_reason"]) == ("annulled", told["reason"])
        assert [box["box"] for box in await hall.rows("party_ballot_box")] == [b""]
        again = await opened(hall)
        assert (await hall.row("party_ballot", again))["round"] == 2

    @pytest.mark.parametrize(
        ("by", "change", "code"),
        [
            ("typist", {}, "NO_PARTY_OFFICE"),
            ("chief", {"reason": ""}, "TEXT_NOT_ACCEPTABLE"),
            ("chief", {"version": 7}, "STALE_VERSION"),
        ],
    )
    async def test_is_refused(self, hall: Hall, by: str, change: Any, code: str) -> None:
        told = {"ballot": await opened(hall), "version": 1, "reason": "Sai danh sách.", **change}
        refusal = await hall.refused(by, party.annul_party_ballot, **told)
        assert refusal.code == code

    async def test_is_done_once(self, hall: Hall) -> None:
        told = {"ballot": await opened(hall), "reason": "Sai danh sách."}
        await hall.do("chief", party.annul_party_ballot, **told, version=1)
        refusal = await hall.refused("chief", party.annul_party_ballot, **told, version=2)
        assert refusal.code == "BALLOT_OVER"


class TestAtTheBottom:
    async def test_an_open_ballot_holds_no_count(self, hall: Hall) -> None:
        """Neither in parts nor as a whole, whoever writes it."""
        ballot = await opened(hall)
        for change in ("present = 7", "choices = '{}'"):
            with pytest.raises(Exception, match="counted_as_a_whole"):
                await hall.town.owner.execute(f"update congtam_party.party_ballot set {change}")
        assert (await hall.row("party_ballot", ballot))["choices"] is None
