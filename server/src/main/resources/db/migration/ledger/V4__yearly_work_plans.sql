-- 年度工作计划 of an office (no body) or of a body. A draft is edited section by section; what was issued stays as it was issued, until a
-- later one takes its place.
create table work_plan (
    id          uuid constraint work_plan_pk primary key,
    plan_id     uuid not null,
    year        int not null constraint work_plan_in_our_time check (year between 1990 and 2100),
    region_code text not null,
    body_id     uuid,
    issuer      text not null,
    title       text not null constraint work_plan_is_called_something check (length(title) between 1 and 200),
    state       text not null constraint work_plan_state_known check (state in ('DRAFT', 'ISSUED', 'SUPERSEDED')),
    supersedes  uuid constraint work_plan_supersedes_fk references work_plan,
    begun_at    timestamptz not null,
    number      text constraint work_plan_number_fits check (length(number) between 1 and 60),
    issued_on   date,
    content     jsonb,
    checksum    text constraint work_plan_checksum_shape check (checksum ~ '^[0-9a-f]{64}$'),
    constraint work_plan_issued_whole check (
        (state = 'DRAFT') = (number is null) and (state = 'DRAFT') = (issued_on is null)
        and (state = 'DRAFT') = (content is null) and (state = 'DRAFT') = (checksum is null))
);
create unique index work_plan_one_draft on work_plan (plan_id, year, body_id) nulls not distinct where state = 'DRAFT';
create unique index work_plan_one_in_force on work_plan (plan_id, year, body_id) nulls not distinct where state = 'ISSUED';
create unique index work_plan_number_given_once on work_plan (region_code, body_id, number) nulls not distinct
    where number is not null;
create index work_plan_by_region on work_plan (region_code, year);

create function keep_issued_work_plan() returns trigger language plpgsql as $$
begin
    if old.state <> 'DRAFT' and (tg_op = 'DELETE' or to_jsonb(new) - 'state' <> to_jsonb(old) - 'state') then
        raise exception 'an issued work plan is never changed: issue another that takes its place';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
create trigger issued_work_plan_stays before update or delete on work_plan for each row execute function keep_issued_work_plan();

create table work_plan_section (
    work_plan_id uuid not null constraint work_plan_section_fk references work_plan,
    position     int not null,
    heading      text not null constraint work_plan_section_headed check (length(heading) between 1 and 100),
    text         text not null constraint work_plan_section_fits check (length(text) <= 20000),
    version      int not null default 1,
    constraint work_plan_section_pk primary key (work_plan_id, position)
);
