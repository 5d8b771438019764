create index state_by_code on state (code);

-- Files handed in for import: first checked, then imported, then forgotten (content is dropped after a day).
create table upload (
    id uuid constraint upload_pk primary key default uuidv7(),
    file_name text not null,
    content bytea,
    since date not null,
    basis text not null constraint upload_basis_given check (btrim(basis) <> ''),
    uploaded_at timestamptz not null,
    checked jsonb not null,
    imported jsonb,
    imported_at timestamptz,
    constraint upload_imported_once check ((imported is null) = (imported_at is null))
);
create index upload_by_time on upload (uploaded_at desc);
