"""Signals, figures, calibration, rewards. Other slices use only the names exported here."""

from resolvers.insight.beyond import beyond_plan_of, pieces_beyond
from resolvers.insight.deeds_rewards import (
    ALLOWED_NEEDS as ALLOWED_NEEDS_OF_REWARDS,
)
from resolvers.insight.deeds_rewards import (
    NothingBeyondThePlan,
    allowed_on_rewards,
    decide_reward,
    propose_reward,
)
from resolvers.insight.deeds_signals import (
    ALLOWED_NEEDS as ALLOWED_NEEDS_OF_SIGNALS,
)
from resolvers.insight.deeds_signals import (
    allowed_on_signals,
    mark_signal,
    share_signal,
)
from resolvers.insight.figures import figures_of, take_figures
from resolvers.insight.lately import closed_lately
from resolvers.insight.loads import (
    LOAD_NEEDS,
    allowed_on_loads,
    every_posting,
    every_product,
    month_loads,
)
from resolvers.insight.looking import look_for_signals, signals_of
from resolvers.insight.questions import (
    ASSIGNED_EACH,
    FIELDS_EACH,
    HEAVIEST_SHARE,
    MEAN,
    REWARDED_UNITS,
    UNITS_EACH,
    calibrations_of_agency,
    calibrations_of_unit,
    every_person,
    every_sheet,
    every_unit,
    figures_of_agencies,
    figures_of_agency,
    rewards_of_agency,
    signals_of_agency,
    signals_of_unit,
)
from resolvers.insight.spread import score_outliers, scores_beneath
from resolvers.insight.stories import (
    may_look,
    sheets_of_signals,
    signal_by_id,
    signal_counts,
    story_of_sheet,
)
from resolvers.insight.tables import (
    CELL_SHOWN,
    INSPECTING,
    figures,
    reward_proposal,
    signal,
)
from resolvers.insight.telling import told_evidence, told_signals

__all__ = [
    "ALLOWED_NEEDS_OF_REWARDS",
    "ALLOWED_NEEDS_OF_SIGNALS",
    "ASSIGNED_EACH",
    "CELL_SHOWN",
    "FIELDS_EACH",
    "HEAVIEST_SHARE",
    "INSPECTING",
    "LOAD_NEEDS",
    "MEAN",
    "REWARDED_UNITS",
    "UNITS_EACH",
    "NothingBeyondThePlan",
    "allowed_on_loads",
    "allowed_on_rewards",
    "allowed_on_signals",
    "beyond_plan_of",
    "calibrations_of_agency",
    "calibrations_of_unit",
    "closed_lately",
    "decide_reward",
    "every_person",
    "every_posting",
    "every_product",
    "every_sheet",
    "every_unit",
    "figures",
    "figures_of",
    "figures_of_agencies",
    "figures_of_agency",
    "look_for_signals",
    "mark_signal",
    "may_look",
    "month_loads",
    "pieces_beyond",
    "propose_reward",
    "reward_proposal",
    "rewards_of_agency",
    "score_outliers",
    "scores_beneath",
    "share_signal",
    "sheets_of_signals",
    "signal",
    "signal_by_id",
    "signal_counts",
    "signals_of",
    "signals_of_agency",
    "signals_of_unit",
    "story_of_sheet",
    "take_figures",
    "told_evidence",
    "told_signals",
]
