"""The Party's own record: its tree, members and offices; campaigns, and voices in their order."""

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated

import strawberry

from resolvers import party as answers
from schema.evaluations import Level
from schema.mapping import becomes, deed
from schema.party import (
    PartyActivity,
    PartyBody,
    PartyBodyKind,
    PartyMember,
    PartyOffice,
    PartyOfficeKind,
    PartyStanding,
)
from schema.party_kinds import PartyScheme
from schema.party_reviews import PartyCampaign, PartyReview, PartyVoice
from schema.shapes import Refused

FoundPartyBodyResult = Annotated[PartyBody | Refused, strawberry.union("FoundPartyBodyResult")]
ClosePartyBodyResult = Annotated[PartyBody | Refused, strawberry.union("ClosePartyBodyResult")]
AdmitPartyMemberResult = Annotated[
    PartyMember | Refused, strawberry.union("AdmitPartyMemberResult")
]
ChangePartyMembershipResult = Annotated[
    PartyMember | Refused, strawberry.union("ChangePartyMembershipResult")
]
TransferPartyMemberResult = Annotated[
    PartyMember | Refused, strawberry.union("TransferPartyMemberResult")
]
EndPartyMembershipResult = Annotated[
    PartyMember | Refused, strawberry.union("EndPartyMembershipResult")
]
AppointPartyOfficeResult = Annotated[
    PartyOffice | Refused, strawberry.union("AppointPartyOfficeResult")
]
EndPartyOfficeResult = Annotated[PartyOffice | Refused, strawberry.union("EndPartyOfficeResult")]
OpenPartyCampaignResult = Annotated[
    PartyCampaign | Refused, strawberry.union("OpenPartyCampaignResult")
]
ClosePartyCampaignResult = Annotated[
    PartyCampaign | Refused, strawberry.union("ClosePartyCampaignResult")
]
ReopenPartyCampaignResult = Annotated[
    PartyCampaign | Refused, strawberry.union("ReopenPartyCampaignResult")
]
SpeakOnPartyReviewResult = Annotated[
    PartyVoice | Refused, strawberry.union("SpeakOnPartyReviewResult")
]
ReturnPartyVoiceResult = Annotated[PartyVoice | Refused, strawberry.union("ReturnPartyVoiceResult")]
ExcusePartyReviewResult = Annotated[
    PartyReview | Refused, strawberry.union("ExcusePartyReviewResult")
]
WithdrawPartyReviewResult = Annotated[
    PartyReview | Refused, strawberry.union("WithdrawPartyReviewResult")
]


@strawberry.enum(description="What competent bodies decided or concluded: each alone is enough.")
class PartyGround(Enum):
    WRONGDOING = "WRONGDOING"
    MEMBER_DISCIPLINED = "MEMBER_DISCIPLINED"
    DUTY_DISCIPLINE = "DUTY_DISCIPLINE"
    DEGRADATION = "DEGRADATION"
    FORBIDDEN_CONDUCT = "FORBIDDEN_CONDUCT"
    CORRUPTION_IN_CHARGE = "CORRUPTION_IN_CHARGE"


@becomes(answers.Standing)
@strawberry.input(description="How a member stands; what is left out of a change stays.")
class PartyStandingInput:
    standing: PartyStanding | None = None
    exempt: bool | None = None
    suspended: bool | None = None
    outside: bool | None = None
    managed_by: strawberry.ID | None = strawberry.field(
        default=None, description="A committee further above that manages him as a cadre."
    )
    managed_above: bool | None = strawberry.field(
        default=None, description="False: the committee directly above manages him again."
    )


@becomes(answers.Parts)
@strawberry.input(description="The four parts of a leader's results, each a share from 0 to 1.")
class PartyPartsInput:
    quantity: Decimal
    quality: Decimal
    timeliness: Decimal
    leadership: Decimal


@becomes(answers.AxisParts)
@strawberry.input(description="The four parts on one axis of results, A1 to A6.")
class PartyAxisInput:
    axis: str
    quantity: Decimal
    quality: Decimal
    timeliness: Decimal
    leadership: Decimal


_NONE, _ALL = Decimal(0), Decimal(1)


@becomes(answers.Findings)
@strawberry.input(
    description="What a voice found. Of results, parts and axes one is given: the one that the"
    " scheme asks for. Shares are from 0 to 1."
)
class PartyFindingsInput:
    general: Decimal = strawberry.field(description="0 to 30 points.")
    results: Decimal | None = strawberry.field(default=None, description="0 to 70 points.")
    parts: PartyPartsInput | None = None
    axes: list[PartyAxisInput] | None = None
    completed: Decimal = strawberry.field(default=_ALL, description="Tasks completed.")
    late: Decimal = strawberry.field(default=_NONE, description="Tasks behind schedule.")
    exceeded: Decimal = strawberry.field(
        default=_NONE, description="Tasks completed beyond what was asked."
    )
    not_completed: Decimal = strawberry.field(
        default=_NONE, description="Tasks rated not completed."
    )
    plan: Decimal = strawberry.field(
        default=_ALL, description="Of the plan of the field; for leaders and collectives."
    )
    quality: bool = True
    repaired: bool = strawberry.field(
        default=True, description="All faults pointed out before are mended, or there were none."
    )
    unit_disciplined: bool = strawberry.field(
        default=False, description="Of a collective: a subordinate body or member disciplined."
    )
    targets_missed: bool = strawberry.field(
        default=False, description="The basic socio-economic targets, where they apply."
    )
    failed_units: int = strawberry.field(
        default=0, description="Of the units under a leader's charge, those not completing."
    )
    units: int = 0
    grounds: list[PartyGround] | None = strawberry.field(
        default=None, description="Besides those that the register of grounds has."
    )
    objective: bool = strawberry.field(
        default=False, description="An unfinished quarter has objective causes."
    )


