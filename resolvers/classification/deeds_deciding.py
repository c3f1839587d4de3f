"""One deed decides a closed set, once; a larger share is decided before (art. 20.5 and 21.1d)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, case, func, literal_column, select, update
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, aggregate_order_by
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.decide import Decision
from resolvers.classification.choosing import Chosen, chosen_of
from resolvers.classification.gathering import FINGERPRINT, rules_of
from resolvers.classification.holding import (
    CURRENT,
    ROUND,
    held_round,
    save_round,
    tell_round,
)
from resolvers.classification.model import GroupChoice, reason_in
from resolvers.classification.quota import (
    Levelled,
    counted,
    groups_of,
    keep_groups,
    share_of,
)
from resolvers.classification.registers import disqualifier
from resolvers.classification.tables import classification, quota_decision, round_group
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput, Refusal
from resolvers.core.request import Request
from resolvers.core.writing import add
from resolvers.statute.evaluation.classes import QUOTA_PEOPLE


class GroundsChanged(Refusal):
    """Results, records or recognised levels have changed since the closing; open the set again."""

    code = "CLASSIFICATION_OUTDATED"
    vi = "Kết quả, căn cứ hoặc xếp loại tổ chức đã thay đổi sau khi chốt; cần mở lại danh sách."


_UUID = UuidType(as_uuid=True)
_OF = (classification.c.round_id == ROUND, CURRENT)
_ABOVE = select(classification.c.id, classification.c.quota_set, classification.c.duty_group).where(
    *_OF, classification.c.lawful_level == "EXCELLENT"
)
_CHOSEN = bindparam("chosen", type_=ARRAY(_UUID))
_KEY = func.concat(classification.c.quota_set, "/", classification.c.duty_group)
_TOLD = bindparam("told", type_=JSONB)
_IS_SURPLUS = (classification.c.lawful_level == "EXCELLENT") & (
    classification.c.id != _CHOSEN.all_()
)
_DECIDE = (
    update(classification)
    .where(*_OF)
    .values(
        state="decided",
        applied_level=case((_IS_SURPLUS, "GOOD"), else_=classification.c.lawful_level),
        quota_reason=case((_IS_SURPLUS, func.jsonb_extract_path_text(_TOLD, _KEY, "reason"))),
        steps=case(
            (
                _IS_SURPLUS,
                classification.c.steps.op("||")(
                    func.jsonb_build_array(func.jsonb_extract_path(_TOLD, _KEY, "step"))
                ),
            ),
            else_=classification.c.steps,
        ),
        version=classification.c.version + 1,
    )
)
_USE = (
    update(disqualifier)
    .where(
        disqualifier.c.id.in_(select(func.unnest(classification.c.grounds)).where(*_OF)),
        disqualifier.c.used_in.is_(None),
    )
    .values(used_in=bindparam("year"), version=disqualifier.c.version + 1)
)
_LINE = func.concat_ws(":", classification.c.id, func.coalesce(classification.c.applied_level, "-"))
_DIGEST = select(
    func.encode(
        func.sha256(
            func.convert_to(
                func.string_agg(_LINE, aggregate_order_by(literal_column("','"), _LINE)), "UTF8"
            )
        ),
        "hex",
    )
).where(*_OF)
"""SHA-256 over "case:level" of every case, in order: by it the leaf stands for them all."""
_COUNTS = (
    select(classification.c.applied_level, func.count().label("cases"))
    .where(*_OF)
    .group_by(classification.c.applied_level)
)
_GROUP = update(round_group).where(round_group.c.id == bindparam("by_id", type_=_UUID))
_AS_COUNTED = ("quota_set", "duty_group", "duty_group_name", "lawful_level")
_COUNTED = select(*(classification.c[name] for name in _AS_COUNTED)).where(*_OF)


async def decide_classification(
    tx: Transaction,
    request: Request,
    *,
    round: UUID,
    version: int,
    decision: Document,
    choices: Sequence[GroupChoice] = (),
) -> UUID:
    """Decide the levels of a closed set by one decision; the set's id. It is decided once.

    Whoever is above the line and not chosen becomes good, and keeps the reason of the choice; where
    everybody above the line has a place, no choice is needed. Raises NotFound, a denial
    (CLASSIFICATION_DECIDED for the second attempt), StaleVersion, GroundsChanged, ChoiceNeeded,
    QuotaExceeded, NotAboveTheLine, InvalidInput, TextNotAcceptable.
    """
    found, allowed = await held_round(tx, request, Action.DecideClassification, round, version)
    paper = decision.columns("decision", dated=True)
    if await tx.value(FINGERPRINT, round=round) != found["fingerprint"]:
        raise GroundsChanged(field="round")
    groups = await groups_of(tx, round)
    chosen = chosen_of(groups, await tx.rows(_ABOVE, round=round), choices)
    signed = {
        "decided_by": request.reach.actor,
        "on_behalf_of": allowed.on_behalf_of,
        "decided_at": request.now,
    }
    told = {f"{each.group['quota_set']}/{each.group['duty_group']}": _told(each) for each in chosen}
    await tx.run(
        _DECIDE,
        round=round,
        chosen=sorted({id for each in chosen for id in each.cases}),
        told=told,
        decision_no=paper["decision_no"],
        decision_day=paper["decision_day"],
        **signed,
    )
    await tx.run(_USE, round=round, year=found["year"])
    await _keep_choices(tx, groups, chosen)
    await save_round(tx, found, state="decided", **paper, **signed)
    await _tell(tx, request, allowed, found, paper, chosen)
    return round


def _told(each: Chosen) -> dict[str, Any]:
    return {"reason": each.reason, "step": each.step()}


async def _keep_choices(tx: Transaction, groups: Sequence[Row], chosen: Iterable[Chosen]) -> None:
    """How many were chosen in each group, and in the whole, and why."""
    of_group = {each.group["id"]: each for each in chosen}
    whole: dict[str, int] = {}
    for each in of_group.values():
        name = each.group["quota_set"]
        whole[name] = whole.get(name, 0) + len(each.cases)
    for group in groups:
        mine = of_group.get(group["id"])
        count = len(mine.cases) if mine else whole.get(group["quota_set"], 0)
        reason = mine.reason if mine else ""
        await tx.run(_GROUP, by_id=group["id"], chosen=count, reason=reason)


async def _tell(
    tx: Transaction,
    request: Request,
    allowed: Decision,
    found: Row,
    paper: dict[str, Any],
    chosen: Iterable[Chosen],
) -> None:
    """One leaf for all: whom each group's places went to, how many got which level, and a hash."""
    counts = await tx.rows(_COUNTS, round=found["id"])
    after = {
        "state": "decided",
        "decision_no": paper["decision_no"],
        "levels": {row["applied_level"] or "NOT_RATED": row["cases"] for row in counts},
        "cases_sha256": await tx.value(_DIGEST, round=found["id"]),
        "chosen": {
            f"{each.group['quota_set']}/{each.group['duty_group']}": {
                "cases": sorted(map(str, each.cases)),
                "reason": each.reason,
            }
            for each in chosen
            if each.cases or each.reason
        },
    }
    before = {"state": found["state"], "version": found["version"]}
    await tell_round(
        tx, request, allowed, found, "decide_classification", before=before, after=after
    )


