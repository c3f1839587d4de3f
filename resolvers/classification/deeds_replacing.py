"""A decided case is decided anew: replaced from above, or reconsidered after a petition.

The earlier edition is kept and marked, the quota is looked at again, and what was drawn from the
earlier one is flagged (Decree 335/2025, art. 21.3, 22 and 23.3).
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from resolvers.classification.flags import raise_flags
from resolvers.classification.gathering import gathered_case, rules_of
from resolvers.classification.holding import (
    CURRENT,
    ROUND,
    held_case,
    save_case,
    tell,
)
from resolvers.classification.judging import Judged, judged
from resolvers.classification.model import level_in, reason_in
from resolvers.classification.papers import case_paper, published_class
from resolvers.classification.placing import COLUMNS
from resolvers.classification.quota import (
    WHOLE,
    Levelled,
    counted,
    groups_of,
    keep_groups,
    share_of,
)
from resolvers.classification.registers import disqualifier
from resolvers.classification.tables import LEVELS, classification, classification_round
from resolvers.core.database import Row, Transaction
from resolvers.core.days import counting_day
from resolvers.core.documents import Document
from resolvers.core.errors import NotFound, Refusal
from resolvers.core.ids import new_id
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.statute.evaluation import Step


class LevelAboveTheLaw(Refusal):
    """The law gives this year {lawful} at most: points, records and the organisation's class."""

    code = "LEVEL_ABOVE_THE_LAW"
    vi = "Theo điểm, căn cứ đã ghi nhận và xếp loại của tổ chức, mức cao nhất là {lawful}."


class NoFreePlace(Refusal):
    """No excellent place is free in {group}: {chosen} of {places} are taken with this one."""

    code = "NO_FREE_PLACE"
    vi = "Không còn chỉ tiêu xuất sắc ở {group}: tính cả trường hợp này là {chosen}/{places}."


COPIED = (
    "year",
    "round_id",
    *(name for name in COLUMNS if name != "result_id"),
    *("form_round", "self_level", "self_text", "self_submitted_at", "excuse", "excused_by"),
    *("proposed_level", "proposed_reason", "proposed_by", "proposed_at"),
    *("suspension_counts", "suspension_reason", "suspension_by", "suspension_at"),
)
"""What a new edition takes over from the earlier one."""


@dataclass(frozen=True, slots=True)
class Way:
    """One of the two ways in which a decided case is decided anew."""

    action: Action
    deed: str
    step: str
    cite: str


REPLACING = Way(
    Action.ReplaceClassification,
    "replace_classification",
    "class_replaced",
    "Decree 335/2025/NĐ-CP, art. 21(3)",
)
RECONSIDERING = Way(
    Action.ReconsiderClassification,
    "reconsider",
    "class_reconsidered",
    "Decree 335/2025/NĐ-CP, art. 22",
)

_UUID = UuidType(as_uuid=True)
_LOCK = (
    select(classification_round)
    .where(
        classification_round.c.id.in_(
            select(classification.c.round_id).where(
                classification.c.id == bindparam("case", type_=_UUID)
            )
        )
    )
    .with_for_update(key_share=True)
)
_LEVELS = select(
    *(
        classification.c[name]
        for name in ("quota_set", "duty_group", "duty_group_name", "lawful_level", "applied_level")
    )
).where(classification.c.round_id == ROUND, CURRENT)
_UNPUBLISH = update(published_class).where(
    published_class.c.classification_id == bindparam("case", type_=_UUID)
)
_USE = (
    update(disqualifier)
    .where(
        disqualifier.c.id == bindparam("grounds", type_=ARRAY(_UUID)).any_(),
        disqualifier.c.used_in.is_(None),
    )
    .values(version=disqualifier.c.version + 1)
)
_PAPER = insert(case_paper)


async def replace_classification(
    tx: Transaction,
    request: Request,
    *,
    case: UUID,
    version: int,
    level: str,
    reason: str,
    decision: Document,
) -> UUID:
    """Replace a decided classification as the head of the managing agency; the new edition's id.

    The level is at most what law gives on today's result and records; a place among the excellent
    must be free. Raises NotFound, a denial, StaleVersion, LevelAboveTheLaw, NoFreePlace,
    InvalidInput, TextNotAcceptable.
    """
    return await _anew(tx, request, REPLACING, (case, version), level, reason, decision)


async def reconsider(
    tx: Transaction,
    request: Request,
    *,
    case: UUID,
    version: int,
    level: str,
    reason: str,
    decision: Document,
) -> UUID:
    """Decide a case anew after an upheld petition, as the authority that classified; as above."""
    return await _anew(tx, request, RECONSIDERING, (case, version), level, reason, decision)


