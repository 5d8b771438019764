alter table account
    add column region     text constraint account_region_fk references region.region (code),
    add column body       uuid,
    add column closed_by  uuid,
    add column closed_why text,
    add constraint account_kind_of_one unique (id, kind),
    add constraint account_closed_by_another check (closed_by <> id),
    add constraint account_closed_for_a_reason check (
        (closed_by is null) = (closed_why is null) and (closed_at is not null or closed_by is null));
create index account_by_region on account (region);
comment on column account.region is 'the division that keeps it; none: the topmost';
comment on column account.body is 'where its holder works';

-- Who was asked to join. The account is there from the beginning; until it is taken up nobody knows its password.
create table invitation (
    id           uuid constraint invitation_pk primary key default uuidv7(),
    account      uuid not null constraint invitation_account_fk references account,
    channel      text constraint invitation_channel_known check (channel in ('MAIL', 'SMS')),
    contact      text,
    token_hash   bytea not null constraint invitation_token_is_a_digest check (length(token_hash) = 32),
    invited_by   uuid not null,
    invited_at   timestamptz not null,
    expires_at   timestamptz not null,
    accepted_at  timestamptz,
    withdrawn_at timestamptz,
    withdrawn_by uuid,
    constraint invitation_once unique (account),
    constraint invitation_token_unique unique (token_hash),
    constraint invitation_reaches_somewhere check ((channel is null) = (contact is null)),
    constraint invitation_lasts_a_week check (expires_at > invited_at and expires_at <= invited_at + interval '7 days'),
    constraint invitation_ends_one_way check (
        num_nonnulls(accepted_at, withdrawn_at) <= 1 and (withdrawn_at is null) = (withdrawn_by is null))
);
comment on column invitation.contact is 'sealed';
comment on column invitation.invited_at is 'when it was last sent';

-- A role that whoever invites thinks fit. It gives nothing until the security administrator has given it.
create table wish (
    id          uuid constraint wish_pk primary key default uuidv7(),
    holder      uuid not null constraint wish_holder_fk references account,
    role        text not null constraint wish_role_said check (role ~ '^[A-Z_]+$'),
    region      text constraint wish_region_fk references region.region (code),
    body        uuid,
    plan        uuid,
    within      text not null constraint wish_within_fk references region.region (code),
    reason      text not null constraint wish_reason_said check (btrim(reason) <> ''),
    wished_by   uuid not null,
    wished_at   timestamptz not null,
    granted     uuid constraint wish_granted_fk references role_grant,
    declined_at timestamptz,
    declined_by uuid,
    constraint wish_of_one_place check (num_nonnulls(region, body, plan) = 1),
    constraint wish_lies_in_its_region check (region = within),
    constraint wish_decided_one_way check (
        num_nonnulls(granted, declined_at) <= 1 and (declined_at is null) = (declined_by is null))
);
create index wish_open on wish (within) where granted is null and declined_at is null;
create index wish_by_holder on wish (holder);

-- Who acts in whose place (代理), for a time. Never for one of the three hands, and no hand for others: that is asked
-- of the grants at each request.
create table deputy (
    id          uuid constraint deputy_pk primary key default uuidv7(),
    represented uuid not null constraint deputy_represented_fk references account,
    deputy      uuid not null constraint deputy_deputy_fk references account,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    named_by    uuid not null,
    named_at    timestamptz not null,
    reason      text not null constraint deputy_reason_said check (btrim(reason) <> ''),
    ended_at    timestamptz,
    ended_by    uuid,
    constraint deputy_is_another check (deputy <> represented),
    constraint deputy_is_not_named_by_itself check (named_by <> deputy),
    constraint deputy_lasts_half_a_year check (ends_at > starts_at and ends_at <= starts_at + interval '184 days'),
    constraint deputy_ended_by_somebody check ((ended_at is null) = (ended_by is null)),
    constraint deputy_named_once exclude using gist (
        represented with =, deputy with =, tstzrange(starts_at, ends_at) with &&) where (ended_at is null)
);
create index deputy_by_deputy on deputy (deputy);

