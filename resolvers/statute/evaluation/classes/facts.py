"""What a year's classification of a civil servant depends on, as plain values."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from resolvers.statute.evaluation.levels import Level


class Office(StrEnum):
    """What somebody is in his unit: article 20(4)(d) and (6) look at it."""

    HEAD = "head"
    DEPUTY = "deputy"
    STAFF = "staff"


class DisqualifierKind(StrEnum):
    """What was decided or concluded about somebody, as far as articles 11 and 20 know it."""

    DUTY_DISCIPLINE = "duty_discipline"
    """Disciplined, from a reprimand up, for a violation related to public duty."""
    PARTY_DISCIPLINE = "party_discipline"
    """Party discipline for degradation, or for a violation related to public duty."""
    UNRELATED_DISCIPLINE = "unrelated_discipline"
    """Discipline for conduct unrelated to duty, with no finding of degradation."""
    DEGRADATION = "degradation"
    """Concluded signs of political, moral or lifestyle degradation, or of self-evolution."""
    FORBIDDEN_CONDUCT = "forbidden_conduct"
    """Concluded breach of what Party members must not do."""
    BAD_EXAMPLE = "bad_example"
    """Concluded breach of the duty to set an example, with harm to reputation."""
    UNIT_CORRUPTION = "unit_corruption"
    """A unit under direct charge was involved in embezzlement, corruption or waste and dealt with
    by law."""
    SUSPENSION = "suspension"
    """Temporary suspension from work."""


class Disqualifier(NamedTuple):
    """One decision or conclusion, by reference."""

    kind: DisqualifierKind
    decision: str
    """Number and day of the document, as it is cited to people."""
    effective: date
    """The day from which it has effect."""
    act: date | None = None
    """The day of the act behind it; None if not established."""
    same_act: str = ""
    """The same text for all decisions about one act; empty if this is the only one."""
    at_agency: str = ""
    """The agency where the act happened; empty for the classifying one."""
    by_agency: str = ""
    """The agency where it was disciplined and served; empty for the classifying one."""
    used_in: int | None = None
    """The year whose classification the act has already decided, before there was a decision."""


class YearFacts(NamedTuple):
    """All that a class depends on, besides the law and the agency's switches."""

    year: int
    total: Decimal | None
    """The printed total of the year; None where there is none."""
    level: Level | None
    """Its level: INSUFFICIENT_DATA with months missing, None if not rated."""
    not_rated_because: str = ""
    """One of NotRated, empty where the level is one of the four."""
    office: Office = Office.STAFF
    organisation: Level | None = None
    """Of a head: the class of the organisation he heads; None while it has none."""
    organisation_exempt: bool = False
    """Whether the organisation he heads is none that the decree classifies (article 2(1))."""
    agency: str = ""
    """The agency that classifies."""
    disqualifiers: tuple[Disqualifier, ...] = ()
