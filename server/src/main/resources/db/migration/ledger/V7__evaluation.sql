-- 自查评估、总结评估: an office evaluates how a plan was carried out, once at midterm and once at the end. A plan for which nothing is set
-- has no row.
create table evaluation (
    id            uuid constraint evaluation_pk primary key,
    plan_id       uuid not null,
    region_code   text not null constraint evaluation_region_fk references region.region,
    kind          text not null constraint evaluation_kind_known check (kind in ('MIDTERM', 'FINAL')),
    name          text not null constraint evaluation_named check (name = btrim(name) and length(name) between 2 and 60),
    covers_from   date not null,
    covers_to     date not null,
    self_days     int not null constraint evaluation_self_days_few check (self_days between 1 and 60),
    rebuttal_days int not null constraint evaluation_rebuttal_days_few check (rebuttal_days between 1 and 30),
    answer_days   int not null constraint evaluation_answer_days_few check (answer_days between 1 and 30),
    expert_share  int not null constraint evaluation_expert_share_is_a_share check (expert_share between 0 and 100),
    state         text not null default 'DRAFT' constraint evaluation_state_known check (state in ('DRAFT', 'OPEN', 'CLOSED')),
    tree          int not null default 1,
    checksum      text constraint evaluation_checksum_shape check (checksum ~ '^[0-9a-f]{64}$'),
    due_on        date,
    problems      text not null default '' constraint evaluation_problems_fit check (length(problems) <= 5000),
    next_steps    text not null default '' constraint evaluation_next_steps_fit check (length(next_steps) <= 5000),
    words_version int not null default 1,
    created_at    timestamptz not null,
    opened_at     timestamptz,
    closed_at     timestamptz,
    constraint evaluation_once unique (plan_id, kind),
    constraint evaluation_covers_days check (covers_from <= covers_to),
    constraint evaluation_opened_whole check (
        (state = 'DRAFT') = (opened_at is null) and (state = 'DRAFT') = (checksum is null) and (state = 'DRAFT') = (due_on is null)
        and (state = 'CLOSED') = (closed_at is not null))
);
create index evaluation_by_region on evaluation (region_code);
comment on column evaluation.tree is 'grows with each change of the indices: nobody opens what they have not seen';
comment on column evaluation.checksum is 'of the indices as they stood when it was opened';
comment on column evaluation.expert_share is 'of a hundred parts of a score, those of the experts';

-- 指标体系: the number says which index stands below which, as in 2.1.3. Its weight is its full mark.
create table evaluation_index (
    id            uuid constraint evaluation_index_pk primary key,
    evaluation_id uuid not null constraint evaluation_index_of_fk references evaluation,
    number        text not null constraint evaluation_index_number_shape check (number ~ '^[1-9][0-9]?(\.[1-9][0-9]?){0,2}$'),
    title         text not null constraint evaluation_index_titled check (title = btrim(title) and length(title) between 1 and 100),
    weight        numeric(4, 1) not null constraint evaluation_index_weight_of_a_hundred check (weight > 0 and weight <= 100),
    standard      text not null default '' constraint evaluation_index_standard_fits check (length(standard) <= 500),
    version       int not null default 1,
    constraint evaluation_index_numbered_once unique (evaluation_id, number),
    constraint evaluation_index_with_its_full_mark unique (id, weight)
);
create function keep_indices() returns trigger language plpgsql as $$
begin
    if exists (select from ledger.evaluation
                where id = case when tg_op = 'INSERT' then new.evaluation_id else old.evaluation_id end and state <> 'DRAFT') then
        raise exception 'the indices of an evaluation stay as they were when it was opened';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger indices_stay before insert or update or delete on evaluation_index for each row execute function keep_indices();

-- Who is evaluated: a body that the plan asks something of, or a government below.
create table evaluated (
    id            uuid constraint evaluated_pk primary key,
    evaluation_id uuid not null constraint evaluated_of_fk references evaluation,
    body_id       uuid not null,
    region_code   text not null constraint evaluated_region_fk references region.region,
    written       text not null,
    position      int not null,
    government    boolean not null,
    state         text not null default 'ASKED' constraint evaluated_state_known check (
        state in ('ASKED', 'SCORED', 'NOTIFIED', 'OBJECTED', 'SETTLED')),
    due_on        date,
    version       int not null default 0,
    returned      text not null default '' constraint evaluated_returned_fits check (length(returned) <= 200),
    objection_due date,
    objection     text not null default '' constraint evaluated_objection_fits check (length(objection) <= 2000),
    answer_due    date,
    decision      text not null default '' constraint evaluated_decision_fits check (length(decision) <= 2000),
    constraint evaluated_once unique (evaluation_id, body_id),
    constraint evaluated_has_a_term_when_told check ((state in ('ASKED', 'SCORED')) = (objection_due is null)),
    constraint evaluated_objects_with_words check (state <> 'OBJECTED' or (objection <> '' and answer_due is not null))
);
create index evaluated_by_body on evaluated (body_id, state);
create index evaluated_by_region on evaluated (region_code, state);
comment on column evaluated.position is 'its place in the plan, by which all lists are ordered';
comment on column evaluated.returned is 'why it was sent back';

