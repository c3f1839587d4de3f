"""The Party's organisation of the journeys' commune, and its people at the Party's entrance.

province, a committee (province, installed by the operator)
├── desk, a branch (chair, until he belongs to the commune's)
└── commune, a grassroots committee (chair, vice)
    ├── branch (head, deputy)       reviews its members
    ├── leadership (chair leads, vice and head sit in it)
    └── union (away speaks for it)
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
import pytest
from click.testing import CliRunner, Result

from gateway.commands import main
from tests.journeys.client import Answer, Client
from tests.journeys.year.story import Story

DAY, YEAR = date(2026, 12, 8), 2026
BEGAN, MOVED = date(2026, 1, 1), date(2026, 2, 1)
PAPER = {"number": "12-QĐ/ĐU", "day": DAY, "sha256": "ab" * 32}
MEMBERS = ("head", "deputy", "staff", "personnel", "admin", "inspector", "tl011", "tl012")
"""The branch, besides the commune's secretary and deputy secretary: the province's cadres."""
BEST = ("staff", "deputy")
"""Excellent by law, of the seven who are no leaders; the other five are good."""
BODIES = {
    "commune": ("province", "GRASSROOTS_COMMITTEE", "Đảng bộ xã Thanh Lĩnh"),
    "branch": ("commune", "BRANCH", "Chi bộ Văn phòng"),
    "leadership": ("commune", "LEADERSHIP", "Tập thể lãnh đạo Ủy ban nhân dân xã"),
    "union": ("commune", "MASS_ORGANISATION", "Công đoàn cơ sở xã"),
}
REPORT = {"text": "Đã kiểm điểm theo quy định."}
GOOD = {"level": "GOOD", "findings": {"general": 25, "results": 55}}
EXCELLENT = {
    "level": "EXCELLENT",
    "findings": {"general": 28, "results": 65, "exceeded": "0.4"},
}
NUMBER = {"begins": BEGAN, "decisionNo": "01-QĐ/ĐU"}
CODE = "Hòm phiếu của chi bộ, năm 2026"
VOTES = {
    **dict.fromkeys(("head", "deputy", "vice", "personnel", "admin"), "EXCELLENT"),
    "inspector": "GOOD",
    "tl011": None,
}
"""Five of the nine who may vote are more than half of them; the last of these is a blank vote."""
BALLOT = (
    "query($ballot: ID!) { partyBallot(id: $ballot) { state secret summoned turnout valid"
    " chosen choices { choice votes } openVotes(first: 20) { choice } } }"
)
MINE = """{ myPartyReviews(first: 5) { nodes {
  state points lawfulLevel appliedLevel appliedReason stateLevel decisionNo
  classification { appliedLevel } voices(first: 9) { kind level }
} } }"""
SEEN = """query($review: ID!, $ballot: ID!, $body: ID!) {
  partyReview(id: $review) { id } partyBallot(id: $ballot) { id } partyBody(id: $body) { id }
  node(id: $review) { id } partyBodies(first: 5) { totalCount }
  partyReviews(body: $body, year: 2026, first: 5) { totalCount }
  partyBallots(body: $body, first: 5) { totalCount }
  partyMembers(body: $body, first: 5) { totalCount }
  partyPublishedClasses(body: $body, year: 2026, first: 5) { totalCount }
  partyVoicesToGive(first: 5) { totalCount } myPartyOffices(first: 5) { totalCount }
  myPartyReviews(first: 5) { totalCount } myPartyBallots(first: 5) { totalCount }
}"""


@dataclass(frozen=True, slots=True)
class Inside(Client):
    """A client that asks at the Party's entrance, whatever its token is good for."""

    async def send(
        self, body: Mapping[str, Any], headers: Mapping[str, str] | None = None
    ) -> httpx2.Response:
        """Send a body as it is."""
        told = {"authorization": f"Bearer {self.token}", **(headers or {})}
        return await self.http.post("/party/graphql", json=body, headers=told)


