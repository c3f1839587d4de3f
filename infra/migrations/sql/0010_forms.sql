-- Templates of the official forms that agencies keep themselves.

create table congtam.form_template (
    id uuid not null,
    agency_id uuid not null,
    form text not null,
    content bytea not null,
    sha256 bytea not null,
    set_by uuid,
    set_at timestamptz not null,
    during daterange not null,
    constraint form_template_pk primary key (id),
    constraint form_template_one_per_day exclude using gist (agency_id with =, form with =, during with &&),
    constraint form_template_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint form_template_set_by_fk foreign key(set_by) references congtam.person (id)
);
