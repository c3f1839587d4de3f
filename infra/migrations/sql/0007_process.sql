-- What a head measured of process criteria.

create table congtam.process_measure (
    id uuid not null,
    agency_id uuid not null,
    scoring_unit_id uuid not null,
    person_id uuid not null,
    line_id uuid not null,
    period date not null,
    achieved numeric(5, 4) not null,
    reason text not null,
    measured_by uuid not null,
    on_behalf_of uuid,
    measured_at timestamptz not null,
    constraint process_measure_pk primary key (id),
    constraint process_measure_a_share_check check (achieved between 0 and 1),
    constraint process_measure_nobody_measures_himself_check check (measured_by <> person_id),
    constraint process_measure_agency_id_fk foreign key(agency_id) references congtam.agency (id),
    constraint process_measure_scoring_unit_id_fk foreign key(scoring_unit_id) references congtam.unit (id),
    constraint process_measure_person_id_fk foreign key(person_id) references congtam.person (id),
    constraint process_measure_measured_by_fk foreign key(measured_by) references congtam.person (id),
    constraint process_measure_on_behalf_of_fk foreign key(on_behalf_of) references congtam.person (id)
);

create index process_measure_line_idx on congtam.process_measure (line_id);
