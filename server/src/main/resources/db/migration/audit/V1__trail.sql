-- What was done, by whom and why. Written once, in the transaction of the change; never changed.
create table entry (
    id          uuid constraint entry_pk primary key,
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
    changes     jsonb not null,
    reason      text not null
);
create index entry_by_time on entry (at desc);
create index entry_by_actor on entry (actor, at desc);
create index entry_by_object on entry (object_kind, object, at desc);
create index entry_by_subject on entry (subject, at desc) where subject is not null;
