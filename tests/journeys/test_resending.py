"""Sentences 1, 42 and 45: sent twice it happens once, and nobody saves over anybody else."""

import asyncio
from typing import Any
from uuid import uuid4

from gateway.demo.stage import Stage
from resolvers.people import appoint
from tests.journeys.documents import mutation
from tests.journeys.people import of_unit
from tests.journeys.scoring import MARKS, score, version_of
from tests.journeys.served import Served
from tests.journeys.world import PERIOD, TODAY

pytest_plugins = ("tests.journeys.fixtures",)

TOLD = "code message field existing currentVersion"
WORK = {"quantity": "3", "dueOn": TODAY, "title": "Soạn công văn"}


def work(commune: Served, **more: Any) -> dict[str, Any]:
    ids = commune.ids
    told = {"posting": ids.postings["staff"], "product": ids.products["CH.02"]}
    return {**told, **WORK, **more}


class TestAnIdempotencyKey:
    async def test_makes_one_effect_and_one_answer_of_many_sendings(self, commune: Served) -> None:
        head = commune.sign("head")
        told = work(commune, idempotencyKey="lần đầu")
        first = await head.done("assignWork", "id title units", **told)
        before = await commune.trace()
        for _ in range(3):
            assert await head.done("assignWork", "id title units", **told) == first
        assert await commune.trace() == before

    async def test_stands_for_one_request_only(self, commune: Served) -> None:
        head = commune.sign("head")
        told = work(commune, idempotencyKey="lần đầu")
        await head.done("assignWork", **told)
        before = await commune.trace()
        for other in ({**told, "quantity": "4"}, {**told, "title": "Việc khác"}):
            payload = await head.refused("assignWork", **other)
            assert (payload["code"], payload["field"]) == (
                "IDEMPOTENCY_KEY_REUSED",
                "idempotencyKey",
            )
        sheet = {"sheet": commune.ids.sheets["staff"], "version": 2, "reason": "Xem lại"}
        key = {"idempotencyKey": "lần đầu"}
        payload = await head.refused("returnSelfAssessment", **sheet, **key)
        assert payload["code"] == "IDEMPOTENCY_KEY_REUSED"
        assert await commune.trace() == before

    async def test_belongs_to_its_person(self, commune: Served) -> None:
        told = work(commune, idempotencyKey="1")
        mine = await commune.sign("head").done("assignWork", **told)
        theirs = {"posting": commune.ids.postings["teacher"]}
        other = await commune.sign("away").done("assignWork", **{**told, **theirs})
        assert mine["id"] != other["id"]

    async def test_holds_when_both_sendings_arrive_at_once(self, commune: Served) -> None:
        head = commune.sign("head")
        told = work(commune, idempotencyKey="hai lần")
        count = "select count(*) from congtam.assignment"
        before = await commune.owner.fetchval(count)
        answers = await asyncio.gather(*(head.done("assignWork", **told) for _ in range(4)))
        assert len({each["id"] for each in answers}) == 1
        assert await commune.owner.fetchval(count) == before + 1

    async def test_is_not_used_up_by_a_refusal(self, commune: Served) -> None:
        head, key = commune.sign("head"), {"idempotencyKey": "1"}
        told = {"sheet": commune.ids.sheets["staff"], "marks": MARKS}
        payload = await head.refused("scoreSheet", **told, version=9, **key)
        assert payload["code"] == "STALE_VERSION"
        await head.done("scoreSheet", **told, version=2, **key)


async def test_a_delivery_with_a_clients_id_is_one_however_often_it_is_sent(
    commune: Served,
) -> None:
    assigned = await commune.sign("head").done(
        "assignWork", "lines(first: 1) { id }", **work(commune)
    )
    staff = commune.sign("staff")
    told = {
        "id": str(uuid4()),
        "line": assigned["lines"][0]["id"],
        "quantity": "1",
        "evidence": [{"name": "ban-chup.pdf", "sha256": "cd" * 32}],
    }
    first = await staff.done("deliverWork", "id quantity evidence(first: 5) { id }", **told)
    before = await commune.trace()
    for _ in range(3):
        again = await staff.done("deliverWork", "id quantity evidence(first: 5) { id }", **told)
        assert again == first
    payload = await staff.refused("deliverWork", **{**told, "quantity": "2"})
    assert payload["code"] == "IDEMPOTENCY_KEY_REUSED"
    assert await commune.trace() == before


