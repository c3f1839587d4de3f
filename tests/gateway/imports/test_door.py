"""Files over HTTP: who may hand in which, what a try leaves behind, what is not taken at all."""

from collections.abc import AsyncIterator
from datetime import date
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import httpx2
import pytest
import pytest_asyncio

from gateway.graph import Graph
from gateway.imports import door, routes
from gateway.imports.file import File
from tests.databases import Running
from tests.gateway.identity.world import Browser, Site
from tests.gateway.imports.books import STAFF, book, catalogue_book
from tests.journeys.people import PEOPLE, STRANGER
from tests.journeys.served import Made, Served, Token, served

pytest_plugins = ("tests.journeys.fixtures",)
pytestmark = pytest.mark.slow

PRODUCT = ["CV.77", "Kế hoạch tuyển quân", "N2", "5-8", 6, 1.2]
HEADS = ("head", "chair", "neighbour", "acting")
"""Of units of the commune, one of them on somebody's behalf."""
MAY = {
    "catalogue": {"personnel", "registrar", *HEADS},
    "positions": {"personnel"},
    "staff": {"personnel"},
}
"""Who brings in what for the commune, by the law and the design read once more."""
EVERYBODY = ("personnel", "registrar", *HEADS, "province", "admin", "inspector", "staff", "nobody")


def staff_list(*rows: list[Any]) -> File:
    return book({"A": [STAFF, *rows]})


def positions_list() -> File:
    return File("list.json", '[{"code": "VT.77", "name": "Quân sự"}]'.encode())


FILES = {
    "catalogue": lambda: catalogue_book(PRODUCT),
    "positions": positions_list,
    "staff": lambda: staff_list(["CC.77", "Lò Văn Ổi", "VP", "Công chức", "1/7/2026"]),
}


async def handed_in(
    commune: Served,
    who: str,
    kind: str,
    file: File,
    *,
    agency: UUID | None = None,
    dry_run: str | None = "true",
    **fields: str,
) -> httpx2.Response:
    told = {"agency": str(agency or commune.ids.agencies["commune"]), **fields}
    if dry_run is not None:
        told["dryRun"] = dry_run
    token = commune.token(who)
    return await commune.http.post(
        f"/imports/{kind}",
        data=told,
        files={"file": (file.name, file.content)},
        headers={"authorization": f"Bearer {token}"},
    )


def code(answer: httpx2.Response) -> str:
    found: str = answer.json()["errors"][0]["extensions"]["code"]
    return found


