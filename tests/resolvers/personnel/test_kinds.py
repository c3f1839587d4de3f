"""Each kind of action once, from its proposal to what it does on its day."""

from datetime import date

import pytest

from resolvers import personnel as deeds
from resolvers.people import heads_of, reach_of_person
from tests.resolvers import town as stage
from tests.resolvers.cast import DAY
from tests.resolvers.personnel.story import (
    DECISION,
    JULY,
    PAPER,
    Personnel,
    later,
)
from tests.resolvers.town import FOUNDED

LONG_AGO = date(2023, 3, 1)
RETIRES = date(2050, 1, 1)


class TestAppointment:
    async def test_makes_a_member_deputy_for_five_years(self, personnel: Personnel) -> None:
        grounds = await personnel.three_years("clerk")
        await personnel.since("clerk", LONG_AGO)
        await personnel.fact("clerk", "retirement", RETIRES)
        id = await personnel.propose(
            "appointment", "clerk", to=("culture", "deputy"), grounds=grounds, effective_on=JULY
        )
        assert [step["code"] for step in await personnel.steps(id)] == [
            *("request_policy", "decide_policy", "review_list", "extended_leadership"),
            *("leadership_again", "key_cadres", "party_opinion", "leadership_decides", "decide"),
        ]
        await personnel.walk(id, "clerk", "governor")
        await personnel.decide(id, "governor")
        end = date(2031, 7, 1)
        assert await personnel.held("clerk") == [
            ("office", "member", LONG_AGO, JULY),
            ("culture", "deputy", JULY, end),
        ]
        (term,) = await personnel.cast.rows("service_fact", "kind = 'term'")
        assert (term["starts_on"], term["day"]) == (JULY, date(2031, 6, 30))
        assert (await personnel.row(id))["until"] == end

    async def test_takes_somebody_over_from_another_agency(self, personnel: Personnel) -> None:
        grounds = await personnel.three_years("clerk")
        await personnel.since("clerk", LONG_AGO)
        await personnel.fact("clerk", "retirement", RETIRES)
        to = {"to": ("neighbour", "deputy"), "grounds": grounds, "effective_on": JULY}
        id = await personnel.propose("appointment", "clerk", **to)
        row = await personnel.row(id)
        town = personnel.cast.town
        assert row["deciding_unit_id"] == town.units["province"]
        assert row["receiving_agency_id"] == town.agencies["neighbour"]
        await personnel.walk(id, "clerk", "governor")
        early = {**await personnel.at(id), "effective_on": JULY, "decision": DECISION}
        refused = await personnel.refused("governor", deeds.decide_personnel_action, **early)
        assert refused.code == "STEPS_MISSING"
        await personnel.agree(id, "chair", "sending")
        await personnel.agree(id, "stranger", "receiving")
        await personnel.decide(id, "governor")
        assert await personnel.held("clerk") == [
            ("office", "member", LONG_AGO, JULY),
            ("neighbour", "deputy", JULY, date(2031, 7, 1)),
        ]
        (transfer,) = await personnel.cast.rows("transfer")
        assert (transfer["leaves_on"], transfer["agreed_by"]) == (JULY, town.people["chair"])


class TestGoingOn:
    async def laid(self, personnel: Personnel, retires: date) -> None:
        town = personnel.cast.town
        await town.owner.execute(
            "update congtam.posting set during = daterange('2023-07-01', $2) where id = $1",
            town.postings["chief"],
            JULY,
        )
        term = {"posting": town.postings["chief"], "starts_on": date(2023, 7, 1)}
        await personnel.fact("chief", "term", date(2026, 6, 30), **term)
        await personnel.fact("chief", "retirement", retires)

    async def test_reappoints_for_another_term(self, personnel: Personnel) -> None:
        await self.laid(personnel, RETIRES)
        grounds = await personnel.three_years("chief")
        id = await personnel.propose("reappointment", "chief", "provincial", grounds=grounds)
        notice = (await personnel.steps(id))[0]
        assert (notice["code"], notice["due_on"]) == ("notice", date(2026, 4, 1))
        await personnel.walk(id, "chief", "governor")
        await personnel.decide(id, "governor")
        assert await personnel.held("chief") == [
            ("office", "head", date(2023, 7, 1), date(2031, 7, 1))
        ]
        terms = await personnel.cast.rows("service_fact", "kind = 'term'")
        assert [(row["day"], row["annulled_at"] is None) for row in terms] == [
            (date(2026, 6, 30), False),
            (date(2031, 6, 30), True),
        ]

    async def test_extends_a_term_to_retirement(self, personnel: Personnel) -> None:
        retires = date(2027, 12, 1)
        await self.laid(personnel, retires)
        await personnel.three_years("chief")
        id = await personnel.propose("extension", "chief", "provincial")
        await personnel.walk(id, "chief", "governor")
        await personnel.decide(id, "governor", until=retires)
        assert await personnel.held("chief") == [("office", "head", date(2023, 7, 1), retires)]


