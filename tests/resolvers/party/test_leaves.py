"""A larger share and a later last day are decisions with a reason: the audit keeps who gave it.

The leaf stands in the common trail with a commitment alone; what was decided and why is kept apart,
in the Party's schema (decision 0015).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import pytest_asyncio

from resolvers import party
from resolvers.audit.keeping import committed
from resolvers.core.documents import Document
from tests.resolvers.party.hall import DAY, PAPER, Hall, build
from tests.resolvers.town import Town

REASON = "Tập thể có thành tích nổi trội, được cấp trên ghi nhận."


@dataclass(frozen=True)
class Decided:
    """A deed on a committee's set, its table, and what it takes besides the set."""

    deed: Callable[..., Awaitable[Any]]
    table: str
    action: str
    takes: dict[str, Any] = field(default_factory=dict)

    def told(self, hall: Hall, **more: Any) -> dict[str, Any]:
        asked = {"document": PAPER, "reason": REASON, **self.takes}
        return {"campaign": hall.campaigns["commune"], "version": 1, **asked, **more}


SHARE = Decided(
    party.decide_party_share,
    "party_share_decision",
    "DecidePartyShare",
    {"share": Decimal("0.25")},
)
LAST_DAY = Decided(party.extend_party_deadline, "party_deadline_leave", "ExtendPartyDeadline")
BOTH = pytest.mark.parametrize("decided", [SHARE, LAST_DAY], ids=["share", "last day"])
CONTENT = """select l.subject_kind, l.subject_id, l.actor_id, l.agency_id, l.rule, l.on_behalf_of,
l.before as bare_before, l.after as bare_after, l.reason as bare_reason,
c.before, c.after, c.reason, c.salt
from congtam.audit_leaf l join congtam_party.audit_content c on c.leaf_id = l.id
where l.deed = $1"""


@pytest_asyncio.fixture
async def hall(town: Town) -> Hall:
    hall = await build(town)
    await hall.review("clerk")
    return hall


async def change(hall: Hall, values: str) -> None:
    """Change the commune's set by hand."""
    await hall.town.owner.execute(f"update congtam_party.party_campaign set {values}")


@BOTH
class TestTheLeaf:
    async def test_keeps_what_was_decided_by_whom_and_why(
        self, hall: Hall, decided: Decided
    ) -> None:
        await hall.do("vice", decided.deed, **decided.told(hall))
        (leaf,) = await hall.town.owner.fetch(CONTENT, decided.action)
        assert (leaf["subject_kind"], leaf["subject_id"]) == (
            "party_campaign",
            hall.campaigns["commune"],
        )
        assert (leaf["actor_id"], leaf["rule"]) == (
            hall.person("vice"),
            "the-deciding-committee-decides-its-set",
        )
        assert (leaf["reason"], leaf["before"]) == (REASON, None)
        expected = {"document_no": PAPER.number, "document_day": str(DAY), "reason": REASON}
        assert expected.items() <= leaf["after"].items()
        if decided is SHARE:
            assert Decimal(leaf["after"]["share"]) == Decimal("0.25")
        (row,) = await hall.rows(decided.table)
        assert (row["campaign_id"], row["reason"]) == (hall.campaigns["commune"], REASON)

    async def test_tells_nothing_of_it_in_the_common_trail(
        self, hall: Hall, decided: Decided
    ) -> None:
        await hall.do("chair", decided.deed, **decided.told(hall))
        (leaf,) = await hall.town.owner.fetch(CONTENT, decided.action)
        assert (leaf["bare_before"], leaf["bare_reason"], leaf["agency_id"]) == (None, "", None)
        content = {name: leaf[name] for name in ("before", "after", "reason")}
        assert leaf["bare_after"] == {"commitment": committed(content, leaf["salt"])}


