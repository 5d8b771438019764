-- Indicators are data, each with the days for which a definition holds.
create table definition (
    indicator  text not null constraint definition_indicator_shape check (indicator ~ '^[a-z][a-z0-9-]{1,59}$'),
    valid      daterange not null constraint definition_lasts check (not isempty(valid)),
    body       jsonb not null,
    shipped    boolean not null,
    changed_at timestamptz not null,
    changed_by uuid not null,
    constraint definition_pk primary key (indicator, valid without overlaps)
);

-- Values that somebody else states. Never changed: a later one of the same day stands beside it and counts.
create table statement (
    id        bigint generated always as identity constraint statement_pk primary key,
    indicator text not null,
    region    text not null constraint statement_region_fk references region.region,
    day       date not null,
    value     numeric not null,
    source    text not null constraint statement_names_its_source check (btrim(source) <> ''),
    document  text,
    stated_at timestamptz not null,
    stated_by uuid not null
);
create index statement_by_day on statement (indicator, region, day desc, id desc);

-- What a plan asks for, as an indicator reads it. Proposed from the sentence of the plan, confirmed by a person; without an indicator
-- where a person said that none expresses it.
create table target (
    id           uuid constraint target_pk primary key,
    indicator    text,
    region       text not null constraint target_region_fk references region.region,
    operator     text not null constraint target_operator_known check (operator in ('AT_LEAST', 'MORE_THAN', 'EXACTLY', 'ALL', 'AT_MOST')),
    value        numeric not null,
    span         text not null constraint target_span_known check (span in ('YEAR', 'SEMESTER', 'PERIOD', 'DAY')),
    period       daterange not null constraint target_lasts check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
    aspiration   boolean not null,
    quote        text not null constraint target_quotes check (btrim(quote) <> ''),
    document     text not null,
    plan         uuid,
    plan_target  uuid constraint target_of_plan_once unique,
    position     int not null,
    confirmed_at timestamptz,
    confirmed_by uuid,
    constraint target_confirmed_by_somebody check ((confirmed_at is null) = (confirmed_by is null))
);
create index target_by_region on target (region, position);
create index target_by_plan on target (plan, position);

-- A figure as an issued document used it. Never changed; what is counted later stands beside it.
create table issued (
    id        uuid constraint issued_pk primary key,
    document  text not null constraint issued_in_a_document check (btrim(document) <> ''),
    indicator text not null,
    region    text not null constraint issued_region_fk references region.region,
    during    daterange not null,
    edition   date not null,
    value     numeric,
    figure    jsonb not null,
    checksum  text not null constraint issued_checksum_shape check (checksum ~ '^[0-9a-f]{64}$'),
    issued_at timestamptz not null,
    issued_by uuid not null
);
create index issued_by_figure on issued (indicator, region, issued_at desc);
