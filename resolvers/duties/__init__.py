"""The heads' duties as a clock. Other slices use only the names exported here."""

from resolvers.duties.allowed import ALLOWED_NEEDS, allowed_actions
from resolvers.duties.deeds_breaches import (
    BreachWithoutSheet,
    NoScaleToApply,
    accept_breach,
    dismiss_breach,
)
from resolvers.duties.deeds_inbox import AddressNotAcceptable, mark_notice, set_contact
from resolvers.duties.passing_up import pass_duties_up
from resolvers.duties.questions import (
    STATE,
    acting_heads_today,
    breach_by_id,
    breaches_of_agency,
    breaches_to_decide,
    contact_of,
    duties_of_agency,
    duties_of_unit,
    duty_by_id,
    escalated_to_me,
    heads_today,
    my_breaches,
    my_contact,
    my_duties,
    my_inbox,
    my_notices,
)
from resolvers.duties.steps import NAME_NEEDS, STAGES, STEPS, Step
from resolvers.duties.sweeping import Swept, sweep_duties
from resolvers.duties.tables import breach, contact, duty, mail, notice
from resolvers.duties.texts import (
    NOTICE_NEEDS,
    Words,
    closing,
    notice_texts,
    notice_titles,
    step_names,
    words,
)

__all__ = [
    "ALLOWED_NEEDS",
    "NAME_NEEDS",
    "NOTICE_NEEDS",
    "STAGES",
    "STATE",
    "STEPS",
    "AddressNotAcceptable",
    "BreachWithoutSheet",
    "NoScaleToApply",
    "Step",
    "Swept",
    "Words",
    "accept_breach",
    "acting_heads_today",
    "allowed_actions",
    "breach",
    "breach_by_id",
    "breaches_of_agency",
    "breaches_to_decide",
    "closing",
    "contact",
    "contact_of",
    "dismiss_breach",
    "duties_of_agency",
    "duties_of_unit",
    "duty",
    "duty_by_id",
    "escalated_to_me",
    "heads_today",
    "mail",
    "mark_notice",
    "my_breaches",
    "my_contact",
    "my_duties",
    "my_inbox",
    "my_notices",
    "notice",
    "notice_texts",
    "notice_titles",
    "pass_duties_up",
    "set_contact",
    "step_names",
    "sweep_duties",
    "words",
]
