-- Deeds that were done under an idempotency key.

create table congtam.receipt (
    person_id uuid not null,
    key text not null,
    deed text not null,
    fingerprint bytea not null,
    outcome jsonb,
    at timestamptz not null,
    constraint receipt_pk primary key (person_id, key),
    constraint receipt_person_id_fk foreign key(person_id) references congtam.person (id)
);
