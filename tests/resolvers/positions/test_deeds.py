"""Job positions are described as a whole and closed; nobody's history is touched."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from resolvers.positions import Competence, Requirement, Task, close_position, define_position
from tests.resolvers.town import FOUNDED, TODAY, Town

LATER = date(2026, 9, 1)
TASKS = [
    Task("Soạn thảo văn bản\n  theo phân công", "Đúng tiến độ", "2.1", "Văn bản"),
    Task("Tiếp công dân", "Không có phản ánh", "2.2", "Công dân"),
]


def officer(town: Town) -> Any:
    return town.reach("clerk", ("personnel_officer", "commune"))


def description(town: Town, **more: Any) -> dict[str, Any]:
    values = {"agency": town.agencies["commune"], "code": "TP-NVCN-01", "opened_on": FOUNDED}
    parts = {
        "tasks": TASKS,
        "requirements": [Requirement("Trình độ", "Đại học trở lên")],
        "competences": [Competence("Chung", "Giao tiếp ứng xử", "3")],
    }
    return {**values, "name": "Chuyên viên Văn phòng", "group": "professional", **parts, **more}


async def tasks(town: Town, position: UUID) -> list[str]:
    rows = await town.owner.fetch(
        "select work from congtam.position_task where position_id = $1 order by ordinal", position
    )
    return [row["work"] for row in rows]


class TestDefinePosition:
    async def test_keeps_the_description_with_its_parts_in_order(self, town: Town) -> None:
        id = await town.do(officer(town), define_position, **description(town, rank="specialist"))
        row = await town.owner.fetchrow("select * from congtam.job_position where id = $1", id)
        assert (row["position_group"], row["rank"]) == ("professional", "specialist")
        assert await tasks(town, id) == ["Soạn thảo văn bản\ntheo phân công", "Tiếp công dân"]
        competence = await town.owner.fetchrow("select * from congtam.position_competence")
        assert (competence["competence_group"], competence["level"]) == ("Chung", "3")
        (leaf,) = await town.leaves()
        assert leaf["rule"] == "personnel-officer-describes-positions"
        assert [task["no"] for task in leaf["after"]["position_task"]] == ["2.1", "2.2"]

    async def test_replaces_the_parts_as_a_whole(self, town: Town) -> None:
        id = await town.do(officer(town), define_position, **description(town))
        again = description(town, tasks=[Task("Tiếp công dân")], position=id, version=1)
        assert await town.do(officer(town), define_position, **again) == id
        assert await tasks(town, id) == ["Tiếp công dân"]
        before = (await town.leaves())[1]["before"]
        assert before["code"] == "TP-NVCN-01"
        assert [task["no"] for task in before["position_task"]] == ["2.1", "2.2"]

    async def test_lets_the_operator_import_and_not_define(self, town: Town) -> None:
        values = description(town)
        refused = await town.refused(town.operator(), define_position, **values)
        assert refused.code == "NO_MANDATE"
        await town.do(town.operator(), define_position, **values, channel="import")
        (leaf,) = await town.leaves()
        assert (leaf["rule"], leaf["channel"]) == ("operator-installs-positions", "import")

    async def test_refuses_the_code_of_another_position(self, town: Town) -> None:
        await town.do(officer(town), define_position, **description(town))
        refused = await town.refused(officer(town), define_position, **description(town))
        assert (refused.code, refused.field) == ("POSITION_CODE_TAKEN", "code")

    async def test_refuses_a_version_that_somebody_has_changed(self, town: Town) -> None:
        id = await town.do(officer(town), define_position, **description(town))
        stale = description(town, position=id, version=2)
        assert (await town.refused(officer(town), define_position, **stale)).code == "STALE_VERSION"

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            ({"group": "royalty"}, "INVALID_INPUT"),
            ({"rank": "duke"}, "INVALID_INPUT"),
            ({"name": ""}, "TEXT_NOT_ACCEPTABLE"),
            ({"tasks": [replace(TASKS[0], work=" ")]}, "TEXT_NOT_ACCEPTABLE"),
            ({"tasks": TASKS * 101}, "INVALID_INPUT"),
            ({"position": UUID(int=2), "version": 1}, "NOT_FOUND"),
        ],
    )
    async def test_refuses_what_no_position_is(self, town: Town, change: dict, code: str) -> None:
        refused = await town.refused(officer(town), define_position, **description(town, **change))
        assert refused.code == code

    @pytest.mark.parametrize("name", ["governor", "chair", "chief", "clerk"])
    async def test_refuses_everybody_without_the_mandate(self, town: Town, name: str) -> None:
        refused = await town.refused(town.reach(name), define_position, **description(town))
        assert refused.code == "NO_MANDATE"

    async def test_shows_another_agencys_position_to_nobody(self, town: Town) -> None:
        id = await town.do(officer(town), define_position, **description(town))
        other = town.reach("stranger", ("personnel_officer", "neighbour"))
        values = description(town, agency=town.agencies["neighbour"], position=id, version=1)
        assert (await town.refused(other, define_position, **values)).code == "NOT_FOUND"


class TestClosePosition:
    async def test_closes_from_a_day_on(self, town: Town) -> None:
        id = await town.do(officer(town), define_position, **description(town))
        await town.do(officer(town), close_position, position=id, closed_on=LATER, version=1)
        row = await town.owner.fetchrow("select * from congtam.job_position where id = $1", id)
        assert (row["closed_on"], row["version"]) == (LATER, 2)

    async def test_refuses_while_somebody_would_hold_it(self, town: Town) -> None:
        id = await town.do(officer(town), define_position, **description(town))
        await town.owner.execute(
            "update congtam.posting set position_id = $1 where id = $2", id, town.postings["clerk"]
        )
        values = {"position": id, "closed_on": TODAY, "version": 1}
        refused = await town.refused(officer(town), close_position, **values)
        assert (refused.code, refused.facts["count"]) == ("POSITION_HELD", 1)

    async def test_refuses_the_head(self, town: Town) -> None:
        id = await town.do(officer(town), define_position, **description(town))
        values = {"position": id, "closed_on": TODAY, "version": 1}
        assert (await town.refused(town.reach("chair"), close_position, **values)).code == (
            "NO_MANDATE"
        )
