-- Who did it, beside the name borne then: the name may be erased one day, the account stays.
-- Rows from before know no account; a draft without a region and without an account is in nobody's reach.
alter table document add column received_by_account uuid;
alter table draft add column uploaded_by_account uuid;
alter table draft add column changed_by_account uuid;
alter table plan add column confirmed_by_account uuid;
create index draft_by_region on draft (region_code) where confirmed_at is null;