-- Keys of service accounts. The secret is not here, only its digest.
create table token (
    id           uuid constraint token_pk primary key,
    account      uuid not null,
    kind         text not null generated always as ('SERVICE') stored,
    secret_hash  bytea not null constraint token_secret_is_a_digest check (length(secret_hash) = 32),
    made_by      uuid not null,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revoked_by   uuid,
    constraint token_of_a_service_fk foreign key (account, kind) references account (id, kind),
    constraint token_lasts_a_year_at_most check (expires_at > made_at and expires_at <= made_at + interval '366 days'),
    constraint token_revoked_by_somebody check ((revoked_at is null) = (revoked_by is null))
);
create index token_by_account on token (account);

-- Readings by a token, counted by minute and path until they are written down in the trail.
create table token_reading (
    token   uuid not null constraint token_reading_token_fk references token,
    minute  timestamptz not null,
    path    text not null,
    address text not null,
    times   integer not null constraint token_reading_counts check (times > 0),
    constraint token_reading_pk primary key (token, minute, path, address)
);

-- Roles are given and taken back by a security administrator in whose reach they lie, or by the program itself.
create function given_by_the_right_hand() returns trigger language plpgsql as $$
declare
    hand_of uuid := case when tg_op = 'INSERT' then new.given_by else new.revoked_by end;
    moment timestamptz := case when tg_op = 'INSERT' then new.given_at else new.revoked_at end;
begin
    if hand_of is null or hand_of = '00000000-0000-0000-0000-000000000000' then
        return null;
    end if;
    if not exists (
        select from access.role_grant own join access.account on account.id = own.holder
        where own.holder = hand_of and own.role = 'SECURITY_ADMINISTRATOR' and own.revoked_at is null
          and own.starts_at <= moment and (own.ends_at is null or own.ends_at > moment) and account.closed_at is null
          and (own.region = new.within
               or new.within in (select region.reach(array[own.region], (moment at time zone 'Asia/Shanghai')::date))))
    then
        raise exception 'not given or taken back by a security administrator who reaches it'
            using errcode = 'check_violation', constraint = 'role_grant_by_the_right_hand', schema = 'access',
                  table = 'role_grant';
    end if;
    return null;
end
$$;
create trigger role_grant_given after insert on role_grant
    for each row execute function given_by_the_right_hand();
create trigger role_grant_taken_back after update of revoked_by on role_grant
    for each row execute function given_by_the_right_hand();

-- The three hands are people who work here; citizens hold no roles at all.
create function held_by_the_right_kind() returns trigger language plpgsql as $$
declare
    kind_of text := (select kind from access.account where id = new.holder);
begin
    if kind_of = 'CITIZEN' or (new.hand <> '' and kind_of <> 'STAFF') then
        raise exception 'this kind of account does not hold this role'
            using errcode = 'check_violation', constraint = 'role_grant_to_the_right_kind', schema = 'access',
                  table = 'role_grant';
    end if;
    return null;
end
$$;
create trigger role_grant_held after insert or update of holder, role on role_grant
    for each row execute function held_by_the_right_kind();

-- Of each of the three hands one remains: open, and without an end. The lock lets those who leave at once go one by one.
create function one_of_each_hand_remains() returns trigger language plpgsql as $$
declare
    gone text;
begin
    perform pg_advisory_xact_lock(hashtextextended('access.hands', 0));
    if tg_table_name = 'account' then
        select min(hand) into gone from access.role_grant own
        where own.holder = new.id and own.hand <> '' and own.revoked_at is null and own.ends_at is null
          and not exists (
            select from access.role_grant other join access.account on account.id = other.holder
            where other.hand = own.hand and other.revoked_at is null and other.ends_at is null
              and account.closed_at is null);
    elsif not exists (
            select from access.role_grant other join access.account on account.id = other.holder
            where other.hand = old.hand and other.revoked_at is null and other.ends_at is null
              and account.closed_at is null) then
        gone := old.hand;
    end if;
    if gone is not null then
        raise exception 'nobody would remain as %', gone
            using errcode = 'check_violation', constraint = 'one_of_each_hand_remains', schema = 'access',
                  table = tg_table_name;
    end if;
    return null;
end
$$;
create trigger role_grant_last_hand after update of revoked_at, ends_at, role, holder on role_grant
    for each row when (old.hand <> '' and old.revoked_at is null and old.ends_at is null
                       and (new.revoked_at is not null or new.ends_at is not null
                            or old.role <> new.role or old.holder <> new.holder))
    execute function one_of_each_hand_remains();
create trigger account_last_hand after update of closed_at on account
    for each row when (old.closed_at is null and new.closed_at is not null)
    execute function one_of_each_hand_remains();
