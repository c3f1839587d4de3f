"""Agencies: established, and given their electronic code."""

import re
from datetime import date
from uuid import UUID

from sqlalchemy import Text, bindparam, func, select

from authz.actions import Action
from authz.facts import AgencyFacts
from resolvers.audit import record
from resolvers.core.arguments import among, line
from resolvers.core.database import Transaction, Violated
from resolvers.core.days import days
from resolvers.core.errors import Refusal
from resolvers.core.fence import let_through
from resolvers.core.finding import find, hold
from resolvers.core.ids import new_id
from resolvers.core.permission import demand
from resolvers.core.request import Request
from resolvers.core.spelling import spelt
from resolvers.core.writing import add, adding, end
from resolvers.organisation.standing import RANKS, root_unit
from resolvers.organisation.tables import (
    AGENCY_KINDS,
    administrative_area,
    agency_code,
)
from resolvers.organisation.tables import agency as agencies
from resolvers.organisation.units import Standing, alone, stand

CODE_FORM = re.compile(r"[A-Y][0-9]{2}(\.[A-Z0-9]+)*")
CODE_LENGTH = 35


class AgencyCodeForm(Refusal):
    """{code} is no agency code: a letter A–Y, two digits, then groups of A–Z, 0–9 after dots."""

    code = "AGENCY_CODE_FORM"
    vi = (
        "{code} không đúng dạng mã định danh điện tử: một chữ cái A–Y và hai chữ số, tiếp theo là"
        " các nhóm A–Z, 0–9 cách nhau bằng dấu chấm, tối đa 35 ký tự"
        " (Quyết định 20/2020/QĐ-TTg, Điều 4)."
    )


class AgencyCodeTaken(Refusal):
    """Another agency holds the code {code} on some of these days."""

    code = "AGENCY_CODE_TAKEN"
    vi = "Cơ quan khác đang dùng mã {code} trong khoảng thời gian này."


class AgencyCodeOver(Refusal):
    """The code {code} is not held on {ends} any more."""

    code = "AGENCY_CODE_OVER"
    vi = "Đến ngày {ends} mã {code} đã hết hiệu lực."


class AreaUnknown(Refusal):
    """There is no administrative area with the code {area}."""

    code = "AREA_UNKNOWN"
    vi = "Không có đơn vị hành chính mang mã {area}."


class NoRootUnit(Refusal):
    """The managing agency has no unit on {day} beneath which the new agency could stand."""

    code = "NO_ROOT_UNIT"
    vi = "Cơ quan quản lý chưa có đơn vị gốc vào ngày {day} để cơ quan mới trực thuộc."


CODE_HELD = ~func.isempty(agency_code.c.during)
"""Whether a code was ever in force: one that another replaced before its first day was not."""
_AREA = select(administrative_area.c.code).where(
    administrative_area.c.code == bindparam("code", type_=Text)
)


async def establish_agency(
    tx: Transaction,
    request: Request,
    *,
    name: str,
    kind: str,
    root_name: str,
    opened_on: date,
    root_standing: str = "using",
    area_code: str | None = None,
    managing_agency: UUID | None = None,
    code: str | None = None,
) -> UUID:
    """Record an agency with its root unit, beneath its managing agency's; the agency's id.

    Raises NotFound, a denial, AreaUnknown, NoRootUnit, StandingOutOfOrder, AgencyCodeForm,
    AgencyCodeTaken, TextNotAcceptable, InvalidInput.
    """
    await alone(tx)
    parent = await _root(tx, request, managing_agency, opened_on)
    id = new_id()
    decision = demand(request, Action.EstablishAgency, AgencyFacts(id, managing_agency))
    await let_through(tx, id)
    made = {
        "name": line(name, "name"),
        "kind": among(kind, "kind", AGENCY_KINDS),
        "area_code": await _area(tx, area_code),
        "managing_agency_id": managing_agency,
        "opened_on": opened_on,
    }
    await tx.run(adding(agencies), id=id, **made)
    standing = among(root_standing, "rootStanding", tuple(RANKS))
    root = Standing(id, line(root_name, "rootName"), parent, standing, opened_on)
    await stand(tx, root)
    if code is not None:
        await _hold_code(tx, id, code, opened_on, None)
    await record(
        tx,
        request,
        decision,
        deed="establish_agency",
        subject=("agency", id),
        agency=id,
        after={**made, "root": root, "code": code},
    )
    return id


async def set_agency_code(
    tx: Transaction,
    request: Request,
    *,
    agency: UUID,
    code: str,
    begins: date,
    ends: date | None = None,
) -> UUID:
    """Give an agency its electronic code from a day on; the one before ends. The agency's id.

    Source: Decision 20/2020/QĐ-TTg, art. 4. Raises NotFound, a denial, AgencyCodeForm,
    AgencyCodeTaken, EndsBeforeItBegins.
    """
    await hold(tx, request, agencies, agency)
    decision = demand(request, Action.SetAgencyCode, AgencyFacts(agency))
    await end(tx, agency_code, {"agency_id": agency}, begins)
    await _hold_code(tx, agency, code, begins, ends)
    await record(
        tx,
        request,
        decision,
        deed="set_agency_code",
        subject=("agency", agency),
        agency=agency,
        after={"code": code, "begins": begins, "ends": ends},
    )
    return agency


async def end_agency_code(tx: Transaction, request: Request, *, code_id: UUID, ends: date) -> UUID:
    """End an electronic code without a next one; `ends` is the first day after. The agency's id.

    Raises NotFound, a denial, AgencyCodeOver.
    """
    held = await find(tx, request, agency_code, code_id)
    agency: UUID = held["agency_id"]
    await hold(tx, request, agencies, agency)
    decision = demand(request, Action.SetAgencyCode, AgencyFacts(agency))
    during = held["during"]
    if during.isempty or (during.upper is not None and during.upper <= ends):
        raise AgencyCodeOver(code=held["code"], ends=ends, field="ends")
    await end(tx, agency_code, {"id": code_id}, ends)
    await record(
        tx,
        request,
        decision,
        deed="end_agency_code",
        subject=("agency", agency),
        agency=agency,
        before={"code": held["code"], "during": spelt(during)},
        after={"ends": ends},
    )
    return agency


async def _hold_code(
    tx: Transaction, agency: UUID, code: str, begins: date, ends: date | None
) -> None:
    if not CODE_FORM.fullmatch(code) or len(code) > CODE_LENGTH:
        raise AgencyCodeForm(code=code, field="code")
    try:
        async with tx.savepoint():
            await add(tx, agency_code, agency_id=agency, code=code, during=days(begins, ends))
    except Violated:
        raise AgencyCodeTaken(code=code, field="code") from None


async def _area(tx: Transaction, code: str | None) -> str | None:
    if code is not None and await tx.value(_AREA, code=code) is None:
        raise AreaUnknown(area=code, field="areaCode")
    return code


async def _root(tx: Transaction, request: Request, agency: UUID | None, day: date) -> UUID | None:
    """Where the root unit of an agency beneath `agency` will stand; nowhere without one."""
    if agency is None:
        return None
    await find(tx, request, agencies, agency)
    found = await root_unit(tx, agency, day)
    if found is None:
        raise NoRootUnit(day=day, field="managingAgency")
    return found
