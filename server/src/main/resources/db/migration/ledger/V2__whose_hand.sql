-- Who took the step, beside the name borne then: the name may be erased one day, the account stays.
alter table task_event add column by_account uuid;
create index task_by_region on task (region_code, year);
