"""Work that is open in a unit that was closed goes on with its person, or to a colleague."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from resolvers import work
from resolvers.core.errors import Refusal
from resolvers.work import HandingOver, Part
from tests.resolvers.cast import DUE, Cast
from tests.resolvers.town import posting

MERGED = date(2026, 7, 1)
AFTER = date(2026, 7, 2)
JULY = date(2026, 7, 31)
AUGUST = date(2026, 8, 31)
WHY = "Sáp nhập đơn vị theo Quyết định số 12/QĐ-UBND."
OFFICE = ("chief", "assistant", "clerk")
"""The office's own people, who held posts there until it was merged."""


async def _merge(cast: Cast, *moved: str, keeper: str | None = "culture") -> None:
    """The office ends and the division of culture keeps its records; some go on there."""
    town = cast.town
    await town.owner.execute(
        "update congtam.unit set closed_on = $2, kept_by_id = $3 where id = $1",
        town.units["office"],
        MERGED,
        None if keeper is None else town.units[keeper],
    )
    await town.owner.execute(
        "update congtam.unit_placement set during = daterange(lower(during), $2)"
        " where unit_id = $1",
        town.units["office"],
        MERGED,
    )
    for name in OFFICE:
        await town.owner.execute(
            "update congtam.posting set during = daterange(lower(during), $2) where id = $1",
            town.postings[name],
            MERGED,
        )
    for name in moved:
        town.postings[name] = await posting(town, name, "culture", "member", begins=MERGED)


async def _assigned(cast: Cast, name: str = "clerk") -> UUID:
    """Ten papers: half due in June, half in July."""
    spread = [Part(Decimal(50), DUE), Part(Decimal(50), JULY)]
    return await cast.assign(name, due_on=JULY, spread=spread)


async def _told(cast: Cast, assignment: UUID, to: str = "clerk", **more: Any) -> dict[str, Any]:
    version = (await cast.row("assignment", assignment))["version"]
    about = {"assignment": assignment, "to": cast.town.postings[to]}
    return {**about, "reason": WHY, "version": version, **more}


async def _carry(cast: Cast, assignment: UUID, by: str = "curator", to: str = "clerk") -> UUID:
    told = await _told(cast, assignment, to)
    done: UUID = await cast.do(by, work.carry_on_work, today=AFTER, **told)
    return done


