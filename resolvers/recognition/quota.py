"""How many of a round's organisations may be excellent, and which they are (art. 8.5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from resolvers.core.arguments import lines
from resolvers.core.database import Row, Transaction
from resolvers.core.days import counting_day
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.request import Request
from resolvers.organisation import switches_of
from resolvers.recognition.closed_set import level_of
from resolvers.recognition.model import MOST_REASON, ShareDecision
from resolvers.statute.dated import Law
from resolvers.statute.evaluation import QUOTA_ORGANISATIONS, Places, places

PLACES = 3


class ExcellentToChoose(Refusal):
    """{candidates} organisations may be excellent and {places} places are free: choose {places}."""

    code = "EXCELLENT_TO_CHOOSE"
    vi = (
        "Có {candidates} tổ chức đủ điều kiện xuất sắc nhưng chỉ được {places} tổ chức:"
        " chọn đúng {places} tổ chức."
    )


class NotACandidate(Refusal):
    """The review {review} does not meet the conditions of excellence in this year."""

    code = "NOT_A_CANDIDATE"
    vi = "Tổ chức có kết quả {review} không đủ điều kiện xếp loại hoàn thành xuất sắc nhiệm vụ."


class ShareNotAllowed(Refusal):
    """A share granted by a decision is above {usual} and at most {raised}."""

    code = "SHARE_NOT_ALLOWED"
    vi = "Tỷ lệ theo quyết định riêng phải cao hơn {usual} và không vượt quá {raised}."


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who is excellent, and how many might have been."""

    excellent: frozenset[UUID]
    places: Places
    columns: dict[str, Any]
    """The round's columns that tell of it."""


async def chosen(
    tx: Transaction,
    request: Request,
    round: Row,
    reviews: Sequence[Row],
    excellent: Sequence[UUID],
    share: ShareDecision | None,
    reason: str,
) -> Chosen:
    """The excellent of a closed set: all candidates if there are places for all, else the choice.

    The choice fills every place and has a reason. Raises ExcellentToChoose, NotACandidate,
    ShareNotAllowed, TextNotAcceptable.
    """
    candidates = [row["id"] for row in reviews if level_of(row) == "EXCELLENT"]
    good = sum(level_of(row) == "GOOD" for row in reviews)
    free = await counted(tx, request, round, len(candidates), good, share)
    named = _among(excellent, candidates)
    if len(candidates) == free.most and not named:
        named = frozenset(candidates)
    if len(named) != free.most:
        raise ExcellentToChoose(candidates=len(candidates), places=free.most, field="excellent")
    contested = free.most < len(candidates)
    said = lines(reason, "reason", least=1 if contested else 0, most=MOST_REASON)
    told = {"share": free.share} if share is None else share.columns()
    columns = {
        "organisations": len(reviews),
        "candidates": len(candidates),
        "good": good,
        "places": free.most,
        "reason": said,
        **told,
        "steps": [step.to_json() for step in free.steps],
        "cites": list(free.cites),
    }
    return Chosen(named, free, columns)


async def counted(
    tx: Transaction,
    request: Request,
    round: Row,
    candidates: int,
    good: int,
    share: ShareDecision | None,
) -> Places:
    """The places of a set, by the reading that the recognising agency declared; ShareNotAllowed."""
    day = counting_day(round["year"], request.today)
    switches = await switches_of(tx, round["agency_id"], day)
    law = Law(date(round["year"], 12, 31), known=request.today)
    if share is not None:
        _demand_share(share.share, **law(QUOTA_ORGANISATIONS))
    return places(
        candidates,
        good,
        None if share is None else share.share,
        switches,
        law,
        decision="" if share is None else share.cite(),
        quota=QUOTA_ORGANISATIONS,
    )


def _demand_share(share: Decimal, *, usual: Decimal, raised: Decimal) -> None:
    """A share that only a decision grants, with three decimals at most."""
    fits = share.is_finite() and usual < share <= raised
    if not fits or share != round(share, PLACES):
        raise ShareNotAllowed(usual=usual, raised=raised, field="share")


def _among(named: Sequence[UUID], candidates: Sequence[UUID]) -> frozenset[UUID]:
    for place, review in enumerate(named):
        if review not in candidates:
            raise NotACandidate(review=review, field="excellent")
        if review in named[:place]:
            raise InvalidInput(what="excellent", allowed="each once", field="excellent")
    return frozenset(named)