-- 评分: of the body itself, of the office, of the experts. Either a mark up to the full one, or not applicable.
create table evaluation_mark (
    evaluated_id   uuid not null constraint evaluation_mark_of_fk references evaluated,
    index_id       uuid not null,
    full_mark      numeric(4, 1) not null,
    hand           text not null constraint evaluation_mark_hand_known check (hand in ('SELF', 'OFFICE', 'EXPERT')),
    mark           numeric(4, 1) constraint evaluation_mark_up_to_the_full check (mark between 0 and full_mark),
    not_applicable boolean not null,
    words          text not null constraint evaluation_mark_words_fit check (length(words) <= 500),
    version        int not null default 1,
    constraint evaluation_mark_pk primary key (evaluated_id, index_id, hand),
    constraint evaluation_mark_index_fk foreign key (index_id, full_mark) references evaluation_index (id, weight),
    constraint evaluation_mark_or_not_applicable check (not_applicable = (mark is null)),
    constraint evaluation_mark_not_applicable_says_why check (not not_applicable or words <> '')
);
create index evaluation_mark_by_index on evaluation_mark (index_id);

-- 佐证: what the ledger holds already, picked for an index; its words as they stood when it was picked. One document at most.
create table evaluation_evidence (
    evaluated_id uuid not null constraint evaluation_evidence_of_fk references evaluated,
    index_id     uuid not null constraint evaluation_evidence_index_fk references evaluation_index,
    kind         text not null constraint evaluation_evidence_kind_known check (kind in ('FACTS', 'FIGURE', 'SAID', 'DOCUMENT')),
    source       uuid not null,
    label        text not null,
    path         text not null,
    constraint evaluation_evidence_pk primary key (evaluated_id, index_id, kind, source)
);
create unique index evaluation_evidence_one_document on evaluation_evidence (evaluated_id, index_id) where kind = 'DOCUMENT';
create index evaluation_evidence_by_index on evaluation_evidence (index_id);

-- 结果通知: to one body only. Never changed; what was decided on an objection is told in a later one.
create table evaluation_notice (
    id           uuid constraint evaluation_notice_pk primary key,
    evaluated_id uuid not null constraint evaluation_notice_of_fk references evaluated,
    turn         int not null constraint evaluation_notice_turn_counts check (turn >= 1),
    issued_at    timestamptz not null,
    content      jsonb not null,
    checksum     text not null constraint evaluation_notice_checksum_shape check (checksum ~ '^[0-9a-f]{64}$'),
    constraint evaluation_notice_one_each_turn unique (evaluated_id, turn)
);
create function keep_notice() returns trigger language plpgsql as $$
begin
    raise exception 'a result that was told is never changed: tell another that takes its place';
end
$$;
create trigger notice_stays before update or delete on evaluation_notice for each statement execute function keep_notice();

-- 走访、调研、座谈.
create table evaluation_visit (
    id            uuid constraint evaluation_visit_pk primary key,
    evaluation_id uuid not null constraint evaluation_visit_of_fk references evaluation,
    kind          text not null constraint evaluation_visit_kind_known check (kind in ('VISIT', 'RESEARCH', 'MEETING')),
    day           date not null,
    place         text not null constraint evaluation_visit_at_a_place check (length(place) between 1 and 100),
    company       text not null constraint evaluation_visit_by_somebody check (length(company) between 1 and 200),
    findings      text not null constraint evaluation_visit_finds_something check (length(findings) between 1 and 2000),
    file          uuid,
    added_at      timestamptz not null,
    withdrawn     text constraint evaluation_visit_withdrawn_for_a_reason check (length(withdrawn) between 2 and 200)
);
create index evaluation_visit_by_day on evaluation_visit (evaluation_id, day);
comment on column evaluation_visit.company is 'who took part, as bodies and posts';

-- What happened, told once and never changed.
create table evaluation_event (
    id            bigint generated always as identity constraint evaluation_event_pk primary key,
    evaluation_id uuid not null constraint evaluation_event_of_fk references evaluation,
    evaluated_id  uuid constraint evaluation_event_evaluated_fk references evaluated,
    at            timestamptz not null,
    act           text not null,
    account       uuid not null,
    words         text not null
);
create index evaluation_event_by_evaluation on evaluation_event (evaluation_id, id);
create index evaluation_event_by_evaluated on evaluation_event (evaluated_id, id);

-- 报告: made in the background. Whoever writes says so every few seconds; from one who fell silent the work is taken over.
create table evaluation_report (
    id            uuid constraint evaluation_report_pk primary key,
    evaluation_id uuid not null constraint evaluation_report_of_fk references evaluation,
    turn          int not null constraint evaluation_report_turn_counts check (turn >= 1),
    state         text not null constraint evaluation_report_state_known check (state in ('WAITING', 'WRITING', 'DONE', 'BROKEN')),
    asked_at      timestamptz not null,
    asked_by      uuid not null,
    represented   uuid,
    attempts      int not null default 0,
    beat_at       timestamptz,
    steps_done    int not null default 0,
    steps         int not null default 0,
    content       jsonb,
    checksum      text constraint evaluation_report_checksum_shape check (checksum ~ '^[0-9a-f]{64}$'),
    ended_at      timestamptz,
    constraint evaluation_report_one_each_turn unique (evaluation_id, turn),
    constraint evaluation_report_whole_or_not_at_all check (
        (state = 'DONE') = (content is not null) and (state = 'DONE') = (checksum is not null)
        and (state in ('DONE', 'BROKEN')) = (ended_at is not null))
);
create unique index evaluation_report_one_at_work on evaluation_report (evaluation_id) where state in ('WAITING', 'WRITING');
create function keep_report() returns trigger language plpgsql as $$
begin
    if old.state = 'DONE' then
        raise exception 'a report that was made is never changed: make another';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger report_stays before update or delete on evaluation_report for each row execute function keep_report();
