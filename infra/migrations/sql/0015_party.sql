-- The Party's own tree.

create table congtam_party.party_body (
    id uuid not null,
    parent_id uuid,
    kind text not null,
    code text not null,
    name text not null,
    agency_id uuid,
    unit_id uuid,
    during daterange not null,
    version integer default 1 not null,
    constraint party_body_pk primary key (id),
    constraint party_body_kind_allowed_check check (kind in ('committee', 'grassroots_committee', 'grassroots_branch', 'branch', 'leadership', 'mass_organisation')),
    constraint party_body_not_its_own_parent_check check (parent_id <> id),
    constraint party_body_stands_beneath_a_committee_check check (kind in ('committee', 'grassroots_committee', 'grassroots_branch') or parent_id is not null),
    constraint party_body_leads_an_agency_check check (kind <> 'leadership' or agency_id is not null),
    constraint party_body_code_once_per_day exclude using gist (code with =, during with &&),
    constraint party_body_parent_id_fk foreign key(parent_id) references congtam_party.party_body (id),
    constraint party_body_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint party_body_unit_id_fk foreign key(unit_id) references congtam.unit (id)
);

create index party_body_parent_id_idx on congtam_party.party_body (parent_id);

-- Membership, one row for each spell with the same standing.

create table congtam_party.party_member (
    id uuid not null,
    person_id uuid not null,
    body_id uuid not null,
    standing text not null,
    activity text default 'official' not null,
    exempt boolean default false not null,
    suspended boolean default false not null,
    outside boolean default false not null,
    managed_by_id uuid,
    admitted_on date not null,
    decision_no text not null,
    during daterange not null,
    version integer default 1 not null,
    constraint party_member_pk primary key (id),
    constraint party_member_standing_allowed_check check (standing in ('official', 'probationary')),
    constraint party_member_activity_allowed_check check (activity in ('official', 'temporary')),
    constraint party_member_managed_where_he_belongs_check check (activity = 'official' or managed_by_id is null),
    constraint party_member_one_branch_per_day exclude using gist (person_id with =, during with &&) where (activity = 'official'),
    constraint party_member_once_per_branch_and_day exclude using gist (person_id with =, body_id with =, during with &&),
    constraint party_member_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint party_member_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_member_managed_by_id_fk foreign key(managed_by_id) references congtam_party.party_body (id)
);

create index party_member_body_id_idx on congtam_party.party_member (body_id);

create index party_member_person_idx on congtam_party.party_member (person_id, id);

-- Offices: the only Party mandates.

create table congtam_party.party_office (
    id uuid not null,
    person_id uuid not null,
    body_id uuid not null,
    kind text not null,
    decision_no text not null,
    appointed_by uuid,
    during daterange not null,
    version integer default 1 not null,
    constraint party_office_pk primary key (id),
    constraint party_office_kind_allowed_check check (kind in ('secretary', 'deputy_secretary', 'standing_member', 'committee_member', 'personnel_officer', 'head', 'leader', 'representative')),
    constraint party_office_nobody_appoints_himself_check check (appointed_by <> person_id),
    constraint party_office_one_speaks_per_day exclude using gist (body_id with =, during with &&) where (kind in ('secretary', 'head', 'representative')),
    constraint party_office_once_per_day exclude using gist (person_id with =, body_id with =, kind with =, during with &&),
    constraint party_office_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint party_office_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_office_appointed_by_fk foreign key(appointed_by) references congtam.person (id)
);

create index party_office_body_id_idx on congtam_party.party_office (body_id);

create index party_office_person_idx on congtam_party.party_office (person_id, id);

-- One committee's review of a year or a quarter.

