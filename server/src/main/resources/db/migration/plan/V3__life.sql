-- The versions of one plan (初稿, 征求意见稿, 印发稿), each a document with its draft. A line bears the name of the draft it
-- began with; a draft without a version is a line of its own.
create table version (
    draft_id uuid constraint version_pk primary key constraint version_draft_fk references draft on delete cascade,
    line     uuid not null,
    number   int not null constraint version_counts check (number > 0),
    stage    text not null constraint version_stage_known check (stage in ('FIRST_DRAFT', 'FOR_COMMENT', 'ISSUED')),
    constraint version_number_taken unique (line, number)
);

-- 征求意见: what was asked, of whom, until when. The structure is that of the day it was opened.
create table consultation (
    id             uuid constraint consultation_pk primary key,
    draft_id       uuid not null constraint consultation_draft_fk references draft,
    region_code    text not null,
    title          text not null,
    structure      jsonb not null,
    request        text not null,
    opens_on       date not null,
    closes_on      date not null,
    open_to_public boolean not null,
    state          text not null constraint consultation_state_known check (state in ('OPEN', 'CLOSED', 'PUBLISHED')),
    opened_at      timestamptz not null,
    opened_by      uuid not null,
    constraint consultation_runs_forward check (closes_on >= opens_on)
);
create unique index consultation_one_open on consultation (draft_id) where state = 'OPEN';
create index consultation_by_draft on consultation (draft_id);

create table consultation_event (
    consultation_id uuid not null constraint consultation_event_fk references consultation,
    at              timestamptz not null,
    done_by         uuid not null,
    act             text not null,
    constraint consultation_event_pk primary key (consultation_id, at, act)
);

create table invited (
    consultation_id uuid not null constraint invited_consultation_fk references consultation,
    body_id         uuid not null,
    body_name       text not null,
    replied_at      timestamptz,
    replied_by      uuid,
    constraint invited_pk primary key (consultation_id, body_id)
);
create index invited_waiting on invited (body_id) where replied_at is null;

-- An opinion on one clause, or on the whole (node empty). Whoever sent it as one of the public may say who they are.
create table opinion (
    id              uuid constraint opinion_pk primary key,
    consultation_id uuid not null constraint opinion_consultation_fk references consultation,
    body_id         uuid,
    node            text not null,
    clause          text not null,
    words           text not null constraint opinion_says_something check (length(btrim(words)) between 1 and 2000),
    name            text,
    contact         text,
    contact_print   text,
    sent_at         timestamptz not null,
    sent_by         uuid,
    outcome         text constraint opinion_outcome_known check (outcome in ('ADOPTED', 'PARTLY', 'NOT_ADOPTED')),
    reason          text not null default '',
    answers         int not null default 0,
    answered_at     timestamptz,
    answered_by     uuid,
    constraint opinion_reason_given check (outcome is null or outcome = 'ADOPTED' or btrim(reason) <> '')
);
create index opinion_by_consultation on opinion (consultation_id, node, sent_at);
create index opinion_by_contact on opinion (contact_print) where contact_print is not null;
comment on column opinion.name is 'sealed, as is contact; contact_print is its keyed hash';

-- 主动公开: the day on which the office published the plan (政府信息公开条例第二十六条).
create table publication (
    plan_id      uuid constraint publication_pk primary key constraint publication_plan_fk references plan,
    published_on date not null,
    place        text not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid not null
);

-- A plan names the one that it continues, and what becomes of its measures.
create table succession (
    plan_id   uuid constraint succession_pk primary key constraint succession_plan_fk references plan,
    continues uuid not null constraint succession_earlier_fk references plan,
    named_at  timestamptz not null,
    named_by  uuid not null,
    constraint succession_goes_on check (plan_id <> continues)
);
create index succession_by_earlier on succession (continues);

create table continuation (
    earlier_measure uuid not null constraint continuation_earlier_fk references measure,
    later_measure   uuid not null constraint continuation_later_fk references measure,
    kind            text not null constraint continuation_kind_known check (kind in ('SAME', 'CHANGED', 'PART')),
    score           numeric not null constraint continuation_score_is_share check (score between 0 and 1),
    constraint continuation_pk primary key (earlier_measure, later_measure)
);
create index continuation_by_later on continuation (later_measure);
