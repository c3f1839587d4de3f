"""A dossier is asked for, granted, declined, opened by the person, closed again, and read."""

from datetime import date
from typing import Annotated

import strawberry

from resolvers import dossier as answers
from schema.documents import PaperInput
from schema.dossier import Dossier, DossierPurpose, DossierRead, DossierRequest
from schema.mapping import deed
from schema.shapes import Refused

AskDossierResult = Annotated[DossierRequest | Refused, strawberry.union("AskDossierResult")]
GrantDossierResult = Annotated[Dossier | Refused, strawberry.union("GrantDossierResult")]
DeclineDossierResult = Annotated[DossierRequest | Refused, strawberry.union("DeclineDossierResult")]
OpenDossierResult = Annotated[Dossier | Refused, strawberry.union("OpenDossierResult")]
RevokeDossierResult = Annotated[Dossier | Refused, strawberry.union("RevokeDossierResult")]
ReadDossierResult = Annotated[DossierRead | Refused, strawberry.union("ReadDossierResult")]


@strawberry.type
class DossierDeeds:
    ask_dossier: AskDossierResult = deed(
        answers.ask_dossier,
        args={
            "unit": strawberry.ID,
            "agency_code": str,
            "staff_code": str,
            "purpose": DossierPurpose,
            "matter": str,
            "document": PaperInput,
        },
        description="Ask another agency for a person's record, in the name of the unit that"
        " decides on the matter. A wrong staff code is accepted like a right one.",
    )
    grant_dossier: GrantDossierResult = deed(
        answers.grant_dossier,
        args={"request_id": strawberry.ID, "version": int, "ends": date},
        description="Open a dossier to the agency that asked, as head of one's own agency;"
        " `ends` is the first day without it.",
    )
    decline_dossier: DeclineDossierResult = deed(
        answers.decline_dossier,
        args={"request_id": strawberry.ID, "version": int, "reason": str},
        description="Decline a request, as head of the agency that is asked.",
    )
    open_dossier: OpenDossierResult = deed(
        answers.open_dossier,
        args={"agency_code": str, "purpose": DossierPurpose, "ends": date},
        description="Open one's own dossier to another agency.",
    )
    revoke_dossier: RevokeDossierResult = deed(
        answers.revoke_dossier,
        args={"dossier_id": strawberry.ID, "version": int, "reason": str},
        description="Close a dossier before its days are over.",
    )
    read_dossier: ReadDossierResult = deed(
        answers.read_dossier,
        args={
            "dossier_id": strawberry.ID,
            "person": strawberry.ID,
            "purpose": DossierPurpose,
        },
        description="Read what a dossier shows for its purpose. The reading is recorded, and the"
        " person sees it.",
    )
