"""Changing product lists, indicators and deduction scales."""

from datetime import date
from decimal import Decimal
from typing import Annotated

import strawberry

from resolvers import catalogue as answers
from schema.catalogue import (
    Catalogue,
    DeductionScale,
    Kpi,
    KpiDirection,
    KpiFeeds,
    KpiKind,
    KpiMeasure,
    ProcessKind,
    Product,
)
from schema.mapping import becomes, deed
from schema.shapes import Refused

DraftCatalogueResult = Annotated[Catalogue | Refused, strawberry.union("DraftCatalogueResult")]
NewEditionResult = Annotated[Catalogue | Refused, strawberry.union("NewEditionResult")]
PutProductsResult = Annotated[Catalogue | Refused, strawberry.union("PutProductsResult")]
PutProductResult = Annotated[Product | Refused, strawberry.union("PutProductResult")]
RemoveProductResult = Annotated[Catalogue | Refused, strawberry.union("RemoveProductResult")]
ProposeCatalogueResult = Annotated[Catalogue | Refused, strawberry.union("ProposeCatalogueResult")]
ApproveCatalogueResult = Annotated[Catalogue | Refused, strawberry.union("ApproveCatalogueResult")]
ReturnCatalogueResult = Annotated[Catalogue | Refused, strawberry.union("ReturnCatalogueResult")]
DefineKpiResult = Annotated[Kpi | Refused, strawberry.union("DefineKpiResult")]
SetDeductionScaleResult = Annotated[
    DeductionScale | Refused, strawberry.union("SetDeductionScaleResult")
]


@becomes(answers.ProductDraft)
@strawberry.input(description="A product as it is put into a draft.")
class ProductInput:
    code: str
    name: str
    group_no: int
    points: Decimal
    coefficient: Decimal | None = strawberry.field(
        default=None, description="Points over those of the standard unit, if left out."
    )
    section: str = ""
    details: str = ""
    output: str = ""
    note: str = ""
    process: ProcessKind | None = strawberry.field(
        default=None, description="For a process criterion, which then needs its `position`."
    )
    position: strawberry.ID | None = None


@strawberry.type
class CatalogueDeeds:
    draft_catalogue: DraftCatalogueResult = deed(
        answers.draft_catalogue,
        args={
            "agency": strawberry.ID,
            "title": str,
            "standard_unit": str,
            "standard_points": Decimal,
            "decision_no": str | None,
        },
        description="Begin a draft of the agency's list; `standardUnit` names the product that is"
        " worth `standardPoints`.",
    )
    new_edition: NewEditionResult = deed(
        answers.new_edition,
        args={"agency": strawberry.ID},
        description="Begin a draft with the products of the latest edition.",
    )
    put_products: PutProductsResult = deed(
        answers.put_products,
        args={"catalogue_id": strawberry.ID, "products": list[ProductInput]},
        description="Add products to a draft, or replace those of the same code.",
    )
    put_product: PutProductResult = deed(
        answers.put_product,
        args={"catalogue_id": strawberry.ID, "item": ProductInput},
        description="Add one product to a draft, or replace the one of the same code.",
    )
    remove_product: RemoveProductResult = deed(
        answers.remove_product,
        args={"product_id": strawberry.ID, "version": int},
        description="Take a product out of a draft.",
    )
    propose_catalogue: ProposeCatalogueResult = deed(
        answers.propose_catalogue,
        args={"catalogue_id": strawberry.ID, "version": int},
        description="Send a draft to the head of the managing agency.",
    )
    approve_catalogue: ApproveCatalogueResult = deed(
        answers.approve_catalogue,
        args={
            "catalogue_id": strawberry.ID,
            "in_force_from": date,
            "decision_no": str,
            "version": int,
        },
        description="Decide a proposed list: in force from a day, on which the one before ends.",
    )
    return_catalogue: ReturnCatalogueResult = deed(
        answers.return_catalogue,
        args={"catalogue_id": strawberry.ID, "reason": str, "version": int},
        description="Give a proposed list back as a draft, with a reason.",
    )
    define_kpi: DefineKpiResult = deed(
        answers.define_kpi,
        args={
            "position": strawberry.ID,
            "code": str,
            "name": str,
            "kind": KpiKind,
            "measure": KpiMeasure,
            "target": Decimal,
            "unit_of_measure": str,
            "direction": KpiDirection,
            "feeds": KpiFeeds,
            "begins": date,
            "ends": date | None,
            "product_id": strawberry.ID | None,
            "criterion": str | None,
        },
        description="Set an indicator of a job position from a day on.",
    )
    set_deduction_scale: SetDeductionScaleResult = deed(
        answers.set_deduction_scale,
        args={
            "agency": strawberry.ID,
            "criterion": str,
            "code": str,
            "reason": str,
            "points_each": Decimal,
            "at_most": Decimal,
            "begins": date,
            "ends": date | None,
        },
        description="Set what a breach takes off a general criterion: 2 points each time, of 5.",
    )
