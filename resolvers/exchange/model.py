"""What an import is told and what it answers: rows in, one verdict for each out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from resolvers.core.errors import Refusal

MOST_SHOWN = 200
_UNSHOWN = "\N{REPLACEMENT CHARACTER}"


class Outcome(StrEnum):
    """What became of one row."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The fate of one row; `place` is where it stands in the file, `key` what it calls itself.

    Of a rejected row `code` is stable, `message` is for a person, in Vietnamese.
    """

    place: str
    key: str
    outcome: Outcome
    code: str | None = None
    field: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """One file handed in once. The same id again answers with the same verdicts."""

    id: UUID
    file_name: str
    sha256: bytes


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An administrative area."""

    place: str
    code: str
    level: str
    parent_code: str | None
    name: str
    full_name: str
    full_name_en: str


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A row of a catalogue; numbers are None where the file has none that can be read."""

    place: str
    code: str
    section: str
    name: str
    details: str
    output: str
    note: str
    group_no: int | None
    points: Decimal | None
    coefficient: Decimal | None
    problems: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A general criterion as an agency's file prints it, with its maximum."""

    place: str
    code: str
    maximum: Decimal | None


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """A whole catalogue file: what it says, and how many rows of each sheet say nothing."""

    title: str
    decision_no: str
    standard_unit: str
    standard_points: Decimal
    products: tuple[ProductRow, ...]
    criteria: tuple[CriterionRow, ...]
    passed_over: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TaskPart:
    """A task of a position; descriptions lack any of these."""

    no: str
    area: str
    work: str
    criterion: str


@dataclass(frozen=True, slots=True)
class RequirementPart:
    """What a position asks for in education, certificates and the like."""

    kind: str
    requirement: str


@dataclass(frozen=True, slots=True)
class CompetencePart:
    """A competence and its level."""

    group: str
    name: str
    level: str


@dataclass(frozen=True, slots=True)
class PositionRow:
    """A job position with its tasks and competence frame."""

    place: str
    code: str
    name: str
    purpose: str
    tasks: tuple[TaskPart, ...] = ()
    requirements: tuple[RequirementPart, ...] = ()
    competences: tuple[CompetencePart, ...] = ()
    problems: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A person and his post, as a staff list has them; `ends` is the first day without the post.

    `unit` and `position` are our id, the agency's own code, or another system's code for them.
    """

    place: str
    staff_code: str
    full_name: str
    personal_number: str | None
    unit: str
    position: str | None
    office: str
    mode: str
    main: bool
    begins: date | None
    ends: date | None
    decision_no: str
    problems: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class SalaryRow:
    """A person's salary coefficient from a day on; `code` is his staff code in the agency."""

    place: str
    code: str
    coefficient: Decimal | None
    """None for somebody who has no salary by rank."""
    begins: date | None
    document_no: str
    problems: tuple[Refusal, ...] = ()


class BatchReused(Refusal):
    """The batch {id} was already used for another file ({name})."""

    code = "BATCH_REUSED"
    vi = "Mã lô {id} đã được dùng cho một tệp khác ({name})."


class CodeRepeated(Refusal):
    """The code {key} stands more than once in the file: {places}."""

    code = "CODE_REPEATED"
    vi = "Mã {key} xuất hiện nhiều lần trong tệp: {places}."


class RowInConflict(Refusal):
    """The row contradicts what is kept already ({rule})."""

    code = "ROW_IN_CONFLICT"
    vi = "Dòng này mâu thuẫn với dữ liệu đã lưu ({rule})."


def shown(text: str, most: int = MOST_SHOWN) -> str:
    """A text of a file as one short line that can be printed and stored, whatever stood in it."""
    line = " ".join(text.split())[:most]
    return "".join(each if each.isprintable() else _UNSHOWN for each in line)
