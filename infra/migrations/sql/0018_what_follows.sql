-- What is to be looked at after a decision changed; what a person says; what ends early.

create table congtam.recognition_flag (
    id uuid not null,
    agency_id uuid not null,
    unit_id uuid not null,
    recognising_agency_id uuid not null,
    recognising_unit_id uuid not null,
    review_id uuid not null,
    because_id uuid not null,
    because_unit_id uuid not null,
    level_before text not null,
    level_after text not null,
    raised_at timestamptz not null,
    cleared_by uuid,
    cleared_on_behalf_of uuid,
    cleared_at timestamptz,
    note text,
    version integer default 1 not null,
    constraint recognition_flag_pk primary key (id),
    constraint recognition_flag_review_id_because_id_key unique (review_id, because_id),
    constraint recognition_flag_level_before_allowed_check check (level_before in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED')),
    constraint recognition_flag_level_after_allowed_check check (level_after in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED')),
    constraint recognition_flag_cleared_by_somebody_check check (num_nonnulls(cleared_at, cleared_by, note) in (0, 3)),
    constraint recognition_flag_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint recognition_flag_unit_id_fk foreign key(unit_id) references congtam.unit (id),
    constraint recognition_flag_recognising_agency_id_fk foreign key(recognising_agency_id) references congtam.agency (id),
    constraint recognition_flag_recognising_unit_id_fk foreign key(recognising_unit_id) references congtam.unit (id),
    constraint recognition_flag_review_id_fk foreign key(review_id) references congtam.organisation_review (id),
    constraint recognition_flag_because_id_fk foreign key(because_id) references congtam.organisation_review (id),
    constraint recognition_flag_because_unit_id_fk foreign key(because_unit_id) references congtam.unit (id),
    constraint recognition_flag_cleared_by_fk foreign key(cleared_by) references congtam.person (id),
    constraint recognition_flag_cleared_on_behalf_of_fk foreign key(cleared_on_behalf_of) references congtam.person (id)
);

create index recognition_flag_review_id_idx on congtam.recognition_flag (review_id);

create index recognition_flag_open_idx on congtam.recognition_flag (recognising_unit_id) where cleared_at is null;

create table congtam.action_statement (
    id uuid not null,
    person_id uuid not null,
    agency_id uuid not null,
    deciding_agency_id uuid not null,
    receiving_agency_id uuid,
    action_id uuid not null,
    step_id uuid not null,
    stance text not null,
    said text not null,
    stated_at timestamptz not null,
    constraint action_statement_pk primary key (id),
    constraint action_statement_stance_allowed_check check (stance in ('consent', 'objection', 'opinion')),
    constraint action_statement_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint action_statement_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint action_statement_deciding_agency_id_fk foreign key(deciding_agency_id) references congtam.agency (id),
    constraint action_statement_receiving_agency_id_fk foreign key(receiving_agency_id) references congtam.agency (id),
    constraint action_statement_action_id_fk foreign key(action_id) references congtam.personnel_action (id),
    constraint action_statement_step_id_key unique (step_id),
    constraint action_statement_step_id_fk foreign key(step_id) references congtam.action_step (id)
);

create index action_statement_action_id_idx on congtam.action_statement (action_id);

create table congtam.action_ending (
    id uuid not null,
    person_id uuid not null,
    agency_id uuid not null,
    deciding_agency_id uuid not null,
    receiving_agency_id uuid,
    action_id uuid not null,
    ends_on date not null,
    reason text not null,
    ended_by uuid not null,
    on_behalf_of uuid,
    ended_at timestamptz not null,
    document_no text not null,
    document_day date,
    document_sha256 bytea,
    document_url text,
    constraint action_ending_pk primary key (id),
    constraint action_ending_sha256_length_check check (length(document_sha256) = 32),
    constraint action_ending_nobody_ends_his_own_check check (ended_by <> person_id and on_behalf_of <> person_id),
    constraint action_ending_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint action_ending_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint action_ending_deciding_agency_id_fk foreign key(deciding_agency_id) references congtam.agency (id),
    constraint action_ending_receiving_agency_id_fk foreign key(receiving_agency_id) references congtam.agency (id),
    constraint action_ending_action_id_key unique (action_id),
    constraint action_ending_action_id_fk foreign key(action_id) references congtam.personnel_action (id),
    constraint action_ending_ended_by_fk foreign key(ended_by) references congtam.person (id),
    constraint action_ending_on_behalf_of_fk foreign key(on_behalf_of) references congtam.person (id)
);
