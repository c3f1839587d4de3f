"""Resignation, removal, suspension, termination (articles 52 to 57) and discipline (172/2025)."""

from dataclasses import replace
from fractions import Fraction

from resolvers.statute.dated import Dated, Law
from resolvers.statute.decrees import decree_170, decree_172
from resolvers.statute.personnel import rules_of_votes as votes
from resolvers.statute.personnel.appointing import Builder, Circumstances, days_of
from resolvers.statute.personnel.parameters import (
    DISCIPLINE_COUNCIL,
    DISCIPLINE_DAYS,
    DISCIPLINE_REPORT,
    DISCIPLINE_SUMMONS,
    DISCIPLINE_WHOLE,
    LEAVING_REQUEST,
    REMOVAL_DAYS,
    RESIGNATION_DAYS,
    SUSPENSION_DAYS,
    SUSPENSION_PAY,
    SUSPENSION_STEPS,
    TERMINATION_DAYS,
)
from resolvers.statute.personnel.procedure import (
    ActionKind,
    DayUnit,
    Deciding,
    Due,
    Event,
    Owner,
    Procedure,
    Step,
    in_order,
)

_DECREE = "Decree 170/2025/NĐ-CP, art. "
_DISCIPLINE = "Decree 172/2025/NĐ-CP, art. "
WORKING, CALENDAR = DayUnit.WORKING, DayUnit.CALENDAR


def _resignation(law: Law, circumstances: Circumstances) -> Procedure:
    talk = days_of(RESIGNATION_DAYS, "propose", WORKING, Event.APPLICATION_RECEIVED, law)
    decide = days_of(RESIGNATION_DAYS, "decide", WORKING, Event.PROPOSAL_RECEIVED, law)
    place = f"{_DECREE}52(3)"
    return Procedure(
        kind=ActionKind.RESIGNATION,
        steps=in_order(
            Step("application", Owner.PERSON, f"{place}(a)", document_needed=True),
            Step(
                "talk_and_propose",
                Owner.PERSONNEL_BODY,
                f"{place}(b)",
                due=talk,
                document_needed=True,
                hears_person=True,
            ),
            Step("decide", Owner.DECIDING_HEAD, f"{place}(c)", due=decide, document_needed=True),
        ),
        deciding=Deciding.MANAGING,
        cites=(f"{_DECREE}52(5)", f"{_DECREE}52(6)"),
        dossier=("application", "submission"),
    )


def _removal(law: Law, circumstances: Circumstances) -> Procedure:
    talk = days_of(REMOVAL_DAYS, "propose", WORKING, Event.GROUND_ESTABLISHED, law)
    decide = days_of(REMOVAL_DAYS, "decide", WORKING, Event.PROPOSAL_RECEIVED, law)
    place = f"{_DECREE}53(2)"
    return Procedure(
        kind=ActionKind.REMOVAL,
        steps=in_order(
            Step(
                "talk_and_propose",
                Owner.PERSONNEL_BODY,
                f"{place}(a)",
                due=talk,
                document_needed=True,
                hears_person=True,
            ),
            Step(
                "leadership_and_committee",
                Owner.PERSONNEL_BODY,
                f"{place}(b)",
                vote=votes.removal(),
                document_needed=True,
            ),
            Step("decide", Owner.DECIDING_HEAD, f"{place}(b)", due=decide, document_needed=True),
        ),
        deciding=Deciding.MANAGING,
        cites=(f"{_DECREE}53(1)", f"{_DECREE}54"),
        dossier=("submission", "grounds", "minutes"),
    )


def _suspension(law: Law, circumstances: Circumstances) -> Procedure:
    propose = days_of(SUSPENSION_STEPS, "propose", WORKING, Event.GROUND_ESTABLISHED, law)
    decide = days_of(SUSPENSION_STEPS, "decide", WORKING, Event.PROPOSAL_RECEIVED, law)
    days, place = law(SUSPENSION_DAYS), f"{_DECREE}56(4)"
    body = Owner.PERSONNEL_BODY
    return Procedure(
        kind=ActionKind.SUSPENSION,
        steps=in_order(
            Step("propose", body, f"{place}(a)", due=propose, document_needed=True),
            Step("decide", Owner.DECIDING_HEAD, f"{place}(b)", due=decide, document_needed=True),
            Step("announce", body, f"{place}(d)"),
        ),
        deciding=Deciding.MANAGING if circumstances.leader else Deciding.USING,
        cites=(
            f"{_DECREE}56(1)",
            f"{_DECREE}56(2)",
            law.cite(SUSPENSION_DAYS),
            law.cite(SUSPENSION_PAY),
        ),
        dossier=("submission", "grounds"),
        most_working_days=int(days["first"]),
        extension_working_days=int(days["extension"]),
        cancel_working_days=int(law(SUSPENSION_STEPS)["cancel"]),
        salary_share=Fraction(law(SUSPENSION_PAY)["salary"]),
    )


