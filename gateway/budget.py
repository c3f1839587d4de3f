"""What one integration client may spend: the cost of its operations, minute by minute."""

from collections import OrderedDict
from datetime import datetime

from gateway.graph import RequestError

MOST_CLIENTS = 10_000


class BudgetSpent(RequestError):
    """The client has spent what it may in this minute."""

    code = "BUDGET_SPENT"
    status = 429


class Budget:
    """Counts each client's cost in the running minute; each server process keeps its own count."""

    def __init__(self, per_minute: int) -> None:
        self._per_minute = per_minute
        self._spent: OrderedDict[str, tuple[int, int]] = OrderedDict()

    def spend(self, client: str, cost: int, now: datetime) -> None:
        """Charge a client; raises BudgetSpent, and charges nothing, where too little is left."""
        minute = int(now.timestamp()) // 60
        since, spent = self._spent.get(client, (minute, 0))
        if since != minute:
            spent = 0
        if spent + cost > self._per_minute:
            raise BudgetSpent(
                f"This operation costs {cost}; {self._per_minute - spent} of"
                f" {self._per_minute} are left in this minute.",
                vi=f"Câu hỏi này có chi phí {cost}; trong phút này còn {self._per_minute - spent}"
                f" trên {self._per_minute}.",
                cost=cost,
                left=self._per_minute - spent,
                limit=self._per_minute,
            )
        self._spent[client] = (minute, spent + cost)
        self._spent.move_to_end(client)
        while len(self._spent) > MOST_CLIENTS:
            self._spent.popitem(last=False)
