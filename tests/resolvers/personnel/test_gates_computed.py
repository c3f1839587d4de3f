"""Gates from the database: each opens and closes with the records, which it names."""

from datetime import date
from uuid import UUID

from resolvers import discipline
from resolvers import personnel as deeds
from resolvers.core.documents import Document
from resolvers.core.ids import new_id
from resolvers.discipline import Opening, Ruling
from resolvers.personnel.gathering import Aim, gate_facts
from resolvers.statute.personnel import ActionKind, Evidence
from tests.resolvers.cast import DAY
from tests.resolvers.personnel.computing import facts, gates
from tests.resolvers.personnel.story import PAPER, Personnel

NOTICE = Document("03/TB-UBND", date(2026, 6, 1), sha256="ee" * 32)


async def open_procedure(personnel: Personnel, name: str = "clerk") -> UUID:
    done: UUID = await personnel.do(
        "officer",
        discipline.record_procedure,
        person=personnel.cast.town.people[name],
        opening=Opening(
            "administrative", date(2026, 6, 1), "Chậm hồ sơ.", NOTICE, date(2026, 5, 20)
        ),
    )
    return done


async def reprimanded(personnel: Personnel, name: str = "clerk") -> UUID:
    ruling = Ruling(
        source="administrative",
        form="reprimand",
        relation="duty",
        about="Chậm giải quyết hồ sơ.",
        act_on=date(2026, 3, 2),
        effective_on=date(2026, 6, 5),
        decision=NOTICE,
    )
    done: UUID = await personnel.do(
        "officer",
        discipline.record_discipline,
        person=personnel.cast.town.people[name],
        ruling=ruling,
    )
    return done


class TestProceedings:
    async def test_under_way_close_the_gate_and_are_named(self, personnel: Personnel) -> None:
        before = (await gates(personnel, "clerk", ActionKind.TRANSFER))["no_blocking_procedure"]
        assert before.open
        id = await open_procedure(personnel)
        found = (await gates(personnel, "clerk", ActionKind.TRANSFER))["no_blocking_procedure"]
        assert (found.open, found.evidence) == (False, (Evidence("proceeding", str(id)),))

    async def test_are_known_to_a_deed_whose_doer_does_not_see_them(
        self, personnel: Personnel
    ) -> None:
        await open_procedure(personnel)
        found = await gates(personnel, "clerk", ActionKind.TRANSFER, by="stranger")
        assert not found["no_blocking_procedure"].open

    async def test_of_somebody_else_are_nobodys_business(self, personnel: Personnel) -> None:
        await open_procedure(personnel, "typist")
        found = await gates(personnel, "clerk", ActionKind.TRANSFER)
        assert found["no_blocking_procedure"].open

    async def test_discipline_is_in_force_for_twelve_months(self, personnel: Personnel) -> None:
        id = await reprimanded(personnel)
        code = "no_discipline_in_force"
        for day, opens in ((date(2027, 6, 4), False), (date(2027, 6, 5), True)):
            found = (await gates(personnel, "clerk", ActionKind.HIGHER_POST, day))[code]
            assert found.open is opens
            if not opens:
                assert found.evidence == (Evidence("discipline", str(id)),)


class TestStatesAndWishes:
    async def test_a_small_child_closes_the_gate_and_a_wish_opens_it(
        self, personnel: Personnel
    ) -> None:
        person, code = personnel.cast.town.people["clerk"], "no_pregnancy_or_small_child"
        state = await personnel.do(
            "officer",
            deeds.record_protected_state,
            person=person,
            state="small_child",
            since=date(2024, 1, 10),
            document=PAPER,
        )
        found = (await gates(personnel, "clerk", ActionKind.SECONDMENT))[code]
        assert (found.open, found.evidence) == (False, (Evidence("protected_state", str(state)),))
        grown = (await gates(personnel, "clerk", ActionKind.SECONDMENT, date(2027, 1, 10)))[code]
        assert grown.open
        wish = await personnel.do(
            "clerk",
            deeds.state_wish,
            person=person,
            kind="secondment",
            said="Tôi xin đi biệt phái.",
        )
        waived = (await gates(personnel, "clerk", ActionKind.SECONDMENT))[code]
        assert waived.open
        assert waived.evidence[-1] == Evidence("wish", str(wish))
        await personnel.do("clerk", deeds.withdraw_wish, id=wish, version=1)
        assert not (await gates(personnel, "clerk", ActionKind.SECONDMENT))[code].open

    async def test_the_actions_own_request_is_a_wish(self, personnel: Personnel) -> None:
        asked = await facts(
            personnel, "clerk", ActionKind.LOWER_POST, own_wish_on=DAY, own_wish=new_id()
        )
        assert [wish.kind for wish in asked.wishes] == ["lower_post"]
        found = await gates(personnel, "clerk", ActionKind.LOWER_POST, own_wish_on=DAY)
        assert found["ground_for_a_lower_post"].open

    async def test_the_latest_count_of_confidence_decides(self, personnel: Personnel) -> None:
        await personnel.fact("chief", "confidence", date(2026, 5, 1), low=40, ballots=50)
        await personnel.fact("chief", "confidence", date(2026, 6, 1), low=10, ballots=50)
        found = (await facts(personnel, "chief", ActionKind.REMOVAL)).confidence
        assert found is not None
        assert (found.low, found.ballots) == (10, 50)
        assert not (await gates(personnel, "chief", ActionKind.REMOVAL))["ground_for_removal"].open


async def test_whoever_gathers_facts_holds_the_person(personnel: Personnel) -> None:
    """Discipline is recorded beside a decision only after it, or before it; never in between."""
    request = await personnel.cast.request("chair")
    person = personnel.cast.town.people["clerk"]
    async with personnel.cast.town.deed(request.reach) as tx:
        await gate_facts(tx, person, Aim(ActionKind.TRANSFER), DAY)
        held = await personnel.cast.town.owner.fetchval(
            "select id from congtam.person where id = $1 for no key update skip locked", person
        )
        assert held is None
