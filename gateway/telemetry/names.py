"""Every name under which the program reports, with its meaning; `infra/otel/README.md` lists them.

Values of attributes are words of ours: no personal data, no document text, and on metrics no more
distinct values than their store can bear.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it appears in a trace or metric, and what it says."""

    text: str
    meaning: str


class Span(Named):
    """A stretch of work with a beginning and an end."""


class Attribute(Named):
    """A fact about a span or a measurement."""


@dataclass(frozen=True, slots=True)
class Metric(Named):
    """Something counted or measured, in `unit` (UCUM)."""

    unit: str = "1"


REQUEST = Span("congtam.request", "One GraphQL request, from its first byte read to its answer.")
READ = Span("congtam.read", "The one statement that answers a query.")
DEED = Span("congtam.deed", "One deed with its transaction and its payload.")
YEAR_STEP = Span("congtam.year.step", "One step of the command `congtam year`.")

REQUEST_DURATION = Metric("congtam.request.duration", "How long requests took.", "s")
DEEDS = Metric("congtam.deeds", "Deeds done and refused, by deed and outcome.")
STALE_REACH = Metric("congtam.reach.stale", "Reads run again because somebody's authority changed.")
TOKENS_REJECTED = Metric("congtam.tokens.rejected", "Access tokens refused, by reason.")

OPERATION_NAME = Attribute("graphql.operation.name", "The name the client gave; on spans only.")
OPERATION_TYPE = Attribute("graphql.operation.type", "query or mutation.")
OUTCOME = Attribute("congtam.outcome", "ok, refused, invalid, unavailable or failed.")
DEED_NAME = Attribute("congtam.deed.name", "The deed, by the name of its function.")
CODE = Attribute("congtam.code", "The stable code of a refusal.")
REASON = Attribute("congtam.reason", "Why a token was refused, as one of our own words.")
STEP = Attribute("congtam.step", "close, add_up or prepare.")
ERROR_TYPE = Attribute("error.type", "The class of an unexpected exception, without its message.")


def documented() -> dict[str, Named]:
    """Every name of this module, by its text."""
    return {value.text: value for value in globals().values() if isinstance(value, Named)}
