-- Which role an account holds, where and when. Ended by a day, or taken back; never deleted.
create table role_grant (
    id         uuid constraint role_grant_pk primary key default uuidv7(),
    holder     uuid not null constraint role_grant_holder_fk references account,
    role       text not null constraint role_grant_role_said check (role ~ '^[A-Z_]+$'),
    region     text constraint role_grant_region_fk references region.region (code),
    body       uuid,
    plan       uuid,
    within     text not null constraint role_grant_within_fk references region.region (code),
    starts_at  timestamptz not null,
    ends_at    timestamptz,
    given_by   uuid not null,
    given_at   timestamptz not null,
    reason     text not null constraint role_grant_reason_said check (btrim(reason) <> ''),
    revoked_at timestamptz,
    revoked_by uuid,
    revoked_why text,
    place      text not null generated always as (coalesce(region, body::text, plan::text)) stored,
    hand       text not null generated always as (
        case when role in ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR') then role else '' end) stored,
    constraint role_grant_reaches_one_place check (num_nonnulls(region, body, plan) = 1),
    constraint role_grant_lies_in_its_region check (region = within),
    constraint role_grant_hand_has_a_region check (hand = '' or region is not null),
    constraint role_grant_lasts check (ends_at > starts_at),
    constraint role_grant_is_not_given_to_oneself check (given_by <> holder),
    constraint role_grant_revoked_by_somebody check (
        num_nonnulls(revoked_at, revoked_by, revoked_why) in (0, 3) and revoked_by <> holder),
    -- The three hands (三员分立) are apart from each other and from all other roles at every moment.
    constraint role_grant_hands_stay_apart exclude using gist (
        holder with =, hand with <>, tstzrange(starts_at, ends_at) with &&) where (revoked_at is null),
    constraint role_grant_given_once exclude using gist (
        holder with =, role with =, place with =, tstzrange(starts_at, ends_at) with &&) where (revoked_at is null)
);
create index role_grant_by_holder on role_grant (holder);
create index role_grant_by_region on role_grant (within);
comment on column role_grant.given_by is 'the account that gave it; all zeros for the program';
comment on column role_grant.within is 'the division of the place, by which it is seen who may give it';
