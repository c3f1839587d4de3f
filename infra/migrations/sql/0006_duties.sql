-- The heads' duties, notices and mail, breaches, addresses.

create table congtam.duty (
    id uuid not null,
    kind text not null,
    agency_id uuid not null,
    unit_id uuid not null,
    subject_id uuid not null,
    period date not null,
    due_on date not null,
    opened_at timestamptz not null,
    done_at timestamptz,
    escalated_at timestamptz,
    escalated_to_id uuid,
    version integer default 1 not null,
    constraint duty_pk primary key (id),
    constraint duty_kind_subject_id_period_key unique (kind, subject_id, period),
    constraint duty_kind_allowed_check check (kind in ('assign_work', 'accept_delivery', 'score_sheets', 'close_month', 'decide_petition', 'classify_people', 'review_organisation')),
    constraint duty_escalated_to_somebody_check check ((escalated_at is null) = (escalated_to_id is null)),
    constraint duty_period_is_a_month_check check (extract(day from period) = 1),
    constraint duty_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint duty_unit_id_fk foreign key(unit_id) references congtam.unit (id),
    constraint duty_escalated_to_id_fk foreign key(escalated_to_id) references congtam.unit (id)
);

create index duty_unit_idx on congtam.duty (unit_id, due_on, id);

create index duty_agency_idx on congtam.duty (agency_id, due_on, id);

create index duty_escalated_idx on congtam.duty (escalated_to_id) where done_at is null;

create index duty_open_idx on congtam.duty (due_on) where done_at is null;

create table congtam.notice (
    id uuid not null,
    person_id uuid not null,
    agency_id uuid not null,
    duty_id uuid,
    kind text not null,
    params jsonb not null,
    created_at timestamptz not null,
    read_at timestamptz,
    version integer default 1 not null,
    constraint notice_pk primary key (id),
    constraint notice_duty_id_kind_person_id_key unique (duty_id, kind, person_id),
    constraint notice_kind_allowed_check check (kind in ('due_in_7', 'due_in_3', 'due_in_1', 'overdue', 'escalated', 'breach_decided')),
    constraint notice_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint notice_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint notice_duty_id_fk foreign key(duty_id) references congtam.duty (id)
);

create index notice_inbox_idx on congtam.notice (person_id, created_at, id);

create table congtam.mail (
    id uuid not null,
    notice_id uuid not null,
    person_id uuid not null,
    address text not null,
    language text not null,
    created_at timestamptz not null,
    state text default 'waiting' not null,
    attempts smallint default 0 not null,
    not_before timestamptz not null,
    sent_at timestamptz,
    reply text default '' not null,
    constraint mail_pk primary key (id),
    constraint mail_notice_id_key unique (notice_id),
    constraint mail_state_allowed_check check (state in ('waiting', 'claimed', 'handing_over', 'sent', 'refused', 'unknown', 'expired')),
    constraint mail_language_allowed_check check (language in ('vi', 'en')),
    constraint mail_notice_id_fk foreign key(notice_id) references congtam.notice (id),
    constraint mail_person_id_fk foreign key(person_id) references congtam.person (id)
);

create index mail_to_send_idx on congtam.mail (not_before, id) where state in ('waiting', 'claimed', 'handing_over');

create table congtam.breach (
    id uuid not null,
    agency_id uuid not null,
    scoring_unit_id uuid not null,
    person_id uuid not null,
    duty_id uuid not null,
    unit_id uuid not null,
    period date not null,
    criterion text not null,
    scale_id uuid,
    state text default 'proposed' not null,
    noted_at timestamptz not null,
    reason text,
    sheet_id uuid,
    decided_by uuid,
    on_behalf_of uuid,
    decided_at timestamptz,
    version integer default 1 not null,
    constraint breach_pk primary key (id),
    constraint breach_duty_id_key unique (duty_id),
    constraint breach_state_allowed_check check (state in ('proposed', 'accepted', 'dismissed')),
    constraint breach_period_is_a_month_check check (extract(day from period) = 1),
    constraint breach_nobody_decides_his_own_check check (decided_by <> person_id),
    constraint breach_a_decision_has_its_reason_check check ((state = 'proposed') = (decided_at is null) and (state = 'proposed') = (reason is null)),
    constraint breach_accepted_on_a_sheet_check check ((state = 'accepted') = (sheet_id is not null)),
    constraint breach_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint breach_scoring_unit_id_fk foreign key(scoring_unit_id) references congtam.unit (id),
    constraint breach_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint breach_duty_id_fk foreign key(duty_id) references congtam.duty (id),
    constraint breach_unit_id_fk foreign key(unit_id) references congtam.unit (id),
    constraint breach_scale_id_fk foreign key(scale_id) references congtam.deduction_scale (id),
    constraint breach_decided_by_fk foreign key(decided_by) references congtam.person (id),
    constraint breach_on_behalf_of_fk foreign key(on_behalf_of) references congtam.person (id)
);

create index breach_person_idx on congtam.breach (person_id, period);

create index breach_agency_idx on congtam.breach (agency_id, period, id);

create index breach_to_decide_idx on congtam.breach (scoring_unit_id, noted_at) where state = 'proposed';

create table congtam.contact (
    id uuid not null,
    agency_id uuid not null,
    person_id uuid not null,
    email text not null,
    language text default 'vi' not null,
    set_by uuid,
    during daterange not null,
    version integer default 1 not null,
    constraint contact_pk primary key (id),
    constraint contact_language_allowed_check check (language in ('vi', 'en')),
    constraint contact_one_per_person_and_day exclude using gist (person_id with =, during with &&),
    constraint contact_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint contact_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint contact_set_by_fk foreign key(set_by) references congtam.person (id)
);