class TestCarryingOn:
    async def test_lines_due_after_the_merger_stand_on_the_new_post(self, cast: Cast) -> None:
        id = await _assigned(cast)
        await _merge(cast, "clerk")
        new = await _carry(cast, id)
        culture = cast.town.units["culture"]
        (june,) = await cast.rows("work_line", "assignment_id = $1", id)
        (july,) = await cast.rows("work_line", "assignment_id = $1", new)
        assert (june["due_on"], june["scoring_unit_id"]) == (DUE, cast.town.units["office"])
        assert (july["due_on"], july["scoring_unit_id"]) == (JULY, culture)
        assert (july["posting_id"], july["origin"]) == (cast.town.postings["clerk"], "planned")
        assert (june["share"], july["share"]) == (50, 100)
        given, old = await cast.row("assignment", new), await cast.row("assignment", id)
        assert (given["quantity"], given["units"], given["due_on"]) == (5, 5, JULY)
        assert (given["taken_from_id"], given["origin"]) == (id, "planned")
        assert (old["state"], old["quantity"]) == ("handed_over", 10)
        (leaf,) = await cast.leaves("carry_on_work")
        assert leaf["after"]["carried_on_as"] == str(new)
        assert leaf["reason"] == WHY

    async def test_parts_of_what_goes_on_are_shares_of_it_alone(self, cast: Cast) -> None:
        """A third in June, which stays; the others are the whole from then on, to be spread."""
        parts = ((DUE, "33.34"), (JULY, "33.33"), (AUGUST, "33.33"))
        spread = [Part(Decimal(share), day) for day, share in parts]
        id = await cast.assign("clerk", due_on=AUGUST, spread=spread)
        await _merge(cast, "clerk")
        new = await _carry(cast, id)
        lines = await cast.rows("work_line", "assignment_id = $1", new)
        assert [line["share"] for line in lines] == [50, 50]
        given = await cast.row("assignment", new)
        assert sum(line["units"] for line in lines) == given["units"]
        anew = [Part(Decimal(40), JULY), Part(Decimal(60), AUGUST)]
        told = {"assignment": new, "spread": anew, "version": 1, "today": AFTER}
        await cast.do("curator", work.spread_work, **told)
        lines = await cast.rows("work_line", "assignment_id = $1", new)
        assert sum(line["share"] for line in lines) == 100
        assert sum(line["units"] for line in lines) == given["units"]

    async def test_what_was_handed_in_waits_for_the_new_head(self, cast: Cast) -> None:
        id = await _assigned(cast)
        (july,) = await cast.rows("work_line", "assignment_id = $1 and due_on = $2", id, JULY)
        delivery = await cast.deliver("clerk", july["id"], "2")
        await _merge(cast, "clerk")
        new = await _carry(cast, id)
        await cast.do("curator", work.accept_delivery, today=AFTER, delivery=delivery, version=2)
        (line,) = await cast.rows("work_line", "assignment_id = $1", new)
        assert (line["accepted"], line["quantity"]) == (2, 5)
        await cast.do(
            "clerk",
            work.deliver_work,
            today=AFTER,
            line=line["id"],
            quantity=Decimal(3),
            evidence=(work.Evidence("Bản chụp", sha256="ab" * 32),),
            id=UUID(int=7),
        )

    async def test_the_former_heads_own_work_is_carried_on_by_his_superior(
        self, cast: Cast
    ) -> None:
        id = await _assigned(cast, "chief")
        await _merge(cast, "chief")
        new = await _carry(cast, id, by="chair", to="chief")
        given = await cast.row("assignment", new)
        assert given["scoring_unit_id"] == cast.town.units["culture"]

    @pytest.mark.parametrize(
        ("who", "code"),
        [
            ("clerk", "NO_SELF_SCORING"),
            ("chief", "NOT_RESPONSIBLE_HEAD"),
            ("chair", "NOT_RESPONSIBLE_HEAD"),
            ("stranger", "NOT_RESPONSIBLE_HEAD"),
            ("typist", "NOT_RESPONSIBLE_HEAD"),
        ],
    )
    async def test_only_who_keeps_the_records_carries_it_on(
        self, cast: Cast, who: str, code: str
    ) -> None:
        id = await _assigned(cast)
        await _merge(cast, "clerk")
        told = await _told(cast, id)
        refusal = await cast.refused(who, work.carry_on_work, today=AFTER, **told)
        assert refusal.code == code

    async def test_without_a_keeper_it_is_the_head_of_the_nearest_unit_above(
        self, cast: Cast
    ) -> None:
        id = await _assigned(cast)
        await _merge(cast, "clerk", keeper=None)
        told = await _told(cast, id)
        for who, code in (
            ("curator", "NOT_RESPONSIBLE_HEAD"),
            ("chief", "NOT_RESPONSIBLE_HEAD"),
            ("clerk", "NO_SELF_SCORING"),
            ("governor", "NOT_RESPONSIBLE_HEAD"),
        ):
            refusal = await cast.refused(who, work.carry_on_work, today=AFTER, **told)
            assert refusal.code == code
        new = await _carry(cast, id, by="chair")
        given = await cast.row("assignment", new)
        assert given["scoring_unit_id"] == cast.town.units["culture"]
        (leaf,) = await cast.leaves("carry_on_work")
        assert leaf["actor_id"] == cast.town.people["chair"]

    async def test_a_post_still_held_keeps_its_work(self, cast: Cast) -> None:
        id = await _assigned(cast)
        beside = await posting(cast.town, "clerk", "office", "member", main=False)
        told = {**await _told(cast, id), "to": beside}
        refusal = await cast.refused("chief", work.carry_on_work, **told)
        assert refusal.code == "POST_STILL_HELD"

    async def test_is_refused_where_nothing_can_go_on(self, cast: Cast) -> None:
        id = await cast.assign("clerk")
        later = await _assigned(cast)
        await _merge(cast, "clerk", "assistant")
        deed = work.carry_on_work
        past = await cast.refused("curator", deed, today=AFTER, **await _told(cast, id))
        assert past.code == "NOTHING_OUTSTANDING"
        other = await cast.refused(
            "curator", deed, today=AFTER, **await _told(cast, later, "assistant")
        )
        assert (other.code, other.field) == ("INVALID_INPUT", "to")
        stale = await cast.refused(
            "curator", deed, today=AFTER, **await _told(cast, later, version=9)
        )
        assert stale.code == "STALE_VERSION"
        await _carry(cast, later)
        again = await cast.refused("curator", deed, today=AFTER, **await _told(cast, later))
        assert again.code == "WORK_ENDED"

    async def test_a_post_that_ends_too_early_does_not_take_it(self, cast: Cast) -> None:
        id = await _assigned(cast)
        await _merge(cast, "clerk")
        await cast.town.owner.execute(
            "update congtam.posting set during = daterange($2, '2026-07-15') where id = $1",
            cast.town.postings["clerk"],
            MERGED,
        )
        told = await _told(cast, id)
        refusal = await cast.refused("curator", work.carry_on_work, today=AFTER, **told)
        assert refusal.code == "POST_NOT_HELD"


