-- A task may end its year by being carried over (结转): the next year's task of the same measure and body says what it continues.
alter table task drop constraint task_state_check;
alter table task add constraint task_state_known check (
    state in ('ASSIGNED', 'TAKEN_UP', 'IN_PROGRESS', 'CARRIED_OVER', 'DONE'));
alter table task add column continues uuid constraint task_continues_fk references task;
alter table task add constraint task_continued_once unique (continues);

-- What an event was about and why; and in whose place it was done (代理), if in another's.
alter table task_event add column what text not null default '';
alter table task_event add column why text not null default '';
alter table task_event add column represented uuid;

-- 分工: a piece of a task that somebody of the body answers for.
create table task_part (
    id       uuid constraint task_part_pk primary key,
    task_id  uuid not null constraint task_part_task_fk references task,
    what     text not null constraint task_part_says_what check (length(what) between 1 and 200),
    delegate uuid,
    due      date not null,
    state    text not null constraint task_part_state_known check (state in ('OPEN', 'DONE', 'DROPPED')),
    done_on  date,
    version  int not null default 1,
    constraint task_part_done_on_a_day check ((done_on is not null) = (state = 'DONE'))
);
create index task_part_by_task on task_part (task_id, due);

-- 佐证: what a body says of a task that no number tells. Never changed; a later one takes the place of an earlier one.
create table task_evidence (
    id         uuid constraint task_evidence_pk primary key,
    task_id    uuid not null constraint task_evidence_task_fk references task,
    said       text not null constraint task_evidence_says_something check (length(said) between 1 and 500),
    day        date not null,
    file       uuid,
    supersedes uuid constraint task_evidence_superseded_once unique,
    added_at   timestamptz not null,
    constraint task_evidence_of_task unique (id, task_id),
    constraint task_evidence_supersedes_its_like foreign key (supersedes, task_id) references task_evidence (id, task_id)
);
create index task_evidence_by_task on task_evidence (task_id, day);
create function keep_evidence() returns trigger language plpgsql as $$
begin
    raise exception 'evidence is never changed: add another that takes its place';
end
$$;
create trigger evidence_stays before update or delete on task_evidence for each statement execute function keep_evidence();

-- 本单位计划文件: the plan into which a body has taken its tasks. Named once, chosen for each task.
create table own_plan (
    id        uuid constraint own_plan_pk primary key,
    body_id   uuid not null,
    title     text not null constraint own_plan_is_called_something check (length(title) between 1 and 200),
    number    text not null constraint own_plan_number_fits check (length(number) <= 60),
    signed_on date not null,
    file      uuid,
    constraint own_plan_entered_once unique (body_id, title, number)
);
create table task_own_plan (
    task_id     uuid constraint task_own_plan_pk primary key constraint task_own_plan_task_fk references task,
    own_plan_id uuid not null constraint task_own_plan_fk references own_plan,
    item        text not null constraint task_own_plan_item_fits check (length(item) <= 100)
);
