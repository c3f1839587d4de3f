"""The town's year 2026 at the time of its classification: results, papers, and who does what.

The chair classifies the commune (`staff`): two deputies, three heads of units, four members, of
whom one is the personnel officer. The governor classifies the heads of the two communes (`heads`),
and the province's own two members (`staff`); he alone replaces.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from resolvers import classification as deeds
from resolvers.core.documents import Document
from resolvers.core.ids import new_id
from resolvers.statute.evaluation import Level, level_of
from resolvers.statute.evaluation.year import Span, span_law
from tests.resolvers.cast import Cast
from tests.resolvers.town import mandate, person, posting

YEAR = 2026
DAY = date(2026, 12, 7)
LAW = span_law(Span.YEAR, date(YEAR, 1, 1), known=DAY)
PAPER = Document("12/BB-UBND", date(2026, 12, 4), sha256="ab" * 32)
DECISION = Document("345/QĐ-UBND", date(2026, 12, 8), sha256="cd" * 32)
HEADS = {"office": "chief", "team": "leader", "culture": "curator", "commune": "chair"}
COMMUNE = (
    *("vice", "chief", "assistant", "clerk", "leader", "typist", "curator", "archivist"),
    "officer",
)
"""Everybody in the chair's set."""
DEPUTIES = ("vice", "assistant")


