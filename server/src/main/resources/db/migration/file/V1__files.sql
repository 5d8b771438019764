-- What lies in the store, once for each content. A row is there before its content and goes before it.
create table blob (
    sha256    text constraint blob_pk primary key constraint blob_is_a_digest check (sha256 ~ '^[0-9a-f]{64}$'),
    size      bigint not null constraint blob_holds_something check (size > 0),
    came_at   timestamptz not null
);
create index blob_by_time on blob (came_at);
comment on column blob.came_at is 'when the same content came last';

-- A file as somebody brought it, and the module that holds it.
create table file (
    id              uuid constraint file_pk primary key,
    sha256          text not null constraint file_blob_fk references blob,
    file_name       text not null constraint file_is_called_something check (file_name <> '' and file_name !~ '[/\\[:cntrl:]]'),
    type            text not null
        constraint file_type_known check (type in ('PDF', 'DOCX', 'XLSX', 'JPEG', 'PNG', 'TEXT', 'OFD')),
    holder          text not null constraint file_holder_named check (holder ~ '^[a-z]+$'),
    kept_by         text not null,
    kept_by_account uuid not null,
    kept_at         timestamptz not null
);
create index file_by_content on file (sha256);
create index file_by_time on file (kept_at);
create index file_by_person on file (kept_by_account);
comment on column file.holder is 'whom the nightly job asks whether it still holds the file';
