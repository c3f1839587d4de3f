"""Changing the structure: agencies, units, codes, switches."""

from datetime import date
from typing import Annotated

import strawberry

from resolvers import organisation as answers
from schema.mapping import deed
from schema.organisation import Agency, AgencyKind, Standing, Unit
from schema.organisation_switches import AgencySwitch
from schema.shapes import Refused

EstablishAgencyResult = Annotated[Agency | Refused, strawberry.union("EstablishAgencyResult")]
SetAgencyCodeResult = Annotated[Agency | Refused, strawberry.union("SetAgencyCodeResult")]
EndAgencyCodeResult = Annotated[Agency | Refused, strawberry.union("EndAgencyCodeResult")]
SetSwitchResult = Annotated[AgencySwitch | Refused, strawberry.union("SetSwitchResult")]
EstablishUnitResult = Annotated[Unit | Refused, strawberry.union("EstablishUnitResult")]
MoveUnitResult = Annotated[Unit | Refused, strawberry.union("MoveUnitResult")]
CloseUnitResult = Annotated[Unit | Refused, strawberry.union("CloseUnitResult")]


@strawberry.type
class OrganisationDeeds:
    establish_agency: EstablishAgencyResult = deed(
        answers.establish_agency,
        args={
            "name": str,
            "kind": AgencyKind,
            "root_name": str,
            "root_standing": Standing | None,
            "opened_on": date,
            "area_code": str | None,
            "managing_agency": strawberry.ID | None,
            "code": str | None,
        },
        description="Establish an agency with its root unit.",
    )
    set_agency_code: SetAgencyCodeResult = deed(
        answers.set_agency_code,
        args={"agency": strawberry.ID, "code": str, "begins": date, "ends": date | None},
        description="Give an agency its electronic code from a day (mã định danh điện tử).",
    )
    end_agency_code: EndAgencyCodeResult = deed(
        answers.end_agency_code,
        args={"code_id": strawberry.ID, "ends": date},
        description="End an electronic code without a next one; `ends` is the first day after.",
    )
    set_switch: SetSwitchResult = deed(
        answers.set_switch,
        args={
            "agency_id": strawberry.ID,
            "name": str,
            "value": str,
            "begins": date,
            "basis": str,
        },
        description="Choose, by regulation and from a day, where the law leaves a question open.",
    )
    establish_unit: EstablishUnitResult = deed(
        answers.establish_unit,
        args={
            "parent": strawberry.ID,
            "name": str,
            "standing": Standing,
            "opened_on": date,
            "code": str | None,
        },
        description="Establish a unit beneath another one.",
    )
    move_unit: MoveUnitResult = deed(
        answers.move_unit,
        args={
            "unit": strawberry.ID,
            "parent": strawberry.ID,
            "begins": date,
            "standing": Standing | None,
            "version": int,
        },
        description="Place a unit beneath another one from a day; where it stood before is kept.",
    )
    close_unit: CloseUnitResult = deed(
        answers.close_unit,
        args={"unit": strawberry.ID, "closed_on": date, "version": int},
        description="Close a unit from a day; it is never deleted.",
    )
