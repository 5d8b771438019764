-- Messages that leave the platform. Recipient and text are encrypted.
create table message (
    id              uuid constraint message_pk primary key,
    channel         text not null constraint message_channel_known check (channel in ('MAIL', 'SMS')),
    recipient       text not null,
    recipient_print text not null,
    subject         text not null,
    text            text,
    person          uuid,
    secret          boolean not null,
    queued_at       timestamptz not null,
    state           text not null default 'QUEUED'
        constraint message_state_known check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'SHOWN')),
    tries           integer not null default 0 constraint message_tries_count check (tries >= 0),
    due_at          timestamptz not null,
    settled_at      timestamptz,
    failure         text,
    constraint message_secret_gone_once_sent check (not secret or text is null or state not in ('SENT', 'FAILED')),
    constraint message_only_secrets_are_wiped check (secret or text is not null),
    constraint message_failure_said check (state <> 'FAILED' or failure is not null)
);
comment on column message.recipient_print is 'keyed hash of the recipient, by which the messages to one address are found';
comment on column message.due_at is 'while queued: when it is tried next; while being sent: when another may take it';
create index message_by_person on message (person);
create index message_by_recipient on message (recipient_print);
create index message_by_time on message (queued_at desc, id);
create index message_due on message (due_at) where state in ('QUEUED', 'SENDING');
