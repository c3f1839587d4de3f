"""A login is linked and taken away over HTTP: what it opens, who is told, and that it stops."""

from typing import Any

import pytest

from tests.journeys.people import STRANGER
from tests.journeys.served import Served

pytest_plugins = ("tests.journeys.fixtures",)

LOGINS = (
    "query($id: ID!) { person(id: $id) { allowedActions logins { id issuer subject linkedAt } } }"
)
ME = "{ me { id logins { subject } } }"


async def told(office: Served, who: str, of: str) -> dict[str, Any] | None:
    found = await office.sign(who).ask(LOGINS, id=office.ids.people[of])
    person: dict[str, Any] | None = found["person"]
    return person


class TestLogins:
    async def test_are_told_to_the_person_and_to_the_administrator_alone(
        self, desk: Served
    ) -> None:
        found = {}
        for who in ("staff", "admin", "personnel", "head", "chair", "inspector", "registrar"):
            person = await told(desk, who, "staff")
            found[who] = [each["subject"] for each in person["logins"]] if person else []
        assert found == {who: [] for who in found} | {
            "staff": ["sub-staff"],
            "admin": ["sub-staff"],
        }

    @pytest.mark.parametrize(
        ("who", "of", "named"),
        [
            ("admin", "staff", {"LinkLogin", "UnlinkLogin"}),
            ("admin", "admin", set()),
            ("personnel", "staff", set()),
            ("staff", "staff", set()),
            ("registrar", "staff", set()),
        ],
    )
    async def test_are_kept_by_whom_the_page_names(
        self, desk: Served, who: str, of: str, named: set[str]
    ) -> None:
        person = await told(desk, who, of)
        actions = set(person["allowedActions"]) if person else set()
        assert actions & {"LinkLogin", "UnlinkLogin"} == named


class TestALoginTakenAway:
    async def test_stops_the_very_next_request_and_another_opens_the_same_door(
        self, fresh: Served
    ) -> None:
        staff = fresh.sign("staff")
        person = await told(fresh, "admin", "staff")
        assert person is not None
        (login,) = person["logins"]
        assert login["linkedAt"].endswith("+07:00")
        assert (await staff.ask(ME))["me"]["id"] == str(fresh.ids.people["staff"])
        deed = {"person": fresh.ids.people["staff"], "loginId": login["id"]}
        await fresh.sign("admin").done("unlinkLogin", **deed)
        assert (await staff.ask(ME))["me"] is None
        stranger = fresh.sign(STRANGER)
        assert (await stranger.ask(ME))["me"] is None
        given = {"issuer": login["issuer"], "subject": "sub-stranger"}
        await fresh.sign("admin").done("linkLogin", person=fresh.ids.people["staff"], **given)
        found = (await stranger.ask(ME))["me"]
        assert found["id"] == str(fresh.ids.people["staff"])
        assert found["logins"] == [{"subject": "sub-stranger"}]

    async def test_is_not_taken_by_anybody_else(self, fresh: Served) -> None:
        person = await told(fresh, "admin", "staff")
        assert person is not None
        deed = {"person": fresh.ids.people["staff"], "loginId": person["logins"][0]["id"]}
        before = await fresh.trace()
        for who, code in (("personnel", "NO_MANDATE"), ("staff", "OWN_LOGIN")):
            refused = await fresh.sign(who).refused("unlinkLogin", **deed)
            assert refused["code"] == code
        deed["person"] = fresh.ids.people["head"]
        assert (await fresh.sign("admin").refused("unlinkLogin", **deed))["code"] == "NOT_FOUND"
        assert await fresh.trace() == before
