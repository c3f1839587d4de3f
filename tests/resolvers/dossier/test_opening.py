"""A dossier is asked for by who decides, granted by who keeps it, or opened by the person."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from resolvers import dossier as deeds
from tests.resolvers.classification.year import DAY
from tests.resolvers.dossier.files import CODES, ENDS, LETTER, Files
from tests.resolvers.town import delegation

OWN: dict[str, Any] = {"agency_code": CODES["neighbour"], "purpose": "transfer", "ends": ENDS}
"""What the clerk opens of his own."""


class TestAsking:
    async def test_a_wrong_name_and_a_right_one_look_alike(self, files: Files) -> None:
        """Whether there is such a person, only the agency that is asked can see."""
        right, wrong = await files.ask(), await files.ask(staff_code="CB-99")
        rows = [await files.year.cast.row("dossier_request", id) for id in (right, wrong)]
        told = [
            {name: row[name] for name in row.keys() if name not in ("id", "staff_code")}
            for row in rows
        ]
        assert told[0] == told[1]
        assert (told[0]["person_id"], told[0]["state"]) == (None, "asked")

    async def test_the_deciding_head_asks_too(self, files: Files) -> None:
        id = await files.ask("stranger")
        row = await files.year.cast.row("dossier_request", id)
        assert row["from_unit_id"] == files.town.units["commune"]

    @pytest.mark.parametrize(
        ("who", "changes", "code"),
        [
            ("officer", {}, "NO_MANDATE"),
            ("clerk", {}, "NO_MANDATE"),
            ("inspector", {}, "NO_MANDATE"),
            ("chair", {}, "NO_MANDATE"),
            ("registrar", {"agency_code": "H40.99"}, "NOT_FOUND"),
            ("registrar", {"agency_code": CODES["neighbour"]}, "DOSSIER_SAME_AGENCY"),
            ("registrar", {"purpose": "curiosity"}, "INVALID_INPUT"),
            ("registrar", {"matter": ""}, "TEXT_NOT_ACCEPTABLE"),
            ("registrar", {"staff_code": ""}, "TEXT_NOT_ACCEPTABLE"),
            ("registrar", {"document": replace(LETTER, day=None)}, "INVALID_INPUT"),
        ],
    )
    async def test_is_for_the_authority_and_a_purpose(
        self, files: Files, who: str, changes: dict[str, Any], code: str
    ) -> None:
        told = files.asked(**changes)
        assert (await files.year.refused(who, deeds.ask_dossier, **told)).code == code

    @pytest.mark.parametrize(
        ("who", "sees"),
        [
            ("registrar", True),
            ("stranger", True),
            ("officer", True),
            ("chair", True),
            ("inspector", True),
            ("chief", False),
            ("clerk", False),
            ("typist", False),
        ],
    )
    async def test_is_seen_by_both_agencies_and_no_colleague(
        self, files: Files, who: str, sees: bool
    ) -> None:
        id = await files.ask()
        assert await files.sees(who, deeds.dossier_request, id) == sees


class TestGranting:
    async def test_opens_the_dossier_for_days_and_a_purpose(self, files: Files) -> None:
        id = await files.opened()
        row = await files.year.cast.row("dossier", id)
        assert (row["person_id"], row["purpose"]) == (files.person("clerk"), "appointment")
        assert (row["during"].lower, row["during"].upper) == (DAY, ENDS)
        assert row["cites"] == [
            "Decree 335/2025/NĐ-CP, art. 23(3)(c)",
            "Law 80/2025/QH15, art. 38",
            "Decree 170/2025/NĐ-CP, art. 35(5)",
        ]
        (request,) = await files.year.cast.rows("dossier_request")
        assert (request["state"], request["person_id"]) == ("granted", files.person("clerk"))

    async def test_tells_only_the_agency_that_is_asked_that_there_is_nobody(
        self, files: Files
    ) -> None:
        id = await files.ask(staff_code="CB-99")
        told = {"request_id": id, "version": 1, "ends": ENDS}
        refusal = await files.year.refused("chair", deeds.grant_dossier, **told)
        assert refusal.code == "DOSSIER_NOBODY_MEANT"

    @pytest.mark.parametrize(
        ("who", "code"),
        [
            ("officer", "NOT_AGENCY_HEAD"),
            ("registrar", "NOT_AGENCY_HEAD"),
            ("stranger", "NOT_AGENCY_HEAD"),
            ("inspector", "NOT_AGENCY_HEAD"),
            ("chief", "NOT_FOUND"),
            ("clerk", "NOT_FOUND"),
        ],
    )
    async def test_is_the_keeping_heads(self, files: Files, who: str, code: str) -> None:
        told = {"request_id": await files.ask(), "version": 1, "ends": ENDS}
        assert (await files.year.refused(who, deeds.grant_dossier, **told)).code == code

    async def test_is_not_the_heads_about_himself(self, files: Files) -> None:
        id = await files.ask(staff_code="CB-01")
        for deed, told in (
            (deeds.grant_dossier, {"ends": ENDS}),
            (deeds.decline_dossier, {"reason": "Không đồng ý."}),
        ):
            refusal = await files.year.refused("chair", deed, request_id=id, version=1, **told)
            assert refusal.code == "OWN_RECORD"

    async def test_nor_an_acting_heads_about_him(self, files: Files) -> None:
        await delegation(files.town, "chair", "vice", "commune", DAY, ENDS)
        told = {"version": 1, "ends": ENDS}
        id = await files.ask(staff_code="CB-01")
        refusal = await files.year.refused("vice", deeds.grant_dossier, request_id=id, **told)
        assert refusal.code == "ACTING_FOR_APPOINTER"
        await files.grant(await files.ask(), "vice")
        (row,) = await files.year.cast.rows("dossier")
        assert row["on_behalf_of"] == files.person("chair")

    @pytest.mark.parametrize(
        ("days", "allowed"), [(0, False), (1, True), (30, True), (31, False), (400, False)]
    )
    async def test_is_for_a_month_at_most(self, files: Files, days: int, allowed: bool) -> None:
        id, ends = await files.ask(), DAY + timedelta(days=days)
        if allowed:
            await files.grant(id, ends=ends)
        else:
            told = {"request_id": id, "version": 1, "ends": ends}
            refusal = await files.year.refused("chair", deeds.grant_dossier, **told)
            assert refusal.code == "INVALID_INPUT"

    async def test_is_as_long_as_the_keeping_agency_lets_it(self, files: Files) -> None:
        await files.year.cast.choose("dossier_days", 3)
        told = {"request_id": await files.ask(), "version": 1, "ends": DAY + timedelta(days=4)}
        refusal = await files.year.refused("chair", deeds.grant_dossier, **told)
        assert refusal.code == "INVALID_INPUT"

    async def test_or_declining_is_done_once(self, files: Files) -> None:
        id = await files.ask()
        told = {"request_id": id, "reason": "Công chức đang được xem xét bổ nhiệm tại chỗ."}
        await files.year.do("chair", deeds.decline_dossier, version=1, **told)
        for deed, more in ((deeds.decline_dossier, told), (deeds.grant_dossier, {"ends": ENDS})):
            arguments = {**more, "request_id": id, "version": 2}
            assert (await files.year.refused("chair", deed, **arguments)).code == "DOSSIER_ANSWERED"

    async def test_over_somebody_elses_answer_is_refused(self, files: Files) -> None:
        told = {"request_id": await files.ask(), "version": 5, "ends": ENDS}
        refusal = await files.year.refused("chair", deeds.grant_dossier, **told)
        assert refusal.code == "STALE_VERSION"


class TestOpeningOnesOwn:
    async def test_needs_nobodys_leave(self, files: Files) -> None:
        id = await files.year.do("clerk", deeds.open_dossier, **OWN)
        row = await files.year.cast.row("dossier", id)
        assert (row["basis"], row["opened_by"]) == ("request", files.person("clerk"))
        shown = await files.read(id, purpose="transfer")
        assert set(shown) == {"classes", "months", "discipline"}

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"agency_code": "H40.99"}, "NOT_FOUND"),
            ({"agency_code": CODES["commune"]}, "DOSSIER_SAME_AGENCY"),
            ({"purpose": "fun"}, "INVALID_INPUT"),
            ({"ends": date(2028, 1, 1)}, "INVALID_INPUT"),
        ],
    )
    async def test_is_to_another_agency_for_a_purpose_and_some_days(
        self, files: Files, changes: dict[str, Any], code: str
    ) -> None:
        told = {**OWN, **changes}
        assert (await files.year.refused("clerk", deeds.open_dossier, **told)).code == code


class TestRevoking:
    @pytest.mark.parametrize(
        ("who", "code"),
        [
            ("clerk", "NOT_AGENCY_HEAD"),
            ("officer", "NOT_AGENCY_HEAD"),
            ("registrar", "NOT_AGENCY_HEAD"),
            ("typist", "NOT_FOUND"),
        ],
    )
    async def test_what_the_head_granted_is_the_heads(
        self, files: Files, who: str, code: str
    ) -> None:
        told = {"dossier_id": await files.opened(), "version": 1, "reason": "Thôi."}
        assert (await files.year.refused(who, deeds.revoke_dossier, **told)).code == code

    async def test_stops_the_very_next_reading(self, files: Files) -> None:
        id = await files.opened()
        await files.read(id)
        told = {"dossier_id": id, "reason": "Đã bổ nhiệm người khác."}
        await files.year.do("chair", deeds.revoke_dossier, version=1, **told)
        assert await files.refused(id) == "DOSSIER_REVOKED"
        refusal = await files.year.refused("chair", deeds.revoke_dossier, version=2, **told)
        assert refusal.code == "DOSSIER_REVOKED"

    async def test_what_the_person_opened_he_closes_again(self, files: Files) -> None:
        id = await files.year.do("clerk", deeds.open_dossier, **OWN)
        told = {"dossier_id": id, "version": 1, "reason": "Không còn nguyện vọng."}
        await files.year.do("clerk", deeds.revoke_dossier, **told)
        assert await files.refused(id, purpose="transfer") == "DOSSIER_REVOKED"
