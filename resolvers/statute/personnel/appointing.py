"""Appointment, reappointment and extension of a leadership office (articles 28 to 41)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from resolvers.statute.dated import Dated, Law
from resolvers.statute.decrees import decree_170
from resolvers.statute.load import Numbers
from resolvers.statute.personnel import rules_of_votes as votes
from resolvers.statute.personnel.parameters import (
    EXTENSION_NOTICE,
    POLICY,
    REAPPOINTMENT_DECISION,
    REAPPOINTMENT_NOTICE,
    TERMS,
)
from resolvers.statute.personnel.procedure import (
    ActionKind,
    DayUnit,
    Deciding,
    Due,
    Event,
    Owner,
    Procedure,
    Source,
    Step,
    in_order,
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a procedure depends on besides its kind."""

    leader: bool = False
    """Whether the person holds a leadership office."""
    source: Source = Source.INTERNAL
    """Whether he comes from (or goes to) another agency."""
    own_wish: bool = False
    """Whether he has asked for it in writing."""


Builder: TypeAlias = Callable[[Law, Circumstances], Procedure]
"""Builds a procedure from the law of a day."""

_DECREE = "Decree 170/2025/NĐ-CP, art. "
DOSSIER = (
    "submission",
    "minutes",
    "curriculum_vitae",
    "self_reviews",
    "evaluations",
    "residence_comment",
    "political_conclusion",
    "assets",
    "diplomas",
    "health_certificate",
)
"""Article 35, in its order. What the national database holds replaces the paper."""


_OF_EXTENSION = (
    "submission",
    "minutes",
    "curriculum_vitae",
    "self_report_of_term",
    "political_conclusion",
    "residence_comment",
    "assets",
    "health_certificate",
)
"""Article 41(2), in its order."""


def days_of(dated: Dated[Numbers], key: str, unit: DayUnit, event: Event, law: Law) -> Due:
    """A deadline of so many days after something."""
    numbers = law(dated)
    longest = int(numbers["longest"]) if "longest" in numbers and key == "decide" else None
    return Due(int(numbers[key]), unit, event, law.cite(dated), longest=longest)


def before_term_ends(dated: Dated[Numbers], law: Law) -> Due:
    """A deadline of so many days before the end of a term."""
    ((key, days),) = law(dated).items()
    unit = DayUnit.WORKING if key == "working_days" else DayUnit.CALENDAR
    return Due(int(days), unit, Event.TERM_ENDS, law.cite(dated), before=True)


def _policy(law: Law) -> tuple[Step, ...]:
    decide = days_of(POLICY, "decide", DayUnit.WORKING, Event.REQUEST_RECEIVED, law)
    return (
        Step("request_policy", Owner.PROPOSER, f"{_DECREE}33(1)(a)", document_needed=True),
        Step(
            "decide_policy",
            Owner.DECIDING_HEAD,
            f"{_DECREE}33(1)(b)",
            due=decide,
            document_needed=True,
        ),
    )


def _internal(law: Law) -> tuple[Step, ...]:
    """The five steps of article 33(2)."""
    complete = days_of(POLICY, "complete", DayUnit.WORKING, Event.POLICY_AGREED, law)
    body, place = Owner.PERSONNEL_BODY, f"{_DECREE}33(2)"
    meetings = (
        ("review_list", "a", votes.review_of_list(law)),
        ("extended_leadership", "b", votes.extended_leadership(law)),
        ("leadership_again", "c", votes.leadership_again(law)),
        ("key_cadres", "d", votes.key_cadres(law)),
        ("leadership_decides", "đ", votes.leadership_decides(law)),
    )
    first, second, third, fourth, fifth = (
        Step(code, body, f"{place}({point})", vote=vote, document_needed=True, meeting=number)
        for number, (code, point, vote) in enumerate(meetings, start=1)
    )
    opinion = Step("party_opinion", Owner.PARTY_COMMITTEE, f"{place}(đ)", document_needed=True)
    decision = Step(
        "decide", Owner.DECIDING_HEAD, f"{place}(đ)", due=complete, document_needed=True
    )
    return (*_policy(law), first, second, third, fourth, opinion, fifth, decision)


