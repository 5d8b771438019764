-- A plan that cannot be asked is asked again later, and the round says why meanwhile.
alter table round_plan
    add column failures  int not null default 0 constraint round_plan_failures_count check (failures >= 0),
    add column fault     text constraint round_plan_fault_known check (fault in ('BUSY', 'DOES_NOT_FIT', 'UNFORESEEN')),
    add column ask_after timestamptz,
    add constraint round_plan_put_off_for_a_fault check (
        (failures = 0) = (fault is null) and (failures = 0) = (ask_after is null));
drop index round_to_open;

-- Whoever comes second with a section of a work plan is told who was first, and when.
alter table work_plan_section
    add column changed_at timestamptz,
    add column changed_by uuid,
    add constraint work_plan_section_changed_by_somebody check ((changed_at is null) = (changed_by is null));

-- 专题调研: what an office saw at a unit or a society, with or without an evaluation.
create table research (
    id          uuid constraint research_pk primary key,
    region_code text not null constraint research_region_fk references region.region,
    day         date not null,
    topic       text not null constraint research_of_something check (length(topic) between 1 and 100),
    visited     text not null constraint research_somewhere check (length(visited) between 1 and 100),
    company     text not null constraint research_by_somebody check (length(company) between 1 and 200),
    findings    text not null constraint research_finds_something check (length(findings) between 1 and 2000),
    file        uuid,
    added_at    timestamptz not null,
    withdrawn   text constraint research_withdrawn_for_a_reason check (length(withdrawn) between 2 and 200)
);
create index research_by_region on research (region_code, day);
comment on column research.visited is 'the unit or society';
comment on column research.company is 'who took part, as bodies and posts';
