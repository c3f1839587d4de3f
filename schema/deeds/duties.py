"""One's own inbox and address; and what a missed duty costs, which the next head up decides."""

from typing import Annotated

import strawberry

from resolvers import duties as answers
from schema.duties import Breach, Contact, MailLanguage, Notice
from schema.mapping import deed
from schema.shapes import Refused

AcceptBreachResult = Annotated[Breach | Refused, strawberry.union("AcceptBreachResult")]
DismissBreachResult = Annotated[Breach | Refused, strawberry.union("DismissBreachResult")]
MarkNoticeResult = Annotated[Notice | Refused, strawberry.union("MarkNoticeResult")]
SetContactResult = Annotated[Contact | Refused, strawberry.union("SetContactResult")]


@strawberry.type
class DutiesDeeds:
    accept_breach: AcceptBreachResult = deed(
        answers.accept_breach,
        args={
            "breach": strawberry.ID,
            "version": int,
            "reason": str,
            "scale": strawberry.ID | None,
        },
        description="Take points off the head's sheet of that month, by the scale proposed or"
        " another one of the agency.",
    )
    dismiss_breach: DismissBreachResult = deed(
        answers.dismiss_breach,
        args={"breach": strawberry.ID, "version": int, "reason": str},
        description="Let a missed duty cost nothing, with the reason.",
    )
    mark_notice: MarkNoticeResult = deed(
        answers.mark_notice,
        args={"notice": strawberry.ID, "version": int, "read": bool | None},
        description="Mark a notice of your own as read, or as unread again.",
    )
    set_contact: SetContactResult = deed(
        answers.set_contact,
        args={"person": strawberry.ID, "email": str, "language": MailLanguage | None},
        description="Say where a person is written to from today on: yourself, or as personnel"
        " officer.",
    )