class TestHandingOverMany:
    async def test_each_row_has_its_own_outcome(self, cast: Cast) -> None:
        """The clerk keeps his; the assistant has left, so that the clerk takes hers over."""
        own, left = await _assigned(cast), await _assigned(cast, "assistant")
        await _merge(cast, "clerk")
        clerk = cast.town.postings["clerk"]
        rows = [
            HandingOver(own, clerk, 1),
            HandingOver(left, clerk, 1),
            HandingOver(left, clerk, 1, AUGUST),
            HandingOver(own, clerk, 1),
        ]
        outcomes = await cast.do("curator", work.hand_over_many, today=AFTER, rows=rows, reason=WHY)
        told = [each.code if isinstance(each, Refusal) else "done" for each in outcomes]
        assert told == ["done", "INVALID_INPUT", "done", "WORK_ENDED"]
        (taken,) = await cast.rows("work_line", "assignment_id = $1", outcomes[2])
        assert (taken["origin"], taken["quantity"], taken["due_on"]) == ("taken_over", 10, AUGUST)
        # July was due after her post was over, and begun by nobody: it counts against nobody.
        (kept,) = await cast.rows("work_line", "assignment_id = $1", left)
        assert (kept["due_on"], kept["origin"]) == (DUE, "handed_over")

    async def test_all_of_them_or_none(self, cast: Cast) -> None:
        own, other = await _assigned(cast), await _assigned(cast, "assistant")
        await _merge(cast, "clerk")
        clerk = cast.town.postings["clerk"]
        before = await cast.town.everything()
        outcomes = await cast.do(
            "curator",
            work.hand_over_many,
            today=AFTER,
            rows=[HandingOver(own, clerk, 1), HandingOver(other, clerk, 1)],
            reason=WHY,
            all_or_nothing=True,
        )
        assert [each.code for each in outcomes] == ["UNDONE_WITH_THE_REST", "INVALID_INPUT"]
        assert await cast.town.everything() == before

    async def test_a_standing_unit_hands_over_in_bulk_too(self, cast: Cast) -> None:
        ids = [await cast.assign("clerk", str(number)) for number in (1, 2)]
        rows = [HandingOver(id, cast.town.postings["typist"], 1, JULY) for id in ids]
        outcomes = await cast.do("chief", work.hand_over_many, rows=rows, reason="Nghỉ ốm")
        assert all(isinstance(each, UUID) for each in outcomes)
        lines = await cast.rows("work_line", "assignment_id = any($1)", ids)
        assert {line["origin"] for line in lines} == {"handed_over"}

    async def test_brings_no_more_rows_than_one_request_may(self, cast: Cast) -> None:
        id = await cast.assign("clerk")
        rows = [HandingOver(id, cast.town.postings["typist"], 1, JULY)] * 101
        refusal = await cast.refused("chief", work.hand_over_many, rows=rows, reason=WHY)
        assert refusal.code == "INVALID_INPUT"
