-- An activity kept as a pattern (模板) under a name: of a body, or of a division's office, which may let those below use it too. Its
-- content is a document: it is only ever read as a whole, into the form of a new activity.
create table template (
    id      uuid constraint template_pk primary key,
    title   text not null constraint template_title_fits check (length(title) between 1 and 60),
    region  text not null constraint template_region_fk references region.region,
    body    uuid,
    shared  boolean not null,
    content jsonb not null,
    kept_at timestamptz not null,
    kept_by uuid not null,
    constraint template_shared_by_an_office check (not shared or body is null),
    constraint template_title_taken unique nulls not distinct (region, body, title)
);
create index template_by_body on template (body);

-- Sessions that were planned by a rule (RFC 5545). Each is a session like any other afterwards.
create table series (
    id         uuid constraint series_pk primary key,
    activity   uuid not null constraint series_activity_fk references activity,
    rule       text not null,
    planned_at timestamptz not null,
    planned_by uuid not null
);
create index series_by_activity on series (activity);
alter table session add column series uuid constraint session_series_fk references series;
create index session_by_series on session (series);

-- The way that the activities of a division, and of those below that have none of their own, go before they are published. A way without steps says that there is
-- nothing to be asked. A step is the office of a level above the activity, or a body.
create table approval_path (
    region     text constraint approval_path_pk primary key constraint approval_path_region_fk references region.region,
    version    int not null,
    changed_at timestamptz not null,
    changed_by uuid not null
);
create table approval_path_step (
    region   text not null constraint approval_path_step_path_fk references approval_path on delete cascade,
    position int not null,
    level    text constraint approval_path_step_level_known check (level in ('AUTONOMOUS_REGION', 'LEAGUE', 'BANNER')),
    body     uuid,
    constraint approval_path_step_pk primary key (region, position),
    constraint approval_path_step_by_one check (num_nonnulls(level, body) = 1)
);

-- Who had a hand in what an activity tells: none of them approves it.
create table writer (
    activity uuid not null constraint writer_activity_fk references activity,
    account  uuid not null,
    constraint writer_pk primary key (activity, account)
);
insert into writer (activity, account) select id, written_by from activity;

-- An activity laid before those who approve it, as it was told then; each round anew.
create table approval (
    id       uuid constraint approval_pk primary key,
    activity uuid not null constraint approval_activity_fk references activity,
    round    int not null,
    state    text not null constraint approval_state_known check (state in ('ASKED', 'APPROVED', 'RETURNED', 'LAPSED')),
    version  int not null,
    sessions text not null,
    asked_at timestamptz not null,
    asked_by uuid not null,
    constraint approval_round_once unique (activity, round)
);
create unique index approval_asked_once on approval (activity) where state = 'ASKED';
create index approval_by_asker on approval (asked_by);
create table approval_step (
    approval    uuid not null constraint approval_step_approval_fk references approval,
    position    int not null,
    office      text constraint approval_step_office_fk references region.region,
    body        uuid,
    approved    boolean,
    reason      text constraint approval_step_reason_fits check (length(reason) between 1 and 300),
    answered_at timestamptz,
    answered_by uuid,
    constraint approval_step_pk primary key (approval, position),
    constraint approval_step_by_one check (num_nonnulls(office, body) = 1),
    constraint approval_step_answered_whole check (num_nonnulls(approved, answered_at, answered_by) in (0, 3)),
    constraint approval_step_returned_with_reason check (approved is distinct from false or reason is not null)
);
create index approval_step_by_office on approval_step (office) where answered_at is null;
create index approval_step_by_body on approval_step (body) where answered_at is null;

-- A table of activities that was handed in, with what the trial said and what became of it. Its bytes go when it is taken over, or after a day.
create table sheet (
    id          uuid constraint sheet_pk primary key,
    file_name   text not null,
    region      text not null constraint sheet_region_fk references region.region,
    content     bytea,
    checked     jsonb not null,
    imported    jsonb,
    uploaded_at timestamptz not null,
    uploaded_by uuid not null
);
create index sheet_by_region on sheet (region);

-- What was taken from tables: the clerk's number within the division names one activity, number and beginning one session, for ever.
create table sheet_activity (
    region   text not null constraint sheet_activity_region_fk references region.region,
    number   text not null,
    activity uuid not null constraint sheet_activity_activity_fk references activity,
    told     text not null,
    constraint sheet_activity_pk primary key (region, number)
);
create index sheet_activity_by_activity on sheet_activity (activity);
create table sheet_session (
    region    text not null,
    number    text not null,
    starts_at timestamptz not null,
    session   uuid not null constraint sheet_session_session_fk references session,
    constraint sheet_session_pk primary key (region, number, starts_at),
    constraint sheet_session_activity_fk foreign key (region, number) references sheet_activity
);
create index sheet_session_by_session on sheet_session (session);
