-- Mergers and splits, people who move, and the results handed over with them.

create table congtam.reorganisation (
    id uuid not null,
    agency_id uuid not null,
    kind text not null,
    day date not null,
    decision_no text not null,
    from_units uuid[] not null,
    to_units uuid[] not null,
    done_at timestamptz not null,
    constraint reorganisation_pk primary key (id),
    constraint reorganisation_kind_allowed_check check (kind in ('merge', 'split', 'rename', 'transfer')),
    constraint reorganisation_from_some_to_some_check check (cardinality(from_units) > 0 and cardinality(to_units) > 0),
    constraint reorganisation_agency_id_fk foreign key(agency_id) references congtam.agency (id)
);

create index reorganisation_agency_id_idx on congtam.reorganisation (agency_id);

create table congtam.transfer (
    id uuid not null,
    agency_id uuid not null,
    from_agency_id uuid not null,
    person_id uuid not null,
    posting_id uuid not null,
    leaves_on date not null,
    decision_no text not null,
    agreed_by uuid,
    agreed_at timestamptz not null,
    taken_at timestamptz,
    withdrawn_at timestamptz,
    version integer default 1 not null,
    constraint transfer_pk primary key (id),
    constraint transfer_to_another_agency_check check (from_agency_id <> agency_id),
    constraint transfer_taken_or_withdrawn_check check (num_nonnulls(taken_at, withdrawn_at) <= 1),
    constraint transfer_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint transfer_from_agency_id_fk foreign key(from_agency_id) references congtam.agency (id),
    constraint transfer_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint transfer_posting_id_fk foreign key(posting_id) references congtam.posting (id),
    constraint transfer_agreed_by_fk foreign key(agreed_by) references congtam.person (id)
);

create index transfer_agency_id_idx on congtam.transfer (agency_id);

create index transfer_from_agency_id_idx on congtam.transfer (from_agency_id);

create unique index transfer_open_idx on congtam.transfer (posting_id) where taken_at is null and withdrawn_at is null;

create table congtam.handover_request (
    id uuid not null,
    agency_id uuid not null,
    scoring_unit_id uuid not null,
    person_id uuid not null,
    from_agency_id uuid not null,
    from_scoring_unit_id uuid not null,
    year integer not null,
    purpose text not null,
    document_no text not null,
    document_day date,
    requested_by uuid not null,
    requested_at timestamptz not null,
    answered_at timestamptz,
    constraint handover_request_pk primary key (id),
    constraint handover_request_purpose_allowed_check check (purpose in ('transfer')),
    constraint handover_request_to_another_agency_check check (from_agency_id <> agency_id),
    constraint handover_request_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint handover_request_scoring_unit_id_fk foreign key(scoring_unit_id) references congtam.unit (id),
    constraint handover_request_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint handover_request_from_agency_id_fk foreign key(from_agency_id) references congtam.agency (id),
    constraint handover_request_from_scoring_unit_id_fk foreign key(from_scoring_unit_id) references congtam.unit (id),
    constraint handover_request_requested_by_fk foreign key(requested_by) references congtam.person (id)
);

create unique index handover_request_open_idx on congtam.handover_request (from_agency_id, agency_id, person_id, year) where answered_at is null;

create table congtam.handover (
    id uuid not null,
    agency_id uuid not null,
    scoring_unit_id uuid not null,
    person_id uuid not null,
    from_agency_id uuid not null,
    from_scoring_unit_id uuid not null,
    year integer not null,
    document_no text not null,
    document_day date,
    handed_by uuid not null,
    handed_at timestamptz not null,
    constraint handover_pk primary key (id),
    constraint handover_to_another_agency_check check (from_agency_id <> agency_id),
    constraint handover_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint handover_scoring_unit_id_fk foreign key(scoring_unit_id) references congtam.unit (id),
    constraint handover_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint handover_from_agency_id_fk foreign key(from_agency_id) references congtam.agency (id),
    constraint handover_from_scoring_unit_id_fk foreign key(from_scoring_unit_id) references congtam.unit (id),
    constraint handover_handed_by_fk foreign key(handed_by) references congtam.person (id)
);

create index handover_person_idx on congtam.handover (person_id, year);

create table congtam.handed_sheet (
    id uuid not null,
    agency_id uuid not null,
    scoring_unit_id uuid not null,
    person_id uuid not null,
    from_agency_id uuid not null,
    from_scoring_unit_id uuid not null,
    handover_id uuid not null,
    sheet_id uuid not null,
    round smallint not null,
    period date not null,
    days integer not null,
    role text not null,
    unit_name text not null,
    total numeric,
    level text not null,
    cites text[] not null,
    handed_by uuid not null,
    handed_at timestamptz not null,
    replaces_id uuid,
    replaced_at timestamptz,
    constraint handed_sheet_pk primary key (id),
    constraint handed_sheet_period_is_a_month_check check (extract(day from period) = 1),
    constraint handed_sheet_has_days_check check (days > 0),
    constraint handed_sheet_to_another_agency_check check (from_agency_id <> agency_id),
    constraint handed_sheet_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint handed_sheet_scoring_unit_id_fk foreign key(scoring_unit_id) references congtam.unit (id),
    constraint handed_sheet_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint handed_sheet_from_agency_id_fk foreign key(from_agency_id) references congtam.agency (id),
    constraint handed_sheet_from_scoring_unit_id_fk foreign key(from_scoring_unit_id) references congtam.unit (id),
    constraint handed_sheet_handover_id_fk foreign key(handover_id) references congtam.handover (id),
    constraint handed_sheet_handed_by_fk foreign key(handed_by) references congtam.person (id),
    constraint handed_sheet_replaces_id_fk foreign key(replaces_id) references congtam.handed_sheet (id)
);

create unique index handed_sheet_current_idx on congtam.handed_sheet (agency_id, sheet_id) where replaced_at is null;

create index handed_sheet_handover_id_idx on congtam.handed_sheet (handover_id);

create index handed_sheet_person_idx on congtam.handed_sheet (person_id, period);

create index agency_succeeded_by_id_idx on congtam.agency (succeeded_by_id);

create index unit_kept_by_id_idx on congtam.unit (kept_by_id);
