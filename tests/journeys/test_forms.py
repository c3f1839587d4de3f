"""The official forms over HTTP: the API's own figures on paper, and hidden as the API hides."""

import io
import zipfile
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from docx import Document
from openpyxl import load_workbook

from tests.journeys.client import Client
from tests.journeys.people import PEOPLE, SHEETS
from tests.journeys.scoring import score
from tests.journeys.served import Served
from tests.journeys.world import PERIOD

pytest_plugins = ("tests.journeys.fixtures",)

FIGURES = """query($id: ID!) { sheet(id: $id) {
    general results total level marks { self head } explanation { cites }
    lines(first: 100) { units }
} }"""
ENDINGS = ("docx", "pdf", "xlsx")


def _without_id(answer: httpx2.Response) -> str:
    return answer.text.replace(str(answer.url).rpartition("/")[2].partition(".")[0], "…")


async def signed(served: Served, sheet: str = "staff") -> None:
    """The sheet, scored and signed by the head of its unit."""
    head = next(
        each.key
        for each in PEOPLE.values()
        if each.office == "head" and each.unit == SHEETS[sheet].unit
    )
    scored = await score(served, head, sheet)
    told = {"sheet": served.ids.sheets[sheet], "version": scored["version"]}
    await served.sign(head).done("signSheet", **told)


async def printed(client: Client, path: str, **headers: str) -> httpx2.Response:
    bearer = {} if client.token is None else {"authorization": f"Bearer {client.token}"}
    return await client.http.get(f"/forms/{path}", headers={**bearer, **headers})


def cells(body: bytes, title: str) -> list[tuple[Any, ...]]:
    """A spreadsheet's rows under its heading."""
    sheet = load_workbook(io.BytesIO(body))[title]
    return [tuple(row) for row in sheet.iter_rows(min_row=2, values_only=True)]


def written(body: bytes) -> str:
    """All text of a Word file, paragraphs and tables."""
    document = Document(io.BytesIO(body))
    tables = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(each.text for each in document.paragraphs), *tables])


class TestForm01:
    async def test_has_the_figures_that_the_api_tells(self, commune: Served) -> None:
        sheet = str(commune.ids.sheets["staff"])
        await signed(commune)
        staff = commune.sign("staff")
        told = (await staff.ask(FIGURES, id=sheet))["sheet"]
        answer = await printed(staff, f"sheet/{sheet}.xlsx")
        assert answer.status_code == 200
        results = dict(cells(answer.content, "Kết quả"))
        assert Decimal(str(results["Tổng điểm"])) == Decimal(told["total"])
        assert Decimal(str(results["Điểm tiêu chí chung"])) == Decimal(told["general"])
        marks = cells(answer.content, "Tiêu chí chung")
        assert [Decimal(str(row[4])) for row in marks] == [
            Decimal(mark["head"]) for mark in told["marks"]
        ]
        units = [Decimal(str(row[5])) for row in cells(answer.content, "Nhiệm vụ")]
        assert sum(units) == sum(Decimal(line["units"]) for line in told["lines"])
        assert [row[0] for row in cells(answer.content, "Căn cứ")] == told["explanation"]["cites"]

    async def test_is_in_vietnamese_whoever_asks(self, commune: Served) -> None:
        sheet = str(commune.ids.sheets["staff"])
        await signed(commune)
        staff = commune.sign("staff")
        answer = await printed(staff, f"sheet/{sheet}.docx", **{"accept-language": "en"})
        text = written(answer.content)
        assert "Kỳ theo dõi, đánh giá: tháng 6 năm 2026" in text
        total = (await staff.ask(FIGURES, id=sheet))["sheet"]["total"].replace(".", ",")
        assert f"Tổng điểm theo dõi, đánh giá công chức: {total}" in text
        assert "Điều 16" in text
        assert "art." not in text

    async def test_says_that_it_is_a_draft_before_the_head_signs(self, desk: Served) -> None:
        staff = desk.sign("staff")
        answer = await printed(staff, f"sheet/{desk.ids.sheets['staff']}.docx")
        assert "BẢN DỰ THẢO" in written(answer.content)

    @pytest.mark.parametrize("ending", ENDINGS)
    async def test_is_a_file_of_its_kind_that_names_nobody(self, desk: Served, ending: str) -> None:
        answer = await printed(desk.sign("staff"), f"sheet/{desk.ids.sheets['staff']}.{ending}")
        assert answer.status_code == 200
        assert answer.headers["content-disposition"] == (
            f'attachment; filename="mau-01-2026-06.{ending}"'
        )
        assert answer.headers["cache-control"] == "no-store"
        if ending == "pdf":
            assert answer.content.startswith(b"%PDF-")
        else:
            assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None


class TestHidden:
    @pytest.mark.parametrize("who", ["teacher", "stranger", "admin"])
    async def test_a_sheet_of_somebody_else_is_as_absent_as_one_that_is_not_there(
        self, desk: Served, who: str
    ) -> None:
        client = desk.sign(who)
        hidden = await printed(client, f"sheet/{desk.ids.sheets['staff']}.pdf")
        absent = await printed(client, f"sheet/{uuid4()}.pdf")
        assert hidden.status_code == absent.status_code == 404
        assert _without_id(hidden) == _without_id(absent)
        assert hidden.json()["errors"][0]["extensions"]["code"] == "NOT_FOUND"

    async def test_nobody_who_is_not_signed_in_gets_a_form(self, desk: Served) -> None:
        answer = await printed(
            Client(desk.sign("staff").http, None), f"sheet/{desk.ids.sheets['staff']}.pdf"
        )
        assert answer.status_code == 401
        assert answer.json()["errors"][0]["extensions"]["code"] == "NOT_SIGNED_IN"

    @pytest.mark.parametrize(
        "path", ["payslip/{id}.pdf", "sheet/{id}.exe", "sheet/{id}", "sheet/%2e%2e.pdf"]
    )
    async def test_what_is_no_form_is_told_what_is(self, desk: Served, path: str) -> None:
        answer = await printed(desk.sign("staff"), path.format(id=desk.ids.sheets["staff"]))
        assert answer.status_code == 404
        (problem,) = answer.json()["errors"]
        assert problem["extensions"]["code"] == "NO_SUCH_FORM"
        assert "docx,pdf,xlsx" in problem["message"]


