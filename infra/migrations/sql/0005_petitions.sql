-- Lock exceptions.

create table congtam.lock_exception (
    id uuid not null,
    agency_id uuid not null,
    unit_id uuid not null,
    person_id uuid,
    period date not null,
    reason text not null,
    petition_id uuid,
    granted_by uuid not null,
    on_behalf_of uuid,
    granted_at timestamptz not null,
    ends_at timestamptz not null,
    revoked_by uuid,
    revoked_at timestamptz,
    revoked_reason text,
    version integer default 1 not null,
    constraint lock_exception_pk primary key (id),
    constraint lock_exception_period_is_a_month_check check (extract(day from period) = 1),
    constraint lock_exception_ends_after_it_begins_check check (ends_at > granted_at),
    constraint lock_exception_granted_to_somebody_else_check check (granted_by <> person_id),
    constraint lock_exception_revocation_is_signed_check check (num_nonnulls(revoked_by, revoked_at, revoked_reason) in (0, 3)),
    constraint lock_exception_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint lock_exception_unit_id_fk foreign key(unit_id) references congtam.unit (id),
    constraint lock_exception_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint lock_exception_granted_by_fk foreign key(granted_by) references congtam.person (id),
    constraint lock_exception_on_behalf_of_fk foreign key(on_behalf_of) references congtam.person (id),
    constraint lock_exception_revoked_by_fk foreign key(revoked_by) references congtam.person (id)
);

create index lock_exception_unit_idx on congtam.lock_exception (unit_id, period);

create index lock_exception_agency_idx on congtam.lock_exception (agency_id, id);

-- Petitions.

create table congtam.petition (
    id uuid not null,
    agency_id uuid not null,
    person_id uuid not null,
    about text not null,
    sheet_id uuid,
    period date not null,
    round smallint,
    classification_id uuid,
    scoring_unit_id uuid not null,
    deciding_unit_id uuid not null,
    deciding_agency_id uuid not null,
    scored_by uuid not null,
    old_total numeric,
    old_level text not null,
    notified_on date not null,
    text text not null,
    filed_at timestamptz not null,
    filed_on date not null,
    file_by date not null,
    late boolean not null,
    due_on date not null,
    cites text[] not null,
    state text default 'filed' not null,
    statement_asked_by uuid,
    statement_asked_at timestamptz,
    statement text,
    stated_by uuid,
    stated_on_behalf_of uuid,
    stated_at timestamptz,
    opinion text,
    opinion_by uuid,
    opinion_at timestamptz,
    decided_by uuid,
    on_behalf_of uuid,
    decided_at timestamptz,
    decision_reason text,
    instructions text,
    answer_by timestamptz,
    new_round smallint,
    exception_id uuid,
    new_classification_id uuid,
    withdrawn_at timestamptz,
    withdrawn_reason text,
    version integer default 1 not null,
    constraint petition_pk primary key (id),
    constraint petition_about_allowed_check check (about in ('score', 'class')),
    constraint petition_state_allowed_check check (state in ('filed', 'upheld', 'rejected', 'withdrawn')),
    constraint petition_old_level_allowed_check check (old_level in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED', 'INSUFFICIENT_DATA')),
    constraint petition_is_about_one_result_check check ((about = 'score') = (sheet_id is not null and round is not null) and (about = 'class') = (classification_id is not null)),
    constraint petition_a_decision_is_signed_check check ((state in ('upheld', 'rejected')) = (decided_by is not null and decided_at is not null and decision_reason is not null)),
    constraint petition_upholding_has_a_consequence_check check ((state = 'upheld') = (new_round is not null or new_classification_id is not null)),
    constraint petition_nobody_judges_his_own_check check (decided_by <> person_id and opinion_by <> person_id and stated_by <> person_id),
    constraint petition_nobody_is_judged_for_himself_check check (on_behalf_of <> person_id),
    constraint petition_a_withdrawal_is_dated_check check ((state = 'withdrawn') = (withdrawn_at is not null)),
    constraint petition_opinion_signed_check check (num_nonnulls(opinion, opinion_by, opinion_at) in (0, 3)),
    constraint petition_statement_signed_check check (num_nonnulls(statement, stated_by, stated_at) in (0, 3)),
    constraint petition_late_is_after_the_last_day_check check (late = (filed_on > file_by)),
    constraint petition_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint petition_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint petition_classification_id_fk foreign key(classification_id) references congtam.classification (id),
    constraint petition_scoring_unit_id_fk foreign key(scoring_unit_id) references congtam.unit (id),
    constraint petition_deciding_unit_id_fk foreign key(deciding_unit_id) references congtam.unit (id),
    constraint petition_deciding_agency_id_fk foreign key(deciding_agency_id) references congtam.agency (id),
    constraint petition_scored_by_fk foreign key(scored_by) references congtam.person (id),
    constraint petition_statement_asked_by_fk foreign key(statement_asked_by) references congtam.person (id),
    constraint petition_stated_by_fk foreign key(stated_by) references congtam.person (id),
    constraint petition_stated_on_behalf_of_fk foreign key(stated_on_behalf_of) references congtam.person (id),
    constraint petition_opinion_by_fk foreign key(opinion_by) references congtam.person (id),
    constraint petition_decided_by_fk foreign key(decided_by) references congtam.person (id),
    constraint petition_on_behalf_of_fk foreign key(on_behalf_of) references congtam.person (id),
    constraint petition_exception_id_fk foreign key(exception_id) references congtam.lock_exception (id),
    constraint petition_new_classification_id_fk foreign key(new_classification_id) references congtam.classification (id)
);

create index petition_agency_idx on congtam.petition (agency_id, id);

create index petition_deciding_idx on congtam.petition (deciding_unit_id, state, due_on);

create unique index petition_one_open_per_class_idx on congtam.petition (classification_id) where state = 'filed';

create unique index petition_one_open_per_sheet_idx on congtam.petition (sheet_id) where state = 'filed';

create index petition_person_idx on congtam.petition (person_id, id);

create table congtam.petition_document (
    id uuid not null,
    agency_id uuid not null,
    deciding_agency_id uuid not null,
    person_id uuid not null,
    petition_id uuid not null,
    part text not null,
    document_no text not null,
    document_day date,
    document_sha256 bytea,
    document_url text,
    added_by uuid not null,
    added_at timestamptz not null,
    constraint petition_document_pk primary key (id),
    constraint petition_document_part_allowed_check check (part in ('petition', 'statement', 'opinion', 'decision')),
    constraint petition_document_sha256_length_check check (length(document_sha256) = 32),
    constraint petition_document_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint petition_document_deciding_agency_id_fk foreign key(deciding_agency_id) references congtam.agency (id),
    constraint petition_document_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint petition_document_petition_id_fk foreign key(petition_id) references congtam.petition (id),
    constraint petition_document_added_by_fk foreign key(added_by) references congtam.person (id)
);

create index petition_document_petition_id_idx on congtam.petition_document (petition_id);
