-- What one body is asked to do for one measure in one year.
create table task (
    id          uuid primary key,
    plan_id     uuid not null,
    measure_id  uuid not null,
    region_code text not null,
    year        int not null check (year between 1990 and 2100),
    role        text not null check (role in ('LEAD', 'PARTICIPANT')),
    position    int not null,
    written     text not null,
    body_id     uuid,
    body_group  text,
    state       text not null check (state in ('ASSIGNED', 'TAKEN_UP', 'IN_PROGRESS', 'DONE')),
    version     int not null,
    created_at  timestamptz not null,
    constraint task_asked_once unique (measure_id, year, written),
    constraint task_asked_of_body_once unique (measure_id, year, body_id)
);
create index task_by_plan_year on task (plan_id, year);
create index task_by_body on task (body_id, year);

-- Each step of a task, told once and never changed.
create table task_event (
    id      bigint generated always as identity primary key,
    task_id uuid not null references task,
    at      timestamptz not null,
    by      text not null,
    kind    text not null
);
create index task_event_by_task on task_event (task_id);
