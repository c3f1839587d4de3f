-- Job positions.

create table congtam.job_position (
    id uuid not null,
    agency_id uuid not null,
    code text not null,
    name text not null,
    purpose text default '' not null,
    position_group text,
    rank text,
    opened_on date not null,
    closed_on date,
    version integer default 1 not null,
    constraint job_position_pk primary key (id),
    constraint job_position_agency_id_code_key unique (agency_id, code),
    constraint job_position_position_group_allowed_check check (position_group in ('leadership', 'professional', 'support')),
    constraint job_position_rank_allowed_check check (rank in ('senior_expert', 'senior_specialist', 'principal_specialist', 'specialist', 'officer', 'employee')),
    constraint job_position_agency_id_fk foreign key(agency_id) references congtam.agency (id)
);

create table congtam.position_competence (
    id uuid not null,
    agency_id uuid not null,
    position_id uuid not null,
    ordinal integer not null,
    competence_group text not null,
    name text not null,
    level text default '' not null,
    constraint position_competence_pk primary key (id),
    constraint position_competence_position_id_ordinal_key unique (position_id, ordinal),
    constraint position_competence_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint position_competence_position_id_fk foreign key(position_id) references congtam.job_position (id)
);

create table congtam.position_requirement (
    id uuid not null,
    agency_id uuid not null,
    position_id uuid not null,
    ordinal integer not null,
    kind text not null,
    requirement text not null,
    constraint position_requirement_pk primary key (id),
    constraint position_requirement_position_id_ordinal_key unique (position_id, ordinal),
    constraint position_requirement_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint position_requirement_position_id_fk foreign key(position_id) references congtam.job_position (id)
);

create table congtam.position_task (
    id uuid not null,
    agency_id uuid not null,
    position_id uuid not null,
    ordinal integer not null,
    no text default '' not null,
    area text default '' not null,
    work text not null,
    criterion text default '' not null,
    constraint position_task_pk primary key (id),
    constraint position_task_position_id_ordinal_key unique (position_id, ordinal),
    constraint position_task_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint position_task_position_id_fk foreign key(position_id) references congtam.job_position (id)
);