def _termination(law: Law, circumstances: Circumstances) -> Procedure:
    asked = circumstances.own_wish
    if asked:
        due = days_of(LEAVING_REQUEST, "days", CALENDAR, Event.APPLICATION_RECEIVED, law)
        place = f"{_DECREE}57(2)(b)"
    else:
        due = days_of(TERMINATION_DAYS, "days", CALENDAR, Event.RESULT_KNOWN, law)
        place = f"{_DECREE}57(3)"
    wish = Step("application", Owner.PERSON, f"{_DECREE}57(2)(a)", document_needed=True)
    ground = Step("propose", Owner.PROPOSER, f"{_DECREE}57(3)", document_needed=True)
    hear = Step("hear", Owner.PERSONNEL_BODY, "Law 80/2025/QH15, art. 26(2)", hears_person=True)
    decide = Step("decide", Owner.DECIDING_HEAD, place, due=due, document_needed=True)
    return Procedure(
        kind=ActionKind.TERMINATION,
        steps=in_order(*((wish, decide) if asked else (ground, hear, decide))),
        deciding=Deciding.MANAGING,
        cites=(f"{_DECREE}57(1)", "Law 80/2025/QH15, art. 32"),
        dossier=("application",) if asked else ("submission", "evaluations"),
    )


def _discipline(law: Law, circumstances: Circumstances) -> Procedure:
    whole = law(DISCIPLINE_WHOLE)
    return Procedure(
        kind=ActionKind.DISCIPLINE,
        steps=in_order(*_review(law), *_council(law)),
        deciding=Deciding.MANAGING,
        cites=(f"{_DISCIPLINE}15", law.cite(DISCIPLINE_WHOLE)),
        dossier=("self_review", "curriculum_vitae", "minutes"),
        most_days=int(whole["days"]),
        complex_days=int(whole["complex"]),
    )


def _review(law: Law) -> tuple[Step, ...]:
    """The review meeting, where nobody votes, and its report (article 17)."""
    due = days_of(DISCIPLINE_REPORT, "working_days", WORKING, Event.REVIEW_MEETING_HELD, law)
    return (
        Step(
            "review_meeting",
            Owner.PROPOSER,
            f"{_DISCIPLINE}17(3)",
            document_needed=True,
            hears_person=True,
        ),
        Step("report", Owner.PROPOSER, f"{_DISCIPLINE}17(4)", due=due, document_needed=True),
    )


def _council(law: Law) -> tuple[Step, ...]:
    """The council, its summons, its ballot and its recommendation, and the decision (18 to 21)."""
    body, head, place = Owner.PERSONNEL_BODY, Owner.DECIDING_HEAD, _DISCIPLINE
    council = days_of(DISCIPLINE_COUNCIL, "working_days", WORKING, Event.REPORT_RECEIVED, law)
    recommend = days_of(DISCIPLINE_DAYS, "recommend", WORKING, Event.COUNCIL_MET, law)
    decide = days_of(DISCIPLINE_DAYS, "decide", WORKING, Event.RECOMMENDATION_RECEIVED, law)
    days, cite = int(law(DISCIPLINE_SUMMONS)["working_days"]), law.cite(DISCIPLINE_SUMMONS)
    summons = Due(days, WORKING, Event.COUNCIL_MEETS, cite, before=True)
    vote = votes.council_of_discipline(law)
    meets = Step("council_of_discipline", body, f"{place}20(2)(g)", vote=vote, hears_person=True)
    return (
        Step("set_up_council", head, f"{place}18(1)", due=council, document_needed=True),
        Step("summons", body, f"{place}20(1)(a)", due=summons, document_needed=True),
        replace(meets, document_needed=True),
        Step("recommend", body, f"{place}21(1)(a)", due=recommend, document_needed=True),
        Step("decide", head, f"{place}21(1)(b)", due=decide, document_needed=True),
    )


RESIGNATION: Dated[Builder] = Dated("personnel/resignation", [decree_170("52", _resignation)])
REMOVAL: Dated[Builder] = Dated("personnel/removal", [decree_170("53", _removal)])
SUSPENSION: Dated[Builder] = Dated("personnel/suspension", [decree_170("56", _suspension)])
TERMINATION: Dated[Builder] = Dated("personnel/termination", [decree_170("57", _termination)])
DISCIPLINE: Dated[Builder] = Dated("personnel/discipline", [decree_172("16", _discipline)])
