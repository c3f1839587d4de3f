"""Personnel actions in every small organisation: who decides, and that nobody acts on himself."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from authz.actions import Action
from authz.decide import decide
from authz.facts import ABSENT, PersonnelFacts
from authz.reach import Reach
from tests.authz.test_properties import agencies, anybody, flag, people, reaches, units

DECIDING = (
    Action.CancelPersonnelAction,
    Action.DecidePersonnelAction,
    Action.EndPersonnelActionEarly,
    Action.RefusePersonnelAction,
)
ALL = (
    *DECIDING,
    Action.AgreePersonnelAction,
    Action.HearPersonnelSubject,
    Action.ProposePersonnelAction,
    Action.RecordPersonnelStep,
    Action.SpeakOnPersonnelAction,
    Action.WithdrawPersonnelAction,
)
OWNERS = (
    *("proposer", "personnel_body", "deciding_head", "person", "party_committee"),
    *("sending_agency", "receiving_agency", ABSENT),
)
facts = st.builds(
    PersonnelFacts,
    person=anybody,
    agency=agencies,
    using_unit=units,
    deciding_agency=agencies,
    deciding_unit=units,
    receiving_agency=agencies,
    receiving_unit=units,
    scoring_unit=st.none() | units,
    proposing_unit=st.none() | units,
    proposer=st.none() | people,
    own_wish=flag,
    owner=st.sampled_from(OWNERS),
    hears=flag,
    agreed=flag,
    state=st.sampled_from(
        [ABSENT, "proposed", "in_procedure", "decided", "refused", "withdrawn", "cancelled"]
    ),
    complete=flag,
    begun=flag,
    lasts=flag,
    heard=flag,
    spoken=flag,
)
few = settings(max_examples=300, deadline=None)


@few
@given(who=reaches(), action=st.sampled_from(DECIDING), about=facts)
def test_only_the_deciding_head_decides_and_never_on_himself_or_his_appointer(
    who: Reach, action: Action, about: PersonnelFacts
) -> None:
    if decide(who, action, about).allowed:
        held = who.headed[about.deciding_unit]
        assert about.person not in {who.person, held.on_behalf_of}
        assert held.on_behalf_of is None or held.deeds is None or action in held.deeds


@few
@given(who=reaches(), about=facts)
def test_a_decision_follows_the_whole_procedure(who: Reach, about: PersonnelFacts) -> None:
    if decide(who, Action.DecidePersonnelAction, about).allowed:
        assert about.complete
        assert about.state in {"proposed", "in_procedure"}


@few
@given(who=reaches(), action=st.sampled_from(ALL), about=facts)
def test_nobody_acts_on_himself_but_by_his_own_wish(
    who: Reach, action: Action, about: PersonnelFacts
) -> None:
    own = replace(about, person=who.person)
    if decide(who, action, own).allowed:
        assert (
            (action is Action.ProposePersonnelAction and own.own_wish)
            or (action is Action.RecordPersonnelStep and own.owner == "person")
            or (action is Action.WithdrawPersonnelAction and own.proposer == who.person)
            or (action is Action.SpeakOnPersonnelAction and own.heard and not own.spoken)
        )


@few
@given(who=reaches(), action=st.sampled_from(ALL), about=facts)
def test_inspectors_and_administrators_only_read(
    who: Reach, action: Action, about: PersonnelFacts
) -> None:
    officers = tuple(each for each in who.mandates if each.kind == "personnel_officer")
    plain = replace(who, mandates=officers)
    assert decide(who, action, about) == decide(plain, action, about)
