"""Facts of service and listed posts: who records them, what they hold, how they end."""

from datetime import date
from typing import Any

import pytest

from resolvers import personnel as deeds
from resolvers.core.ids import new_id
from tests.resolvers.cast import DAY
from tests.resolvers.personnel.records import listed_position, sees
from tests.resolvers.personnel.story import PAPER, Personnel


class TestServiceFact:
    async def test_of_each_kind_is_kept(self, personnel: Personnel) -> None:
        post = personnel.cast.town.postings["clerk"]
        await personnel.fact("clerk", "retirement", date(2050, 1, 1))
        await personnel.fact(
            "clerk", "term", date(2030, 12, 31), posting=post, starts_on=date(2026, 1, 1)
        )
        await personnel.fact("clerk", "confidence", DAY, low=34, ballots=50)
        await personnel.fact(
            "clerk",
            "earlier_class",
            date(2024, 12, 20),
            year=2024,
            level="GOOD",
            scale="Nghị định 90/2020/NĐ-CP",
        )
        rows = await personnel.cast.rows("service_fact")
        assert [row["kind"] for row in rows] == [
            "retirement",
            "term",
            "confidence",
            "earlier_class",
        ]

    @pytest.mark.parametrize(
        ("kind", "more", "code"),
        [
            ("retirement", {"low": 1}, "SERVICE_FACT_INCOMPLETE"),
            ("confidence", {"low": 1}, "SERVICE_FACT_INCOMPLETE"),
            ("earlier_class", {"year": 2024, "level": "GOOD"}, "SERVICE_FACT_INCOMPLETE"),
            ("confidence", {"low": 6, "ballots": 5}, "INVALID_INPUT"),
            ("earlier_class", {"year": 2027, "level": "GOOD", "scale": "x"}, "INVALID_INPUT"),
            ("earlier_class", {"year": 2024, "level": "FINE", "scale": "x"}, "INVALID_INPUT"),
            ("mood", {}, "INVALID_INPUT"),
        ],
    )
    async def test_holds_what_its_kind_holds(
        self, personnel: Personnel, kind: str, more: dict[str, Any], code: str
    ) -> None:
        refusal = await personnel.refused(
            "officer",
            deeds.record_service_fact,
            person=personnel.cast.town.people["clerk"],
            fact=deeds.ServiceFact(kind, DAY, PAPER, **more),
        )
        assert refusal.code == code

    async def test_of_a_term_names_a_post_of_the_person(self, personnel: Personnel) -> None:
        people, posts = personnel.cast.town.people, personnel.cast.town.postings
        for post in (posts["typist"], new_id()):
            fact = deeds.ServiceFact("term", DAY, PAPER, posting=post, starts_on=date(2026, 1, 1))
            refusal = await personnel.refused(
                "officer", deeds.record_service_fact, person=people["clerk"], fact=fact
            )
            assert refusal.code == "NOT_FOUND"

    async def test_is_recorded_once_and_again_after_it_was_annulled(
        self, personnel: Personnel
    ) -> None:
        id = await personnel.fact("clerk", "retirement", date(2050, 1, 1))
        told = {
            "person": personnel.cast.town.people["clerk"],
            "fact": deeds.ServiceFact("retirement", date(2051, 1, 1), PAPER),
        }
        twice = await personnel.refused("officer", deeds.record_service_fact, **told)
        assert twice.code == "SERVICE_FACT_ON_RECORD"
        annul = {"id": id, "reason": "Sai ngày sinh."}
        own = await personnel.refused("clerk", deeds.annul_service_fact, version=1, **annul)
        assert own.code == "OWN_RECORD"
        await personnel.do("officer", deeds.annul_service_fact, version=1, **annul)
        again = await personnel.refused("officer", deeds.annul_service_fact, version=2, **annul)
        assert again.code == "RECORD_ENDED"
        assert await personnel.do("officer", deeds.record_service_fact, **told)

    @pytest.mark.parametrize("by", ["clerk", "chief", "chair", "inspector"])
    async def test_is_recorded_by_the_personnel_body_alone(
        self, personnel: Personnel, by: str
    ) -> None:
        fact = deeds.ServiceFact("retirement", date(2050, 1, 1), PAPER)
        refusal = await personnel.refused(
            by, deeds.record_service_fact, person=personnel.cast.town.people["clerk"], fact=fact
        )
        assert refusal.code == ("OWN_RECORD" if by == "clerk" else "NO_MANDATE")

    async def test_is_read_by_the_inspector_too(self, personnel: Personnel) -> None:
        await personnel.fact("clerk", "retirement", date(2050, 1, 1))
        for name, seen in (("inspector", True), ("clerk", True), ("chief", False)):
            assert await sees(personnel, name, deeds.service_fact) is seen


class TestPeriodicPosition:
    async def test_is_listed_once_within_the_years_of_the_law(self, personnel: Personnel) -> None:
        position = await listed_position(personnel)
        told = {"position": position, "document": PAPER}
        for years in (1, 6):
            refusal = await personnel.refused(
                "officer", deeds.list_periodic_position, years=years, **told
            )
            assert refusal.code == "INVALID_INPUT"
        chair = await personnel.refused("chair", deeds.list_periodic_position, years=3, **told)
        assert chair.code == "NO_MANDATE"
        await personnel.do("officer", deeds.list_periodic_position, years=3, **told)
        twice = await personnel.refused("officer", deeds.list_periodic_position, years=3, **told)
        assert twice.code == "POSITION_LISTED"
