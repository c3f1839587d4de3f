"""Agencies, units and administrative areas, as they stand on a day."""

from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated

import strawberry

from resolvers import classification, evaluations, insight, people, recognition
from resolvers import organisation as answers
from resolvers.core.tables import since, until
from schema.mapping import column, computed, connection, many, one, ref, table
from schema.organisation_switches import AgencySwitch, SwitchQuestion
from schema.shapes import MAY_DO, Connection, Node

if TYPE_CHECKING:
    from schema.catalogue import Catalogue
    from schema.evaluations import Sheet, UnitMonth
    from schema.people import Person, Posting
    from schema.positions import JobPosition


@strawberry.enum(description="What a unit is under Decree 335/2025, art. 3.")
class Standing(Enum):
    MANAGING = strawberry.enum_value(
        "managing", description="Managing agency (cơ quan quản lý công chức)."
    )
    USING = strawberry.enum_value("using", description="Using agency (cơ quan sử dụng công chức).")
    DIRECT_USING = strawberry.enum_value(
        "direct_using", description="Direct-using unit (cơ quan trực tiếp sử dụng công chức)."
    )
    NONE = strawberry.enum_value(
        "none", description="A part of a unit, without a standing of its own."
    )


@strawberry.enum(description="What kind of agency (cơ quan) it is.")
class AgencyKind(Enum):
    MINISTRY = "ministry"
    PROVINCE = "province"
    DEPARTMENT = "department"
    COMMUNE = "commune"
    OTHER = "other"


@strawberry.enum(description="A level of local government.")
class AreaLevel(Enum):
    PROVINCE = "province"
    COMMUNE = "commune"


@strawberry.enum(description="What a decision on organisation does.")
class ReorganisationKind(Enum):
    MERGE = strawberry.enum_value("merge", description="Merger (sáp nhập, hợp nhất).")
    SPLIT = strawberry.enum_value("split", description="Split (chia, tách).")
    RENAME = strawberry.enum_value("rename", description="Another name (đổi tên).")
    TRANSFER = strawberry.enum_value("transfer", description="Transfer (chuyển giao).")


@table(answers.administrative_area)
@strawberry.type(
    description="A province or city, or a commune, ward or special zone (đơn vị hành chính)."
)
class AdministrativeArea:
    code: str = strawberry.field(description="Code of the General Statistics Office.")
    level: AreaLevel
    parent_code: str | None
    name: str
    full_name: str
    full_name_en: str


@table(answers.agency_code)
@strawberry.type(description="An electronic agency code (mã định danh điện tử) and its days.")
class AgencyCode:
    id: strawberry.ID
    code: str
    since: date = column(since(answers.agency_code))
    until: date | None = column(
        until(answers.agency_code), description="The last day; null while open."
    )


@table(answers.agency)
@strawberry.federation.type(keys=["id"], description="An agency (cơ quan).")
class Agency(Node):
    id: strawberry.ID
    name: str
    kind: AgencyKind
    opened_on: date
    closed_on: date | None
    version: int
    quarterly_years: list[int] = column(
        answers.quarterly_years(answers.agency.c.id),
        description="The years, up to the next, whose periods are quarters; the others' are months"
        " (art. 3.4).",
    )
    area: AdministrativeArea | None = ref(on={"area_code": "code"})
    managing_agency: Annotated["Agency", strawberry.lazy("schema.organisation")] | None = ref(
        "managing_agency_id", description="The managing agency (cơ quan quản lý công chức)."
    )
    succeeded_by: Annotated["Agency", strawberry.lazy("schema.organisation")] | None = ref(
        "succeeded_by_id", description="The agency that keeps the records of a closed one."
    )
    codes: list[AgencyCode] = many(
        on={"agency_id": "id"},
        where=answers.CODE_HELD,
        order=("code",),
        description="Codes past, present and to come.",
    )
    switches: list[AgencySwitch] = many(on={"agency_id": "id"}, order=("name",))
    units: Connection[Annotated["Unit", strawberry.lazy("schema.organisation")]] = connection(
        on={"agency_id": "id"}, order=("name",), description="Units, closed ones too."
    )
    people: Connection[Annotated["Person", strawberry.lazy("schema.people")]] = connection(
        on={"agency_id": "id"}, order=("sort_key",), description="By given name, then surname."
    )
    positions: Connection[Annotated["JobPosition", strawberry.lazy("schema.positions")]] = (
        connection(on={"agency_id": "id"}, order=("code",))
    )
    catalogues: Connection[Annotated["Catalogue", strawberry.lazy("schema.catalogue")]] = (
        connection(on={"agency_id": "id"}, order=("edition desc",))
    )
    sheets: Connection[Annotated["Sheet", strawberry.lazy("schema.evaluations")]] = connection(
        on={"agency_id": "id"}, order=("period desc",), description="Monthly sheets you may see."
    )
    may_look_for_signals: bool = computed(
        insight.may_look,
        needs=("id",),
        description="Whether you may look for signals in its months, as its inspector.",
    )
    may_reorganise_beneath: bool = computed(
        answers.may_reorganise_beneath,
        needs=answers.BENEATH_NEEDS,
        description="Whether it manages agencies that you may merge or split.",
    )
    may_propose_scheme: bool = computed(
        recognition.may_propose_scheme,
        needs=("id",),
        description="Whether you may propose criteria for its organisations (art. 7.2).",
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_agencies, needs=answers.AGENCY_NEEDS, description=MAY_DO
    )


