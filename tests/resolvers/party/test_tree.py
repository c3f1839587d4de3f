"""The Party's tree, its roll and its offices: granted from above, dated, never to oneself."""

from datetime import date

import pytest

from resolvers import party
from resolvers.core.errors import Refusal
from tests.resolvers.party.house import BEGAN, DAY, NUMBER, House

LATER = date(2026, 6, 1)


class TestBodies:
    async def test_the_house_stands_as_it_was_founded(self, house: House) -> None:
        rows = {row["code"]: row for row in await house.rows("party_body")}
        assert rows["branch"]["parent_id"] == house.bodies["commune"]
        assert rows["province"]["parent_id"] is None
        leaves = [leaf["deed"] for leaf in await house.town.leaves()]
        assert leaves.count("FoundPartyBody") == 7

    async def test_what_a_deed_changed_is_kept_apart_from_the_common_trail(
        self, house: House
    ) -> None:
        leaves = [x for x in await house.town.leaves() if x["deed"] == "AdmitPartyMember"]
        assert leaves
        assert all("commitment" in leaf["after"] for leaf in leaves)
        assert not any("person_id" in leaf["after"] for leaf in leaves)
        assert not any(leaf["agency_id"] for leaf in leaves)

    @pytest.mark.parametrize("by", ["vice", "chief", "governor", "officer", "clerk"])
    async def test_only_the_committee_directly_above_founds(self, house: House, by: str) -> None:
        told = {"kind": "branch", "code": "third", "name": "Chi bộ 3", "begins": DAY}
        deed = house.do if by == "vice" else house.refused
        done = await deed(by, party.found_party_body, parent=house.bodies["commune"], **told)
        if by in ("governor", "officer"):
            assert done.code == "NO_PARTY_OFFICE"
        elif by != "vice":  # who does not read the committee does not learn that it is there
            assert done.code in ("NO_PARTY_OFFICE", "NOT_FOUND")

    @pytest.mark.parametrize(
        ("kind", "parent"),
        [("branch", "branch"), ("committee", "commune"), ("grassroots_branch", "commune")],
    )
    async def test_each_kind_stands_where_it_belongs(
        self, house: House, kind: str, parent: str
    ) -> None:
        by = "chief" if parent == "branch" else "chair"
        told = {"kind": kind, "code": "x", "name": "X", "begins": DAY}
        refusal = await house.refused(
            by, party.found_party_body, parent=house.bodies[parent], **told
        )
        assert refusal.code == "PARTY_BODY_MISPLACED"

    async def test_a_code_belongs_to_one_body_at_a_time(self, house: House) -> None:
        told = {"kind": "branch", "code": "branch", "name": "Chi bộ", "begins": DAY}
        refusal = await house.refused(
            "chair", party.found_party_body, parent=house.bodies["commune"], **told
        )
        assert refusal.code == "PARTY_BODY_CODE_TAKEN"

    async def test_nobody_but_the_operator_founds_what_stands_on_top(self, house: House) -> None:
        told = {"kind": "committee", "code": "top", "name": "Đảng bộ", "begins": DAY}
        assert (await house.refused("governor", party.found_party_body, **told)).code == (
            "NO_PARTY_OFFICE"
        )

    async def test_a_body_with_members_is_not_closed_and_an_empty_one_is(
        self, house: House
    ) -> None:
        told = {"body": house.bodies["branch"], "version": 1, "ends": DAY}
        refusal = await house.refused("chair", party.close_party_body, **told)
        assert refusal.code == "PARTY_BODY_OCCUPIED"
        third = await house.found("chair", "third", "commune", "branch")
        closing = {"body": third, "version": 1, "ends": DAY}
        await house.do("chair", party.close_party_body, **closing)
        again = await house.refused("chair", party.close_party_body, **{**closing, "version": 2})
        assert again.code == "PARTY_BODY_CLOSED"


