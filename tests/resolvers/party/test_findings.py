"""What a voice finds: points and level by law, grounds from the register, the state beside it."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
import pytest_asyncio
from sqlalchemy import select

from resolvers import party
from resolvers.party import Parts
from tests.resolvers.party.house import House, findings


@pytest_asyncio.fixture
async def opened(house: House) -> House:
    await house.open("chair", "commune")
    return house


async def refused(house: House, by: str, about: str, kind: str, **more: Any) -> str:
    told = {**(await house.said(about, kind)), **more}
    return (await house.refused(by, party.speak_on_party_review, **told)).code


class TestFindings:
    async def test_points_and_level_come_from_the_law_and_are_kept_with_their_way(
        self, opened: House
    ) -> None:
        told = await opened.said("clerk", "self")
        told |= {"findings": findings(general=30, results=65), "level": "GOOD"}
        await opened.do("clerk", party.speak_on_party_review, **told)
        review = await opened.review_of("clerk")
        assert (review["points"], review["computed_level"], review["lawful_level"]) == (
            *(95, "EXCELLENT", "GOOD"),
        )
        assert "Regulation 366-QĐ/TW, art. 11" in review["cites"]

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ({"findings": None}, "PARTY_FINDINGS_NEEDED"),
            ({"level": None}, "PARTY_FINDINGS_NEEDED"),
            ({"level": "EXCELLENT"}, "PARTY_LEVEL_ABOVE_THE_LAW"),
            ({"level": "COMPLETED"}, "PARTY_VERDICT_REASON_NEEDED"),
            ({"level": "BEST"}, "INVALID_INPUT"),
            ({"text": ""}, "TEXT_NOT_ACCEPTABLE"),
            ({"version": 7}, "STALE_VERSION"),
            ({"findings": findings(general=31)}, "INVALID_INPUT"),
            ({"findings": findings(results=None)}, "INVALID_INPUT"),
            ({"findings": findings(late="1.5")}, "INVALID_INPUT"),
            ({"findings": findings(parts=Parts(1, 1, 1, 1))}, "INVALID_INPUT"),  # type: ignore[arg-type]
            ({"findings": findings(grounds=["RUMOUR"])}, "INVALID_INPUT"),
        ],
    )
    async def test_what_is_wrong_is_refused_and_nothing_is_kept(
        self, opened: House, more: dict[str, Any], code: str
    ) -> None:
        assert await refused(opened, "clerk", "clerk", "self", **more) == code

    async def test_a_lower_level_needs_a_reason_and_has_it(self, opened: House) -> None:
        more = {"level": "COMPLETED", "reason": "Còn hạn chế trong phối hợp"}
        await opened.do(
            "clerk",
            party.speak_on_party_review,
            **{**(await opened.said("clerk", "self")), **more},
        )
        assert (await opened.voice("clerk", "self"))["level"] == "COMPLETED"

    async def test_the_register_of_grounds_speaks_whatever_the_voice_leaves_out(
        self, opened: House
    ) -> None:
        await disqualifier(opened, "clerk", "duty_discipline")
        told = {**(await opened.said("clerk", "self")), "level": "NOT_COMPLETED"}
        await opened.do("clerk", party.speak_on_party_review, **told)
        review = await opened.review_of("clerk")
        assert (review["computed_level"], review["lawful_level"]) == ("GOOD", "NOT_COMPLETED")

    async def test_what_is_unrelated_to_duty_is_no_ground(self, opened: House) -> None:
        await disqualifier(opened, "clerk", "unrelated_discipline")
        await opened.speak("clerk", "clerk", "self")
        assert (await opened.review_of("clerk"))["lawful_level"] == "GOOD"

    async def test_the_states_class_is_read_as_information_and_changes_nothing(
        self, opened: House
    ) -> None:
        """V22: excellent in the state's record, good in the Party's."""
        case = await state_class(opened, "clerk", "EXCELLENT", 91)
        told = await opened.said("clerk", "self")
        told["findings"] = findings(general=26, results=65, exceeded="0.25")
        await opened.do("clerk", party.speak_on_party_review, **told)
        review = await opened.review_of("clerk")
        assert (review["classification_id"], review["state_level"]) == (case, "EXCELLENT")
        assert (review["state_total"], review["points"]) == (91, 91)
        assert review["lawful_level"] == "GOOD"

    async def test_a_replaced_class_of_the_state_flags_the_review_and_changes_nothing(
        self, opened: House
    ) -> None:
        case = await state_class(opened, "clerk", "GOOD", 80)
        await opened.speak("clerk", "clerk", "self")
        assert await flagged(opened, "clerk") is None
        await opened.town.owner.execute(
            "insert into congtam.review_flag"
            " (id, agency_id, person_id, classification_id, kind, raised_at)"
            " values (gen_random_uuid(), $1, $2, $3, 'party_rating', now())",
            opened.town.agencies["commune"],
            opened.person("clerk"),
            case,
        )
        assert await flagged(opened, "clerk") is not None
        review = await opened.review_of("clerk")
        assert (review["state_level"], review["lawful_level"]) == ("GOOD", "GOOD")


class TestSchemes:
    async def test_a_leaders_quarter_is_counted_as_the_province_lays_down(
        self, house: House
    ) -> None:
        """V23 through the deed: 27 and 70 × (1 + 0.95 + 0.9 + 0.8) / 4."""
        await house.open("governor", "province", quarter=2, scheme="dak_lak")
        parts = Parts(*map(Decimal, ("1.00", "0.95", "0.90", "0.80")))
        found = findings(general=27, results=None, parts=parts, exceeded="0.3")
        told = {**(await house.said("vice", "self")), "findings": found, "level": "EXCELLENT"}
        await house.do("vice", party.speak_on_party_review, **told)
        review = await house.review_of("vice")
        assert (review["points"], review["lawful_level"]) == (Decimal("90.875"), "EXCELLENT")
        assert "Guidance 05-HD/TU of Đắk Lắk" in review["cites"]

    async def test_points_are_refused_where_the_scheme_asks_for_parts(self, house: House) -> None:
        await house.open("governor", "province", quarter=2, scheme="dak_lak")
        assert await refused(house, "vice", "vice", "self") == "INVALID_INPUT"


async def flagged(house: House, name: str) -> Any:
    """When the state's class that a review read was replaced."""
    review = await house.review_of(name)
    question = select(party.STATE_REPLACED_AT).where(party.party_review.c.id == review["id"])
    async with house.party.reading() as tx:
        return await tx.value(question)


