-- Of which notes their body was told, each once. Those of before this table are known.
create table note_told (
    note_id uuid constraint note_told_once primary key constraint note_told_note_fk references supervision_note,
    at      timestamptz not null
);
insert into note_told (note_id, at) select id, now() from supervision_note;
