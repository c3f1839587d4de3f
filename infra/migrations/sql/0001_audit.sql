-- Leaves and seals of the audit.

create table congtam.audit_seal (
    seq bigint not null,
    first_leaf bigint not null,
    last_leaf bigint not null,
    leaves bigint not null,
    root bytea not null,
    previous bytea,
    sealed_at timestamptz not null,
    constraint audit_seal_pk primary key (seq)
);

create table congtam.audit_sealed (
    leaf bigint not null,
    seal bigint not null,
    hash bytea not null,
    constraint audit_sealed_pk primary key (leaf),
    constraint audit_sealed_seal_fk foreign key(seal) references congtam.audit_seal (seq)
);

create index audit_sealed_seal_idx on congtam.audit_sealed (seal, leaf);

create table congtam.audit_leaf (
    seq bigint generated always as identity,
    id uuid not null,
    xid bigint default (pg_current_xact_id()::text)::bigint not null,
    at timestamptz not null,
    deed text not null,
    subject_kind text not null,
    subject_id uuid not null,
    agency_id uuid,
    actor_id uuid,
    on_behalf_of uuid,
    rule text not null,
    channel text not null,
    reason text default '' not null,
    before jsonb,
    after jsonb,
    trace_id text default '' not null,
    hash bytea not null,
    constraint audit_leaf_pk primary key (seq),
    constraint audit_leaf_id_key unique (id),
    constraint audit_leaf_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint audit_leaf_actor_id_fk foreign key(actor_id) references congtam.person (id),
    constraint audit_leaf_on_behalf_of_fk foreign key(on_behalf_of) references congtam.person (id)
);

create index audit_leaf_agency_idx on congtam.audit_leaf (agency_id, seq);

create index audit_leaf_subject_idx on congtam.audit_leaf (subject_id, seq);
