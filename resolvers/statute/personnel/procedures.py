"""The procedure of each kind of action, by the law of a day."""

from collections.abc import Mapping

from resolvers.statute.dated import Dated, Law
from resolvers.statute.personnel import appointing, leaving, moving
from resolvers.statute.personnel.appointing import Builder, Circumstances
from resolvers.statute.personnel.procedure import ActionKind, Procedure, Source

PROCEDURES: Mapping[ActionKind, Dated[Builder]] = {
    ActionKind.APPOINTMENT: appointing.APPOINTMENT,
    ActionKind.REAPPOINTMENT: appointing.REAPPOINTMENT,
    ActionKind.EXTENSION: appointing.EXTENSION,
    ActionKind.TRANSFER: moving.TRANSFER,
    ActionKind.ROTATION: moving.ROTATION,
    ActionKind.SECONDMENT: moving.SECONDMENT,
    ActionKind.PERIODIC_CHANGE: moving.PERIODIC,
    ActionKind.HIGHER_POST: moving.HIGHER_POST,
    ActionKind.LOWER_POST: moving.LOWER_POST,
    ActionKind.RESIGNATION: leaving.RESIGNATION,
    ActionKind.REMOVAL: leaving.REMOVAL,
    ActionKind.SUSPENSION: leaving.SUSPENSION,
    ActionKind.TERMINATION: leaving.TERMINATION,
    ActionKind.DISCIPLINE: leaving.DISCIPLINE,
}
"""By kind; each under its dates."""


def procedure(
    kind: ActionKind,
    law: Law,
    *,
    leader: bool = False,
    source: Source = Source.INTERNAL,
    own_wish: bool = False,
) -> Procedure:
    """How an action of this kind comes about, by the law of a day.

    `leader`: whether the person holds (for an appointment: is to hold) a leadership office;
    `source`: whether he comes from, or goes to, another agency; `own_wish`: whether he asked for
    it in writing (lower post, termination). Raises NotInForce before 1 July 2025.
    """
    build = law(PROCEDURES[kind])
    return build(law, Circumstances(leader, source, own_wish))
