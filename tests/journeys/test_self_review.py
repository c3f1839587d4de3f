"""Sentence 20: what a person sent stands until it is returned with a reason; both are readable."""

from decimal import Decimal
from typing import Any

from tests.journeys.client import Answer
from tests.journeys.people import sees
from tests.journeys.scoring import MARKS, score, version_of
from tests.journeys.served import Served

pytest_plugins = ("tests.journeys.fixtures",)

WHY = "Cần xem lại tiêu chí II.1."
LOWER = [{**each, "points": "1"} if each["criterion"] == "II.1" else dict(each) for each in MARKS]
READ = """query($id: ID!) { node(id: $id) { ... on Sheet { state marks { criterion self }
  selfAssessments(first: 5) { round marks comment returnedReason } } } }"""
READERS = ("staff", "head", "chair", "personnel", "inspector")
OTHERS = ("neighbour", "economist", "deputy", "admin", "far_chair", "nobody")


async def sheet(commune: Served, **more: Any) -> dict[str, Any]:
    return {
        "sheet": commune.ids.sheets["staff"],
        "version": await version_of(commune, "staff"),
    } | more


async def read(commune: Served, who: str) -> Answer | None:
    found = await commune.sign(who).ask(READ, id=commune.ids.sheets["staff"])
    seen: Answer | None = found["node"]
    return seen


async def is_frozen(commune: Served, code: str) -> None:
    """Neither a draft nor another sending reaches what was sent, whoever tries."""
    before = await commune.trace()
    for deed in ("saveSelfDraft", "selfAssess"):
        told = await sheet(commune, marks=LOWER, comment="Sửa sau khi gửi")
        assert (await commune.sign("staff").refused(deed, **told))["code"] == code, deed
        payload = await commune.sign("head").refused(deed, **told)
        assert payload["code"] == "NOT_THE_PERSON", deed
    assert await commune.trace() == before


async def is_returned_by_the_head_alone_and_with_a_reason(commune: Served) -> None:
    before = await commune.trace()
    for who, code in (
        ("staff", "NO_SELF_SCORING"),
        ("chair", "NOT_RESPONSIBLE_HEAD"),
        ("personnel", "NOT_RESPONSIBLE_HEAD"),
        ("neighbour", "NOT_RESPONSIBLE_HEAD"),
    ):
        told = await sheet(commune, reason=WHY)
        payload = await commune.sign(who).refused("returnSelfAssessment", **told)
        assert payload["code"] == code, who
    for nothing in ("", "  \n "):
        told = await sheet(commune, reason=nothing)
        payload = await commune.sign("head").refused("returnSelfAssessment", **told)
        assert (payload["code"], payload["field"]) == ("TEXT_NOT_ACCEPTABLE", "reason")
    assert await commune.trace() == before
    await commune.sign("head").done("returnSelfAssessment", **await sheet(commune, reason=WHY))


async def test_what_was_sent_stands_until_it_is_returned_and_both_are_readable(
    commune: Served,
) -> None:
    await is_frozen(commune, "ALREADY_ASSESSED")
    await is_returned_by_the_head_alone_and_with_a_reason(commune)

    staff = commune.sign("staff")
    await staff.done("saveSelfDraft", **await sheet(commune, marks=LOWER, comment="Nháp"))
    mine, heads = await read(commune, "staff"), await read(commune, "head")
    assert mine is not None
    assert heads is not None
    assert {each["self"] for each in heads["marks"]} == {None}, "a draft is one's own"
    assert "1.00" in {each["self"] for each in mine["marks"]}
    told = await sheet(commune, marks=LOWER, comment="Đã xem lại")
    await staff.done("selfAssess", **told)
    assert (await staff.refused("selfAssess", **told))["code"] in (
        "ALREADY_ASSESSED",
        "STALE_VERSION",
    )
    await is_frozen(commune, "ALREADY_ASSESSED")

    for who in READERS:
        assert sees(who, "staff"), who
        found = await read(commune, who)
        assert found is not None, who
        first, second = found["selfAssessments"]
        assert (first["round"], second["round"]) == (1, 2)
        assert first["marks"] == [each["points"] for each in said(MARKS)], who
        assert second["marks"] == [each["points"] for each in said(LOWER)], who
        assert (first["returnedReason"], second["returnedReason"]) == (WHY, None)
        assert (first["comment"], second["comment"]) == ("", "Đã xem lại")
    for who in OTHERS:
        assert not sees(who, "staff"), who
        assert await read(commune, who) is None

    await score(commune, "head", "staff")
    await is_frozen(commune, "ALREADY_ASSESSED")
    await commune.sign("head").done("signSheet", **await sheet(commune))
    await is_frozen(commune, "ALREADY_SIGNED")


def said(marks: Any) -> list[dict[str, str]]:
    """Marks as the graph writes them."""
    return [{**each, "points": f"{Decimal(each['points']):.2f}"} for each in marks]
