"""What a decision needs to know about the thing a deed is done to.

Plain values, filled from the database inside the deed's transaction. The class names and the field
names are those of `schema.cedarschema`, so that a policy reads like the code that asks.
"""

from dataclasses import dataclass

from authz.entities import ABSENT as ABSENT
from authz.entities import AgencyId, PersonId, UnitId
from authz.entities import Facts as Facts
from authz.facts_discipline import DisciplineFacts as DisciplineFacts
from authz.facts_discipline import DossierFacts as DossierFacts
from authz.facts_discipline import DossierRequestFacts as DossierRequestFacts
from authz.facts_party import PartyBodyFacts as PartyBodyFacts
from authz.facts_party import PartyCampaignFacts as PartyCampaignFacts
from authz.facts_party import PartyMemberFacts as PartyMemberFacts
from authz.facts_party import PartyOfficeFacts as PartyOfficeFacts
from authz.facts_party import PartyReviewFacts as PartyReviewFacts
from authz.facts_party import PartyVoiceFacts as PartyVoiceFacts
from authz.facts_party_votes import PartyBallotFacts as PartyBallotFacts
from authz.facts_party_votes import PartyDecisionFacts as PartyDecisionFacts
from authz.facts_party_votes import PartyMeetingFacts as PartyMeetingFacts
from authz.facts_party_votes import PartyRuleFacts as PartyRuleFacts
from authz.facts_party_votes import PartyTopicFacts as PartyTopicFacts
from authz.facts_personnel import PersonnelFacts as PersonnelFacts
from authz.facts_personnel_gates import PersonnelRecordFacts as PersonnelRecordFacts
from authz.facts_petitions import LockFacts as LockFacts
from authz.facts_petitions import PetitionFacts as PetitionFacts
from authz.facts_rewards import RegulationFacts as RegulationFacts
from authz.facts_rewards import RewardLineFacts as RewardLineFacts
from authz.facts_rewards import RewardListFacts as RewardListFacts
from authz.facts_rewards import SalaryFacts as SalaryFacts
from authz.facts_year import ClassFlagFacts as ClassFlagFacts
from authz.facts_year import ClassificationFacts as ClassificationFacts
from authz.facts_year import ClassificationRoundFacts as ClassificationRoundFacts
from authz.facts_year import RegisterFacts as RegisterFacts

NOT_OPEN, OPEN, OVER, EXCEPTED = "not_open", "open", "over", "excepted"
"""Where a month's entry window stands; "excepted": a lock exception has opened it. Whoever does not
say where it stands is refused."""


@dataclass(frozen=True, slots=True)
class PlatformFacts(Facts):
    """The installation itself."""


@dataclass(frozen=True, slots=True)
class AgencyFacts(Facts):
    """An agency; one about to be established has no mandate holders, and one that has closed none
    any more, so its upper one counts."""

    agency: AgencyId
    managing_agency: AgencyId | None = None


@dataclass(frozen=True, slots=True)
class UnitFacts(Facts):
    """A unit; when one is established, `unit` is the one above it."""

    unit: UnitId
    target: UnitId | None = None
    """The unit beneath which `unit` is to be moved."""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class ReorganisationFacts(Facts):
    """A unit that a reorganisation closes, changes, or opens others beneath."""

    unit: UnitId
    managing_agency: AgencyId | None = None
    """The agency that manages the unit's."""
    persons: frozenset[PersonId] = frozenset()
    """Those who are given a post or a role by the same reorganisation."""
    closed: bool = False


@dataclass(frozen=True, slots=True)
class PostingFacts(Facts):
    """A post held, or about to be held, by a person in a unit."""

    person: PersonId
    unit: UnitId
    last: bool = False
    """Ending it leaves the unit without anybody who manages it."""


@dataclass(frozen=True, slots=True)
class LoginFacts(Facts):
    """A login of a person, or about to be linked to one."""

    person: PersonId
    agencies: frozenset[AgencyId]
    """The agency that holds the person's file and every one where he has a post or a mandate."""


@dataclass(frozen=True, slots=True)
class MandateFacts(Facts):
    """A role bound to a unit, held or about to be held by a person."""

    person: PersonId
    unit: UnitId
    kind: str
    last: bool = False
    """Nobody else holds this role for the unit."""


@dataclass(frozen=True, slots=True)
class DelegationFacts(Facts):
    """A head's authority lent, or about to be lent, to `person`."""

    person: PersonId
    appointer: PersonId
    unit: UnitId
    eligible: bool = True
    """The person holds a post in the unit's agency on the days of the delegation."""


