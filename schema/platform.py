"""The whole contract: every slice's questions and deeds as one Federation 2 subgraph."""

from typing import Final

import strawberry
from strawberry.federation import Schema

from schema.audit import AuditQuestions
from schema.catalogue import Catalogue, CatalogueQuestions, Product
from schema.deeds.catalogue import CatalogueDeeds
from schema.deeds.evaluations import EvaluationsDeeds
from schema.deeds.organisation import OrganisationDeeds
from schema.deeds.people import PeopleDeeds
from schema.deeds.positions import PositionsDeeds
from schema.deeds.work import WorkDeeds
from schema.evaluations import EvaluationsQuestions, Sheet, UnitMonth
from schema.mapping import lookup, lookups
from schema.organisation import Agency, OrganisationQuestions, Unit
from schema.people import PeopleQuestions, Person
from schema.positions import JobPosition, PositionsQuestions
from schema.shapes import Node
from schema.work import Assignment, WorkLine, WorkQuestions

FEDERATION: Final = "2.9"
"""The newest version that routers compose today."""


@strawberry.type
class Query(
    OrganisationQuestions,
    PeopleQuestions,
    PositionsQuestions,
    CatalogueQuestions,
    WorkQuestions,
    EvaluationsQuestions,
    AuditQuestions,
):
    node: Node | None = lookup(description="Anything by its id, if you may see it.")
    nodes: list[Node | None] = lookups(description="As many answers as ids, in their order.")


@strawberry.type
class Mutation(
    OrganisationDeeds,
    PeopleDeeds,
    PositionsDeeds,
    CatalogueDeeds,
    WorkDeeds,
    EvaluationsDeeds,
):
    pass


ENTITIES = [
    Agency,
    Unit,
    Person,
    JobPosition,
    Catalogue,
    Product,
    Assignment,
    WorkLine,
    Sheet,
    UnitMonth,
]

schema = Schema(query=Query, mutation=Mutation, types=ENTITIES, federation_version=FEDERATION)
