-- Files of facts of past years. Their bytes lie in parts of a megabyte, for a day, so that no node holds one whole.
create table history (
    id          uuid constraint history_pk primary key default gen_random_uuid(),
    file_name   text not null,
    numbering   text not null constraint history_numbering_fk references region.region,
    uploaded_at timestamptz not null,
    uploaded_by uuid not null,
    checked     jsonb not null,
    moved_at    timestamptz,
    imported    jsonb
);
create table history_part (
    history uuid not null constraint history_part_history_fk references history on delete cascade,
    number  int not null,
    bytes   bytea not null,
    constraint history_part_pk primary key (history, number)
);

-- From which line of which file a fact came.
create table history_line (
    fact    bigint constraint history_line_pk primary key constraint history_line_fact_fk references fact,
    history uuid not null constraint history_line_history_fk references history,
    line    int not null
);

-- Where the marks of one person are, for when they ask to be forgotten.
create index fact_person_by_person on fact_person (person);
