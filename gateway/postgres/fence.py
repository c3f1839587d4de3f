"""The row fence as a session has it: whom PostgreSQL lets through, by what their reach touches."""

from authz.reach import Reach


def fenced(reach: Reach, stamp: str) -> str:
    """Begin and set the fence in one round trip.

    Under a newer stamp the last statement answers no row, and no fence is set: nothing is in reach.
    """
    return f"begin; {fence_of(reach)}" + (f" where ({stamp}) = {reach.stamp:d}" if stamp else "")


def fence_of(reach: Reach, *, lasting: bool = False) -> str:
    """Sets the fence for a transaction, or for the whole session. Digits need no quoting."""
    agencies = ",".join(agency.hex for agency in reach.fence)
    bodies = ",".join(body.hex for body in reach.party_bodies)
    fence = {
        "person": reach.person.hex,
        "agencies": f"{{{agencies}}}",
        "party_person": reach.party_person.hex,
        "party_bodies": f"{{{bodies}}}",
        "operator": "on" if reach.operator else "",
    }
    local = "false" if lasting else "true"
    settings = (
        f"set_config('congtam.{name}', '{value}', {local})" for name, value in fence.items()
    )
    return f"select {', '.join(settings)}"


NOT_SET = "SELECT 0"
"""What a transaction's opening answers where the reach is out of date."""