create table congtam_party.party_campaign (
    id uuid not null,
    body_id uuid not null,
    year integer not null,
    quarter smallint,
    scheme text not null,
    scheme_version date not null,
    law_day date not null,
    state text default 'open' not null,
    opened_by uuid,
    opened_at timestamptz not null,
    closed_by uuid,
    closed_at timestamptz,
    decided_by uuid,
    decided_at timestamptz,
    decision_no text,
    decision_day date,
    decision_sha256 bytea,
    decision_url text,
    notified_at timestamptz,
    published_at timestamptz,
    version integer default 1 not null,
    constraint party_campaign_pk primary key (id),
    constraint party_campaign_sha256_length_check check (length(decision_sha256) = 32),
    constraint party_campaign_state_allowed_check check (state in ('open', 'closed', 'decided', 'notified', 'published')),
    constraint party_campaign_fourth_quarter_is_the_year_check check (quarter between 1 and 3),
    constraint party_campaign_a_decision_is_signed_check check (state in ('open', 'closed') or (decided_by is not null and decision_no is not null)),
    constraint party_campaign_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_campaign_opened_by_fk foreign key(opened_by) references congtam.person (id),
    constraint party_campaign_closed_by_fk foreign key(closed_by) references congtam.person (id),
    constraint party_campaign_decided_by_fk foreign key(decided_by) references congtam.person (id)
);

create unique index party_campaign_once_idx on congtam_party.party_campaign (body_id, year, quarter) nulls not distinct;

-- Reviews of members and collectives.

