"""A month's entry window, and the exceptions by which the next head up opens it again."""

from datetime import date, datetime
from enum import Enum

import strawberry

from resolvers import evaluations as answers
from schema.mapping import column, computed, connection, one, ref, table
from schema.organisation import Agency, Unit
from schema.people import Person
from schema.periods import period_months
from schema.shapes import Connection, Node


@strawberry.enum(description="Where a month's entry window stands.")
class WindowState(Enum):
    NOT_OPEN = strawberry.enum_value("not_open", description="Sheets cannot be filled in yet.")
    OPEN = "open"
    OVER = strawberry.enum_value("over", description="Only signing and closing are left.")
    EXCEPTED = strawberry.enum_value("excepted", description="A lock exception has opened it.")


@strawberry.type(description="The days on which a month takes entries (thời gian nhập liệu).")
class EntryWindow:
    opens_on: date = strawberry.field(description="From this day its sheets may be filled in.")
    closes_on: date = strawberry.field(description="With the end of this day all entry ends.")
    state: WindowState


@table(answers.lock_exception)
@strawberry.federation.type(
    keys=["id"],
    description="A locked month opened to a unit or a person until a time; the lock itself stays.",
)
class LockException(Node):
    id: strawberry.ID
    period: date
    period_months: int = period_months(answers.lock_exception)
    reason: str
    granted_at: datetime
    ends_at: datetime
    revoked_at: datetime | None
    revoked_reason: str | None
    in_force: bool = column(answers.IN_FORCE, description="Whether it opens anything now.")
    version: int
    agency: Agency = ref("agency_id")
    unit: Unit = ref("unit_id", description="The unit whose head scores in that month.")
    person: Person | None = ref(
        "person_id", inherited=True, description="Null where it is for the whole unit."
    )
    granted_by: Person = ref("granted_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    revoked_by: Person | None = ref("revoked_by", inherited=True)
    allowed_actions: list[str] = computed(
        answers.allowed_on_exceptions,
        needs=answers.EXCEPTION_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@strawberry.type
class LocksQuestions:
    lock_exception: LockException | None = one(
        answers.lock_exception_by_id, args={"id": strawberry.ID}
    )
    lock_exceptions_of_unit: Connection[LockException] = connection(
        answers.lock_exceptions_of_unit,
        args={"unit": strawberry.ID, "period": date | None},
        order=("id desc",),
        description="The latest first; ended ones too.",
    )
    lock_exceptions_of_agency: Connection[LockException] = connection(
        answers.lock_exceptions_of_agency,
        args={"agency": strawberry.ID},
        order=("id desc",),
        description="The latest first; ended ones too.",
    )
