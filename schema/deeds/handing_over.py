"""Handing results over to the agency that classifies the year (art. 19.1)."""

from datetime import date
from typing import Annotated

import strawberry

from resolvers import evaluations, people
from schema.handing_over import Handover, HandoverRequest
from schema.mapping import deed
from schema.shapes import Refused

HandOverScoresResult = Annotated[Handover | Refused, strawberry.union("HandOverScoresResult")]
RequestHandoverResult = Annotated[
    HandoverRequest | Refused, strawberry.union("RequestHandoverResult")
]
OF_A_YEAR = {
    "person": strawberry.ID,
    "from_agency": strawberry.ID,
    "to_agency": strawberry.ID,
    "year": int,
    "document_no": str,
    "document_day": date | None,
}


@strawberry.type
class HandingOverDeeds:
    hand_over_scores: HandOverScoresResult = deed(
        evaluations.hand_over_scores,
        args=OF_A_YEAR,
        description="Send a person's closed sheets of a year to the agency where he serves now.",
    )
    request_handover: RequestHandoverResult = deed(
        people.request_handover,
        args=OF_A_YEAR,
        description="Ask a person's former agency for the results of a year.",
    )