@dataclass(frozen=True)
class Year:
    """The cast, and the steps of a year's classification, each as the person whose step it is."""

    cast: Cast

    async def do(self, name: str, deed: Any, /, *, today: date = DAY, **arguments: Any) -> Any:
        return await self.cast.do(name, deed, today=today, **arguments)

    async def refused(self, name: str, deed: Any, /, *, today: date = DAY, **arguments: Any) -> Any:
        return await self.cast.refused(name, deed, today=today, **arguments)

    async def open(self, name: str = "chair", unit: str = "commune") -> UUID:
        """The set of a unit's head, prepared."""
        done: UUID = await self.do(
            name, deeds.open_classification, unit=self.cast.town.units[unit], year=YEAR
        )
        return done

    async def case(self, name: str) -> Any:
        """The person's current case."""
        (found,) = await self.cast.rows(
            "classification",
            "person_id = $1 and replaced_at is null",
            self.cast.town.people[name],
        )
        return found

    async def at(self, name: str) -> dict[str, Any]:
        """The case and its version, as a deed asks for them."""
        case = await self.case(name)
        return {"case": case["id"], "version": case["version"]}

    async def round(self, id: UUID) -> dict[str, Any]:
        return {
            "round": id,
            "version": (await self.cast.row("classification_round", id))["version"],
        }

    async def submit(self, name: str, level: str = "GOOD") -> None:
        text = "Hoàn thành các nhiệm vụ được giao trong năm."
        await self.do(name, deeds.submit_year_form, **await self.at(name), level=level, text=text)

    async def meet(self, *names: str, by: str = "chair") -> None:
        cases = [(await self.case(name))["id"] for name in names]
        told = {"document": PAPER, "summoned": 12, "attended": 11, "passed": True}
        await self.do(by, deeds.record_minutes, cases=cases, **told)

    async def comment(self, name: str, by: str = "officer") -> None:
        told = {"document": Document("07-NX/ĐU", date(2026, 12, 5), sha256="ef" * 32)}
        await self.do(by, deeds.record_party_comment, **await self.at(name), **told)

    async def propose(self, name: str, level: str = "GOOD", by: str = "officer") -> None:
        reason = "Tổng hợp ý kiến nhận xét và điểm theo dõi, đánh giá."
        await self.do(by, deeds.propose_level, **await self.at(name), level=level, reason=reason)

    async def ready(self, *names: str) -> None:
        """Take the cases of the commune's people to the step that each must have reached."""
        for name in names:
            await self.submit(name)
        await self.meet(*names)
        for name in names:
            if name in HEADS.values() or name in DEPUTIES:
                await self.comment(name)
            if name in HEADS.values():
                await self.propose(name)

    async def close(self, id: UUID, by: str = "chair") -> None:
        await self.do(by, deeds.close_classification, **await self.round(id))

    async def decide(self, id: UUID, *choices: deeds.GroupChoice, by: str = "chair") -> None:
        told = {"decision": DECISION, "choices": choices}
        await self.do(by, deeds.decide_classification, **await self.round(id), **told)

    async def publish(self, id: UUID, by: str = "chair") -> None:
        await self.do(by, deeds.notify_classification, **await self.round(id))
        await self.do(by, deeds.publish_classification, **await self.round(id))

    async def decided(
        self, totals: dict[str, str] | None = None, *, published: bool = True
    ) -> UUID:
        """The commune's set in one group, decided, and told unless said."""
        await self.results(totals or {})
        await self.one_group()
        id = await self.open()
        await self.ready(*COMMUNE)
        await self.close(id)
        await self.decide(id)
        if published:
            await self.publish(id)
        return id

    async def levels(self) -> dict[str, str | None]:
        """The applied level of everybody's current case, by name."""
        names = {id: name for name, id in self.cast.town.people.items()}
        rows = await self.cast.rows("classification", "replaced_at is null")
        return {names[row["person_id"]]: row["applied_level"] for row in rows}

    async def one_group(self) -> UUID:
        """All of the commune but its head in one group of similar duties, approved by him."""
        town, id = self.cast.town, new_id()
        await town.owner.execute(
            "insert into congtam.job_position (id, agency_id, code, name, opened_on)"
            " values ($1, $2, 'CV', 'Chuyên viên tổng hợp', '2026-01-01')",
            id,
            town.agencies["commune"],
        )
        await town.owner.execute(
            "update congtam.posting set position_id = $1 where id = any ($2)",
            id,
            [town.postings[name] for name in COMMUNE],
        )
        told = {"code": "TH", "name": "Tham mưu tổng hợp", "positions": [id], "begins": DAY}
        done: UUID = await self.do(
            "chair", deeds.define_duty_group, agency=town.agencies["commune"], **told
        )
        return done

    async def officers(self, *totals: str) -> UUID:
        """The neighbour's set: officers o1, o2 … with these totals, heard by their meeting."""
        town = self.cast.town
        neighbour = town.agencies["neighbour"]
        for number, total in enumerate(totals, start=1):
            name = f"o{number}"
            town.people[name] = await person(town, f"Trần Văn {chr(64 + number)}", neighbour)
            town.postings[name] = await posting(town, name, "neighbour", "member")
            await self.result(name, total)
        id = await self.open("stranger", "neighbour")
        await town.owner.execute(
            "update congtam.classification set state = 'discussed' where round_id = $1", id
        )
        return id

    async def chosen(self, *names: str, reason: str = "Kết quả nổi trội.") -> deeds.GroupChoice:
        """The choice of these officers in their one group."""
        cases = [(await self.case(name))["id"] for name in names]
        return deeds.GroupChoice("office:member", cases, reason)

    # What stands outside this slice, laid out by hand.

    async def results(self, totals: dict[str, str], usual: str = "80.00") -> None:
        """The year's result of everybody in the commune, by name; `usual` for those not named."""
        for name in COMMUNE:
            await self.result(name, totals.get(name, usual))

    async def result(self, name: str, total: str | None, *, rated: bool = True) -> UUID:
        """A new edition of a person's year; without a total, months are missing or too few."""
        town, id = self.cast.town, new_id()
        unit = await town.owner.fetchrow(
            "select agency_id, unit_id from congtam.posting where id = $1", town.postings[name]
        )
        level = level_of(Decimal(total), LAW) if total else Level.INSUFFICIENT_DATA
        because = "" if total else "INSUFFICIENT_DATA" if rated else "UNDER_SIX_MONTHS"
        await town.owner.execute(
            "update congtam.result set replaced_at = now() where person_id = $1"
            " and replaced_at is null",
            town.people[name],
        )
        await town.owner.execute(
            "insert into congtam.result (id, agency_id, scoring_unit_id, person_id, span, period,"
            " days, total, raw_total, level, rated, not_rated_because, months_worked, provisional,"
            " entries, switches, cites, edition, known, computed_at, fingerprint, inputs)"
            " select $1, $2, $3, $4, 'year', $5, d, $6, $6, $7, $8, $9, 12, true, '[]', '{}', '{}',"
            " (select count(*) + 1 from congtam.result where person_id = $4), $10, now(), '',"
            " congtam.result_inputs($4, d) from (select daterange('2026-01-01', '2027-01-01') d) s",
            id,
            unit["agency_id"],
            unit["unit_id"],
            town.people[name],
            date(YEAR, 1, 1),
            Decimal(total) if total else None,
            level.value if rated else None,
            bool(total),
            because,
            DAY,
        )
        return id

    async def recognise(self, unit: str, level: str = "GOOD") -> None:
        """The recognised level of an organisation's year, replacing an earlier one."""
        town = self.cast.town
        above = {"office": "commune", "culture": "commune", "commune": "province"}
        upper = above.get(unit, "province")
        scheme = await self._scheme()
        await town.owner.execute(
            "update congtam.organisation_review set state = 'replaced', replaced_at = now()"
            " where unit_id = $1 and state = 'recognised'",
            town.units[unit],
        )
        await town.owner.execute(
            "insert into congtam.organisation_review (id, agency_id, unit_id,"
            " recognising_agency_id, recognising_unit_id, year, scheme_id, criteria, edition,"
            " state, applied_level, recognised_by, recognised_at, decision_no, decision_day)"
            " values ($1, $2, $3, $4, $5, $6, $7, '{}', (select count(*) + 1 from"
            " congtam.organisation_review where unit_id = $3), 'recognised', $8, $9, now(),"
            " '1/QĐ', $10)",
            new_id(),
            town.agency_of(unit),
            town.units[unit],
            town.agency_of(upper),
            town.units[upper],
            YEAR,
            scheme,
            level,
            town.people["governor"],
            DAY,
        )

    async def _scheme(self) -> UUID:
        town = self.cast.town
        found = await town.owner.fetchval("select id from congtam.organisation_scheme")
        if found is not None:
            known: UUID = found
            return known
        id = new_id()
        await town.owner.execute(
            "insert into congtam.organisation_scheme (id, agency_id, edition, title, proposed_by,"
            " proposed_at) values ($1, $2, 1, 'Bộ tiêu chí', $3, now())",
            id,
            town.agencies["province"],
            town.people["governor"],
        )
        return id


async def build(cast: Cast) -> Year:
    """The personnel officers and the inspector, and the recognised classes of all organisations."""
    town = cast.town
    for name, full, unit in (
        ("officer", "Tạ Thị Vân", "commune"),
        ("registrar", "Vũ Đình Long", "province"),
        ("inspector", "Ngô Thanh Tra", "province"),
    ):
        town.people[name] = await person(town, full, town.agency_of(unit))
        town.postings[name] = await posting(town, name, unit, "member")
    await mandate(town, "officer", "personnel_officer", "commune")
    await mandate(town, "registrar", "personnel_officer", "province")
    await mandate(town, "inspector", "inspector", "commune")
    year = Year(cast)
    for unit in ("office", "culture", "commune", "neighbour"):
        await year.recognise(unit)
    return year
