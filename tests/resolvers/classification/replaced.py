"""An organisation's recognised result replaced, in the town's year of classification."""

from typing import Any
from uuid import UUID

from resolvers import recognition
from tests.resolvers.classification.test_alerting import LATER
from tests.resolvers.classification.year import Year
from tests.resolvers.recognition.year import BEST, CRITERIA, PAPER, marks


async def criteria(year: Year) -> None:
    """The criteria by which the recognised results of `year` can be marked anew."""
    owner = year.cast.town.owner
    for order, criterion in enumerate(CRITERIA):
        await owner.execute(
            "insert into congtam.organisation_criterion (id, agency_id, scheme_id, position, part,"
            " item, code, name, most) select gen_random_uuid(), agency_id, id, $1,"
            " case when $2 like '6%' then 'general' else 'results' end, $2, $3, $4, $5"
            " from congtam.organisation_scheme",
            order,
            criterion.item,
            criterion.code,
            criterion.name,
            criterion.most,
        )
    await owner.execute(
        "update congtam.organisation_review set criteria = $1", [each.code for each in CRITERIA]
    )


async def told_of(year: Year, unit: str, total: int) -> dict[str, Any]:
    """What replaces a unit's recognised result by one of so many points."""
    (found,) = await year.cast.rows(
        "organisation_review",
        "unit_id = $1 and state = 'recognised'",
        year.cast.town.units[unit],
    )
    told = {"review": found["id"], "version": found["version"], "decision": PAPER}
    return {**told, "marks": marks(total), "statement": BEST, "reason": "Báo cáo sai sự thật"}


async def replace(year: Year, unit: str, total: int, by: str = "chair") -> UUID:
    """Replace a unit's recognised result; the edition that counts now."""
    told = await told_of(year, unit, total)
    done: UUID = await year.do(by, recognition.replace_recognition, **told, today=LATER)
    return done
