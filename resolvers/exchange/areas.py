"""Importing the list of administrative areas."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from sqlalchemy import bindparam, select, update

from authz.actions import Action
from authz.facts import PlatformFacts
from resolvers.core.arguments import among, line
from resolvers.core.database import Transaction
from resolvers.core.errors import Refusal
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import adding
from resolvers.exchange.batches import CHANNEL, accepted, changed, once, rejected, repetitions
from resolvers.exchange.model import AreaRow, Batch, CodeRepeated, Outcome, Verdict, shown
from resolvers.organisation import administrative_area

LEVELS = ("province", "commune")


class AreaCodeForm(Refusal):
    """{area} is no code of an administrative area: allowed are digits alone."""

    code = "AREA_CODE_FORM"
    vi = "{area} không phải mã đơn vị hành chính; mã chỉ gồm chữ số."


class AreaParent(Refusal):
    """A province has no upper area, a commune has its province; {parent} is not acceptable."""

    code = "AREA_PARENT"
    vi = "Cấp tỉnh không có đơn vị cấp trên, cấp xã phải thuộc một tỉnh; {parent} không hợp lệ."


_ALL = select(administrative_area)
_CHANGE = (
    update(administrative_area)
    .where(administrative_area.c.code == bindparam("by_code"))
    .values(
        {
            column.name: bindparam(column.name, type_=column.type)
            for column in administrative_area.c
            if column.name != "code"
        }
    )
)


async def import_areas(
    tx: Transaction, request: Request, *, batch: Batch, rows: Sequence[AreaRow]
) -> list[Verdict]:
    """Bring the list of areas up to a file: each row created, updated, unchanged or rejected.

    Areas that the file does not name stay: units may still refer to them. Raises a denial,
    BatchReused.
    """
    request = replace(request, channel=CHANNEL)
    decision = demand(request, Action.ImportAreas, PlatformFacts())
    apply = partial(_apply, tx, rows)
    return await once(tx, request, decision, batch, kind="areas", agency=None, apply=apply)


async def _apply(tx: Transaction, rows: Sequence[AreaRow]) -> list[Verdict]:
    known: dict[str, Any] = {row["code"]: row for row in await tx.rows(_ALL)}
    provinces = {code for code, row in known.items() if row["level"] == "province"}
    twice = repetitions(rows)
    verdicts: dict[int, Verdict] = {}
    new, altered = [], []
    # Provinces first, wherever they stand: a commune's row is judged by what became of them.
    for number in sorted(range(len(rows)), key=lambda each: rows[each].level != "province"):
        row = rows[number]
        try:
            values = _values(row, provinces, twice)
        except Refusal as refused:
            verdicts[number] = rejected(row.place, row.code, refused)
            continue
        outcome = changed(known.get(row.code), values)
        verdicts[number] = accepted(row.place, row.code, outcome)
        if row.level == "province":
            provinces.add(row.code)
        if outcome is Outcome.CREATED:
            new.append(values)
        elif outcome is Outcome.UPDATED:
            altered.append({"by_code": values.pop("code"), **values})
    await tx.run_many(adding(administrative_area), new)
    await tx.run_many(_CHANGE, altered)
    return [verdicts[number] for number in range(len(rows))]


def _values(
    row: AreaRow, provinces: set[str], twice: Mapping[str, CodeRepeated]
) -> dict[str, str | None]:
    """The columns of a row's area; raises what refuses it."""
    if not (row.code.isascii() and row.code.isdigit()):
        raise AreaCodeForm(area=shown(row.code), field="code")
    if row.place in twice:
        raise twice[row.place]
    level = among(row.level, "level", LEVELS)
    fits = row.parent_code is None if level == "province" else row.parent_code in provinces
    if not fits:
        raise AreaParent(parent=shown(row.parent_code or "–"), field="parent_code")
    return {
        "code": row.code,
        "level": level,
        "parent_code": row.parent_code,
        "name": line(row.name, "name"),
        "full_name": line(row.full_name, "full_name"),
        "full_name_en": line(row.full_name_en, "full_name_en"),
    }
