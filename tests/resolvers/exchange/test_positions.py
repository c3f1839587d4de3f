"""Descriptions of job positions, with the gaps that real ones have."""

from dataclasses import replace

from resolvers.exchange import RequirementPart, TaskPart
from tests.resolvers.exchange.lists import (
    CREATED,
    UNCHANGED,
    UPDATED,
    Imports,
    a_position,
    fates,
)
from tests.resolvers.town import TODAY

TASKS = "select no, area, work, criterion from congtam.position_task order by ordinal"


class TestImportPositions:
    async def test_writes_a_position_with_all_its_parts(self, imports: Imports) -> None:
        assert fates(await imports.do("positions", [a_position()])) == [CREATED]
        (position,) = await imports.fetch("select * from congtam.job_position")
        assert (position["code"], position["opened_on"]) == ("VT.01", TODAY)
        assert [tuple(row) for row in await imports.fetch(TASKS)] == [
            ("1", "Văn thư", "Tiếp nhận văn bản đến", "Đúng hạn")
        ]

    async def test_leaves_what_is_alike_alone(self, imports: Imports) -> None:
        rows = [a_position(), a_position("VT.02", tasks=(), requirements=(), competences=())]
        await imports.do("positions", rows)
        assert fates(await imports.do("positions", rows)) == [UNCHANGED, UNCHANGED]
        versions = await imports.fetch("select version from congtam.job_position")
        assert [row["version"] for row in versions] == [1, 1]

    async def test_describes_anew_and_keeps_group_and_rank(self, imports: Imports) -> None:
        await imports.do("positions", [a_position()])
        await imports.town.owner.execute(
            "update congtam.job_position set position_group = 'professional', rank = 'specialist'"
        )
        part = RequirementPart("Trình độ", "Thạc sĩ")
        row = a_position(requirements=(part,), tasks=(TaskPart("", "", "Việc mới", ""),))
        assert fates(await imports.do("positions", [row])) == [UPDATED]
        (position,) = await imports.fetch("select * from congtam.job_position")
        assert (position["position_group"], position["rank"]) == ("professional", "specialist")
        assert [row["work"] for row in await imports.fetch(TASKS)] == ["Việc mới"]

    async def test_takes_a_field_without_work_as_the_work(self, imports: Imports) -> None:
        row = a_position(tasks=(TaskPart("2.8", "Lập kế hoạch cá nhân", "", "Đúng hạn"),))
        await imports.do("positions", [row])
        (task,) = await imports.fetch(TASKS)
        assert tuple(task) == ("2.8", "", "Lập kế hoạch cá nhân", "Đúng hạn")
        assert fates(await imports.do("positions", [row])) == [UNCHANGED]

    async def test_refuses_rows_one_by_one(self, imports: Imports) -> None:
        rows = [
            a_position("VT.01", requirements=(RequirementPart("", "Đại học"),)),
            a_position("VT.02", name="Chuyên\x07viên"),
            a_position("VT.03", place="[2]"),
            a_position(" VT.03", place="[3]"),
            a_position("VT.04"),
        ]
        assert fates(await imports.do("positions", rows)) == [
            ("TEXT_NOT_ACCEPTABLE", "kind"),
            ("TEXT_NOT_ACCEPTABLE", "name"),
            ("CODE_REPEATED", "code"),
            ("CODE_REPEATED", "code"),
            CREATED,
        ]
        codes = await imports.fetch("select code from congtam.job_position")
        assert [row["code"] for row in codes] == ["VT.04"]

    async def test_does_not_touch_another_agencys_position_of_the_same_code(
        self, imports: Imports
    ) -> None:
        await imports.do("positions", [a_position()])
        other = replace(a_position(), name="Tên khác")
        assert fates(await imports.do("positions", [other], agency="neighbour")) == [CREATED]
        assert fates(await imports.do("positions", [a_position()])) == [UNCHANGED]
