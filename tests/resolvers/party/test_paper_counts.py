"""A vote on paper, as its commission counted it; and a body's own rule."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio

from resolvers import party
from resolvers.party import ChoiceCount, PaperCount, VotingRule
from resolvers.party.ballots_rules import rule_of
from tests.resolvers.party.hall import DAY, PAPER, Hall, build
from tests.resolvers.town import Town

TELLERS = ("assistant", "typist", "leader")
AGREED = {"present": 7, "issued": 7, "returned": 6, "valid": 5, "invalid": 1}
CHOICES = {"GOOD": 4, "COMPLETED": 1}


@pytest_asyncio.fixture
async def hall(town: Town) -> Hall:
    hall = await build(town)
    await hall.review("clerk", category="leader")
    return hall


async def opened(hall: Hall, kind: str = "class") -> UUID:
    told = {"review": hall.reviews["clerk"], "body": hall.bodies["branch"]}
    id: UUID = await hall.do("chief", party.open_party_ballot, kind=kind, way="paper", **told)
    return id


def entered(hall: Hall, ballot: UUID, choices: Any = CHOICES, **change: int) -> dict[str, Any]:
    counts = [ChoiceCount(name, votes) for name, votes in choices.items()]
    return {
        "ballot": ballot,
        "version": 1,
        "count": PaperCount(**{**AGREED, **change}, choices=counts),
        "minutes": PAPER,
        "commission": [hall.person(name) for name in TELLERS],
    }


class TestEntering:
    async def test_keeps_the_count_and_who_counted(self, hall: Hall) -> None:
        ballot = await opened(hall)
        await hall.do("chief", party.enter_party_count, **entered(hall, ballot))
        row = await hall.row("party_ballot", ballot)
        assert (row["state"], row["chosen"]) == ("counted", "GOOD")
        assert {name: row[name] for name in AGREED} == AGREED
        assert row["choices"] == {"EXCELLENT": 0, "NOT_COMPLETED": 0, **CHOICES}
        tellers = await hall.rows("party_commission", "ballot_id = $1", ballot)
        assert {row["person_id"] for row in tellers} == {hall.person(name) for name in TELLERS}

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"present": 8}, "BALLOT_MORE_THAN_PEOPLE"),
            ({"issued": 8}, "BALLOT_MORE_THAN_PEOPLE"),
            ({"issued": 7, "returned": 8, "invalid": 3}, "BALLOT_MORE_THAN_PEOPLE"),
            ({"valid": 6}, "BALLOT_SUMS_DISAGREE"),
            ({"invalid": 0}, "BALLOT_SUMS_DISAGREE"),
            ({"returned": 7, "valid": 6}, "BALLOT_SUMS_DISAGREE"),
            ({"present": 4, "issued": 4, "returned": 4, "valid": 3}, "BALLOT_SUMS_DISAGREE"),
            ({"invalid": -1, "returned": 4}, "INVALID_INPUT"),
        ],
    )
    async def test_of_sums_that_disagree_is_refused(
        self, hall: Hall, change: dict[str, int], code: str
    ) -> None:
        told = entered(hall, await opened(hall), **change)
        assert (await hall.refused("chief", party.enter_party_count, **told)).code == code

    async def test_without_a_quorum_is_refused(self, hall: Hall) -> None:
        """Five of seven must be present; with four, whatever they voted, nothing is kept."""
        few = {"present": 4, "issued": 4, "returned": 4, "valid": 4, "invalid": 0}
        told = entered(hall, await opened(hall), {"GOOD": 4}, **few)
        refusal = await hall.refused("chief", party.enter_party_count, **told)
        assert refusal.code == "BALLOT_NO_QUORUM"

    @pytest.mark.parametrize("choices", [{"LOW": 5}, {"SPLENDID": 5}])
    async def test_of_choices_that_there_are_not_is_refused(
        self, hall: Hall, choices: dict[str, int]
    ) -> None:
        told = entered(hall, await opened(hall), choices)
        refusal = await hall.refused("chief", party.enter_party_count, **told)
        assert refusal.code == "INVALID_INPUT"

    async def test_is_not_for_an_electronic_ballot(self, hall: Hall) -> None:
        told = {"review": hall.reviews["clerk"], "body": hall.bodies["branch"]}
        told |= {"kind": "class", "way": "electronic", "code": "mã khóa đủ dài của hòm phiếu"}
        ballot = await hall.do("chief", party.open_party_ballot, **told)
        refusal = await hall.refused("chief", party.enter_party_count, **entered(hall, ballot))
        assert refusal.code == "BALLOT_ELECTRONIC"


class TestConfidence:
    async def test_is_a_count_that_the_law_of_leaders_can_use(self, hall: Hall) -> None:
        ballot = await opened(hall, "confidence")
        told = entered(hall, ballot, {"HIGH": 1, "CONFIDENT": 1, "LOW": 3})
        await hall.do("chief", party.enter_party_count, **told)
        request = await hall.request("chief")
        async with hall.party.for_reach(request.reach).writing() as tx:
            found = await party.confidence_in(tx, hall.reviews["clerk"])
        assert found == party.Confidence(low=3, ballots=5)


class TestTheBodysRule:
    def told(self, hall: Hall, **rule: Any) -> dict[str, Any]:
        place = {"body": hall.bodies["branch"], "regulation": PAPER, "begins": DAY}
        begins = rule.pop("begins", DAY)
        return {**place, "rule": VotingRule(**rule), "begins": begins}

    async def test_holds_from_its_day_and_ends_the_earlier_one(self, hall: Hall) -> None:
        later = date(2026, 12, 20)
        await hall.do("chief", party.set_party_ballot_rule, **self.told(hall, quorum="3/4"))
        second = self.told(hall, quorum="1/2", begins=later)
        await hall.do("chief", party.set_party_ballot_rule, **second)
        rows = await hall.rows("party_ballot_rule")
        spans = {row["quorum"]: (row["during"].lower, row["during"].upper) for row in rows}
        assert spans == {"3/4": (DAY, later), "1/2": (later, None)}

    async def test_is_known_to_whoever_may_have_to_speak_for_the_body(self, hall: Hall) -> None:
        """Also to somebody whose office reads nothing: else he would speak without its vote."""
        await hall.do("chief", party.set_party_ballot_rule, **self.told(hall, needed=True))
        request = await hall.request("typist")
        async with hall.party.for_reach(request.reach).writing() as tx:
            assert (await rule_of(tx, hall.bodies["branch"], DAY))["needed"]

    async def test_reaches_no_ballot_that_is_open(self, hall: Hall) -> None:
        ballot = await opened(hall)
        await hall.do("chief", party.set_party_ballot_rule, **self.told(hall, quorum="1/1"))
        assert (await hall.row("party_ballot", ballot))["quorum"] == "2/3"

    @pytest.mark.parametrize(
        ("by", "rule", "code"),
        [
            ("assistant", {}, "NO_PARTY_OFFICE"),
            ("chair", {}, "NO_PARTY_OFFICE"),
            ("typist", {}, "NOT_FOUND"),
            ("stranger", {}, "NOT_FOUND"),
            ("chief", {"quorum": "1/3"}, "INVALID_INPUT"),
            ("chief", {"majority": "một nửa"}, "INVALID_INPUT"),
            ("chief", {"base": "everybody"}, "INVALID_INPUT"),
            ("chief", {"commission_least": 0}, "INVALID_INPUT"),
            ("chief", {"begins": date(2026, 12, 6)}, "INVALID_INPUT"),
        ],
    )
    async def test_is_laid_down_by_its_own_secretary(
        self, hall: Hall, by: str, rule: dict[str, Any], code: str
    ) -> None:
        refusal = await hall.refused(by, party.set_party_ballot_rule, **self.told(hall, **rule))
        assert refusal.code == code
