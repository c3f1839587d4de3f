"""Every deed that permission is asked for: one alphabetical list, described in `actions.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from authz.codes import Code


class Action(StrEnum):
    """The deeds. A value is the name of the action in Cedar, in the audit and in delegations."""

    AcceptDelivery = "AcceptDelivery"
    AddEvidence = "AddEvidence"
    AnnulAbsence = "AnnulAbsence"
    AnnulDisqualifier = "AnnulDisqualifier"
    AnswerReconsideration = "AnswerReconsideration"
    ApplyDeduction = "ApplyDeduction"
    AppointPosting = "AppointPosting"
    ApproveCatalogue = "ApproveCatalogue"
    ApproveOrganisationScheme = "ApproveOrganisationScheme"
    AskPetitionStatement = "AskPetitionStatement"
    AskReconsideration = "AskReconsideration"
    AssessOrganisation = "AssessOrganisation"
    AssignCharge = "AssignCharge"
    AssignWork = "AssignWork"
    ChooseOrganisationLevel = "ChooseOrganisationLevel"
    ClearReviewFlag = "ClearReviewFlag"
    CloseClassification = "CloseClassification"
    CloseMonth = "CloseMonth"
    CloseUnit = "CloseUnit"
    ComputeResults = "ComputeResults"
    ConfirmObjectiveCause = "ConfirmObjectiveCause"
    ConsiderSuspension = "ConsiderSuspension"
    CorrectPerson = "CorrectPerson"
    DecideBreach = "DecideBreach"
    DecideClassification = "DecideClassification"
    DecidePetition = "DecidePetition"
    DecideQuotaShare = "DecideQuotaShare"
    DecideRecognition = "DecideRecognition"
    DecideReward = "DecideReward"
    DefineDutyGroup = "DefineDutyGroup"
    DefineKpi = "DefineKpi"
    DefinePosition = "DefinePosition"
    DelegateHeadship = "DelegateHeadship"
    DeliverWork = "DeliverWork"
    DraftCatalogue = "DraftCatalogue"
    EditCatalogue = "EditCatalogue"
    EndAbsence = "EndAbsence"
    EndPosting = "EndPosting"
    EstablishAgency = "EstablishAgency"
    EstablishUnit = "EstablishUnit"
    ExcuseYearForm = "ExcuseYearForm"
    FilePetition = "FilePetition"
    GivePetitionOpinion = "GivePetitionOpinion"
    GivePetitionStatement = "GivePetitionStatement"
    GrantLockException = "GrantLockException"
    GrantMandate = "GrantMandate"
    HandOverScores = "HandOverScores"
    HandOverWork = "HandOverWork"
    ImportAreas = "ImportAreas"
    ImportCatalogue = "ImportCatalogue"
    ImportPositions = "ImportPositions"
    ImportStaff = "ImportStaff"
    LinkLogin = "LinkLogin"
    LookForSignals = "LookForSignals"
    MarkNotice = "MarkNotice"
    MarkOrganisation = "MarkOrganisation"
    MarkSignal = "MarkSignal"
    MeasureProcess = "MeasureProcess"
    MoveUnit = "MoveUnit"
    NotifyClassification = "NotifyClassification"
    OpenClassification = "OpenClassification"
    OpenMonth = "OpenMonth"
    OpenRecognition = "OpenRecognition"
    ProposeCatalogue = "ProposeCatalogue"
    ProposeLevel = "ProposeLevel"
    ProposeOrganisationScheme = "ProposeOrganisationScheme"
    ProposeReward = "ProposeReward"
    PublishClassification = "PublishClassification"
    PublishRecognition = "PublishRecognition"
    ReadAudit = "ReadAudit"
    ReconsiderClassification = "ReconsiderClassification"
    RecordAbsence = "RecordAbsence"
    RecordDisqualifier = "RecordDisqualifier"
    RecordFault = "RecordFault"
    RecordMinutes = "RecordMinutes"
    RecordPartyComment = "RecordPartyComment"
    RegisterPerson = "RegisterPerson"
    ReopenClassification = "ReopenClassification"
    ReopenMonth = "ReopenMonth"
    ReopenSheet = "ReopenSheet"
    Reorganise = "Reorganise"
    ReplaceClassification = "ReplaceClassification"
    ReplaceRecognition = "ReplaceRecognition"
    RequestHandover = "RequestHandover"
    ReturnCatalogue = "ReturnCatalogue"
    ReturnDelivery = "ReturnDelivery"
    ReturnOrganisationAssessment = "ReturnOrganisationAssessment"
    ReturnOrganisationScheme = "ReturnOrganisationScheme"
    ReturnSelfAssessment = "ReturnSelfAssessment"
    ReturnSheet = "ReturnSheet"
    ReturnYearForm = "ReturnYearForm"
    RevokeDelegation = "RevokeDelegation"
    RevokeLockException = "RevokeLockException"
    RevokeMandate = "RevokeMandate"
    ScoreSheet = "ScoreSheet"
    SealAudit = "SealAudit"
    SelfAssess = "SelfAssess"
    SetAgencyCode = "SetAgencyCode"
    SetContact = "SetContact"
    SetDeductionScale = "SetDeductionScale"
    SetFormTemplate = "SetFormTemplate"
    SetSwitch = "SetSwitch"
    ShareSignal = "ShareSignal"
    SignSheet = "SignSheet"
    SpreadWork = "SpreadWork"
    SubmitYearForm = "SubmitYearForm"
    SweepDuties = "SweepDuties"
    TakeFigures = "TakeFigures"
    TakeOverWork = "TakeOverWork"
    VerifyOrganisation = "VerifyOrganisation"
    WithdrawCase = "WithdrawCase"
    WithdrawOrganisationReview = "WithdrawOrganisationReview"
    WithdrawPetition = "WithdrawPetition"


@dataclass(frozen=True, slots=True)
class Described:
    """What an action is, for people; `refusal` is the code where no rule permits it."""

    slice: str
    en: str
    vi: str
    refusal: Code


def _described() -> Mapping[Action, Described]:
    text = Path(__file__).with_name("actions.toml").read_text(encoding="utf-8")
    return {
        Action(name): Described(
            entry["slice"], entry["en"], entry["vi"], Code(entry.get("refusal", Code.FORBIDDEN))
        )
        for name, entry in tomllib.loads(text).items()
    }


DESCRIBED: Mapping[Action, Described] = _described()
"""Slice, English description, Vietnamese label and default refusal of every action."""
