"""What stands before somebody is moved: papers, days, and classes of years that were notified."""

from datetime import date
from uuid import UUID

from resolvers.core.ids import new_id
from tests.journeys.served import Served
from tests.journeys.world import TODAY

JULY = date(2026, 7, 1)
LONG_AGO = date(2023, 3, 1)
PAPER = {"number": "12/TTr-UBND", "day": TODAY, "sha256": "ab" * 32}
DECISION = {"number": "345/QĐ-UBND", "day": TODAY, "sha256": "cd" * 32}
CLASS = (
    "insert into congtam.classification (id, year, round_id, agency_id, classifying_agency_id,"
    " managing_agency_id, person_id, posting_id, unit_id, office, classifying_unit_id,"
    " managing_unit_id, scoring_unit_id, quota_set, duty_group, duty_group_name, state,"
    " applied_level, decided_by, decided_at, decision_no, decision_day, notified_at)"
    " values ($1, $2, $3, $4, $4, $5, $6, $7, $8, 'member', $9, $10, $8, 'staff', '', '',"
    " 'notified', $11, $12, '2026-06-01', '9/QĐ', '2026-06-01', '2026-06-08T02:00:00Z')"
)
ROUND = (
    "insert into congtam.classification_round (id, agency_id, managing_agency_id,"
    " classifying_unit_id, managing_unit_id, year, state, opened_at, decided_by, decision_no)"
    " values ($1, $2, $3, $4, $5, $6, 'notified', '2026-06-01', $7, '9/QĐ')"
)


async def classed(served: Served, who: str, level: str, year: int) -> UUID:
    """A notified class, as a year's classification leaves it (`year/test_classes.py`)."""
    ids, round, case = served.ids, new_id(), new_id()
    commune, province = ids.agencies["commune"], ids.agencies["province"]
    units = (ids.units["commune"], ids.units["province"])
    chair = ids.people["chair"]
    await served.owner.execute(ROUND, round, commune, province, *units, year, chair)
    of = (ids.people[who], ids.postings[who], ids.units["office"], *units)
    await served.owner.execute(CLASS, case, year, round, commune, province, *of, level, chair)
    return case