async def _anew(
    tx: Transaction,
    request: Request,
    way: Way,
    which: tuple[UUID, int],
    level: str,
    reason: str,
    document: Document,
) -> UUID:
    # The set before its case, so that places are given one after the other.
    round = await tx.row(_LOCK, case=which[0])
    found, decision = await held_case(tx, request, way.action, *which)
    chosen, why, paper = (
        level_in(level, "level"),
        reason_in(reason),
        document.columns("", dated=True),
    )
    if round is None:
        raise NotFound(id=which[0])
    year = found["year"]
    switches, law = await rules_of(tx, round["agency_id"], year, request.today)
    known = await gathered_case(tx, found["id"], year, counting_day(year, request.today))
    result = judged(known, switches, law)
    _demand_lawful(chosen, result)
    await save_case(tx, found, replaced_at=request.now, replaced_reason=why)
    step = Step(way.step, (chosen,), way.cite)
    id = await _edition(tx, request, decision, found, result, step, paper)
    await _publish_anew(tx, request, found, id, chosen)
    await tx.run(_USE, grounds=list(result.grounds), used_in=year)
    cases = [_counts_as(row) for row in await tx.rows(_LEVELS, round=round["id"])]
    share, standing = await share_of(tx, round["id"]), await groups_of(tx, round["id"])
    groups = counted(cases, share, switches, law, standing)
    if chosen == "EXCELLENT":
        _demand_place(groups, found)
    await keep_groups(tx, round["id"], round["agency_id"], groups)
    await raise_flags(tx, request, found)
    before = {name: found[name] for name in ("applied_level", "edition", "decision_no", "state")}
    after = {"id": id, "edition": found["edition"] + 1, "decision_no": paper["number"]}
    levels = {"applied_level": chosen, "lawful_level": result.lawful}
    await tell(
        tx, request, decision, found, way.deed, before=before, after={**after, **levels}, reason=why
    )
    return id


def _counts_as(row: Row) -> Levelled:
    """A decided case in the quota: good by surplus is above the line, lower by decision is not."""
    applied = row["applied_level"]
    level = applied if applied in ("COMPLETED", "NOT_COMPLETED") else row["lawful_level"]
    name = row["duty_group_name"]
    return Levelled(row["quota_set"], row["duty_group"], name, level, applied)


def _demand_lawful(level: str, result: Judged) -> None:
    """Not better than the law gives; worse is a decision, with its reason."""
    lawful = None if result.lawful is None else result.lawful.value
    if lawful is None or LEVELS.index(level) < LEVELS.index(lawful):
        raise LevelAboveTheLaw(lawful=lawful or "—", field="level")


async def _edition(
    tx: Transaction,
    request: Request,
    decision: Decision,
    found: Row,
    result: Judged,
    step: Step,
    paper: dict[str, Any],
) -> UUID:
    """The new edition, decided, and told to the person where the earlier one was; its id."""
    columns = result.columns()
    columns["steps"] = [*columns["steps"], step.to_json()]
    columns["cites"] = list(dict.fromkeys((*columns["cites"], step.cite)))
    told = found["notified_at"] is not None
    id = await add(
        tx,
        classification,
        **{name: found[name] for name in COPIED},
        **columns,
        state=found["state"],
        applied_level=step.value,
        decided_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        decided_at=request.now,
        decision_no=paper["number"],
        decision_day=paper["day"],
        notified_at=request.now if told else None,
        published_at=request.now if found["published_at"] is not None else None,
        edition=found["edition"] + 1,
        replaces_id=found["id"],
    )
    await tx.run(
        _PAPER,
        id=new_id(),
        agency_id=found["agency_id"],
        classification_id=id,
        kind="decision",
        recorded_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        recorded_at=request.now,
        **paper,
    )
    return id


async def _publish_anew(
    tx: Transaction, request: Request, found: Row, id: UUID, level: str
) -> None:
    """Where the class was published, the new one takes its place."""
    if found["published_at"] is None:
        return
    await tx.run(_UNPUBLISH, case=found["id"], replaced_at=request.now)
    about = {name: found[name] for name in ("agency_id", "person_id", "year")}
    await add(
        tx,
        published_class,
        **about,
        classification_id=id,
        level=level,
        published_at=request.now,
    )


def _demand_place(groups: dict[tuple[str, str], dict[str, Any]], found: Row) -> None:
    for group in (found["duty_group"], WHOLE):
        counts = groups[found["quota_set"], group]
        if counts["chosen"] > counts["places"]:
            raise NoFreePlace(
                group=counts["name"],
                chosen=counts["chosen"],
                places=counts["places"],
                field="level",
            )