class TestMoving:
    async def test_transfers_within_the_agency(self, personnel: Personnel) -> None:
        id = await personnel.propose("transfer", "clerk", to=("culture", "member"))
        await personnel.walk(id, "clerk", "chair")
        await personnel.decide(id, "chair")
        assert (await personnel.held("clerk"))[-1] == ("culture", "member", JULY, None)

    async def test_transfers_across_agencies_by_the_managing_head(
        self, personnel: Personnel
    ) -> None:
        id = await personnel.propose("transfer", "clerk", to=("neighbour", "member"))
        await personnel.walk(id, "clerk", "governor")
        await personnel.agree(id, "chair", "sending")
        await personnel.agree(id, "stranger", "receiving")
        await personnel.decide(id, "governor")
        assert (await personnel.held("clerk"))[-1] == ("neighbour", "member", JULY, None)

    async def test_rotates_a_leader(self, personnel: Personnel) -> None:
        grounds = await personnel.three_years("vice")
        await personnel.since("vice", LONG_AGO)
        await personnel.fact("vice", "retirement", RETIRES)
        days = {"effective_on": JULY, "until": date(2029, 7, 1)}
        id = await personnel.propose(
            "rotation", "vice", to=("neighbour", "deputy"), grounds=grounds, **days
        )
        await personnel.walk(id, "vice", "governor")
        await personnel.agree(id, "chair", "sending")
        await personnel.agree(id, "stranger", "receiving")
        await personnel.decide(id, "governor", until=date(2029, 7, 1))
        assert (await personnel.held("vice"))[-1] == ("neighbour", "deputy", JULY, None)

    async def test_seconds_for_some_years_and_brings_back(self, personnel: Personnel) -> None:
        until = date(2028, 7, 1)
        days = {"effective_on": JULY, "until": until}
        id = await personnel.propose("secondment", "clerk", to=("neighbour", "member"), **days)
        await personnel.walk(id, "clerk", "chair")
        await personnel.decide(id, "chair", until=until)
        assert await personnel.held("clerk") == [
            ("office", "member", FOUNDED, JULY),
            ("neighbour", "member", JULY, until),
            ("office", "member", until, None),
        ]
        town = personnel.cast.town
        (beside,) = await personnel.cast.rows("posting", "not main")
        assert (beside["unit_id"], beside["mode"]) == (town.units["office"], "appointed")
        (seconded,) = await personnel.cast.rows("posting", "mode = 'seconded'")
        assert seconded["unit_id"] == town.units["neighbour"]

    async def test_changes_a_post_after_its_years(self, personnel: Personnel) -> None:
        await personnel.since("clerk", LONG_AGO)
        id = await personnel.propose("periodic_change", "clerk", to=("culture", "member"))
        await personnel.walk(id, "clerk", "chair")
        await personnel.decide(id, "chair")
        assert (await personnel.held("clerk"))[-1] == ("culture", "member", JULY, None)

    async def test_raises_to_a_higher_post_after_a_good_year(self, personnel: Personnel) -> None:
        grounds = [deeds.Cited(classification=await personnel.classed("clerk", "GOOD"))]
        id = await personnel.propose(
            "higher_post", "clerk", to=("office", "member"), grounds=grounds
        )
        await personnel.walk(id, "clerk", "governor")
        await personnel.decide(id, "governor")
        assert (await personnel.held("clerk"))[-1] == ("office", "member", JULY, None)

    async def test_lowers_the_post_at_ones_own_wish(self, personnel: Personnel) -> None:
        id = await personnel.propose(
            "lower_post", "clerk", "clerk", to=("team", "member"), own_wish=True
        )
        await personnel.walk(id, "clerk", "chair")
        await personnel.decide(id, "chair")
        assert (await personnel.held("clerk"))[-1] == ("team", "member", JULY, None)