def external_steps(law: Law) -> tuple[Step, ...]:
    """The three steps of article 33(3), which a leader's transfer takes too."""
    place = f"{_DECREE}33(3)"
    return (
        Step("receiving_opinion", Owner.RECEIVING_AGENCY, place, document_needed=True, meeting=1),
        Step(
            "sending_opinion",
            Owner.SENDING_AGENCY,
            place,
            vote=votes.sending_leadership(),
            document_needed=True,
            meeting=2,
        ),
        Step("sending_assessment", Owner.SENDING_AGENCY, place, document_needed=True, meeting=2),
        Step("hear", Owner.PERSONNEL_BODY, place, hears_person=True, meeting=2),
        Step("appraise", Owner.PERSONNEL_BODY, place, document_needed=True, meeting=3),
        Step("decide", Owner.DECIDING_HEAD, place, document_needed=True),
    )


def _appointment(law: Law, circumstances: Circumstances) -> Procedure:
    external = circumstances.source is Source.EXTERNAL
    steps = (*_policy(law), *external_steps(law)) if external else _internal(law)
    years = int(law(TERMS)["years"])
    return Procedure(
        kind=ActionKind.APPOINTMENT,
        steps=in_order(*steps),
        deciding=Deciding.MANAGING,
        cites=(law.cite(TERMS), f"{_DECREE}31(2)", f"{_DECREE}35"),
        dossier=DOSSIER,
        term_years=years,
    )


def _continued(law: Law, kind: ActionKind) -> tuple[Step, Step, Step]:
    """What a reappointment and an extension have in common: notice, self-report, decision."""
    again = kind is ActionKind.REAPPOINTMENT
    article, notice = ("39", REAPPOINTMENT_NOTICE) if again else ("40", EXTENSION_NOTICE)
    due = before_term_ends(notice, law)
    last = before_term_ends(REAPPOINTMENT_DECISION, law)
    return (
        Step(
            "notice", Owner.DECIDING_HEAD, f"{_DECREE}{article}(1)", due=due, document_needed=True
        ),
        Step("self_report", Owner.PERSON, f"{_DECREE}{article}(2)", document_needed=True),
        Step("decide", Owner.DECIDING_HEAD, f"{_DECREE}36(3)", due=last, document_needed=True),
    )


def _reappointment(law: Law, circumstances: Circumstances) -> Procedure:
    notice, report, decision = _continued(law, ActionKind.REAPPOINTMENT)
    place = f"{_DECREE}39"
    body = Owner.PERSONNEL_BODY
    steps = in_order(
        notice,
        report,
        Step(
            "key_cadres_again",
            body,
            f"{place}(3)",
            vote=votes.key_cadres_again(),
            document_needed=True,
        ),
        Step("head_assesses", Owner.PROPOSER, f"{place}(4)", document_needed=True),
        Step("party_opinion", Owner.PARTY_COMMITTEE, f"{place}(5)", document_needed=True),
        Step(
            "leadership_reappoints",
            body,
            f"{place}(5)",
            vote=votes.leadership_reappoints(),
            document_needed=True,
        ),
        decision,
    )
    return Procedure(
        kind=ActionKind.REAPPOINTMENT,
        steps=steps,
        deciding=Deciding.MANAGING,
        cites=(f"{_DECREE}36(2)", f"{_DECREE}38", f"{_DECREE}41(1)"),
        dossier=DOSSIER,
        term_years=int(law(TERMS)["years"]),
    )


def _extension(law: Law, circumstances: Circumstances) -> Procedure:
    notice, report, decision = _continued(law, ActionKind.EXTENSION)
    vote = Step(
        "leadership_extends",
        Owner.PERSONNEL_BODY,
        f"{_DECREE}40(3)",
        vote=votes.leadership_extends(),
        document_needed=True,
    )
    return Procedure(
        kind=ActionKind.EXTENSION,
        steps=in_order(notice, report, vote, decision),
        deciding=Deciding.MANAGING,
        cites=(f"{_DECREE}36(2)", f"{_DECREE}38", f"{_DECREE}41(2)"),
        dossier=_OF_EXTENSION,
    )


APPOINTMENT: Dated[Builder] = Dated("personnel/appointment", [decree_170("33", _appointment)])
REAPPOINTMENT: Dated[Builder] = Dated("personnel/reappointment", [decree_170("39", _reappointment)])
EXTENSION: Dated[Builder] = Dated("personnel/extension", [decree_170("40", _extension)])
