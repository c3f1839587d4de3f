"""A person's record, read by another agency for a stated purpose and a limited time.

Other slices use only the names exported here.
"""

from resolvers.dossier.deeds_asking import (
    NobodyMeant,
    ask_dossier,
    decline_dossier,
    grant_dossier,
)
from resolvers.dossier.deeds_opening import open_dossier, revoke_dossier
from resolvers.dossier.deeds_reading import read_dossier
from resolvers.dossier.holding import SameAgency
from resolvers.dossier.questions import (
    IS_OPEN,
    dossier_reads_by,
    dossier_reads_from,
    dossier_reads_of,
    dossiers_of,
    dossiers_open_to,
    every_person,
    my_dossier_reads,
    my_dossiers,
    requests_by,
    requests_to,
)
from resolvers.dossier.tables import SHOWN, dossier, dossier_read, dossier_request
from resolvers.dossier.telling import (
    DOSSIER_NEEDS,
    REQUEST_NEEDS,
    allowed_on_dossiers,
    allowed_on_requests,
    told_cites,
    told_classes,
    told_discipline,
    told_months,
)

__all__ = [
    "DOSSIER_NEEDS",
    "IS_OPEN",
    "REQUEST_NEEDS",
    "SHOWN",
    "NobodyMeant",
    "SameAgency",
    "allowed_on_dossiers",
    "allowed_on_requests",
    "ask_dossier",
    "decline_dossier",
    "dossier",
    "dossier_read",
    "dossier_reads_by",
    "dossier_reads_from",
    "dossier_reads_of",
    "dossier_request",
    "dossiers_of",
    "dossiers_open_to",
    "every_person",
    "grant_dossier",
    "my_dossier_reads",
    "my_dossiers",
    "open_dossier",
    "read_dossier",
    "requests_by",
    "requests_to",
    "revoke_dossier",
    "told_cites",
    "told_classes",
    "told_discipline",
    "told_months",
]
