"""Three locks, one inside the other, in every small organisation.

What the policies allow is inside what the reach shows; what the reach shows is inside the fence. So
a deed is never allowed on a row that its own first step would not find, and a row that a read
returns is never one that the database itself would have kept back.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid5

from hypothesis import HealthCheck, example, given, settings
from sqlalchemy import Table, insert, select

from authz.actions import Action
from authz.decide import Question, batch
from authz.facts import (
    OPEN,
    CatalogueFacts,
    DelegationFacts,
    Facts,
    MandateFacts,
    PostingFacts,
    SheetFacts,
)
from authz.reach import Reach
from gateway.database import PgDatabase
from gateway.postgres.roles import Connection
from resolvers.catalogue import catalogue
from resolvers.core.seeing import needed, shown
from resolvers.evaluations import sheet
from resolvers.people import delegation, mandate, posting, reach_of_person
from tests.conftest import Empty
from tests.resolvers.people.meaning import Meaning
from tests.resolvers.people.organisations import (
    FROM_CONSOLE,
    TODAY,
    Days,
    Organisation,
    Post,
    Role,
    Unit,
    id_of,
    store,
    unit_in,
)
from tests.resolvers.people.strategies import PEOPLE, organisations

ON_SHEETS = (
    Action.AnswerReconsideration,
    Action.ApplyDeduction,
    Action.AskReconsideration,
    Action.ReopenSheet,
    Action.ReturnSelfAssessment,
    Action.ReturnSheet,
    Action.ScoreSheet,
    Action.SelfAssess,
    Action.SignSheet,
)
HEADS = [Post("An", "above", "head"), Post("Bình", "middle", "head"), Post("Chi", "below", "head")]
INSPECTED = Organisation(
    {"above": unit_in("one"), "middle": unit_in("one", "above"), "below": unit_in("two", "middle")},
    HEADS,
    roles=[Role("Dung", "middle", "inspector")],
    others=PEOPLE,
)
"""The head of another agency is scored in a unit that has an inspector of its own."""
THREE_LEVELS = Organisation(
    {
        "above": unit_in("province"),
        "middle": unit_in("commune", "above"),
        "below": unit_in("school", "middle"),
    },
    HEADS,
    others=PEOPLE,
)
"""The head of the province is the next head up of a head whose agency lies two beneath his own."""
MOVED_AWAY = Organisation(
    {
        "above": unit_in("one"),
        "middle": unit_in("two"),
        "below": Unit("three", (("middle", Days(-1000, -30)), ("above", Days(-30)))),
    },
    HEADS,
    others=PEOPLE,
)
"""The head of a unit that has moved was scored where it stood before."""
STATES = ("open", "self_assessed", "scored", "released")


@dataclass(frozen=True)
class Rows:
    """The rows of one table, and for each what may be asked about it."""

    table: Table
    questions: dict[UUID, list[Question]]


@dataclass(frozen=True)
class Found:
    """The rows of one table that each lock lets a person through to."""

    allowed: set[UUID] = field(default_factory=set)
    shown: set[UUID] = field(default_factory=set)
    fenced: set[UUID] = field(default_factory=set)


def _about(facts: Facts, *actions: Action) -> list[Question]:
    return [(action, facts) for action in actions]


def _scored_by(told: Organisation, post: Post) -> list[str]:
    """The units whose head scores the post's holder, or scored him where his unit stood before."""
    if post.office != "head":
        return [post.unit]
    return sorted({above for above, _ in told.units[post.unit].places if above is not None})


def _sheets(told: Organisation) -> Iterator[tuple[Post, str, SheetFacts]]:
    """A sheet for each post and each unit that scored its holder, in every state it may have."""
    meaning = Meaning(told)
    for post in told.posts:
        for unit in _scored_by(told, post):
            upper = meaning.standing_above(unit)
            for state in STATES:
                facts = SheetFacts(
                    id_of("person", post.person),
                    id_of("unit", unit),
                    None if upper is None else id_of("unit", upper),
                    state,
                    "open",
                    OPEN,
                )
                yield post, unit, facts


def _sheet_of(post: Post, unit: str) -> UUID:
    return uuid5(post.id, unit)


def _rows(told: Organisation) -> list[Rows]:
    sheets: dict[UUID, list[Question]] = {}
    for post, unit, facts in _sheets(told):
        sheets.setdefault(_sheet_of(post, unit), []).extend(_about(facts, *ON_SHEETS))
    posts = {
        each.id: _about(
            PostingFacts(id_of("person", each.person), id_of("unit", each.unit)),
            Action.EndPosting,
            Action.AssignCharge,
        )
        for each in told.posts
    }
    roles = {
        each.id: _about(
            MandateFacts(id_of("person", each.person), id_of("unit", each.unit), each.kind),
            Action.RevokeMandate,
        )
        for each in told.roles
    }
    loans = {
        each.id: _about(
            DelegationFacts(
                id_of("person", each.to), id_of("person", each.lender), id_of("unit", each.unit)
            ),
            Action.RevokeDelegation,
        )
        for each in told.loans
    }
    return [
        Rows(sheet, sheets),
        Rows(posting, posts),
        Rows(mandate, roles),
        Rows(delegation, loans),
    ]


