"""The rule and the money that a list rests on: regulation or scheme, fund and part."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Select, Text, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from resolvers.core.database import Row, Transaction
from resolvers.core.days import holds
from resolvers.rewards.model import FundExceeded, NoFund, NoIncomeScheme, NoRegulationInForce
from resolvers.rewards.tables import (
    bonus_fund,
    fund_part,
    income_scheme,
    regulation_award,
    regulation_span,
    reward_regulation,
)
from resolvers.statute.rewards import PAYS, Locality, Pay

_UUID = UuidType(as_uuid=True)
_AGENCY = bindparam("agency", type_=_UUID)
_SPAN = bindparam("span", type_=Text)
_ID = bindparam("rule", type_=_UUID)
_RULE = (reward_regulation.c.document_no, reward_regulation.c.remainder)


def _regulated() -> Select[Any]:
    return select(regulation_span, *_RULE).join(
        reward_regulation, reward_regulation.c.id == regulation_span.c.regulation_id
    )


_IN_FORCE = _regulated().where(
    reward_regulation.c.agency_id == _AGENCY,
    holds(reward_regulation),
    regulation_span.c.span == _SPAN,
)
_REGULATION = _regulated().where(
    regulation_span.c.regulation_id == _ID, regulation_span.c.span == _SPAN
)
_AWARDS = (
    select(regulation_award, reward_regulation.c.document_no)
    .join(reward_regulation, reward_regulation.c.id == regulation_award.c.regulation_id)
    .where(reward_regulation.c.agency_id == _AGENCY, holds(reward_regulation))
)
_SCHEMES = select(income_scheme).where(income_scheme.c.agency_id == _AGENCY, holds(income_scheme))
_SCHEME = select(income_scheme).where(income_scheme.c.id == _ID)
_PARTS = (
    select(fund_part)
    .join(bonus_fund, bonus_fund.c.id == fund_part.c.fund_id)
    .where(
        bonus_fund.c.agency_id == _AGENCY,
        bonus_fund.c.kind == bindparam("kind", type_=Text),
        bonus_fund.c.year == bindparam("year", type_=Integer),
        fund_part.c.span == _SPAN,
    )
)


def _locked(table: Any) -> Select[Any]:
    return select(table).where(table.c.id == _ID).with_for_update(of=table, key_share=True)


_FUND, _PART = _locked(bonus_fund), _locked(fund_part)


async def rule_in_force(tx: Transaction, agency: UUID, kind: str, pay: Pay, day: date) -> Row:
    """What an agency laid down for a span, as it holds on a day, with its `document_no`.

    Raises NoRegulationInForce, NoIncomeScheme.
    """
    if kind == "bonus":
        found = await tx.row(_IN_FORCE, agency=agency, span=pay.value, day=day)
        if found is None:
            raise NoRegulationInForce(day=day, field="span")
        return found
    found = await tx.row(_SCHEMES, agency=agency, day=day)
    if found is None or pay not in PAYS[Locality(found["locality"])]:
        raise NoIncomeScheme(day=day, field="span")
    return found


async def rule_of(tx: Transaction, listed: Row) -> Row:
    """The rule that a list was drawn by."""
    if listed["kind"] == "bonus":
        found = await tx.row(_REGULATION, rule=listed["regulation_id"], span=listed["span"])
    else:
        found = await tx.row(_SCHEME, rule=listed["scheme_id"])
    assert found is not None
    return found


async def awards_in_force(tx: Transaction, agency: UUID, day: date) -> dict[str, Row]:
    """The rewards out of turn of the regulation in force, by code; raises NoRegulationInForce."""
    rows: Sequence[Row] = await tx.rows(_AWARDS, agency=agency, day=day)
    if not rows:
        raise NoRegulationInForce(day=day, field="awards")
    return {row["code"]: row for row in rows}


async def part_for(tx: Transaction, agency: UUID, kind: str, pay: Pay, year: int) -> Row:
    """The part of a year's fund for lists of a span; raises NoFund."""
    found = await tx.row(_PARTS, agency=agency, kind=kind, year=year, span=pay.value)
    if found is None:
        raise NoFund(span=pay.value, year=year, field="span")
    return found


async def fund_held(tx: Transaction, id: UUID) -> Row:
    """A fund, held until the deed ends: what is taken from it is taken one after the other."""
    found = await tx.row(_FUND, rule=id)
    assert found is not None
    return found


async def part_held(tx: Transaction, id: UUID) -> Row:
    """A part of a fund, held as the fund is, after it."""
    found = await tx.row(_PART, rule=id)
    assert found is not None
    return found


def demand_left(part: Row, needed: int) -> None:
    """Raises FundExceeded where a part has not so much left."""
    left = int(part["amount"] - part["committed"])
    if needed > left:
        raise FundExceeded(needed=needed, left=left, field="list")
