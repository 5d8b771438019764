-- What was done within the window of each limit, by whom as a keyed hash; and which forms have been sent.
create table attempt (
    rule     text not null,
    subject  text not null,
    attempts integer not null constraint attempt_counts check (attempts >= 0),
    until    timestamptz not null,
    constraint attempt_pk primary key (rule, subject)
);
create index attempt_over on attempt (until);

create table sent_form (
    token text constraint sent_form_pk primary key,
    until timestamptz not null
);
comment on column sent_form.token is 'digest of the form''s token; after its time the form is too old anyway';
create index sent_form_over on sent_form (until);