@table(answers.unit_placement)
@strawberry.type(description="Where a unit stands in the tree, as what, and on which days.")
class UnitPlacement:
    id: strawberry.ID
    standing: Standing
    parent: Annotated["Unit", strawberry.lazy("schema.organisation")] | None = ref("parent_id")
    since: date = column(since(answers.unit_placement))
    until: date | None = column(until(answers.unit_placement))


@table(answers.unit)
@strawberry.federation.type(keys=["id"], description="A unit of an agency (đơn vị).")
class Unit(Node):
    id: strawberry.ID
    code: str | None
    name: str
    opened_on: date
    closed_on: date | None
    version: int
    agency: Agency = ref("agency_id")
    kept_by: Annotated["Unit", strawberry.lazy("schema.organisation")] | None = ref(
        "kept_by_id", description="The unit that keeps the records of a closed one."
    )
    placements: list[UnitPlacement] = many(
        on={"unit_id": "id"}, order=("id desc",), description="The latest first."
    )
    postings: Connection[Annotated["Posting", strawberry.lazy("schema.people")]] = connection(
        on={"unit_id": "id"}, order=("id",)
    )
    may_delegate: bool = computed(
        people.may_delegate,
        needs=people.LENDER_NEEDS,
        description="Whether you head it yourself, and so may lend your authority over it.",
    )
    months: Connection[Annotated["UnitMonth", strawberry.lazy("schema.evaluations")]] = connection(
        on={"unit_id": "id"}, order=("period desc",)
    )
    may_open_classification: bool = computed(
        classification.may_open_classification,
        needs=("id", "agency_id"),
        description="Whether you may prepare a year of those whom its head classifies.",
    )
    may_open_recognition: bool = computed(
        recognition.may_open_recognition,
        needs=("id",),
        description="Whether you may open a year of the organisations that its head recognises.",
    )
    month: Annotated["UnitMonth", strawberry.lazy("schema.evaluations")] | None = one(
        evaluations.months_in,
        on={"unit_id": "id"},
        args={"period": date},
        description="One month of it by its first day; null while it is not opened.",
    )
    may_grant_lock_exception: bool = computed(
        evaluations.may_grant_exception,
        needs=evaluations.LOCK_NEEDS,
        description="Whether you may open its locked months, as the next head up.",
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_units, needs=answers.UNIT_NEEDS, description=MAY_DO
    )


@table(answers.reorganisation)
@strawberry.type(description="A decision on organisation as it was carried out, in one piece.")
class Reorganisation(Node):
    id: strawberry.ID
    kind: ReorganisationKind
    day: date = strawberry.field(description="From which it holds.")
    decision_no: str
    from_units: list[strawberry.ID] = strawberry.field(
        description="Units that stood before: those that ended, and those that went on."
    )
    to_units: list[strawberry.ID] = strawberry.field(description="Units that came out of it.")
    done_at: datetime
    agency: Agency = ref("agency_id", description="Whose decision it was.")


@strawberry.type
class OrganisationQuestions:
    agencies: Connection[Agency] = connection(
        answers.agencies,
        args={"search": str | None},
        order=("name",),
        description="Every agency, closed ones too; search ignores diacritics.",
    )
    agency: Agency | None = one(answers.agency_by_id, args={"id": strawberry.ID})
    agency_by_code: Agency | None = one(
        answers.agency_by_code,
        args={"code": str, "on": date | None},
        description="The agency that holds an electronic code on a day, today if left out.",
    )
    unit: Unit | None = one(answers.unit_by_id, args={"id": strawberry.ID})
    units_of: Connection[Unit] = connection(
        answers.units_of,
        args={"agency_id": strawberry.ID, "on": date | None, "search": str | None},
        order=("name",),
        description="Those that stand on a day, today if left out; search ignores diacritics.",
    )
    deciding_units: Connection[Unit] = connection(
        answers.deciding_units,
        args={"agency": strawberry.ID, "on": date | None},
        order=("name",),
        description="An agency's units whose heads classify, as using or managing agency (art. 3).",
    )
    units_scoring: Connection[Unit] = connection(
        answers.units_scoring,
        args={"agency_id": strawberry.ID, "on": date | None},
        order=("name",),
        description="Those whose heads score on a day, today if left out.",
    )
    units_beneath: Connection[Unit] = connection(
        answers.units_beneath,
        args={"parent": strawberry.ID, "on": date | None},
        order=("name",),
        description="The units directly beneath one on a day, today if left out.",
    )
    switch_questions: list[SwitchQuestion] = computed(
        answers.told_switches, needs=(), description="Everything that an agency may choose."
    )
    reorganisation: Reorganisation | None = one(
        answers.reorganisation_by_id, args={"id": strawberry.ID}
    )
    reorganisations_of: Connection[Reorganisation] = connection(
        answers.reorganisations_of,
        args={"unit_id": strawberry.ID},
        order=("day desc",),
        description="The decisions that ended or changed a unit, or from which it came.",
    )
    areas: Connection[AdministrativeArea] = connection(
        answers.areas,
        args={"parent": str | None},
        order=("code",),
        description="The communes of a province; without `parent` the provinces.",
    )
    area: AdministrativeArea | None = one(answers.area_by_code, args={"code": str})
