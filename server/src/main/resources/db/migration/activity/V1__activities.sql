-- Something that is done for people, told once. Kinds and campaigns are named as in activity/kinds.yaml and activity/campaigns.yaml, audiences and
-- kinds of places as facts name them.
create table activity (
    id           uuid constraint activity_pk primary key,
    title        text not null constraint activity_title_fits check (length(title) between 1 and 100),
    kind         text not null,
    campaign     text,
    summary      text not null,
    audiences    text[] not null constraint activity_is_for_somebody check (audiences <> '{}'),
    region       text not null constraint activity_region_fk references region.region,
    place_kind   text not null,
    place        text not null constraint activity_place_told check (place <> ''),
    way          text not null,
    latitude     double precision,
    longitude    double precision,
    access       text not null,
    safety       text not null,
    telephone    text not null,
    state        text not null constraint activity_state_known check (state in ('DRAFT', 'PUBLISHED', 'CANCELLED')),
    version      int not null,
    copied_from  uuid constraint activity_copied_fk references activity,
    written_at   timestamptz not null,
    written_by   uuid not null,
    published_at timestamptz,
    constraint activity_place_on_earth check (
        (latitude is null) = (longitude is null) and latitude between -90 and 90 and longitude between -180 and 180),
    constraint activity_published_some_day check (state = 'DRAFT' or published_at is not null)
);
create index activity_by_region on activity (region);
create index activity_by_copied on activity (copied_from);

-- Who holds it: each is credited, and it counts once.
create table organiser (
    activity uuid not null constraint organiser_activity_fk references activity,
    body     uuid not null,
    position int not null,
    constraint organiser_pk primary key (activity, body)
);
create index organiser_by_body on organiser (body);

-- The measures of plans that it serves.
create table served_measure (
    activity uuid not null constraint served_measure_activity_fk references activity,
    measure  uuid not null,
    constraint served_measure_pk primary key (activity, measure)
);
create index served_measure_by_measure on served_measure (measure);

-- When it takes place, and how many may come. Without a capacity nobody need register. What is taken and how many wait is changed only by the
-- statements that decide on bookings; the constraint would catch them if they were wrong.
create table session (
    id           uuid constraint session_pk primary key,
    activity     uuid not null constraint session_activity_fk references activity,
    starts_at    timestamptz not null,
    ends_at      timestamptz not null,
    capacity     int constraint session_has_room check (capacity > 0),
    taken        int not null default 0,
    waiting      int not null default 0 constraint session_waiting_counted check (waiting >= 0),
    waits        boolean not null,
    per_person   smallint not null constraint session_per_person_sensible check (per_person between 1 and 50),
    opens_at     timestamptz not null,
    closes_at    timestamptz not null,
    lottery      boolean not null default false,
    draw_seed    text,
    drawn_at     timestamptz,
    offer_minutes int constraint session_offers_last check (offer_minutes between 10 and 10080),
    cancelled_at timestamptz,
    constraint session_draws_by_a_seed check (lottery = (draw_seed is not null) and (lottery or drawn_at is null)),
    constraint session_takes_time check (ends_at > starts_at),
    constraint session_open_before_it_closes check (closes_at > opens_at),
    constraint session_never_oversold check (taken >= 0 and taken <= coalesce(capacity, 0))
);
create index session_by_activity on session (activity);
create index session_by_start on session (starts_at);
create index session_by_end on session (ends_at);
