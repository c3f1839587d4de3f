"""A committee above puts points to a review; each is answered before the self-review is given."""

from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, exists, func, literal, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import PartyTopicFacts
from resolvers.core.arguments import lines
from resolvers.core.database import Transaction
from resolvers.core.documents import Document, names
from resolvers.core.errors import Refusal
from resolvers.core.finding import find, hold
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.seeing import seen
from resolvers.core.writing import add, demand_version, save
from resolvers.party.ballots_casting import review_standing
from resolvers.party.holding import tell
from resolvers.party.review_tables import party_review
from resolvers.party.tables import party_body
from resolvers.party.topics_tables import party_topic, party_topic_answer
from resolvers.party.voice_tables import party_voice

MOST_TEXT = 10_000
MOST_ANSWER = 20_000


class TopicsUnanswered(Refusal):
    """The points {numbers} that the committee above put to this review are not answered yet."""

    code = "TOPICS_UNANSWERED"
    vi = "Chưa giải trình các nội dung gợi ý kiểm điểm số {numbers}."


_UUID = UuidType(as_uuid=True)
_REVIEW = bindparam("review", type_=_UUID)
_SPOKEN = select(
    exists().where(
        party_voice.c.review_id == _REVIEW,
        party_voice.c.kind == "self",
        party_voice.c.state == "signed",
    )
)
_LAST_NUMBER = select(func.coalesce(func.max(party_topic.c.number), 0)).where(
    party_topic.c.review_id == _REVIEW
)
_TOPIC = bindparam("topic", type_=_UUID)
_LAST_EDITION = select(func.coalesce(func.max(party_topic_answer.c.edition), 0)).where(
    party_topic_answer.c.topic_id == _TOPIC
)
_UNANSWERED = (
    select(party_topic.c.number)
    .where(
        party_topic.c.review_id == _REVIEW,
        ~exists().where(party_topic_answer.c.topic_id == party_topic.c.id),
    )
    .order_by(party_topic.c.number)
)


def _line() -> Any:
    """The deciding committee and the bodies above it."""
    above = (
        select(party_body.c.id, party_body.c.parent_id)
        .where(party_body.c.id == bindparam("deciding", type_=_UUID))
        .cte("above", recursive=True)
    )
    upper = party_body.alias("upper")
    above = above.union_all(
        select(upper.c.id, upper.c.parent_id).where(upper.c.id == above.c.parent_id)
    )
    return select(exists(select(literal(1)).where(above.c.id == bindparam("author", type_=_UUID))))


_STANDS_ABOVE = _line()


async def raise_party_topic(
    tx: Transaction,
    request: Request,
    *,
    review: UUID,
    author: UUID,
    text: str,
    document: Document | None = None,
) -> UUID:
    """Put a point to a review, for the committee `author` that decides on it or stands above; the
    topic's id.

    Raises NotFound, a denial (NOT_HIGHER_COMMITTEE, SELF_REVIEW_GIVEN), TextNotAcceptable,
    InvalidInput.
    """
    await find(tx, request, party_body, author)
    # Held, so that the self-review is not given meanwhile.
    about = await hold(tx, request, party_review, review)
    above = await tx.value(_STANDS_ABOVE, deciding=about["deciding_body_id"], author=author)
    facts = PartyTopicFacts(
        author,
        bool(above),
        about["body_id"],
        review_standing(about),
        await tx.value(_SPOKEN, review=review),
        about["person_id"],
    )
    decision = demand(request, Action.RaisePartyTopic, facts)
    paper = {} if document is None else document.columns("document")
    values: dict[str, Any] = {
        "review_id": review,
        "author_body_id": author,
        "body_id": about["body_id"],
        "person_id": about["person_id"],
        "number": 1 + await tx.value(_LAST_NUMBER, review=review),
        "text": lines(text, "text", least=1, most=MOST_TEXT),
        **{name: paper.get(name) for name in names("document")},
    }
    signed = {"written_by": request.reach.actor, "written_at": request.now}
    id = await add(tx, party_topic, **values, **signed)
    await tell(tx, request, decision, Action.RaisePartyTopic, ("party_topic", id), after=values)
    return id


async def answer_party_topic(
    tx: Transaction, request: Request, *, topic: UUID, version: int, text: str
) -> UUID:
    """Answer a point that was put to one's own review; the topic's id. An earlier answer is kept.

    Raises NotFound, a denial (NOT_THE_VOICE, SELF_REVIEW_GIVEN), StaleVersion, TextNotAcceptable.
    """
    found = await hold(tx, request, party_topic, topic)
    about = await seen(tx, request.reach, party_review, found["review_id"])
    facts = PartyTopicFacts(
        found["author_body_id"],
        True,
        found["body_id"],
        "settled" if about is None else review_standing(about),
        await tx.value(_SPOKEN, review=found["review_id"]),
        found["person_id"],
    )
    decision = demand(request, Action.AnswerPartyTopic, facts)
    demand_version(found, version)
    values: dict[str, Any] = {
        "edition": 1 + await tx.value(_LAST_EDITION, topic=topic),
        "text": lines(text, "text", least=1, most=MOST_ANSWER),
    }
    place = {name: found[name] for name in ("author_body_id", "body_id", "person_id")}
    signed = {"answered_by": request.reach.actor, "answered_at": request.now}
    await add(tx, party_topic_answer, topic_id=topic, **place, **values, **signed)
    await save(tx, party_topic, topic, version)
    subject = ("party_topic", topic)
    await tell(tx, request, decision, Action.AnswerPartyTopic, subject, after=values)
    return topic


async def demand_answered(tx: Transaction, review: UUID) -> None:
    """Before the self-review is given: raises TopicsUnanswered."""
    open_ones = [str(row["number"]) for row in await tx.rows(_UNANSWERED, review=review)]
    if open_ones:
        raise TopicsUnanswered(numbers=", ".join(open_ones), field="review")
