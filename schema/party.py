"""The Party's own record: its tree, its members, and the offices that are its only mandates.

All of it is read behind the Party's own entrance alone, and refused with
PARTY_MODULE_NOT_CONFIGURED where the party module is not configured.
"""

from datetime import date
from enum import Enum

import strawberry

from resolvers import party as answers
from resolvers.core.tables import since, until
from schema.mapping import column, computed, connection, many, one, ref, table
from schema.organisation import Agency, Unit
from schema.people import Person
from schema.shapes import Connection, Node


@strawberry.enum(description="Kinds of Party organisations and of collectives beside them.")
class PartyBodyKind(Enum):
    COMMITTEE = strawberry.enum_value(
        "committee", description="đảng bộ cấp trên trực tiếp của tổ chức cơ sở đảng"
    )
    GRASSROOTS_COMMITTEE = strawberry.enum_value(
        "grassroots_committee", description="đảng bộ cơ sở"
    )
    GRASSROOTS_BRANCH = strawberry.enum_value("grassroots_branch", description="chi bộ cơ sở")
    BRANCH = strawberry.enum_value("branch", description="chi bộ trực thuộc")
    LEADERSHIP = strawberry.enum_value(
        "leadership", description="tập thể lãnh đạo, quản lý của cơ quan, đơn vị"
    )
    MASS_ORGANISATION = strawberry.enum_value(
        "mass_organisation", description="tổ chức chính trị - xã hội"
    )


@strawberry.enum(description="Offices: the only Party mandates.")
class PartyOfficeKind(Enum):
    SECRETARY = strawberry.enum_value("secretary", description="bí thư")
    DEPUTY_SECRETARY = strawberry.enum_value("deputy_secretary", description="phó bí thư")
    STANDING_MEMBER = strawberry.enum_value("standing_member", description="ủy viên ban thường vụ")
    COMMITTEE_MEMBER = strawberry.enum_value("committee_member", description="cấp ủy viên")
    PERSONNEL_OFFICER = strawberry.enum_value(
        "personnel_officer", description="cán bộ làm công tác tổ chức của cấp ủy"
    )
    HEAD = strawberry.enum_value("head", description="người đứng đầu tập thể lãnh đạo")
    LEADER = strawberry.enum_value("leader", description="thành viên tập thể lãnh đạo")
    REPRESENTATIVE = strawberry.enum_value(
        "representative", description="đại diện tổ chức chính trị - xã hội"
    )


@strawberry.enum(description="A member's standing in the Party.")
class PartyStanding(Enum):
    OFFICIAL = strawberry.enum_value("official", description="đảng viên chính thức")
    PROBATIONARY = strawberry.enum_value("probationary", description="đảng viên dự bị")


@strawberry.enum(description="How somebody is active in a branch.")
class PartyActivity(Enum):
    OFFICIAL = strawberry.enum_value("official", description="sinh hoạt chính thức")
    TEMPORARY = strawberry.enum_value("temporary", description="sinh hoạt tạm thời")


@table(answers.party_office)
@strawberry.type(description="An office in a Party organisation or collective, with its dates.")
class PartyOffice(Node):
    id: strawberry.ID
    kind: PartyOfficeKind
    decision_no: str
    since: date = column(since(answers.party_office))
    until: date | None = column(until(answers.party_office), description="Its last day.")
    version: int
    person: Person = ref("person_id", inherited=True)
    body: "PartyBody" = ref("body_id", inherited=True)
    allowed_actions: list[str] = computed(answers.allowed_on_offices, needs=answers.OFFICE_NEEDS)


@table(answers.party_member)
@strawberry.type(description="One spell of membership in a branch, with the same standing.")
class PartyMember(Node):
    id: strawberry.ID
    standing: PartyStanding
    activity: PartyActivity
    exempt: bool = strawberry.field(description="Miễn công tác và sinh hoạt đảng.")
    suspended: bool = strawberry.field(description="Đình chỉ sinh hoạt đảng.")
    outside: bool = strawberry.field(description="Works outside the political system.")
    admitted_on: date = strawberry.field(description="The day of admission to the Party.")
    decision_no: str
    since: date = column(since(answers.party_member))
    until: date | None = column(until(answers.party_member), description="Its last day.")
    version: int
    person: Person = ref("person_id", inherited=True)
    body: "PartyBody" = ref("body_id", inherited=True)
    managed_by: "PartyBody | None" = ref(
        "managed_by_id",
        inherited=True,
        description="The committee above that manages him.",
    )
    allowed_actions: list[str] = computed(answers.allowed_on_members, needs=answers.MEMBER_NEEDS)


@table(answers.party_body)
@strawberry.federation.type(
    keys=["id"], description="A Party organisation, or a collective that has a voice beside it."
)
class PartyBody(Node):
    id: strawberry.ID
    kind: PartyBodyKind
    code: str
    name: str
    since: date = column(since(answers.party_body))
    until: date | None = column(until(answers.party_body), description="Its last day.")
    version: int
    votes_in_secret: bool = column(
        answers.VOTES_IN_SECRET, description="By its own regulation, or the usual rule."
    )
    parent: "PartyBody | None" = ref("parent_id", inherited=True)
    agency: Agency | None = ref("agency_id", inherited=True)
    unit: Unit | None = ref("unit_id", inherited=True)
    bodies: Connection["PartyBody"] = connection(
        answers.standing_bodies,
        on={"parent_id": "id"},
        order=("code",),
        description="Those directly beneath that stand today.",
    )
    offices: list[PartyOffice] = many(
        answers.standing_offices, on={"body_id": "id"}, order=("kind", "id")
    )
    members: Connection[PartyMember] = connection(
        answers.standing_members, on={"body_id": "id"}, order=("id",)
    )
    allowed_actions: list[str] = computed(answers.allowed_on_bodies, needs=answers.BODY_NEEDS)
    offices_to_grant: list[PartyOfficeKind] = computed(
        answers.offices_to_grant,
        needs=answers.GRANT_NEEDS,
        description="Offices in it that you may give to somebody else.",
    )


@strawberry.type
class PartyQuestions:
    party_body: PartyBody | None = one(answers.party_body_by_id, args={"id": strawberry.ID})
    party_bodies: Connection[PartyBody] = connection(
        answers.party_bodies,
        args={"parent": strawberry.ID | None},
        order=("code",),
        description="Beneath one body, or those on top of what you read.",
    )
    party_members: Connection[PartyMember] = connection(
        answers.party_members, args={"body": strawberry.ID}, order=("id",)
    )
    my_party_memberships: Connection[PartyMember] = connection(
        answers.my_party_memberships, order=("id desc",)
    )
    my_party_offices: Connection[PartyOffice] = connection(answers.my_party_offices, order=("id",))
