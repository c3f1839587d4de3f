"""From a month's signals to the sheets they name, and from a sheet to what was done to it."""

from typing import Any

from gateway.database import PgDatabase
from resolvers import audit, insight
from resolvers.core.request import Request
from resolvers.people import reach_of_operator
from tests.resolvers.audit.test_seals import settle
from tests.resolvers.cast import MONTH, Cast
from tests.resolvers.insight.asking import ask
from tests.resolvers.insight.test_signals import STAFF, alike, look, stored
from tests.resolvers.town import NOW, TODAY

__all__ = ["alike"]

COUNTS = """query($agency: ID!) {
  agency(id: $agency) { mayLookForSignals }
  signalCounts(agency: $agency, first: 20) { period kind found standing waiting lookedAt shared }
}"""
SIGNAL = "query($id: ID!) { signal(id: $id) { kind sheets(first: 10) { id person { id } } } }"
STORY = """query($sheet: ID!) { storyOfSheet(sheetId: $sheet, first: 50) { totalCount nodes {
  deed deedName subjectKind basis seal sealedAt changes { field was became } actor { id } } } }"""
TRAIL = """query($agency: ID!, $actor: ID, $deed: String, $refused: Boolean) {
  auditIn(agency: $agency, actor: $actor, deed: $deed, refused: $refused, first: 100) {
    nodes { deed refusal actor { id } } }
  deedsIn(agency: $agency, first: 50) { deed times }
  refusedAttempts(agency: $agency, first: 20) { deed deedName refusalText times actor { id } }
}"""


async def counted(cast: Cast, who: str) -> Any:
    return await ask(cast, who, COUNTS, agency=cast.town.agencies["commune"])


async def trail(cast: Cast, who: str, **filters: Any) -> Any:
    return await ask(cast, who, TRAIL, agency=cast.town.agencies["commune"], **filters)


class TestSignalCounts:
    async def test_tell_an_inspector_what_was_found_and_what_waits(self, alike: Cast) -> None:
        await look(alike)
        found = await stored(alike, "identical_scores")
        told = {"id": found["id"], "version": found["version"], "note": "Đã xem."}
        await alike.do("inspector", insight.mark_signal, finding="explained", **told)
        answer = await counted(alike, "inspector")
        assert answer["agency"] == {"mayLookForSignals": True}
        (same,) = (each for each in answer["signalCounts"] if each["kind"] == "IDENTICAL_SCORES")
        assert same == {
            "period": MONTH.isoformat(),
            "kind": "IDENTICAL_SCORES",
            "found": 1,
            "standing": 1,
            "waiting": 0,
            "lookedAt": 1,
            "shared": 0,
        }

    async def test_tell_others_nothing(self, alike: Cast) -> None:
        await look(alike)
        for who in ("chief", "clerk"):
            answer = await counted(alike, who)
            assert answer == {"agency": {"mayLookForSignals": False}, "signalCounts": []}


class TestTheSheetsOfASignal:
    async def named(self, cast: Cast, kind: str, who: str = "inspector") -> set[str] | None:
        id = (await cast.rows("signal", "kind = $1", kind))[0]["id"]
        found = (await ask(cast, who, SIGNAL, id=id))["signal"]
        return None if found is None else {each["id"] for each in found["sheets"]}

    async def test_are_those_of_its_evidence(self, alike: Cast) -> None:
        await look(alike)
        sheets = {str((await alike.sheet(name))["id"]) for name in STAFF}
        for kind in ("identical_scores", "everyone_excellent", "self_equals_head"):
            assert await self.named(alike, kind) == sheets, kind

    async def test_about_a_person_are_his_own_of_the_month(self, alike: Cast) -> None:
        await look(alike)
        heavy = (await alike.rows("signal", "kind = 'heavy_product'"))[0]
        (sheet,) = await alike.rows("sheet", "person_id = $1", heavy["person_id"])
        assert await self.named(alike, "heavy_product") == {str(sheet["id"])}

    async def test_are_nothing_to_who_does_not_see_it(self, alike: Cast) -> None:
        await look(alike)
        assert await self.named(alike, "identical_scores", "chief") is None


