"""Changing who holds which authority."""

from datetime import date
from typing import Annotated

import strawberry

from resolvers import people as answers
from schema.mapping import deed
from schema.people import (
    Charge,
    Delegation,
    Mandate,
    MandateKind,
    Office,
    Person,
    Posting,
    PostingMode,
    Transfer,
)
from schema.shapes import Refused

RegisterPersonResult = Annotated[Person | Refused, strawberry.union("RegisterPersonResult")]
LinkLoginResult = Annotated[Person | Refused, strawberry.union("LinkLoginResult")]
UnlinkLoginResult = Annotated[Person | Refused, strawberry.union("UnlinkLoginResult")]
CorrectPersonResult = Annotated[Person | Refused, strawberry.union("CorrectPersonResult")]
AppointPostingResult = Annotated[Posting | Refused, strawberry.union("AppointPostingResult")]
EndPostingResult = Annotated[Posting | Refused, strawberry.union("EndPostingResult")]
MovePostingResult = Annotated[Posting | Refused, strawberry.union("MovePostingResult")]
AgreeTransferResult = Annotated[Transfer | Refused, strawberry.union("AgreeTransferResult")]
WithdrawTransferResult = Annotated[Transfer | Refused, strawberry.union("WithdrawTransferResult")]
GrantMandateResult = Annotated[Mandate | Refused, strawberry.union("GrantMandateResult")]
RevokeMandateResult = Annotated[Mandate | Refused, strawberry.union("RevokeMandateResult")]
DelegateHeadshipResult = Annotated[Delegation | Refused, strawberry.union("DelegateHeadshipResult")]
RevokeDelegationResult = Annotated[Delegation | Refused, strawberry.union("RevokeDelegationResult")]
AssignChargeResult = Annotated[Charge | Refused, strawberry.union("AssignChargeResult")]
EndChargeResult = Annotated[Charge | Refused, strawberry.union("EndChargeResult")]


@strawberry.type
class PeopleDeeds:
    register_person: RegisterPersonResult = deed(
        answers.register_person,
        args={"agency": strawberry.ID, "full_name": str, "staff_code": str | None},
        description="Register a civil servant whose file the agency holds.",
    )
    correct_person: CorrectPersonResult = deed(
        answers.correct_person,
        args={
            "person": strawberry.ID,
            "version": int,
            "full_name": str | None,
            "staff_code": str | None,
        },
        description="Correct the name or the staff code of somebody whose file the agency holds.",
    )
    link_login: LinkLoginResult = deed(
        answers.link_login,
        args={"person": strawberry.ID, "issuer": str, "subject": str},
        description="Link a subject of an identity provider to a person.",
    )
    unlink_login: UnlinkLoginResult = deed(
        answers.unlink_login,
        args={"person": strawberry.ID, "login_id": strawberry.ID},
        description="Take a login away from a person; it stops the very next request.",
    )
    appoint_posting: AppointPostingResult = deed(
        answers.appoint,
        args={
            "person": strawberry.ID,
            "unit": strawberry.ID,
            "office": Office,
            "mode": PostingMode | None,
            "main": bool | None,
            "position": strawberry.ID | None,
            "begins": date,
            "ends": date | None,
            "decision_no": str | None,
        },
        description="Record that a person holds a post from a day; `ends` is the first day after.",
    )
    end_posting: EndPostingResult = deed(
        answers.end_posting,
        args={"posting_id": strawberry.ID, "ends": date, "version": int},
        description="End a post; `ends` is the first day on which it is no longer held.",
    )
    move_posting: MovePostingResult = deed(
        answers.move_posting,
        args={
            "posting_id": strawberry.ID,
            "unit": strawberry.ID,
            "begins": date,
            "version": int,
            "office": Office | None,
            "ends": date | None,
            "mode": PostingMode | None,
            "position": strawberry.ID | None,
            "decision_no": str | None,
        },
        description="End a post on a day and begin its holder's next one on that day.",
    )
    agree_transfer: AgreeTransferResult = deed(
        answers.agree_transfer,
        args={
            "posting_id": strawberry.ID,
            "to_agency": strawberry.ID,
            "leaves_on": date,
            "decision_no": str,
        },
        description="Agree that somebody goes to another agency on a day, which then appoints him.",
    )
    withdraw_transfer: WithdrawTransferResult = deed(
        answers.withdraw_transfer,
        args={"transfer_id": strawberry.ID, "version": int},
        description="Take back a transfer that has not taken place.",
    )
    grant_mandate: GrantMandateResult = deed(
        answers.grant_mandate,
        args={
            "person": strawberry.ID,
            "unit": strawberry.ID,
            "kind": MandateKind,
            "begins": date,
            "ends": date | None,
        },
        description="Grant a role for one unit.",
    )
    revoke_mandate: RevokeMandateResult = deed(
        answers.revoke_mandate,
        args={"mandate_id": strawberry.ID, "version": int, "reason": str | None},
        description="Take a mandate back; it stops the very next request.",
    )
    delegate_headship: DelegateHeadshipResult = deed(
        answers.delegate_headship,
        args={
            "unit": strawberry.ID,
            "to_person": strawberry.ID,
            "begins": date,
            "ends": date,
            "reason": str,
            "deeds": list[str] | None,
        },
        description="Lend the head's authority for some days; `ends` is the first day after.",
    )
    revoke_delegation: RevokeDelegationResult = deed(
        answers.revoke_delegation,
        args={"delegation_id": strawberry.ID, "version": int, "reason": str | None},
        description="Take the authority back; it stops the very next request.",
    )
    assign_charge: AssignChargeResult = deed(
        answers.assign_charge,
        args={
            "deputy": strawberry.ID,
            "unit": strawberry.ID | None,
            "person": strawberry.ID | None,
            "begins": date,
            "ends": date | None,
        },
        description="Put a deputy's posting in charge of a unit or a person.",
    )
    end_charge: EndChargeResult = deed(
        answers.end_charge,
        args={"charge_id": strawberry.ID, "ends": date},
        description="End a deputy's charge.",
    )
