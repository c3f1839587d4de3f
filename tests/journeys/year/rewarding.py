"""A quarter's bonus before its list: the salaries, the fund, the regulation, the results."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from tests.journeys.served import Served
from tests.journeys.year.laying import DAY

EARLY, QUARTER = date(2026, 6, 19), date(2026, 7, 1)
SALARIES, POOL = Decimal("4321098765"), 100_000_001
RULE = {"number": "15/QĐ-UBND", "day": EARLY, "sha256": "ab" * 32}
DECISION = {"number": "201/QĐ-UBND", "day": DAY, "sha256": "cd" * 32}


def salaries(agency: UUID) -> dict[str, Any]:
    """The year's salaries, as the personnel body records them."""
    return {"agency": agency, "year": 2026, "amount": SALARIES, "document": RULE}


def fund(agency: UUID) -> dict[str, Any]:
    """The bonus fund with its parts, as the agency's head lays it down."""
    parts = [{"span": "QUARTER", "amount": POOL}, {"span": "YEAR", "amount": 300_000_000}]
    return {"agency": agency, "kind": "BONUS", "year": 2026, "parts": parts, "document": RULE}


def regulation(agency: UUID) -> dict[str, Any]:
    """The agency's regulation, as the personnel body proposes it."""
    rule = {"span": "QUARTER", "share": 1, "excellent": 3, "good": "2.4", "completed": 1}
    return {
        "agency": agency,
        "title": "Quy chế tiền thưởng của xã",
        "scope": "Công chức đang công tác tại xã.",
        "remainder": "LARGEST",
        "spans": [rule],
    }


def issued(id: str) -> dict[str, Any]:
    """The regulation issued by the agency's head."""
    return {"regulation": id, "version": 1, "begins": EARLY, "decision": RULE}


async def laid_down(served: Served) -> None:
    """Money and rule before the quarter, and its results after it, over the API."""
    agency = served.ids.agencies["commune"]
    officer, head = served.sign("personnel"), served.sign("chair")
    served.day.today = EARLY
    await officer.done("recordSalaryFund", **salaries(agency))
    await head.done("setBonusFund", **fund(agency))
    proposed = await officer.done("proposeRewardRegulation", **regulation(agency))
    await head.done("approveRewardRegulation", **issued(proposed["id"]))
    served.day.today = DAY
    span = {"agency": agency, "span": "QUARTER", "period": QUARTER}
    await officer.done("computeResults", "people", **span)
