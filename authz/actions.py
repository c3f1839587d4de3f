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
    ApplyDeduction = "ApplyDeduction"
    AppointPosting = "AppointPosting"
    ApproveCatalogue = "ApproveCatalogue"
    AssignCharge = "AssignCharge"
    AssignWork = "AssignWork"
    CloseMonth = "CloseMonth"
    CloseUnit = "CloseUnit"
    ConfirmObjectiveCause = "ConfirmObjectiveCause"
    DefineKpi = "DefineKpi"
    DefinePosition = "DefinePosition"
    DelegateHeadship = "DelegateHeadship"
    DeliverWork = "DeliverWork"
    DraftCatalogue = "DraftCatalogue"
    EditCatalogue = "EditCatalogue"
    EndPosting = "EndPosting"
    EstablishAgency = "EstablishAgency"
    EstablishUnit = "EstablishUnit"
    GrantMandate = "GrantMandate"
    HandOverWork = "HandOverWork"
    ImportAreas = "ImportAreas"
    ImportCatalogue = "ImportCatalogue"
    ImportPositions = "ImportPositions"
    ImportStaff = "ImportStaff"
    LinkLogin = "LinkLogin"
    MoveUnit = "MoveUnit"
    OpenMonth = "OpenMonth"
    ProposeCatalogue = "ProposeCatalogue"
    ReadAudit = "ReadAudit"
    RecordFault = "RecordFault"
    RegisterPerson = "RegisterPerson"
    ReopenMonth = "ReopenMonth"
    ReopenSheet = "ReopenSheet"
    ReturnCatalogue = "ReturnCatalogue"
    ReturnDelivery = "ReturnDelivery"
    ReturnSelfAssessment = "ReturnSelfAssessment"
    ReturnSheet = "ReturnSheet"
    RevokeDelegation = "RevokeDelegation"
    RevokeMandate = "RevokeMandate"
    ScoreSheet = "ScoreSheet"
    SealAudit = "SealAudit"
    SelfAssess = "SelfAssess"
    SetAgencyCode = "SetAgencyCode"
    SetDeductionScale = "SetDeductionScale"
    SetSwitch = "SetSwitch"
    SignSheet = "SignSheet"
    SpreadWork = "SpreadWork"
    TakeOverWork = "TakeOverWork"


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
