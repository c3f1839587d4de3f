"""A committee opens its reviews of a year or a quarter: one review for each member and collective
that it decides about, with every voice that will speak on it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, SmallInteger, bindparam, insert, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.codes import Code
from authz.facts import PartyCampaignFacts
from resolvers.core.arguments import among
from resolvers.core.database import Row, Transaction, Violated
from resolvers.core.days import holds
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.ids import new_id
from resolvers.core.permission import DENIALS, demand
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.party.chains import Tree, Voice, tree_of
from resolvers.party.holding import held_body, tell
from resolvers.party.review_tables import party_campaign, party_review
from resolvers.party.tables import COMMITTEES, PARTY_BODIES_PROPER, party_member
from resolvers.party.voice_tables import party_voice
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.months import last_of_months
from resolvers.statute.party import CENTRAL, SCHEMES, left_out

FIRST_YEAR = 2025


class NotACommittee(Refusal):
    """Only a Party committee decides on reviews."""

    code = "PARTY_BODY_NOT_A_COMMITTEE"
    vi = "Chỉ cấp ủy có đảng bộ, chi bộ trực thuộc mới quyết định xếp loại."


class SchemeNotInForce(Refusal):
    """The scheme {scheme} does not hold on {day}."""

    code = "PARTY_SCHEME_NOT_IN_FORCE"
    vi = "Hướng dẫn {scheme} chưa có hiệu lực tại ngày {day}."


class NobodyToReview(Refusal):
    """Nobody beneath this committee is to be reviewed."""

    code = "NOBODY_TO_REVIEW"
    vi = "Không có tổ chức, cá nhân thuộc diện kiểm điểm, xếp loại của cấp ủy này."


_UUID = UuidType(as_uuid=True)
_STANDING = select(party_campaign.c.state).where(
    party_campaign.c.body_id == bindparam("body", type_=_UUID),
    party_campaign.c.year == bindparam("year", type_=Integer),
    party_campaign.c.quarter.is_not_distinct_from(bindparam("quarter", type_=SmallInteger)),
)
_MEMBERS = (
    select(party_member)
    .where(
        party_member.c.activity == "official",
        holds(party_member),
        party_member.c.body_id == bindparam("branches", type_=ARRAY(_UUID)).any_(),
    )
    .order_by(party_member.c.body_id, party_member.c.id)
)
_REVIEWS, _VOICES = insert(party_review), insert(party_voice)


async def open_party_campaign(
    tx: Transaction,
    request: Request,
    *,
    body: UUID,
    year: int,
    quarter: int | None = None,
    scheme: str = CENTRAL,
) -> UUID:
    """Open a committee's reviews of a year, or of one of its first three quarters; the campaign's
    id.

    It reviews the members of the branches directly beneath it, those whom it manages further down,
    and the collectives directly beneath it. Raises NotFound, a denial (NOT_DECIDING_COMMITTEE,
    PARTY_CAMPAIGN_OPENED), NotACommittee, SchemeNotInForce, NobodyToReview, InvalidInput.
    """
    place = await held_body(tx, request, body)
    span: dict[str, Any] = {"year": year, "quarter": quarter}
    state = await tx.value(_STANDING, body=body, **span)
    facts = PartyCampaignFacts(body) if state is None else PartyCampaignFacts(body, state)
    decision = demand(request, Action.OpenPartyCampaign, facts)
    if place["kind"] not in COMMITTEES:
        raise NotACommittee(field="body")
    day = _last_day(year, quarter, request.today)
    common = {**span, "scheme": scheme, **_version(scheme, day, request.today), "law_day": day}
    law = Law(day, known=request.today)
    tree = await tree_of(tx, body, request.today)
    try:
        async with tx.savepoint():
            id = await add(
                tx,
                party_campaign,
                body_id=body,
                **common,
                opened_by=request.reach.actor,
                opened_at=request.now,
            )
    except Violated:  # somebody opened it between the question and the insert
        raise DENIALS[Code.PARTY_CAMPAIGN_OPENED]() from None
    common = {**common, "campaign_id": id, "deciding_body_id": body}
    reviews = [*_of_collectives(tree), *await _of_members(tx, tree, law, request.today)]
    if not reviews:
        raise NobodyToReview(field="body")
    await _write(tx, reviews, common)
    subject = ("party_campaign", id)
    after = {**common, "reviews": len(reviews)}
    await tell(tx, request, decision, Action.OpenPartyCampaign, subject, after=after)
    return id


def _last_day(year: int, quarter: int | None, today: date) -> date:
    """The last day of the span: its law applies. Raises InvalidInput for a span to come."""
    if quarter is not None and quarter not in (1, 2, 3):
        raise InvalidInput(what="quarter", allowed="1, 2, 3", field="quarter")
    first = date(year, 3 * (quarter or 1) - 2, 1) if FIRST_YEAR <= year <= today.year else None
    if first is None or first > today:
        raise InvalidInput(what="year", allowed=f"{FIRST_YEAR}–{today.year}", field="year")
    if quarter is None:
        return date(year, 12, 31)
    return last_of_months(first, 3)


def _version(scheme: str, day: date, today: date) -> dict[str, Any]:
    """Raises SchemeNotInForce, InvalidInput."""
    among(scheme, "scheme", tuple(SCHEMES))
    try:
        return {"scheme_version": SCHEMES[scheme].at(day, today).since}
    except NotInForce:
        raise SchemeNotInForce(scheme=scheme, day=day, field="scheme") from None


def _of_collectives(tree: Tree) -> Iterator[tuple[dict[str, Any], list[Voice]]]:
    """The reviews of the collectives directly beneath, each with its voices."""
    for id, row in tree.bodies.items():
        reviewed = row["kind"] in (*PARTY_BODIES_PROPER, "leadership")
        if reviewed and row["parent_id"] == tree.top:
            about = {"body_id": id, "person_id": None, "member_id": None}
            yield {**about, "category": "collective"}, tree.of_collective(id)


async def _of_members(
    tx: Transaction, tree: Tree, law: Law, today: date
) -> list[tuple[dict[str, Any], list[Voice]]]:
    """The reviews of members, each with its voices; who is not reviewed has none, and a reason."""
    found = []
    for row in await tx.rows(_MEMBERS, branches=list(tree.bodies), day=today):
        if (row["managed_by_id"] or tree.bodies[row["body_id"]]["parent_id"]) != tree.top:
            continue
        about = {
            "body_id": row["body_id"],
            "person_id": row["person_id"],
            "member_id": row["id"],
            "category": _category(row, tree),
        }
        because = left_out(
            row["admitted_on"], today, law, exempt=row["exempt"], suspended=row["suspended"]
        )
        if because is None:
            found.append((about, tree.of_member(row["person_id"], row["body_id"])))
        else:
            told = {"state": "not_rated", "not_rated_reason": because.value}
            found.append(({**about, **told}, []))
    return found


def _category(member: Row, tree: Tree) -> str:
    if member["person_id"] in tree.collectives:
        return "leader"
    return "outside" if member["outside"] else "member"


async def _write(
    tx: Transaction,
    reviews: list[tuple[dict[str, Any], list[Voice]]],
    common: Mapping[str, Any],
) -> None:
    rows, voices = [], []
    for about, chain in reviews:
        id = new_id()
        # Whoever sees the branch and the committee sees also those who are not reviewed.
        holders = {about["body_id"], common["deciding_body_id"], *(each.holder for each in chain)}
        said = sorted(each for each in holders if each is not None)
        rows.append(
            {
                "state": "open",
                "not_rated_reason": None,
                **common,
                **about,
                "id": id,
                "holders": said,
            }
        )
        voices += [
            {
                "id": new_id(),
                "review_id": id,
                "kind": each.kind,
                "step": each.step,
                "holder_body_id": each.holder,
                "person_id": about["person_id"],
                "holders": said,
            }
            for each in chain
        ]
    await tx.run_many(_REVIEWS, rows)
    await tx.run_many(_VOICES, voices)
