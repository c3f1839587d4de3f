-- Work as it is assigned, delivered and accepted.

create table congtam.assignment (
    id uuid not null,
    agency_id uuid not null,
    scoring_unit_id uuid not null,
    person_id uuid not null,
    unit_id uuid not null,
    posting_id uuid not null,
    product_id uuid not null,
    title text not null,
    note text default '' not null,
    quantity numeric(12, 7) not null,
    coefficient numeric(10, 4) not null,
    units numeric(18, 11) not null,
    due_on date not null,
    origin text not null,
    state text default 'assigned' not null,
    taken_from_id uuid,
    assigned_by uuid not null,
    on_behalf_of uuid,
    assigned_at timestamptz not null,
    version integer default 1 not null,
    constraint assignment_pk primary key (id),
    constraint assignment_origin_allowed_check check (origin in ('planned', 'urgent', 'taken_over', 'handed_over')),
    constraint assignment_state_allowed_check check (state in ('assigned', 'finished', 'handed_over')),
    constraint assignment_counts_something_check check (quantity > 0 and coefficient > 0),
    constraint assignment_units_follow_the_coefficient_check check (units = quantity * coefficient),
    constraint assignment_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint assignment_scoring_unit_id_fk foreign key(scoring_unit_id) references congtam.unit (id),
    constraint assignment_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint assignment_unit_id_fk foreign key(unit_id) references congtam.unit (id),
    constraint assignment_posting_id_fk foreign key(posting_id) references congtam.posting (id),
    constraint assignment_product_id_fk foreign key(product_id) references congtam.product (id),
    constraint assignment_taken_from_id_fk foreign key(taken_from_id) references congtam.assignment (id),
    constraint assignment_assigned_by_fk foreign key(assigned_by) references congtam.person (id),
    constraint assignment_on_behalf_of_fk foreign key(on_behalf_of) references congtam.person (id)
);

create index assignment_posting_id_idx on congtam.assignment (posting_id);

create index assignment_unit_idx on congtam.assignment (scoring_unit_id, due_on, id);

create table congtam.delivery (
    id uuid not null,
    agency_id uuid not null,
    scoring_unit_id uuid not null,
    person_id uuid not null,
    assignment_id uuid not null,
    line_id uuid not null,
    period date not null,
    quantity numeric(12, 7) not null,
    note text default '' not null,
    delivered_on date not null,
    delivered_at timestamptz not null,
    delivered_by uuid not null,
    verdict text,
    verdict_reason text,
    accepted_quantity numeric(12, 7),
    decided_by uuid,
    decided_on_behalf_of uuid,
    decided_at timestamptz,
    version integer default 1 not null,
    constraint delivery_pk primary key (id),
    constraint delivery_verdict_allowed_check check (verdict in ('accepted', 'returned')),
    constraint delivery_delivers_something_check check (quantity > 0),
    constraint delivery_verdict_is_signed_check check ((verdict is null) = (decided_by is null) and (verdict is null) = (decided_at is null)),
    constraint delivery_nobody_accepts_his_own_check check (decided_by <> person_id),
    constraint delivery_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint delivery_scoring_unit_id_fk foreign key(scoring_unit_id) references congtam.unit (id),
    constraint delivery_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint delivery_assignment_id_fk foreign key(assignment_id) references congtam.assignment (id),
    constraint delivery_delivered_by_fk foreign key(delivered_by) references congtam.person (id),
    constraint delivery_decided_by_fk foreign key(decided_by) references congtam.person (id),
    constraint delivery_decided_on_behalf_of_fk foreign key(decided_on_behalf_of) references congtam.person (id)
);

create index delivery_assignment_id_idx on congtam.delivery (assignment_id);

create index delivery_line_id_idx on congtam.delivery (line_id);

create index delivery_waiting_idx on congtam.delivery (scoring_unit_id) where verdict is null;

