"""The four operations: their documents, and requests by many people for many rows."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import count, cycle
from pathlib import Path
from random import Random
from typing import Any

from gateway.graph import Ask
from infra.bench.issuer import BenchIssuer
from infra.bench.population import MONTHS, OPEN_MONTH, WORKLIST, Population, id_of
from resolvers.evaluations import CODES

DOCUMENTS = Path(__file__).parent / "documents"
LIST, RECORD, SHEET, DEED = "worklist", "my_record", "sheet", "score_sheet"
READS = (LIST, RECORD, SHEET)
NAMES = {
    LIST: "the head's worklist",
    RECORD: "my record",
    SHEET: "one sheet explained",
    DEED: "score a sheet",
}
ASKING = 1000
"""Heads, and as many members, who ask: each with a token of his own."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: who asks, and for what."""

    person: int
    variables: Mapping[str, Any]


@cache
def document(name: str) -> str:
    return (DOCUMENTS / f"{name}.graphql").read_text()


def ask(name: str, asked: Asked) -> Ask:
    """The request as the graph takes it."""
    return Ask(document(name), variables=asked.variables)


class Operations:
    """Endless rows of requests for one population, the same in every run."""

    def __init__(self, people: Population, issuer: BenchIssuer) -> None:
        self._people, self._issuer = people, issuer
        chance = Random("who asks")
        every = list(people.heads())
        chance.shuffle(every)
        self._heads = [people.head(which) for which in every[:ASKING]]
        # Deputies come right after the head, and are scored otherwise: see `deeds`.
        self._members = [head.person + chance.randrange(2, WORKLIST + 1) for head in self._heads]
        self._tokens: dict[int, str] = {}

    def asked(self, name: str) -> Iterator[Asked]:
        """Requests for a read."""
        chance = Random(name)
        for number in count():
            head = self._heads[number % len(self._heads)]
            month = chance.randrange(len(MONTHS))
            if name == RECORD:
                yield Asked(self._members[number % len(self._members)], {})
            elif name == LIST:
                unit, period = id_of("unit", head.unit), MONTHS[month].isoformat()
                yield Asked(head.person, {"unit": unit, "period": period})
            else:
                whose = head.person + chance.randrange(1, WORKLIST + 1)
                yield Asked(head.person, {"sheet": self._people.sheet(month, whose)})

    def sheets_to_score(self) -> list[tuple[int, str]]:
        """Heads with sheets of their members in the open month, neighbours far apart."""
        return [
            (head.person, self._people.sheet(OPEN_MONTH, head.person + seat))
            for seat in range(2, WORKLIST + 1)
            for head in self._heads
        ]

    def deeds(self, versions: dict[str, int]) -> Iterator[Asked]:
        """Scorings, sheet after sheet; `versions` are those that stand, and is kept up to date."""
        chance = Random("marks")
        for person, sheet in cycle(self.sheets_to_score()):
            marks = [{"criterion": code, "points": _points(code, chance)} for code in CODES]
            yield Asked(person, {"sheet": sheet, "version": versions[sheet], "marks": marks})
            versions[sheet] += 1

    def rendered(self, name: str, asked: Iterator[Asked]) -> Iterator[bytes]:
        """The requests as they are sent."""
        text = document(name)
        for each in asked:
            body = json.dumps({"query": text, "variables": each.variables}).encode()
            head = (
                "POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n"
                f"authorization: Bearer {self._token(each.person)}\r\n"
                f"content-length: {len(body)}\r\n\r\n"
            )
            yield head.encode() + body

    def _token(self, person: int) -> str:
        if person not in self._tokens:
            self._tokens[person] = self._issuer.token(person)
        return self._tokens[person]


def _points(code: str, chance: Random) -> str:
    most = Decimal(5) if code.startswith("I.") else Decimal("2.5")
    return str(most - chance.choice((0, 0, 0, 1, 2)) * Decimal("0.25"))
