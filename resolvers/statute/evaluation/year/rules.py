"""Every text that a roll-up may read, looked up once for each day and knowledge of it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from resolvers.statute.dated import Version
from resolvers.statute.evaluation.parameters import LEVELS
from resolvers.statute.evaluation.year.parameters import (
    ABSENCES_EXCEPTED,
    ABSENCES_IN_SERVICE,
    MEAN,
    MONTHS_RATED,
    Mean,
)
from resolvers.statute.load import Numbers


@dataclass(frozen=True, slots=True, eq=False)
class SpanRules:
    """The versions in force: `value` is the number or formula, `cite` where it stands."""

    mean: Version[Mean]
    months_rated: Version[Numbers]
    in_service: Version[Numbers]
    excepted: Version[Numbers]
    levels: Version[Numbers]


@lru_cache(maxsize=1_024)
def span_rules(day: date, known: date) -> SpanRules:
    """The rules for a span that ends on `day`; raises NotInForce."""
    return SpanRules(
        mean=MEAN.at(day, known),
        months_rated=MONTHS_RATED.at(day, known),
        in_service=ABSENCES_IN_SERVICE.at(day, known),
        excepted=ABSENCES_EXCEPTED.at(day, known),
        levels=LEVELS.at(day, known),
    )
