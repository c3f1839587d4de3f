"""What the deeds of this slice are told."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from resolvers.core.documents import Document

MOST_TEXT = 2000


@dataclass(frozen=True, slots=True)
class Opening:
    """A procedure that was opened, as its document tells it."""

    kind: str
    """administrative, party, inspection, investigation, prosecution or trial."""
    opened_on: date
    about: str
    document: Document
    found_on: date | None = None
    """When the act was found; None for the day on which the procedure was opened."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision on discipline, as its document tells it."""

    source: str
    """administrative or party."""
    form: str
    """reprimand, warning, demotion, and dismissal or, of the Party, expulsion."""
    relation: str
    """duty, degradation or unrelated: what the conduct has to do with public duty."""
    about: str
    act_on: date
    """When the act ended, or where that cannot be told, when it was concluded (art. 5.2)."""
    effective_on: date
    decision: Document
    same_act_as: UUID | None = None
    """Another decision about the same act: of the Party, or of the agency."""
    earlier_ground: UUID | None = None
    """A ground recorded before there was a decision about the act (335, art. 11.3b)."""
    procedure: UUID | None = None
    """The procedure that it ends."""
    repeats: UUID | None = None
    """The decision on the same conduct that the act repeats (art. 2.8)."""
    unlimited: str | None = None
    """Why no limitation applies (art. 5.4)."""
    counted_from: date | None = None
    """From when the limitation counts, if not from the act: a newer one, days left out."""
    fault_agency: UUID | None = None
    """The agency where the act happened, if not the one where he works (335, art. 11.3c)."""
    discipline_agency: UUID | None = None
    """The agency where it was disciplined and served, likewise."""
