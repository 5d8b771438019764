-- Whoever has had a second factor is given no time without one: it is set up at the next sign-in.
alter table account add column factor_at_once boolean not null default false;
comment on column account.factor_at_once is 'the second factor was lost and forgotten; the time without one is not given again';

-- Who is signed in and changes to another contact asks for a code, too: beside the one with which somebody signs in.
alter table contact_code
    add column account uuid constraint contact_code_account_fk references account on delete cascade,
    drop constraint contact_code_pk,
    add constraint contact_code_one_for_each unique nulls not distinct (contact, account);
create index contact_code_by_account on contact_code (account);
comment on column contact_code.account is 'who changes to the contact; nobody where somebody signs in';
