"""Opening a locked month to somebody until a time, and taking that back."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from resolvers import evaluations as answers
from schema.evaluations_locks import LockException
from schema.mapping import deed
from schema.shapes import Refused

GrantLockExceptionResult = Annotated[
    LockException | Refused, strawberry.union("GrantLockExceptionResult")
]
RevokeLockExceptionResult = Annotated[
    LockException | Refused, strawberry.union("RevokeLockExceptionResult")
]


@strawberry.type
class LocksDeeds:
    grant_lock_exception: GrantLockExceptionResult = deed(
        answers.grant_lock_exception,
        args={
            "unit": strawberry.ID,
            "period": date,
            "ends_at": datetime,
            "reason": str,
            "person": strawberry.ID | None,
        },
        description="Open a month to a unit, or to one person whom its head scores, as the next"
        " head up; it ends by itself.",
    )
    revoke_lock_exception: RevokeLockExceptionResult = deed(
        answers.revoke_lock_exception,
        args={"exception": strawberry.ID, "version": int, "reason": str},
        description="Take a lock exception back before it ends.",
    )
