-- Telephone numbers are sealed by the vault and found again by a keyed hash.
alter table delegate drop constraint delegate_phone_fits;
alter table delegate
    alter column phone drop default,
    alter column phone drop not null,
    add column phone_print text;
update delegate set phone = null where phone = '';
create index delegate_by_phone on delegate (phone_print) where phone_print is not null;
comment on column delegate.phone is 'sealed; phone_print is its keyed hash';
