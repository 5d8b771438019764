-- Rosters of those whom the plan names. One person may stand on several; totals count the person once.
create table roster_entry (
    id          uuid constraint roster_entry_pk primary key,
    kind        text not null constraint roster_entry_kind_known check (kind in ('INFORMANT', 'ENVOY', 'TUTOR', 'HEAD')),
    person      uuid not null constraint roster_entry_person_fk references person,
    region      text not null constraint roster_entry_region_fk references region.region,
    speciality  text not null,
    workplace   text not null,
    post        text constraint roster_entry_post_known check (post in ('HOSPITAL', 'SCHOOL', 'STATION')),
    full_time   boolean not null,
    certificate text not null,
    certified   date,
    since       date not null,
    until       date,
    agreed_how  text not null constraint roster_entry_consent_is_kept check (agreed_how <> ''),
    kept_at     timestamptz not null,
    kept_by     uuid not null,
    constraint roster_entry_days_in_order check (until is null or until >= since),
    constraint roster_entry_heads_have_posts check (
        case when kind = 'HEAD' then post is not null or until is not null else post is null end),
    constraint roster_entry_certified_by_a_paper check (certified is null or certificate <> '')
);
create unique index roster_entry_once on roster_entry (kind, person) where until is null;
create index roster_entry_by_person on roster_entry (person);
create index roster_entry_by_region on roster_entry (region);

-- Numbers that live in another system (科普中国信息员): told with their source and day, never typed over.
create table roster_number (
    id      uuid constraint roster_number_pk primary key,
    kind    text not null constraint roster_number_kind_known check (kind in ('INFORMANT', 'ENVOY', 'TUTOR', 'HEAD')),
    region  text not null constraint roster_number_region_fk references region.region,
    day     date not null,
    count   int not null constraint roster_number_counts check (count >= 0),
    source  text not null constraint roster_number_has_a_source check (source <> ''),
    kept_at timestamptz not null,
    kept_by uuid not null,
    constraint roster_number_once unique (kind, region, day, source)
);
create index roster_number_by_region on roster_number (region);

-- What herders and farmers ask of the envoys (科技特派员): who took it, when it was served, what they said of it.
create table demand (
    id        uuid constraint demand_pk primary key,
    region    text not null constraint demand_region_fk references region.region,
    topic     text not null,
    words     text not null,
    asked_on  date not null,
    envoy     uuid constraint demand_envoy_fk references roster_entry,
    taken_on  date,
    served_on date,
    minutes   int constraint demand_takes_time check (minutes between 1 and 1440),
    people    int constraint demand_reaches check (people >= 0),
    rating    int constraint demand_rated check (rating between 1 and 5),
    kept_at   timestamptz not null,
    kept_by   uuid not null,
    constraint demand_days_in_order check ((envoy is null) = (taken_on is null) and (served_on is null or taken_on <= served_on)),
    constraint demand_served_told check ((served_on is null) = (minutes is null) and (served_on is null) = (people is null))
);
create index demand_by_region on demand (region);
create index demand_by_envoy on demand (envoy);
