"""What the law says to a decision on discipline, given what stands against the person already."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Date, bindparam, exists, or_, select
from sqlalchemy.dialects.postgresql import UUID as UuidType
from sqlalchemy.dialects.postgresql import Range

from resolvers.core.database import Row, Transaction
from resolvers.core.days import DAY, holds
from resolvers.core.errors import NotFound, Refusal
from resolvers.core.fence import as_seen_by
from resolvers.discipline.model import Ruling
from resolvers.discipline.tables import discipline_decision
from resolvers.people import posting
from resolvers.statute.dated import Law
from resolvers.statute.discipline import (
    ENDED_BY_ANOTHER,
    LEADERS_ONLY,
    Form,
    Source,
    Unlimited,
    administrative_due,
    in_force,
    is_lighter,
    is_repeated,
    least_form,
    limitation,
)


class ActDisciplined(Refusal):
    """This act has been disciplined by that system already: one act, one form."""

    code = "ACT_DISCIPLINED"
    vi = "Hành vi vi phạm này đã bị xử lý kỷ luật; mỗi hành vi chỉ bị xử lý một lần."


class LimitationOver(Refusal):
    """Discipline for this act could be taken up until {last}."""

    code = "LIMITATION_OVER"
    vi = "Thời hiệu xử lý kỷ luật đối với hành vi này đã hết vào ngày {last}."


class FormTooLight(Refusal):
    """While discipline is in force, a new violation is given {least} or a heavier form."""

    code = "FORM_TOO_LIGHT"
    vi = "Vi phạm mới trong thời gian thi hành kỷ luật phải chịu hình thức từ {least} trở lên."


class DemotionOfNoLeader(Refusal):
    """Only somebody in a leading office is demoted, and he held none on {day}."""

    code = "DEMOTION_OF_NO_LEADER"
    vi = "Chỉ cách chức công chức lãnh đạo, quản lý; ngày {day} công chức không giữ chức vụ."


class NotRepeated(Refusal):
    """The act did not come within the months after that decision, or is the same act."""

    code = "NOT_REPEATED"
    vi = "Hành vi không thuộc trường hợp tái phạm trong thời hạn kể từ quyết định kỷ luật đó."


NAMES = {
    Form.REPRIMAND: "khiển trách",
    Form.WARNING: "cảnh cáo",
    Form.DEMOTION: "cách chức",
    Form.DISMISSAL: "buộc thôi việc",
    Form.EXPULSION: "khai trừ",
}
_PERSON = bindparam("person", type_=UuidType(as_uuid=True))
_STANDING = (
    select(discipline_decision)
    .where(discipline_decision.c.person_id == _PERSON, discipline_decision.c.annulled_at.is_(None))
    .order_by(discipline_decision.c.id)
)
_LED = select(
    exists().where(
        posting.c.person_id == _PERSON,
        posting.c.office.in_(("head", "deputy")),
        or_(holds(posting, DAY), holds(posting, bindparam("act_on", type_=Date))),
    )
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision as the law takes it."""

    act: UUID | None
    """The act that it is about, where another decision is about it too."""
    same: UUID | None
    """The first of those decisions."""
    during: Range[date]
    expires: date
    limit: date | None
    ends: tuple[UUID, ...]
    """The decisions whose force it ends, being about a new violation."""
    follow_up: date | None
    cites: tuple[str, ...]

    def columns(self) -> dict[str, Any]:
        """As a row keeps it."""
        return {
            "during": self.during,
            "expires_on": self.expires,
            "limit_on": self.limit,
            "follow_up_by": self.follow_up,
            "cites": list(self.cites),
        }


