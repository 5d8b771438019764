-- The terms in which facts are told are data: what happens, for whom, in what kind of place.
create table kind (
    id       smallint generated always as identity constraint kind_pk primary key,
    code     text not null constraint kind_code_taken unique constraint kind_code_shape check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    name     text not null constraint kind_named check (name <> ''),
    thing    text,
    thing_needed boolean not null default false constraint kind_needs_what_it_is_about check (not thing_needed or thing is not null),
    persons  boolean not null,
    amounts  text[] not null constraint kind_amounts_known check (
        amounts <@ array['EVENTS', 'ATTENDANCES', 'MINUTES', 'MONEY', 'QUANTITY'] and amounts <> '{}'),
    quantity text constraint kind_says_its_quantity check ((quantity is not null) = ('QUANTITY' = any(amounts)))
);
create table audience (
    id   smallint generated always as identity constraint audience_pk primary key,
    code text not null constraint audience_code_taken unique,
    name text not null constraint audience_named check (name <> '')
);
create table place (
    id   smallint generated always as identity constraint place_pk primary key,
    code text not null constraint place_code_taken unique,
    name text not null constraint place_named check (name <> '')
);

-- What a fact may be about: a school, a vehicle, a base.
create table thing (
    id     bigint generated always as identity constraint thing_pk primary key,
    kind   text not null,
    code   text not null,
    name   text not null constraint thing_named check (name <> ''),
    region text not null constraint thing_region_fk references region.region,
    constraint thing_code_taken unique (kind, code)
);
create index thing_by_region on thing (kind, region);

-- One countable thing that happened. Never changed: a correction is a counter-fact of weight -1 that takes back all amounts of the fact it
-- names, and a new fact of the next version.
create table fact (
    id          bigint generated always as identity constraint fact_pk primary key,
    kind        smallint not null constraint fact_kind_fk references kind,
    audience    smallint not null constraint fact_audience_fk references audience,
    place       smallint not null constraint fact_place_fk references place,
    rural       boolean not null,
    weight      smallint not null constraint fact_counts_or_counters check (weight in (1, -1)),
    version     int not null constraint fact_version_begins_at_one check (version >= 1),
    day         date not null constraint fact_day_in_our_time check (day between '1949-10-01' and '2149-12-31'),
    events      int not null,
    attendances int not null,
    minutes     int not null,
    thing       bigint constraint fact_thing_fk references thing,
    counters    bigint constraint fact_counters_fk references fact,
    money       bigint not null,
    quantity    bigint not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null,
    digest      uuid not null,
    region      text not null constraint fact_region_fk references region.region,
    source      text not null,
    source_id   text not null constraint fact_source_id_fits check (length(source_id) between 1 and 120),
    title       text not null constraint fact_title_fits check (length(title) between 1 and 200),
    organisers  uuid[] not null,
    measures    uuid[] not null,
    constraint fact_identity unique (source, source_id, version, weight),
    constraint fact_amounts_follow_the_weight check (
        events * weight >= 0 and attendances * weight >= 0 and minutes * weight >= 0 and money * weight >= 0
        and quantity * weight >= 0),
    constraint fact_amounts_can_be_added check (
        abs(money) <= 10000000000000 and abs(quantity) <= 10000000000000),
    constraint fact_counters_what_it_takes_back check ((counters is null) = (weight = 1))
);
create unique index fact_countered_once on fact (counters) where counters is not null;
-- Both hold all that is added up, so that sums read the index alone.
create index fact_by_region on fact (region, kind, day)
    include (id, audience, place, rural, weight, events, attendances, minutes, money, quantity);
create index fact_by_day on fact (kind, day desc, id desc)
    include (region, audience, place, rural, weight, events, attendances, minutes, money, quantity);
create index fact_by_thing on fact (thing, kind, day) where thing is not null;

-- Persons by keyed hash, only where a target counts persons (名) and not attendances (人次).
create table fact_person (
    fact   bigint not null constraint fact_person_fact_fk references fact,
    person bytea not null constraint fact_person_is_a_hash check (length(person) = 32),
    constraint fact_person_pk primary key (fact, person)
);

-- The measures that a fact serves, so that a measure finds its latest facts.
create table fact_measure (
    measure uuid not null,
    fact    bigint not null constraint fact_measure_fact_fk references fact,
    constraint fact_measure_pk primary key (measure, fact)
);

create function keep_facts() returns trigger language plpgsql as $$
begin
    raise exception 'a fact is never changed: record a counter-fact';
end
$$;
create trigger fact_stays before update or delete on fact for each statement execute function keep_facts();

-- What was recorded and is not in the cells yet. Writers only add here; the rolling job takes rows out and adds them to the cells in one
-- transaction, so that whoever reads both in one snapshot misses nothing and counts nothing twice.
create table fresh (
    kind        smallint not null,
    audience    smallint not null,
    place       smallint not null,
    rural       boolean not null,
    month       date not null,
    facts       bigint not null,
    events      bigint not null,
    attendances bigint not null,
    minutes     bigint not null,
    money       bigint not null,
    quantity    bigint not null,
    region      text not null
);

-- Sums of whole months for each division of banner level and above, all that lies below it included.
create table cell (
    kind        smallint not null,
    audience    smallint not null,
    place       smallint not null,
    rural       boolean not null,
    month       date not null,
    facts       bigint not null,
    events      bigint not null,
    attendances bigint not null,
    minutes     bigint not null,
    money       bigint not null,
    quantity    bigint not null,
    unit        text not null,
    constraint cell_pk primary key (unit, kind, month, audience, place, rural)
);

-- Where each code stood in the tree for which the cells were drawn.
create table standing (
    code text constraint standing_pk primary key,
    path text[] not null
);
create index standing_by_path on standing using gin (path);

-- The edition of the tree and its drawing for which the cells hold.
create table rolled (
    edition date not null,
    drawing bigint not null,
    alone   boolean constraint rolled_pk primary key default true constraint rolled_is_one check (alone)
);
insert into rolled (edition, drawing) values ('-infinity', 0);
