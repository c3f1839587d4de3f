-- What gates ask of a person and no other slice keeps: states, wishes, facts of service.

create table congtam.protected_state (
    id uuid not null,
    agency_id uuid not null,
    person_id uuid not null,
    classifying_unit_id uuid,
    managing_unit_id uuid,
    state text not null,
    during daterange not null,
    document_no text not null,
    document_day date not null,
    document_sha256 bytea,
    document_url text,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    ended_reason text,
    ended_by uuid,
    ended_at timestamptz,
    version integer default 1 not null,
    constraint protected_state_pk primary key (id),
    constraint protected_state_sha256_length_check check (length(document_sha256) = 32),
    constraint protected_state_state_allowed_check check (state in ('pregnancy', 'maternity', 'small_child', 'serious_illness', 'long_study', 'study_abroad', 'inpatient', 'hardship', 'sensitive_duty', 'service_commitment', 'unsettled_debts')),
    constraint protected_state_an_end_is_signed_check check (num_nonnulls(ended_reason, ended_by, ended_at) in (0, 3)),
    constraint protected_state_nobody_records_his_own_check check (recorded_by <> person_id and ended_by <> person_id),
    constraint protected_state_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint protected_state_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint protected_state_classifying_unit_id_fk foreign key(classifying_unit_id) references congtam.unit (id),
    constraint protected_state_managing_unit_id_fk foreign key(managing_unit_id) references congtam.unit (id),
    constraint protected_state_recorded_by_fk foreign key(recorded_by) references congtam.person (id),
    constraint protected_state_ended_by_fk foreign key(ended_by) references congtam.person (id)
);

create index protected_state_agency_id_idx on congtam.protected_state (agency_id);

create index protected_state_person_id_idx on congtam.protected_state (person_id);

create table congtam.personal_wish (
    id uuid not null,
    agency_id uuid not null,
    person_id uuid not null,
    classifying_unit_id uuid,
    managing_unit_id uuid,
    kind text not null,
    day date not null,
    said text not null,
    document_no text,
    document_day date,
    document_sha256 bytea,
    document_url text,
    stated_by uuid not null,
    stated_at timestamptz not null,
    withdrawn_at timestamptz,
    version integer default 1 not null,
    constraint personal_wish_pk primary key (id),
    constraint personal_wish_sha256_length_check check (length(document_sha256) = 32),
    constraint personal_wish_kind_allowed_check check (kind in ('appointment', 'reappointment', 'extension', 'transfer', 'rotation', 'secondment', 'periodic_change', 'higher_post', 'lower_post', 'resignation', 'removal', 'suspension', 'termination', 'discipline')),
    constraint personal_wish_said_himself_or_on_paper_check check (stated_by = person_id or document_no is not null),
    constraint personal_wish_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint personal_wish_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint personal_wish_classifying_unit_id_fk foreign key(classifying_unit_id) references congtam.unit (id),
    constraint personal_wish_managing_unit_id_fk foreign key(managing_unit_id) references congtam.unit (id),
    constraint personal_wish_stated_by_fk foreign key(stated_by) references congtam.person (id)
);

create index personal_wish_agency_id_idx on congtam.personal_wish (agency_id);

create unique index personal_wish_once_idx on congtam.personal_wish (person_id, kind) where withdrawn_at is null;

create index personal_wish_person_id_idx on congtam.personal_wish (person_id);

create table congtam.service_fact (
    id uuid not null,
    agency_id uuid not null,
    person_id uuid not null,
    classifying_unit_id uuid,
    managing_unit_id uuid,
    kind text not null,
    day date not null,
    posting_id uuid,
    starts_on date,
    low integer,
    ballots integer,
    year integer,
    level text,
    scale text,
    document_no text not null,
    document_day date not null,
    document_sha256 bytea,
    document_url text,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    annulled_reason text,
    annulled_by uuid,
    annulled_at timestamptz,
    version integer default 1 not null,
    constraint service_fact_pk primary key (id),
    constraint service_fact_sha256_length_check check (length(document_sha256) = 32),
    constraint service_fact_kind_allowed_check check (kind in ('retirement', 'term', 'confidence', 'earlier_class')),
    constraint service_fact_level_allowed_check check (level in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED', 'NOT_RATED')),
    constraint service_fact_what_its_kind_holds_check check (num_nonnulls(posting_id, starts_on) = case kind when 'term' then 2 else 0 end and num_nonnulls(low, ballots) = case kind when 'confidence' then 2 else 0 end and num_nonnulls(year, level, scale) = case kind when 'earlier_class' then 3 else 0 end),
    constraint service_fact_no_more_than_ballots_check check (low between 0 and ballots and ballots > 0),
    constraint service_fact_ends_after_it_begins_check check (day >= starts_on),
    constraint service_fact_annulment_is_signed_check check (num_nonnulls(annulled_reason, annulled_by, annulled_at) in (0, 3)),
    constraint service_fact_nobody_records_his_own_check check (recorded_by <> person_id and annulled_by <> person_id),
    constraint service_fact_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint service_fact_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint service_fact_classifying_unit_id_fk foreign key(classifying_unit_id) references congtam.unit (id),
    constraint service_fact_managing_unit_id_fk foreign key(managing_unit_id) references congtam.unit (id),
    constraint service_fact_posting_id_fk foreign key(posting_id) references congtam.posting (id),
    constraint service_fact_recorded_by_fk foreign key(recorded_by) references congtam.person (id),
    constraint service_fact_annulled_by_fk foreign key(annulled_by) references congtam.person (id)
);

create index service_fact_agency_id_idx on congtam.service_fact (agency_id);

create unique index service_fact_class_idx on congtam.service_fact (person_id, year) where kind = 'earlier_class' and annulled_at is null;

create index service_fact_person_id_idx on congtam.service_fact (person_id);

create unique index service_fact_retirement_idx on congtam.service_fact (person_id) where kind = 'retirement' and annulled_at is null;

create unique index service_fact_term_idx on congtam.service_fact (posting_id) where kind = 'term' and annulled_at is null;

create table congtam.periodic_position (
    id uuid not null,
    agency_id uuid not null,
    position_id uuid not null,
    years integer not null,
    document_no text not null,
    document_day date not null,
    document_sha256 bytea,
    document_url text,
    listed_by uuid not null,
    listed_at timestamptz not null,
    version integer default 1 not null,
    constraint periodic_position_pk primary key (id),
    constraint periodic_position_sha256_length_check check (length(document_sha256) = 32),
    constraint periodic_position_agency_id_position_id_key unique (agency_id, position_id),
    constraint periodic_position_years_of_the_law_check check (years between 2 and 5),
    constraint periodic_position_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint periodic_position_position_id_fk foreign key(position_id) references congtam.job_position (id),
    constraint periodic_position_listed_by_fk foreign key(listed_by) references congtam.person (id)
);
