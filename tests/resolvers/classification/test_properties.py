"""For every small organisation the three locks hold; for every group the quota does."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, select

from authz.decide import batch
from authz.reach import Reach
from gateway.database import PgDatabase
from gateway.postgres.roles import Connection
from resolvers.classification import (
    ChoiceNeeded,
    GroupChoice,
    classification,
    classification_round,
    prepare_cases,
)
from resolvers.classification.allowed import ON_CASES, ON_ROUNDS
from resolvers.classification.choosing import chosen_of
from resolvers.classification.holding import case_facts, round_facts
from resolvers.classification.quota import Levelled, Share, counted
from resolvers.core.request import Request
from resolvers.core.seeing import needed, shown
from resolvers.people import reach_of_person
from resolvers.statute.evaluation.year import Span, span_law
from resolvers.statute.switches import Switches
from tests.conftest import Empty
from tests.resolvers.people.organisations import (
    FROM_CONSOLE,
    NOW,
    TODAY,
    Organisation,
    id_of,
    store,
)
from tests.resolvers.people.strategies import PEOPLE, organisations

LAW = span_law(Span.YEAR, date(2026, 1, 1), known=TODAY)
STATES = ("open", "self_reviewed", "discussed", "commented", "published")
LEVELS = st.sampled_from(("EXCELLENT", "EXCELLENT", "GOOD", "GOOD", "COMPLETED", None))
CASES = st.lists(
    st.tuples(st.sampled_from(("group:a", "group:b", "office:head")), LEVELS), max_size=60
)
READINGS = st.sampled_from(("strict", "initial", "broad"))


async def _prepare(database: PgDatabase, told: Organisation) -> None:
    await store(database, told)
    request = Request(FROM_CONSOLE, NOW, TODAY)
    for name in sorted({unit.agency for unit in told.units.values()}):
        async with database.writing(FROM_CONSOLE) as tx:
            await prepare_cases(tx, request, id_of("agency", name), 2026)


async def _allowed(database: PgDatabase, reach: Reach, table: Table) -> set[UUID]:
    """The rows on which the policies allow something to the person, in some state of them."""
    async with database.writing(FROM_CONSOLE) as tx:
        rows = await tx.rows(select(table))
    asked: list[tuple[UUID, Any]] = []
    for row in rows:
        if table is classification:
            facts = case_facts({**row, "round": "open"})
            for state in STATES:
                told = replace(facts, state=state, round="open" if state != "published" else state)
                asked += [(row["id"], (action, told)) for action in ON_CASES]
        else:
            about = round_facts(row, own=False)
            for state in ("open", "closed", "decided", "notified"):
                asked += [
                    (row["id"], (action, replace(about, state=state))) for action in ON_ROUNDS
                ]
    decisions = batch(reach, [question for _, question in asked])
    return {id for (id, _), decided in zip(asked, decisions, strict=True) if decided.allowed}


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(told=organisations())
async def test_what_is_allowed_is_shown_and_what_is_shown_is_fenced_in(
    database: PgDatabase, empty: Empty, told: Organisation
) -> None:
    await empty()
    await _prepare(database, told)
    for name in PEOPLE:
        async with database.reading() as tx:
            reach = await reach_of_person(tx, id_of("person", name), TODAY)
        for table in (classification, classification_round):
            async with database.reading() as tx:
                seen = await tx.rows(select(table.c.id).where(shown(table)), **needed(table, reach))
            async with database.writing(reach) as tx:
                behind = await tx.rows(select(table.c.id))
            visible = {row["id"] for row in seen}
            assert await _allowed(database, reach, table) <= visible, table.name
            assert visible <= {row["id"] for row in behind}, table.name


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(told=organisations())
async def test_nobody_is_in_two_sets_or_in_his_own(
    database: PgDatabase, owner: Connection, empty: Empty, told: Organisation
) -> None:
    await empty()
    await _prepare(database, told)
    rows = await owner.fetch("select * from congtam.classification where replaced_at is null")
    assert len({row["person_id"] for row in rows}) == len(rows)
    heads = {
        (id_of("unit", post.unit), id_of("person", post.person))
        for post in told.posts
        if post.office == "head" and post.days.include(0)
    }
    for row in rows:
        assert (row["classifying_unit_id"], row["person_id"]) not in heads


def _counted(cases: Sequence[tuple[str, str | None]], reading: str) -> Any:
    told = [Levelled("staff", group, group, level) for group, level in cases]
    return counted(told, Share(None, ""), Switches.of({"quota_reading": reading}), LAW)


@given(cases=CASES, reading=READINGS)
def test_what_the_groups_may_have_is_never_more_than_the_whole_may(
    cases: list[tuple[str, str | None]], reading: str
) -> None:
    groups = _counted(cases, reading)
    if not cases:
        assert groups == {}
        return
    parts = [group for (_, key), group in groups.items() if key]
    whole = groups["staff", ""]
    for name in ("rated", "above_line", "good"):
        assert sum(part[name] for part in parts) == whole[name]
    assert sum(part["places"] for part in parts) <= whole["places"]


@given(cases=CASES, reading=READINGS, seed=st.randoms())
def test_the_order_of_the_cases_does_not_matter(
    cases: list[tuple[str, str | None]], reading: str, seed: Any
) -> None:
    shuffled = list(cases)
    seed.shuffle(shuffled)
    assert _counted(cases, reading) == _counted(shuffled, reading)


@given(cases=CASES, data=st.data())
def test_no_choice_exceeds_the_strict_share_of_those_finally_good(
    cases: list[tuple[str, str | None]], data: Any
) -> None:
    """Whatever is chosen, the excellent are at most a fifth of the good at the end: art. 20.5a."""
    counts = _counted(cases, "strict")
    groups = [
        {"id": uuid4(), "quota_set": quota_set, "duty_group": key, **group}
        for (quota_set, key), group in counts.items()
    ]
    above = [
        {"id": uuid4(), "quota_set": "staff", "duty_group": group}
        for group, level in cases
        if level == "EXCELLENT"
    ]
    try:
        found = chosen_of(groups, above, [])
    except ChoiceNeeded:
        choices = []
        for group in groups:
            mine = [case["id"] for case in above if case["duty_group"] == group["duty_group"]]
            if group["duty_group"] and mine:
                most = min(group["places"], len(mine))
                few = data.draw(st.lists(st.sampled_from(mine), unique=True, max_size=most))
                choices.append(GroupChoice(group["duty_group"], few, "Lý do"))
        found = chosen_of(groups, above, choices)
    for each in found:
        good_at_last = each.group["above_line"] + each.group["good"] - len(each.cases)
        assert 5 * len(each.cases) <= good_at_last
