-- How people come to a session, for whom seats are kept, and what the organiser asks.
-- Of the capacity, taken are given, kept are set aside for quotas and not yet given, and what of the seats at the door is not yet given is
-- kept for those who come without a word. The rest is for all.
alter table session
    add column kept int not null default 0 constraint session_kept_counted check (kept >= 0),
    add column door_seats int not null default 0 constraint session_door_seats_counted check (door_seats >= 0),
    add column door_given int not null default 0 constraint session_door_given_counted check (door_given >= 0),
    add column release_minutes int not null default 1440 constraint session_releases_in_time check (release_minutes between 0 and 10080),
    add column released_at timestamptz,
    add column parties text[] not null default '{SINGLE}' constraint session_parties_known check (
        parties <> '{}' and parties <@ array['SINGLE', 'FAMILY', 'GROUP', 'SCHOOL']),
    add column group_most smallint not null default 50 constraint session_group_most_sensible check (group_most between 2 and 500),
    add column reclaim_minutes smallint constraint session_reclaims_in_time check (reclaim_minutes between 5 and 180),
    add column reclaimed_at timestamptz,
    drop constraint session_never_oversold,
    add constraint session_never_oversold check (
        taken >= 0 and taken + kept + greatest(door_seats - door_given, 0) <= coalesce(capacity, 0)),
    add constraint session_door_given_is_taken check (door_given <= taken);

-- Seats of a session that are kept for elders, or for those who live in a division.
create table quota (
    id       uuid constraint quota_pk primary key,
    session  uuid not null constraint quota_session_fk references session,
    kind     text not null constraint quota_kind_known check (kind in ('ELDERS', 'AREA')),
    region   text constraint quota_region_fk references region.region,
    capacity int not null constraint quota_has_room check (capacity > 0),
    taken    int not null default 0,
    waiting  int not null default 0 constraint quota_waiting_counted check (waiting >= 0),
    constraint quota_of_an_area_has_one check ((kind = 'AREA') = (region is not null)),
    constraint quota_once unique nulls not distinct (session, kind, region),
    constraint quota_never_oversold check (taken between 0 and capacity)
);
create index quota_by_region on quota (region);

-- What the organiser asks of those who book: three questions at most.
create table question (
    session  uuid not null constraint question_session_fk references session,
    position smallint not null constraint question_of_three check (position between 1 and 3),
    words    text not null constraint question_short check (length(words) between 1 and 60),
    kind     text not null constraint question_kind_known check (kind in ('YES_NO', 'CHOICE', 'TEXT', 'NUMBER')),
    choices  text[] not null default '{}',
    needed   boolean not null,
    constraint question_pk primary key (session, position),
    constraint question_choices_where_chosen check ((kind = 'CHOICE') = (cardinality(choices) between 2 and 10)),
    constraint question_no_choices_elsewhere check (kind = 'CHOICE' or choices = '{}')
);

-- Who comes: numbers, and the name of a group or a school; never the names of pupils. Name of the party and answers are sealed.
-- A booking may use some quotas; it holds its seats in one of them, or in what is for all.
alter table booking
    add column party text not null default 'SINGLE' constraint booking_party_known check (party in ('SINGLE', 'FAMILY', 'GROUP', 'SCHOOL')),
    add column children smallint not null default 0,
    add column party_name text,
    add column grade text not null default '' constraint booking_grade_short check (length(grade) <= 20),
    add column answers text,
    add column may_use uuid[] not null default '{}',
    add column quota uuid constraint booking_quota_fk references quota,
    add column reminded_at timestamptz,
    drop constraint booking_for_somebody,
    add constraint booking_for_somebody check (places between 1 and 500),
    add constraint booking_children_come_with_somebody check (children >= 0 and (children = 0 or party = 'FAMILY' and children < places)),
    drop constraint booking_state_known,
    add constraint booking_state_known check (
        state in ('ENTERED', 'CONFIRMED', 'WAITING', 'OFFERED', 'CANCELLED', 'LAPSED', 'RECLAIMED')),
    drop constraint booking_cancelled_some_day,
    add constraint booking_cancelled_some_day check ((state in ('CANCELLED', 'LAPSED', 'RECLAIMED')) = (cancelled_at is not null)),
    add constraint booking_in_a_quota_that_it_may_use check (quota is null or quota = any(may_use));
create index booking_by_quota on booking (quota);

-- Seats given at the door to those who come without a word: numbers only; what was given by mistake is taken back.
create table door_seat (
    session    uuid not null constraint door_seat_session_fk references session,
    asked_with text not null,
    places     int not null constraint door_seat_some check (places <> 0),
    given_at   timestamptz not null,
    given_by   uuid not null,
    constraint door_seat_once primary key (session, asked_with)
);
