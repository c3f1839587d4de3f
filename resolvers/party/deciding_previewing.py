"""How a set would come out by law alone: for each group its candidates and its excellent places."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Text, case, cast, func, null, select

from resolvers.core.request import Request
from resolvers.party.deciding_questions import OWN_IN_SET
from resolvers.party.deciding_tables import party_share_decision
from resolvers.party.review_tables import CATEGORIES, party_campaign, party_review
from resolvers.statute.dated import Law
from resolvers.statute.party import party_places

_LEVELS: ColumnElement[Any] = (
    select(
        func.array_agg(
            party_review.c.category + ":" + func.coalesce(party_review.c.lawful_level, "")
        )
    )
    .where(
        party_review.c.campaign_id == party_campaign.c.id,
        party_review.c.replaced_at.is_(None),
        party_review.c.state == "open",
    )
    .scalar_subquery()
)
"""The lawful level of each review that is not decided, with its category: "member:GOOD"."""
_SHARE: ColumnElement[Any] = (
    select(cast(party_share_decision.c.share, Text))
    .where(party_share_decision.c.campaign_id == party_campaign.c.id)
    .order_by(party_share_decision.c.decided_at.desc(), party_share_decision.c.id.desc())
    .limit(1)
    .scalar_subquery()
)
# Nobody whose own review is in the set counts along.
PLACES_NEEDS = ("law_day", case((~OWN_IN_SET, _LEVELS), else_=null()), _SHARE)
"""What `places_now` needs of each campaign."""


@dataclass(frozen=True, slots=True)
class PlacesNow:
    """One group of similar subjects before the decision."""

    category: str
    rated: int
    undecided: int
    """The law leaves their level open."""
    above_line: int
    """Excellent by law."""
    good: int
    share: Decimal
    places: int


def places_now(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[PlacesNow]]:
    """For each row of PLACES_NEEDS its groups; none where nothing is left to decide."""
    return [_groups(request, *row) for row in rows]


def _groups(
    request: Request, day: date, told: Sequence[str] | None, share: str | None
) -> list[PlacesNow]:
    levels: dict[str, Counter[str]] = {}
    for each in told or ():
        category, _, level = each.partition(":")
        levels.setdefault(category, Counter())[level] += 1
    law = Law(day, known=request.today)
    return [
        _group(category, levels[category], share, law)
        for category in CATEGORIES
        if category in levels
    ]


def _group(category: str, levels: Counter[str], share: str | None, law: Law) -> PlacesNow:
    part = None if share is None else Decimal(share)
    above, good = levels["EXCELLENT"], levels["GOOD"]
    places = party_places(above, good, part, law, decision="" if share is None else "recorded")
    return PlacesNow(category, levels.total(), levels[""], above, good, places.share, places.limit)
