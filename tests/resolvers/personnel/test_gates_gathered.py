"""Gates from classes and posts: what counts, what does not, and what is missing."""

from datetime import date

import pytest

from resolvers.core.errors import NotFound
from resolvers.core.ids import new_id
from resolvers.personnel.gathering import Aim, gate_facts, proposals_for
from resolvers.statute.personnel import ActionKind, Evidence
from tests.resolvers.cast import DAY
from tests.resolvers.personnel.computing import facts, gates
from tests.resolvers.personnel.story import Personnel
from tests.resolvers.town import posting


class TestClasses:
    async def test_told_by_the_own_agency_count_with_their_edition(
        self, personnel: Personnel
    ) -> None:
        case = await personnel.classed("clerk", "GOOD")
        (found,) = (await facts(personnel, "clerk", ActionKind.HIGHER_POST)).classes
        assert (found.year, found.level) == (2025, "GOOD")
        assert found.record == Evidence("classification", str(case), 1)
        assert found.known_on == date(2026, 6, 8)

    async def test_are_known_to_a_deed_whose_doer_does_not_see_them(
        self, personnel: Personnel
    ) -> None:
        await personnel.classed("clerk", "GOOD")
        code = "good_in_the_preceding_year"
        found = await gates(personnel, "clerk", ActionKind.HIGHER_POST, by="stranger")
        assert found[code].open

    async def test_not_told_yet_or_replaced_do_not_count(self, personnel: Personnel) -> None:
        owner = personnel.cast.town.owner
        await personnel.classed("clerk", "GOOD", 2024)
        other = await personnel.classed("clerk", "GOOD", 2025)
        await owner.execute(
            "update congtam.classification set replaced_at = now() where id = $1", other
        )
        await owner.execute(
            "update congtam.classification set notified_at = null where year = 2024"
        )
        assert (await facts(personnel, "clerk", ActionKind.HIGHER_POST)).classes == ()

    async def test_of_another_agency_count_when_handed_over_or_on_paper(
        self, personnel: Personnel
    ) -> None:
        town, code = personnel.cast.town, "good_in_the_preceding_year"
        await personnel.classed("clerk", "GOOD")
        await town.owner.execute(
            "update congtam.classification set agency_id = $1, classifying_agency_id = $1,"
            " managing_agency_id = $1",
            town.agencies["neighbour"],
        )
        found = (await gates(personnel, "clerk", ActionKind.HIGHER_POST))[code]
        assert (found.open, found.missing) == (False, True)
        await town.owner.execute(
            "insert into congtam.handover (id, agency_id, from_agency_id, person_id, year,"
            " document_no, handed_by, handed_at, scoring_unit_id, from_scoring_unit_id)"
            " values ($1, $2, $3, $4, 2025, '1/BG', $5, now(), $6, $6)",
            new_id(),
            town.agencies["commune"],
            town.agencies["neighbour"],
            town.people["clerk"],
            town.people["stranger"],
            town.units["office"],
        )
        assert (await gates(personnel, "clerk", ActionKind.HIGHER_POST))[code].open

    async def test_on_paper_count_for_years_that_nobody_told_here(
        self, personnel: Personnel
    ) -> None:
        for year in (2023, 2024):
            await personnel.fact(
                "clerk",
                "earlier_class",
                date(year, 12, 20),
                year=year,
                level="COMPLETED",
                scale="Nghị định 90/2020/NĐ-CP",
            )
        code = "three_years_evaluated"
        short = (await gates(personnel, "clerk", ActionKind.APPOINTMENT, office="deputy"))[code]
        assert short.missing
        assert [finding.values for finding in short.because][-1] == ("2025",)
        await personnel.classed("clerk", "GOOD")
        found = (await gates(personnel, "clerk", ActionKind.APPOINTMENT, office="deputy"))[code]
        assert found.open
        assert [each.kind for each in found.evidence] == [
            "service_fact",
            "service_fact",
            "classification",
        ]

    async def test_the_lowest_gives_ground_to_propose_with_the_day(
        self, personnel: Personnel
    ) -> None:
        await personnel.classed("clerk", "NOT_COMPLETED")
        request = await personnel.cast.request("chair")
        async with personnel.cast.town.deed(request.reach) as tx:
            found = await proposals_for(tx, personnel.cast.town.people["clerk"], DAY)
        assert [each.kind for each in found] == [ActionKind.LOWER_POST, ActionKind.TERMINATION]
        assert found[1].due is not None
        assert found[1].due.day == date(2026, 7, 8)


