"""A unit is moved in mid-month, before the month is opened: nobody's days lack a head."""

from datetime import date

from tests.journeys.documents import Word
from tests.journeys.served import Served

pytest_plugins = ("tests.journeys.fixtures",)

JUNE, LEFT, MOVED, OPENED = (date(2026, 6, day) for day in (1, 10, 15, 20))
"""The month; somebody leaves; his unit is moved; the month is opened, or the old unit closed."""
POSTS = """select u.name as unit, scoring.name as scored from congtam.posting p
join congtam.unit u on u.id = p.unit_id
left join congtam.sheet s on s.posting_id = p.id and s.period = '2026-06-01'
left join congtam.unit scoring on scoring.id = s.scoring_unit_id
where p.person_id = $1 and p.during && '[2026-06-01,2026-07-01)' order by lower(p.during)"""
ECONOMY, SOCIETY, OFFICE = (
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Văn phòng HĐND và UBND",
)
TEAM = "Tổ địa chính"


async def leave(fresh: Served, posting: object, version: int = 1) -> None:
    """A member of the economic division becomes one of the office."""
    fresh.day.today = LEFT
    told = {"postingId": posting, "begins": LEFT, "version": version}
    await fresh.sign("personnel").done(
        "movePosting", **told, unit=fresh.ids.units["office"], office=Word("MEMBER")
    )


async def scored(fresh: Served, who: str = "tl019") -> list[tuple[str, str | None]]:
    """The units that he worked in during June, each with the one whose head scores him for it."""
    rows = await fresh.owner.fetch(POSTS, fresh.ids.people[who])
    return [(row["unit"], row["scored"]) for row in rows]


async def team(fresh: Served) -> str:
    """A team without a standing beneath the economic division, with one member until LEFT."""
    officer, units = fresh.sign("personnel"), fresh.ids.units
    fresh.day.today = JUNE
    told = {"name": TEAM, "standing": Word("NONE"), "openedOn": JUNE}
    found = await officer.done("establishUnit", parent=units["economy"], **told)
    post = {"postingId": fresh.ids.postings["tl019"], "unit": found["id"], "begins": JUNE}
    moved = await officer.done("movePosting", **post, office=Word("MEMBER"), version=1)
    await leave(fresh, moved["id"])
    fresh.day.today = MOVED
    place = {"unit": found["id"], "parent": units["society"], "begins": MOVED, "version": 1}
    await officer.done("moveUnit", **place)
    id: str = found["id"]
    return id


async def opened(fresh: Served, *units: str) -> None:
    fresh.day.today = OPENED
    heads = {"economy": "neighbour", "society": "away", "office": "head"}
    for unit in units:
        month = {"unit": fresh.ids.units[unit], "period": JUNE}
        await fresh.sign(heads[unit]).done("openMonth", **month)


class TestTeamMovedToAnotherDivision:
    async def test_was_scored_until_then_by_the_head_of_the_first(self, fresh: Served) -> None:
        await team(fresh)
        await opened(fresh, "society", "economy", "office")
        assert await scored(fresh) == [(TEAM, ECONOMY), (OFFICE, OFFICE)]

    async def test_is_no_way_to_close_the_first_without_its_sheets(self, fresh: Served) -> None:
        """Whoever left the team before it was moved is still the first division's to score."""
        await team(fresh)
        officer, economy = fresh.sign("personnel"), fresh.ids.units["economy"]
        others = await fresh.owner.fetch(
            "select id, version from congtam.posting"
            " where unit_id = $1 and upper(during) is null order by office = 'head'",
            economy,
        )
        for post in others:
            told = {"postingId": post["id"], "version": post["version"], "begins": JUNE}
            unit = {"unit": fresh.ids.units["office"], "office": Word("MEMBER")}
            await officer.done("movePosting", **told, **unit)
        fresh.day.today = OPENED
        trace = await fresh.trace()
        closing = {"unit": economy, "closedOn": OPENED, "version": 1}
        refused = await officer.refused("closeUnit", **closing)
        assert refused["code"] == "MONTHS_NOT_OPENED"
        assert "còn thiếu 1 phiếu" in refused["message"]
        assert await fresh.trace() == trace


class TestDivisionThatLosesItsStanding:
    async def test_takes_along_whoever_had_left_it_before(self, fresh: Served) -> None:
        await leave(fresh, fresh.ids.postings["tl019"])
        fresh.day.today = MOVED
        units = fresh.ids.units
        place = {"unit": units["economy"], "parent": units["society"], "begins": MOVED}
        told = {**place, "standing": Word("NONE"), "version": 1}
        await fresh.sign("personnel").done("moveUnit", **told)
        fresh.day.today = OPENED
        month = {"unit": units["economy"], "period": JUNE}
        refused = await fresh.sign("neighbour").refused("openMonth", **month)
        assert refused["code"] == "NOT_RESPONSIBLE_HEAD"
        await opened(fresh, "society", "office")
        assert await scored(fresh) == [(ECONOMY, SOCIETY), (OFFICE, OFFICE)]
        assert await scored(fresh, "economist") == [(ECONOMY, SOCIETY)]

    async def test_keeps_the_month_above_open_while_its_own_is(self, fresh: Served) -> None:
        """A month that it had opened is still to be closed by its head."""
        units = fresh.ids.units
        fresh.day.today = LEFT
        await fresh.sign("neighbour").done("openMonth", unit=units["economy"], period=JUNE)
        fresh.day.today = MOVED
        place = {"unit": units["economy"], "parent": units["society"], "begins": MOVED}
        told = {**place, "standing": Word("NONE"), "version": 1}
        await fresh.sign("personnel").done("moveUnit", **told)
        await opened(fresh, "society")
        signed = (
            "update congtam.sheet set state = 'released', total = 80, level = 'GOOD',"
            " scored_by = $2, scored_at = now(), released_at = now() where scoring_unit_id = $1"
        )
        await fresh.owner.execute(signed, units["society"], fresh.ids.people["away"])
        refused = await fresh.sign("away").refused("closeMonth", unit=units["society"], period=JUNE)
        assert refused["code"] == "CHILD_UNIT_OPEN"
