-- Votes of Party bodies, prompted points, review meetings, and the decision on a closed set.

-- How a body votes, as its own regulation lays down.
create table congtam_party.party_ballot_rule (
    id uuid not null,
    body_id uuid not null,
    secret boolean not null,
    quorum text not null,
    quorum_more boolean not null,
    majority text not null,
    majority_more boolean not null,
    base text not null,
    subject_votes boolean not null,
    needed boolean not null,
    commission_least smallint not null,
    regulation_no text not null,
    regulation_day date not null,
    regulation_sha256 bytea,
    regulation_url text,
    set_by uuid not null,
    during daterange not null,
    version integer default 1 not null,
    constraint party_ballot_rule_pk primary key (id),
    constraint party_ballot_rule_sha256_length_check check (length(regulation_sha256) = 32),
    constraint party_ballot_rule_base_allowed_check check (base in ('summoned', 'present', 'valid')),
    constraint party_ballot_rule_commission_of_few_check check (commission_least between 1 and 9),
    constraint party_ballot_rule_one_per_day exclude using gist (body_id with =, during with &&),
    constraint party_ballot_rule_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_ballot_rule_set_by_fk foreign key(set_by) references congtam.person (id)
);

-- Votes about reviews. All that is counted is null until it is counted.
create table congtam_party.party_ballot (
    id uuid not null,
    review_id uuid not null,
    body_id uuid not null,
    person_id uuid,
    kind text not null,
    round smallint not null,
    way text not null,
    state text default 'open' not null,
    rule_id uuid,
    secret boolean not null,
    quorum text not null,
    quorum_more boolean not null,
    majority text not null,
    majority_more boolean not null,
    base text not null,
    subject_votes boolean not null,
    commission_least smallint not null,
    summoned integer not null,
    opened_by uuid not null,
    opened_at timestamptz not null,
    present integer,
    issued integer,
    returned integer,
    valid integer,
    invalid integer,
    choices jsonb,
    needed_present integer,
    needed_votes integer,
    base_number integer,
    chosen text,
    short_by integer,
    cites text[],
    counted_by uuid,
    counted_at timestamptz,
    minutes_no text,
    minutes_day date,
    minutes_sha256 bytea,
    minutes_url text,
    annulled_by uuid,
    annulled_at timestamptz,
    annulled_reason text,
    version integer default 1 not null,
    constraint party_ballot_pk primary key (id),
    constraint party_ballot_sha256_length_check check (length(minutes_sha256) = 32),
    constraint party_ballot_kind_allowed_check check (kind in ('class', 'confidence')),
    constraint party_ballot_way_allowed_check check (way in ('electronic', 'paper')),
    constraint party_ballot_state_allowed_check check (state in ('open', 'counted', 'annulled')),
    constraint party_ballot_base_allowed_check check (base in ('summoned', 'present', 'valid')),
    constraint party_ballot_chosen_allowed_check check (chosen in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED', 'HIGH', 'CONFIDENT', 'LOW')),
    constraint party_ballot_counted_as_a_whole_check check (num_nonnulls(present, issued, returned, valid, invalid, choices, needed_present, needed_votes, base_number, short_by, cites, counted_by, counted_at, minutes_no) in (0, 14)),
    constraint party_ballot_the_sums_agree_check check (present <= summoned and issued <= present and returned <= issued and valid + invalid = returned),
    constraint party_ballot_a_count_is_signed_check check (state <> 'counted' or counted_at is not null),
    constraint party_ballot_open_shows_nothing_check check (state <> 'open' or counted_at is null),
    constraint party_ballot_annulment_is_signed_check check ((state = 'annulled') = (annulled_at is not null) and num_nonnulls(annulled_by, annulled_at, annulled_reason) in (0, 3)),
    constraint party_ballot_nobody_runs_the_vote_on_himself_check check (opened_by <> person_id and counted_by <> person_id and annulled_by <> person_id),
    constraint party_ballot_review_id_fk foreign key(review_id) references congtam_party.party_review (id),
    constraint party_ballot_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_ballot_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint party_ballot_rule_id_fk foreign key(rule_id) references congtam_party.party_ballot_rule (id),
    constraint party_ballot_opened_by_fk foreign key(opened_by) references congtam.person (id),
    constraint party_ballot_counted_by_fk foreign key(counted_by) references congtam.person (id),
    constraint party_ballot_annulled_by_fk foreign key(annulled_by) references congtam.person (id)
);

create index party_ballot_body_id_idx on congtam_party.party_ballot (body_id);

create unique index party_ballot_one_stands_idx on congtam_party.party_ballot (review_id, body_id, kind) where state <> 'annulled' and chosen is not null or state = 'open';

create index party_ballot_review_id_idx on congtam_party.party_ballot (review_id);

-- Who may vote, and who has: nothing of how, and nothing of when.
create table congtam_party.party_ballot_voter (
    ballot_id uuid not null,
    body_id uuid not null,
    person_id uuid not null,
    may_vote boolean not null,
    voted boolean default false not null,
    constraint party_ballot_voter_pk primary key (ballot_id, person_id),
    constraint party_ballot_voter_votes_who_may_check check (may_vote or not voted),
    constraint party_ballot_voter_ballot_id_fk foreign key(ballot_id) references congtam_party.party_ballot (id),
    constraint party_ballot_voter_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_ballot_voter_person_id_fk foreign key(person_id) references congtam.person (id)
);

-- What is in the box of a secret ballot, under the lock of the counting commission.
create table congtam_party.party_ballot_box (
    ballot_id uuid not null,
    body_id uuid not null,
    key bytea not null,
    box bytea not null,
    constraint party_ballot_box_pk primary key (ballot_id),
    constraint party_ballot_box_ballot_id_fk foreign key(ballot_id) references congtam_party.party_ballot (id),
    constraint party_ballot_box_body_id_fk foreign key(body_id) references congtam_party.party_body (id)
);

-- Votes by show of hands.
create table congtam_party.party_open_vote (
    ballot_id uuid not null,
    body_id uuid not null,
    person_id uuid not null,
    choice text,
    constraint party_open_vote_pk primary key (ballot_id, person_id),
    constraint party_open_vote_choice_allowed_check check (choice in ('EXCELLENT', 'GOOD', 'COMPLETED', 'NOT_COMPLETED', 'HIGH', 'CONFIDENT', 'LOW')),
    constraint party_open_vote_ballot_id_fk foreign key(ballot_id) references congtam_party.party_ballot (id),
    constraint party_open_vote_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_open_vote_person_id_fk foreign key(person_id) references congtam.person (id)
);

-- Who counted.
create table congtam_party.party_commission (
    ballot_id uuid not null,
    body_id uuid not null,
    person_id uuid not null,
    constraint party_commission_pk primary key (ballot_id, person_id),
    constraint party_commission_ballot_id_fk foreign key(ballot_id) references congtam_party.party_ballot (id),
    constraint party_commission_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_commission_person_id_fk foreign key(person_id) references congtam.person (id)
);

-- Points that a committee above wants answered, and every answer.
create table congtam_party.party_topic (
    id uuid not null,
    review_id uuid not null,
    author_body_id uuid not null,
    body_id uuid not null,
    person_id uuid,
    number smallint not null,
    text text not null,
    document_no text,
    document_day date,
    document_sha256 bytea,
    document_url text,
    written_by uuid not null,
    written_at timestamptz not null,
    version integer default 1 not null,
    constraint party_topic_pk primary key (id),
    constraint party_topic_sha256_length_check check (length(document_sha256) = 32),
    constraint party_topic_review_id_number_key unique (review_id, number),
    constraint party_topic_review_id_fk foreign key(review_id) references congtam_party.party_review (id),
    constraint party_topic_author_body_id_fk foreign key(author_body_id) references congtam_party.party_body (id),
    constraint party_topic_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_topic_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint party_topic_written_by_fk foreign key(written_by) references congtam.person (id)
);

create index party_topic_author_body_id_idx on congtam_party.party_topic (author_body_id);

create index party_topic_body_id_idx on congtam_party.party_topic (body_id);

create table congtam_party.party_topic_answer (
    id uuid not null,
    topic_id uuid not null,
    author_body_id uuid not null,
    body_id uuid not null,
    person_id uuid,
    edition smallint not null,
    text text not null,
    answered_by uuid not null,
    answered_at timestamptz not null,
    constraint party_topic_answer_pk primary key (id),
    constraint party_topic_answer_topic_id_edition_key unique (topic_id, edition),
    constraint party_topic_answer_topic_id_fk foreign key(topic_id) references congtam_party.party_topic (id),
    constraint party_topic_answer_author_body_id_fk foreign key(author_body_id) references congtam_party.party_body (id),
    constraint party_topic_answer_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_topic_answer_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint party_topic_answer_answered_by_fk foreign key(answered_by) references congtam.person (id)
);

-- The places of each group of a decided set, and larger shares.
create table congtam_party.party_group (
    id uuid not null,
    campaign_id uuid not null,
    body_id uuid not null,
    category text not null,
    rated integer not null,
    above_line integer not null,
    good integer not null,
    share numeric(4, 2) not null,
    places integer not null,
    chosen integer not null,
    reason text not null,
    steps jsonb not null,
    cites text[] not null,
    constraint party_group_pk primary key (id),
    constraint party_group_campaign_id_category_key unique (campaign_id, category),
    constraint party_group_category_allowed_check check (category in ('leader', 'member', 'outside', 'collective')),
    constraint party_group_chosen_from_those_above_the_line_check check (chosen <= above_line),
    constraint party_group_chosen_within_the_places_check check (chosen <= places),
    constraint party_group_campaign_id_fk foreign key(campaign_id) references congtam_party.party_campaign (id),
    constraint party_group_body_id_fk foreign key(body_id) references congtam_party.party_body (id)
);

create table congtam_party.party_share_decision (
    id uuid not null,
    campaign_id uuid not null,
    body_id uuid not null,
    share numeric(4, 2) not null,
    document_no text not null,
    document_day date not null,
    document_sha256 bytea,
    document_url text,
    reason text not null,
    decided_by uuid not null,
    decided_at timestamptz not null,
    constraint party_share_decision_pk primary key (id),
    constraint party_share_decision_sha256_length_check check (length(document_sha256) = 32),
    constraint party_share_decision_share_within_the_law_check check (share > 0 and share <= 0.25),
    constraint party_share_decision_campaign_id_fk foreign key(campaign_id) references congtam_party.party_campaign (id),
    constraint party_share_decision_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_share_decision_decided_by_fk foreign key(decided_by) references congtam.person (id)
);

create index party_share_decision_campaign_id_idx on congtam_party.party_share_decision (campaign_id);

-- Review meetings, and leave to finish in the next year.
create table congtam_party.party_meeting (
    id uuid not null,
    review_id uuid not null,
    campaign_id uuid not null,
    body_id uuid not null,
    deciding_body_id uuid not null,
    draft_sent_on date not null,
    draft_no text not null,
    draft_day date,
    draft_sha256 bytea,
    draft_url text,
    named boolean not null,
    meets_on date not null,
    days smallint,
    minutes_no text,
    minutes_day date,
    minutes_sha256 bytea,
    minutes_url text,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    held_by uuid,
    held_at timestamptz,
    version integer default 1 not null,
    constraint party_meeting_pk primary key (id),
    constraint party_meeting_draft_sha256_length_check check (length(draft_sha256) = 32),
    constraint party_meeting_minutes_sha256_length_check check (length(minutes_sha256) = 32),
    constraint party_meeting_draft_goes_out_before_check check (draft_sent_on < meets_on),
    constraint party_meeting_takes_time_check check (days > 0),
    constraint party_meeting_held_check check (num_nonnulls(days, minutes_no, held_by, held_at) in (0, 4)),
    constraint party_meeting_review_id_key unique (review_id),
    constraint party_meeting_review_id_fk foreign key(review_id) references congtam_party.party_review (id),
    constraint party_meeting_campaign_id_fk foreign key(campaign_id) references congtam_party.party_campaign (id),
    constraint party_meeting_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_meeting_deciding_body_id_fk foreign key(deciding_body_id) references congtam_party.party_body (id),
    constraint party_meeting_recorded_by_fk foreign key(recorded_by) references congtam.person (id),
    constraint party_meeting_held_by_fk foreign key(held_by) references congtam.person (id)
);

create index party_meeting_body_id_idx on congtam_party.party_meeting (body_id);

create index party_meeting_campaign_id_idx on congtam_party.party_meeting (campaign_id);

create table congtam_party.party_deadline_leave (
    id uuid not null,
    campaign_id uuid not null,
    body_id uuid not null,
    document_no text not null,
    document_day date not null,
    document_sha256 bytea,
    document_url text,
    reason text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    constraint party_deadline_leave_pk primary key (id),
    constraint party_deadline_leave_sha256_length_check check (length(document_sha256) = 32),
    constraint party_deadline_leave_campaign_id_key unique (campaign_id),
    constraint party_deadline_leave_campaign_id_fk foreign key(campaign_id) references congtam_party.party_campaign (id),
    constraint party_deadline_leave_body_id_fk foreign key(body_id) references congtam_party.party_body (id),
    constraint party_deadline_leave_recorded_by_fk foreign key(recorded_by) references congtam.person (id)
);
