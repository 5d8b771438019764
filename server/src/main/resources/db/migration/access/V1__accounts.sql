create table access.account (
    id            uuid primary key default uuidv7(),
    name          text not null,
    display_name  text not null,
    password_hash text not null,
    must_change   boolean not null default false,
    created_at    timestamptz not null,
    constraint account_name_unique unique (name),
    constraint account_name_is_plain check (name = lower(name) and name ~ '^[^[:space:][:cntrl:]]{1,64}$'),
    constraint account_display_name_is_said check (display_name <> '')
);

comment on table access.account is 'Who may sign in to the desk.';
comment on column access.account.password_hash is 'Argon2id with its parameters in front; never the password';
comment on column access.account.must_change is 'the password was given by somebody else and is to be replaced';

create table access.sign_in_attempt (
    rule     text not null,
    subject  text not null,
    since    timestamptz not null,
    attempts integer not null,
    constraint sign_in_attempt_once primary key (rule, subject),
    constraint sign_in_attempt_counts check (attempts > 0)
);

comment on table access.sign_in_attempt is 'How often sign-in was tried within the window of each rule.';
comment on column access.sign_in_attempt.subject is
    'digest of the name or address: people type passwords into the field for the name';
