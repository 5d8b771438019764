-- Citizens have neither name nor password: they prove their telephone number or mail address.
alter table account
    add column kind              text not null default 'STAFF',
    add column closed_at         timestamptz,
    add column mail              text,
    add column mail_fingerprint  text,
    add column phone             text,
    add column phone_fingerprint text,
    alter column name drop not null,
    alter column password_hash drop not null,
    add constraint account_kind_known check (kind in ('STAFF', 'CITIZEN', 'SERVICE')),
    add constraint account_of_staff_proves_a_password check (
        kind <> 'STAFF' or num_nonnulls(name, password_hash) = 2),
    add constraint account_of_a_citizen_has_no_password check (
        kind <> 'CITIZEN' or num_nonnulls(name, password_hash) = 0),
    add constraint account_mail_is_found_again check ((mail is null) = (mail_fingerprint is null)),
    add constraint account_phone_is_found_again check ((phone is null) = (phone_fingerprint is null));
create index account_by_mail on account (mail_fingerprint);
create unique index account_citizen_by_mail on account (mail_fingerprint) where kind = 'CITIZEN';
create unique index account_citizen_by_phone on account (phone_fingerprint) where kind = 'CITIZEN';
comment on column account.mail is 'sealed; mail_fingerprint is its keyed hash';
comment on column account.phone is 'sealed; phone_fingerprint is its keyed hash';
comment on column account.password_hash is 'Argon2id or PBKDF2 with HMAC-SM3, its name and parameters in front; never the password';

-- Each rule has its own window now: a row says until when it counts.
delete from sign_in_attempt;
alter table sign_in_attempt add column until timestamptz not null;
create index sign_in_attempt_by_until on sign_in_attempt (until);

-- A sign-in, from the proof to its end: what the owner and the security administrator see, and what holds or does not.
create table session (
    id        uuid constraint session_pk primary key default uuidv7(),
    account   uuid not null constraint session_account_fk references account on delete cascade,
    proof     text not null constraint session_proof_known check (proof in ('PASSWORD', 'PROVIDER', 'PASSKEY', 'MESSAGE')),
    second    text constraint session_second_known check (second in ('CODE', 'PASSKEY', 'RECOVERY_CODE')),
    address   text not null,
    device    text not null,
    opened_at timestamptz not null,
    seen_at   timestamptz not null,
    proved_at timestamptz not null,
    ended_at  timestamptz,
    constraint session_runs_forward check (seen_at >= opened_at and ended_at >= opened_at)
);
create index session_by_account on session (account, opened_at desc);
create index session_open on session (seen_at) where ended_at is null;
comment on column session.proved_at is 'when its holder last proved to be the owner: what is delicate asks for a fresh proof';

-- What a session keeps between two requests, as Spring Session JDBC lays it out; on any node.
create table web_session (
    primary_id            char(36) constraint web_session_pk primary key,
    session_id            char(36) not null constraint web_session_named_once unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval integer not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index web_session_by_expiry on web_session (expiry_time);
create index web_session_by_principal on web_session (principal_name);
create table web_session_attributes (
    session_primary_id char(36) not null constraint web_session_attributes_fk references web_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    constraint web_session_attributes_pk primary key (session_primary_id, attribute_name)
);

-- Second factors.
create table code_app (
    id        uuid constraint code_app_pk primary key default uuidv7(),
    account   uuid not null constraint code_app_account_fk references account on delete cascade,
    name      text not null constraint code_app_named check (btrim(name) <> ''),
    secret    text not null,
    last_step bigint not null,
    added_at  timestamptz not null,
    used_at   timestamptz
);
create index code_app_by_account on code_app (account);
comment on column code_app.secret is 'sealed';
comment on column code_app.last_step is 'the half minute of the last code that was taken: none is taken twice';

create table passkey (
    id              uuid constraint passkey_pk primary key default uuidv7(),
    account         uuid not null constraint passkey_account_fk references account on delete cascade,
    name            text not null constraint passkey_named check (btrim(name) <> ''),
    credential      bytea not null constraint passkey_credential_unique unique,
    public_key      bytea not null,
    signature_count bigint not null,
    transports      text[] not null,
    backup_eligible boolean not null,
    backup_state    boolean not null,
    attestation     bytea not null,
    client_data     bytea not null,
    added_at        timestamptz not null,
    used_at         timestamptz
);
create index passkey_by_account on passkey (account);

create table recovery_code (
    account uuid not null constraint recovery_code_account_fk references account on delete cascade,
    hash    text not null,
    made_at timestamptz not null,
    used_at timestamptz,
    constraint recovery_code_pk primary key (account, hash)
);

-- Identities of other sign-in providers, each bound to an account by its owner.
create table provider_identity (
    issuer   text not null,
    subject  text not null,
    account  uuid not null constraint provider_identity_account_fk references account on delete cascade,
    bound_at timestamptz not null,
    used_at  timestamptz,
    constraint provider_identity_pk primary key (issuer, subject),
    constraint provider_identity_one_of_each unique (account, issuer)
);

create table password_reset (
    token_hash text constraint password_reset_pk primary key,
    account    uuid not null constraint password_reset_account_fk references account on delete cascade,
    asked_at   timestamptz not null,
    until      timestamptz not null,
    used_at    timestamptz,
    constraint password_reset_ends check (until > asked_at)
);
create index password_reset_by_account on password_reset (account);
comment on column password_reset.token_hash is 'SHA-256 of a random token of 256 bits; the token is in the link only';

-- A code that was sent to a telephone number or mail address; a later one takes the place of an earlier one.
create table contact_code (
    contact  text constraint contact_code_pk primary key,
    code     text not null,
    tries    integer not null default 0,
    sent_at  timestamptz not null,
    until    timestamptz not null,
    constraint contact_code_ends check (until > sent_at)
);
comment on column contact_code.contact is 'the keyed hash of the contact';
comment on column contact_code.code is 'the keyed hash of the code with the contact';
