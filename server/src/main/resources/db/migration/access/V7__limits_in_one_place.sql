-- Attempts at sign-in are counted with all other limits, in guard.attempt, by keyed hash.
drop table sign_in_attempt;

-- Requests of people lie in a division: an officer of a body or a plan would see none.
alter table role_grant add constraint role_grant_officer_has_a_region
    check (role <> 'PRIVACY_OFFICER' or region is not null);
