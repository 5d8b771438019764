-- A round of reporting (调度): an office asks how far the tasks of a year have come in a span of days.
create table round (
    id            uuid constraint round_pk primary key,
    region_code   text not null constraint round_region_fk references region.region,
    name          text not null constraint round_named check (name = btrim(name) and length(name) between 2 and 60),
    period        text not null constraint round_period_known check (period in ('MONTH', 'QUARTER', 'HALF', 'YEAR', 'ONCE')),
    covers_from   date not null,
    covers_to     date not null,
    due_on        date not null,
    opinion_days  int not null constraint round_opinion_days_few check (opinion_days between 0 and 30),
    mend_days     int not null constraint round_mend_days_few check (mend_days between 1 and 30),
    remind_before int[] not null,
    remind_after  int[] not null,
    created_at    timestamptz not null,
    opened_at     timestamptz,
    topic         text not null generated always as (case when period = 'ONCE' then name else '' end) stored,
    constraint round_covers_days_of_one_year check (
        covers_from <= covers_to and extract(year from covers_from) = extract(year from covers_to)),
    constraint round_opened_once unique (region_code, period, covers_from, covers_to, topic)
);
create index round_to_open on round (created_at) where opened_at is null;
comment on column round.topic is 'by which rounds that come but once are told apart';
comment on column round.opened_at is 'when the last of its plans was asked';

-- A plan asked for a span of days: once, however many offices want to know. The terms are those of the round that came first.
create table asking (
    id          uuid constraint asking_pk primary key,
    round_id    uuid not null constraint asking_round_fk references round,
    plan_id     uuid not null,
    region_code text not null constraint asking_region_fk references region.region,
    period      text not null,
    covers_from date not null,
    covers_to   date not null,
    topic       text not null,
    constraint asking_once unique (plan_id, period, covers_from, covers_to, topic)
);

-- The plans of a round, and whether they have been asked.
create table round_plan (
    round_id    uuid not null constraint round_plan_round_fk references round,
    plan_id     uuid not null,
    region_code text not null constraint round_plan_region_fk references region.region,
    title       text not null,
    asking_id   uuid constraint round_plan_asking_fk references asking,
    constraint round_plan_pk primary key (round_id, plan_id)
);
create index round_plan_to_ask on round_plan (round_id) where asking_id is null;
create index round_plan_by_asking on round_plan (asking_id);

-- What one body answers for one plan.
create table sheet (
    id                 uuid constraint sheet_pk primary key,
    asking_id          uuid not null constraint sheet_asking_fk references asking,
    plan_id            uuid not null,
    region_code        text not null constraint sheet_region_fk references region.region,
    body_id            uuid not null,
    written            text not null,
    state              text not null default 'ASKED'
        constraint sheet_state_known check (state in ('ASKED', 'SUBMITTED', 'SENT_BACK', 'ACCEPTED')),
    due_on             date not null,
    first_due_on       date not null,
    opinion_due        date,
    version            int not null default 0,
    document           uuid,
    first_submitted_at timestamptz,
    submitted_at       timestamptz,
    accepted_at        timestamptz,
    constraint sheet_asked_once unique (asking_id, body_id),
    constraint sheet_submitted_at_some_time check ((state = 'ASKED') = (first_submitted_at is null)),
    constraint sheet_accepted_at_some_time check ((state = 'ACCEPTED') = (accepted_at is not null))
);
create index sheet_by_body on sheet (body_id, state);
create index sheet_by_region on sheet (region_code, state);
create index sheet_open on sheet (due_on) where state in ('ASKED', 'SENT_BACK');
comment on column sheet.first_due_on is 'by which the first submission is in time; due_on moves on when it is sent back';
comment on column sheet.opinion_due is 'until when leads may say what they think; none: nobody is asked';

-- A line for each task that the body has in the plan.
create table line (
    id          uuid constraint line_pk primary key,
    sheet_id    uuid not null constraint line_sheet_fk references sheet,
    task_id     uuid not null constraint line_task_fk references task,
    measure_id  uuid not null,
    role        text not null constraint line_role_known check (role in ('LEAD', 'PARTICIPANT')),
    position    int not null,
    title       text not null,
    earlier     text not null,
    answer      text constraint line_answer_known check (answer in ('PROGRESS', 'NOTHING', 'NOT_APPLICABLE')),
    text        text not null default '' constraint line_text_short check (length(text) <= 500),
    reason      text not null default '' constraint line_reason_short check (length(reason) <= 200),
    facts       int,
    attendances int,
    constraint line_of_each_task_once unique (sheet_id, task_id)
);
create index line_by_measure on line (measure_id);
create index line_by_task on line (task_id);
comment on column line.earlier is 'what was said in the round before';
comment on column line.reason is 'why the office sent it back';
comment on column line.facts is 'how many facts stood behind it when it was submitted';

-- What the body that leads a measure thinks of what another says of it.
create table opinion (
    line_id uuid not null constraint opinion_line_fk references line,
    body_id uuid not null,
    agrees  boolean not null,
    text    text not null constraint opinion_text_short check (length(text) <= 500),
    at      timestamptz not null,
    constraint opinion_of_each_lead_once primary key (line_id, body_id),
    constraint opinion_says_something check (agrees or text <> '')
);

-- What happened to a sheet, told once and never changed.
create table sheet_event (
    id       bigint generated always as identity constraint sheet_event_pk primary key,
    sheet_id uuid not null constraint sheet_event_sheet_fk references sheet,
    at       timestamptz not null,
    act      text not null,
    account  uuid not null,
    words    text not null
);
create index sheet_event_by_sheet on sheet_event (sheet_id, id);

-- Which reminders have gone out: each once.
create table reminder (
    sheet_id uuid not null constraint reminder_sheet_fk references sheet,
    due_on   date not null,
    step     int not null,
    at       timestamptz not null,
    constraint reminder_once primary key (sheet_id, due_on, step)
);
comment on column reminder.step is 'working days from the due day: -3 is three before, 2 is two after';
