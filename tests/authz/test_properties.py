"""What holds in every small organisation, not only in the cast's."""

from datetime import date
from types import MappingProxyType
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from authz.actions import Action
from authz.decide import decide
from authz.facts import (
    ABSENT,
    EXCEPTED,
    NOT_OPEN,
    OPEN,
    OVER,
    AgencyFacts,
    CatalogueFacts,
    DelegationFacts,
    Facts,
    FlagFacts,
    LockFacts,
    LoginFacts,
    MandateFacts,
    MonthFacts,
    PetitionFacts,
    PlatformFacts,
    PositionFacts,
    PostingFacts,
    ReviewFacts,
    RoundFacts,
    SchemeFacts,
    SheetFacts,
    UnitFacts,
    WorkFacts,
)
from authz.reach import NOBODY, Headship, Mandate, Reach, nobody

PEOPLE = [UUID(int=100 + number) for number in range(4)]
UNITS = [UUID(int=200 + number) for number in range(4)]
AGENCIES = [UUID(int=300 + number) for number in range(2)]
HEADS_DEEDS = [
    Action.ApplyDeduction,
    Action.ReturnSelfAssessment,
    Action.ReturnSheet,
    Action.ScoreSheet,
    Action.SignSheet,
]

people, units, agencies = map(st.sampled_from, (PEOPLE, UNITS, AGENCIES))
anybody = st.sampled_from([*PEOPLE, NOBODY])
flag = st.booleans()

headships = st.builds(
    Headship,
    units,
    on_behalf_of=st.none() | people,
    deeds=st.none() | st.frozensets(st.sampled_from(list(Action)), max_size=3),
    agency=agencies,
    whole=flag,
)
mandates = st.builds(
    Mandate,
    st.sampled_from(["personnel_officer", "inspector", "administrator"]),
    units,
    agencies,
    covers=st.frozensets(units),
    whole=flag,
)


@st.composite
def reaches(draw: st.DrawFn) -> Reach:
    held = draw(st.lists(headships, max_size=3))
    return Reach(
        draw(people),
        date(2026, 11, 20),
        stamp=1,
        headed=MappingProxyType({each.unit: each for each in held}),
        mandates=tuple(draw(st.lists(mandates, max_size=3))),
    )


windows = st.sampled_from([ABSENT, NOT_OPEN, OPEN, OVER, EXCEPTED])
sheets = st.builds(
    SheetFacts,
    anybody,
    units,
    st.none() | units,
    st.sampled_from(["open", "self_assessed", "scored", "released", "closed"]),
    st.sampled_from([ABSENT, "open", "closed"]),
    windows,
)
works = st.builds(
    WorkFacts,
    anybody,
    units,
    st.sampled_from(["assigned", "finished", "handed_over"]),
    st.sampled_from([ABSENT, "waiting", "accepted"]),
    st.sampled_from([ABSENT, "open", "released"]),
    st.sampled_from([ABSENT, "open", "closed"]),
    windows,
)
petitions = st.builds(
    PetitionFacts,
    anybody,
    st.sampled_from(["score", "class"]),
    units,
    units,
    agencies,
    agencies,
    st.sampled_from([ABSENT, "filed", "upheld"]),
    st.sampled_from([ABSENT, "asked", "given"]),
    flag,
    flag,
    st.none() | people,
)
everything: st.SearchStrategy[Facts] = st.one_of(
    st.just(PlatformFacts()),
    st.builds(AgencyFacts, agencies, st.none() | agencies),
    st.builds(UnitFacts, units, st.none() | units, flag),
    st.builds(PostingFacts, anybody, units, flag),
    st.builds(LoginFacts, anybody, st.frozensets(agencies)),
    st.builds(MandateFacts, anybody, units, st.just("inspector"), flag),
    st.builds(DelegationFacts, anybody, anybody, units, flag),
    st.builds(PositionFacts, agencies),
    st.builds(CatalogueFacts, agencies, agencies, st.sampled_from(["draft", "proposed"])),
    st.builds(SchemeFacts, agencies, st.sampled_from([ABSENT, "proposed"])),
    st.builds(RoundFacts, units, st.sampled_from([ABSENT, "open", "decided"])),
    st.builds(
        ReviewFacts, units, units, st.sampled_from(["open", "submitted", "marked", "recognised"])
    ),
    st.builds(FlagFacts, units, units, flag),
    works,
    sheets,
    petitions,
    st.builds(LockFacts, units, st.none() | units, st.none() | people),
    st.builds(
        MonthFacts,
        units,
        st.none() | units,
        st.sampled_from([ABSENT, "open", "closed"]),
        st.sampled_from([ABSENT, "open", "closed"]),
        flag,
    ),
)
actions = st.sampled_from(list(Action))
few = settings(max_examples=300, deadline=None)


