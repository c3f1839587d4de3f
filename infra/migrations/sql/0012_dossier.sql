-- A person's record, open to another agency; who read it, and what.

create table congtam.dossier_request (
    id uuid not null,
    agency_id uuid not null,
    unit_id uuid not null,
    from_agency_id uuid not null,
    from_unit_id uuid not null,
    staff_code text not null,
    purpose text not null,
    matter text not null,
    document_no text not null,
    document_day date not null,
    document_sha256 bytea,
    document_url text,
    asked_by uuid not null,
    on_behalf_of uuid,
    asked_at timestamptz not null,
    state text default 'asked' not null,
    person_id uuid,
    answer text,
    answered_by uuid,
    answered_on_behalf_of uuid,
    answered_at timestamptz,
    version integer default 1 not null,
    constraint dossier_request_pk primary key (id),
    constraint dossier_request_sha256_length_check check (length(document_sha256) = 32),
    constraint dossier_request_purpose_allowed_check check (purpose in ('appointment', 'reappointment', 'transfer', 'rotation', 'secondment', 'reward', 'classification')),
    constraint dossier_request_state_allowed_check check (state in ('asked', 'granted', 'declined')),
    constraint dossier_request_from_another_agency_check check (from_agency_id <> agency_id),
    constraint dossier_request_an_answer_is_signed_check check ((state = 'asked') = (answered_at is null) and (state = 'asked') = (answered_by is null)),
    constraint dossier_request_granted_for_somebody_check check ((state = 'granted') = (person_id is not null)),
    constraint dossier_request_nobody_hands_his_own_over_check check (answered_by <> person_id),
    constraint dossier_request_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint dossier_request_unit_id_fk foreign key(unit_id) references congtam.unit (id),
    constraint dossier_request_from_agency_id_fk foreign key(from_agency_id) references congtam.agency (id),
    constraint dossier_request_from_unit_id_fk foreign key(from_unit_id) references congtam.unit (id),
    constraint dossier_request_asked_by_fk foreign key(asked_by) references congtam.person (id),
    constraint dossier_request_on_behalf_of_fk foreign key(on_behalf_of) references congtam.person (id),
    constraint dossier_request_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint dossier_request_answered_by_fk foreign key(answered_by) references congtam.person (id),
    constraint dossier_request_answered_on_behalf_of_fk foreign key(answered_on_behalf_of) references congtam.person (id)
);

create index dossier_request_agency_id_idx on congtam.dossier_request (agency_id);

create index dossier_request_from_agency_id_idx on congtam.dossier_request (from_agency_id);

create index dossier_request_person_id_idx on congtam.dossier_request (person_id);

create table congtam.dossier (
    id uuid not null,
    agency_id uuid not null,
    unit_id uuid not null,
    from_agency_id uuid not null,
    from_unit_id uuid not null,
    person_id uuid not null,
    purpose text not null,
    basis text not null,
    request_id uuid,
    document_no text,
    document_day date,
    document_sha256 bytea,
    document_url text,
    during daterange not null,
    cites text[] not null,
    opened_by uuid not null,
    on_behalf_of uuid,
    opened_at timestamptz not null,
    revoked_reason text,
    revoked_by uuid,
    revoked_at timestamptz,
    version integer default 1 not null,
    constraint dossier_pk primary key (id),
    constraint dossier_sha256_length_check check (length(document_sha256) = 32),
    constraint dossier_purpose_allowed_check check (purpose in ('appointment', 'reappointment', 'transfer', 'rotation', 'secondment', 'reward', 'classification')),
    constraint dossier_basis_allowed_check check (basis in ('handover', 'request')),
    constraint dossier_to_another_agency_check check (from_agency_id <> agency_id),
    constraint dossier_has_an_end_check check (not isempty(during) and not upper_inf(during) and not lower_inf(during)),
    constraint dossier_opened_by_who_may_check check ((basis = 'request') = (opened_by = person_id) and (basis = 'handover') = (request_id is not null)),
    constraint dossier_revoking_signed_check check (num_nonnulls(revoked_reason, revoked_by, revoked_at) in (0, 3)),
    constraint dossier_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint dossier_unit_id_fk foreign key(unit_id) references congtam.unit (id),
    constraint dossier_from_agency_id_fk foreign key(from_agency_id) references congtam.agency (id),
    constraint dossier_from_unit_id_fk foreign key(from_unit_id) references congtam.unit (id),
    constraint dossier_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint dossier_request_id_key unique (request_id),
    constraint dossier_request_id_fk foreign key(request_id) references congtam.dossier_request (id),
    constraint dossier_opened_by_fk foreign key(opened_by) references congtam.person (id),
    constraint dossier_on_behalf_of_fk foreign key(on_behalf_of) references congtam.person (id),
    constraint dossier_revoked_by_fk foreign key(revoked_by) references congtam.person (id)
);

create index dossier_agency_id_idx on congtam.dossier (agency_id);

create index dossier_from_agency_id_idx on congtam.dossier (from_agency_id);

create index dossier_person_id_idx on congtam.dossier (person_id);

create table congtam.dossier_read (
    id uuid not null,
    agency_id uuid not null,
    unit_id uuid not null,
    from_agency_id uuid not null,
    from_unit_id uuid not null,
    person_id uuid not null,
    dossier_id uuid not null,
    purpose text not null,
    read_by uuid not null,
    on_behalf_of uuid,
    read_at timestamptz not null,
    shown jsonb not null,
    constraint dossier_read_pk primary key (id),
    constraint dossier_read_purpose_allowed_check check (purpose in ('appointment', 'reappointment', 'transfer', 'rotation', 'secondment', 'reward', 'classification')),
    constraint dossier_read_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint dossier_read_unit_id_fk foreign key(unit_id) references congtam.unit (id),
    constraint dossier_read_from_agency_id_fk foreign key(from_agency_id) references congtam.agency (id),
    constraint dossier_read_from_unit_id_fk foreign key(from_unit_id) references congtam.unit (id),
    constraint dossier_read_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint dossier_read_dossier_id_fk foreign key(dossier_id) references congtam.dossier (id),
    constraint dossier_read_read_by_fk foreign key(read_by) references congtam.person (id),
    constraint dossier_read_on_behalf_of_fk foreign key(on_behalf_of) references congtam.person (id)
);

create index dossier_read_agency_id_idx on congtam.dossier_read (agency_id);

create index dossier_read_dossier_id_idx on congtam.dossier_read (dossier_id);

create index dossier_read_from_agency_id_idx on congtam.dossier_read (from_agency_id);

create index dossier_read_person_idx on congtam.dossier_read (person_id, read_at);
