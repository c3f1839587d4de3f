create index agency_switch_cycle_idx on congtam.agency_switch (agency_id) where name = 'cycle';
