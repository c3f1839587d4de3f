-- Portal sessions and sign-ins under way.

create table congtam.login_attempt (
    state_digest bytea not null,
    browser_digest bytea not null,
    sealed bytea not null,
    ends_at timestamptz not null,
    constraint login_attempt_pk primary key (state_digest)
);

create index login_attempt_ends_at_idx on congtam.login_attempt (ends_at);

comment on table congtam.login_attempt is 'A sign-in that was begun and not yet finished';

create table congtam.session (
    id uuid not null,
    secret_digest bytea not null,
    iss text not null,
    sub text not null,
    sid text,
    began_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null,
    refresh_at timestamptz,
    expires_at timestamptz,
    sealed bytea not null,
    constraint session_pk primary key (id),
    constraint session_secret_digest_key unique (secret_digest)
);

create index session_ends_at_idx on congtam.session (ends_at);

create index session_iss_sub_idx on congtam.session (iss, sub);

comment on table congtam.session is 'A person signed in at a portal';

create table congtam.spent_logout_token (
    iss text not null,
    jti text not null,
    ends_at timestamptz not null,
    constraint spent_logout_token_pk primary key (iss, jti)
);

create index spent_logout_token_ends_at_idx on congtam.spent_logout_token (ends_at);

comment on table congtam.spent_logout_token is 'Logout tokens that did their work once';
