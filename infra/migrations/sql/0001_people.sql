-- Persons, their postings, and every authority beside a posting.

create table congtam.person (
    id uuid not null,
    agency_id uuid not null,
    full_name text not null,
    given_name text not null,
    sort_key text collate "C" not null,
    search_key text not null,
    staff_code text,
    personal_number_sealed bytea,
    personal_number_hash bytea,
    version integer default 1 not null,
    constraint person_pk primary key (id),
    constraint person_agency_id_staff_code_key unique (agency_id, staff_code),
    constraint person_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint person_personal_number_hash_key unique (personal_number_hash)
);

create index person_agency_id_idx on congtam.person (agency_id);

create index person_directory_idx on congtam.person (agency_id, sort_key, id);

create table congtam.delegation (
    id uuid not null,
    agency_id uuid not null,
    unit_id uuid not null,
    from_person_id uuid not null,
    to_person_id uuid not null,
    deeds text[],
    reason text not null,
    during daterange not null,
    revoked_at timestamptz,
    version integer default 1 not null,
    constraint delegation_pk primary key (id),
    constraint delegation_to_somebody_else_check check (from_person_id <> to_person_id),
    constraint delegation_one_acting_head_per_day exclude using gist (unit_id with =, during with &&) where (revoked_at is null),
    constraint delegation_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint delegation_unit_id_fk foreign key(unit_id) references congtam.unit (id),
    constraint delegation_from_person_id_fk foreign key(from_person_id) references congtam.person (id),
    constraint delegation_to_person_id_fk foreign key(to_person_id) references congtam.person (id)
);

create index delegation_to_person_id_idx on congtam.delegation (to_person_id);

create table congtam.login (
    id uuid not null,
    person_id uuid not null,
    issuer text not null,
    subject text not null,
    linked_at timestamptz not null,
    constraint login_pk primary key (id),
    constraint login_issuer_subject_key unique (issuer, subject),
    constraint login_person_id_fk foreign key(person_id) references congtam.person (id)
);

create index login_person_id_idx on congtam.login (person_id);

create table congtam.mandate (
    id uuid not null,
    person_id uuid not null,
    agency_id uuid not null,
    unit_id uuid not null,
    kind text not null,
    granted_by uuid,
    during daterange not null,
    version integer default 1 not null,
    constraint mandate_pk primary key (id),
    constraint mandate_kind_allowed_check check (kind in ('personnel_officer', 'inspector', 'administrator')),
    constraint mandate_once_per_day exclude using gist (person_id with =, unit_id with =, kind with =, during with &&),
    constraint mandate_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint mandate_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint mandate_unit_id_fk foreign key(unit_id) references congtam.unit (id),
    constraint mandate_granted_by_fk foreign key(granted_by) references congtam.person (id)
);

create index mandate_unit_id_idx on congtam.mandate (unit_id);

create table congtam.posting (
    id uuid not null,
    person_id uuid not null,
    agency_id uuid not null,
    unit_id uuid not null,
    position_id uuid,
    office text not null,
    mode text not null,
    main boolean default true not null,
    decision_no text default '' not null,
    during daterange not null,
    version integer default 1 not null,
    constraint posting_pk primary key (id),
    constraint posting_office_allowed_check check (office in ('head', 'deputy', 'member')),
    constraint posting_mode_allowed_check check (mode in ('appointed', 'acting', 'seconded')),
    constraint posting_one_head_per_unit_and_day exclude using gist (unit_id with =, during with &&) where (office = 'head'),
    constraint posting_one_main_per_person_and_day exclude using gist (person_id with =, during with &&) where (main),
    constraint posting_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint posting_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint posting_unit_id_fk foreign key(unit_id) references congtam.unit (id),
    constraint posting_position_id_fk foreign key(position_id) references congtam.job_position (id)
);

create index posting_person_idx on congtam.posting (person_id, lower(during));

create index posting_unit_id_idx on congtam.posting (unit_id);

create table congtam.charge (
    id uuid not null,
    agency_id uuid not null,
    posting_id uuid not null,
    unit_id uuid,
    person_id uuid,
    during daterange not null,
    constraint charge_pk primary key (id),
    constraint charge_a_unit_or_a_person_check check (num_nonnulls(unit_id, person_id) = 1),
    constraint charge_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint charge_posting_id_fk foreign key(posting_id) references congtam.posting (id),
    constraint charge_unit_id_fk foreign key(unit_id) references congtam.unit (id),
    constraint charge_person_id_fk foreign key(person_id) references congtam.person (id)
);

create index charge_posting_id_idx on congtam.charge (posting_id);