async def _store(database: PgDatabase, told: Organisation) -> None:
    await store(database, told)
    rows = {
        _sheet_of(post, unit): {
            "id": _sheet_of(post, unit),
            # A post has one sheet a month: who scored it elsewhere did so in another month.
            "period": date(2026, 11 - _scored_by(told, post).index(unit), 1),
            "agency_id": id_of("agency", told.units[post.unit].agency),
            "scoring_unit_id": facts.scoring_unit,
            "person_id": facts.person,
            "unit_id": id_of("unit", post.unit),
            "posting_id": post.id,
            "role": "leader" if post.office == "head" else "staff",
        }
        for post, unit, facts in _sheets(told)
    }
    async with database.writing(FROM_CONSOLE) as tx:
        await tx.run_many(insert(sheet), list(rows.values()))


async def _found(database: PgDatabase, reach: Reach, *tables: Rows) -> list[Found]:
    """What each lock lets through of each table: one batch of questions, two transactions."""
    asked = [
        (number, id, question)
        for number, rows in enumerate(tables)
        for id, about in rows.questions.items()
        for question in about
    ]
    decisions = batch(reach, [question for _, _, question in asked])
    found = [Found() for _ in tables]
    for (number, id, _), decision in zip(asked, decisions, strict=True):
        if decision.allowed:
            found[number].allowed.add(id)
    async with database.reading() as tx:
        for each, rows in zip(found, tables, strict=True):
            visible = select(rows.table.c.id).where(shown(rows.table))
            seen = await tx.rows(visible, **needed(rows.table, reach))
            each.shown.update(row["id"] for row in seen)
    async with database.writing(reach) as tx:
        for each, rows in zip(found, tables, strict=True):
            behind = await tx.rows(select(rows.table.c.id))
            each.fenced.update(row["id"] for row in behind)
    return found


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(told=organisations())
@example(told=INSPECTED)
@example(told=THREE_LEVELS)
@example(told=MOVED_AWAY)
async def test_what_is_allowed_is_shown_and_what_is_shown_is_fenced_in(
    database: PgDatabase, empty: Empty, told: Organisation
) -> None:
    await empty()
    await _store(database, told)
    tables = _rows(told)
    for name in told.persons():
        async with database.reading() as tx:
            reach = await reach_of_person(tx, id_of("person", name), TODAY)
        for rows, found in zip(tables, await _found(database, reach, *tables), strict=True):
            assert found.allowed <= found.shown <= found.fenced, rows.table.name


async def test_each_lock_lets_through_less_than_the_next(database: PgDatabase) -> None:
    """A head does more to his staff's sheets than to his own, and sees no other division's."""
    units = {
        "commune": unit_in("commune"),
        "economy": unit_in("commune", "commune"),
        "office": unit_in("commune", "commune"),
        "neighbour": unit_in("neighbour"),
    }
    head, staff = Post("An", "economy", "head"), Post("Bình", "economy")
    other, stranger = Post("Chi", "office"), Post("Dung", "neighbour")
    told = Organisation(units, [Post("Em", "commune", "head"), head, staff, other, stranger])
    await _store(database, told)
    async with database.reading() as tx:
        reach = await reach_of_person(tx, id_of("person", "An"), TODAY)
    (found,) = await _found(database, reach, _rows(told)[0])
    own = {_sheet_of(head, "commune"), _sheet_of(staff, "economy")}
    assert found == Found(own, own, own | {_sheet_of(other, "office")})
    scoring = [(Action.ScoreSheet, facts) for post, _, facts in _sheets(told) if post == head]
    assert not any(decision.allowed for decision in batch(reach, scoring))


async def test_the_managing_head_finds_the_lists_that_he_decides(
    database: PgDatabase, owner: Connection
) -> None:
    """A list of the agency beneath is shown to the managing agency's head, and to no neighbour."""
    units = {
        "province": unit_in("province"),
        "commune": unit_in("commune", "province"),
        "neighbour": unit_in("neighbour", "province"),
    }
    told = Organisation(
        units,
        [Post("An", "province", "head"), Post("Bình", "neighbour", "head")],
        roles=[Role("Chi", "province", "personnel_officer")],
    )
    await store(database, told)
    agency, managing = id_of("agency", "commune"), id_of("agency", "province")
    await owner.execute(
        "insert into congtam.catalogue"
        " (id, agency_id, edition, title, standard_unit, standard_points, state)"
        " values ($1, $2, 1, 'List', 'document', 5, 'draft')",
        agency,
        agency,
    )
    facts = [CatalogueFacts(agency, managing, state) for state in ("draft", "proposed")]
    actions = (Action.ApproveCatalogue, Action.EditCatalogue)
    rows = Rows(
        catalogue, {agency: [question for each in facts for question in _about(each, *actions)]}
    )
    reaches = {}
    async with database.reading() as tx:
        for name in ("An", "Bình", "Chi"):
            reaches[name] = await reach_of_person(tx, id_of("person", name), TODAY)
    found = {name: (await _found(database, reach, rows))[0] for name, reach in reaches.items()}
    everything, nothing = Found({agency}, {agency}, {agency}), Found(set(), set(), set())
    assert found == {"An": everything, "Bình": nothing, "Chi": everything}
