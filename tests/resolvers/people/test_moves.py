"""People who move: between units in one deed, between agencies with the part of each."""

from typing import Any
from uuid import UUID

import pytest

from resolvers.people import agree_transfer, heads_of, move_posting, withdraw_transfer
from tests.resolvers import town as stage
from tests.resolvers.people.moving import DAY, JULY, agency_of, going, held, move, reach, staff
from tests.resolvers.town import FOUNDED, Town


@pytest.fixture
async def staffed(town: Town) -> Town:
    return await staff(town)


class TestMovePosting:
    async def test_ends_one_post_and_begins_the_next_on_the_same_day(self, staffed: Town) -> None:
        vice = await reach(staffed, "vice")
        values = move(staffed, "clerk", "culture", decision_no="7/QĐ", office="deputy")
        new = await staffed.do(vice, move_posting, **values)
        assert await held(staffed, "clerk") == [
            ("office", FOUNDED, DAY),
            ("culture", DAY, None),
        ]
        row = await staffed.owner.fetchrow("select * from congtam.posting where id = $1", new)
        assert (row["office"], row["decision_no"], row["main"]) == ("deputy", "7/QĐ", True)
        old, appointed = await staffed.leaves()
        assert (old["deed"], old["subject_id"]) == ("move_posting", staffed.postings["clerk"])
        assert appointed["subject_id"] == new
        assert old["rule"] == appointed["rule"] == "personnel-officer-records-posts"

    async def test_ends_what_hung_on_the_old_headship(self, staffed: Town) -> None:
        await stage.delegation(staffed, "chief", "assistant", "office", FOUNDED, JULY)
        vice = await reach(staffed, "vice")
        await staffed.do(vice, move_posting, **move(staffed, "chief", "culture"))
        async with staffed.database.reading() as tx:
            heads = await heads_of(tx, staffed.units["office"], DAY)
        assert (heads.head, heads.acting) == (None, None)
        until = await staffed.owner.fetchval("select upper(during) from congtam.delegation")
        assert until == DAY

    async def test_keeps_roles_while_the_person_stays_in_the_agency(self, staffed: Town) -> None:
        await stage.mandate(staffed, "clerk", "inspector", "commune")
        vice = await reach(staffed, "vice")
        await staffed.do(vice, move_posting, **move(staffed, "clerk", "culture"))
        role = await staffed.owner.fetchval(
            "select upper_inf(during) from congtam.mandate where person_id = $1",
            staffed.people["clerk"],
        )
        assert role

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"begins": FOUNDED}, "MOVE_OUTSIDE_THE_POST"),
            ({"version": 2}, "STALE_VERSION"),
            ({"office": "head"}, "HEAD_EXISTS"),
            ({"office": "king"}, "INVALID_INPUT"),
            ({"ends": DAY}, "ENDS_BEFORE_IT_BEGINS"),
        ],
    )
    async def test_writes_nothing_where_either_half_is_wrong(
        self, staffed: Town, change: dict[str, Any], code: str
    ) -> None:
        vice = await reach(staffed, "vice")
        values = move(staffed, "clerk", "culture", **change)
        assert (await staffed.refused(vice, move_posting, **values)).code == code

    @pytest.mark.parametrize("name", ["governor", "chair", "chief", "curator", "clerk", "stranger"])
    async def test_refuses_everybody_without_the_mandate(self, staffed: Town, name: str) -> None:
        values = move(staffed, "typist", "culture")
        refused = await staffed.refused(await reach(staffed, name), move_posting, **values)
        assert refused.code in ("NO_MANDATE", "NOT_FOUND")

    async def test_refuses_an_officer_of_one_of_the_two_units(self, staffed: Town) -> None:
        await stage.mandate(staffed, "leader", "personnel_officer", "culture")
        values = move(staffed, "typist", "culture")
        refused = await staffed.refused(await reach(staffed, "leader"), move_posting, **values)
        assert refused.code == "NO_MANDATE"

    async def test_refuses_an_officer_who_moves_himself(self, staffed: Town) -> None:
        values = move(staffed, "vice", "culture")
        refused = await staffed.refused(await reach(staffed, "vice"), move_posting, **values)
        assert refused.code == "GRANT_TO_SELF"


