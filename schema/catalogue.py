"""Product lists with their conversion, KPIs of positions, deduction scales."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated

import strawberry

from resolvers import catalogue as answers
from resolvers.core.tables import since, trimmed, until
from schema.mapping import column, computed, connection, one, ref, table
from schema.organisation import Agency
from schema.people import Person
from schema.positions import JobPosition
from schema.shapes import Connection, Node


@strawberry.enum(description="Where an edition of a catalogue stands.")
class CatalogueState(Enum):
    DRAFT = "draft"
    PROPOSED = "proposed"
    APPROVED = "approved"
    CLOSED = "closed"


@strawberry.enum(description="The weight that an agency gives an indicator.")
class KpiKind(Enum):
    SPEARHEAD = strawberry.enum_value("spearhead", description="mũi nhọn")
    HARD = strawberry.enum_value("hard", description="cứng")
    SOFT = strawberry.enum_value("soft", description="mềm")


@strawberry.enum(description="How an indicator is measured.")
class KpiMeasure(Enum):
    COUNT = "count"
    RATE = "rate"
    RATING = "rating"
    MILESTONE = "milestone"
    DEDUCTION = "deduction"


@strawberry.enum(description="Which way an indicator improves.")
class KpiDirection(Enum):
    HIGHER_IS_BETTER = "higher_is_better"
    LOWER_IS_BETTER = "lower_is_better"


@strawberry.enum(description="What an indicator feeds.")
class KpiFeeds(Enum):
    RESULT_UNITS = strawberry.enum_value("result_units", description="Converted result units.")
    CRITERION = strawberry.enum_value("criterion", description="One general criterion.")


@strawberry.enum(description="What a process criterion measures (tiêu chí quy trình).")
class ProcessKind(Enum):
    ACCURACY = strawberry.enum_value("accuracy", description="Advice that was right.")
    TIMELINESS = strawberry.enum_value("timeliness", description="Work done on time.")
    COMPLIANCE = strawberry.enum_value("compliance", description="Procedures kept.")
    SATISFACTION = strawberry.enum_value("satisfaction", description="People and units content.")


@table(answers.product)
@strawberry.federation.type(
    keys=["id"], description="A product or piece of work (sản phẩm/công việc) of a catalogue."
)
class Product(Node):
    id: strawberry.ID
    code: str
    section: str
    name: str
    details: str
    output: str
    note: str
    group_no: int = strawberry.field(description="Group of complexity, 1 to at most 5 (art. 13.1).")
    points: Decimal = column(trimmed(answers.product, "points"))
    coefficient: Decimal = column(
        trimmed(answers.product, "coefficient"),
        description="Conversion coefficient (hệ số quy đổi): standard units in one piece.",
    )
    process: ProcessKind | None = strawberry.field(
        description="What it measures, where it is a process criterion: a line of every month of"
        " its job position, which the head measures instead of accepting pieces."
    )
    version: int
    position: JobPosition | None = ref("position_id")


@table(answers.catalogue)
@strawberry.federation.type(
    keys=["id"],
    description="One edition of an agency's converted product list"
    " (danh mục sản phẩm/công việc quy đổi, Decree 335/2025, art. 13).",
)
class Catalogue(Node):
    id: strawberry.ID
    edition: int
    title: str
    decision_no: str
    standard_unit: str = strawberry.field(
        description="The standard unit (đơn vị sản phẩm/công việc chuẩn)."
    )
    standard_points: Decimal = column(trimmed(answers.catalogue, "standard_points"))
    state: CatalogueState
    in_force_from: date | None
    closed_on: date | None
    proposed_at: datetime | None
    approved_at: datetime | None
    return_reason: str | None
    version: int
    agency: Agency = ref("agency_id")
    approver: Person | None = ref("approved_by", inherited=True)
    products: Connection[Product] = connection(
        answers.products, on={"catalogue_id": "id"}, args={"search": str | None}, order=("code",)
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_editions,
        needs=answers.EDITION_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@table(answers.kpi)
@strawberry.type(description="An indicator of a job position.")
class Kpi(Node):
    id: strawberry.ID
    code: str
    name: str
    kind: KpiKind
    measure: KpiMeasure
    target: Decimal = column(trimmed(answers.kpi, "target"))
    unit_of_measure: str
    direction: KpiDirection
    feeds: KpiFeeds
    criterion: str | None = strawberry.field(description="The general criterion that it feeds.")
    since: date = column(since(answers.kpi))
    until: date | None = column(until(answers.kpi))
    version: int
    position: JobPosition = ref("position_id", inherited=True)
    product: Annotated["Product", strawberry.lazy("schema.catalogue")] | None = ref(
        "product_id", inherited=True
    )


@table(answers.deduction_scale)
@strawberry.type(description="What the agency takes off a general criterion, and for what.")
class DeductionScale(Node):
    id: strawberry.ID
    code: str
    criterion: str
    reason: str
    points_each: Decimal
    at_most: Decimal
    since: date = column(since(answers.deduction_scale))
    until: date | None = column(until(answers.deduction_scale))
    version: int


@strawberry.type
class CatalogueQuestions:
    catalogue: Catalogue | None = one(answers.catalogue_by_id, args={"id": strawberry.ID})
    catalogue_in_force: Catalogue | None = one(
        answers.catalogue_in_force,
        args={"agency": strawberry.ID, "on": date | None},
        description="The edition from which work is assigned on a day, today if left out.",
    )
    catalogues_to_decide: Connection[Catalogue] = connection(
        answers.catalogues_to_decide,
        order=("proposed_at",),
        description="Proposed editions that wait for you as the head who decides them.",
    )
    process_criteria: Connection[Product] = connection(
        answers.process_criteria,
        args={"position": strawberry.ID, "on": date | None},
        order=("code",),
        description="What measures a job position every month, by the list in force on a day.",
    )
    products_offered: Connection[Product] = connection(
        answers.products_offered,
        args={"agency": strawberry.ID, "search": str | None},
        order=("code",),
        description="What may be assigned today to people of an agency, of its own list or its"
        " managing agency's; search ignores diacritics.",
    )
    kpis: Connection[Kpi] = connection(
        answers.kpis_of, args={"position": strawberry.ID, "on": date | None}, order=("code",)
    )
    deduction_scales: Connection[DeductionScale] = connection(
        answers.deduction_scales,
        args={"agency": strawberry.ID, "on": date | None},
        order=("criterion", "code"),
    )
