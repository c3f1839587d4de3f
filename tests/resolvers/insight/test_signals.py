"""An inspector looks for signals, says what they mean, shares them; no sheet changes."""

import json
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select

from authz.reach import nobody
from resolvers import evaluations, insight
from resolvers.core.request import Request
from resolvers.core.seeing import needed, shown
from resolvers.insight import allowed_on_signals, signal, told_evidence, told_signals
from resolvers.people import reach_of_operator
from tests.resolvers.cast import MONTH, Cast
from tests.resolvers.insight.asking import ask
from tests.resolvers.town import TODAY, mandate

STAFF = ("clerk", "typist", "leader", "assistant")


@pytest_asyncio.fixture
async def alike(cast: Cast) -> Cast:
    """Everybody in the office has the same full marks, given as each gave them himself."""
    await cast.open("office")
    for name in STAFF:
        await cast.worked(name)
    await cast.finish(*STAFF)
    return cast


async def look(cast: Cast, who: str = "inspector") -> None:
    agency = cast.town.agencies["commune"]
    done = await cast.do(who, insight.look_for_signals, agency=agency, period=MONTH)
    assert done == agency


async def seen_by(cast: Cast, name: str) -> set[str]:
    """The kinds of signals that the graph shows to the person named."""
    request = await cast.request(name)
    question = select(signal.c.kind).where(shown(signal))
    async with cast.town.database.reading() as tx:
        rows = await tx.rows(question, **needed(signal, request.reach))
    return {row["kind"] for row in rows}


async def stored(cast: Cast, kind: str) -> Any:
    (found,) = await cast.rows("signal", "kind = $1", kind)
    return found


async def everything_but_signals(cast: Cast) -> dict[str, list[str]]:
    own = ("congtam.signal", "congtam.audit_leaf")
    return {name: each for name, each in (await cast.town.everything()).items() if name not in own}


class TestLookForSignals:
    async def test_finds_what_is_there_with_its_rows_and_numbers(self, alike: Cast) -> None:
        await look(alike)
        found = await alike.rows("signal", "person_id is null")
        assert {each["kind"] for each in found} == {
            "identical_scores",
            "everyone_excellent",
            "self_equals_head",
            "bulk_acceptance",
        }
        assert {each["scoring_unit_id"] for each in found} == {alike.town.units["office"]}
        same = (await stored(alike, "identical_scores"))["evidence"]
        sheets = sorted([str((await alike.sheet(name))["id"]) for name in STAFF])
        assert same["sheets"] == sheets
        assert (same["total"], same["alike"], same["of"]) == ("100.00", 4, 4)
        heavy = await alike.rows("signal", "kind = 'heavy_product'")
        assert {each["person_id"] for each in heavy} == {alike.town.people[name] for name in STAFF}

    async def test_changes_no_row_of_anything_else(self, alike: Cast) -> None:
        before = await everything_but_signals(alike)
        await look(alike)
        await look(alike)
        assert await everything_but_signals(alike) == before

    async def test_done_again_finds_the_same_rows(self, alike: Cast) -> None:
        await look(alike)
        before = await alike.rows("signal")
        await look(alike)
        assert await alike.rows("signal") == before
        first, second = await alike.leaves("look_for_signals")
        assert first["after"]["new"] == len(before)
        assert (second["after"]["new"], second["after"]["gone"]) == (0, 0)

    async def test_marks_what_the_facts_no_longer_show(self, alike: Cast) -> None:
        await look(alike)
        sheet = await alike.sheet("clerk")
        told = {"sheet": sheet["id"], "version": sheet["version"], "reason": "Xem lại"}
        await alike.do("chair", evaluations.reopen_sheet, **told)
        await look(alike)
        assert (await stored(alike, "identical_scores"))["gone_at"] is not None
        await alike.score("clerk")
        await alike.sign("clerk")
        await look(alike)
        assert (await stored(alike, "identical_scores"))["gone_at"] is None

    async def test_a_draft_is_nobodys_signal(self, cast: Cast) -> None:
        await cast.open("office")
        for name in STAFF:
            await cast.worked(name)
            await cast.assess(name)
            if name != "assistant":
                await cast.score(name)
        await look(cast)
        kinds = {each["kind"] for each in await cast.rows("signal")}
        assert kinds == {"bulk_acceptance", "heavy_product"}

    async def test_by_the_machine_has_no_author(self, alike: Cast) -> None:
        async with alike.town.database.reading() as tx:
            reach = await reach_of_operator(tx, TODAY)
        agency = alike.town.agencies["commune"]
        await alike.town.do(reach, insight.look_for_signals, agency=agency, period=MONTH)
        (leaf,) = await alike.leaves("look_for_signals")
        assert (leaf["actor_id"], leaf["rule"]) == (None, "operator-computes-signals-and-figures")

    @pytest.mark.parametrize("who", ["chief", "chair", "governor", "clerk", "stranger"])
    async def test_refuses_who_is_no_inspector(self, alike: Cast, who: str) -> None:
        agency = alike.town.agencies["commune"]
        told = {"agency": agency, "period": MONTH}
        refusal = await alike.refused(who, insight.look_for_signals, **told)
        assert refusal.code == "NO_MANDATE"

    async def test_refuses_an_inspector_of_another_agency(self, alike: Cast) -> None:
        told = {"agency": alike.town.agencies["neighbour"], "period": MONTH}
        refusal = await alike.refused("inspector", insight.look_for_signals, **told)
        assert refusal.code == "NO_MANDATE"

    async def test_refuses_what_is_no_month(self, alike: Cast) -> None:
        told = {"agency": alike.town.agencies["commune"], "period": MONTH.replace(day=2)}
        refusal = await alike.refused("inspector", insight.look_for_signals, **told)
        assert (refusal.code, refusal.field) == ("INVALID_INPUT", "period")


