"""The agency's head lays down what money there is, and for which lists it is meant."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Text, bindparam, select
from sqlalchemy.dialects.postgresql import UUID as UuidType

from authz.actions import Action
from authz.facts import AgencyFacts
from resolvers.audit import record
from resolvers.core.arguments import among
from resolvers.core.database import Row, Transaction
from resolvers.core.documents import Document
from resolvers.core.errors import InvalidInput
from resolvers.core.finding import find
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.writing import add, demand_version, save
from resolvers.organisation import agency as agencies
from resolvers.rewards.deeds_salaries import demand_year
from resolvers.rewards.model import (
    NoSalaryFund,
    PartCommitted,
    PartOfFund,
    PartsExceedFund,
    dong,
    once_each,
)
from resolvers.rewards.tables import KINDS, SPANS, bonus_fund, fund_part, salary_fund
from resolvers.statute.dated import Law, NotInForce
from resolvers.statute.rewards import bonus_fund as fund_by_law

_UUID = UuidType(as_uuid=True)
_AGENCY, _YEAR = bindparam("agency", type_=_UUID), bindparam("year", type_=Integer)
_SALARIES = select(salary_fund).where(
    salary_fund.c.agency_id == _AGENCY, salary_fund.c.year == _YEAR
)
_FUND = (
    select(bonus_fund)
    .where(
        bonus_fund.c.agency_id == _AGENCY,
        bonus_fund.c.kind == bindparam("kind", type_=Text),
        bonus_fund.c.year == _YEAR,
    )
    .with_for_update(key_share=True)
)
_PARTS = (
    select(fund_part)
    .where(fund_part.c.fund_id == bindparam("fund", type_=_UUID))
    .order_by(fund_part.c.id)
    .with_for_update(key_share=True)
)


async def set_bonus_fund(
    tx: Transaction,
    request: Request,
    *,
    agency: UUID,
    kind: str,
    year: int,
    parts: Sequence[PartOfFund],
    document: Document,
    amount: Decimal | None = None,
    version: int | None = None,
) -> UUID:
    """Lay down a year's fund and its parts, or change them; the fund's id.

    The bonus fund is the law's share of the recorded salary fund; for additional income `amount`
    is what there is. No part becomes less than approved lists have taken from it; what is left of
    one may be given to another. Raises NotFound, a denial, NoSalaryFund, PartsExceedFund,
    PartCommitted, StaleVersion, InvalidInput, TextNotAcceptable.
    """
    await find(tx, request, agencies, agency)
    decision = demand(request, Action.SetBonusFund, AgencyFacts(agency))
    among(kind, "kind", KINDS)
    demand_year(year)
    shares = _parts(parts)
    whole = await _whole(tx, request, agency, kind, year, amount)
    _demand_within(shares, whole["amount"])
    found = await tx.row(_FUND, agency=agency, kind=kind, year=year)
    signed = {
        "decided_by": request.reach.actor,
        "on_behalf_of": decision.on_behalf_of,
        "decided_at": request.now,
    }
    of = {"agency_id": agency, "kind": kind, "year": year}
    id = await _keep(tx, found, of, version, {**whole, **document.columns(), **signed})
    before = await _share(tx, agency, id, shares)
    await record(
        tx,
        request,
        decision,
        deed="set_bonus_fund",
        subject=("bonus_fund", id),
        agency=agency,
        before=None if found is None else {"amount": found["amount"], "parts": before},
        after={"kind": kind, "year": year, "amount": whole["amount"], "parts": shares},
    )
    return id


async def _keep(
    tx: Transaction,
    found: Row | None,
    of: dict[str, Any],
    version: int | None,
    told: dict[str, Any],
) -> UUID:
    """The fund, new or changed; raises StaleVersion, PartCommitted."""
    if found is None:
        return await add(tx, bonus_fund, **of, **told)
    demand_version(found, version or 0)
    _demand_enough(found, told["amount"])
    id: UUID = found["id"]
    await save(tx, bonus_fund, id, found["version"], **told)
    return id


async def _whole(
    tx: Transaction, request: Request, agency: UUID, kind: str, year: int, amount: Decimal | None
) -> dict[str, Any]:
    """The amount of a fund and what it rests on; raises NoSalaryFund, InvalidInput."""
    if kind == "income":
        if amount is None:
            raise InvalidInput(what="amount", allowed="0…", field="amount")
        return {"amount": dong(amount, "amount"), "steps": [], "cites": []}
    if amount is not None:
        raise InvalidInput(what="amount", allowed="—", field="amount")
    salaries = await tx.row(_SALARIES, agency=agency, year=year)
    if salaries is None:
        raise NoSalaryFund(year=year, field="year")
    law = Law(date(year, 12, 31), known=request.today)
    try:
        fund = fund_by_law(int(salaries["amount"]), law)
    except NotInForce:
        raise NoSalaryFund(year=year, field="year") from None
    return {
        "amount": fund.amount,
        "salary_fund_id": salaries["id"],
        "steps": [step.to_json() for step in fund.steps],
        "cites": list(fund.cites),
    }


def _parts(parts: Sequence[PartOfFund]) -> dict[str, int]:
    """By span its amount; raises InvalidInput."""
    once_each([part.span for part in parts], "parts")
    return {among(part.span, "parts.span", SPANS): dong(part.amount, "parts") for part in parts}


def _demand_within(shares: dict[str, int], amount: int) -> None:
    if sum(shares.values()) > amount:
        raise PartsExceedFund(sum=sum(shares.values()), amount=amount, field="parts")


def _demand_enough(row: Row, amount: int) -> None:
    """Raises PartCommitted where approved lists have taken more than that already."""
    if amount < row["committed"]:
        raise PartCommitted(committed=row["committed"], amount=amount, field="parts")


async def _share(
    tx: Transaction, agency: UUID, fund: UUID, shares: dict[str, int]
) -> dict[str, Any]:
    """Set the parts; what they were before, by span. A span that is not named gets nothing."""
    before = {row["span"]: row for row in await tx.rows(_PARTS, fund=fund)}
    for span, row in before.items():
        amount = shares.get(span, 0)
        _demand_enough(row, amount)
        await save(tx, fund_part, row["id"], row["version"], amount=amount)
    for span in shares.keys() - before.keys():
        await add(tx, fund_part, agency_id=agency, fund_id=fund, span=span, amount=shares[span])
    return {span: row["amount"] for span, row in before.items()}
