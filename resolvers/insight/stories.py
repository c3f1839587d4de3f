"""What an inspector follows: from a month's signals to the sheets they name, and their story."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, and_, cast, func, or_, select, union
from sqlalchemy.dialects.postgresql import JSONB

from authz.actions import Action
from authz.facts import AgencyFacts
from resolvers.audit import audit_leaf
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.evaluations import calibration, sheet, unit_month
from resolvers.insight.tables import INSPECTING, signal
from resolvers.petitions import petition
from resolvers.work import delivery, work_line

Value = ColumnElement[Any]


def signal_by_id(id: Value) -> Select[Any]:
    """One signal."""
    return select(signal).where(signal.c.id == id)


def signal_counts(agency: Value) -> Select[Any]:
    """An agency's months with how many signals of each kind were found, stand, wait, are shared."""
    stands = signal.c.gone_at.is_(None)
    looked = and_(signal.c.finding.is_not(None), INSPECTING)
    return (
        select(
            signal.c.period,
            signal.c.kind,
            func.count().label("found"),
            func.count().filter(stands).label("standing"),
            func.count().filter(stands, signal.c.finding.is_(None), INSPECTING).label("waiting"),
            func.count().filter(looked).label("looked_at"),
            func.count().filter(signal.c.shared_at.is_not(None)).label("shared"),
            func.max(signal.c.found_at).label("last_found_at"),
        )
        .where(signal.c.agency_id == agency)
        .group_by(signal.c.period, signal.c.kind)
    )


def sheets_of_signals() -> Select[Any]:
    """The sheets that signals name, with `signal_id`; about a person his sheet of the month."""
    own = cast(sheet.c.id, Text)
    named = signal.c.evidence["sheets"]
    return select(sheet, signal.c.id.label("signal_id")).join(
        signal,
        and_(
            signal.c.scoring_unit_id == sheet.c.scoring_unit_id,
            or_(
                named.contains(func.to_jsonb(own, type_=JSONB)),
                named.contains(
                    func.jsonb_build_array(func.jsonb_build_object("sheet", own), type_=JSONB)
                ),
                and_(signal.c.person_id == sheet.c.person_id, signal.c.period == sheet.c.period),
            ),
        ),
    )


def story_of_sheet(sheet_id: Value) -> Select[Any]:
    """What was done to a sheet, to the month's work that it counts, and about its result."""
    of_sheet = sheet.c.id == sheet_id
    lines = sheet.join(
        work_line,
        and_(work_line.c.posting_id == sheet.c.posting_id, work_line.c.period == sheet.c.period),
    )
    deliveries = lines.join(delivery, delivery.c.assignment_id == work_line.c.assignment_id)
    months = sheet.join(
        unit_month,
        and_(
            unit_month.c.unit_id == sheet.c.scoring_unit_id,
            unit_month.c.period == sheet.c.period,
        ),
    )
    subjects = union(
        select(sheet.c.id).where(of_sheet),
        select(work_line.c.id).select_from(lines).where(of_sheet),
        select(work_line.c.assignment_id).select_from(lines).where(of_sheet),
        select(delivery.c.id).select_from(deliveries).where(of_sheet),
        select(unit_month.c.id).select_from(months).where(of_sheet),
        select(petition.c.id).where(petition.c.sheet_id == sheet_id),
        select(calibration.c.id).where(calibration.c.sheet_id == sheet_id),
    )
    return select(audit_leaf).where(audit_leaf.c.subject_id.in_(subjects))


def may_look(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[bool]:
    """For each agency's id whether the caller may look for signals in its months."""
    facts = (AgencyFacts(id) for (id,) in rows)
    return [bool(named) for named in allowed(request, (Action.LookForSignals,), facts)]