class TestTheDoor:
    @pytest.mark.parametrize("kind", MAY)
    async def test_lets_in_whom_the_policies_name_and_nobody_else(
        self, desk: Served, kind: str
    ) -> None:
        before = await desk.trace()
        let_in = set()
        for who in EVERYBODY:
            answer = await handed_in(desk, who, kind, FILES[kind]())
            if answer.status_code == 200:
                let_in.add(who)
            else:
                assert (answer.status_code, code(answer)) == (403, "NO_MANDATE"), who
        assert let_in == MAY[kind]
        assert await desk.trace() == before

    async def test_is_closed_to_strangers_and_to_the_unknown(self, desk: Served) -> None:
        file = FILES["staff"]()
        stranger = await handed_in(desk, STRANGER, "staff", file)
        assert (stranger.status_code, code(stranger)) == (403, "NOT_LINKED")
        unknown = await desk.http.post("/imports/staff", files={"file": (file.name, b"x")})
        assert (unknown.status_code, code(unknown)) == (401, "NOT_SIGNED_IN")

    async def test_does_not_lead_into_another_agency(self, desk: Served) -> None:
        far = desk.ids.agencies["far"]
        answer = await handed_in(desk, "personnel", "staff", FILES["staff"](), agency=far)
        assert (answer.status_code, code(answer)) == (403, "NO_MANDATE")
        nowhere = await handed_in(desk, "personnel", "staff", FILES["staff"](), agency=UUID(int=7))
        assert (nowhere.status_code, code(nowhere)) == (404, "NOT_FOUND")

    @pytest.mark.parametrize("kind", ["areas", "salaries", "scores", "sheets"])
    async def test_takes_no_other_kind(self, desk: Served, kind: str) -> None:
        answer = await handed_in(desk, "personnel", kind, FILES["positions"]())
        assert (answer.status_code, code(answer)) == (404, "NO_SUCH_IMPORT")

    async def test_tells_a_file_of_another_kind_what_is_needed(self, desk: Served) -> None:
        answer = await handed_in(desk, "personnel", "staff", positions_list())
        assert (answer.status_code, code(answer)) == (422, "FILE_NOT_READABLE")
        assert "Mã công chức" in answer.json()["errors"][0]["message"]

    @pytest.mark.parametrize("said", [None, "", "yes", "TRUE"])
    async def test_must_be_told_whether_it_is_a_try(self, desk: Served, said: str | None) -> None:
        answer = await handed_in(desk, "personnel", "positions", positions_list(), dry_run=said)
        assert (answer.status_code, code(answer)) == (422, "INVALID_INPUT")

    async def test_takes_no_more_than_it_says(
        self, desk: Served, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = File("list.json", positions_list().content + b"\n" * 3000)
        with monkeypatch.context() as small:
            small.setattr(routes, "MOST_BYTES", 2000)
            answer = await handed_in(desk, "personnel", "positions", file)
            assert (answer.status_code, code(answer)) == (413, "IMPORT_TOO_LARGE")
        with monkeypatch.context() as small:
            small.setattr(routes, "LARGEST", 2000)
            answer = await handed_in(desk, "personnel", "positions", file)
            assert (answer.status_code, code(answer)) == (413, "IMPORT_TOO_LARGE")
        with monkeypatch.context() as short:
            short.setattr(door, "MOST_ROWS", 0)
            answer = await handed_in(desk, "personnel", "positions", file)
            assert (answer.status_code, code(answer)) == (422, "TOO_MANY_ROWS")

    async def test_needs_a_form(self, desk: Served) -> None:
        token = {"authorization": f"Bearer {desk.token('personnel')}"}
        answer = await desk.http.post("/imports/staff", json={"file": "x"}, headers=token)
        assert (answer.status_code, code(answer)) == (422, "INVALID_INPUT")

    async def test_hands_out_an_empty_list(self, desk: Served) -> None:
        token = {"authorization": f"Bearer {desk.token('personnel')}"}
        answer = await desk.http.get("/imports/staff/template.xlsx", headers=token)
        assert answer.status_code == 200
        titles = [sheet.title for sheet in File("list.xlsx", answer.content).sheets()]
        assert titles == ["Danh sách công chức", "Hướng dẫn"]


class TestAFile:
    async def test_is_tried_without_a_trace_and_then_brought_in_with_the_same_verdicts(
        self, fresh: Served
    ) -> None:
        office = str(fresh.ids.units["office"])
        file = staff_list(
            ["CC.77", "Lò Văn Ổi", office, "Công chức", "1/7/2026"],
            ["CC.78", "Vi Thị Na", "không có", "Công chức", "1/7/2026"],
            ["CC.79", "Lê Văn Sơn", office, "Vua", "1/7/2026"],
        )
        before = await fresh.trace()
        tried = (await handed_in(fresh, "personnel", "staff", file)).json()
        assert await fresh.trace() == before
        assert tried["outcomes"] == {"created": 1, "updated": 0, "unchanged": 0, "rejected": 2}
        assert [each["code"] for each in tried["verdicts"]] == [
            None,
            "UNKNOWN_REFERENCE",
            "NOT_UNDERSTOOD",
        ]
        bad = tried["verdicts"][2]
        assert (bad["place"], bad["field"]) == ("A!4", "office")
        assert bad["message"].startswith("Không hiểu giá trị “Vua”")
        done = (await handed_in(fresh, "personnel", "staff", file, dry_run="false")).json()
        assert done["verdicts"] == tried["verdicts"]
        assert (done["dryRun"], done["appliedBefore"]) == (False, None)
        sql = """
            select p.full_name, lower(o.during), l.channel, l.actor_id
            from congtam.person p
            join congtam.posting o on o.person_id = p.id
            join congtam.audit_leaf l on l.deed = 'import_staff'
            where p.staff_code = any($1)
        """
        rows = await fresh.owner.fetch(sql, ["CC.77", "CC.78", "CC.79"])
        personnel = fresh.ids.people["personnel"]
        assert [tuple(row) for row in rows] == [
            ("Lò Văn Ổi", date(2026, 7, 1), "import", personnel)
        ]

    async def test_is_brought_in_once_unless_it_is_wanted_anew(self, fresh: Served) -> None:
        file = positions_list()
        first = await handed_in(fresh, "personnel", "positions", file, dry_run="false")
        assert first.json()["outcomes"]["created"] == 1
        before = await fresh.trace()
        second = await handed_in(fresh, "personnel", "positions", file, dry_run="false")
        assert second.json()["appliedBefore"] is not None
        assert second.json()["verdicts"] == first.json()["verdicts"]
        assert await fresh.trace() == before
        tried = await handed_in(fresh, "personnel", "positions", file)
        assert tried.json()["outcomes"]["unchanged"] == 1
        anew = await handed_in(fresh, "personnel", "positions", file, dry_run="false", again="true")
        assert anew.json()["outcomes"]["unchanged"] == 1

    async def test_never_gives_whoever_brings_it_in_a_post(self, fresh: Served) -> None:
        office, me = str(fresh.ids.units["office"]), PEOPLE["personnel"].name
        row = "select staff_code from congtam.person where id = $1"
        mine = await fresh.owner.fetchval(row, fresh.ids.people["personnel"])
        file = staff_list([mine, me, office, "Cấp phó", "1/7/2026"])
        done = await handed_in(fresh, "personnel", "staff", file, dry_run="false")
        assert [each["code"] for each in done.json()["verdicts"]] == ["GRANT_TO_SELF"]

    async def test_stays_out_from_the_day_of_the_revocation(self, fresh: Served) -> None:
        file = FILES["positions"]()
        assert (await handed_in(fresh, "personnel", "positions", file)).status_code == 200
        found = await fresh.owner.fetchrow(
            "select id, version from congtam.mandate where person_id = $1",
            fresh.ids.people["personnel"],
        )
        await fresh.sign("admin").done(
            "revokeMandate", mandateId=found["id"], version=found["version"]
        )
        answer = await handed_in(fresh, "personnel", "positions", file, dry_run="false")
        assert (answer.status_code, code(answer)) == (403, "NO_MANDATE")


@pytest_asyncio.fixture
async def portal(
    server: Running, prepared: Made, graph: Graph, token: Token
) -> AsyncIterator[Served]:
    """The program on the port that the issuer sends browsers back to."""
    port = int(token.portal.rpartition(":")[2])
    async with served(server, prepared, graph, token, port=port) as found:
        yield found


async def test_a_portal_must_bring_its_sessions_token(portal: Served, token: Token) -> None:
    site = cast(Site, SimpleNamespace(url=token.portal))
    told = {"agency": str(portal.ids.agencies["commune"]), "dryRun": "false"}
    file = positions_list()
    async with Browser(site) as browser:
        await browser.sign_in("personnel", return_to="/healthz")
        before = await portal.trace()
        for headers in ({}, {"x-csrf-token": "guessed"}):
            answer = await browser.post(
                "/imports/positions",
                data=told,
                files={"file": (file.name, file.content)},
                headers=headers,
            )
            assert (answer.status_code, code(answer)) == (403, "CSRF_TOKEN_MISSING")
        assert await portal.trace() == before
        answer = await browser.post(
            "/imports/positions",
            data=told,
            files={"file": (file.name, file.content)},
            headers=await browser.csrf(),
        )
        assert answer.json()["outcomes"]["created"] == 1
