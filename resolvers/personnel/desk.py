"""What may be begun here: about an agency, and about one person; by the policies of the deeds."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, exists, select

from authz.actions import Action
from authz.facts import (
    AgencyFacts,
    DisciplineFacts,
    DossierRequestFacts,
    PersonnelFacts,
    PersonnelRecordFacts,
    SalaryFacts,
)
from resolvers.core.days import TODAY, holds
from resolvers.core.permission import allowed
from resolvers.core.request import Request
from resolvers.organisation import agency as agencies
from resolvers.organisation import unit, unit_placement

Value = ColumnElement[Any]
ON_AGENCIES = (
    Action.ChooseIncomeScheme,
    Action.DrawRewardList,
    Action.ListPeriodicPosition,
    Action.ProposeRewardRegulation,
    Action.RecordSalaryFund,
    Action.SetBonusFund,
)
ON_RECORDS = (Action.RecordProtectedState, Action.RecordServiceFact, Action.StateWish)
ON_DISCIPLINE = (Action.RecordDiscipline, Action.RecordProcedure)
DESK_NEEDS = ("agency_id", "root_unit_id")
"""What `allowed_on_desk` needs of an agency."""
PERSON_NEEDS = ("person_id", *DESK_NEEDS)
"""What `allowed_on_people` needs of a person."""


def root_of(agency: Value) -> ScalarSelect[Any]:
    """The unit that stands for the whole of an agency today: its head is the agency's head."""
    root, above = unit_placement.alias("root_placement"), unit.alias("above")
    upper = exists().where(above.c.id == root.c.parent_id, above.c.agency_id == unit.c.agency_id)
    found = select(unit.c.id).join(root, root.c.unit_id == unit.c.id)
    return (
        found.where(unit.c.agency_id == agency, holds(root, TODAY), ~upper)
        .limit(1)
        .scalar_subquery()
    )


def desk_of(agency: Value) -> Select[Any]:
    """An agency, for whoever asks what he may begin there."""
    return select(
        agencies.c.id.label("agency_id"), root_of(agencies.c.id).label("root_unit_id")
    ).where(agencies.c.id == agency)


def allowed_on_desk(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of DESK_NEEDS the names of the deeds that the caller may begin there."""
    may = allowed(request, ON_AGENCIES, (AgencyFacts(agency) for agency, _ in rows))
    # Whom it asks, and about whom, is said in the request itself.
    asking = (DossierRequestFacts(agency, root, agency, root) for agency, root in rows)
    asks = allowed(request, (Action.AskDossier,), asking)
    return [sorted([*of, *more]) for of, more in zip(may, asks, strict=True)]


def allowed_on_people(request: Request, rows: Sequence[tuple[Any, ...]]) -> list[list[str]]:
    """For each row of PERSON_NEEDS the names of the deeds that the caller may begin about him."""
    kept = [(person, agency) for person, agency, _ in rows]
    found = (
        allowed(request, (Action.ProposePersonnelAction,), (_action(*row) for row in rows)),
        allowed(request, ON_RECORDS, (PersonnelRecordFacts(*each) for each in kept)),
        allowed(request, ON_DISCIPLINE, (DisciplineFacts(*each) for each in kept)),
        allowed(request, (Action.RecordSalary,), (SalaryFacts(*each) for each in kept)),
    )
    return [sorted(name for of in each for name in of) for each in zip(*found, strict=True)]


def _action(person: Any, agency: Any, root: Any) -> PersonnelFacts:
    """Any action on somebody who stays in the agency: who decides on it depends on its kind."""
    return PersonnelFacts(
        person=person,
        agency=agency,
        using_unit=root,
        deciding_agency=agency,
        deciding_unit=root,
        receiving_agency=agency,
        receiving_unit=root,
    )