class TestPosts:
    async def test_office_is_counted_through_posts_without_a_gap(
        self, personnel: Personnel
    ) -> None:
        town = personnel.cast.town
        town.postings["assistant_before"] = await posting(
            town,
            "assistant",
            "office",
            "head",
            main=True,
            begins=date(2024, 3, 1),
            ends=date(2025, 1, 1),
        )
        await town.owner.execute(
            "update congtam.posting set unit_id = $2 where id = $1",
            town.postings["assistant_before"],
            town.units["team"],
        )
        await personnel.since("assistant", date(2025, 1, 1))
        found = await facts(personnel, "assistant", ActionKind.APPOINTMENT, office="head")
        assert (found.office, found.to_higher) == ("deputy", True)
        assert found.office_since == date(2024, 3, 1)
        assert found.post_since == date(2025, 1, 1)

    async def test_time_as_staff_is_no_time_in_office(self, personnel: Personnel) -> None:
        town = personnel.cast.town
        await posting(
            town, "assistant", "office", "member", begins=date(2024, 3, 1), ends=date(2025, 1, 1)
        )
        await personnel.since("assistant", date(2025, 1, 1))
        found = await facts(personnel, "assistant", ActionKind.APPOINTMENT, office="head")
        assert found.office_since == date(2025, 1, 1)

    async def test_a_secondment_under_way_is_named(self, personnel: Personnel) -> None:
        town = personnel.cast.town
        await town.owner.execute(
            "update congtam.posting set mode = 'seconded' where id = $1", town.postings["clerk"]
        )
        found = (await gates(personnel, "clerk", ActionKind.TRANSFER))["no_secondment_under_way"]
        assert found.evidence == (Evidence("posting", str(town.postings["clerk"])),)
        assert not found.open

    async def test_term_and_retirement_come_from_their_documents(
        self, personnel: Personnel
    ) -> None:
        post = personnel.cast.town.postings["chief"]
        term = await personnel.fact(
            "chief", "term", date(2026, 8, 31), posting=post, starts_on=date(2021, 9, 1)
        )
        retirement = await personnel.fact("chief", "retirement", date(2027, 5, 1))
        found = await facts(personnel, "chief", ActionKind.EXTENSION)
        assert (found.term_start, found.term_until) == (date(2021, 9, 1), date(2026, 8, 31))
        assert found.term == Evidence("service_fact", str(term))
        assert found.retirement == Evidence("service_fact", str(retirement))
        code = "right_kind_of_continuation"
        assert (await gates(personnel, "chief", ActionKind.EXTENSION))[code].open
        assert not (await gates(personnel, "chief", ActionKind.REAPPOINTMENT))[code].open

    async def test_a_leadership_post_with_an_end_is_a_term_by_itself(
        self, personnel: Personnel
    ) -> None:
        town = personnel.cast.town
        for name in ("chief", "clerk"):
            await town.owner.execute(
                "update congtam.posting set during = daterange('2021-08-01', '2026-08-01')"
                " where id = $1",
                town.postings[name],
            )
        found = await facts(personnel, "chief", ActionKind.REAPPOINTMENT)
        assert (found.term_start, found.term_until) == (date(2021, 8, 1), date(2026, 7, 31))
        assert found.term == Evidence("posting", str(town.postings["chief"]))
        assert (await facts(personnel, "clerk", ActionKind.REAPPOINTMENT)).term is None

    async def test_a_person_without_a_post_has_no_office(self, personnel: Personnel) -> None:
        found = await facts(personnel, "officer", ActionKind.TRANSFER)
        assert (found.office, found.post, found.post_since) == ("member", None, None)

    async def test_somebody_who_is_nobody_is_not_found(self, personnel: Personnel) -> None:
        request = await personnel.cast.request("chair")
        with pytest.raises(NotFound):
            async with personnel.cast.town.deed(request.reach) as tx:
                await gate_facts(tx, new_id(), Aim(ActionKind.TRANSFER), DAY)