@dataclass(frozen=True, slots=True)
class AbsenceFacts(Facts):
    """Days on which a person did not serve."""

    person: PersonId
    agency: AgencyId
    """The agency of his main post when the absence began."""
    state: str = ABSENT
    """recorded, annulled, or none for one about to be recorded."""


@dataclass(frozen=True, slots=True)
class PositionFacts(Facts):
    """A job position of an agency, with its indicators."""

    agency: AgencyId


@dataclass(frozen=True, slots=True)
class CatalogueFacts(Facts):
    """An edition of an agency's product list."""

    agency: AgencyId
    managing_agency: AgencyId
    """The agency whose head decides the list: the managing one, or the agency itself if it is."""
    state: str = ABSENT


@dataclass(frozen=True, slots=True)
class WorkFacts(Facts):
    """An assignment, one month's line of it, or a delivery."""

    person: PersonId
    """Who is to do the work; for work taken over, who takes it."""
    scoring_unit: UnitId
    state: str = "assigned"
    delivery: str = ABSENT
    """The delivery in question: waiting, accepted, returned, or none."""
    sheet: str = ABSENT
    """The state of the sheet that the work counts in."""
    month: str = ABSENT
    """The state of the scoring unit's month that the work counts in."""
    window: str = ABSENT
    """Where the entry window of the month stands that the work counts in."""


@dataclass(frozen=True, slots=True)
class SheetFacts(Facts):
    """One person's sheet of one month."""

    person: PersonId
    scoring_unit: UnitId
    next_unit: UnitId | None
    """The next unit up that scores, above `scoring_unit`; its head may reopen."""
    state: str
    """As the sheet has it; "excused" for an open one whose person cannot assess himself."""
    month: str
    """The state of the scoring unit's month."""
    window: str = ABSENT
    """Where the month's entry window stands for this person."""


@dataclass(frozen=True, slots=True)
class BreachFacts(Facts):
    """A missed duty on the record of the head who owed it."""

    person: PersonId
    scoring_unit: UnitId
    """The unit whose head scores him."""
    state: str
    """proposed, accepted or dismissed."""


@dataclass(frozen=True, slots=True)
class NoticeFacts(Facts):
    """A notice in a person's inbox."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class ContactFacts(Facts):
    """Where a person is written to."""

    person: PersonId
    agency: AgencyId
    """The agency that holds the person's file."""


@dataclass(frozen=True, slots=True)
class MonthFacts(Facts):
    """One month of one unit whose head scores."""

    unit: UnitId
    next_unit: UnitId | None
    """The next unit up that scores; its head may reopen the month."""
    state: str = ABSENT
    upper_state: str = ABSENT
    """The state of the same month in `next_unit`."""
    complete: bool = False
    """Every sheet is released and every unit beneath has closed this month."""
    window: str = ABSENT
    """Where the month's entry window stands for the unit."""


@dataclass(frozen=True, slots=True)
class SchemeFacts(Facts):
    """A managing agency's scheme of criteria for organisations."""

    agency: AgencyId
    state: str = ABSENT


@dataclass(frozen=True, slots=True)
class RoundFacts(Facts):
    """One year of all organisations that the head of one unit recognises."""

    unit: UnitId
    state: str = ABSENT


@dataclass(frozen=True, slots=True)
class ReviewFacts(Facts):
    """One organisation's year."""

    unit: UnitId
    """The organisation."""
    recognising_unit: UnitId
    """The unit whose head recognises it (art. 5)."""
    state: str


@dataclass(frozen=True, slots=True)
class FlagFacts(Facts):
    """A recognised result that is to be looked at: what it rested on was replaced."""

    unit: UnitId
    """The organisation."""
    recognising_unit: UnitId
    """The unit whose head recognises it (art. 5)."""
    ended: bool = False
    """Whether it was looked at already."""


@dataclass(frozen=True, slots=True)
class SignalFacts(Facts):
    """Something found in an agency's month that an inspector may look at."""

    agency: AgencyId
    unit: UnitId
    """The unit whose head answers for it."""
    person: PersonId | None = None
    """Whom it is about; None where it is about the whole unit."""


@dataclass(frozen=True, slots=True)
class RewardFacts(Facts):
    """A reward out of turn that is, or is about to be, proposed for a person."""

    person: PersonId
    scoring_unit: UnitId
    agency: AgencyId
    """The agency whose head decides: that of the scoring unit."""
    state: str = ABSENT