create table congtam.work_line (
    id uuid not null,
    period date not null,
    agency_id uuid not null,
    scoring_unit_id uuid not null,
    person_id uuid not null,
    posting_id uuid not null,
    assignment_id uuid not null,
    product_id uuid not null,
    milestone text default '' not null,
    share numeric(5, 2) not null,
    quantity numeric(12, 7) not null,
    units numeric(18, 11) not null,
    due_on date not null,
    origin text not null,
    accepted numeric(12, 7) default 0 not null,
    completed numeric(7, 6) generated always as (round(accepted / quantity, 6)) stored not null,
    quality_failures integer default 0 not null,
    delays integer default 0 not null,
    objective_quality_failures integer default 0 not null,
    objective_delays integer default 0 not null,
    version integer default 1 not null,
    constraint work_line_pk primary key (id, period),
    constraint work_line_origin_allowed_check check (origin in ('planned', 'urgent', 'taken_over', 'handed_over')),
    constraint work_line_period_is_a_month_check check (extract(day from period) = 1),
    constraint work_line_share_of_something_check check (share > 0 and share <= 100 and quantity > 0 and units > 0),
    constraint work_line_accepts_what_was_assigned_check check (accepted between 0 and quantity),
    constraint work_line_objective_causes_are_among_the_faults_check check (objective_quality_failures between 0 and quality_failures and objective_delays between 0 and delays),
    constraint work_line_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint work_line_scoring_unit_id_fk foreign key(scoring_unit_id) references congtam.unit (id),
    constraint work_line_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint work_line_posting_id_fk foreign key(posting_id) references congtam.posting (id),
    constraint work_line_assignment_id_fk foreign key(assignment_id) references congtam.assignment (id),
    constraint work_line_product_id_fk foreign key(product_id) references congtam.product (id)
)
partition by range (period);

create index work_line_assignment_id_idx on congtam.work_line (assignment_id);

create index work_line_sheet_idx on congtam.work_line (posting_id, period);

create table congtam.evidence (
    id uuid not null,
    agency_id uuid not null,
    scoring_unit_id uuid not null,
    person_id uuid not null,
    delivery_id uuid not null,
    name text not null,
    sha256 bytea,
    url text,
    uploaded_by uuid not null,
    uploaded_at timestamptz not null,
    constraint evidence_pk primary key (id),
    constraint evidence_a_hash_or_a_link_check check (num_nonnulls(sha256, url) >= 1),
    constraint evidence_sha256_length_check check (length(sha256) = 32),
    constraint evidence_delivery_id_sha256_url_key unique nulls not distinct (delivery_id, sha256, url),
    constraint evidence_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint evidence_scoring_unit_id_fk foreign key(scoring_unit_id) references congtam.unit (id),
    constraint evidence_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint evidence_delivery_id_fk foreign key(delivery_id) references congtam.delivery (id),
    constraint evidence_uploaded_by_fk foreign key(uploaded_by) references congtam.person (id)
);

create index evidence_delivery_id_idx on congtam.evidence (delivery_id);

create table congtam.fault (
    id uuid not null,
    agency_id uuid not null,
    scoring_unit_id uuid not null,
    person_id uuid not null,
    assignment_id uuid not null,
    line_id uuid not null,
    period date not null,
    delivery_id uuid,
    kind text not null,
    reason text not null,
    missed_due_on date,
    noted_on date not null,
    noted_by uuid not null,
    objective boolean default false not null,
    objective_cause text,
    confirmed_by uuid,
    confirmed_on_behalf_of uuid,
    confirmed_at timestamptz,
    version integer default 1 not null,
    constraint fault_pk primary key (id),
    constraint fault_kind_allowed_check check (kind in ('quality', 'delay')),
    constraint fault_objective_cause_is_signed_check check (objective = (confirmed_by is not null) and objective = (objective_cause is not null) and objective = (confirmed_at is not null)),
    constraint fault_nobody_judges_his_own_check check (noted_by <> person_id and confirmed_by <> person_id),
    constraint fault_a_delay_missed_a_deadline_check check ((kind = 'delay') = (missed_due_on is not null)),
    constraint fault_line_id_missed_due_on_key unique (line_id, missed_due_on),
    constraint fault_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint fault_scoring_unit_id_fk foreign key(scoring_unit_id) references congtam.unit (id),
    constraint fault_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint fault_assignment_id_fk foreign key(assignment_id) references congtam.assignment (id),
    constraint fault_delivery_id_fk foreign key(delivery_id) references congtam.delivery (id),
    constraint fault_noted_by_fk foreign key(noted_by) references congtam.person (id),
    constraint fault_confirmed_by_fk foreign key(confirmed_by) references congtam.person (id),
    constraint fault_confirmed_on_behalf_of_fk foreign key(confirmed_on_behalf_of) references congtam.person (id)
);

create index fault_assignment_id_idx on congtam.fault (assignment_id);

create index fault_line_id_idx on congtam.fault (line_id);