async def test_the_server_still_decides_about_what_was_kept_offline(commune: Served) -> None:
    """A draft made before the sheet was scored comes too late."""
    staff, sheet = commune.sign("staff"), commune.ids.sheets["staff"]
    before = await commune.trace()
    payload = await staff.refused("saveSelfDraft", sheet=sheet, version=2, marks=MARKS)
    assert payload["code"] == "ALREADY_ASSESSED"
    late = {"id": str(uuid4()), "line": commune.ids.lines["staff"], "quantity": "1"}
    payload = await staff.refused("deliverWork", **late)
    assert payload["code"] == "MORE_THAN_OUTSTANDING"
    assert await commune.trace() == before


async def refused(commune: Served, who: str, deed: str, **told: Any) -> dict[str, Any]:
    """All that somebody is told of a refused deed, which wrote nothing."""
    before = await commune.trace()
    document = mutation(deed, told).replace("code message field", TOLD)
    payload: dict[str, Any] = (await commune.sign(who).ask(document, **told))[deed]
    assert await commune.trace() == before
    return payload


class TestASecondSheet:
    async def test_is_the_one_that_is_there(self, commune: Served) -> None:
        told = {"posting": commune.ids.postings["staff"], "period": PERIOD}
        payload = await refused(commune, "head", "openSheet", **told)
        sheet = str(commune.ids.sheets["staff"])
        assert (payload["code"], payload["existing"]) == ("SHEET_EXISTS", sheet)
        assert payload["currentVersion"] is None
        # Who may not know of the sheet learns nothing of it.
        for who in ("neighbour", "economist"):
            payload = await refused(commune, who, "openSheet", **told)
            assert (payload["code"], payload["existing"]) == ("NOT_RESPONSIBLE_HEAD", None)

    async def test_opened_at_once_is_one(self, commune: Served) -> None:
        stage = Stage(commune.database)
        async with stage.acting(None, TODAY) as (tx, request):
            person, unit = commune.ids.people["nobody"], commune.ids.units["office"]
            told = {"person": person, "unit": unit, "office": "member", "begins": TODAY}
            post = await appoint(tx, request, **told)
        await stage.authority_changed()
        head, told = commune.sign("head"), {"posting": post, "period": PERIOD}
        answers = await asyncio.gather(*(head.do("openSheet", **told) for _ in range(4)))
        assert sorted(each.get("code", "") for each in answers) == ["", *["SHEET_EXISTS"] * 3]
        (made,) = (each["id"] for each in answers if "code" not in each)
        payload = await refused(commune, "head", "openSheet", **told)
        assert payload["existing"] == made


class TestTwoSavings:
    async def test_the_later_one_learns_the_current_version(self, commune: Served) -> None:
        await score(commune, "head", "staff")
        told = {"sheet": commune.ids.sheets["staff"], "version": 2, "marks": MARKS}
        payload = await refused(commune, "head", "scoreSheet", **told)
        assert (payload["code"], payload["field"]) == ("STALE_VERSION", "version")
        assert (payload["currentVersion"], payload["existing"]) == (3, None)
        assert "3" in payload["message"]

    async def test_at_once_one_succeeds(self, commune: Served) -> None:
        """The head and his acting head save the same sheets at the same moment."""
        away, acting = commune.sign("away"), commune.sign("acting")
        for key in of_unit("society"):
            told = {"sheet": commune.ids.sheets[key], "version": 2, "marks": MARKS}
            payloads = await asyncio.gather(
                *(client.do("scoreSheet", **told) for client in (away, acting, away, acting))
            )
            assert sorted(each.get("code", "") for each in payloads) == ["", *["STALE_VERSION"] * 3]
            assert await version_of(commune, key) == 3

    async def test_at_once_one_signature_succeeds(self, commune: Served) -> None:
        await score(commune, "acting", "teacher")
        told = {"sheet": commune.ids.sheets["teacher"], "version": 3}
        payloads = await asyncio.gather(
            *(commune.sign(who).do("signSheet", **told) for who in ("away", "acting") * 2)
        )
        refused = [each["code"] for each in payloads if "code" in each]
        assert len(refused) == 3
        assert set(refused) <= {"STALE_VERSION", "ALREADY_SIGNED"}
        leaves = "select count(*) from congtam.audit_leaf where deed = 'sign_sheet'"
        assert await commune.owner.fetchval(leaves) == 1

    async def test_deeds_of_one_document_stand_each_for_itself(self, commune: Served) -> None:
        told = {"sheet": commune.ids.sheets["staff"], "marks": MARKS}
        document = mutation("scoreSheet", ["sheet", "version", "marks"])
        twice = document.replace("scoreSheet(", "first: scoreSheet(", 1)
        field = document[document.index("scoreSheet(") : -1]
        both = twice[:-1] + f"second: {field}" + "}"
        found = await commune.sign("head").ask(both, version=2, **told)
        assert (found["first"]["__typename"], found["second"].get("code")) == (
            "Sheet",
            "STALE_VERSION",
        )
