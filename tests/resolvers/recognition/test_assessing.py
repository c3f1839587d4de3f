"""The head, and nobody else, speaks for his organisation; it is answered, never rewritten."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from resolvers import recognition
from resolvers.recognition import Document, OrganisationMark
from tests.resolvers.recognition.year import BEST, PROOF, Year, marks


async def _told(year: Year, **options: Any) -> dict[str, Any]:
    found = await year.review("office")
    told = {"marks": marks(92), "statement": BEST, "level": "EXCELLENT", **options}
    return {"review": found["id"], "version": found["version"], **told}


@pytest.mark.parametrize("who", ["chair", "assistant", "clerk", "clerk_of_staff", "auditor"])
async def test_only_the_organisations_head_assesses_it(year: Year, who: str) -> None:
    await year.open("commune", "chair")
    refused = await year.refused(who, recognition.assess_organisation, **await _told(year))
    assert refused.code in {"NOT_ORGANISATION_HEAD", "NOT_FOUND"}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"marks": marks(92)[1:]}, "CRITERIA_NOT_MARKED"),
        ({"marks": marks(92, reason="")}, "MARK_NEEDS_REASON"),
        (
            {"marks": [*marks(92), OrganisationMark("I.9", Decimal(1))]},
            "ORGANISATION_CRITERION_UNKNOWN",
        ),
        ({"marks": [*marks(92), marks(92)[0]]}, "ORGANISATION_CRITERION_UNKNOWN"),
        (
            {"marks": [OrganisationMark("I.1", Decimal("10.01"), "x"), *marks(92)[1:]]},
            "INVALID_INPUT",
        ),
        (
            {"marks": [OrganisationMark("I.1", Decimal("0.001"), "x"), *marks(92)[1:]]},
            "INVALID_INPUT",
        ),
        ({"statement": replace(BEST, completed=101)}, "STATEMENT_CONTRADICTS"),
        ({"statement": replace(BEST, on_time=90)}, "STATEMENT_CONTRADICTS"),
        ({"statement": replace(BEST, late=1)}, "STATEMENT_CONTRADICTS"),
        ({"statement": replace(BEST, exceeded=101)}, "STATEMENT_CONTRADICTS"),
        ({"statement": replace(BEST, planned=-1)}, "INVALID_INPUT"),
        ({"statement": replace(BEST, shortcomings="some")}, "INVALID_INPUT"),
        ({"level": "INSUFFICIENT_DATA"}, "INVALID_INPUT"),
        ({"documents": [Document("Báo cáo")]}, "INVALID_INPUT"),
        ({"documents": [Document("Báo cáo", url="http://x.vn")]}, "INVALID_INPUT"),
        ({"version": 9}, "STALE_VERSION"),
    ],
)
async def test_refuses_what_is_not_complete_or_true(
    year: Year, options: dict[str, Any], code: str
) -> None:
    await year.open("commune", "chair")
    told = await _told(year, **options)
    assert (await year.refused("chief", recognition.assess_organisation, **told)).code == code


async def test_keeps_drafts_until_it_is_submitted(year: Year) -> None:
    await year.open("commune", "chair")
    draft = await year.step(
        "office", "chief", recognition.save_organisation_draft, marks=marks(92)[:1]
    )
    assert (draft["state"], draft["self_marks"][:2]) == ("open", [Decimal(10), None])
    done = await year.assess("office")
    assert (done["state"], done["assessed_by"]) == ("submitted", year.town.people["chief"])
    (kept,) = await year.rows("select * from congtam.organisation_assessment")
    assert (kept["marks"], kept["level"]) == (done["self_marks"], "EXCELLENT")
    (document,) = await year.rows("select * from congtam.organisation_document")
    assert document["sha256"] == bytes.fromhex(PROOF[0].sha256)
    refused = await year.refused("chief", recognition.assess_organisation, **await _told(year))
    assert refused.code == "ORGANISATION_ALREADY_ASSESSED"


async def test_returned_it_is_assessed_anew_and_both_stay(year: Year) -> None:
    await year.open("commune", "chair")
    await year.finish("office")
    deed = recognition.return_organisation_assessment
    back = await year.step("office", "chair", deed, reason="Thiếu minh chứng")
    assert (back["state"], back["round"], back["total"]) == ("open", 2, None)
    await year.assess("office", marks=marks(75), level="GOOD")
    kept = await year.rows(
        "select round, level, returned_reason from congtam.organisation_assessment order by round"
    )
    assert [tuple(row) for row in kept] == [
        (1, "EXCELLENT", "Thiếu minh chứng"),
        (2, "GOOD", None),
    ]


async def test_an_acting_head_speaks_on_behalf_of_the_head(year: Year) -> None:
    await year.open("commune", "chair")
    await year.town.owner.execute(
        "insert into congtam.delegation"
        " (id, agency_id, unit_id, from_person_id, to_person_id, reason, during)"
        " values (gen_random_uuid(), $1, $2, $3, $4, 'Công tác', '[2026-12-01,2026-12-31)')",
        year.town.agencies["commune"],
        year.town.units["office"],
        year.town.people["chief"],
        year.town.people["assistant"],
    )
    await year.do("assistant", recognition.assess_organisation, **await _told(year))
    done = await year.review("office")
    assert done["assessed_by"] == year.town.people["assistant"]
    assert done["assessed_on_behalf_of"] == year.town.people["chief"]
