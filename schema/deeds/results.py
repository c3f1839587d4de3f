"""Recording absences, and computing results; nothing here judges anybody."""

from datetime import date
from typing import Annotated

import strawberry

from resolvers import results as answers
from resolvers.core.documents import Document
from schema.mapping import becomes, deed
from schema.results import Absence, AbsenceKind, ResultRun, Span
from schema.shapes import Refused

RecordAbsenceResult = Annotated[Absence | Refused, strawberry.union("RecordAbsenceResult")]
EndAbsenceResult = Annotated[Absence | Refused, strawberry.union("EndAbsenceResult")]
AnnulAbsenceResult = Annotated[Absence | Refused, strawberry.union("AnnulAbsenceResult")]
ComputeResultsResult = Annotated[ResultRun | Refused, strawberry.union("ComputeResultsResult")]


@becomes(Document)
@strawberry.input(description="The document behind an absence, kept where the agency keeps it.")
class AbsenceDocumentInput:
    number: str
    day: date | None = None
    sha256: str | None = strawberry.field(
        default=None, description="SHA-256 of its content, 64 hexadecimal digits in lower case."
    )
    url: str | None = strawberry.field(default=None, description="A link to it, over https.")


@strawberry.type
class ResultsDeeds:
    record_absence: RecordAbsenceResult = deed(
        answers.record_absence,
        args={
            "person": strawberry.ID,
            "kind": AbsenceKind,
            "begins": date,
            "ends": date | None,
            "document": AbsenceDocumentInput,
        },
        description="Record days on which a person does not serve; `ends` is the first day after.",
    )
    end_absence: EndAbsenceResult = deed(
        answers.end_absence,
        args={"absence_id": strawberry.ID, "ends": date, "version": int, "reason": str},
        description="Record that an absence ends earlier; `ends` is the first day of service.",
    )
    annul_absence: AnnulAbsenceResult = deed(
        answers.annul_absence,
        args={"absence_id": strawberry.ID, "version": int, "reason": str},
        description="Take an absence back that should not have been recorded; the row stays.",
    )
    compute_results: ComputeResultsResult = deed(
        answers.compute_results,
        args={"agency": strawberry.ID, "span": Span, "period": date},
        description="Add the closed months up for everybody whose last main post in the span is in"
        " the agency; what has not changed is not written again.",
    )
