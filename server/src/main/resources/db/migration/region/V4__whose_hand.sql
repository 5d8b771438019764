-- A file on its way into the tree belongs to the account that handed it in.
alter table upload add column uploaded_by uuid;