class TestWhoSeesSignals:
    async def test_inspectors_do_and_heads_do_not(self, alike: Cast) -> None:
        await look(alike)
        assert "identical_scores" in await seen_by(alike, "inspector")
        for name in ("chief", "chair", "governor", "clerk", "curator", "stranger"):
            assert await seen_by(alike, name) == set()

    async def test_the_head_concerned_does_once_it_is_shared(self, alike: Cast) -> None:
        await look(alike)
        found = await stored(alike, "identical_scores")
        told = {"id": found["id"], "version": found["version"], "note": "Đề nghị giải trình."}
        await alike.do("inspector", insight.share_signal, **told)
        assert await seen_by(alike, "chief") == {"identical_scores"}
        assert await seen_by(alike, "curator") == set()
        (leaf,) = await alike.leaves("share_signal")
        assert leaf["after"]["share_note"] == "Đề nghị giải trình."

    async def test_an_inspector_sees_nothing_about_himself(self, alike: Cast) -> None:
        await mandate(alike.town, "chief", "inspector", "commune")
        await mandate(alike.town, "clerk", "inspector", "commune")
        await look(alike)
        assert await seen_by(alike, "chief") == set()
        request = await alike.request("clerk")
        question = select(signal.c.person_id).where(shown(signal))
        async with alike.town.database.reading() as tx:
            rows = await tx.rows(question, **needed(signal, request.reach))
        assert alike.town.people["clerk"] not in {row["person_id"] for row in rows}
        assert len(rows) == 7


