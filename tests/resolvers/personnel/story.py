"""The steps of personnel actions in the town, each as the person whose step it is.

The chair decides on the commune's staff, the governor on its leaders and on moves between agencies.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from resolvers import personnel as deeds
from resolvers.core.documents import Document
from resolvers.core.ids import new_id
from tests.resolvers.cast import DAY, Cast

OFFICES = {
    "officer": ("Cao Thị Sắc", "personnel_officer", "commune"),
    "inspector": ("Tạ Quang Minh", "inspector", "commune"),
    "provincial": ("Chu Văn Lương", "personnel_officer", "province"),
    "neighbouring": ("Kiều Thị Yên", "personnel_officer", "neighbour"),
    "administrator": ("Phan Đình Kỳ", "administrator", "commune"),
}
JULY = date(2026, 7, 1)
NOTIFIED = datetime(2026, 6, 8, 2, 0, tzinfo=UTC)
PAPER = Document("12/TTr-UBND", DAY, sha256="ab" * 32)
DECISION = Document("345/QĐ-UBND", DAY, sha256="cd" * 32)
REASON = "Không hoàn thành nhiệm vụ năm 2025."
OWNERS = {
    "proposer": "officer",
    "personnel_body": "officer",
    "party_committee": "officer",
    "sending_agency": "officer",
    "receiving_agency": "neighbouring",
}


@dataclass(frozen=True)
class Personnel:
    """The cast, and what is done to an action."""

    cast: Cast

    async def do(self, name: str, deed: Any, /, *, today: date = DAY, **arguments: Any) -> Any:
        return await self.cast.do(name, deed, today=today, **arguments)

    async def refused(self, name: str, deed: Any, /, *, today: date = DAY, **arguments: Any) -> Any:
        return await self.cast.refused(name, deed, today=today, **arguments)

    # What stands outside this slice, laid out by hand.

    async def classed(
        self, name: str, level: str = "NOT_COMPLETED", year: int = 2025, **more: Any
    ) -> UUID:
        """A notified class of a year, as the commune's head decided it."""
        town, id, round = self.cast.town, new_id(), new_id()
        post = await town.owner.fetchrow(
            "select unit_id, office, agency_id from congtam.posting where id = $1",
            town.postings[name],
        )
        unit = town.units["province" if post["office"] == "head" else "commune"]
        found = await town.owner.fetchval(
            "select id from congtam.classification_round where year = $1"
            " and classifying_unit_id = $2",
            year,
            unit,
        )
        round = found or await self._round(round, unit, year)
        await town.owner.execute(
            "insert into congtam.classification (id, year, round_id, agency_id,"
            " classifying_agency_id, managing_agency_id, person_id, posting_id, unit_id, office,"
            " classifying_unit_id, managing_unit_id, scoring_unit_id, quota_set, duty_group,"
            " duty_group_name, state, applied_level, decided_by, decided_at, decision_no,"
            " decision_day, notified_at)"
            " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $9, 'staff', '', '',"
            " 'notified', $13, $14, $15, '9/QĐ', '2026-06-01', $15)",
            id,
            year,
            round,
            post["agency_id"],
            town.agencies["province" if post["office"] == "head" else "commune"],
            town.agencies["province"],
            town.people[name],
            town.postings[name],
            post["unit_id"],
            post["office"],
            unit,
            town.units["province"],
            level,
            town.people["governor"],
            more.get("notified", NOTIFIED),
        )
        return id

    async def _round(self, id: UUID, unit: UUID, year: int) -> UUID:
        town = self.cast.town
        await town.owner.execute(
            "insert into congtam.classification_round (id, agency_id, managing_agency_id,"
            " classifying_unit_id, managing_unit_id, year, state, opened_at, decided_by,"
            " decision_no) values ($1, $2, $3, $4, $5, $6, 'notified', now(), $7, '9/QĐ')",
            id,
            town.agencies["commune"],
            town.agencies["province"],
            unit,
            town.units["province"],
            year,
            town.people["governor"],
        )
        return id

    async def three_years(self, name: str, level: str = "GOOD") -> list[deeds.Cited]:
        """The classes of three years, cited."""
        found = []
        for year in (2023, 2024, 2025):
            case = await self.classed(name, level, year)
            found.append(deeds.Cited(classification=case))
        return found

    async def fact(self, name: str, kind: str, day: date, **more: Any) -> UUID:
        """A fact of service, on a document."""
        fact = deeds.ServiceFact(kind, day, PAPER, **more)
        done: UUID = await self.do(
            "officer",
            deeds.record_service_fact,
            person=self.cast.town.people[name],
            fact=fact,
        )
        return done

    async def since(self, name: str, day: date) -> None:
        """The post was taken up on another day."""
        town = self.cast.town
        await town.owner.execute(
            "update congtam.posting set during = daterange($2, upper(during)) where id = $1",
            town.postings[name],
            day,
        )

    # What is done to an action.

    async def propose(self, kind: str, who: str, by: str = "officer", **more: Any) -> UUID:
        told = {"reason": REASON, **more}
        if "to" in told:
            unit, office = told.pop("to")
            told["target"] = deeds.Target(self.cast.town.units[unit], office)
        done: UUID = await self.do(
            by,
            deeds.propose_personnel_action,
            kind=kind,
            posting=self.cast.town.postings[who],
            **told,
        )
        return done

    async def at(self, id: UUID) -> dict[str, Any]:
        """The action and its version, as a deed asks for them."""
        return {"action": id, "version": (await self.row(id))["version"]}

    async def row(self, id: UUID) -> Any:
        return await self.cast.row("personnel_action", id)

    async def steps(self, id: UUID) -> list[Any]:
        rows = await self.cast.rows("action_step", "action_id = $1", id)
        return sorted(rows, key=lambda row: int(row["ordinal"]))

    async def step(self, id: UUID, by: str, code: str, today: date = DAY, **more: Any) -> None:
        told = {"document": PAPER, **more}
        await self.do(
            by,
            deeds.record_personnel_step,
            today=today,
            **await self.at(id),
            step=code,
            **told,
        )

    async def hear(self, id: UUID, by: str = "officer", today: date = DAY, **more: Any) -> None:
        told = {"said": "Tôi nhất trí với phương án.", "document": PAPER, **more}
        await self.do(by, deeds.hear_personnel_subject, today=today, **await self.at(id), **told)

    async def vote(
        self,
        id: UUID,
        code: str,
        counts: dict[str, int],
        people: tuple[int, int] = (9, 9),
        by: str = "officer",
        today: date = DAY,
        **more: Any,
    ) -> None:
        told = [deeds.Ballots(choice, ballots) for choice, ballots in counts.items()]
        await self.do(
            by,
            deeds.hold_personnel_vote,
            today=today,
            **await self.at(id),
            step=code,
            summoned=people[0],
            present=people[1],
            counts=told,
            document=PAPER,
            **more,
        )

    async def agree(self, id: UUID, by: str, side: str, today: date = DAY) -> None:
        told = {"side": f"{side}_agency", "document": PAPER}
        await self.do(by, deeds.agree_personnel_action, today=today, **await self.at(id), **told)

    async def decide(
        self, id: UUID, by: str, effective_on: date = JULY, today: date = DAY, **more: Any
    ) -> None:
        told = {"effective_on": effective_on, "decision": DECISION, **more}
        await self.do(by, deeds.decide_personnel_action, today=today, **await self.at(id), **told)

    async def walk(
        self, id: UUID, who: str, head: str, until: str = "decide", today: date = DAY
    ) -> None:
        """Everything before a step, each by whose it is; every vote is in favour of the person."""
        for step in await self.steps(id):
            if step["code"] == until:
                return
            if step["done_on"] is None:
                by = {**OWNERS, "deciding_head": head, "person": who}[step["owner"]]
                await self._take(id, step, by, today)

    async def _take(self, id: UUID, step: Any, by: str, today: date) -> None:
        code = step["code"]
        if step["hears_person"]:
            await self.hear(id, today=today)
        if step["needs_vote"]:
            people = (3, 3) if code == "council_of_discipline" else (9, 9)
            counts = await self.all_for(id, code)
            await self.vote(id, code, counts, people, by=by, today=today)
        elif code == "sending_agrees":
            await self.agree(id, "chair", "sending", today)
        elif code == "receiving_agrees":
            elsewhere = (await self.row(id))["receiving_agency_id"] is not None
            await self.agree(id, "stranger" if elsewhere else "chair", "receiving", today)
        elif not step["hears_person"]:
            await self.step(id, by, code, today)

    async def all_for(self, id: UUID, code: str) -> dict[str, int]:
        """A count that takes the person on."""
        row = await self.row(id)
        if code == "council_of_discipline":
            return {"warning": 3}
        names = ("review_list", "extended_leadership", "leadership_again", "key_cadres")
        if code in (*names, "leadership_decides"):
            return {str(row["person_id"]): 8}
        return {"agree": 8, "disagree": 1}

    async def held(self, name: str) -> list[tuple[Any, ...]]:
        """Unit, office, first day, end of each main post of a person, in order."""
        town = self.cast.town
        rows = await town.owner.fetch(
            "select unit_id, office, lower(during) as since, upper(during) as until"
            " from congtam.posting where person_id = $1 and main and not isempty(during)"
            " order by 3",
            town.people[name],
        )
        units = {id: unit for unit, id in town.units.items()}
        return [(units[row["unit_id"]], row["office"], row["since"], row["until"]) for row in rows]


def later(days: int, since: date = DAY) -> date:
    return since + timedelta(days=days)
