"""The commune's Party organisations before a story in the browser begins: by deeds over HTTP."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.journeys.party_house import BEGAN, BODIES, DAY, MEMBERS, MOVED, NUMBER, House
from tests.portals.browser import Window


async def installed(house: House, patch: pytest.MonkeyPatch, folder: Path) -> None:
    """The operator lays down the province's committee and its secretary."""
    ids = house.served.ids
    top = ("found", "Đảng bộ tỉnh Nghệ An", "--code", "province", "--begins", str(BEGAN))
    said = await house.operate(patch, folder, *top, "--agency", str(ids.agencies["province"]))
    assert said.exit_code == 0, said.output
    province = house.bodies["province"] = UUID(said.stdout.strip())
    office = ("--begins", str(BEGAN), "--decision", "01-QĐ/TU")
    secretary = ("secretary", str(province), str(ids.people["province"]), *office)
    said = await house.operate(patch, folder, *secretary)
    assert said.exit_code == 0, said.output


async def peopled(house: House) -> None:
    """The commune's bodies, their members and their offices, each by whoever may."""
    province = house.bodies["province"]
    await house.found("province", "desk", "province", "BRANCH", "Chi bộ Cơ quan")
    first = await house.done("province", "admitPartyMember", **house.membership("chair", "desk"))
    for name, (parent, kind, full) in BODIES.items():
        by = "province" if parent == "province" else "chair"
        await house.found(by, name, parent, kind, full)
        if name == "commune":
            secretary = house.office("chair", name, "SECRETARY")
            await house.done("province", "appointPartyOffice", **secretary)
    above: dict[str, Any] = {"standing": {"managedBy": province}}
    await house.done("chair", "admitPartyMember", **house.membership("vice", "branch", **above))
    for who in MEMBERS:
        await house.done("chair", "admitPartyMember", **house.membership(who, "branch"))
    for who, body, kind in [
        *(("vice", "commune", "DEPUTY_SECRETARY"), ("head", "branch", "SECRETARY")),
        *(("deputy", "branch", "DEPUTY_SECRETARY"), ("head", "leadership", "LEADER")),
        *(("vice", "leadership", "LEADER"), ("away", "union", "REPRESENTATIVE")),
    ]:
        await house.done("chair", "appointPartyOffice", **house.office(who, body, kind))
    leads = house.office("chair", "leadership", "HEAD")
    await house.done("vice", "appointPartyOffice", **leads)
    leaving = {"member": first["id"], "version": 1, "ends": MOVED}
    await house.done("province", "endPartyMembership", **leaving, decisionNo=NUMBER["decisionNo"])
    chairs = house.membership("chair", "branch", begins=MOVED, **above)
    await house.done("vice", "admitPartyMember", **chairs)


async def reviewed_themselves(house: House, *left: str) -> None:
    """Every member but those `left` has given his self-review."""
    for who in MEMBERS:
        if who not in left:
            await house.speak(who, who, "self")


async def spoken(house: House) -> None:
    """Every voice before the committee's own has spoken, and the set is closed."""
    await reviewed_themselves(house)
    for who in MEMBERS:
        if who != "head":
            await house.speak("head", who, "branch")
    for by, about, kind in [
        *(("deputy", "head", "branch"), ("chair", "leadership", "self")),
        *(("away", "leadership", "mass_organisation"), ("head", "branch", "self")),
        *(("chair", "head", "leadership"), ("away", "head", "mass_organisation")),
    ]:
        await house.speak(by, about, kind)
    await house.done("vice", "closePartyCampaign", **(await house.campaign()))


async def paper(window: Window, group: str, number: str) -> None:
    """Types a document's number and day into the group of fields with this name."""
    fields = window.page.get_by_role("group", name=group, exact=True)
    await fields.get_by_label("Số, ký hiệu").fill(number)
    await fields.get_by_label("Ngày văn bản").fill(str(DAY - timedelta(days=1)))


async def kept(window: Window) -> str:
    """All that the page has left on the machine."""
    found: str = await window.page.evaluate(
        "JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])"
    )
    return found
