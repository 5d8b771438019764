-- Which keys the values of this database were sealed with, never the keys themselves; and how far a change of key has come.
create table key (
    id         text constraint key_pk primary key,
    use        text not null,
    since      timestamptz not null,
    known_at   timestamptz not null,
    retired_at timestamptz
);
comment on column key.id is 'computed from the key';

create table sealed_column (
    table_name  text not null,
    column_name text not null,
    key_column  text not null,
    field       text not null,
    target      text,
    reached     text,
    resealed    bigint not null default 0,
    unreadable  bigint not null default 0,
    done_at     timestamptz,
    constraint sealed_column_pk primary key (table_name, column_name)
);
comment on column sealed_column.target is 'how texts begin that are sealed with the key and cipher being changed to';
comment on column sealed_column.reached is 'the last row that was looked at';
