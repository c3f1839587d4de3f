"""The contract's text, and the rules that every type and mutation in it keeps."""

from collections.abc import Iterator

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLUnionType,
    build_schema,
    get_named_type,
    is_list_type,
    print_schema,
)

from gateway.commands.sdl import FILE, current
from schema.platform import schema
from tests.graphs import platform

SCHEMA = schema._schema
PAGED = ("Connection", "Edge")
PLAIN = {"PageInfo", "_Service", "Query", "Mutation"}
"""Types that say what they are by their name."""


def own_types() -> Iterator[GraphQLNamedType]:
    """All but what GraphQL and Federation bring along."""
    foreign = ("_", "link__", "federation__")
    return (each for name, each in SCHEMA.type_map.items() if not name.startswith(foreign))


def test_the_committed_text_is_the_contracts() -> None:
    assert FILE.exists(), "the contract's text is missing; run: make sdl"
    assert FILE.read_text(encoding="utf-8") == current(), "outdated; run: make sdl"


def test_the_service_tells_the_same_text() -> None:
    told = platform().sdl()
    assert told.strip() == current().strip()


def test_the_text_is_a_schema_by_itself() -> None:
    """Whoever has the text alone, as the portals' generator does, has the whole contract."""
    read = build_schema(current(), assume_valid_sdl=True)
    printed = set(print_schema(read).splitlines())
    assert {"type Sheet implements Node {", "union ScoreSheetResult = Sheet | Refused"} <= printed


class TestEveryMutation:
    def test_answers_its_own_named_union_with_refusals(self) -> None:
        assert SCHEMA.mutation_type is not None
        for deed, field in SCHEMA.mutation_type.fields.items():
            union = get_named_type(field.type)
            assert isinstance(field.type, GraphQLNonNull), deed
            assert isinstance(union, GraphQLUnionType), deed
            assert union.name == f"{deed[0].upper()}{deed[1:]}Result"
            assert "Refused" in {member.name for member in union.types}, deed
            assert len(union.types) == 2, deed

    def test_says_what_it_does_and_takes_an_idempotency_key(self) -> None:
        assert SCHEMA.mutation_type is not None
        for deed, field in SCHEMA.mutation_type.fields.items():
            assert field.description, deed
            assert "idempotencyKey" in field.args, deed


def test_a_refusal_has_a_code_a_message_and_what_a_program_needs() -> None:
    refused = SCHEMA.type_map["Refused"]
    assert isinstance(refused, GraphQLObjectType)
    assert {name: str(field.type) for name, field in refused.fields.items()} == {
        "code": "String!",
        "message": "String!",
        "field": "String",
        "existing": "ID",
        "currentVersion": "Int",
    }


def test_every_type_says_what_it_is() -> None:
    described = (GraphQLObjectType, GraphQLInterfaceType, GraphQLEnumType, GraphQLInputObjectType)
    silent = [
        each.name
        for each in own_types()
        if isinstance(each, described) and not each.description and each.name not in PLAIN
        if not each.name.endswith(PAGED)
    ]
    assert silent == []


def test_legal_terms_stand_beside_the_english_ones() -> None:
    """The Vietnamese term in parentheses, where the decree has one."""
    for name, term in {
        "Agency": "cơ quan",
        "Sheet": "phiếu theo dõi, đánh giá công chức",
        "Catalogue": "danh mục sản phẩm/công việc quy đổi",
        "Assignment": "giao nhiệm vụ",
        "Person": "công chức",
        "Unit": "đơn vị",
        "JobPosition": "vị trí việc làm",
    }.items():
        assert term in (SCHEMA.type_map[name].description or ""), name


SHORT_BY_NATURE = {
    "Agency.quarterlyYears": "the years since the decree",
    "AuditLeaf.changes": "the fields of one row",
    "BonusFund.parts": "the kinds of spans",
    "Classification.waitsFor": "the steps of article 21",
    "KeptGate.because": "the findings of one gate",
    "KeptGate.evidence": "the records of one gate",
    "DossierRead.classes": "three years",
    "DossierRead.discipline": "what is in force at a time",
    "DossierRead.months": "those of one year and a post",
    "PartyReview.gaps": "the conditions of an article",
    "PeriodResult.months": "twelve",
    "Query.modules": "the modules of the program",
    "Person.logins": "one of each issuer",
    "PersonnelAction.agreements": "two agencies",
    "PersonnelAction.agreesAs": "two sides",
    "PersonnelAction.endings": "one",
    "PersonnelAction.gates": "those of one kind, twice",
    "PersonnelAction.grounds": "those that were sent",
    "PersonnelStep.hearings": "one",
    "PersonnelStep.statements": "one",
    "PersonnelStep.votes": "one",
    "PersonnelVote.counts": "those that were sent",
    "PersonnelVote.findings": "the findings of one vote",
    "PersonnelGate.because": "the records about one person",
    "PersonnelGate.evidence": "the records about one person",
    "PersonnelProcedure.paperGrounds": "the grounds of one kind",
    "PersonnelProposal.evidence": "the records about one person",
    "PersonnelStanding.gates": "the conditions of an article",
    "PersonnelStanding.proposals": "four",
    "Query.bonusFunds": "two kinds",
    "Query.generalCriteria": "the ten of form 01",
    "Query.switchQuestions": "the questions that the law leaves open",
    "PartyBallot.choices": "the levels that may be voted",
    "PartyBody.officesToGrant": "the kinds of offices",
    "PartyCampaign.places": "the categories of reviews",
    "RecordMinutesPayload.cases": "those that were sent",
    "Reorganisation.fromUnits": "those that were sent",
    "Reorganisation.toUnits": "those that were sent",
    "Reorganised.verdicts": "those that were sent",
    "ResultMonth.absent": "the days of a month",
    "ResultMonth.missing": "the posts of a month",
    "ResultMonth.sheets": "the posts of a month",
    "RewardRegulation.awards": "twenty",
    "RewardRegulation.spans": "the kinds of spans",
    "Sheet.criteria": "the ten of form 01",
    "SwitchQuestion.answers": "the answers that may be given",
}
"""Lists without pages, and what they can be no longer than."""


def test_every_list_is_bounded() -> None:
    """By `first`, or by being no longer than its object by nature."""
    short = {"marks", "cites", "steps", "allowedActions", "deeds", "edges", "nodes", "_entities"}
    unbounded = [
        f"{each.name}.{name}"
        for each in own_types()
        if isinstance(each, GraphQLObjectType)
        for name, field in each.fields.items()
        if _is_list(field.type) and "first" not in field.args and name not in short
        if not each.name.endswith("ManyPayload")
    ]
    assert sorted(unbounded) == sorted(SHORT_BY_NATURE)


def _is_list(kind: object) -> bool:
    return is_list_type(getattr(kind, "of_type", kind)) or is_list_type(kind)


def test_every_entity_is_a_node_found_by_its_id() -> None:
    entities = SCHEMA.type_map["_Entity"]
    assert isinstance(entities, GraphQLUnionType)
    names = {member.name for member in entities.types}
    assert {"Sheet", "Person", "Unit", "Agency", "WorkLine", "UnitMonth"} <= names
    node, text = SCHEMA.type_map["Node"], current()
    for member in entities.types:
        assert node in member.interfaces
        assert f'type {member.name} implements Node @key(fields: "id")' in text
