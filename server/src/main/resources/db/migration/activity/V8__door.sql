-- The door of a session for a helper without an account: for one day, until it is over or is withdrawn. Of its token only the digest is kept.
create table door_link (
    id           uuid constraint door_link_pk primary key,
    session      uuid not null constraint door_link_session_fk references session,
    digest       text not null constraint door_link_digest_taken unique,
    opens_at     timestamptz not null,
    ends_at      timestamptz not null,
    made_at      timestamptz not null,
    made_by      uuid not null,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    constraint door_link_lasts_a_day check (ends_at > opens_at and ends_at <= opens_at + interval '50 hours'),
    constraint door_link_withdrawn_by_somebody check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index door_link_by_session on door_link (session);

-- Each time that a code was shown at a door, as the telephone there wrote it down and as it was answered; sent twice, it is the same row. When it was is
-- told by the telephone's own clock, with the seconds by which that clock was ahead when it sent.
create table scan (
    device      uuid not null,
    id          uuid not null,
    session     uuid not null constraint scan_session_fk references session,
    code        text not null constraint scan_code_shape check (code ~ '^[0-9]{12}$'),
    answer      text not null constraint scan_answer_known check (
        answer in ('NEW', 'ALREADY', 'WAITING', 'CANCELLED', 'OTHER_SESSION', 'UNKNOWN')),
    made_at     timestamptz not null,
    clock_ahead int not null,
    received_at timestamptz not null,
    account     uuid,
    link        uuid constraint scan_link_fk references door_link,
    constraint scan_pk primary key (device, id),
    constraint scan_by_one_hand check ((account is null) <> (link is null))
);
create index scan_by_session on scan (session, received_at);
create index scan_by_code on scan (code);
create index scan_by_link on scan (link);

-- Who just came, as each telephone counted them: its own number, which only it changes. The sum of the telephones is what came.
create table walk_in (
    session  uuid not null constraint walk_in_session_fk references session,
    device   uuid not null,
    audience text not null,
    count    int not null constraint walk_in_counts check (count between 0 and 100000),
    turn     bigint not null,
    told_at  timestamptz not null,
    constraint walk_in_pk primary key (session, device, audience)
);