@dataclass
class House(Story):
    """The served commune with its Party organisations, and how far their story has come."""

    bodies: dict[str, UUID] = field(default_factory=dict)

    def sign(self, who: str) -> Client:
        """Somebody at the Party's entrance, with a token for it."""
        return Inside(self.served.http, self.served.token(who, party=True))

    def ordinary(self, who: str) -> tuple[Client, Client]:
        """Somebody with a token that lacks the Party's scope, at either entrance."""
        return self.served.sign(who), Inside(self.served.http, self.served.token(who))

    async def refused(self, who: str, deed: str, code: str, /, **arguments: Any) -> None:
        """Refused with exactly this code: the attempt is in the audit, nothing else is written."""
        await self.refuses(self.sign(who), deed, code, **arguments)

    async def refuses(self, client: Client, deed: str, code: str, /, **arguments: Any) -> None:
        """The same of a client."""
        before = await self.written()
        last = (await self.row("select max(seq) as seq from congtam.audit_leaf"))["seq"]
        payload = await client.do(deed, "__typename", **arguments)
        assert payload.get("code") == code, payload
        assert await self.written() == before
        leaf = await self.row("select refusal from congtam.audit_leaf where seq > $1", last)
        assert leaf["refusal"] == code

    async def written(self) -> list[tuple[Any, ...]]:
        """What would differ if anything but a leaf of the audit had been written."""
        return [row for row in await self.served.trace() if row[0] != "congtam.audit_leaf"]

    async def operate(self, patch: pytest.MonkeyPatch, folder: Path, *arguments: str) -> Result:
        """What `congtam party` says on the server."""
        patch.setattr("gateway.commands.party.clock", self.served.day)
        url = self.served.settings.database_url
        assert url is not None
        environment = {
            "DATABASE_URL": url.get_secret_value(),
            "CONGTAM_DATA": str(folder / "data"),
            "CONGTAM_PARTY_MODULE": "true",
        }
        run = partial(CliRunner().invoke, main, ["party", *arguments], env=environment)
        return await asyncio.to_thread(run)

    async def found(self, by: str, name: str, parent: str, kind: str, full: str) -> None:
        told = {"kind": kind, "code": name, "name": full, "begins": BEGAN}
        told |= {"parent": self.bodies[parent], "agency": self.served.ids.agencies["commune"]}
        self.bodies[name] = UUID((await self.done(by, "foundPartyBody", **told))["id"])

    def membership(self, who: str, body: str, **more: Any) -> dict[str, Any]:
        """What admits somebody."""
        place = {"person": self.served.ids.people[who], "body": self.bodies[body]}
        told = {"activity": "OFFICIAL", "admittedOn": BEGAN - timedelta(days=6000), **NUMBER}
        return {**place, **told, **more}

    def office(self, who: str, body: str, kind: str) -> dict[str, Any]:
        """What appoints somebody."""
        place = {"person": self.served.ids.people[who], "body": self.bodies[body]}
        return {**place, "kind": kind, **NUMBER}

    async def review(self, about: str) -> UUID:
        """The review of a person, or of a body by its name."""
        person, body = self.served.ids.people.get(about), self.bodies.get(about)
        found: UUID = (
            await self.row(
                "select id from congtam_party.party_review where case when $1::uuid is null"
                " then person_id is null and body_id = $2::uuid else person_id = $1 end",
                person,
                body,
            )
        )["id"]
        return found

    async def voice(self, about: str, kind: str) -> dict[str, Any]:
        """One voice on a review, with its version."""
        found = await self.row(
            "select id, version from congtam_party.party_voice where review_id = $1 and kind = $2",
            await self.review(about),
            kind,
        )
        return {"voice": found["id"], "version": found["version"]}

    async def said(self, about: str, kind: str, **more: Any) -> dict[str, Any]:
        """What a voice says: the branch's best are excellent, everybody else is good."""
        told: dict[str, Any] = {**(await self.voice(about, kind)), **REPORT}
        if kind != "mass_organisation":
            told |= EXCELLENT if about in BEST else GOOD
        return {**told, **more}

    async def speak(self, by: str, about: str, kind: str) -> Answer:
        told = await self.said(about, kind)
        return await self.done(by, "speakOnPartyReview", "state level", **told)

    async def campaign(self) -> dict[str, Any]:
        """The commune's reviews of the year, with their version."""
        found = await self.row("select id, version from congtam_party.party_campaign")
        return {"campaign": found["id"], "version": found["version"]}

    async def own_review(self, who: str) -> Answer:
        """Somebody's own review, as he reads it."""
        (found,) = (await self.sign(who).ask(MINE))["myPartyReviews"]["nodes"]
        review: Answer = found
        return review

    async def ballot(self) -> UUID:
        """The branch's vote."""
        found: UUID = (await self.row("select id from congtam_party.party_ballot"))["id"]
        return found

    async def counting(self, **more: Any) -> dict[str, Any]:
        """What counts it."""
        tellers = [self.served.ids.people[who] for who in ("deputy", "personnel", "admin")]
        told = {"ballot": await self.ballot(), "version": 1, "present": 8, "minutes": PAPER}
        return {**told, "commission": tellers, "code": CODE, **more}

    async def choice(self, *chosen: str) -> dict[str, Any]:
        """Who is excellent among the members who are no leaders."""
        told = {"category": "MEMBER", "reason": "Có sáng kiến được công nhận trong năm."}
        return {"choices": [{**told, "chosen": [await self.review(who) for who in chosen]}]}

    async def seen(self, client: Client) -> dict[str, int]:
        """What of the branch, the review of the staff and the vote somebody finds at all: how many
        of each, one of what is asked for by its id."""
        told = {"review": await self.review("staff"), "ballot": await self.ballot()}
        found = await client.ask(SEEN, **told, body=self.bodies["branch"])
        counts = {
            name: (each or {}).get("totalCount", 1 if each else 0) for name, each in found.items()
        }
        return {name: count for name, count in counts.items() if count}

    async def printed_for(self, client: Client, review: UUID) -> int:
        """How the Party's form of a review is answered."""
        bearer = {"authorization": f"Bearer {client.token}"}
        path = f"/party/forms/party_review/{review}.docx"
        return (await client.http.get(path, headers=bearer)).status_code
