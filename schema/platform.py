"""The whole contract: every slice's questions and deeds as one Federation 2 subgraph."""

from typing import Final

import strawberry
from strawberry.federation import Schema

from schema.audit import AuditQuestions
from schema.catalogue import Catalogue, CatalogueQuestions, Product
from schema.classification import Classification, ClassificationQuestions, ClassificationRound
from schema.classification_register import Disqualifier, RegisterQuestions
from schema.deeds.catalogue import CatalogueDeeds
from schema.deeds.classification import ClassificationDeeds
from schema.deeds.discipline import DisciplineDeeds
from schema.deeds.dossier import DossierDeeds
from schema.deeds.duties import DutiesDeeds
from schema.deeds.evaluations import EvaluationsDeeds
from schema.deeds.evaluations_locks import LocksDeeds
from schema.deeds.handing_over import HandingOverDeeds
from schema.deeds.insight import InsightDeeds
from schema.deeds.organisation import OrganisationDeeds
from schema.deeds.party import PartyDeeds
from schema.deeds.party_votes import PartyVotesDeeds
from schema.deeds.people import PeopleDeeds
from schema.deeds.personnel import PersonnelDeeds
from schema.deeds.personnel_gates import PersonnelGatesDeeds
from schema.deeds.petitions import PetitionsDeeds
from schema.deeds.positions import PositionsDeeds
from schema.deeds.recognition import RecognitionDeeds
from schema.deeds.reorganising import ReorganisingDeeds
from schema.deeds.results import ResultsDeeds
from schema.deeds.rewards import RewardsDeeds
from schema.deeds.work import WorkDeeds
from schema.discipline import (
    DisciplineCorrection,
    DisciplineDecision,
    DisciplineProcedure,
    DisciplineQuestions,
)
from schema.dossier import Dossier, DossierQuestions, DossierRead, DossierRequest
from schema.duties import Breach, DutiesQuestions, Duty
from schema.evaluations import EvaluationsQuestions, Sheet, UnitMonth
from schema.evaluations_locks import LockException, LocksQuestions
from schema.evaluations_months import MonthsQuestions
from schema.handing_over import HandingOverQuestions
from schema.insight import InsightQuestions, Signal
from schema.insight_calibration import Calibration
from schema.insight_rewards import RewardProposal
from schema.mapping import lookup, lookups
from schema.modules import ModulesQuestions, marked
from schema.organisation import Agency, OrganisationQuestions, Unit
from schema.organisation_schemes import OrganisationScheme, SchemeQuestions
from schema.party import PartyBody, PartyQuestions
from schema.party_decisions import PartyDecisionsQuestions, PartyMeeting, PartyTopic
from schema.party_reviews import PartyCampaign, PartyReview, PartyReviewsQuestions
from schema.party_votes import PartyBallot, PartyVotesQuestions
from schema.people import PeopleQuestions, Person
from schema.personnel import PersonnelAction, PersonnelQuestions
from schema.personnel_gates import PersonnelGatesQuestions
from schema.personnel_records import (
    PersonalWish,
    PersonnelRecordsQuestions,
    ProtectedState,
    ServiceFact,
)
from schema.petitions import Petition, PetitionsQuestions
from schema.positions import JobPosition, PositionsQuestions
from schema.recognition import OrganisationReview, RecognitionQuestions, RecognitionRound
from schema.recognition_flags import RecognitionFlagQuestions
from schema.results import Absence, PeriodResult, ResultsQuestions
from schema.rewards import RewardLine, RewardList, RewardsQuestions
from schema.rewards_rules import BonusFund, RewardRegulation
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
    MonthsQuestions,
    LocksQuestions,
    ResultsQuestions,
    SchemeQuestions,
    RecognitionQuestions,
    RecognitionFlagQuestions,
    ClassificationQuestions,
    RegisterQuestions,
    DisciplineQuestions,
    DossierQuestions,
    PersonnelGatesQuestions,
    PersonnelRecordsQuestions,
    PersonnelQuestions,
    PetitionsQuestions,
    HandingOverQuestions,
    RewardsQuestions,
    InsightQuestions,
    DutiesQuestions,
    PartyQuestions,
    PartyReviewsQuestions,
    PartyDecisionsQuestions,
    PartyVotesQuestions,
    AuditQuestions,
    ModulesQuestions,
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
    LocksDeeds,
    PersonnelGatesDeeds,
    PersonnelDeeds,
    PetitionsDeeds,
    ResultsDeeds,
    RecognitionDeeds,
    ClassificationDeeds,
    DisciplineDeeds,
    DossierDeeds,
    DutiesDeeds,
    HandingOverDeeds,
    ReorganisingDeeds,
    RewardsDeeds,
    InsightDeeds,
    PartyDeeds,
    PartyVotesDeeds,
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
    LockException,
    Petition,
    Absence,
    PeriodResult,
    OrganisationScheme,
    OrganisationReview,
    RecognitionRound,
    Classification,
    ClassificationRound,
    Disqualifier,
    DisciplineProcedure,
    DisciplineDecision,
    DisciplineCorrection,
    DossierRequest,
    Dossier,
    DossierRead,
    Duty,
    Breach,
    Signal,
    Calibration,
    RewardProposal,
    PersonnelAction,
    ProtectedState,
    PersonalWish,
    ServiceFact,
    BonusFund,
    RewardRegulation,
    RewardList,
    RewardLine,
    PartyBody,
    PartyCampaign,
    PartyReview,
    PartyBallot,
    PartyTopic,
    PartyMeeting,
]

schema = marked(
    Schema(query=Query, mutation=Mutation, types=ENTITIES, federation_version=FEDERATION)
)
