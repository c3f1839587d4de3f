"""A ground that is recorded after a year was decided, in the story of the year."""

from datetime import date

from tests.journeys.year.story import DECISION, Story


async def a_ground_recorded_now_is_told_to_who_decided(story: Story) -> None:
    """And nothing changes by itself (art. 20.4 and 21.3)."""
    ground = {
        "kind": "DUTY_DISCIPLINE",
        "source": "ADMINISTRATIVE",
        "form": "REPRIMAND",
        "effectiveOn": date(2026, 11, 20),
        "note": "Chậm giải quyết hồ sơ.",
        "decision": DECISION,
    }
    told = {"person": story.served.ids.people["economist"], "ground": ground}
    await story.refused("head", "recordDisqualifier", "NO_MANDATE", **told)
    recorded = await story.done("personnel", "recordDisqualifier", **told)
    waiting = "{ reviewFlagsWaiting(first: 5) { nodes { kind cite ground { id } version id } } }"
    for who in ("chair", "province"):
        (flag,) = (await story.sign(who).ask(waiting))["reviewFlagsWaiting"]["nodes"]
        # The register itself is read by who classifies; who alone may replace reads the article.
        read = {"id": recorded["id"]} if who == "chair" else None
        assert (flag["kind"], flag["ground"]) == ("DISQUALIFIER", read)
        assert flag["cite"] == "điểm c khoản 4 Điều 20 Nghị định số 335/2025/NĐ-CP"
    for who in ("economist", "head", "staff"):
        assert (await story.sign(who).ask(waiting))["reviewFlagsWaiting"]["nodes"] == []
    level = "select applied_level from congtam.classification where person_id = $1"
    level += " and replaced_at is null and year = 2026"
    economist = story.served.ids.people["economist"]
    assert await story.served.owner.fetchval(level, economist) == "EXCELLENT"
    note = {"flag": flag["id"], "version": flag["version"], "note": "Đã báo cáo Chủ tịch."}
    await story.refused("chair", "clearReviewFlag", "NO_MANDATE", **note)
    await story.done("personnel", "clearReviewFlag", **note)
    assert (await story.sign("chair").ask(waiting))["reviewFlagsWaiting"]["nodes"] == []
