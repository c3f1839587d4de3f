"""Records that gates are computed from: protected states, wishes, facts of service, lists."""

from datetime import date, datetime
from enum import Enum

import strawberry

from resolvers import personnel as answers
from resolvers.core.documents import hash_of
from resolvers.core.tables import since, until
from schema.mapping import column, computed, connection, ref, table
from schema.organisation import Agency
from schema.people import Person, Posting
from schema.positions import JobPosition
from schema.shapes import Connection, Node


@strawberry.enum(description="What is done to somebody's post or service.")
class PersonnelActionKind(Enum):
    APPOINTMENT = strawberry.enum_value("appointment", description="bổ nhiệm")
    REAPPOINTMENT = strawberry.enum_value("reappointment", description="bổ nhiệm lại")
    EXTENSION = strawberry.enum_value("extension", description="kéo dài thời gian giữ chức vụ")
    TRANSFER = strawberry.enum_value("transfer", description="điều động")
    ROTATION = strawberry.enum_value("rotation", description="luân chuyển")
    SECONDMENT = strawberry.enum_value("secondment", description="biệt phái")
    PERIODIC_CHANGE = strawberry.enum_value(
        "periodic_change", description="định kỳ chuyển đổi vị trí công tác"
    )
    HIGHER_POST = strawberry.enum_value(
        "higher_post", description="vị trí việc làm xếp ngạch cao hơn"
    )
    LOWER_POST = strawberry.enum_value(
        "lower_post", description="vị trí việc làm xếp ngạch thấp hơn"
    )
    RESIGNATION = strawberry.enum_value("resignation", description="từ chức")
    REMOVAL = strawberry.enum_value("removal", description="miễn nhiệm")
    SUSPENSION = strawberry.enum_value("suspension", description="tạm đình chỉ công tác")
    TERMINATION = strawberry.enum_value("termination", description="cho thôi việc")
    DISCIPLINE = strawberry.enum_value("discipline", description="xử lý kỷ luật")


@strawberry.enum(description="A state in which somebody is protected, or an action waits.")
class ProtectedStateKind(Enum):
    PREGNANCY = strawberry.enum_value("pregnancy", description="đang mang thai")
    MATERNITY = strawberry.enum_value("maternity", description="nghỉ thai sản")
    SMALL_CHILD = strawberry.enum_value(
        "small_child", description="nuôi con nhỏ; từ ngày sinh của con"
    )
    SERIOUS_ILLNESS = strawberry.enum_value(
        "serious_illness", description="điều trị bệnh hiểm nghèo"
    )
    LONG_STUDY = strawberry.enum_value("long_study", description="học tập dài hạn")
    STUDY_ABROAD = strawberry.enum_value(
        "study_abroad", description="học tập, công tác ở nước ngoài từ 03 tháng trở lên"
    )
    INPATIENT = strawberry.enum_value(
        "inpatient", description="điều trị nội trú từ 03 tháng trở lên"
    )
    HARDSHIP = strawberry.enum_value("hardship", description="hoàn cảnh đặc biệt khó khăn")
    SENSITIVE_DUTY = strawberry.enum_value(
        "sensitive_duty", description="nhiệm vụ quốc phòng, cơ mật, phòng chống thiên tai"
    )
    SERVICE_COMMITMENT = strawberry.enum_value(
        "service_commitment", description="chưa phục vụ đủ thời gian theo cam kết"
    )
    UNSETTLED_DEBTS = strawberry.enum_value(
        "unsettled_debts", description="chưa thanh toán các khoản tiền, tài sản"
    )


@strawberry.enum(description="A fact of service that is recorded from a document.")
class ServiceFactKind(Enum):
    RETIREMENT = strawberry.enum_value("retirement", description="Thời điểm nghỉ hưu.")
    TERM = strawberry.enum_value("term", description="Thời hạn giữ chức vụ.")
    CONFIDENCE = strawberry.enum_value("confidence", description="Kết quả lấy phiếu tín nhiệm.")
    EARLIER_CLASS = strawberry.enum_value(
        "earlier_class", description="Kết quả xếp loại của năm trước, của cơ quan khác."
    )