async def decide_quota_share(
    tx: Transaction,
    request: Request,
    *,
    round: UUID,
    version: int,
    share: Decimal,
    document: Document,
    reason: str,
) -> UUID:
    """Decide, as the managing head, a share above a fifth for an outstanding organisation; the
    set's id.

    At most a quarter (art. 20.5b), on a decision that is kept. Where the set is closed its places
    are counted anew. Raises NotFound, a denial, StaleVersion, InvalidInput, TextNotAcceptable.
    """
    found, decision = await held_round(tx, request, Action.DecideQuotaShare, round, version)
    switches, law = await rules_of(tx, found["agency_id"], found["year"], request.today)
    shares = law(QUOTA_PEOPLE)
    if not (share.is_finite() and shares["usual"] < share <= shares["raised"]):
        allowed = f"> {shares['usual']}, ≤ {shares['raised']}"
        raise InvalidInput(what="share", allowed=allowed, field="share")
    paper, why = document.columns("", dated=True), reason_in(reason)
    await add(
        tx,
        quota_decision,
        agency_id=found["agency_id"],
        round_id=round,
        share=share,
        reason=why,
        decided_by=request.reach.actor,
        on_behalf_of=decision.on_behalf_of,
        decided_at=request.now,
        **paper,
    )
    if found["state"] == "closed":
        rows = await tx.rows(_COUNTED, round=round)
        cases = [Levelled(*(row[name] for name in _AS_COUNTED)) for row in rows]
        groups = counted(cases, await share_of(tx, round), switches, law)
        await keep_groups(tx, round, found["agency_id"], groups)
    await save_round(tx, found)
    after = {"share": share, **{name: paper[name] for name in ("number", "day", "sha256", "url")}}
    await tell_round(tx, request, decision, found, "decide_quota_share", after=after, reason=why)
    return round