class TestTheStoryOfASheet:
    async def test_begins_with_the_month_and_its_work(self, alike: Cast) -> None:
        sheet = (await alike.sheet("clerk"))["id"]
        found = (await ask(alike, "inspector", STORY, sheet=sheet))["storyOfSheet"]["nodes"]
        deeds = [each["deed"] for each in found]
        assert deeds[0] == "open_month"
        for deed in ("assign_work", "deliver_work", "accept_delivery", "self_assess"):
            assert deed in deeds
        assert deeds.index("score_sheet") < deeds.index("sign_sheet")
        own = {str(alike.town.people["clerk"]), str(alike.town.people["chief"])}
        assert {each["actor"]["id"] for each in found} <= own
        (signed,) = (each for each in found if each["deed"] == "sign_sheet")
        assert signed["basis"] == "khoản 1 Điều 10 Nghị định số 335/2025/NĐ-CP"
        assert {"field": "Tổng điểm", "was": None, "became": "100,00"} in signed["changes"]

    async def test_is_nothing_to_anybody_but_an_inspector(self, alike: Cast) -> None:
        sheet = (await alike.sheet("clerk"))["id"]
        for who in ("clerk", "chief", "chair", "typist"):
            assert (await ask(alike, who, STORY, sheet=sheet))["storyOfSheet"]["nodes"] == []

    async def test_says_whether_a_leaf_is_as_it_was_sealed(
        self, alike: Cast, database: PgDatabase
    ) -> None:
        sheet = (await alike.sheet("clerk"))["id"]

        async def seals() -> set[tuple[str, bool]]:
            found = (await ask(alike, "inspector", STORY, sheet=sheet))["storyOfSheet"]["nodes"]
            return {(each["seal"], each["sealedAt"] is not None) for each in found}

        assert await seals() == {("WAITS", False)}
        async with database.reading() as tx:
            reach = await reach_of_operator(tx, TODAY)
        last = await alike.town.owner.fetchval("select max(seq) from congtam.audit_leaf")
        await settle(alike.town, last)
        async with database.writing(reach) as tx:
            await audit.seal(tx, Request(reach, NOW, TODAY, channel="worker"))
        assert await seals() == {("SEALED", True)}
        await alike.town.owner.execute(
            "update congtam.audit_leaf set reason = 'khác' where deed = 'sign_sheet'"
        )
        assert await seals() == {("SEALED", True), ("ALTERED", True)}


class TestTheTrailOfAnAgency:
    async def test_is_narrowed_to_a_person_and_a_deed(self, alike: Cast) -> None:
        chief = alike.town.people["chief"]
        found = await trail(alike, "inspector", actor=chief, deed="sign_sheet")
        nodes = found["auditIn"]["nodes"]
        assert len(nodes) == len(STAFF)
        assert {(each["deed"], each["actor"]["id"]) for each in nodes} == {
            ("sign_sheet", str(chief))
        }
        counted = {each["deed"]: each["times"] for each in found["deedsIn"]}
        assert counted["sign_sheet"] == len(STAFF)

    async def test_tells_refused_attempts_by_whom_and_how_often(self, alike: Cast) -> None:
        clerk, agency = alike.town.people["clerk"], alike.town.agencies["commune"]
        request = await alike.request("clerk")
        for _ in range(2):
            async with alike.town.database.writing(request.reach) as tx:
                await audit.record_refused(
                    tx,
                    request,
                    insight.NothingBeyondThePlan(),
                    deed="OpenDossier",
                    subject=("person", clerk),
                    agency=agency,
                )
        found = await trail(alike, "inspector", refused=True)
        assert [each["deed"] for each in found["auditIn"]["nodes"]] == ["OpenDossier"] * 2
        (attempt,) = found["refusedAttempts"]
        assert (attempt["times"], attempt["actor"]) == (2, {"id": str(clerk)})
        assert attempt["deedName"] == "Tự đề nghị mở hồ sơ của mình cho cơ quan khác"
        assert "OpenDossier" not in {each["deed"] for each in found["deedsIn"]}
        done = await trail(alike, "inspector", refused=False)
        assert {each["refusal"] for each in done["auditIn"]["nodes"]} == {None}

    async def test_is_nothing_to_others(self, alike: Cast) -> None:
        for who in ("clerk", "chief", "stranger"):
            found = await trail(alike, who)
            assert found == {"auditIn": {"nodes": []}, "deedsIn": [], "refusedAttempts": []}
