"""The questions that the law leaves open, and the answers that an agency may give."""

from decimal import Decimal

import pytest

from resolvers.statute.bounds import Unacceptable
from resolvers.statute.citing import cited
from resolvers.statute.switches import (
    CAP,
    DEFAULTS,
    EVIDENCE_SHARE,
    MONTH,
    PRODUCT_SHARE_WARNING,
    REGISTRY,
    ROUNDING_DIGITS,
    ROUNDING_MODE,
    Switch,
    Switches,
)
from resolvers.statute.switches.names import RULES
from tests.statute.pages import dossier, duties, insight, year


@pytest.mark.parametrize("switch", REGISTRY.values(), ids=lambda switch: switch.name)
class TestSwitch:
    def test_asks_in_both_languages_and_says_why(self, switch: Switch[str]) -> None:
        assert switch.asks.endswith("?")
        assert switch.asks_vi.endswith("?")
        assert switch.why.endswith(".")

    def test_has_a_default_inside_its_own_range(self, switch: Switch[str]) -> None:
        assert switch.read(switch.default) == switch.default

    def test_is_cited_by_the_article_that_leaves_it_open(self, switch: Switch[str]) -> None:
        about = RULES[switch.name]
        assert about[0] in cited(switch.cite, "en")
        assert about[1] in cited(switch.cite, "vi")
        assert "Điều" in cited(switch.cite, "vi")

    @pytest.mark.parametrize("strange", [None, True, [], "", "none", "NaN", -1, Decimal("1.5")])
    def test_refuses_what_is_no_answer(self, switch: Switch[str], strange: object) -> None:
        with pytest.raises(Unacceptable) as refusal:
            switch.read(strange)
        assert refusal.value.field == switch.name
        assert refusal.value.allowed.startswith(switch.allowed.words)


class TestSwitches:
    def test_keeps_the_recommended_defaults_of_the_month(self) -> None:
        assert DEFAULTS.to_json(MONTH) == {
            "cap": "total",
            "rounding_mode": "half_up",
            "rounding_digits": 2,
            "deduction_floor": "each_product",
            "delays_counted": "each_missed_deadline",
            "zero_denominator": "insufficient_data",
            "leadership_between": "choice_with_reason",
            "no_subordinates": "choice_with_reason",
            "late_finish": "deadline_month",
            "general_marks": "superior",
            "evidence_share": "0.20",
            "product_share_warning": "0.40",
        }

    def test_keeps_the_recommended_defaults_of_the_year(self) -> None:
        assert DEFAULTS.to_json(year) == {
            "cycle": "month",
            "december": "provisional_december",
            "sheets_of_one_month": "by_days_of_service",
            "same_act_year": "first_decision",
            "quota_reading": "strict",
            "petition_filing_days": 5,
            "special_deadline": "no",
        }

    def test_keeps_the_recommended_defaults_of_the_duties(self) -> None:
        assert DEFAULTS.to_json(duties) == {
            "duty_assign_day": 5,
            "duty_accept_days": 5,
            "duty_score_day": 3,
            "duty_close_day": 5,
            "entry_opens_day": 1,
            "entry_closes_day": 10,
        }

    def test_keeps_the_recommended_defaults_of_supervision(self) -> None:
        assert DEFAULTS.to_json(insight) == {
            "signal_least": 4,
            "signal_alike_share": "0.90",
            "signal_burst_minutes": 30,
            "signal_burst_share": "0.80",
            "signal_last_days": 1,
            "signal_outlier_times": 5,
            "signal_spread_floor": "0.10",
            "signal_months": 3,
            "figures_least": 5,
        }

    def test_opens_a_dossier_for_a_month(self) -> None:
        assert DEFAULTS.to_json(dossier) == {"dossier_days": 30}
        with pytest.raises(Unacceptable, match="from 1 to 90, not 91"):
            Switches.of({"dossier_days": 91})

    def test_lets_nobody_wait_longer_than_a_working_week_for_an_acceptance(self) -> None:
        with pytest.raises(Unacceptable, match="from 1 to 5, not 6"):
            Switches.of({"duty_accept_days": 6})

    def test_can_be_asked_for_a_month_alone(self) -> None:
        with pytest.raises(Unacceptable, match=r"^cycle: is not a switch; allowed: cap, "):
            Switches.of({"cycle": "quarter"}, among=MONTH)

    def test_stores_with_a_month_only_what_a_month_may_read(self) -> None:
        quarterly = Switches.of({"cycle": "quarter", "cap": "each_ratio"})
        assert quarterly.to_json(MONTH) == {**DEFAULTS.to_json(MONTH), "cap": "each_ratio"}

    def test_takes_the_agency_s_answers_and_the_defaults_for_the_rest(self) -> None:
        switches = Switches.of({"cap": "each_ratio", "rounding_digits": 3})
        assert switches(CAP) == "each_ratio"
        assert switches(ROUNDING_DIGITS) == 3
        assert switches(ROUNDING_MODE) == "half_up"

    def test_reads_back_what_it_wrote(self) -> None:
        switches = Switches.of({"evidence_share": "0.15", "product_share_warning": 1})
        assert switches(EVIDENCE_SHARE) == Decimal("0.15")
        assert switches(PRODUCT_SHARE_WARNING) == 1
        assert Switches.of(switches.to_json()) == switches

    def test_refuses_an_unknown_switch_with_the_known_ones(self) -> None:
        with pytest.raises(Unacceptable, match=r"^bonus: is not a switch; allowed: cap, "):
            Switches.of({"bonus": 1})

    def test_does_not_allow_a_month_without_any_cap(self) -> None:
        with pytest.raises(Unacceptable, match="must be total or each_ratio"):
            Switches.of({"cap": "none"})
