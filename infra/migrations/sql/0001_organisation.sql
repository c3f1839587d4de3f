-- Agencies, their codes, and units as one dated tree.

create table congtam.administrative_area (
    code text not null,
    level text not null,
    parent_code text,
    name text not null,
    full_name text not null,
    full_name_en text not null,
    constraint administrative_area_pk primary key (code),
    constraint administrative_area_level_allowed_check check (level in ('province', 'commune'))
);

create table congtam.agency (
    id uuid not null,
    name text not null,
    kind text not null,
    area_code text,
    managing_agency_id uuid,
    opened_on date not null,
    closed_on date,
    version integer default 1 not null,
    constraint agency_pk primary key (id),
    constraint agency_kind_allowed_check check (kind in ('ministry', 'province', 'department', 'commune', 'other')),
    constraint agency_closes_after_opening_check check (closed_on > opened_on),
    constraint agency_managing_agency_id_fk foreign key(managing_agency_id) references congtam.agency (id)
);

create index agency_managing_agency_id_idx on congtam.agency (managing_agency_id);

create table congtam.agency_code (
    id uuid not null,
    agency_id uuid not null,
    code text not null,
    during daterange not null,
    constraint agency_code_pk primary key (id),
    constraint agency_code_code_form_check check (code ~ '^[A-Y][0-9]{2}(\.[A-Z0-9]+)*$' and length(code) <= 35),
    constraint agency_code_one_holder_per_day exclude using gist (code with =, during with &&),
    constraint agency_code_one_per_day exclude using gist (agency_id with =, during with &&),
    constraint agency_code_agency_id_fk foreign key(agency_id) references congtam.agency (id)
);

create table congtam.agency_switch (
    id uuid not null,
    agency_id uuid not null,
    name text not null,
    value jsonb not null,
    basis text default '' not null,
    during daterange not null,
    constraint agency_switch_pk primary key (id),
    constraint agency_switch_one_per_day exclude using gist (agency_id with =, name with =, during with &&),
    constraint agency_switch_agency_id_fk foreign key(agency_id) references congtam.agency (id)
);

create table congtam.unit (
    id uuid not null,
    agency_id uuid not null,
    code text,
    name text not null,
    opened_on date not null,
    closed_on date,
    version integer default 1 not null,
    constraint unit_pk primary key (id),
    constraint unit_closes_after_opening_check check (closed_on > opened_on),
    constraint unit_agency_id_fk foreign key(agency_id) references congtam.agency (id)
);

create index unit_agency_id_idx on congtam.unit (agency_id);

create table congtam.unit_placement (
    id uuid not null,
    unit_id uuid not null,
    parent_id uuid,
    standing text not null,
    during daterange not null,
    constraint unit_placement_pk primary key (id),
    constraint unit_placement_standing_allowed_check check (standing in ('managing', 'using', 'direct_using', 'none')),
    constraint unit_placement_not_its_own_parent_check check (unit_id <> parent_id),
    constraint unit_placement_one_per_day exclude using gist (unit_id with =, during with &&),
    constraint unit_placement_unit_id_fk foreign key(unit_id) references congtam.unit (id),
    constraint unit_placement_parent_id_fk foreign key(parent_id) references congtam.unit (id)
);

create index unit_placement_parent_id_idx on congtam.unit_placement (parent_id);
