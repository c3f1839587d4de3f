"""What the sample has for each portal: asked of the graph by the person whose screen it is."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import date

import pytest
import pytest_asyncio

from gateway.demo.cast import cast
from gateway.demo.scene import DAY, DECEMBER
from tests import databases
from tests.gateway.sample import DAYS, QUARTERS, Shown, count, name_of, reviewed, shown_as_of
from tests.graphs import platform


@pytest_asyncio.fixture(scope="module", params=DAYS)
async def shown(
    request: pytest.FixtureRequest, server: databases.Running, worker_id: str
) -> AsyncIterator[Shown]:
    name = f"{databases.worker_name(worker_id)}_portals"
    async with shown_as_of(request.param, server, name, platform()) as found:
        yield found


PERSON = "person { fullName }"


class TestThePersonnelOfficer:
    async def test_finds_a_term_that_ends_and_a_post_that_is_to_be_changed(
        self, shown: Shown
    ) -> None:
        selection = f"{{ endsOn {PERSON} }}"
        (term,) = await shown.seen(
            "personnel", "termsEnding(agency: $communeAgency, first: 9)", selection
        )
        assert term["person"]["fullName"] == name_of("term_ending")
        assert shown.today < date.fromisoformat(term["endsOn"]) <= shown.today + 90 * DAY
        field = "periodicChangesDue(agency: $communeAgency, first: 9)"
        (change,) = await shown.seen("personnel", field, f"{{ dueOn years {PERSON} }}")
        assert (change["person"]["fullName"], change["years"]) == (name_of("changed"), 2)
        assert shown.today < date.fromisoformat(change["dueOn"]) <= shown.today + 90 * DAY

    async def test_has_actions_in_three_different_steps(self, shown: Shown) -> None:
        field = "personnelActionsOfAgency(agency: $communeAgency, first: 9)"
        selection = f"{{ nodes {{ state kind {PERSON} steps {{ code doneOn }} }} }}"
        actions = {
            row["person"]["fullName"]: row
            for row in await shown.seen("personnel", field, selection)
        }
        waits = {
            name: next((step["code"] for step in row["steps"] if step["doneOn"] is None), None)
            for name, row in actions.items()
        }
        assert waits == {
            name_of("moved"): None,
            name_of("changed"): "hear",
            name_of("transferred"): "decide",
            name_of("rotated"): "decide",
        }
        assert actions[name_of("moved")]["state"] == "EFFECTIVE"
        assert count(actions.values())["IN_PROCEDURE"] == 3

    async def test_keeps_discipline_and_what_is_under_way(self, shown: Shown) -> None:
        field = "disciplineInForce(agency: $communeAgency, first: 9)"
        (decision,) = await shown.seen("personnel", field, f"{{ nodes {{ form {PERSON} }} }}")
        assert decision == {"form": "REPRIMAND", "person": {"fullName": name_of("disciplined")}}
        field = "openProcedures(agency: $communeAgency, first: 9)"
        (procedure,) = await shown.seen("personnel", field, f"{{ nodes {{ kind {PERSON} }} }}")
        assert procedure["person"]["fullName"] == name_of("transferred")

    async def test_knows_who_is_and_who_will_be_away(self, shown: Shown) -> None:
        field = "absencesOfAgency(agency: $communeAgency, first: 9)"
        rows = await shown.seen("personnel", field, "{ nodes { kind } }")
        assert count(rows, "kind") == {"TRAINING": 1, "SICK": 1, "MATERNITY": 1}

    async def test_has_salaries_a_fund_and_a_regulation(self, shown: Shown) -> None:
        field = f"bonusFunds(agency: $communeAgency, year: {shown.values['closed'].year})"
        (fund,) = await shown.seen("personnel", field, "{ kind amount parts { span left } }")
        assert (fund["kind"], len(fund["parts"])) == ("BONUS", 3)
        field = "rewardRegulationInForce(agency: $communeAgency)"
        assert (await shown.seen("staff", field, "{ documentNo }"))["documentNo"]
        (salary,) = await shown.seen("staff", "mySalaries(first: 5)", "{ coefficient }")
        assert salary["coefficient"] == "3.330"

    async def test_has_lists_that_wait_and_lists_that_are_paid(self, shown: Shown) -> None:
        rows = []
        for year in {shown.values["closed"].year, shown.today.year}:
            field = f"rewardLists(agency: $communeAgency, year: {year}, first: 9)"
            rows += await shown.seen("personnel", field, "{ nodes { span state } }")
        states = count(rows)
        assert states["PROPOSED"] > 0
        assert states["PAID"] > 0
        quarters = sorted(row["state"] for row in rows if row["span"] == "QUARTER")
        assert quarters == QUARTERS.get(shown.today, [])


class TestTheHeadOfTheCommune:
    async def test_is_told_why_a_transfer_that_waits_for_him_is_barred(self, shown: Shown) -> None:
        field = "personnelActionsToDecide(first: 9)"
        selection = f"{{ nodes {{ kind {PERSON} gates {{ open }} }} }}"
        (action,) = await shown.seen("chair", field, selection)
        assert action["person"]["fullName"] == name_of("transferred")
        assert all(gate["open"] for gate in action["gates"])
        selection = "{ gates(kind: TRANSFER) { code open because { text cite } } }"
        standing = await shown.seen("chair", "personnelStanding(personId: $transferred)", selection)
        (shut,) = (gate for gate in standing["gates"] if not gate["open"])
        assert shut["code"] == "no_blocking_procedure"
        assert shut["because"][0]["text"]
        assert "Điều 38" in shut["because"][0]["cite"]

    async def test_finds_petitions_in_every_state(self, shown: Shown) -> None:
        field = "petitionsOfAgency(agency: $communeAgency, first: 9)"
        rows = await shown.seen("personnel", field, "{ nodes { state statement } }")
        assert count(rows) == {"FILED": 2, "REJECTED": 1, "UPHELD": 1, "WITHDRAWN": 1}
        assert sum(row["statement"] is not None for row in rows) == 1
        waiting = await shown.seen("chair", "petitionsToDecide(first: 9)", "{ nodes { state } }")
        assert count(waiting) == {"FILED": 2}

    async def test_has_opened_a_closed_month_to_somebody(self, shown: Shown) -> None:
        field = "lockExceptionsOfAgency(agency: $communeAgency, first: 9)"
        rows = await shown.seen("chair", field, f"{{ nodes {{ inForce period {PERSON} }} }}")
        assert {"fullName": name_of("changed")} in [row["person"] for row in rows if row["inForce"]]

    async def test_is_asked_for_a_record_and_for_a_reward(self, shown: Shown) -> None:
        field = "dossierRequestsTo(agency: $communeAgency, first: 9)"
        rows = await shown.seen("chair", field, "{ nodes { state } }")
        assert count(rows) == {"ASKED": 1}
        field = "rewardsOfAgency(agency: $communeAgency, period: $closed, first: 9)"
        rewards = await shown.seen("chair", field, "{ nodes { state } }")
        assert set(count(rewards)) == {"ACCEPTED", "PROPOSED"}

    async def test_finds_the_organisations_at_their_different_steps(self, shown: Shown) -> None:
        field = f"organisationsToRecognise(unit: $communeRoot, year: {reviewed(shown)}, first: 9)"
        rows = await shown.seen("chair", field, "{ nodes { state selfStatement { planned } } }")
        assert count(rows) == {"MARKED": 1, "SUBMITTED": 1, "OPEN": 2}
        begun = [row for row in rows if row["state"] == "OPEN" and row["selfStatement"]]
        assert len(begun) == 1

    async def test_has_the_year_prepared_when_it_is_due(self, shown: Shown) -> None:
        field = "dutyGroups(agency: $communeAgency, first: 9)"
        assert len(await shown.seen("chair", field, "{ code }")) == 2
        field = f"classificationRounds(agency: $communeAgency, year: {reviewed(shown)}, first: 9)"
        selection = "{ nodes { state cases(first: 60) { nodes { state result { total } } } } }"
        rounds = await shown.seen("personnel", field, selection)
        due = shown.today.month == DECEMBER or reviewed(shown) < shown.today.year
        assert len(rounds) == due
        if due:
            cases = rounds[0]["cases"]["nodes"]
            assert len(cases) > 40
            states = count(cases)
            assert states["OPEN"] + states["NOT_RATED"] > 0
            assert (states["DISCUSSED"] > 0) == (shown.today.month != DECEMBER)


class TestTheProvince:
    async def test_decides_on_a_leader_as_a_special_case(self, shown: Shown) -> None:
        selection = f"{{ nodes {{ kind specialCase {PERSON} gates {{ code open }} }} }}"
        field = "personnelActionsToDecide(first: 9)"
        (action,) = await shown.seen("province", field, selection)
        assert (action["kind"], action["person"]["fullName"]) == ("ROTATION", name_of("rotated"))
        shut = [gate["code"] for gate in action["gates"] if not gate["open"]]
        assert shut == ["at_least_thirty_six_months"]
        assert action["specialCase"]

    async def test_has_read_a_record_and_the_person_sees_it(self, shown: Shown) -> None:
        field = "dossierReadsBy(agency: $provinceAgency, first: 9)"
        reads = await shown.seen("registrar", field, f"{{ nodes {{ purpose {PERSON} }} }}")
        assert len(reads) == 2
        (seen, again) = await shown.seen(
            "staff", "myDossierReads(first: 9)", "{ nodes { purpose readBy { fullName } } }"
        )
        assert seen == again
        assert seen["readBy"]["fullName"] == name_of("registrar")


class TestTheInspector:
    async def test_has_signals_of_which_some_are_looked_at(self, shown: Shown) -> None:
        field = "signalsOfAgency(agency: $communeAgency, period: $closed, first: 50)"
        rows = await shown.seen("inspector", field, "{ nodes { finding sharedAt } }")
        found = count(rows, "finding")
        assert (found["EXPLAINED"], found["TO_BE_EXAMINED"]) == (1, 1)
        assert found[None] > 0
        assert sum(row["sharedAt"] is not None for row in rows) == 1

    async def test_has_figures_of_the_closed_month(self, shown: Shown) -> None:
        field = "figuresOfAgency(agency: $communeAgency, period: $closed, first: 50)"
        assert len(await shown.seen("inspector", field, "{ nodes { scope } }")) > 4


REVIEW = f"{{ nodes {{ state category {PERSON} voices(first: 9) {{ kind state }} }} }}"


BRANCHES = "select id from congtam_party.party_body where kind = 'branch'"


class TestTheParty:
    async def test_is_seen_by_nobody_from_outside(self, shown: Shown) -> None:
        field = "partyBodies(first: 9)"
        assert await shown.seen("chair", field, "{ nodes { name } }") == []
        assert await shown.seen("registrar", field, "{ nodes { name } }", party=True) == []

    async def test_has_a_committee_with_a_branch_at_each_unit(self, shown: Shown) -> None:
        rows = await shown.seen(
            "chair", "myPartyOffices(first: 9)", "{ nodes { kind body { id name } } }", party=True
        )
        (committee,) = (row["body"] for row in rows if row["kind"] == "SECRETARY")
        field = f'partyBodies(parent: "{committee["id"]}", first: 9)'
        bodies = await shown.seen("chair", field, "{ nodes { kind id } }", party=True)
        assert count(bodies, "kind") == {"BRANCH": 4, "LEADERSHIP": 1, "MASS_ORGANISATION": 1}
        members = 0
        for body in bodies:
            field = f'partyMembers(body: "{body["id"]}", first: 50)'
            members += len(await shown.seen("chair", field, "{ nodes { id } }", party=True))
        assert members == sum(each.party for each in cast().people)
        assert members < len(cast().people) / 2

    async def test_has_a_campaign_in_its_course(self, shown: Shown) -> None:
        (row,) = await shown.owner.fetch(
            "select year, quarter, state from congtam_party.party_campaign"
        )
        assert (row["year"], row["quarter"], row["state"]) == (*span_of(shown.today), "open")
        quarter = "" if row["quarter"] is None else f"quarter: {row['quarter']},"
        reviews = []
        for body in await shown.owner.fetch(BRANCHES):
            field = f'partyReviews(body: "{body["id"]}", year: {row["year"]}, {quarter} first: 50)'
            reviews += await shown.seen("chair", field, REVIEW, party=True)
        voices = Counter(
            (voice["kind"], voice["state"]) for review in reviews for voice in review["voices"]
        )
        for kind in ("SELF", "BRANCH"):
            assert voices[kind, "SIGNED"] > 0
            assert voices[kind, "WAITING"] > 0

    async def test_has_a_vote_that_is_counted_and_one_that_is_open(self, shown: Shown) -> None:
        selection = "{ nodes { state turnout summoned chosen voted } }"
        rows = await shown.seen("staff", "myPartyBallots(first: 9)", selection, party=True)
        assert count(rows) == {"OPEN": 1}
        assert rows[0]["voted"] is False
        states = await shown.owner.fetch("select state from congtam_party.party_ballot")
        assert count(states) == {"open": 1, "counted": 1}

    async def test_leaves_a_member_her_own_review_and_a_head_a_point_to_answer(
        self, shown: Shown
    ) -> None:
        selection = "{ nodes { kind state } }"
        rows = await shown.seen("staff", "partyVoicesToGive(first: 9)", selection, party=True)
        assert rows == [{"kind": "SELF", "state": "WAITING"}]
        rows = await shown.seen(
            "neighbour", "myPartyTopics(first: 9)", "{ nodes { text } }", party=True
        )
        assert len(rows) == 1


def span_of(today: date) -> tuple[int, int | None]:
    """The year at its end, else the quarter that is over."""
    return {
        date(2026, 3, 10): (2026, 1),
        date(2026, 6, 12): (2026, 1),
        date(2026, 11, 30): (2026, 3),
        date(2026, 12, 15): (2026, None),
        date(2027, 1, 12): (2026, None),
    }[today]
