"""A commune that is founded for two in the middle of a month: how that is decided, and its work."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from tests.journeys.documents import Word
from tests.journeys.scoring import MARKS
from tests.journeys.served import Served
from tests.journeys.world import TODAY

DIVISIONS = ("office", "economy", "society", "service")
ENDING = ("far_office", "far", *DIVISIONS, "commune")
LEFT = ("far_chair", "promoted")
"""Heads who are deputies in the new commune."""


async def founded(both: Served) -> None:
    """The new commune, from the day of the merger on."""
    told = {
        "name": "Ủy ban nhân dân xã Con Cuông",
        "kind": Word("COMMUNE"),
        "rootName": "Lãnh đạo Ủy ban nhân dân xã Con Cuông",
        "openedOn": TODAY,
        "managingAgency": both.ids.agencies["province"],
        "code": "H40.93",
    }
    for who in ("chair", "far_chair", "personnel"):
        code = (await both.sign(who).refused("establishAgency", **told))["code"]
        assert code in ("NOT_FOUND", "NO_MANDATE"), who
    made = await both.sign("province").done("establishAgency", **told)
    both.ids.agencies["new"] = UUID(made["id"])
    both.ids.units["new"] = await both.owner.fetchval(
        "select id from congtam.unit where agency_id = $1", both.ids.agencies["new"]
    )


async def plan(both: Served) -> dict[str, Any]:
    """All of both communes ends; the larger one's heads go on, the other one's are deputies."""
    ids, units = both.ids, both.ids.units
    root = str(units["new"])
    kept = {name: f"new_{name}" for name in DIVISIONS}
    kept |= {"far_office": "new_office", "far": root, "commune": root}
    keys = {units[name]: key for name, key in kept.items()}
    people = {ids.people[who] for who in LEFT}
    old = [ids.agencies[name] for name in ("commune", "far")]
    held = {
        table: await both.owner.fetch(
            f"select * from congtam.{table} where agency_id = any($1) and during @> $2::date",
            old,
            TODAY,
        )
        for table in ("posting", "mandate")
    }
    return {
        "kind": "MERGE",
        "day": TODAY,
        "decisionNo": "1685/NQ-UBTVQH15",
        "into": [units["new"]],
        "closes": [{"unit": unit, "keptBy": key} for unit, key in keys.items()],
        "opens": [
            {"key": f"new_{name}", "name": f"Đơn vị {name}", "parent": root}
            | {"standing": "DIRECT_USING"}
            for name in DIVISIONS
        ],
        "postings": [
            {"posting": row["id"], "unit": keys[row["unit_id"]]}
            | ({"office": "DEPUTY"} if row["person_id"] in people else {})
            for row in held["posting"]
        ],
        "mandates": [
            {"mandate": row["id"], "unit": keys[row["unit_id"]]} for row in held["mandate"]
        ],
        "agencies": [{"agency": id, "succeededBy": ids.agencies["new"]} for id in old],
    }


async def listed(both: Served, day: date) -> None:
    """The new commune's own product list, in force from a day on."""
    edition = await both.sign("chair").done(
        "draftCatalogue",
        agency=both.ids.agencies["new"],
        title="Danh mục sản phẩm, công việc quy đổi",
        standardUnit="Văn bản",
        standardPoints="5",
    )
    list = {"catalogueId": edition["id"]}
    item = {"code": "CC.01", "name": "Văn bản", "groupNo": 1, "points": "5"}
    product = await both.sign("chair").done("putProduct", **list, item=item)
    both.ids.products["new"] = UUID(product["id"])
    await both.sign("chair").done("proposeCatalogue", **list, version=1)
    told = {"inForceFrom": day, "decisionNo": "01/QĐ-UBND", "version": 2}
    await both.sign("province").done("approveCatalogue", **list, **told)


async def worked(both: Served, who: str, head: str, sheet: Any) -> None:
    """Somebody does what the head of a new unit has given him, and assesses himself."""
    given = {"posting": sheet["posting_id"], "product": both.ids.products["new"], "quantity": "2"}
    await both.sign(head).done("assignWork", **given, dueOn=date(2026, 6, 26))
    line = await both.owner.fetchval(
        "select id from congtam.work_line where posting_id = $1", sheet["posting_id"]
    )
    proof = [{"name": "ket-qua.pdf", "sha256": "ab" * 32}]
    told = {"id": uuid4(), "line": line, "quantity": "2", "evidence": proof}
    await both.sign(who).done("deliverWork", **told)
    await both.sign(head).done("acceptDelivery", delivery=told["id"], version=1)
    own = {"sheet": sheet["id"], "version": 1, "marks": MARKS}
    await both.sign(who).done("selfAssess", **own)