class TestUnitSummary:
    MONTH = "query($unit: ID!, $period: Date!) { monthOfUnit(unit: $unit, period: $period) {"
    MONTH += " id sheets(first: 100) { person { fullName } total level } } }"

    async def test_lists_everybody_whom_the_head_scores(self, commune: Served) -> None:
        await signed(commune)
        head = commune.sign("head")
        month = (await head.ask(self.MONTH, unit=commune.ids.units["office"], period=PERIOD))[
            "monthOfUnit"
        ]
        answer = await printed(head, f"unit_month/{month['id']}.xlsx")
        rows = {row[1]: row for row in cells(answer.content, "Tổng hợp")}
        assert rows.keys() == {sheet["person"]["fullName"] for sheet in month["sheets"]}
        for sheet in month["sheets"]:
            total = rows[sheet["person"]["fullName"]][5]
            assert (None if total is None else Decimal(str(total))) == (
                None if sheet["total"] is None else Decimal(sheet["total"])
            )

    async def test_shows_a_member_his_own_row_alone(self, commune: Served) -> None:
        await signed(commune)
        unit, period = commune.ids.units["office"], date(2026, 6, 1)
        head, staff = commune.sign("head"), commune.sign("staff")
        month = (await head.ask(self.MONTH, unit=unit, period=period))["monthOfUnit"]
        answer = await printed(staff, f"unit_month/{month['id']}.xlsx")
        me = (await staff.ask("{ me { fullName } }"))["me"]["fullName"]
        assert [row[1] for row in cells(answer.content, "Tổng hợp")] == [me]


class TestTemplate:
    """The Word template of an agency's own."""

    def place(self, served: Served, form: str = "sheet") -> str:
        return f"/forms/{form}/templates/{served.ids.agencies['commune']}"

    async def send(
        self, served: Served, who: str, body: bytes, method: str = "PUT"
    ) -> httpx2.Response:
        client = served.sign(who)
        return await client.http.request(
            method,
            self.place(served),
            content=body,
            headers={"authorization": f"Bearer {client.token}"},
        )

    async def test_is_used_from_then_on_and_taken_out_again(self, commune: Served) -> None:
        sheet = f"sheet/{commune.ids.sheets['staff']}.docx"
        kept = await self.send(commune, "personnel", worded("Của xã: {{ name }}"))
        assert kept.status_code == 204, kept.content
        staff = commune.sign("staff")
        name = (await staff.ask("{ me { fullName } }"))["me"]["fullName"]
        assert written((await printed(staff, sheet)).content) == f"Của xã: {name}"
        found = await printed(staff, f"sheet/templates/{commune.ids.agencies['commune']}")
        assert written(found.content) == "Của xã: {{ name }}"
        commune.day.today += timedelta(days=1)
        assert (await self.send(commune, "personnel", b"", "DELETE")).status_code == 204
        assert "PHIẾU THEO DÕI" in written((await printed(staff, sheet)).content)

    @pytest.mark.parametrize("who", ["staff", "head", "admin", "teacher"])
    async def test_is_chosen_by_nobody_else(self, desk: Served, who: str) -> None:
        before = await desk.trace()
        answer = await self.send(desk, who, worded("{{ name }}"))
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"
        assert await desk.trace() == before

    @pytest.mark.parametrize(
        "text",
        [
            "{{ salary }}",
            "{{ name.__class__ }}",
            "{% for each in range(100000) %}{% endfor %}",
            "{{ name * 100000000 }}",
            "{{ name|pprint }}",
            "{% for",
        ],
    )
    async def test_that_says_more_than_values_is_refused(self, desk: Served, text: str) -> None:
        before = await desk.trace()
        answer = await self.send(desk, "personnel", worded(text))
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["extensions"]["code"] == "TEMPLATE_NOT_USABLE"
        assert await desk.trace() == before

    @pytest.mark.parametrize(
        ("body", "code"),
        [
            (b"%PDF-1.7", "TEMPLATE_NOT_USABLE"),
            (b"x" * (1024 * 1024 + 1), "TEMPLATE_TOO_LARGE"),
        ],
        ids=["not Word", "too large"],
    )
    async def test_that_is_no_small_word_file_is_refused(
        self, desk: Served, body: bytes, code: str
    ) -> None:
        answer = await self.send(desk, "personnel", body)
        assert answer.json()["errors"][0]["extensions"]["code"] == code

    async def test_that_unpacks_to_a_flood_is_refused(self, desk: Served) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", b" " * (25 * 1024 * 1024))
        answer = await self.send(desk, "personnel", out.getvalue())
        assert answer.json()["errors"][0]["extensions"]["code"] == "TEMPLATE_TOO_LARGE"


def worded(text: str) -> bytes:
    """A Word file of one paragraph."""
    document, out = Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()