class TestOffices:
    async def refused(self, house: House, by: str, who: str, body: str, kind: str) -> str:
        refusal = await house.refused(
            by,
            party.appoint_party_office,
            person=house.person(who),
            body=house.bodies[body],
            kind=kind,
            begins=DAY,
            decision_no=NUMBER,
        )
        return refusal.code

    @pytest.mark.parametrize(
        ("by", "body", "kind", "code"),
        [
            ("vice", "branch", "secretary", "NO_PARTY_OFFICE"),
            ("chief", "branch", "secretary", "NO_PARTY_OFFICE"),
            ("assistant", "branch", "committee_member", "NO_PARTY_OFFICE"),
            ("officer", "branch", "committee_member", "NO_PARTY_OFFICE"),
            ("clerk", "branch", "committee_member", "NOT_FOUND"),
            ("curator", "branch", "committee_member", "NOT_FOUND"),
            ("governor", "branch", "secretary", "NO_PARTY_OFFICE"),
        ],
    )
    async def test_nobody_grants_what_he_does_not_hold(
        self, house: House, by: str, body: str, kind: str, code: str
    ) -> None:
        assert await self.refused(house, by, "leader", body, kind) == code

    @pytest.mark.parametrize(
        ("by", "body", "kind"),
        [
            ("chair", "branch", "secretary"),
            ("vice", "branch", "deputy_secretary"),
            ("chief", "branch", "committee_member"),
        ],
    )
    async def test_who_holds_it_there_or_above_grants_it(
        self, house: House, by: str, body: str, kind: str
    ) -> None:
        assert await house.appoint(by, "leader", body, kind, begins=DAY)

    async def test_nobody_appoints_himself(self, house: House) -> None:
        assert await self.refused(house, "chair", "chair", "branch", "secretary") == "GRANT_TO_SELF"

    async def test_a_new_secretary_follows_the_earlier_one(self, house: House) -> None:
        await house.appoint("chair", "leader", "branch", "secretary", begins=DAY)
        offices = await house.rows(
            "party_office", "body_id = $1 and kind = 'secretary'", house.bodies["branch"]
        )
        spells = {row["person_id"]: row["during"] for row in offices}
        assert spells[house.person("chief")].upper == DAY == spells[house.person("leader")].lower

    async def test_nobody_holds_the_same_office_twice(self, house: House) -> None:
        told = (house, "chair", "assistant", "branch", "deputy_secretary")
        assert await self.refused(*told) == "PARTY_OFFICE_TAKEN"

    async def test_an_office_belongs_to_its_kind_of_body_and_to_members(self, house: House) -> None:
        assert await self.refused(house, "chair", "leader", "branch", "head") == (
            "PARTY_OFFICE_MISPLACED"
        )
        assert await self.refused(house, "chair", "porter", "branch", "committee_member") == (
            "NOT_A_PARTY_MEMBER"
        )

    async def test_the_operator_installs_the_first_secretary_and_nobody_after_him(
        self, house: House
    ) -> None:
        with pytest.raises(Refusal) as refused:
            await house.operate(
                party.appoint_party_office,
                person=house.person("stranger"),
                body=house.bodies["province"],
                kind="secretary",
                begins=DAY,
                decision_no=NUMBER,
            )
        assert refused.value.code == "NO_PARTY_OFFICE"

    async def test_the_last_secretary_on_top_stays_and_hands_over(self, house: House) -> None:
        (office,) = await house.rows("party_office", "body_id = $1", house.bodies["province"])
        told = {"office": office["id"], "version": 1, "ends": DAY}
        refusal = await house.refused("governor", party.end_party_office, **told)
        assert refusal.code == "LAST_MANAGER"
        await house.appoint("governor", "chair", "province", "secretary", begins=DAY)
        request = await house.request("governor")
        assert request.reach.party_bodies == frozenset()

    async def test_an_end_is_effective_at_once(self, house: House) -> None:
        before = await house.request("assistant")
        assert house.bodies["branch"] in before.reach.party_bodies
        (office,) = await house.rows("party_office", "person_id = $1", house.person("assistant"))
        await house.do("chair", party.end_party_office, office=office["id"], version=1, ends=DAY)
        after = await house.request("assistant")
        assert (after.reach.party_bodies, after.reach.party_offices) == (frozenset(), ())


async def test_offices_read_their_body_and_what_stands_beneath(house: House) -> None:
    async def reads(name: str) -> set[str]:
        reach = (await house.request(name)).reach
        return {name for name, id in house.bodies.items() if id in reach.party_bodies}

    assert await reads("governor") == set(house.bodies)
    assert await reads("vice") == {"commune", "branch", "second", "leadership", "union"}
    assert await reads("chief") == {"branch"}
    assert await reads("porter") == {"union"}
    assert await reads("clerk") == set()


async def test_another_day_another_reach(house: House) -> None:
    early = await house.request("chief", date(2025, 12, 31))
    assert early.reach.party_bodies == frozenset()
    assert (await house.request("chief", BEGAN)).reach.party_bodies == {house.bodies["branch"]}
