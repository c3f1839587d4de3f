create index posting_agency_id_idx on congtam.posting (agency_id);

alter table congtam.posting drop constraint posting_one_main_per_person_and_day;

alter table congtam.posting add constraint posting_one_main_per_person_and_day
    exclude using gist ((case when main then person_id end) with =, during with &&);
