"""What the law leaves open, as switches that each agency may set inside a legal range.

A switch is one block of `month`, `year`, `duties`, `insight` or `dossier`: the question, the
answers allowed, the default and the article that leaves it open. An agency's choices are a dated,
audited row; `Switches.of` reads one. Reading a switch looks like reading the law: `switches(CAP)`.
"""

from resolvers.statute.switches.answers import DEFAULTS, MONTH, REGISTRY, Switches
from resolvers.statute.switches.dossier import DOSSIER_DAYS
from resolvers.statute.switches.duties import (
    DUTY_ACCEPT_DAYS,
    DUTY_ASSIGN_DAY,
    DUTY_CLOSE_DAY,
    DUTY_SCORE_DAY,
    ENTRY_CLOSES_DAY,
    ENTRY_OPENS_DAY,
)
from resolvers.statute.switches.insight import (
    FIGURES_LEAST,
    SIGNAL_ALIKE_SHARE,
    SIGNAL_BURST_MINUTES,
    SIGNAL_BURST_SHARE,
    SIGNAL_LAST_DAYS,
    SIGNAL_LEAST,
    SIGNAL_MONTHS,
    SIGNAL_OUTLIER_TIMES,
    SIGNAL_SPREAD_FLOOR,
)
from resolvers.statute.switches.kinds import Choice, Range, Share, Switch, Whole
from resolvers.statute.switches.month import (
    CAP,
    DEDUCTION_FLOOR,
    DELAYS_COUNTED,
    EVIDENCE_SHARE,
    GENERAL_MARKS,
    LATE_FINISH,
    LEADERSHIP_BETWEEN,
    NO_SUBORDINATES,
    PRODUCT_SHARE_WARNING,
    ROUNDING_DIGITS,
    ROUNDING_MODE,
    ZERO_DENOMINATOR,
)
from resolvers.statute.switches.year import (
    CYCLE,
    DECEMBER,
    PETITION_FILING_DAYS,
    QUOTA_READING,
    SAME_ACT_YEAR,
    SHEETS_OF_ONE_MONTH,
    SPECIAL_DEADLINE,
)

__all__ = [
    "CAP",
    "CYCLE",
    "DECEMBER",
    "DEDUCTION_FLOOR",
    "DEFAULTS",
    "DELAYS_COUNTED",
    "DOSSIER_DAYS",
    "DUTY_ACCEPT_DAYS",
    "DUTY_ASSIGN_DAY",
    "DUTY_CLOSE_DAY",
    "DUTY_SCORE_DAY",
    "ENTRY_CLOSES_DAY",
    "ENTRY_OPENS_DAY",
    "EVIDENCE_SHARE",
    "FIGURES_LEAST",
    "GENERAL_MARKS",
    "LATE_FINISH",
    "LEADERSHIP_BETWEEN",
    "MONTH",
    "NO_SUBORDINATES",
    "PETITION_FILING_DAYS",
    "PRODUCT_SHARE_WARNING",
    "QUOTA_READING",
    "REGISTRY",
    "ROUNDING_DIGITS",
    "ROUNDING_MODE",
    "SAME_ACT_YEAR",
    "SHEETS_OF_ONE_MONTH",
    "SIGNAL_ALIKE_SHARE",
    "SIGNAL_BURST_MINUTES",
    "SIGNAL_BURST_SHARE",
    "SIGNAL_LAST_DAYS",
    "SIGNAL_LEAST",
    "SIGNAL_MONTHS",
    "SIGNAL_OUTLIER_TIMES",
    "SIGNAL_SPREAD_FLOOR",
    "SPECIAL_DEADLINE",
    "ZERO_DENOMINATOR",
    "Choice",
    "Range",
    "Share",
    "Switch",
    "Switches",
    "Whole",
]