@strawberry.type
class PartyDeeds:
    found_party_body: FoundPartyBodyResult = deed(
        answers.found_party_body,
        args={
            "parent": strawberry.ID | None,
            "kind": PartyBodyKind,
            "code": str,
            "name": str,
            "begins": date,
            "agency": strawberry.ID | None,
            "unit": strawberry.ID | None,
        },
        description="Found a Party organisation or a collective beneath another one.",
    )
    close_party_body: ClosePartyBodyResult = deed(
        answers.close_party_body,
        args={"body": strawberry.ID, "version": int, "ends": date},
        description="Close one that nobody belongs to any more.",
    )
    admit_party_member: AdmitPartyMemberResult = deed(
        answers.admit_party_member,
        args={
            "person": strawberry.ID,
            "body": strawberry.ID,
            "activity": PartyActivity,
            "admitted_on": date,
            "begins": date,
            "ends": date | None,
            "decision_no": str,
            "standing": PartyStandingInput | None,
        },
        description="Admit a person to a branch, officially or for temporary activity.",
    )
    change_party_membership: ChangePartyMembershipResult = deed(
        answers.change_party_membership,
        args={
            "member": strawberry.ID,
            "version": int,
            "begins": date,
            "standing": PartyStandingInput,
            "decision_no": str,
        },
        description="Change a member's standing from a day on.",
    )
    transfer_party_member: TransferPartyMemberResult = deed(
        answers.transfer_party_member,
        args={
            "member": strawberry.ID,
            "version": int,
            "body": strawberry.ID,
            "begins": date,
            "decision_no": str,
        },
        description="Transfer a member to another branch whose roll you keep too.",
    )
    end_party_membership: EndPartyMembershipResult = deed(
        answers.end_party_membership,
        args={"member": strawberry.ID, "version": int, "ends": date, "decision_no": str},
        description="End a membership; from that day on it is no more.",
    )
    appoint_party_office: AppointPartyOfficeResult = deed(
        answers.appoint_party_office,
        args={
            "person": strawberry.ID,
            "body": strawberry.ID,
            "kind": PartyOfficeKind,
            "begins": date,
            "ends": date | None,
            "decision_no": str,
        },
        description="Record an office from a day on; nobody grants what he does not hold.",
    )
    end_party_office: EndPartyOfficeResult = deed(
        answers.end_party_office,
        args={"office": strawberry.ID, "version": int, "ends": date},
        description="Record that an office ends.",
    )
    open_party_campaign: OpenPartyCampaignResult = deed(
        answers.open_party_campaign,
        args={
            "body": strawberry.ID,
            "year": int,
            "quarter": int | None,
            "scheme": PartyScheme | None,
        },
        description="Open a committee's reviews of a year, or of one of its first three quarters.",
    )
    close_party_campaign: ClosePartyCampaignResult = deed(
        answers.close_party_campaign,
        args={"campaign": strawberry.ID, "version": int},
        description="Close the set once every voice before the committee's own has spoken.",
    )
    reopen_party_campaign: ReopenPartyCampaignResult = deed(
        answers.reopen_party_campaign,
        args={"campaign": strawberry.ID, "version": int, "reason": str},
        description="Open a closed set again before it is decided.",
    )
    speak_on_party_review: SpeakOnPartyReviewResult = deed(
        answers.speak_on_party_review,
        args={
            "voice": strawberry.ID,
            "version": int,
            "text": str,
            "findings": PartyFindingsInput | None,
            "level": Level | None,
            "reason": str | None,
        },
        description="Give your own voice on a review, in its turn; nobody writes another's.",
    )
    return_party_voice: ReturnPartyVoiceResult = deed(
        answers.return_party_voice,
        args={
            "voice": strawberry.ID,
            "version": int,
            "returned": strawberry.ID,
            "reason": str,
        },
        description="In your voice's turn, return one that spoke before it; both versions stay.",
    )
    excuse_party_review: ExcusePartyReviewResult = deed(
        answers.excuse_party_review,
        args={"review": strawberry.ID, "version": int, "accepted": bool, "reason": str},
        description="Decide whether force majeure or self-repair is taken into account.",
    )
    withdraw_party_review: WithdrawPartyReviewResult = deed(
        answers.withdraw_party_review,
        args={"review": strawberry.ID, "version": int, "reason": str},
        description="Take a review out of its set, with a reason.",
    )