@few
@given(who=reaches(), action=st.sampled_from(HEADS_DEEDS), sheet=sheets)
def test_nobody_scores_without_the_headship_of_the_scoring_unit(
    who: Reach, action: Action, sheet: SheetFacts
) -> None:
    if decide(who, action, sheet).allowed:
        held = who.headed[sheet.scoring_unit]
        assert who.person != sheet.person
        assert held.on_behalf_of != sheet.person
        assert held.on_behalf_of is None or held.deeds is None or action in held.deeds


@few
@given(who=reaches(), sheet=sheets)
def test_whoever_holds_the_headship_may_score_all_but_himself_and_his_appointer(
    who: Reach, sheet: SheetFacts
) -> None:
    held = who.headed.get(sheet.scoring_unit)
    full = held is not None and (held.on_behalf_of is None or held.deeds is None)
    if full and held is not None and sheet.person not in {who.person, held.on_behalf_of}:
        month = sheet.month == "open" or (sheet.month == "closed" and sheet.window == EXCEPTED)
        now = month and sheet.state in {"self_assessed", "scored"}
        now = now and sheet.window in {OPEN, EXCEPTED}
        assert decide(who, Action.ScoreSheet, sheet).allowed == now


@few
@given(who=reaches(), action=actions, work=works)
def test_nobody_judges_his_own_work(who: Reach, action: Action, work: WorkFacts) -> None:
    own = WorkFacts(
        who.person,
        work.scoring_unit,
        work.state,
        work.delivery,
        work.sheet,
        work.month,
        work.window,
    )
    if decide(who, action, own).allowed:
        assert action in {Action.AddEvidence, Action.DeliverWork}


@few
@given(who=reaches(), action=actions, sheet=sheets)
def test_roles_beside_the_line_of_heads_change_nothing_about_sheets(
    who: Reach, action: Action, sheet: SheetFacts
) -> None:
    plain = Reach(who.person, who.today, who.stamp, headed=who.headed)
    assert decide(who, action, sheet) == decide(plain, action, sheet)


@few
@given(action=actions, facts=everything)
def test_nobody_is_allowed_nothing(action: Action, facts: Facts) -> None:
    assert not decide(nobody(date(2026, 11, 20)), action, facts).allowed


@few
@given(person=people, action=actions, facts=everything)
def test_an_empty_reach_allows_only_ones_own_part(
    person: UUID, action: Action, facts: Facts
) -> None:
    if decide(Reach(person, date(2026, 11, 20), stamp=1), action, facts).allowed:
        assert action in {
            Action.AddEvidence,
            Action.DeliverWork,
            Action.FilePetition,
            Action.RevokeDelegation,
            Action.SelfAssess,
            Action.WithdrawPetition,
        }
        assert person in {getattr(facts, "person", None), getattr(facts, "appointer", None)}


@few
@given(action=actions, facts=sheets | works)
def test_the_operator_touches_neither_sheets_nor_work(action: Action, facts: Facts) -> None:
    operator = Reach(NOBODY, date(2026, 11, 20), stamp=1, operator=True)
    assert not decide(operator, action, facts).allowed


@few
@given(who=reaches(), delegation=st.builds(DelegationFacts, anybody, anybody, units, flag))
def test_only_a_head_by_posting_lends_his_headship(who: Reach, delegation: DelegationFacts) -> None:
    if decide(who, Action.DelegateHeadship, delegation).allowed:
        assert who.headed[delegation.unit].on_behalf_of is None
        assert delegation.appointer == who.person != delegation.person


@few
@given(who=reaches(), catalogue=st.builds(CatalogueFacts, agencies, agencies, st.just("proposed")))
def test_only_the_managing_head_or_who_is_named_for_it_decides_a_catalogue(
    who: Reach, catalogue: CatalogueFacts
) -> None:
    led = [
        held
        for held in who.headed.values()
        if held.whole and held.agency == catalogue.managing_agency
    ]
    own = any(held.on_behalf_of is None for held in led)
    named = any(held.deeds and Action.ApproveCatalogue in held.deeds for held in led)
    assert decide(who, Action.ApproveCatalogue, catalogue).allowed == (own or named)
