"""The portals' files, and the headers with which everything leaves the program."""

import gzip
from pathlib import Path

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from gateway.pages import BUILT, DEVELOPER, HEADERS, PORTALS, STRICT, SafeHeaders, routes


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Portals as the build leaves them."""
    for name in ("welcome", "developer", *PORTALS):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(f"<!doctype html><title>{name}</title>")
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "welcome.js").write_text("export {}")
    (tmp_path / "assets" / "staff.js").write_text("export const staff = 1")
    (tmp_path / "assets" / "staff.js.gz").write_bytes(gzip.compress(b"export const staff = 1"))
    (tmp_path / "secret.txt").write_text("not a page")
    (tmp_path / "favicon.ico").write_bytes(b"an icon")
    return tmp_path


def site(
    built: Path, *, demo: bool = False, party: bool = True, tls: bool = False
) -> httpx2.AsyncClient:
    own = {"content-security-policy": "default-src 'none'; sandbox"}
    app = Starlette(
        routes=[
            *routes(demo=demo, party=party, built=built),
            Route("/data", PlainTextResponse("42")),
            Route("/own", PlainTextResponse("42", headers=own)),
        ],
        middleware=[Middleware(SafeHeaders, tls=tls)],
    )
    transport = httpx2.ASGITransport(app=app)
    return httpx2.AsyncClient(transport=transport, base_url="http://localhost")


class TestAPage:
    @pytest.mark.parametrize(
        ("taken", "sent"), [("gzip", "gzip"), ("gzip;q=0", None), ("br, *;q=0.1", "gzip")]
    )
    async def test_is_compressed_for_whoever_takes_it(
        self, built: Path, taken: str, sent: str | None
    ) -> None:
        answer = await site(built).get("/staff/", headers={"accept-encoding": taken})
        assert answer.headers.get("content-encoding") == sent
        assert "<title>staff" in answer.text

    async def test_of_the_portal_may_run_only_its_own_scripts(self, built: Path) -> None:
        answer = await site(built).get("/")
        assert "<title>welcome" in answer.text
        assert answer.headers["content-security-policy"] == STRICT
        assert "script-src 'self';" in STRICT
        assert "unsafe" not in STRICT
        assert "frame-ancestors 'none'" in STRICT
        assert answer.headers["cache-control"] == "no-store"

    async def test_of_developers_is_there_in_the_demo_alone(self, built: Path) -> None:
        answer = await site(built, demo=True).get("/developer/")
        assert "<title>developer" in answer.text
        assert answer.headers["content-security-policy"] == DEVELOPER
        assert "script-src 'self';" in DEVELOPER
        assert (await site(built).get("/developer/")).status_code == 404

    @pytest.mark.parametrize("portal", PORTALS)
    @pytest.mark.parametrize("screen", ["", "/", "/month/2026-06-01"])
    async def test_of_a_portal_stands_at_every_address_beneath_its_name(
        self, built: Path, portal: str, screen: str
    ) -> None:
        answer = await site(built).get(f"/{portal}{screen}")
        assert (answer.status_code, f"<title>{portal}" in answer.text) == (200, True)
        assert answer.headers["content-security-policy"] == STRICT
        assert "trusted-types 'none'" in STRICT

    async def test_of_the_party_is_there_only_where_its_module_runs(self, built: Path) -> None:
        assert (await site(built, party=False).get("/party/")).status_code == 404

    async def test_of_no_portal_is_nothing(self, built: Path) -> None:
        assert (await site(built).get("/nobody/")).status_code == 404

    async def test_that_was_not_built_says_how(self, tmp_path: Path) -> None:
        answer = await site(tmp_path / "nothing").get("/")
        assert (answer.status_code, answer.text) == (
            503,
            "The portals are not built; run: make setup",
        )

    @pytest.mark.parametrize("path", ["/assets/../secret.txt", "/assets/%2e%2e/secret.txt"])
    async def test_is_all_that_can_be_fetched(self, built: Path, path: str) -> None:
        async with site(built) as client:
            assert (await client.get("/assets/welcome.js")).status_code == 200
            answer = await client.get(path)
        assert answer.status_code == 404
        assert "not a page" not in answer.text


class TestAnAsset:
    async def test_is_sent_compressed_to_whoever_takes_it(self, built: Path) -> None:
        async with site(built) as client:
            packed = await client.get("/assets/staff.js", headers={"accept-encoding": "gzip"})
            plain = await client.get("/assets/staff.js", headers={"accept-encoding": "identity"})
        assert packed.text == plain.text == "export const staff = 1"
        assert packed.headers["content-encoding"] == "gzip"
        assert packed.headers["vary"] == plain.headers["vary"] == "accept-encoding"
        assert packed.headers["content-type"] == plain.headers["content-type"].partition(";")[0]
        assert "content-encoding" not in plain.headers

    async def test_is_sent_as_small_as_the_browser_takes_it(self, built: Path) -> None:
        (built / "assets" / "staff.js.br").write_bytes(b"smaller still")
        both = {"accept-encoding": "gzip, deflate, br"}
        async with site(built) as client:
            for name, encoding, body in (
                ("staff.js", "br", b"smaller still"),
                ("welcome.js", None, b"export {}"),
            ):
                async with client.stream("GET", f"/assets/{name}", headers=both) as answer:
                    sent = b"".join([part async for part in answer.aiter_raw()])
                assert (answer.headers.get("content-encoding"), sent) == (encoding, body)

    @pytest.mark.parametrize(
        ("taken", "sent"),
        [
            ("br;q=0, gzip", "gzip"),
            ("br;q=0.2, gzip;q=0.8", "gzip"),
            ("gzip;q=1.0, BR", "br"),
            ("*", "br"),
            ("*;q=0.5, br;q=0", "gzip"),
            ("gzip;q=0, br;q=0.000", None),
            ("brotli, x-gz", None),
            ("gzip;q=2, br;level=3", None),
            ("", None),
        ],
    )
    async def test_is_sent_as_its_reader_weighs_the_forms(
        self, built: Path, taken: str, sent: str | None
    ) -> None:
        (built / "assets" / "staff.js.br").write_bytes(b"smaller still")
        async with (
            site(built) as client,
            client.stream("GET", "/assets/staff.js", headers={"accept-encoding": taken}) as answer,
        ):
            assert answer.headers.get("content-encoding") == sent

    async def test_that_a_browser_has_in_one_form_is_new_in_the_other(self, built: Path) -> None:
        async with site(built) as client:
            packed = await client.get("/assets/staff.js", headers={"accept-encoding": "gzip"})
            known = {"if-none-match": packed.headers["etag"]}
            same, plain = [
                await client.get("/assets/staff.js", headers={"accept-encoding": coding, **known})
                for coding in ("gzip", "identity")
            ]
        assert (same.status_code, same.headers["vary"]) == (304, "accept-encoding")
        assert (plain.status_code, plain.text) == (200, "export const staff = 1")

    @pytest.mark.parametrize("name", ["staff.js", "welcome.js"])
    async def test_is_kept_by_the_browser_for_good(self, built: Path, name: str) -> None:
        answer = await site(built).get(f"/assets/{name}")
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


class TestTheIcon:
    async def test_is_where_browsers_look_for_it_by_themselves(self, built: Path) -> None:
        answer = await site(built).get("/favicon.ico")
        assert (answer.status_code, answer.content) == (200, b"an icon")
        assert answer.headers["content-type"].startswith("image/")
        assert answer.headers["cache-control"] == "public, max-age=86400"

    @pytest.mark.parametrize("page", ["welcome", "developer", *PORTALS])
    def test_is_named_by_every_page(self, page: str) -> None:
        written = (BUILT.parent / page / "index.html").read_text(encoding="utf-8")
        assert '<link rel="icon" type="image/svg+xml" href="../packages/icon.svg" />' in written


class TestEveryAnswer:
    @pytest.mark.parametrize("path", ["/", "/data", "/assets/welcome.js", "/nowhere"])
    async def test_carries_the_headers(self, built: Path, path: str) -> None:
        answer = await site(built).get(path)
        for name, value in HEADERS:
            assert answer.headers[name.decode()] == value.decode()
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-security-policy"] == STRICT
        assert "strict-transport-security" not in answer.headers

    async def test_keeps_a_policy_of_its_own(self, built: Path) -> None:
        answer = await site(built).get("/own")
        assert answer.headers.get_list("content-security-policy") == ["default-src 'none'; sandbox"]

    async def test_asks_for_tls_where_there_is_tls(self, built: Path) -> None:
        answer = await site(built, tls=True).get("/data")
        assert answer.headers["strict-transport-security"].startswith("max-age=31536000")
