"""What stands beside the cases: grounds against a person, groups of like duties, flags."""

from datetime import date, datetime
from enum import Enum

import strawberry

from resolvers import classification as answers
from resolvers.core.documents import hash_of
from resolvers.core.tables import since, until
from schema.classification import Classification
from schema.mapping import column, computed, connection, many, ref, table
from schema.organisation import Agency
from schema.people import Person
from schema.positions import JobPosition
from schema.recognition import OrganisationReview
from schema.results import PeriodResult
from schema.shapes import Connection, Node


@strawberry.enum(description="What was decided or concluded about a person (art. 11.3, 20.4).")
class DisqualifierKind(Enum):
    DUTY_DISCIPLINE = strawberry.enum_value(
        "duty_discipline", description="Discipline related to public duty."
    )
    PARTY_DISCIPLINE = strawberry.enum_value(
        "party_discipline", description="Party discipline for degradation or related to duty."
    )
    UNRELATED_DISCIPLINE = strawberry.enum_value(
        "unrelated_discipline", description="Discipline unrelated to duty: no ground."
    )
    DEGRADATION = "degradation"
    FORBIDDEN_CONDUCT = "forbidden_conduct"
    BAD_EXAMPLE = "bad_example"
    UNIT_CORRUPTION = "unit_corruption"
    SUSPENSION = strawberry.enum_value(
        "suspension", description="A ground to consider the lowest level, by a person."
    )


@strawberry.enum(description="By whom somebody was disciplined.")
class DisciplineSource(Enum):
    PARTY = "party"
    ADMINISTRATIVE = "administrative"


@strawberry.enum(description="The form of discipline.")
class DisciplineForm(Enum):
    REPRIMAND = strawberry.enum_value("reprimand", description="khiển trách")
    WARNING = strawberry.enum_value("warning", description="cảnh cáo")
    DEMOTION = strawberry.enum_value("demotion", description="cách chức")
    DISMISSAL = strawberry.enum_value("dismissal", description="buộc thôi việc")
    EXPULSION = strawberry.enum_value("expulsion", description="khai trừ")


@strawberry.enum(
    description="What hung on a replaced class (art. 23.3), or a class whose ground changed."
)
class ReviewFlagKind(Enum):
    PARTY_RATING = strawberry.enum_value("party_rating", description="xếp loại đảng viên")
    BONUS = strawberry.enum_value("bonus", description="tiền thưởng, thu nhập tăng thêm")
    NATIONAL_DATABASE = strawberry.enum_value(
        "national_database", description="Cơ sở dữ liệu quốc gia"
    )
    CLASSIFICATION = strawberry.enum_value(
        "classification", description="kết quả xếp loại dựa trên căn cứ đã bị hủy bỏ"
    )
    DISQUALIFIER = strawberry.enum_value(
        "disqualifier",
        description="căn cứ xếp loại không hoàn thành nhiệm vụ được ghi nhận sau khi đã quyết định",
    )
    ORGANISATION = strawberry.enum_value(
        "organisation", description="kết quả xếp loại của tổ chức do người đó đứng đầu đã thay đổi"
    )
    RESULT = strawberry.enum_value(
        "result", description="kết quả tổng hợp của năm đã sang mức khác sau khi quyết định"
    )


@table(answers.disqualifier)
@strawberry.federation.type(
    keys=["id"],
    description="A ground in the register: shown to the person, to whoever classifies him, to the"
    " personnel body and to the inspector.",
)
class Disqualifier(Node):
    id: strawberry.ID
    kind: DisqualifierKind
    source: DisciplineSource | None
    form: DisciplineForm | None
    decision_no: str | None
    decision_day: date | None
    decision_sha256: str | None = column(hash_of(answers.disqualifier, "decision_sha256"))
    decision_url: str | None
    effective_on: date
    act_on: date | None
    used_in: int | None = strawberry.field(description="The year that it decided: once.")
    note: str
    recorded_at: datetime
    annulled_at: datetime | None
    annulled_reason: str | None
    version: int
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id")
    fault_agency: Agency | None = ref("fault_agency_id")
    discipline_agency: Agency | None = ref("discipline_agency_id")
    recorded_by: Person = ref("recorded_by", inherited=True)


@table(answers.duty_group)
@strawberry.type(description="People with similar duties, as the agency's head approved.")
class DutyGroup(Node):
    id: strawberry.ID
    code: str
    name: str
    since: date = column(since(answers.duty_group))
    until: date | None = column(until(answers.duty_group))
    approved_at: datetime
    approved_by: Person = ref("approved_by", inherited=True)
    positions: list[JobPosition] = many(
        answers.positions_of_group, on={"duty_group_id": "id"}, order=("code",)
    )


@table(answers.review_flag)
@strawberry.type(
    description="Something to look at because a classification was replaced, or its ground changed:"
    " nothing changes by itself."
)
class ReviewFlag(Node):
    id: strawberry.ID
    kind: ReviewFlagKind
    raised_at: datetime
    cleared_at: datetime | None
    note: str | None
    version: int
    cite: str | None = computed(
        answers.told_cite,
        needs=("cite",),
        description="By which text a ground recorded since weighs in the class's year, or an"
        " organisation's result bounds its head's class (art. 20.6), or a class is replaced whose"
        " year comes to another level (art. 21.3).",
    )
    person: Person = ref("person_id", inherited=True)
    classification: Classification = ref("classification_id", inherited=True)
    ground: Disqualifier | None = ref(
        "ground_id", description="The ground annulled or recorded, if you may see it."
    )
    organisation_result: OrganisationReview | None = ref(
        "review_id", description="The organisation's result that counts now, if you may see it."
    )
    year_result: PeriodResult | None = ref(
        "result_id", description="The year's result that counts now, if you may see it."
    )
    allowed_actions: list[str] = computed(
        answers.allowed_on_flag,
        needs=answers.FLAG_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@strawberry.type
class RegisterQuestions:
    my_register: Connection[Disqualifier] = connection(
        answers.my_register, order=("effective_on desc",)
    )
    register_of: Connection[Disqualifier] = connection(
        answers.register_of, args={"person": strawberry.ID}, order=("effective_on desc",)
    )
    duty_groups: list[DutyGroup] = many(
        answers.duty_groups_of,
        args={"agency": strawberry.ID, "on": date | None},
        order=("code",),
        description="The groups of similar duties of an agency on a day; today if none is given.",
    )
    decided_classifications: Connection[Classification] = connection(
        answers.decided_cases,
        args={"agency": strawberry.ID, "year": int, "replaced": bool | None},
        order=("id",),
        description="The classes in force that an agency's heads decided, or alone may replace.",
    )
    review_flags: Connection[ReviewFlag] = connection(
        answers.flags_of_agency, args={"agency": strawberry.ID}, order=("id",)
    )
    review_flags_waiting: Connection[ReviewFlag] = connection(
        answers.review_flags_waiting,
        order=("id",),
        description="Classes that you decided, or alone may replace, and whose ground changed since"
        " (art. 21.3).",
    )
