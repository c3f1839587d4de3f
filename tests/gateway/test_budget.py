"""A client's budget: charged by the minute, and never by what was refused."""

from datetime import UTC, datetime, timedelta

import pytest

from gateway.budget import MOST_CLIENTS, Budget, BudgetSpent

NOON = datetime(2026, 6, 15, 12, 0, 30, tzinfo=UTC)


class TestABudget:
    def test_is_spent_bit_by_bit(self) -> None:
        budget = Budget(100)
        budget.spend("client", 60, NOON)
        budget.spend("client", 40, NOON)
        with pytest.raises(BudgetSpent) as refused:
            budget.spend("client", 1, NOON)
        assert refused.value.status == 429
        assert refused.value.extensions == {"cost": 1, "left": 0, "limit": 100}

    def test_is_not_charged_with_what_is_refused(self) -> None:
        budget = Budget(100)
        budget.spend("client", 60, NOON)
        with pytest.raises(BudgetSpent, match="costs 41; 40 of 100"):
            budget.spend("client", 41, NOON)
        budget.spend("client", 40, NOON)

    def test_is_each_clients_own(self) -> None:
        budget = Budget(100)
        budget.spend("one", 100, NOON)
        budget.spend("another", 100, NOON)

    def test_begins_anew_with_each_minute(self) -> None:
        budget = Budget(100)
        budget.spend("client", 100, NOON)
        with pytest.raises(BudgetSpent):
            budget.spend("client", 1, NOON + timedelta(seconds=29))
        budget.spend("client", 100, NOON + timedelta(seconds=30))

    def test_forgets_who_has_not_asked_for_the_longest_time(self) -> None:
        budget = Budget(100)
        budget.spend("first", 100, NOON)
        budget.spend("second", 100, NOON)
        for number in range(MOST_CLIENTS - 1):
            budget.spend(f"client {number}", 1, NOON)
        budget.spend("first", 100, NOON)