async def judged(
    tx: Transaction, person: UUID, ruling: Ruling, taken_up: date, today: date
) -> Judged:
    """What the law makes of a decision that was taken up on a day.

    Raises NotFound for a decision that is none of this person's, ActDisciplined, LimitationOver,
    FormTooLight, DemotionOfNoLeader, NotRepeated.
    """
    async with as_seen_by(tx, person):
        standing = await tx.rows(_STANDING, person=person)
        leader: bool = await tx.value(
            _LED, person=person, day=ruling.effective_on, act_on=ruling.act_on
        )
    law = Law(ruling.effective_on, known=max(today, ruling.effective_on))
    source, form = Source(ruling.source), Form(ruling.form)
    same = _same_act(standing, ruling)
    others = [row for row in standing if same is None or row["act_id"] != same["act_id"]]
    if source is Source.ADMINISTRATIVE and form in law(LEADERS_ONLY) and not leader:
        raise DemotionOfNoLeader(day=ruling.effective_on, field="form")
    limit = _in_time(ruling, form, taken_up, law)
    running = [row for row in others if _holds(row["during"], ruling.act_on)]
    _demand_heavier(running, source, form, leader, law)
    _demand_repeated(others, ruling, law)
    party = _of_party(standing, same) if source is Source.ADMINISTRATIVE else None
    begins, expires = in_force(ruling.effective_on, law, party)
    still = [row for row in running if _holds(row["during"], begins)]
    return Judged(
        act=None if same is None else same["act_id"],
        same=None if same is None else same["id"],
        during=Range(begins, expires) if begins < expires else Range(empty=True),
        expires=expires,
        limit=limit,
        ends=tuple(row["id"] for row in still) if law(ENDED_BY_ANOTHER) else (),
        follow_up=_follow_up(same, ruling, law),
        cites=law.cites,
    )


def _same_act(standing: Sequence[Row], ruling: Ruling) -> Row | None:
    if ruling.same_act_as is None:
        return None
    same = _one(standing, ruling.same_act_as)
    of_act = [row["source"] for row in standing if row["act_id"] == same["act_id"]]
    if ruling.source in of_act:
        raise ActDisciplined(field="sameActAs")
    return same


def _one(standing: Sequence[Row], id: UUID) -> Row:
    for row in standing:
        if row["id"] == id:
            return row
    raise NotFound(id=id)


def _in_time(ruling: Ruling, form: Form, taken_up: date, law: Law) -> date | None:
    kind = None if ruling.unlimited is None else Unlimited(ruling.unlimited)
    last = limitation(form, ruling.counted_from or ruling.act_on, law, kind)
    if last is not None and taken_up > last:
        raise LimitationOver(last=last, field="actOn")
    return last


def _demand_heavier(
    running: Sequence[Row], source: Source, form: Form, leader: bool, law: Law
) -> None:
    forms = [Form(row["form"]) for row in running if row["source"] == source]
    least = least_form(forms, source, leader, law)
    if least is not None and is_lighter(form, least):
        raise FormTooLight(least=NAMES[least], field="form")


def _demand_repeated(others: Sequence[Row], ruling: Ruling, law: Law) -> None:
    if ruling.repeats is None:
        return
    earlier = _one(others, ruling.repeats)
    if earlier["during"].isempty or not is_repeated(earlier["during"].lower, ruling.act_on, law):
        raise NotRepeated(field="repeats")


def _of_party(standing: Sequence[Row], same: Row | None) -> date | None:
    """When Party discipline about the same act took effect."""
    if same is None:
        return None
    for row in standing:
        if row["act_id"] == same["act_id"] and row["source"] == Source.PARTY:
            day: date = row["during"].lower
            return day
    return None


def _follow_up(same: Row | None, ruling: Ruling, law: Law) -> date | None:
    """By when the agency follows Party discipline, unless it has disciplined the act already."""
    if same is not None or ruling.source != Source.PARTY:
        return None
    return administrative_due(ruling.effective_on, law)


def _holds(during: Range[date], day: date) -> bool:
    if during.isempty or during.lower is None or during.upper is None:
        return False
    return during.lower <= day < during.upper