class TestLeavingAnOffice:
    async def test_lets_a_head_resign_into_his_unit(self, personnel: Personnel) -> None:
        id = await personnel.propose("resignation", "chief", "chief")
        await personnel.walk(id, "chief", "governor")
        assert (await personnel.held("chief"))[0][1] == "head"  # works on until it is accepted
        await personnel.decide(id, "governor")
        assert await personnel.held("chief") == [
            ("office", "head", FOUNDED, JULY),
            ("office", "member", JULY, None),
        ]

    async def test_ends_what_a_removed_head_has_lent(self, personnel: Personnel) -> None:
        town = personnel.cast.town
        await stage.delegation(town, "chief", "assistant", "office", DAY, later(60))
        grounds = [deeds.Cited(classification=await personnel.classed("chief"))]
        id = await personnel.propose("removal", "chief", "provincial", grounds=grounds)
        await personnel.walk(id, "chief", "governor")
        await personnel.decide(id, "governor", DAY)
        assert (await personnel.held("chief"))[-1] == ("office", "member", DAY, None)
        async with town.database.reading() as tx:
            heads = await heads_of(tx, town.units["office"], DAY)
        assert (heads.head, heads.acting) == (None, None)


class TestSuspension:
    async def test_takes_the_authority_for_fifteen_working_days(self, personnel: Personnel) -> None:
        town = personnel.cast.town
        paper = deeds.PaperGround("obstruction", PAPER)
        id = await personnel.propose("suspension", "chief", "provincial", paper=paper)
        await personnel.walk(id, "chief", "governor")
        await personnel.decide(id, "governor", DAY)
        end = date(2026, 7, 7)
        assert await personnel.held("chief") == [
            ("office", "head", FOUNDED, DAY),
            ("office", "member", DAY, end),
            ("office", "head", end, None),
        ]
        async with town.database.reading() as tx:
            suspended = await reach_of_person(tx, town.people["chief"], DAY)
            back = await reach_of_person(tx, town.people["chief"], end)
        assert not suspended.headed
        assert set(back.headed) == {town.units["office"]}
        (ground,) = await personnel.cast.rows("disqualifier")
        assert (ground["kind"], ground["effective_on"]) == ("suspension", DAY)
        await personnel.step(id, "officer", "announce")
        assert (await personnel.steps(id))[-1]["done_on"] == DAY

    async def test_pauses_roles_too(self, personnel: Personnel) -> None:
        town = personnel.cast.town
        await stage.mandate(town, "clerk", "inspector", "commune")
        paper = deeds.PaperGround("misconduct", PAPER)
        id = await personnel.propose("suspension", "clerk", paper=paper)
        await personnel.walk(id, "clerk", "chair")
        await personnel.decide(id, "chair", DAY)
        async with town.database.reading() as tx:
            during = [
                (await reach_of_person(tx, town.people["clerk"], day)).mandates
                for day in (DAY, date(2026, 7, 6), date(2026, 7, 7))
            ]
        assert [len(each) for each in during] == [0, 0, 1]


class TestTermination:
    async def test_ends_every_post_and_keeps_the_own_record_readable(
        self, personnel: Personnel
    ) -> None:
        town = personnel.cast.town
        grounds = [deeds.Cited(classification=await personnel.classed("clerk"))]
        told = {"grounds": grounds, "ground_on": date(2026, 6, 8)}
        id = await personnel.propose("termination", "clerk", **told)
        await personnel.walk(id, "clerk", "governor")
        step = (await personnel.steps(id))[-1]
        assert step["due_on"] == date(2026, 7, 8)
        await personnel.decide(id, "governor", DAY)
        assert await personnel.held("clerk") == [("office", "member", FOUNDED, DAY)]
        async with town.database.reading() as tx:
            reach = await reach_of_person(tx, town.people["clerk"], DAY)
        assert reach.person == town.people["clerk"]
        assert (set(reach.colleagues), reach.mandates, dict(reach.headed)) == (set(), (), {})


class TestDiscipline:
    def ruling(self, form: str) -> deeds.Discipline:
        return deeds.Discipline(
            source="administrative",
            form=form,
            relation="duty",
            about="Vi phạm quy chế làm việc.",
            act_on=date(2026, 5, 4),
            effective_on=DAY,
            decision=DECISION,
        )

    @pytest.mark.parametrize(("form", "office"), [("warning", "head"), ("demotion", "member")])
    async def test_goes_into_its_register(
        self, personnel: Personnel, form: str, office: str
    ) -> None:
        id = await personnel.propose("discipline", "chief", "provincial")
        await personnel.walk(id, "chief", "governor")
        await personnel.decide(id, "governor", DAY, discipline=self.ruling(form))
        (kept,) = await personnel.cast.rows("discipline_decision")
        assert (kept["form"], kept["decision_no"]) == (form, DECISION.number)
        (ground,) = await personnel.cast.rows("disqualifier")
        assert ground["discipline_id"] == kept["id"]
        assert (await personnel.held("chief"))[-1][1] == office
