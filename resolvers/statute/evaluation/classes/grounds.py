"""What each kind of disqualifier does to a class, each under its dates."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from resolvers.statute.dated import Dated, Version
from resolvers.statute.decrees import decree_335
from resolvers.statute.evaluation.classes.facts import DisqualifierKind as Kind


class Effect(StrEnum):
    """What a disqualifier does."""

    NOT_COMPLETED = "not_completed"
    """Forces the lowest class, whatever the points."""
    CONSIDER = "consider"
    """A person must decide whether it does."""
    NONE = "none"
    """Is no ground in classifying."""


def _ground(kind: Kind, version: Version[Effect]) -> tuple[Kind, Dated[Effect]]:
    return kind, Dated(f"evaluation/classes/{kind}", [version])


UNRELATED = Version(
    date(2025, 7, 1), date(2025, 6, 24), "Law 80/2025/QH15, art. 38(4)", Effect.NONE
)
SUSPENDED = Version(
    date(2025, 7, 1), date(2025, 6, 30), "Decree 170/2025/NĐ-CP, art. 56(5)(b)", Effect.CONSIDER
)

GROUNDS: Mapping[Kind, Dated[Effect]] = dict(
    [
        _ground(Kind.DUTY_DISCIPLINE, decree_335("20(4)(c)", Effect.NOT_COMPLETED)),
        _ground(Kind.PARTY_DISCIPLINE, decree_335("11(3)(a)", Effect.NOT_COMPLETED)),
        _ground(Kind.UNRELATED_DISCIPLINE, UNRELATED),
        _ground(Kind.DEGRADATION, decree_335("20(4)(b)", Effect.NOT_COMPLETED)),
        _ground(Kind.FORBIDDEN_CONDUCT, decree_335("20(4)(b)", Effect.NOT_COMPLETED)),
        _ground(Kind.BAD_EXAMPLE, decree_335("20(4)(b)", Effect.NOT_COMPLETED)),
        _ground(Kind.UNIT_CORRUPTION, decree_335("20(4)(d)", Effect.NOT_COMPLETED)),
        _ground(Kind.SUSPENSION, SUSPENDED),
    ]
)
"""By kind."""
