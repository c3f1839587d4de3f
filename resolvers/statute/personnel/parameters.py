"""The numbers of Decrees 170/2025 and 172/2025 and of Regulation 377-QĐ/TW, under their dates."""

from resolvers.statute.load import parameter

TERMS = parameter("personnel/appointment_terms")
POLICY = parameter("personnel/appointment_policy")
SHARES = parameter("personnel/appointment_shares")
QUORUM = parameter("personnel/appointment_quorum")
OTHER_NAME = parameter("personnel/appointment_other_name")
SPECIAL_AGE = parameter("personnel/appointment_age")
EXPERIENCE = parameter("personnel/appointment_experience")
DOSSIER = parameter("personnel/dossier_years")

RETIREMENT = parameter("personnel/reappointment_retirement")
REAPPOINTMENT_DECISION = parameter("personnel/reappointment_decision")
REAPPOINTMENT_NOTICE = parameter("personnel/reappointment_notice")
EXTENSION_NOTICE = parameter("personnel/extension_notice")

CHILD_TRANSFER = parameter("personnel/child_transfer")
CHILD_DISCIPLINE = parameter("personnel/child_discipline")
SECONDMENT_YEARS = parameter("personnel/secondment_years")
ROTATION_YEARS = parameter("personnel/rotation_years")
ROTATION_MONTHS = parameter("personnel/rotation_months")
ALLOWANCE_KEPT = parameter("personnel/allowance_kept")
PERIODIC_CHANGE = parameter("personnel/periodic_change")
COUNCIL_QUORUM = parameter("personnel/council_quorum")

LOW_RESIGNATION = parameter("personnel/low_confidence_resignation")
LOW_REMOVAL = parameter("personnel/low_confidence_removal")
RESIGNATION_DAYS = parameter("personnel/resignation_days")
REMOVAL_DAYS = parameter("personnel/removal_days")
SUSPENSION_DAYS = parameter("personnel/suspension_days")
SUSPENSION_STEPS = parameter("personnel/suspension_steps")
SUSPENSION_PAY = parameter("personnel/suspension_pay")
LEAVING_REQUEST = parameter("personnel/leaving_request_days")
TERMINATION_DAYS = parameter("personnel/termination_days")
LEAVING_ALLOWANCE = parameter("personnel/leaving_allowance")
LEAVING_ODD_MONTHS = parameter("personnel/leaving_odd_months")

DISCIPLINE_REPORT = parameter("personnel/discipline_report")
DISCIPLINE_COUNCIL = parameter("personnel/discipline_council")
DISCIPLINE_SUMMONS = parameter("personnel/discipline_summons")
DISCIPLINE_DAYS = parameter("personnel/discipline_days")
DISCIPLINE_WHOLE = parameter("personnel/discipline_whole")