create table congtam_party.party_review (
    id uuid not null,
    campaign_id uuid not null,
    deciding_body_id uuid not null,
    body_id uuid not null,
    holders uuid[] not null,
    year integer not null,
    quarter smallint,
    scheme text not null,
    scheme_version date not null,
    law_day date not null,
    category text not null,
    person_id uuid,
    member_id uuid,
    state text default 'open' not null,
    not_rated_reason text,
    facts jsonb,
    points numeric,
    computed_level text,
    lawful_level text,
    gaps text[],
    steps jsonb,
    cites text[],
    excused boolean,
    excused_reason text,
    excused_by uuid,
    excused_at timestamptz,
    classification_id uuid,
    state_edition integer,
    state_level text,
    state_total numeric,
    applied_level text,
    applied_reason text,
    decided_by uuid,
    decided_at timestamptz,
    decision_no text,
    decision_day date,
    decision_sha256 bytea,
    decision_url text,
    notified_at timestamptz,
    published_at timestamptz,
    edition integer default 1 not null,
    replaces_id uuid,
    replaced_at timestamptz,
    replaced_reason text,
    version integer default 1 not null,
    constraint party_review_pk primary key (id),
    constraint party_review_sha256_length_check check (length(decision_sha256) = 32),
    constraint party_review_category_allowed_check check (category in ('leader', 'member', 'outside', 'collective')),
    constraint party_review_state_allowed_check check (state in ('open', 'not_rated', 'decided', 'withdrawn')),
    constraint party_review_computed_level_allowed_check check (computed_level in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED')),
    constraint party_review_lawful_level_allowed_check check (lawful_level in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED')),
    constraint party_review_applied_level_allowed_check check (applied_level in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED')),
    constraint party_review_fourth_quarter_is_the_year_check check (quarter between 1 and 3),
    constraint party_review_is_about_a_member_or_a_collective_check check ((category = 'collective') = (person_id is null) and (person_id is null) = (member_id is null)),
    constraint party_review_nobody_judges_himself_check check (decided_by <> person_id and excused_by <> person_id),
    constraint party_review_a_decision_is_signed_check check ((state = 'decided') = (applied_level is not null) and (state = 'decided') = (decided_by is not null) and (state = 'decided') = (decision_no is not null)),
    constraint party_review_not_rated_has_a_reason_check check ((state = 'not_rated') = (not_rated_reason is not null)),
    constraint party_review_an_excuse_is_signed_check check (num_nonnulls(excused, excused_reason, excused_by, excused_at) in (0, 4)),
    constraint party_review_campaign_id_fk foreign key(campaign_id) references congtam_party.party_campaign (id),
    constraint party_review_deciding_body_id_fk foreign key(deciding_body_id) references congtam_party.party_body (id),
    constraint party_review_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_review_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint party_review_member_id_fk foreign key(member_id) references congtam_party.party_member (id),
    constraint party_review_excused_by_fk foreign key(excused_by) references congtam.person (id),
    constraint party_review_classification_id_fk foreign key(classification_id) references congtam.classification (id),
    constraint party_review_decided_by_fk foreign key(decided_by) references congtam.person (id),
    constraint party_review_replaces_id_fk foreign key(replaces_id) references congtam_party.party_review (id)
);

create index party_review_body_id_idx on congtam_party.party_review (body_id);

create index party_review_campaign_id_idx on congtam_party.party_review (campaign_id);

create index party_review_deciding_body_id_idx on congtam_party.party_review (deciding_body_id);

create index party_review_holders_idx on congtam_party.party_review using gin (holders);

create unique index party_review_once_idx on congtam_party.party_review (body_id, person_id, year, quarter) nulls not distinct where replaced_at is null and state != 'withdrawn';

create index party_review_person_idx on congtam_party.party_review (person_id, year, id);

create index party_review_replaces_id_idx on congtam_party.party_review (replaces_id);

-- The voices of a review, in order.

create table congtam_party.party_voice (
    id uuid not null,
    review_id uuid not null,
    kind text not null,
    step smallint not null,
    holder_body_id uuid,
    person_id uuid,
    holders uuid[] not null,
    round smallint default 1 not null,
    state text default 'waiting' not null,
    text text,
    facts jsonb,
    points numeric,
    computed_level text,
    level text,
    reason text,
    signed_by uuid,
    signed_at timestamptz,
    returned_by uuid,
    returned_at timestamptz,
    returned_reason text,
    version integer default 1 not null,
    constraint party_voice_pk primary key (id),
    constraint party_voice_kind_allowed_check check (kind in ('self', 'temporary_branch', 'branch', 'leadership', 'mass_organisation', 'agency_committee', 'upper', 'deciding_committee')),
    constraint party_voice_state_allowed_check check (state in ('waiting', 'signed', 'returned')),
    constraint party_voice_computed_level_allowed_check check (computed_level in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED')),
    constraint party_voice_level_allowed_check check (level in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED')),
    constraint party_voice_a_voice_is_signed_check check ((state = 'waiting') = (signed_at is null) and (signed_at is null) = (signed_by is null) and (signed_at is null) = (text is null)),
    constraint party_voice_a_return_has_a_reason_check check ((state = 'returned') = (returned_at is not null) and num_nonnulls(returned_by, returned_at, returned_reason) in (0, 3)),
    constraint party_voice_a_voice_is_its_holders_check check (signed_by is null or person_id is null or (kind = 'self') = (signed_by = person_id)),
    constraint party_voice_speaks_for_somebody_check check ((holder_body_id is null) = (kind = 'self' and person_id is not null)),
    constraint party_voice_review_id_kind_holder_body_id_round_key unique nulls not distinct (review_id, kind, holder_body_id, round),
    constraint party_voice_review_id_fk foreign key(review_id) references congtam_party.party_review (id),
    constraint party_voice_holder_body_id_fk foreign key(holder_body_id) references congtam_party.party_body (id),
    constraint party_voice_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint party_voice_signed_by_fk foreign key(signed_by) references congtam.person (id),
    constraint party_voice_returned_by_fk foreign key(returned_by) references congtam.person (id)
);

create index party_voice_holder_body_id_idx on congtam_party.party_voice (holder_body_id);

create unique index party_voice_one_open_idx on congtam_party.party_voice (review_id, kind, holder_body_id) nulls not distinct where state <> 'returned';

-- The class that the members of a body are told.

create table congtam_party.party_published (
    id uuid not null,
    review_id uuid not null,
    body_id uuid not null,
    person_id uuid,
    year integer not null,
    quarter smallint,
    level text not null,
    published_at timestamptz not null,
    replaced_at timestamptz,
    constraint party_published_pk primary key (id),
    constraint party_published_level_allowed_check check (level in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED')),
    constraint party_published_review_id_key unique (review_id),
    constraint party_published_review_id_fk foreign key(review_id) references congtam_party.party_review (id),
    constraint party_published_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_published_person_id_fk foreign key(person_id) references congtam.person (id)
);

create index party_published_body_idx on congtam_party.party_published (body_id, year, id);
