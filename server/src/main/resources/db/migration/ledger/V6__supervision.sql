-- 督查: what follows on lights. The lights themselves are computed when they are read and stand in no table.

-- 说明: what a person has to say of a light, and which it was then.
create table light_remark (
    id      bigint generated always as identity constraint light_remark_pk primary key,
    task_id uuid not null constraint light_remark_task_fk references task,
    light   text not null constraint light_remark_light_known check (light in ('GREEN', 'YELLOW', 'RED', 'OFF')),
    said    text not null constraint light_remark_says_something check (length(said) between 1 and 300),
    at      timestamptz not null,
    account uuid not null
);
create index light_remark_by_task on light_remark (task_id, id);

-- The numbers of notes, for each office and year: the row is locked while a note is issued, so none is left out.
create table note_counter (
    region_code text not null constraint note_counter_region_fk references region.region,
    year        int not null constraint note_counter_in_our_time check (year between 1990 and 2100),
    last        int not null constraint note_counter_counts_up check (last >= 0),
    constraint note_counter_pk primary key (region_code, year)
);

-- 督办单. What was issued is never changed; only how far it has come is.
create table supervision_note (
    id           uuid constraint supervision_note_pk primary key,
    region_code  text not null constraint supervision_note_region_fk references region.region,
    year         int not null,
    number       int not null constraint supervision_note_numbered check (number > 0),
    issuer       text not null,
    plan_id      uuid not null,
    plan_title   text not null,
    measure_id   uuid not null,
    measure      text not null,
    clause       text not null,
    task_id      uuid not null constraint supervision_note_task_fk references task,
    body_id      uuid not null,
    written      text not null,
    light        text not null constraint supervision_note_light_known check (light in ('GREEN', 'YELLOW', 'RED', 'OFF')),
    figures      text not null,
    asks         text not null constraint supervision_note_asks_something check (length(asks) between 2 and 1000),
    issued_on    date not null,
    issued_due   date not null,
    supersedes   uuid constraint supervision_note_superseded_once unique
        constraint supervision_note_supersedes_fk references supervision_note,
    state        text not null constraint supervision_note_state_known check (
        state in ('ISSUED', 'RECEIVED', 'ANSWERED', 'ACCEPTED', 'CLOSED', 'ESCALATED', 'SUPERSEDED')),
    due_on       date not null,
    escalated_to text constraint supervision_note_escalated_fk references region.region,
    version      int not null default 0,
    constraint supervision_note_number_given_once unique (region_code, year, number),
    constraint supervision_note_due_after_issue check (issued_due >= issued_on and due_on >= issued_on),
    constraint supervision_note_escalated_somewhere check (state <> 'ESCALATED' or escalated_to is not null)
);
create index supervision_note_by_body on supervision_note (body_id, state);
create index supervision_note_by_escalation on supervision_note (escalated_to) where state = 'ESCALATED';
create index supervision_note_by_measure on supervision_note (measure_id);
create index supervision_note_by_task on supervision_note (task_id);
comment on column supervision_note.issued_due is 'as it stands on the paper; due_on moves on when an answer is sent back';
comment on column supervision_note.escalated_to is 'the division above, or its own: then its leader';

create function keep_issued_note() returns trigger language plpgsql as $$
declare
    moving constant text[] := array['state', 'due_on', 'escalated_to', 'version'];
begin
    if tg_op = 'DELETE' or to_jsonb(new) - moving <> to_jsonb(old) - moving then
        raise exception 'an issued supervision note is never changed: issue another that takes its place';
    end if;
    return new;
end
$$;
create trigger issued_note_stays before update or delete on supervision_note for each row execute function keep_issued_note();

-- 答复: what the body answered, each time it did.
create table note_answer (
    note_id uuid not null constraint note_answer_note_fk references supervision_note,
    number  int not null,
    said    text not null constraint note_answer_says_something check (length(said) between 2 and 1000),
    file    uuid,
    at      timestamptz not null,
    account uuid not null,
    constraint note_answer_pk primary key (note_id, number)
);

-- 问题清单
create table problem (
    id          uuid constraint problem_pk primary key,
    region_code text not null constraint problem_region_fk references region.region,
    source      text not null constraint problem_source_known check (source in ('SHEET', 'EVALUATION', 'VISIT', 'OTHER')),
    origin      text not null constraint problem_origin_fits check (length(origin) <= 200),
    sheet_id    uuid constraint problem_sheet_fk references sheet,
    measure_id  uuid,
    found_on    date not null,
    what        text not null constraint problem_is_told check (length(what) between 2 and 500),
    cause       text not null constraint problem_cause_fits check (length(cause) <= 500),
    remedy      text not null constraint problem_remedy_is_told check (length(remedy) between 2 and 500),
    body_id     uuid not null,
    written     text not null,
    due_on      date not null,
    state       text not null constraint problem_state_known check (state in ('OPEN', 'MENDED', 'CLOSED', 'WITHDRAWN')),
    done        text not null default '' constraint problem_done_fits check (length(done) <= 1000),
    version     int not null default 0,
    constraint problem_entered_once unique (region_code, body_id, found_on, what),
    constraint problem_mended_somehow check (state not in ('MENDED', 'CLOSED') or done <> ''),
    constraint problem_due_after_it_was_found check (due_on >= found_on)
);
create index problem_by_body on problem (body_id, state);
create index problem_by_measure on problem (measure_id) where measure_id is not null;

-- What happened to notes and problems, told once and never changed.
create table supervision_event (
    id          bigint generated always as identity constraint supervision_event_pk primary key,
    region_code text not null constraint supervision_event_region_fk references region.region,
    object      uuid not null,
    at          timestamptz not null,
    act         text not null,
    account     uuid not null,
    words       text not null
);
create index supervision_event_by_object on supervision_event (object, id);

-- 三个年度事实: whether a government has the work in its overall plan, its yearly plan and its assessment of targets, and which document
-- says so. Never changed; a later word takes the place of an earlier one.
create table yearly_fact (
    id          uuid constraint yearly_fact_pk primary key,
    region_code text not null constraint yearly_fact_region_fk references region.region,
    year        int not null constraint yearly_fact_in_our_time check (year between 1990 and 2100),
    kind        text not null constraint yearly_fact_kind_known check (
        kind in ('OVERALL_PLAN', 'YEARLY_PLAN', 'TARGET_ASSESSMENT')),
    given       boolean not null,
    title       text not null constraint yearly_fact_title_fits check (length(title) <= 200),
    number      text not null constraint yearly_fact_number_fits check (length(number) <= 60),
    signed_on   date,
    file        uuid,
    supersedes  uuid constraint yearly_fact_superseded_once unique
        constraint yearly_fact_supersedes_fk references yearly_fact,
    at          timestamptz not null,
    account     uuid not null,
    constraint yearly_fact_given_by_a_document check (not given or title <> '')
);
create unique index yearly_fact_said_once on yearly_fact (region_code, year, kind) where supersedes is null;
create index yearly_fact_by_year on yearly_fact (year, region_code);