class TestMarkSignal:
    async def test_keeps_the_finding_with_who_and_when(self, alike: Cast) -> None:
        await look(alike)
        found = await stored(alike, "everyone_excellent")
        told = {"id": found["id"], "version": 1, "finding": "explained", "note": "Đợt cao điểm."}
        await alike.do("inspector", insight.mark_signal, **told)
        after = await stored(alike, "everyone_excellent")
        assert (after["finding"], after["finding_note"]) == ("explained", "Đợt cao điểm.")
        assert after["looked_by"] == alike.town.people["inspector"]
        await look(alike)
        assert await stored(alike, "everyone_excellent") == after

    async def test_refuses_the_head_even_where_it_was_shared_with_him(self, alike: Cast) -> None:
        await look(alike)
        found = await stored(alike, "everyone_excellent")
        told = {"id": found["id"], "version": 1, "finding": "explained", "note": "Tốt."}
        assert (await alike.refused("chief", insight.mark_signal, **told)).code == "NOT_FOUND"
        share = {"id": found["id"], "version": 1, "note": "Đề nghị giải trình."}
        await alike.do("inspector", insight.share_signal, **share)
        refusal = await alike.refused("chief", insight.mark_signal, **{**told, "version": 2})
        assert refusal.code == "NO_SELF_INSPECTION"

    async def test_refuses_a_stale_version_and_an_unknown_finding(self, alike: Cast) -> None:
        await look(alike)
        found = await stored(alike, "everyone_excellent")
        told = {"id": found["id"], "version": 7, "finding": "explained", "note": "Tốt."}
        assert (await alike.refused("inspector", insight.mark_signal, **told)).code == (
            "STALE_VERSION"
        )
        strange = {**told, "version": 1, "finding": "guilty"}
        assert (await alike.refused("inspector", insight.mark_signal, **strange)).code == (
            "INVALID_INPUT"
        )


async def test_a_signal_is_told_in_words_and_as_json(alike: Cast) -> None:
    await look(alike)
    found = await stored(alike, "identical_scores")
    request = await alike.request("inspector")
    (sentence,) = told_signals(request, [(found["kind"], found["evidence"])])
    assert sentence.startswith("4 trên 4 phiếu đã ký của đơn vị có cùng tổng điểm 100 ")
    (text,) = told_evidence(request, [(found["evidence"],)])
    assert json.loads(text) == found["evidence"]


async def test_allowed_actions_are_those_of_the_policies(alike: Cast) -> None:
    await look(alike)
    found = await stored(alike, "identical_scores")
    row = tuple(found[name] for name in insight.ALLOWED_NEEDS_OF_SIGNALS)
    told = {
        name: allowed_on_signals(await alike.request(name), [row])[0]
        for name in ("inspector", "chief", "chair")
    }
    assert told == {"inspector": ["MarkSignal", "ShareSignal"], "chief": [], "chair": []}
    stranger = Request(nobody(TODAY), (await alike.request("chair")).now, TODAY)
    assert allowed_on_signals(stranger, [row]) == [[]]


async def test_the_graph_shows_a_head_what_was_shared_without_what_was_found(alike: Cast) -> None:
    await look(alike)
    found = await stored(alike, "identical_scores")
    told = {"id": found["id"], "version": 1, "finding": "confirmed", "note": "Chấm cào bằng."}
    await alike.do("inspector", insight.mark_signal, **told)
    share = {"id": found["id"], "version": 2, "note": "Đề nghị giải trình."}
    await alike.do("inspector", insight.share_signal, **share)
    document = """query($unit: ID!, $period: Date!) { signalsOfUnit(unit: $unit, period: $period,
      first: 20) { totalCount nodes { kind says evidence finding findingNote shareNote
      allowedActions unit { id } person { id } } } }"""
    asked = {"unit": alike.town.units["office"], "period": MONTH}
    (row,) = (await ask(alike, "chief", document, **asked))["signalsOfUnit"]["nodes"]
    assert row["shareNote"] == "Đề nghị giải trình."
    assert (row["finding"], row["findingNote"], row["allowedActions"]) == (None, None, [])
    assert json.loads(row["evidence"])["alike"] == 4
    read = (await ask(alike, "inspector", document, **asked))["signalsOfUnit"]
    assert read["totalCount"] == len(await alike.rows("signal"))
    marked = [node for node in read["nodes"] if node["finding"]]
    assert [(node["kind"], node["finding"]) for node in marked] == [
        ("IDENTICAL_SCORES", "CONFIRMED")
    ]
