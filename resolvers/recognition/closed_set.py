"""The closed set of a round: everything in its scope, marked and levelled, nothing left to verify.

The share of article 8.5 may be counted only over such a set; what is still open is named.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, bindparam, exists, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.errors import Refusal
from resolvers.core.request import Request
from resolvers.organisation import unit
from resolvers.recognition.deeds_marking import failed_among
from resolvers.recognition.scope import beneath, in_force, scope_of
from resolvers.recognition.tables import organisation_review, organisation_verification


class RoundNotClosed(Refusal):
    """The year cannot be decided yet; these organisations are still open: {names}."""

    code = "ROUND_NOT_CLOSED"
    vi = "Chưa thể quyết định xếp loại; các tổ chức sau chưa hoàn tất: {names}."


class VerificationOpen(Refusal):
    """These organisations are being verified, and the decision waits for it: {names}."""

    code = "VERIFICATION_OPEN"
    vi = "Phải có kết luận kiểm tra, xác minh trước khi xếp loại; đang xác minh: {names}."


class MarksOutdated(Refusal):
    """Organisations beneath these were levelled otherwise since; mark them again: {names}."""

    code = "MARKS_OUTDATED"
    vi = "Kết quả của tổ chức cấp dưới đã thay đổi sau khi chấm điểm; cần chấm lại: {names}."


_verified = exists().where(
    organisation_verification.c.review_id == organisation_review.c.id,
    organisation_verification.c.concluded_at.is_(None),
)
_REVIEWS = (
    select(
        organisation_review.c.id,
        organisation_review.c.unit_id,
        organisation_review.c.recognising_unit_id,
        organisation_review.c.state,
        organisation_review.c.total,
        organisation_review.c.facts,
        organisation_review.c.computed_level,
        organisation_review.c.chosen_level,
        unit.c.name,
        _verified.label("verifying"),
    )
    .join(unit, unit.c.id == organisation_review.c.unit_id)
    .where(
        organisation_review.c.recognising_unit_id
        == bindparam("unit", type_=UuidType(as_uuid=True)),
        organisation_review.c.year == bindparam("year", type_=Integer),
        in_force(organisation_review),
    )
    .order_by(organisation_review.c.id)
    .with_for_update(of=organisation_review, key_share=True)
)


def level_of(review: Mapping[str, Any]) -> str | None:
    """The level before the share is counted: the decree's, or the one chosen where it has none."""
    level: str | None = review["computed_level"] or review["chosen_level"]
    return level


async def closed_set(tx: Transaction, request: Request, round: Row) -> list[Row]:
    """The reviews of a round, held from now on, in a fixed order.

    Raises RoundNotClosed, VerificationOpen, SubUnitsNotDecided, MarksOutdated, each with names.
    """
    held = list(await tx.rows(_REVIEWS, unit=round["unit_id"], year=round["year"]))
    scope = await scope_of(tx, round["unit_id"], round["year"], request.today)
    _demand_complete(held, scope)
    verifying = [row["name"] for row in held if row["verifying"]]
    if verifying:
        raise VerificationOpen(names=_listed(verifying))
    below = await beneath(tx, [row["unit_id"] for row in held], round["year"], request.today)
    _demand_current(held, below)
    return held


def _demand_complete(held: Sequence[Row], scope: Sequence[Row]) -> None:
    reviewed = {row["unit_id"] for row in held}
    within = {row["unit_id"] for row in scope}
    missing = [
        row["name"] for row in scope if row["standing"] != "none" and row["unit_id"] not in reviewed
    ]
    unfinished = [
        row["name"]
        for row in held
        if row["state"] != "marked" or level_of(row) is None or row["unit_id"] not in within
    ]
    if missing or unfinished or not held:
        raise RoundNotClosed(names=_listed([*missing, *unfinished]) or "–")


def _demand_current(held: Sequence[Row], below: Mapping[UUID, Sequence[Row]]) -> None:
    """Each mark knew which organisations beneath are not completed: it was one of its facts."""
    outdated = [
        row["name"]
        for row in held
        if failed_among(row, below[row["unit_id"]]) != row["facts"]["failed"]
    ]
    if outdated:
        raise MarksOutdated(names=_listed(outdated))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
