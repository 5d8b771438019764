-- What was done, by whom and why. Written once, in the transaction of the change; never changed.
create table entry (
    number      bigint generated always as identity constraint entry_pk primary key,
    id          uuid not null constraint entry_id_unique unique,
    at          timestamptz not null,
    actor       uuid not null,
    actor_kind  text not null constraint entry_actor_kind_known check (actor_kind in ('STAFF', 'CITIZEN', 'SERVICE', 'PROGRAM')),
    actor_name  text not null,
    represented uuid,
    address     text not null,
    act         text not null constraint entry_act_said check (act <> ''),
    object_kind text not null,
    object      text not null,
    label       text not null,
    region      text,
    subject     uuid,
    changes     json not null,
    reason      text not null,
    mark        bytea not null
);
create index entry_by_time on entry (at desc, number desc);
create index entry_by_actor on entry (actor, at desc);
create index entry_by_act on entry (act, at desc);
create index entry_by_object on entry (object_kind, object, at desc);
create index entry_by_region on entry (region, at desc);
create index entry_by_subject on entry (subject, at desc) where subject is not null;
comment on column entry.actor_name is 'of the program''s jobs only; persons are named by their account';
comment on column entry.changes is 'json and not jsonb: what is hashed must come back as it was written';
comment on column entry.mark is 'keyed hash of the row, by which a row that the program did not write is known';

-- The chain: each row gets its place after its commit, and a hash of all that stands before it.
create table link (
    position  bigint constraint link_pk primary key constraint link_counts check (position > 0),
    entry     bigint not null constraint link_once unique constraint link_entry_fk references entry,
    algorithm text not null constraint link_algorithm_known check (algorithm in ('SHA-256', 'SM3')),
    hash      bytea not null constraint link_hash_whole check (octet_length(hash) = 32)
);

-- What was written to the files outside of the database, line by line.
create table head (
    file     uuid,
    line     bigint constraint head_line_counts check (line > 0),
    position bigint not null,
    text     text not null,
    constraint head_pk primary key (file, line)
);

-- The nightly verification, and what came of it.
create table verification (
    at       timestamptz constraint verification_pk primary key,
    rows     bigint not null,
    millis   bigint not null,
    findings text[] not null
);

-- Where the program has a role of its own it has no right to any of this; where it has not, this refuses it.
create function refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is written once: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger entry_stands before update or delete or truncate on entry for each statement execute function refuse();
create trigger link_stands before update or delete or truncate on link for each statement execute function refuse();
create trigger head_stands before update or delete or truncate on head for each statement execute function refuse();
create trigger verification_stands before update or delete or truncate on verification
    for each statement execute function refuse();
