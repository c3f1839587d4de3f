-- What comes in from elsewhere.

create table congtam.external_code (
    id uuid not null,
    agency_id uuid not null,
    object_type text not null,
    scheme text not null,
    code text not null,
    target_id uuid not null,
    during daterange not null,
    constraint external_code_pk primary key (id),
    constraint external_code_object_type_allowed_check check (object_type in ('agency', 'unit', 'person', 'position', 'product')),
    constraint external_code_once_per_day exclude using gist (agency_id with =, object_type with =, scheme with =, code with =, target_id with =, during with &&),
    constraint external_code_agency_id_fk foreign key(agency_id) references congtam.agency (id)
);

create table congtam.import_batch (
    id uuid not null,
    agency_id uuid,
    kind text not null,
    sha256 bytea not null,
    file_name text not null,
    imported_by uuid,
    imported_at timestamptz not null,
    verdicts jsonb not null,
    constraint import_batch_pk primary key (id),
    constraint import_batch_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint import_batch_imported_by_fk foreign key(imported_by) references congtam.person (id)
);
