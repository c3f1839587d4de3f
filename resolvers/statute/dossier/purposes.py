"""What another agency may read of a person's record, for each purpose; nothing else is read."""

from enum import StrEnum
from typing import NamedTuple

from resolvers.statute.dated import Law
from resolvers.statute.dossier.parameters import CLASSES, DISCIPLINE, MONTHS
from resolvers.statute.personnel.parameters import DOSSIER


class Purpose(StrEnum):
    """What a record is read for."""

    APPOINTMENT = "appointment"
    REAPPOINTMENT = "reappointment"
    TRANSFER = "transfer"
    ROTATION = "rotation"
    SECONDMENT = "secondment"
    REWARD = "reward"
    CLASSIFICATION = "classification"
    """The year of somebody who moved is classified where he serves now."""


class Needed(NamedTuple):
    """What a purpose needs, and the texts that say so."""

    years: int
    """How many years' classes, the latest; none for zero."""
    months: bool
    """The monthly results that were handed over."""
    discipline: bool
    """Decisions on discipline that are in force."""
    cites: tuple[str, ...]


def needed(purpose: Purpose, law: Law) -> Needed:
    """What may be read for a purpose; raises NotInForce before the first text."""
    shown = {part: bool(law(part)[purpose]) for part in (CLASSES, MONTHS, DISCIPLINE)}
    years = int(law(DOSSIER)["years"]) if shown[CLASSES] else 0
    cites = [law.cite(part) for part, needs in shown.items() if needs]
    if years:
        cites.append(law.cite(DOSSIER))
    return Needed(years, shown[MONTHS], shown[DISCIPLINE], tuple(cites))
