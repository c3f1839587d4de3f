"""A person's record, open to another agency for a purpose; and who has read it."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum

import strawberry

from resolvers import dossier as answers
from resolvers.core.tables import since, until
from schema.classification_register import DisciplineForm, DisciplineSource
from schema.evaluations import Level
from schema.mapping import column, computed, connection, many, one, ref, table
from schema.organisation import Agency, Unit
from schema.people import Person
from schema.shapes import Connection, Node


@strawberry.enum(description="What a dossier is read for.")
class DossierPurpose(Enum):
    APPOINTMENT = strawberry.enum_value("appointment", description="bổ nhiệm")
    REAPPOINTMENT = strawberry.enum_value("reappointment", description="bổ nhiệm lại")
    TRANSFER = strawberry.enum_value("transfer", description="điều động")
    ROTATION = strawberry.enum_value("rotation", description="luân chuyển")
    SECONDMENT = strawberry.enum_value("secondment", description="biệt phái")
    REWARD = strawberry.enum_value("reward", description="thi đua, khen thưởng")
    CLASSIFICATION = strawberry.enum_value(
        "classification", description="xếp loại chất lượng ở nơi công tác mới (Điều 19.1)"
    )


@strawberry.enum(description="Where a request for a dossier stands.")
class DossierRequestState(Enum):
    ASKED = "asked"
    GRANTED = "granted"
    DECLINED = "declined"


@strawberry.enum(description="By whom a dossier was opened.")
class DossierBasis(Enum):
    HANDOVER = strawberry.enum_value(
        "handover", description="By the head of the agency that keeps the file."
    )
    REQUEST = strawberry.enum_value("request", description="By the person himself.")


@strawberry.type(description="The class of one year, as it stood when it was read.")
class DossierClass:
    year: int
    level: Level | None
    decision_no: str | None
    decision_day: date | None
    edition: int
    agency: str = strawberry.field(description="Where the person worked.")


@strawberry.type(description="One period that was handed over, as it stood when it was read.")
class DossierMonth:
    period: date
    months: int = strawberry.field(description="1, or 3 for a quarter.")
    days: int
    total: Decimal | None
    level: Level
    unit_name: str


@strawberry.type(description="A decision on discipline that was in force when it was read.")
class DossierDiscipline:
    source: DisciplineSource
    form: DisciplineForm
    since: date
    until: date = strawberry.field(description="The first day without it.")


@table(answers.dossier_read)
@strawberry.federation.type(
    keys=["id"],
    description="One reading: who, for what, when, and what was shown. The lists are shown to the"
    " reader in the very answer in which he reads, to the person, and to the agency that keeps"
    " the file.",
)
class DossierRead(Node):
    id: strawberry.ID
    purpose: DossierPurpose
    read_at: datetime
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id", description="That read.")
    unit: Unit = ref("unit_id", description="For whose head it was read.")
    from_agency: Agency = ref("from_agency_id", description="That keeps the file.")
    read_by: Person = ref("read_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    classes: list[DossierClass] = computed(answers.told_classes, needs=(answers.SHOWN,))
    months: list[DossierMonth] = computed(answers.told_months, needs=(answers.SHOWN,))
    discipline: list[DossierDiscipline] = computed(answers.told_discipline, needs=(answers.SHOWN,))


@table(answers.dossier)
@strawberry.federation.type(
    keys=["id"], description="A dossier, open to another agency for a purpose and some days."
)
class Dossier(Node):
    id: strawberry.ID
    purpose: DossierPurpose
    basis: DossierBasis
    since: date = column(since(answers.dossier))
    until: date = column(until(answers.dossier), description="The last day.")
    is_open: bool = column(answers.IS_OPEN)
    document_no: str | None
    document_day: date | None
    opened_at: datetime
    revoked_reason: str | None
    revoked_at: datetime | None
    version: int
    cites: list[str] = computed(
        answers.told_cites, needs=("cites",), description="What says that the purpose needs it."
    )
    person: Person = ref("person_id", inherited=True)
    agency: Agency = ref("agency_id", description="That may read.")
    unit: Unit = ref("unit_id", description="Whose head decides on the matter.")
    from_agency: Agency = ref("from_agency_id", description="That keeps the file.")
    opened_by: Person = ref("opened_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    revoked_by: Person | None = ref("revoked_by", inherited=True)
    reads: list[DossierRead] = many(on={"dossier_id": "id"}, order=("read_at",))
    allowed_actions: list[str] = computed(
        answers.allowed_on_dossiers,
        needs=answers.DOSSIER_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@table(answers.dossier_request)
@strawberry.federation.type(
    keys=["id"],
    description="One agency asks another for a person's record. The person is named as the other"
    " agency knows him; whether there is one, it alone can see.",
)
class DossierRequest(Node):
    id: strawberry.ID
    staff_code: str
    purpose: DossierPurpose
    matter: str
    state: DossierRequestState
    document_no: str
    document_day: date
    asked_at: datetime
    answer: str | None
    answered_at: datetime | None
    version: int
    agency: Agency = ref("agency_id", description="That asks.")
    unit: Unit = ref("unit_id", description="Whose head decides on the matter.")
    from_agency: Agency = ref("from_agency_id", description="That is asked.")
    asked_by: Person = ref("asked_by", inherited=True)
    on_behalf_of: Person | None = ref("on_behalf_of", inherited=True)
    answered_by: Person | None = ref("answered_by", inherited=True)
    person: Person | None = ref(
        "person_id", inherited=True, description="Who was meant, once it is granted."
    )
    means: Person | None = one(
        answers.every_person,
        on={"agency_id": "from_agency_id", "staff_code": "staff_code"},
        description="Who is meant, for those who may see him anyway.",
    )
    dossier: Dossier | None = ref(on={"id": "request_id"})
    allowed_actions: list[str] = computed(
        answers.allowed_on_requests,
        needs=answers.REQUEST_NEEDS,
        description="What you may do with it now, by the policies that guard the deeds.",
    )


@strawberry.type
class DossierQuestions:
    my_dossiers: Connection[Dossier] = connection(
        answers.my_dossiers, order=("id desc",), description="To whom your record is, or was, open."
    )
    my_dossier_reads: Connection[DossierRead] = connection(
        answers.my_dossier_reads, order=("read_at desc",), description="Who has read your record."
    )
    dossier_requests_to: Connection[DossierRequest] = connection(
        answers.requests_to,
        args={"agency": strawberry.ID},
        order=("id",),
        description="What an agency is asked for and has not answered.",
    )
    dossier_requests_by: Connection[DossierRequest] = connection(
        answers.requests_by, args={"agency": strawberry.ID}, order=("id desc",)
    )
    dossiers_open_to: Connection[Dossier] = connection(
        answers.dossiers_open_to,
        args={"agency": strawberry.ID},
        order=("id",),
        description="What an agency may read today.",
    )
    dossiers_of: Connection[Dossier] = connection(
        answers.dossiers_of, args={"person": strawberry.ID}, order=("id desc",)
    )
    dossier_reads_of: Connection[DossierRead] = connection(
        answers.dossier_reads_of, args={"person": strawberry.ID}, order=("read_at desc",)
    )
    dossier_reads_by: Connection[DossierRead] = connection(
        answers.dossier_reads_by,
        args={"agency": strawberry.ID},
        order=("read_at desc",),
        description="What an agency has read.",
    )
    dossier_reads_from: Connection[DossierRead] = connection(
        answers.dossier_reads_from,
        args={"agency": strawberry.ID},
        order=("read_at desc",),
        description="What others have read of the files that an agency keeps.",
    )