class TestTransfer:
    async def agreed(self, town: Town, name: str = "clerk", **more: Any) -> UUID:
        done: UUID = await town.do(
            await reach(town, "vice"), agree_transfer, **going(town, name, **more)
        )
        return done

    async def test_takes_the_person_to_the_agency_that_appoints_him(self, staffed: Town) -> None:
        transfer = await self.agreed(staffed)
        assert await held(staffed, "clerk") == [("office", FOUNDED, None)]
        registrar = await reach(staffed, "registrar")
        await staffed.do(registrar, move_posting, **move(staffed, "clerk", "neighbour"))
        assert await held(staffed, "clerk") == [
            ("office", FOUNDED, DAY),
            ("neighbour", DAY, None),
        ]
        assert await agency_of(staffed, "clerk") == staffed.agencies["neighbour"]
        row = await staffed.owner.fetchrow("select * from congtam.transfer where id = $1", transfer)
        assert row["taken_at"] is not None
        leaves = [(leaf["deed"], leaf["agency_id"]) for leaf in await staffed.leaves()]
        assert leaves == [
            ("agree_transfer", staffed.agencies["commune"]),
            ("move_posting", staffed.agencies["commune"]),
            ("move_posting", staffed.agencies["neighbour"]),
        ]

    async def test_ends_roles_charges_and_borrowed_authority_of_the_old_agency(
        self, staffed: Town
    ) -> None:
        await stage.mandate(staffed, "clerk", "inspector", "commune")
        await stage.delegation(staffed, "chief", "clerk", "office", FOUNDED, JULY)
        await staffed.owner.execute(
            "insert into congtam.charge (id, agency_id, posting_id, person_id, during)"
            " values ($1, $2, $3, $4, daterange($5, null))",
            staffed.people["chair"],
            staffed.agencies["commune"],
            staffed.postings["assistant"],
            staffed.people["clerk"],
            FOUNDED,
        )
        await self.agreed(staffed)
        registrar = await reach(staffed, "registrar")
        await staffed.do(registrar, move_posting, **move(staffed, "clerk", "neighbour"))
        for table in ("mandate", "delegation", "charge"):
            column = "to_person_id" if table == "delegation" else "person_id"
            until = await staffed.owner.fetch(
                f"select upper(during) from congtam.{table} where {column} = $1",
                staffed.people["clerk"],
            )
            assert [row[0] for row in until] == [DAY], table
        after = await reach(staffed, "clerk")
        assert after.colleagues == {staffed.agencies["neighbour"]}
        assert not after.mandates
        assert not after.headed

    async def test_is_needed_for_another_agency(self, staffed: Town) -> None:
        values = move(staffed, "clerk", "neighbour")
        hidden = await staffed.refused(await reach(staffed, "registrar"), move_posting, **values)
        assert hidden.code == "NOT_FOUND"
        shown = await staffed.refused(staffed.operator(), move_posting, **values)
        assert shown.code == "TRANSFER_NOT_AGREED"

    async def test_holds_for_its_agency_and_its_day_alone(self, staffed: Town) -> None:
        await self.agreed(staffed)
        registrar = await reach(staffed, "registrar")
        later = move(staffed, "clerk", "neighbour", begins=JULY)
        refused = await staffed.refused(registrar, move_posting, **later)
        assert (refused.code, refused.facts["day"]) == ("TRANSFER_ON_ANOTHER_DAY", DAY)
        elsewhere = move(staffed, "clerk", "province")
        refused = await staffed.refused(staffed.operator(), move_posting, **elsewhere)
        assert refused.code == "TRANSFER_NOT_AGREED"

    async def test_gives_the_receiving_agency_no_other_authority(self, staffed: Town) -> None:
        """The agreement lets the receiving officer appoint; the old one appoints nobody there."""
        await self.agreed(staffed)
        vice = await reach(staffed, "vice")
        values = move(staffed, "clerk", "neighbour")
        assert (await staffed.refused(vice, move_posting, **values)).code == "NOT_FOUND"

    async def test_can_be_taken_back_until_it_takes_place(self, staffed: Town) -> None:
        transfer = await self.agreed(staffed)
        vice, registrar = await reach(staffed, "vice"), await reach(staffed, "registrar")
        refused = await staffed.refused(
            registrar, withdraw_transfer, transfer_id=transfer, version=1
        )
        assert refused.code == "NOT_FOUND"
        await staffed.do(vice, withdraw_transfer, transfer_id=transfer, version=1)
        values = move(staffed, "clerk", "neighbour")
        assert (await staffed.refused(registrar, move_posting, **values)).code == "NOT_FOUND"
        again = await staffed.refused(vice, withdraw_transfer, transfer_id=transfer, version=2)
        assert again.code == "TRANSFER_OVER"
        assert await self.agreed(staffed) != transfer

    async def test_is_agreed_once(self, staffed: Town) -> None:
        await self.agreed(staffed)
        vice = await reach(staffed, "vice")
        refused = await staffed.refused(vice, agree_transfer, **going(staffed, "clerk"))
        assert refused.code == "TRANSFER_AGREED"

    async def test_refuses_to_let_the_last_administrator_go(self, staffed: Town) -> None:
        await stage.mandate(staffed, "clerk", "administrator", "commune")
        vice = await reach(staffed, "vice")
        refused = await staffed.refused(vice, agree_transfer, **going(staffed, "clerk"))
        assert refused.code == "LAST_MANAGER"
        await stage.mandate(staffed, "typist", "administrator", "commune")
        await self.agreed(staffed)

    async def test_takes_the_last_administrator_from_nobody_who_agreed_while_there_were_two(
        self, staffed: Town
    ) -> None:
        names = ("clerk", "typist")
        for name in names:
            await stage.mandate(staffed, name, "administrator", "commune")
        for name in names:
            await self.agreed(staffed, name)
        registrar = await reach(staffed, "registrar")
        first, last = (move(staffed, name, "neighbour") for name in names)
        await staffed.do(registrar, move_posting, **first)
        assert (await staffed.refused(registrar, move_posting, **last)).code == "LAST_MANAGER"

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"leaves_on": FOUNDED}, "MOVE_OUTSIDE_THE_POST"),
            ({"to_agency": "commune"}, "INVALID_INPUT"),
            ({"decision_no": ""}, "TEXT_NOT_ACCEPTABLE"),
        ],
    )
    async def test_refuses_what_no_transfer_is(
        self, staffed: Town, change: dict[str, Any], code: str
    ) -> None:
        if "to_agency" in change:
            change = {"to_agency": staffed.agencies[change["to_agency"]]}
        vice = await reach(staffed, "vice")
        refused = await staffed.refused(vice, agree_transfer, **going(staffed, "clerk", **change))
        assert refused.code == code

    @pytest.mark.parametrize("name", ["chair", "chief", "clerk", "registrar", "governor"])
    async def test_is_the_personnel_officers_to_agree(self, staffed: Town, name: str) -> None:
        refused = await staffed.refused(
            await reach(staffed, name), agree_transfer, **going(staffed, "clerk")
        )
        assert refused.code in ("NO_MANDATE", "NOT_FOUND")
