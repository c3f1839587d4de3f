"""Whatever offices somebody holds: a voice is its holder's alone, in its turn alone."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from authz.actions import Action
from authz.decide import decide
from authz.facts import PartyVoiceFacts
from authz.reach import PartyOffice
from tests.authz.cast import CAST, id_of

BODIES = [id_of("PartyBody", f"party_{name}") for name in ("commune", "branch", "leadership")]
PEOPLE = [CAST[name].person for name in ("member", "peer")]
KINDS = ("self", "branch", "leadership", "mass_organisation", "agency_committee", "upper")
OFFICES = ("secretary", "deputy_secretary", "committee_member", "personnel_officer", "head")
OTHERS = ("leader", "representative", "standing_member")

offices = st.lists(
    st.builds(PartyOffice, st.sampled_from((*OFFICES, *OTHERS)), st.sampled_from(BODIES)),
    max_size=4,
).map(tuple)
voices = st.builds(
    PartyVoiceFacts,
    kind=st.sampled_from((*KINDS, "deciding_committee")),
    state=st.sampled_from(("open", "closed", "decided")),
    turn=st.booleans(),
    given=st.booleans(),
    person=st.sampled_from((*PEOPLE, None)),
    body=st.sampled_from((*BODIES, None)),
    speaker_concerned=st.booleans(),
    waits_for=st.sampled_from(("none", "collective", "head")),
)


@given(held=offices, voice=voices)
def test_whoever_speaks_holds_that_very_voice_and_its_turn(
    held: tuple[PartyOffice, ...], voice: PartyVoiceFacts
) -> None:
    who = replace(CAST["member"], party_offices=held)
    if not decide(who, Action.SpeakOnPartyReview, voice).allowed:
        return
    assert (voice.state, voice.turn, voice.given, voice.waits_for) == ("open", True, False, "none")
    assert voice.kind != "deciding_committee"
    if voice.person == who.person:
        assert voice.kind == "self"
    else:
        assert voice.body in {office.body for office in held}


@given(held=offices, voice=voices)
def test_nobody_returns_or_speaks_about_himself(
    held: tuple[PartyOffice, ...], voice: PartyVoiceFacts
) -> None:
    about_me = replace(voice, person=CAST["member"].person)
    who = replace(CAST["member"], party_offices=held)
    assert not decide(who, Action.ReturnPartyVoice, about_me).allowed
    if about_me.kind != "self":
        assert not decide(who, Action.SpeakOnPartyReview, about_me).allowed
