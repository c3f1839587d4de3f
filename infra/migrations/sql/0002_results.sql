-- Absences and results.

create table congtam.absence (
    id uuid not null,
    agency_id uuid not null,
    scoring_unit_id uuid not null,
    person_id uuid not null,
    kind text not null,
    during daterange not null,
    document_no text not null,
    document_day date,
    document_sha256 bytea,
    document_url text,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    ended_reason text,
    annulled_reason text,
    annulled_by uuid,
    annulled_at timestamptz,
    version integer default 1 not null,
    constraint absence_pk primary key (id),
    constraint absence_kind_allowed_check check (kind in ('maternity', 'sick', 'unpaid', 'training', 'suspended')),
    constraint absence_has_days_check check (not isempty(during)),
    constraint absence_nobody_records_his_own_check check (recorded_by <> person_id),
    constraint absence_nobody_annuls_his_own_check check (annulled_by <> person_id),
    constraint absence_sha256_length_check check (length(document_sha256) = 32),
    constraint absence_annulment_is_signed_check check ((annulled_at is null) = (annulled_by is null) and (annulled_at is null) = (annulled_reason is null)),
    constraint absence_one_per_person_and_day exclude using gist (person_id with =, during with &&) where (annulled_at is null),
    constraint absence_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint absence_scoring_unit_id_fk foreign key(scoring_unit_id) references congtam.unit (id),
    constraint absence_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint absence_recorded_by_fk foreign key(recorded_by) references congtam.person (id),
    constraint absence_annulled_by_fk foreign key(annulled_by) references congtam.person (id)
);

create index absence_agency_idx on congtam.absence (agency_id, id);

create table congtam.result (
    id uuid not null,
    agency_id uuid not null,
    scoring_unit_id uuid not null,
    person_id uuid not null,
    span text not null,
    period date not null,
    days daterange not null,
    total numeric,
    raw_total numeric,
    level text,
    rated boolean not null,
    not_rated_because text default '' not null,
    months_worked numeric not null,
    provisional boolean not null,
    entries jsonb not null,
    switches jsonb not null,
    cites text[] not null,
    edition integer not null,
    known date not null,
    computed_at timestamptz not null,
    fingerprint bytea not null,
    inputs bytea not null,
    replaced_at timestamptz,
    constraint result_pk primary key (id),
    constraint result_person_id_span_period_edition_key unique (person_id, span, period, edition),
    constraint result_span_allowed_check check (span in ('quarter', 'half_year', 'year')),
    constraint result_level_allowed_check check (level in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED', 'INSUFFICIENT_DATA')),
    constraint result_period_begins_its_span_check check (extract(day from period) = 1 and extract(month from period)::integer % case span when 'quarter' then 3 when 'half_year' then 6 else 12 end = 1),
    constraint result_editions_count_from_one_check check (edition > 0),
    constraint result_insufficient_data_is_no_number_check check (level is distinct from 'INSUFFICIENT_DATA' or total is null),
    constraint result_rated_by_a_level_check check (rated = (level is not null and level <> 'INSUFFICIENT_DATA') and rated = (not_rated_because = '')),
    constraint result_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint result_scoring_unit_id_fk foreign key(scoring_unit_id) references congtam.unit (id),
    constraint result_person_id_fk foreign key(person_id) references congtam.person (id)
);

create index result_agency_idx on congtam.result (agency_id, span, period, id);

create index result_unit_idx on congtam.result (scoring_unit_id, span, period, id);

create unique index result_current_idx on congtam.result (person_id, span, period) where replaced_at is null;

create table congtam.result_run (
    id uuid not null,
    agency_id uuid not null,
    span text not null,
    period date not null,
    people integer not null,
    written integer not null,
    incomplete integer not null,
    unrated integer not null,
    computed_by uuid,
    computed_at timestamptz not null,
    constraint result_run_pk primary key (id),
    constraint result_run_span_allowed_check check (span in ('quarter', 'half_year', 'year')),
    constraint result_run_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint result_run_computed_by_fk foreign key(computed_by) references congtam.person (id)
);

create index result_run_agency_idx on congtam.result_run (agency_id, span, period, id);
