"""Transfer, rotation, secondment, periodic change, and posts of a higher or lower rank."""

from resolvers.statute.dated import Dated, Law
from resolvers.statute.decrees import decree_170
from resolvers.statute.personnel import rules_of_votes as votes
from resolvers.statute.personnel.appointing import (
    DOSSIER,
    Builder,
    Circumstances,
    external_steps,
)
from resolvers.statute.personnel.parameters import ALLOWANCE_KEPT, ROTATION_MONTHS, SECONDMENT_YEARS
from resolvers.statute.personnel.procedure import (
    ActionKind,
    Deciding,
    Owner,
    Procedure,
    Source,
    Step,
    in_order,
)

_DECREE = "Decree 170/2025/NĐ-CP, art. "


def _hear(place: str, cite: str | None = None) -> Step:
    """The person is met, told why, and heard before anybody decides."""
    return Step("hear", Owner.PERSONNEL_BODY, cite or f"{_DECREE}{place}", hears_person=True)


def _deciding(circumstances: Circumstances) -> Deciding:
    """The using head decides on staff within the agency; on leaders and across agencies not."""
    across = circumstances.source is Source.EXTERNAL
    return Deciding.MANAGING if circumstances.leader or across else Deciding.USING


def _transfer_steps(law: Law, circumstances: Circumstances) -> tuple[Step, ...]:
    plan = Step("plan", Owner.PROPOSER, f"{_DECREE}25(3)(a)", document_needed=True)
    if circumstances.leader:
        return in_order(plan, *external_steps(law))
    measures = Step("measures", Owner.PERSONNEL_BODY, f"{_DECREE}25(3)(c)", document_needed=True)
    decide = Step("decide", Owner.DECIDING_HEAD, f"{_DECREE}25(2)", document_needed=True)
    return in_order(plan, measures, _hear("25(4)"), decide)


def _transfer(law: Law, circumstances: Circumstances) -> Procedure:
    return Procedure(
        kind=ActionKind.TRANSFER,
        steps=_transfer_steps(law, circumstances),
        deciding=_deciding(circumstances),
        cites=(f"{_DECREE}25(1)", f"{_DECREE}25(2)"),
        dossier=("submission", "curriculum_vitae", "evaluations"),
        allowance_months=int(law(ALLOWANCE_KEPT)["months"]) if circumstances.leader else None,
    )


def _periodic_change(law: Law, circumstances: Circumstances) -> Procedure:
    return Procedure(
        kind=ActionKind.PERIODIC_CHANGE,
        steps=_transfer_steps(law, circumstances),
        deciding=_deciding(circumstances),
        cites=(f"{_DECREE}25(1)(c)", "Law 36/2018/QH14, art. 24"),
        dossier=("submission", "curriculum_vitae"),
    )


def _rotation(law: Law, circumstances: Circumstances) -> Procedure:
    body, place = Owner.PERSONNEL_BODY, f"{_DECREE}46"
    return Procedure(
        kind=ActionKind.ROTATION,
        steps=in_order(
            Step("rotation_policy", body, f"{place}(1)", document_needed=True, meeting=1),
            Step(
                "rotation_proposal", Owner.PROPOSER, f"{place}(2)", document_needed=True, meeting=2
            ),
            Step(
                "party_opinion",
                Owner.PARTY_COMMITTEE,
                f"{place}(3)(b)",
                document_needed=True,
                meeting=3,
            ),
            Step(
                "sending_assessment",
                Owner.SENDING_AGENCY,
                f"{place}(3)(b)",
                document_needed=True,
                meeting=3,
            ),
            Step(
                "receiving_opinion",
                Owner.RECEIVING_AGENCY,
                f"{place}(4)(a)",
                document_needed=True,
                meeting=4,
            ),
            Step("hear", body, f"{place}(4)(b)", hears_person=True, meeting=4),
            Step("decide", Owner.DECIDING_HEAD, f"{place}(5)(a)", document_needed=True, meeting=5),
        ),
        deciding=Deciding.MANAGING,
        cites=(f"{_DECREE}44(1)", law.cite(ROTATION_MONTHS), f"{_DECREE}47"),
        dossier=DOSSIER,
        least_months=int(law(ROTATION_MONTHS)["months"]),
    )


def _secondment(law: Law, circumstances: Circumstances) -> Procedure:
    place = f"{_DECREE}26"
    return Procedure(
        kind=ActionKind.SECONDMENT,
        steps=in_order(
            Step("propose", Owner.PROPOSER, f"{place}(1)", document_needed=True),
            Step("sending_agrees", Owner.SENDING_AGENCY, f"{place}(5)(a)", document_needed=True),
            Step(
                "receiving_agrees", Owner.RECEIVING_AGENCY, f"{place}(5)(a)", document_needed=True
            ),
            _hear("26(6)"),
            Step("decide", Owner.DECIDING_HEAD, f"{place}(5)(b)", document_needed=True),
        ),
        deciding=Deciding.MANAGING if circumstances.leader else Deciding.USING,
        cites=(f"{place}(4)", law.cite(SECONDMENT_YEARS)),
        dossier=("submission",),
        most_years=int(law(SECONDMENT_YEARS)["years"]),
    )


def _higher_post(law: Law, circumstances: Circumstances) -> Procedure:
    return Procedure(
        kind=ActionKind.HIGHER_POST,
        steps=in_order(
            Step("plan", Owner.PROPOSER, f"{_DECREE}23(3)", document_needed=True),
            Step("decide_plan", Owner.DECIDING_HEAD, f"{_DECREE}23(3)", document_needed=True),
            Step(
                "council",
                Owner.PERSONNEL_BODY,
                f"{_DECREE}24(2)(a)",
                vote=votes.council_for_a_higher_post(law),
                document_needed=True,
            ),
            Step("decide", Owner.DECIDING_HEAD, f"{_DECREE}24(2)(b)", document_needed=True),
        ),
        deciding=Deciding.MANAGING,
        cites=(f"{_DECREE}23(2)", f"{_DECREE}24(2)(b)"),
        dossier=("submission", "evaluations", "diplomas"),
    )


HEARD = "Law 80/2025/QH15, art. 26(2)"
"""A result is told to the person before it is used against him; the decree names no meeting."""


def _lower_post(law: Law, circumstances: Circumstances) -> Procedure:
    place = f"{_DECREE}24(4)"
    wish = Step("application", Owner.PERSON, f"{place}(b)", document_needed=True)
    ground = Step("propose", Owner.PROPOSER, f"{place}(a)", document_needed=True)
    return Procedure(
        kind=ActionKind.LOWER_POST,
        steps=in_order(
            wish if circumstances.own_wish else ground,
            _hear("24(4)", HEARD),
            Step("decide", Owner.DECIDING_HEAD, place, document_needed=True),
        ),
        deciding=_deciding(circumstances),
        cites=(place,),
        dossier=("application",) if circumstances.own_wish else ("submission", "evaluations"),
    )


TRANSFER: Dated[Builder] = Dated("personnel/transfer", [decree_170("25", _transfer)])
ROTATION: Dated[Builder] = Dated("personnel/rotation", [decree_170("46", _rotation)])
SECONDMENT: Dated[Builder] = Dated("personnel/secondment", [decree_170("26", _secondment)])
PERIODIC: Dated[Builder] = Dated("personnel/periodic", [decree_170("25(1)(c)", _periodic_change)])
HIGHER_POST: Dated[Builder] = Dated("personnel/higher_post", [decree_170("24(2)", _higher_post)])
LOWER_POST: Dated[Builder] = Dated("personnel/lower_post", [decree_170("24(4)", _lower_post)])