async def disqualifier(house: House, name: str, kind: str) -> None:
    """One record in the state's register of grounds."""
    await house.town.owner.execute(
        "insert into congtam.disqualifier"
        " (id, agency_id, person_id, kind, decision_no, decision_day, effective_on, note,"
        "  recorded_by, recorded_at)"
        " values (gen_random_uuid(), $1, $2, $3, '12/QĐ', '2026-05-05', '2026-05-05', '', $4,"
        "  now())",
        house.town.agencies["commune"],
        house.person(name),
        kind,
        house.person("officer"),
    )


async def state_class(house: House, name: str, level: str, total: int) -> UUID:
    """The state's class of the year, notified."""
    owner, units = house.town.owner, house.town.units
    agency, commune = house.town.agencies["commune"], units["commune"]
    round_id = await owner.fetchval(
        "insert into congtam.classification_round"
        " (id, agency_id, managing_agency_id, classifying_unit_id, managing_unit_id, year,"
        "  opened_at) values (gen_random_uuid(), $1, $1, $2, $2, 2026, now()) returning id",
        agency,
        commune,
    )
    found: UUID = await owner.fetchval(
        "insert into congtam.classification"
        " (id, year, round_id, agency_id, classifying_agency_id, managing_agency_id, person_id,"
        "  posting_id, unit_id, office, classifying_unit_id, managing_unit_id, scoring_unit_id,"
        "  quota_set, duty_group, duty_group_name, state, total, applied_level, decided_by,"
        "  decided_at, decision_no, decision_day, notified_at)"
        " values (gen_random_uuid(), 2026, $1, $2, $2, $2, $3, $4, $5, 'member', $6, $6, $5,"
        "  'staff', '', '', 'notified', $7, $8, $9, now(), '1', '2026-12-01', now())"
        " returning id",
        *(round_id, agency, house.person(name), house.town.postings[name], units["office"]),
        *(commune, total, level, house.person("chair")),
    )
    return found
