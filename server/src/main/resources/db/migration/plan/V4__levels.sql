-- Links between levels are proposed by comparison and settled by people. A removed one stays, so that no comparison
-- proposes it again.
alter table link
    add column state text not null default 'PROPOSED'
        constraint link_state_known check (state in ('PROPOSED', 'CONFIRMED', 'REMOVED')),
    add column origin text not null default 'COMPARED'
        constraint link_origin_known check (origin in ('COMPARED', 'INHERITED', 'BY_HAND')),
    add column settled_at timestamptz,
    add column settled_by uuid;

-- What became of each target of an upper plan below, and what the lower plan adds.
create table target_change (
    upper_plan   uuid not null constraint target_change_upper_plan_fk references plan,
    lower_plan   uuid not null constraint target_change_lower_plan_fk references plan,
    upper_target uuid constraint target_change_upper_fk references target,
    lower_target uuid constraint target_change_lower_fk references target,
    verdict      text not null constraint target_change_verdict_known
        check (verdict in ('RAISED', 'EQUAL', 'LOWERED', 'DROPPED', 'NEW')),
    constraint target_change_of_something check (num_nonnulls(upper_target, lower_target) > 0)
);
create index target_change_by_plans on target_change (upper_plan, lower_plan);
create index target_change_by_lower_plan on target_change (lower_plan);