@BOTH
class TestRefusals:
    """`Hall.refused` makes sure that no row of either schema was written."""

    @pytest.mark.parametrize(
        ("by", "code"),
        [
            ("governor", "NOT_DECIDING_COMMITTEE"),
            ("curator", "NOT_DECIDING_COMMITTEE"),
            ("officer", "NOT_DECIDING_COMMITTEE"),
            ("chief", "NOT_FOUND"),
            ("stranger", "NOT_FOUND"),
            ("clerk", "NOT_FOUND"),
        ],
    )
    async def test_it_is_the_deciding_committees_alone(
        self, hall: Hall, decided: Decided, by: str, code: str
    ) -> None:
        refusal = await hall.refused(by, decided.deed, **decided.told(hall))
        assert refusal.code == code

    @pytest.mark.parametrize(
        ("more", "code", "field"),
        [
            ({"reason": "  "}, "TEXT_NOT_ACCEPTABLE", "reason"),
            ({"reason": "a\x07b"}, "TEXT_NOT_ACCEPTABLE", "reason"),
            ({"reason": "x" * 2001}, "TEXT_NOT_ACCEPTABLE", "reason"),
            ({"document": Document(" ", DAY)}, "TEXT_NOT_ACCEPTABLE", "document.number"),
            ({"document": Document("12-QĐ/ĐU")}, "INVALID_INPUT", "document.day"),
            ({"version": 2}, "STALE_VERSION", "version"),
        ],
    )
    async def test_it_needs_a_reason_a_dated_paper_and_the_set_as_it_is(
        self, hall: Hall, decided: Decided, more: dict[str, Any], code: str, field: str
    ) -> None:
        refusal = await hall.refused("chair", decided.deed, **decided.told(hall, **more))
        assert (refusal.code, refusal.field) == (code, field)

    async def test_it_is_settled_before_the_decision(self, hall: Hall, decided: Decided) -> None:
        await change(hall, "state = 'closed'")
        deciding = {"campaign": hall.campaigns["commune"], "version": 1, "decision": PAPER}
        await hall.do("chair", party.decide_party_campaign, **deciding)
        refusal = await hall.refused("chair", decided.deed, **decided.told(hall, version=2))
        assert refusal.code == "PARTY_CAMPAIGN_DECIDED"


async def test_whoever_is_in_the_set_decides_no_share_but_may_record_the_later_day(
    hall: Hall,
) -> None:
    await hall.town.owner.execute(
        "update congtam_party.party_review set person_id = $1", hall.person("chair")
    )
    refusal = await hall.refused("chair", SHARE.deed, **SHARE.told(hall))
    assert refusal.code == "OWN_PARTY_REVIEW"
    await hall.do("chair", LAST_DAY.deed, **LAST_DAY.told(hall))
    (leaf,) = await hall.town.owner.fetch(CONTENT, LAST_DAY.action)
    assert leaf["reason"] == REASON


async def test_a_later_day_is_not_recorded_twice_nor_for_a_quarter(hall: Hall) -> None:
    await hall.do("chair", LAST_DAY.deed, **LAST_DAY.told(hall))
    refusal = await hall.refused("vice", LAST_DAY.deed, **LAST_DAY.told(hall, version=2))
    assert (refusal.code, refusal.field) == ("PARTY_LEAVE_RECORDED", "campaign")
    await hall.town.owner.execute("delete from congtam_party.party_deadline_leave")
    await change(hall, "quarter = 3")
    refusal = await hall.refused("vice", LAST_DAY.deed, **LAST_DAY.told(hall, version=2))
    assert refusal.code == "PARTY_LEAVE_RECORDED"


@pytest.mark.parametrize("share", ["0.20", "0.2501", "-1", "NaN", "Infinity"])
async def test_a_share_outside_the_regulation_leaves_nothing(hall: Hall, share: str) -> None:
    told = SHARE.told(hall, share=Decimal(share))
    refusal = await hall.refused("chair", SHARE.deed, **told)
    assert (refusal.code, refusal.field) == ("INVALID_INPUT", "share")


async def test_a_second_share_is_another_decision_with_its_own_leaf(hall: Hall) -> None:
    await hall.do("chair", SHARE.deed, **SHARE.told(hall))
    less = {"share": Decimal("0.22"), "reason": "Xem xét lại.", "version": 2}
    await hall.do("vice", SHARE.deed, **SHARE.told(hall, **less), today=date(2026, 12, 8))
    rows = await hall.town.owner.fetch(f"{CONTENT} order by l.seq", SHARE.action)
    assert [row["reason"] for row in rows] == [REASON, "Xem xét lại."]
    assert len(await hall.rows(SHARE.table)) == 2