@strawberry.enum(description="The class of a year, as a document tells it.")
class RecordedLevel(Enum):
    EXCELLENT = "EXCELLENT"
    GOOD = "GOOD"
    COMPLETED = "COMPLETED"
    NOT_COMPLETED = "NOT_COMPLETED"
    NOT_RATED = strawberry.enum_value("NOT_RATED", description="không xếp loại")


@table(answers.protected_state)
@strawberry.federation.type(
    keys=["id"],
    description="A protected state, recorded from a document: shown to the person, to the"
    " personnel body and to the heads who decide on him alone.",
)
class ProtectedState(Node):
    id: strawberry.ID
    state: ProtectedStateKind
    since: date = column(since(answers.protected_state))
    until: date | None = column(until(answers.protected_state))
    document_no: str
    document_day: date
    document_sha256: str | None = column(hash_of(answers.protected_state, "document_sha256"))
    document_url: str | None
    recorded_at: datetime
    ended_at: datetime | None
    ended_reason: str | None
    version: int
    person: Person = ref("person_id", inherited=True)
    recorded_by: Person = ref("recorded_by", inherited=True)
    ended_by: Person | None = ref("ended_by", inherited=True)
    allowed_actions: list[str] = computed(
        answers.allowed_on_states,
        needs=answers.STATE_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@table(answers.personal_wish)
@strawberry.federation.type(
    keys=["id"], description="What somebody has asked for himself, in writing (nguyện vọng)."
)
class PersonalWish(Node):
    id: strawberry.ID
    kind: PersonnelActionKind
    day: date
    said: str
    document_no: str | None
    document_day: date | None
    document_sha256: str | None = column(hash_of(answers.personal_wish, "document_sha256"))
    document_url: str | None
    stated_at: datetime
    withdrawn_at: datetime | None
    version: int
    person: Person = ref("person_id", inherited=True)
    stated_by: Person = ref("stated_by", inherited=True)
    allowed_actions: list[str] = computed(
        answers.allowed_on_wishes,
        needs=answers.WISH_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@table(answers.service_fact)
@strawberry.federation.type(
    keys=["id"], description="A fact of service that another system holds, from a document."
)
class ServiceFact(Node):
    id: strawberry.ID
    kind: ServiceFactKind
    day: date = strawberry.field(
        description="Of retirement, the last of the term, of the count, of the notified class."
    )
    starts_on: date | None
    low: int | None = strawberry.field(description="Low-confidence votes.")
    ballots: int | None
    year: int | None
    level: RecordedLevel | None
    scale: str | None = strawberry.field(description="The text by which the class was given.")
    document_no: str
    document_day: date
    document_sha256: str | None = column(hash_of(answers.service_fact, "document_sha256"))
    document_url: str | None
    recorded_at: datetime
    annulled_at: datetime | None
    annulled_reason: str | None
    version: int
    person: Person = ref("person_id", inherited=True)
    posting: Posting | None = ref("posting_id", inherited=True)
    recorded_by: Person = ref("recorded_by", inherited=True)
    annulled_by: Person | None = ref("annulled_by", inherited=True)
    allowed_actions: list[str] = computed(
        answers.allowed_on_facts,
        needs=answers.FACT_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@table(answers.periodic_position)
@strawberry.type(description="A job position whose holders are changed periodically.")
class PeriodicPosition(Node):
    id: strawberry.ID
    years: int
    document_no: str
    document_day: date
    listed_at: datetime
    version: int
    agency: Agency = ref("agency_id", inherited=True)
    position: JobPosition | None = ref("position_id")
    listed_by: Person = ref("listed_by", inherited=True)


@strawberry.type
class PersonnelRecordsQuestions:
    protected_states: Connection[ProtectedState] = connection(
        answers.protected_states_of, args={"person": strawberry.ID}, order=("id desc",)
    )
    personal_wishes: Connection[PersonalWish] = connection(
        answers.wishes_of, args={"person": strawberry.ID}, order=("id desc",)
    )
    service_facts: Connection[ServiceFact] = connection(
        answers.service_facts_of, args={"person": strawberry.ID}, order=("id desc",)
    )
    periodic_positions: Connection[PeriodicPosition] = connection(
        answers.periodic_positions_of, args={"agency": strawberry.ID}, order=("id",)
    )
