"""The roll of members: kept from above, dated, never one's own."""

from datetime import date
from typing import Any

import pytest

from resolvers import party
from resolvers.party import Standing
from tests.resolvers.party.house import DAY, JOINED, NUMBER, House

LATER = date(2026, 6, 1)


class TestMembers:
    async def member(self, house: House, name: str) -> Any:
        (found,) = await house.rows(
            "party_member",
            "person_id = $1 and upper_inf(during)",
            house.person(name),
        )
        return found

    async def test_nobody_admits_himself_or_changes_his_own_standing(self, house: House) -> None:
        own = await self.member(house, "officer")
        told = {
            "member": own["id"],
            "version": 1,
            "begins": LATER,
            "standing": Standing(exempt=True),
            "decision_no": NUMBER,
        }
        refusal = await house.refused("officer", party.change_party_membership, **told)
        assert refusal.code == "OWN_RECORD"

    @pytest.mark.parametrize("by", ["chief", "assistant"])
    async def test_the_branch_does_not_keep_its_own_roll(self, house: House, by: str) -> None:
        refusal = await house.refused(
            by,
            party.admit_party_member,
            person=house.person("porter"),
            body=house.bodies["branch"],
            admitted_on=JOINED,
            begins=DAY,
            decision_no=NUMBER,
        )
        assert refusal.code == "NO_PARTY_OFFICE"

    async def test_a_member_belongs_to_one_branch_and_may_be_a_guest_of_another(
        self, house: House
    ) -> None:
        told = {
            "person": house.person("clerk"),
            "body": house.bodies["second"],
            "admitted_on": JOINED,
            "begins": DAY,
            "decision_no": NUMBER,
        }
        refusal = await house.refused("chair", party.admit_party_member, **told)
        assert refusal.code == "PARTY_MEMBER_ELSEWHERE"
        assert await house.do("chair", party.admit_party_member, **told, activity="temporary")

    async def test_members_belong_to_branches(self, house: House) -> None:
        told = {"admitted_on": JOINED, "begins": DAY, "decision_no": NUMBER}
        refusal = await house.refused(
            "chair",
            party.admit_party_member,
            person=house.person("porter"),
            body=house.bodies["leadership"],
            **told,
        )
        assert refusal.code == "PARTY_BODY_NOT_A_BRANCH"

    async def test_a_transfer_ends_one_spell_and_begins_another(self, house: House) -> None:
        old = await self.member(house, "clerk")
        await house.do(
            "officer",
            party.transfer_party_member,
            member=old["id"],
            version=1,
            body=house.bodies["second"],
            begins=LATER,
            decision_no="02",
        )
        new = await self.member(house, "clerk")
        assert (new["body_id"], new["admitted_on"]) == (house.bodies["second"], JOINED)
        ended = await house.row("party_member", old["id"])
        assert ended["during"].upper == LATER == new["during"].lower

    async def test_a_transfer_needs_both_rolls(self, house: House) -> None:
        member = await self.member(house, "clerk")
        told = {"member": member["id"], "version": 1, "begins": LATER, "decision_no": "02"}
        refusal = await house.refused(
            "governor", party.transfer_party_member, body=house.bodies["office"], **told
        )
        assert refusal.code == "NO_PARTY_OFFICE"

    async def test_a_change_of_standing_leaves_the_earlier_days_as_they_were(
        self, house: House
    ) -> None:
        old = await self.member(house, "typist")
        new = await house.do(
            "officer",
            party.change_party_membership,
            member=old["id"],
            version=1,
            begins=LATER,
            standing=Standing(exempt=True),
            decision_no="03",
        )
        assert (await house.row("party_member", new))["exempt"]
        before = await house.row("party_member", old["id"])
        assert (before["exempt"], before["during"].upper) == (False, LATER)

    async def test_an_ended_membership_is_not_changed(self, house: House) -> None:
        old = await self.member(house, "typist")
        ending = {"member": old["id"], "ends": LATER, "decision_no": "03"}
        await house.do("chair", party.end_party_membership, version=1, **ending)
        refusal = await house.refused("chair", party.end_party_membership, version=2, **ending)
        assert refusal.code == "PARTY_RECORD_ENDED"

    async def test_somebody_changed_it_before(self, house: House) -> None:
        old = await self.member(house, "typist")
        told = {"member": old["id"], "version": 9, "ends": LATER, "decision_no": "03"}
        refusal = await house.refused("chair", party.end_party_membership, **told)
        assert refusal.code == "STALE_VERSION"

    async def test_only_a_committee_above_manages_a_member(self, house: House) -> None:
        old = await self.member(house, "typist")
        refusal = await house.refused(
            "chair",
            party.change_party_membership,
            member=old["id"],
            version=1,
            begins=LATER,
            standing=Standing(managed_by=house.bodies["second"]),
            decision_no="03",
        )
        assert refusal.code == "NOT_A_COMMITTEE_ABOVE"
