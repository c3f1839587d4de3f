"""Merging and splitting units and agencies by one decision."""

from datetime import date
from enum import Enum
from typing import Annotated

import strawberry

from resolvers import people as answers
from schema.mapping import becomes, deed
from schema.organisation import Reorganisation, ReorganisationKind, Standing
from schema.people import Office
from schema.shapes import Refused


@strawberry.enum(description="What one row of the outcome is about.")
class ReorganisationStep(Enum):
    UNIT_OPENED = "unit_opened"
    UNIT_PLACED = "unit_placed"
    POSTING_CONTINUED = "posting_continued"
    POSTING_ENDED = "posting_ended"
    MANDATE_CONTINUED = "mandate_continued"
    MANDATE_ENDED = "mandate_ended"
    DELEGATION_ENDED = "delegation_ended"
    UNIT_CLOSED = "unit_closed"
    AGENCY_CLOSED = "agency_closed"
    UNIT_MANAGED = strawberry.enum_value(
        "unit_managed", description="What comes out is managed, where what ended was."
    )


@becomes(answers.Opening)
@strawberry.input(description="A unit that is opened, in the agency of the unit above it.")
class OpeningInput:
    key: str = strawberry.field(description="By which the rest of the plan names it.")
    name: str
    standing: Standing
    parent: str = strawberry.field(description="A unit's id, or the key of one opened before.")
    code: str | None = None


@becomes(answers.Closing)
@strawberry.input(description="A unit that ends.")
class ClosingInput:
    unit: strawberry.ID
    kept_by: str | None = strawberry.field(
        default=None,
        description="The unit, of those that come out of it, that keeps its records: whoever"
        " answers for that one reads them.",
    )


@becomes(answers.Placing)
@strawberry.input(description="A unit that goes on beneath another one.")
class PlacingInput:
    unit: strawberry.ID
    parent: str
    standing: Standing | None = None


@becomes(answers.Reappointment)
@strawberry.input(description="A post that goes on in another unit.")
class ReappointmentInput:
    posting: strawberry.ID
    unit: str = strawberry.field(description="A unit that comes out of it: its id or key.")
    office: Office | None = strawberry.field(default=None, description="As before, if left out.")
    position: strawberry.ID | None = None


@becomes(answers.Regrant)
@strawberry.input(description="A role that goes on for another unit.")
class RegrantInput:
    mandate: strawberry.ID
    unit: str


@becomes(answers.AgencyClosing)
@strawberry.input(description="An agency that ends with its units.")
class AgencyClosingInput:
    agency: strawberry.ID
    succeeded_by: strawberry.ID | None = strawberry.field(
        default=None, description="The agency that keeps its records: its readers read them."
    )


@becomes(answers.ReorganisationPlan)
@strawberry.input(
    description="One decision on organisation. Posts and roles in units that end are ended unless"
    " they are listed."
)
class ReorganisationInput:
    kind: ReorganisationKind
    day: date
    decision_no: str
    closes: list[ClosingInput] = strawberry.field(default_factory=list)
    opens: list[OpeningInput] = strawberry.field(default_factory=list)
    into: list[strawberry.ID] = strawberry.field(
        default_factory=list, description="Units that stood before and are part of what comes out."
    )
    places: list[PlacingInput] = strawberry.field(default_factory=list)
    postings: list[ReappointmentInput] = strawberry.field(default_factory=list)
    mandates: list[RegrantInput] = strawberry.field(default_factory=list)
    agencies: list[AgencyClosingInput] = strawberry.field(default_factory=list)


@strawberry.type(description="What became of one row of a plan.")
class StepVerdict:
    step: ReorganisationStep
    subject: str = strawberry.field(
        description="The id of what stood before, or the key of what is opened."
    )
    done: bool
    code: str | None
    message: str | None
    field: str | None


@strawberry.type(description="A plan as a whole: carried out if every row is done, or not.")
class Reorganised:
    accepted: bool
    reorganisation: Reorganisation | None = strawberry.field(
        description="Null after a dry run, and where a row is refused."
    )
    verdicts: list[StepVerdict]


ReorganiseResult = Annotated[Reorganised | Refused, strawberry.union("ReorganiseResult")]


@strawberry.type
class ReorganisingDeeds:
    reorganise: ReorganiseResult = deed(
        answers.reorganise,
        args={"plan": ReorganisationInput, "dry_run": bool | None},
        description="Merge, split, rename or transfer units or whole agencies by one decision;"
        " a dry run tells the same verdicts and writes nothing.",
    )
