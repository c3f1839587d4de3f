"""A set is closed when it is complete, and only then may its quota be counted (art. 20.5)."""

from uuid import UUID

from sqlalchemy import bindparam, update
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from resolvers.classification.bulk import change_all
from resolvers.classification.completeness import demand_complete, seen_whole
from resolvers.classification.gathering import FINGERPRINT, gathered, rules_of
from resolvers.classification.holding import held_round, save_round, tell_round
from resolvers.classification.judging import Judged, judged
from resolvers.classification.model import reason_in
from resolvers.classification.quota import Levelled, counted, groups_of, keep_groups, share_of
from resolvers.classification.tables import classification
from resolvers.core.database import Transaction
from resolvers.core.days import counting_day
from resolvers.core.errors import Refusal
from resolvers.core.request import Request


class NobodyToClassify(Refusal):
    """There is nobody in this set."""

    code = "NOBODY_TO_CLASSIFY"
    vi = "Danh sách không có công chức nào."


_UUID = UuidType(as_uuid=True)
_FORGET = (
    update(classification)
    .where(
        classification.c.round_id == bindparam("of_round", type_=_UUID),
        classification.c.replaced_at.is_(None),
    )
    .values(
        computed_level=None,
        lawful_level=None,
        grounds=None,
        steps=None,
        cites=None,
        version=classification.c.version + 1,
    )
)


async def close_classification(
    tx: Transaction, request: Request, *, round: UUID, version: int
) -> UUID:
    """Close a complete set: its levels and places are counted, its cases stand still; its id.

    Raises NotFound, a denial, StaleVersion, NobodyToClassify, and SetNotComplete, which names the
    open cases and what each waits for.
    """
    found, decision = await held_round(tx, request, Action.CloseClassification, round, version)
    year, agency = found["year"], found["agency_id"]
    day = counting_day(year, request.today)
    switches, law = await rules_of(tx, agency, year, request.today)
    cases = [await seen_whole(tx, each) for each in await gathered(tx, round, year, day)]
    if not cases:
        raise NobodyToClassify(field="round")
    levels = [judged(each, switches, law) for each in cases]
    await demand_complete(tx, found, cases, levels, request.today)
    rows = [{"id": each.known.case["id"], **each.columns()} for each in levels]
    await change_all(tx, classification, rows)
    standing = await groups_of(tx, round)
    share = await share_of(tx, round)
    groups = counted(map(levelled, levels), share, switches, law, standing)
    await keep_groups(tx, round, agency, groups)
    fingerprint = await tx.value(FINGERPRINT, round=round)
    await save_round(
        tx,
        found,
        state="closed",
        closed_by=request.reach.actor,
        closed_at=request.now,
        fingerprint=fingerprint,
    )
    after = {"state": "closed", "cases": len(levels), "fingerprint": fingerprint}
    before = {"state": found["state"], "version": found["version"]}
    await tell_round(
        tx, request, decision, found, "close_classification", before=before, after=after
    )
    return round


async def reopen_classification(
    tx: Transaction, request: Request, *, round: UUID, version: int, reason: str
) -> UUID:
    """Open a closed set again before it is decided, with a reason; the set's id.

    Raises NotFound, a denial, StaleVersion, TextNotAcceptable.
    """
    found, decision = await held_round(tx, request, Action.ReopenClassification, round, version)
    why = reason_in(reason)
    await tx.run(_FORGET, of_round=round)
    await save_round(tx, found, state="open", closed_by=None, closed_at=None, fingerprint=None)
    await tell_round(
        tx,
        request,
        decision,
        found,
        "reopen_classification",
        before={"state": found["state"], "version": found["version"]},
        after={"state": "open"},
        reason=why,
    )
    return round


def levelled(each: Judged) -> Levelled:
    """A judged case, as the quota counts it."""
    case, level = each.known.case, each.lawful
    name = case["duty_group_name"]
    told = None if level is None else level.value
    return Levelled(case["quota_set"], case["duty_group"], name, told)
