-- Messages that leave the platform. Recipient and text are encrypted.
create table message (
    id        uuid constraint message_pk primary key,
    channel   text not null constraint message_channel_known check (channel in ('MAIL', 'SMS')),
    recipient text not null,
    subject   text not null,
    text      text not null,
    person    uuid,
    secret    boolean not null,
    queued_at timestamptz not null
);
create index message_by_person on message (person);
