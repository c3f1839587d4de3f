"""Schemes of criteria for organisations, laid down by managing agencies."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum

import strawberry

from resolvers import recognition as answers
from schema.mapping import computed, connection, many, one, ref, table
from schema.organisation import Agency
from schema.people import Person
from schema.shapes import Connection, Node


@strawberry.enum(description="Where a scheme of criteria stands.")
class OrganisationSchemeState(Enum):
    PROPOSED = "proposed"
    RETURNED = "returned"
    APPROVED = "approved"
    CLOSED = strawberry.enum_value("closed", description="A later edition has taken its place.")


@strawberry.enum(description="A part of the 100 points of an organisation.")
class OrganisationPart(Enum):
    GENERAL = strawberry.enum_value("general", description="tiêu chí chung, 30 points (art. 6)")
    RESULTS = strawberry.enum_value(
        "results", description="kết quả thực hiện nhiệm vụ, 70 points (art. 7)"
    )


@table(answers.organisation_criterion)
@strawberry.type(description="One criterion of a scheme, with its most points.")
class OrganisationCriterion:
    id: strawberry.ID
    position: int
    part: OrganisationPart
    item: str = strawberry.field(
        description="The group of art. 6 or the item of art. 7.1 that it details: 6.1 … 7.h."
    )
    code: str
    name: str
    most: Decimal


@table(answers.organisation_scheme)
@strawberry.federation.type(
    keys=["id"],
    description="The criteria (bộ tiêu chí) by which a managing agency's organisations are marked.",
)
class OrganisationScheme(Node):
    id: strawberry.ID
    edition: int
    title: str
    state: OrganisationSchemeState
    proposed_at: datetime
    decision_no: str
    in_force_from: date | None
    closed_on: date | None
    decided_at: datetime | None
    return_reason: str | None
    version: int
    agency: Agency = ref("agency_id")
    proposed_by: Person = ref("proposed_by", inherited=True)
    decided_by: Person | None = ref("decided_by", inherited=True)
    decided_on_behalf_of: Person | None = ref("decided_on_behalf_of", inherited=True)
    criteria: list[OrganisationCriterion] = many(on={"scheme_id": "id"}, order=("position",))
    allowed_actions: list[str] = computed(
        answers.allowed_on_scheme,
        needs=answers.SCHEME_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@strawberry.type
class SchemeQuestions:
    organisation_scheme: OrganisationScheme | None = one(
        answers.organisation_scheme_by_id, args={"id": strawberry.ID}
    )
    organisation_schemes: Connection[OrganisationScheme] = connection(
        answers.organisation_schemes, args={"agency": strawberry.ID}, order=("edition desc",)
    )
    schemes_to_decide: Connection[OrganisationScheme] = connection(
        answers.schemes_to_decide, order=("proposed_at",)
    )
