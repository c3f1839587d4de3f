"""What discipline in law is about, as plain words."""

from enum import StrEnum


class Source(StrEnum):
    """By whose rules somebody is disciplined."""

    ADMINISTRATIVE = "administrative"
    PARTY = "party"


class Form(StrEnum):
    """The forms of discipline of civil servants and of Party members, the lightest first."""

    REPRIMAND = "reprimand"
    WARNING = "warning"
    DEMOTION = "demotion"
    DISMISSAL = "dismissal"
    EXPULSION = "expulsion"


class Relation(StrEnum):
    """What the conduct has to do with public duty: it decides whether it counts in a year."""

    DUTY = "duty"
    DEGRADATION = "degradation"
    """Political, moral or lifestyle degradation, which counts as if it were of duty."""
    UNRELATED = "unrelated"


class Procedure(StrEnum):
    """What may be under way about somebody."""

    ADMINISTRATIVE = "administrative"
    PARTY = "party"
    INSPECTION = "inspection"
    INVESTIGATION = "investigation"
    PROSECUTION = "prosecution"
    TRIAL = "trial"


class Postponed(StrEnum):
    """Why discipline is not taken up yet (Decree 172/2025, art. 3)."""

    ILLNESS = "illness"
    PREGNANCY = "pregnancy"
    MATERNITY = "maternity"
    SMALL_CHILD = "small_child"
    DETENTION = "detention"


class Unlimited(StrEnum):
    """Violations to which no limitation applies (Decree 172/2025, art. 5.4)."""

    PARTY_EXPULSION = "party_expulsion"
    INTERNAL_POLITICS = "internal_politics"
    NATIONAL_INTEREST = "national_interest"
    FALSE_DOCUMENTS = "false_documents"


FORMS = {
    Source.ADMINISTRATIVE: (Form.REPRIMAND, Form.WARNING, Form.DEMOTION, Form.DISMISSAL),
    Source.PARTY: (Form.REPRIMAND, Form.WARNING, Form.DEMOTION, Form.EXPULSION),
}
"""Law 80/2025, art. 36.1; and the forms of the Party's own rules."""
