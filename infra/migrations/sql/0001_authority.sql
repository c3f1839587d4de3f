-- The authority stamp.

create table congtam.authority_stamp (
    single boolean default true not null,
    stamp bigint not null,
    constraint authority_stamp_pk primary key (single),
    constraint authority_stamp_one_row_check check (single)
);
